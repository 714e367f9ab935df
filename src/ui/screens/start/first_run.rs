//! The first visit: one exam, its day, some minutes, and the first question.

use leptos::prelude::*;

use crate::app::view::{StartView, TrackRow};
use crate::app::{Beginning, Event};
use crate::deck::id::TrackId;
use crate::ui::Shell;

/// Minutes a day that are offered. Another number can be had on the plan screen.
const MINUTES: [u16; 5] = [10, 20, 30, 45, 60];

/// The id of the button, for the key that presses it.
pub(in crate::ui) const FIRST_RUN: &str = "first-run";

/// Asks what to study for, when, and how long a day. Enter anywhere begins.
#[component]
pub(super) fn FirstRun(view: Memo<StartView>) -> impl IntoView {
    let shell = Shell::of_page();
    let tracks = Memo::new(move |_| view.with(|v| v.open.clone()));
    let first = tracks.with_untracked(|rows| rows.first().map(|row| row.id.to_string()));
    let track = RwSignal::new(first.unwrap_or_default());
    let day = RwSignal::new(String::new());
    let minutes = RwSignal::new(20_u16);
    let begin = move || {
        if let Ok(track) = TrackId::new(&track.get_untracked()) {
            shell.dispatch(Event::Began(Beginning {
                track,
                day: day.get_untracked(),
                minutes: minutes.get_untracked(),
            }));
        }
    };
    let options = move || tracks.with(|rows| rows.iter().map(option).collect_view());
    let chosen = move || {
        tracks.with(|rows| {
            let row = track.with(|id| rows.iter().find(|row| row.id.as_str() == id).cloned())?;
            let notice = row
                .notice
                .map(|words| view! { <span class="warn">" " {words}</span> });
            Some(view! { {format!("{} items. {}", row.items, row.facts)} {notice} })
        })
    };
    view! {
        <section class="headline" aria-labelledby="today">
            <p class="eyebrow">"Welcome to Cairn"</p>
            <h1 id="today">"What are you studying for?"</h1>
            <form class="first-run" on:submit=move |ev| { ev.prevent_default(); begin(); }>
                <label>
                    <span>"Exam or skill"</span>
                    <select prop:value=move || track.get() on:change:target=move |ev| track.set(ev.target().value())>{options}</select>
                    <span class="quiet" role="status">{chosen}</span>
                </label>
                <label>
                    <span>"Day of the exam"</span>
                    <input type="date" prop:value=move || day.get() on:input:target=move |ev| day.set(ev.target().value())/>
                    <span class="quiet">"Leave it empty if none is booked yet."</span>
                </label>
                {move || view.with(|v| v.refused).map(|words| view! { <p class="warn" role="alert">{words}</p> })}
                <fieldset>
                    <legend>"Minutes a day"</legend>
                    <div class="chips">{MINUTES.map(|of| chip(of, minutes)).collect_view()}</div>
                </fieldset>
                <button type="submit" id=FIRST_RUN class="primary large">"Begin with the first question" <kbd>"Enter"</kbd></button>
                <p>"Or " <a href="#/road/paths">"begin with a career path"</a> ": exams, projects and reviews over years."</p>
                <p class="quiet">"Everything stays in this browser, and works without a network. No account."</p>
            </form>
        </section>
    }
}

fn option(row: &TrackRow) -> impl IntoView + use<> {
    let words = format!("{} ({})", row.name, row.origin);
    view! { <option value=row.id.to_string()>{words}</option> }
}

fn chip(of: u16, minutes: RwSignal<u16>) -> impl IntoView {
    view! {
        <label class="chip">
            <input type="radio" name="minutes" value=of prop:checked=move || minutes.get() == of on:change=move |_| minutes.set(of)/>
            <span>{of}</span>
        </label>
    }
}
