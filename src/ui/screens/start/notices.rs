//! What is wrong, or to be told before anything else: with the storage, with what was fetched, with what could not be kept.

use leptos::prelude::*;

use crate::app::{Event, Route, Storage};
use crate::ui::Shell;
use crate::ui::parts::{Notice, Tone};

/// The store will be full before long.
pub(in super::super) fn nearly_full(percent: u8) -> AnyView {
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
pub(super) fn reminder(shell: Shell, words: String) -> AnyView {
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
pub(super) fn reminder(_: Shell, _: String) -> AnyView {
    ().into_any()
}

/// Tracks or items did not come.
pub(in super::super) fn failed(words: String) -> AnyView {
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
pub(in super::super) fn unsaved(words: String) -> AnyView {
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
pub(in super::super) fn storage_notice(storage: &Storage) -> Option<AnyView> {
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
