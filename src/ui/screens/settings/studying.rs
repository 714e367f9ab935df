//! Settings of studying: minutes, days off, new items, retention, the day's beginning, easy days.

use leptos::prelude::*;

use super::super::minutes::{DaysOff, Minutes};
use crate::app::view::DataView;
use crate::app::{Desk, Event};
use crate::review::{DayLoad, Setting};
use crate::time::WEEKDAYS;
use crate::ui::Shell;
use crate::ui::parts::{Notice, Tone};

/// How much, how often, and when a day begins.
#[component]
pub(super) fn Studying(view: Memo<DataView>) -> impl IntoView {
    let shell = Shell::of_page();
    let number = move |id: &'static str,
                       label: &'static str,
                       help: &'static str,
                       range: (u16, u16),
                       value: fn(&DataView) -> u16,
                       setting: fn(u16) -> Setting| {
        // By itself: the field is written whenever this says so, and other news must not undo what is being typed into it.
        let shown = Memo::new(move |_| view.with(value).to_string());
        let changed = move |text: String| {
            if let Ok(new) = text.trim().parse::<u16>() {
                let new = new.clamp(range.0, range.1);
                if new != view.with_untracked(value) {
                    shell.dispatch(Event::Desk(Desk::Changed(setting(new))));
                }
            }
        };
        view! {
            <div class="setting">
                <label for=id>{label}</label>
                <input id=id type="number" inputmode="numeric" min=range.0 max=range.1
                    prop:value=move || shown.get()
                    aria-describedby=format!("{id}-help")
                    on:change:target=move |ev| changed(ev.target().value())/>
                <p id=format!("{id}-help") class="quiet">{help}</p>
            </div>
        }
    };
    let minutes = Memo::new(move |_| view.with(|v| v.minutes));
    let days_off = Memo::new(move |_| view.with(|v| v.days_off.clone()));
    view! {
        <section aria-labelledby="studying">
        <h2 id="studying" tabindex="-1">"Studying"</h2>
        {move || view.with(|v| v.save_error.clone()).map(|words| view! {
            <Notice tone=Tone::Bad>
                <p>"Not saved: " {words}</p>
                <button on:click=move |_| shell.dispatch(Event::StoreRetried)>"Try again"</button>
            </Notice>
        })}
        <h3 id="minutes-a-day">"Minutes a day"</h3>
        <Minutes minutes/>
        <h3>"Days off"</h3>
        {move || view.with(|v| v.refused).map(|words| view! { <p class="warn" role="alert">{words}</p> })}
        <DaysOff days=days_off/>
        <h3>"Cards and questions"</h3>
        {number("new-per-day", "New items a day, each track", "More of them mean more reviews in the weeks after.", (0, 999),
            |v| v.new_per_day, Setting::NewPerDay)}
        {number("retention", "Desired retention, percent", "How likely you still know an item when it is asked again: 70 to 97. Higher means many more reviews.", (70, 97),
            |v| v.retention_percent, |percent| Setting::Retention(percent * 10))}
        {number("rollover", "A day begins at (hour)", "Answers before this hour count for the day before: 0 to 23.", (0, 23),
            |v| u16::from(v.rollover_hour), |hour| Setting::RolloverHour(u8::try_from(hour).unwrap_or(4)))}
        {number("leech", "Leech after (times forgotten)", "Cairn tells you of an item that you forget so often, so that you can suspend or rewrite it: 0 to 99, 0 for never.", (0, 99),
            |v| v.leech, Setting::Leech)}
        <EasyDays view/>
        </section>
    }
}

/// How much to do on each weekday, and whether days with much to do are avoided.
#[component]
fn EasyDays(view: Memo<DataView>) -> impl IntoView {
    let shell = Shell::of_page();
    let change = move |setting| shell.dispatch(Event::Desk(Desk::Changed(setting)));
    let day = move |weekday: usize| {
        let load = Memo::new(move |_| view.with(|v| v.easy_days[weekday]));
        let load = move || load.get();
        let options = DayLoad::ALL.map(|of| {
            view! { <option value=load_word(of) selected=move || load() == of>{load_word(of)}</option> }
        });
        view! {
            <label>
                <span>{WEEKDAYS[weekday]}</span>
                <select prop:value=move || load_word(load())
                    on:change:target=move |ev| {
                        let word = ev.target().value();
                        let chosen = DayLoad::ALL.into_iter().find(|of| load_word(*of) == word);
                        if let Some(chosen) = chosen.filter(|of| *of != view.with_untracked(|v| v.easy_days[weekday])) {
                            change(Setting::EasyDay(weekday as u8, chosen));
                        }
                    }>
                    {options.collect_view()}
                </select>
            </label>
        }
    };
    view! {
        <fieldset class="easy-days" aria-describedby="easy-days-help">
            <legend>"Easy days"</legend>
            <div class="minutes">{(0..7).map(day).collect_view()}</div>
            <p id="easy-days-help" class="quiet">"Where no exam is booked, fewer items come back on these weekdays. It counts for what you answer from now on."</p>
        </fieldset>
        <div class="setting">
            <label for="balanced">"Even out the days"</label>
            <input id="balanced" type="checkbox" aria-describedby="balanced-help"
                prop:checked=move || view.with(|v| v.is_balanced)
                on:change:target=move |ev| change(Setting::Balanced(ev.target().checked()))/>
            <p id="balanced-help" class="quiet">"Of the days on which an item may come back, one with little to do is preferred."</p>
        </div>
    }
}

/// A weekday's load, as shown.
fn load_word(load: DayLoad) -> &'static str {
    match load {
        DayLoad::Normal => "Normal",
        DayLoad::Reduced => "Reduced",
        DayLoad::Minimum => "Minimum",
    }
}
