//! The plan screen: book exams, say how many minutes there are, and see what to expect.

use leptos::prelude::*;

use super::start::{failed, unsaved};
use crate::app::view::{Coming, ExamRow, Outlook, PlanView};
use crate::app::{App, Desk, Event, Route};
use crate::review::Setting;
use crate::ui::Shell;
use crate::ui::parts::{Notice, Tone};

/// As shown, by number.
pub(super) const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// Exams, minutes, days off.
#[component]
pub(crate) fn PlanScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo(App::plan_view);
    view! {
        <div class="plan" data-screen="plan">
            <h1>"Your plan"</h1>
            <p>"Book an exam and say how many minutes you have. Each day's list then holds what adds most to your score on the day, \
                and never more than your minutes."</p>
            {move || view.with(|v| v.refused).map(|words| view! {
                <Notice tone=Tone::Bad><p>{words}</p></Notice>
            })}
            {move || view.with(|v| v.save_error.clone()).map(unsaved)}
            <section aria-labelledby="exams">
                <h2 id="exams">"Exams"</h2>
                {move || view.with(|v| v.loading).then(|| view! { <p role="status">"Loading your tracks…"</p> })}
                {move || view.with(|v| v.failed.clone()).map(failed)}
                <ul class="rows">{move || view.with(|v| v.exams.iter().map(|row| exam(shell, row)).collect_view())}</ul>
            </section>
            <section aria-labelledby="minutes">
                <h2 id="minutes">"Minutes a day"</h2>
                <div class="minutes">{(0..7).map(|weekday| minutes(shell, view, weekday)).collect_view()}</div>
            </section>
            <section aria-labelledby="coming">
                <h2 id="coming">"The coming weeks"</h2>
                {move || view.with(|v| match &v.coming {
                    Some(days) => coming(days),
                    None => view! { <p role="status">"Counting what comes due…"</p> }.into_any(),
                })}
            </section>
            <section aria-labelledby="off">
                <h2 id="off">"Days off"</h2>
                <DaysOff view/>
            </section>
        </div>
    }
}

fn exam(shell: Shell, row: &ExamRow) -> impl IntoView + use<> {
    let (track, other) = (row.track.clone(), row.track.clone());
    let (day, words) = row.day.clone().unwrap_or_default();
    let label = format!("Day of {}", row.name);
    let is_booked = row.day.is_some();
    let outlook = row.outlook.as_ref().map(outlook);
    let note = row.note.clone();
    view! {
        <li class="exam-row" data-track=row.track.to_string()>
            <div class="exam-head">
                <a href=Route::Study(row.track.clone()).hash()>{row.name.clone()}</a>
                {is_booked.then(|| view! { <a class="quiet" href=Route::Readiness(row.track.clone()).hash()>"Are you ready?"</a> })}
                {is_booked.then(|| view! { <a class="quiet" href=Route::Track(row.track.clone()).hash()>"What you know"</a> })}
                <span class="quiet">{words}</span>
                <input type="date" aria-label=label prop:value=day
                    on:change:target=move |ev| shell.dispatch(Event::Desk(Desk::Booked(track.clone(), ev.target().value())))/>
                {is_booked.then(|| view! {
                    <button on:click=move |_| shell.dispatch(Event::Desk(Desk::Unbooked(other.clone())))>"Take back"</button>
                })}
            </div>
            {note.map(|words| view! { <p class="quiet">{words}</p> })}
            {outlook}
        </li>
    }
}

fn outlook(outlook: &Outlook) -> impl IntoView + use<> {
    let days = if outlook.days == 1 {
        "1 study day is left".to_owned()
    } else {
        format!("{} study days are left", outlook.days)
    };
    let words = format!(
        "{days}. Expected on the day: {} % of what the exam asks with your minutes, {} % with no more study.",
        outlook.planned, outlook.as_is
    );
    let rows = outlook
        .curve
        .iter()
        .map(|(minutes, percent)| view! { <tr><td>{*minutes}</td><td>{*percent} " %"</td></tr> })
        .collect_view();
    view! {
        <p>{words}</p>
        {outlook.gap.clone().map(|words| view! { <p class="gap">{words}</p> })}
        <details>
            <summary>"What if I study more, or less?"</summary>
            <table>
                <thead><tr><th scope="col">"Minutes a day"</th><th scope="col">"Expected score"</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
}

/// What comes due on each of the coming days, beside the minutes there are.
fn coming(days: &[Coming]) -> AnyView {
    let due: u32 = days.iter().map(|day| day.due).sum();
    if due == 0 {
        let words = "Nothing you know comes due yet. Once you have answered some items, you see here which days are full.";
        return view! { <p class="quiet">{words}</p> }.into_any();
    }
    let most = days.iter().map(|day| day.due).max().unwrap_or(1);
    let rows = days.iter().map(|day| {
        let (due, most) = (day.due.to_string(), most.to_string());
        let words = match day.planned {
            0 => format!("{} items, about {} min; a day off", day.due, day.minutes),
            planned => format!("{} items, about {} of {planned} min", day.due, day.minutes),
        };
        view! {
            <tr>
                <th scope="row">{day.day.clone()}</th>
                <td><meter min="0" max=most value=due aria-hidden="true"></meter></td>
                <td>{words}</td>
            </tr>
        }
    });
    let weeks = days.first().map(|today| {
        let week: u32 = days.iter().take(7).map(|day| day.due).sum();
        format!(
            "Today {} of the items you know come due, in the next seven days {week}.",
            today.due
        )
    });
    view! {
        <p>{weeks}</p>
        <details>
            <summary>"Day by day"</summary>
            <table class="coming">
                <thead><tr><th scope="col">"Day"</th><th scope="col"><span class="visually-hidden">"Share"</span></th><th scope="col">"Due"</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    }
    .into_any()
}

fn minutes(shell: Shell, view: Memo<PlanView>, weekday: usize) -> impl IntoView {
    // By itself: the field is written whenever this says so, and a forecast that comes must not undo what is being typed into it.
    let value = Memo::new(move |_| view.with(|v| v.minutes[weekday].to_string()));
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

#[component]
fn DaysOff(view: Memo<PlanView>) -> impl IntoView {
    let shell = Shell::of_page();
    let chosen = RwSignal::new(String::new());
    let add = move || shell.dispatch(Event::Desk(Desk::DayOff(chosen.get_untracked(), true)));
    let rows = move || {
        let days = view.with(|v| v.days_off.clone());
        days.into_iter()
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
