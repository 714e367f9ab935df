//! The start page.

use leptos::prelude::*;

use crate::app::view::{RowState, StartView, TrackRow};
use crate::app::{App, Event, Route, Storage};
use crate::ui::Shell;
use crate::ui::parts::{Notice, Tone};

/// Tracks and what is due.
#[component]
pub(crate) fn StartScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo(App::start_view);
    view! {
        <div class="start" data-screen="start">
            {move || view.with(|v| storage_notice(&v.storage))}
            {move || view.with(|v| v.nearly_full).map(nearly_full)}
            {move || view.with(|v| v.clock.clone()).map(|words| view! { <Notice tone=Tone::Bad><p>{words}</p></Notice> })}
            {move || view.with(|v| v.reminder.clone()).map(|words| reminder(shell, words))}
            {move || view.with(headline)}
            {move || view.with(|v| v.failed.clone().map(failed))}
            {move || view.with(|v| section("In progress", "begun", &v.begun))}
            {move || view.with(|v| section("Tracks", "open", &v.open))}
            {move || view.with(|v| empty(&v.empty))}
        </div>
    }
}

/// The store will be full before long.
pub(super) fn nearly_full(percent: u8) -> AnyView {
    view! {
        <Notice tone=Tone::Bad>
            <p><strong>{format!("The browser's storage for this page is {percent} % full.")}</strong>
            " Nothing is lost. Export a backup, and remove own decks you no longer need."</p>
            <p><a href=Route::Data.hash()>"Backup and import"</a></p>
        </Notice>
    }
    .into_any()
}

/// It is time for a backup.
#[cfg(feature = "whole")]
fn reminder(shell: Shell, words: String) -> AnyView {
    use crate::app::{Desk, Form};
    view! {
        <Notice tone=Tone::Good>
            <p>{words}</p>
            <p class="buttons">
                <button on:click=move |_| shell.dispatch(Event::Desk(Desk::BackupAsked(Form::Compact)))>"Export a backup"</button>
                <button on:click=move |_| shell.dispatch(Event::Desk(Desk::RemindedLater))>"Later"</button>
            </p>
        </Notice>
    }
    .into_any()
}

#[cfg(not(feature = "whole"))]
fn reminder(_: Shell, _: String) -> AnyView {
    ().into_any()
}

fn headline(v: &StartView) -> AnyView {
    let spent = match (v.answered_today, v.minutes_today) {
        (0, _) => "Nothing answered yet today.".to_owned(),
        (1, _) => "1 answer today.".to_owned(),
        (n, 0 | 1) => format!("{n} answers today."),
        (n, minutes) => format!("{n} answers in {minutes} minutes today."),
    };
    let begun = !v.begun.is_empty();
    let words = match v.waiting {
        _ if v.loading => "Loading your tracks…".to_owned(),
        _ if !begun => "Pick a track and begin.".to_owned(),
        0 => "All done for today.".to_owned(),
        1 => "1 item is waiting.".to_owned(),
        n => format!("{n} items are waiting."),
    };
    let first = v.first.clone();
    view! {
        <section class="headline" aria-labelledby="today">
            <p class="eyebrow">{v.today.clone()}</p>
            <h1 id="today">{words}</h1>
            <p class="quiet">{spent}</p>
            {first.map(|deck| view! {
                <a class="button primary large" href=Route::Study(deck).hash()>
                    {if v.waiting > 0 { "Study".to_owned() } else { format!("Begin {}", v.first_name) }} <kbd>"Enter"</kbd>
                </a>
            })}
        </section>
    }
    .into_any()
}

/// Tracks or items did not come.
pub(super) fn failed(words: String) -> AnyView {
    let shell = Shell::of_page();
    view! {
        <Notice tone=Tone::Bad>
            <p>"What there is to study could not be loaded: " {words} "."</p>
            <button on:click=move |_| shell.dispatch(Event::FetchRetried)>"Try again"</button>
        </Notice>
    }
    .into_any()
}

/// Something could not be stored: why, and a way to try it again. Until then it is nowhere but on the screen.
#[cfg(feature = "whole")]
pub(super) fn unsaved(words: String) -> AnyView {
    let shell = Shell::of_page();
    view! {
        <Notice tone=Tone::Bad>
            <p><strong>"Not saved: "</strong> {words}</p>
            <p><button class="primary" on:click=move |_| shell.dispatch(Event::StoreRetried)>"Try again"</button></p>
        </Notice>
    }
    .into_any()
}

/// What is wrong with the storage, if something is.
pub(super) fn storage_notice(storage: &Storage) -> Option<AnyView> {
    match storage {
        Storage::Sound => None,
        Storage::Unusable(error) => {
            let words = error.to_string();
            let view = view! {
                <Notice tone=Tone::Bad>
                    <p><strong>"Your answers cannot be kept."</strong></p>
                    <p>{words}</p>
                </Notice>
            };
            Some(view.into_any())
        }
        Storage::Newer(damage) => {
            let lines = damage
                .iter()
                .map(|damage| view! { <li>{damage.to_string()}</li> })
                .collect_view();
            let view = view! {
                <Notice tone=Tone::Bad>
                    <p><strong>"A newer version of Cairn wrote part of your log."</strong>
                    " Reload the page to get that version. Until then you can look and export, and nothing is written, so that nothing is lost."</p>
                    <ul>{lines}</ul>
                    <p><a href=Route::Data.hash()>"Backup and import"</a></p>
                </Notice>
            };
            Some(view.into_any())
        }
        Storage::Damaged(damage) => {
            if let Some(gone) = damage
                .iter()
                .find(|d| matches!(d, crate::store::Damage::AllGone(_)))
            {
                let words = gone.to_string();
                let view = view! {
                    <Notice tone=Tone::Bad>
                        <p><strong>"Your log is gone from this browser."</strong></p>
                        <p>{words}</p>
                        <p><a href=Route::Data.hash()>"Backup and import"</a></p>
                    </Notice>
                };
                return Some(view.into_any());
            }
            let words: Vec<String> = damage.iter().map(ToString::to_string).collect();
            let lines = words
                .into_iter()
                .map(|words| view! { <li>{words}</li> })
                .collect_view();
            let mended = damage.iter().all(crate::store::Damage::is_mended);
            let view = if mended {
                view! { <Notice tone=Tone::Good><ul>{lines}</ul></Notice> }.into_any()
            } else {
                view! {
                    <Notice tone=Tone::Bad>
                        <p><strong>"Part of your log is not as it was written."</strong>
                        " Everything else is here, and you can go on."</p>
                        <ul>{lines}</ul>
                        <p><a href=Route::Data.hash()>"Backup and import"</a></p>
                    </Notice>
                }
                .into_any()
            };
            Some(view)
        }
    }
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
