//! The start page: what to do now, the booked exams, the week, and the tracks.

mod first_run;
mod notices;
#[cfg(feature = "whole")]
mod today;

use leptos::prelude::*;

use crate::app::view::{RowState, StartView, TrackRow};
use crate::app::{App, Route};
use crate::ui::Shell;
use crate::ui::browser::page;
use crate::ui::parts::{Notice, Tone};
pub(in crate::ui) use first_run::FIRST_RUN;
use first_run::FirstRun;
#[cfg(feature = "whole")]
pub(super) use notices::unsaved;
pub(super) use notices::{failed, nearly_full, storage_notice};

/// What to do now, and what there is.
#[component]
pub(crate) fn StartScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let view = of_page(shell);
    // By itself: the form keeps what was entered while other things arrive.
    let is_first_run = Memo::new(move |_| view.with(|v| v.is_first_run));
    // What stands further down comes after the first picture: on a slow phone it takes as long again.
    let is_drawn = RwSignal::new(false);
    wasm_bindgen_futures::spawn_local(async move {
        page::drawn().await;
        // The screen may be gone by now.
        is_drawn.try_set(true);
    });
    view! {
        <div class="start" data-screen="start">
            {move || view.with(|v| storage_notice(&v.storage))}
            {move || view.with(|v| v.nearly_full).map(nearly_full)}
            {move || view.with(|v| v.clock.clone()).map(|words| view! { <Notice tone=Tone::Bad><p>{words}</p></Notice> })}
            {move || view.with(|v| v.reminder.clone()).map(|words| notices::reminder(shell, words))}
            {move || if is_first_run.get() {
                view! { <FirstRun view/> }.into_any()
            } else {
                view! { {move || view.with(headline)} {today()} }.into_any()
            }}
            {move || view.with(|v| v.failed.clone().map(failed))}
            {move || view.with(|v| section("In progress", "begun", &v.begun))}
            {move || is_drawn.get().then(|| view.with(|v| if v.begun.is_empty() { section("Tracks", "open", &v.open) } else { folded(&v.open) }))}
            {move || is_drawn.get().then(|| view.with(|v| empty(&v.empty)))}
        </div>
    }
}

/// The start page's view, counted anew when what it rests on changes.
pub(in crate::ui) fn of_page(shell: Shell) -> Memo<StartView> {
    #[cfg(feature = "whole")]
    return shell.memo_by(App::start_basis, App::start_view);
    #[cfg(not(feature = "whole"))]
    shell.memo(App::start_view)
}

#[cfg(feature = "whole")]
fn today() -> impl IntoView {
    view! { <today::Today/> }
}

#[cfg(not(feature = "whole"))]
fn today() {}

/// What was done of today's minutes, in words.
fn spent(v: &StartView) -> String {
    let planned = match v.minutes_planned {
        0 => "a day off".to_owned(),
        1 => "1 minute planned".to_owned(),
        minutes => format!("{minutes} minutes planned"),
    };
    match (v.answered_today, v.minutes_today) {
        (0, _) => format!("Nothing answered yet today, {planned}."),
        (1, _) => format!("1 answer today, {planned}."),
        (n, 1) => format!("{n} answers in 1 minute today, {planned}."),
        (n, minutes) => format!("{n} answers in {minutes} minutes today, {planned}."),
    }
}

fn headline(v: &StartView) -> AnyView {
    let begun = !v.begun.is_empty();
    let words = match v.waiting {
        _ if v.loading => "Loading your tracks…".to_owned(),
        _ if !begun => "Pick a track and begin.".to_owned(),
        0 => "All done for today.".to_owned(),
        1 => "1 item is waiting.".to_owned(),
        n => format!("{n} items are waiting."),
    };
    let share = (v.minutes_today * 100)
        .checked_div(u64::from(v.minutes_planned))
        .map(|percent| percent.min(100));
    let first = v.first.clone();
    view! {
        <section class="headline" aria-labelledby="today">
            <p class="eyebrow">{v.today.clone()}</p>
            <h1 id="today">{words}</h1>
            <p class="quiet">{spent(v)}</p>
            {share.map(|percent| view! { <div class="meter day-meter" aria-hidden="true"><span style:width=format!("{percent}%")></span></div> })}
            {first.map(|deck| view! {
                <a class="button primary large" href=Route::Study(deck).hash()>
                    {if v.waiting > 0 || v.loading { "Study".to_owned() } else { format!("Begin {}", v.first_name) }} <kbd>"Enter"</kbd>
                </a>
            })}
        </section>
    }
    .into_any()
}

fn section(title: &'static str, id: &'static str, rows: &[TrackRow]) -> Option<AnyView> {
    if rows.is_empty() {
        return None;
    }
    let rows = rows.iter().map(row).collect_view();
    let view = view! {
        <section aria-labelledby=id>
            <h2 id=id>{title}</h2>
            <ul class="tracks">{rows}</ul>
        </section>
    };
    Some(view.into_any())
}

/// Tracks that are not for today, folded away.
fn folded(rows: &[TrackRow]) -> Option<AnyView> {
    let view = view! {
        <section aria-labelledby="open">
            <details class="more-tracks">
                <summary><h2 id="open">"More tracks"</h2> <span class="quiet">{rows.len()}</span></summary>
                <ul class="tracks">{rows.iter().map(row).collect_view()}</ul>
            </details>
        </section>
    };
    (!rows.is_empty()).then(|| view.into_any())
}

fn row(row: &TrackRow) -> impl IntoView + use<> {
    let href = Route::Study(row.id.clone()).hash();
    let share = (row.seen * 100).checked_div(row.items).unwrap_or(0);
    let waiting = match (&row.state, row.seen, row.waiting) {
        (RowState::Fetching, ..) => "…".to_owned(),
        (_, 0, _) => format!("{} items", row.items),
        (_, _, 0) => "done for today".to_owned(),
        (_, _, n) if row.new > 0 => format!("{n} waiting, {} new", row.new),
        (_, _, n) => format!("{n} waiting"),
    };
    let failed = match &row.state {
        RowState::Failed(words) => {
            Some(view! { <span class="warn">"Not loaded: " {words.clone()}</span> })
        }
        _ => None,
    };
    let progress = (row.seen > 0).then(|| {
        view! {
            <span class="meter" role="img" aria-label=format!("{} of {} items seen", row.seen, row.items)>
                <span style:width=format!("{share}%")></span>
            </span>
        }
    });
    view! {
        <li>
            <a class="track" href=href data-track=row.id.to_string()>
                <span class="track-name">{row.name.clone()}</span>
                <span class="track-origin">{row.origin.clone()}</span>
                <span class="track-facts">
                    {row.facts.clone()}
                    {row.notice.clone().map(|n| view! { <span class="warn">{n}</span> })}
                    {failed}
                </span>
                <span class="track-waiting">{waiting}</span>
                {progress}
            </a>
        </li>
    }
}

fn empty(rows: &[TrackRow]) -> Option<AnyView> {
    if rows.is_empty() {
        return None;
    }
    let names = rows
        .iter()
        .map(|r| view! { <li>{r.name.clone()} " " <span>{r.origin.clone()}</span></li> });
    let view = view! {
        <section aria-labelledby="empty">
            <h2 id="empty">"No items yet"</h2>
            <p class="quiet">"The blueprints of these are in; their questions are still being written."</p>
            <ul class="plain-tracks">{names.collect_view()}</ul>
        </section>
    };
    Some(view.into_any())
}
