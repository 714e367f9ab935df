//! Booking an exam, and what more or fewer minutes would change: on the plan screen for each exam, and on a track's own.

use leptos::prelude::*;

use crate::app::view::{ExamRow, Outlook};
use crate::app::{Desk, Event};
use crate::deck::id::TrackId;
use crate::ui::Shell;
use crate::ui::parts::what_if;

/// The slider goes so far, in steps of this many minutes.
const MOST: u16 = 120;
const STEP: u16 = 5;

/// The day of an exam, to be chosen and taken back.
#[component]
pub(super) fn DayOf(track: TrackId, row: Memo<Option<ExamRow>>) -> impl IntoView {
    let shell = Shell::of_page();
    // By itself: the field is written whenever this says so, and a forecast that comes must not undo what is being typed into it.
    let day = Memo::new(move |_| row.with(|row| Some(row.as_ref()?.day.clone()?.0)));
    let label = row.with_untracked(|row| row.as_ref().map(|row| format!("Day of {}", row.name)));
    let other = track.clone();
    let take_back = move || {
        let other = other.clone();
        day.with(Option::is_some).then(|| {
            view! { <button on:click=move |_| shell.dispatch(Event::Desk(Desk::Unbooked(other.clone())))>"Take back"</button> }
        })
    };
    view! {
        <input type="date" aria-label=label prop:value=move || day.get().unwrap_or_default()
            on:change:target=move |ev| shell.dispatch(Event::Desk(Desk::Booked(track.clone(), ev.target().value())))/>
        {take_back}
    }
}

/// What to expect on the day, and the slider that says what other minutes would bring.
#[component]
pub(super) fn OutlookOf(row: Memo<Option<ExamRow>>) -> impl IntoView {
    let outlook = Memo::new(move |_| row.with(|row| row.as_ref()?.outlook.clone()));
    let minutes = Memo::new(move |_| row.with(|row| row.as_ref().map_or(0, |row| row.minutes)));
    // The details stay open and the slider where it is while new figures come.
    let is_there = Memo::new(move |_| outlook.with(Option::is_some));
    let now = move || outlook.get().unwrap_or_default();
    let words = move || {
        let outlook = now();
        let days = match outlook.days {
            1 => "1 study day is left".to_owned(),
            days => format!("{days} study days are left"),
        };
        format!(
            "{days}. Expected on the day: {} % of what the exam asks with your minutes, {} % with no more study.",
            outlook.planned, outlook.as_is
        )
    };
    view! {
        {move || is_there.get().then(|| view! {
            <p>{words}</p>
            {move || now().gap.map(|words| view! { <p class="gap">{words}</p> })}
            <WhatIf outlook minutes/>
        })}
    }
}

#[component]
fn WhatIf(outlook: Memo<Option<Outlook>>, minutes: Memo<u16>) -> impl IntoView {
    let shell = Shell::of_page();
    let chosen = RwSignal::new(None::<u16>);
    let at = Memo::new(move |_| chosen.get().unwrap_or_else(|| minutes.get().min(MOST)));
    let now = move || outlook.get().unwrap_or_default();
    let words = move || {
        let (outlook, at, minutes) = (now(), at.get(), minutes.get());
        let percent = outlook.at(at);
        if at == minutes {
            return format!("{at} minutes a day, as you have now: about {percent} %");
        }
        let before = outlook.at(minutes);
        let change = match percent.cmp(&before) {
            std::cmp::Ordering::Greater => format!("{} points more", percent - before),
            std::cmp::Ordering::Less => format!("{} points less", before - percent),
            std::cmp::Ordering::Equal => "no more".to_owned(),
        };
        format!("{at} minutes a day: about {percent} %, {change} than with {minutes}")
    };
    let rows = move || {
        let curve = now().curve.into_iter();
        curve
            .map(|(minutes, percent)| view! { <tr><td>{minutes}</td><td>{percent} " %"</td></tr> })
            .collect_view()
    };
    view! {
        <details class="what-if">
            <summary>"What if I study more, or less?"</summary>
            {move || what_if(&now().curve, MOST, at.get(), now().at(at.get()))}
            <label>
                <span class="visually-hidden">"Minutes a day"</span>
                <input type="range" min="0" max=MOST step=STEP prop:value=move || at.get().to_string() aria-valuetext=words
                    on:input:target=move |ev| chosen.set(ev.target().value().parse().ok())/>
            </label>
            <p>{words}</p>
            {move || (at.get() != minutes.get()).then(|| view! {
                <p><button on:click=move |_| {
                    shell.dispatch(Event::Desk(Desk::MinutesChosen(at.get_untracked())));
                    chosen.set(None);
                }>{move || format!("Plan {} minutes a day", at.get())}</button></p>
            })}
            <details>
                <summary>"As a table"</summary>
                <table>
                    <thead><tr><th scope="col">"Minutes a day"</th><th scope="col">"Expected score"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        </details>
    }
}
