//! Minutes a day and days off, on the plan screen and in the settings.

use leptos::prelude::*;

use crate::app::{Desk, Event};
use crate::review::Setting;
use crate::time::WEEKDAYS;
use crate::ui::Shell;

/// Minutes for each weekday.
#[component]
pub(super) fn Minutes(minutes: Memo<[u16; 7]>) -> impl IntoView {
    let shell = Shell::of_page();
    view! { <div class="minutes">{(0..7).map(|weekday| field(shell, minutes, weekday)).collect_view()}</div> }
}

fn field(shell: Shell, minutes: Memo<[u16; 7]>, weekday: usize) -> impl IntoView {
    // By itself: the field is written whenever this says so, and a forecast that comes must not undo what is being typed into it.
    let value = Memo::new(move |_| minutes.with(|minutes| minutes[weekday].to_string()));
    view! {
        <label>
            <span>{WEEKDAYS[weekday]}</span>
            <input type="number" min="0" max="1440" inputmode="numeric" prop:value=move || value.get()
                on:change:target=move |ev| {
                    if let Ok(minutes) = ev.target().value().parse::<u16>() {
                        let setting = Setting::Minutes(weekday as u8, minutes.min(1_440));
                        shell.dispatch(Event::Desk(Desk::Changed(setting)));
                    }
                }/>
        </label>
    }
}

/// Days off, and a field for another.
#[component]
pub(super) fn DaysOff(days: Memo<Vec<String>>) -> impl IntoView {
    let shell = Shell::of_page();
    let chosen = RwSignal::new(String::new());
    let add = move || shell.dispatch(Event::Desk(Desk::DayOff(chosen.get_untracked(), true)));
    let rows = move || {
        days.get()
            .into_iter()
            .map(|day| {
                let again = day.clone();
                view! {
                    <li>{day} " "
                        <button on:click=move |_| shell.dispatch(Event::Desk(Desk::DayOff(again.clone(), false)))>"Study after all"</button>
                    </li>
                }
            })
            .collect_view()
    };
    view! {
        <form class="buttons" on:submit=move |ev| { ev.prevent_default(); add(); }>
            <label>"Day " <input type="date" prop:value=move || chosen.get() on:input:target=move |ev| chosen.set(ev.target().value())/></label>
            <button type="submit">"Take it off"</button>
        </form>
        <ul class="rows">{rows}</ul>
    }
}
