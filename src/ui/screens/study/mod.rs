//! The study screen.

mod answer;
#[cfg(feature = "whole")]
mod drawn;
mod parts;
mod question;
#[cfg(feature = "whole")]
mod run;
mod summary;

use leptos::prelude::*;

use crate::app::view::{Shown, StudyView};
use crate::app::{App, Event, Route, Saved};
use crate::ui::Shell;
use crate::ui::parts::{Notice, Tone};
#[cfg(feature = "whole")]
pub(super) use answer::Answer;
#[cfg(feature = "whole")]
pub(super) use drawn::AskedFigure;
#[cfg(feature = "whole")]
pub(super) use parts::PartsOf;
use question::Question;

/// One item at a time.
#[component]
pub(crate) fn StudyScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo(App::study_view);
    let save_error = Memo::new(move |_| {
        view.with(|v| {
            v.as_ref()
                .and_then(|v| v.save_error.clone())
                .map(|e| e.to_string())
        })
    });
    let saved = Memo::new(move |_| {
        view.with(|v| match v.as_ref().map(|v| &v.saved) {
            None | Some(Saved::Nothing) => String::new(),
            Some(Saved::Writing) => "Saving…".to_owned(),
            Some(Saved::Safe) => "Saved".to_owned(),
            Some(Saved::OneCopy(words)) => {
                format!("Kept in one place only ({words}). Export a backup now and then.")
            }
        })
    });
    let leech = Memo::new(move |_| view.with(|v| v.as_ref().and_then(|v| v.leech.clone())));
    // The key changes with each question, and only then is the question built anew.
    let kind = Memo::new(move |_| view.with(|v| v.as_ref().map(key)));
    view! {
        <div class="study" data-screen="study">
            {move || save_error.get().map(|words| unsaved(shell, words))}
            <p class="saved" role="status">{move || saved.get()}</p>
            <div class="leech" role="status">
                {move || leech.get().map(|words| view! { <p class="quiet">{words}</p> })}
            </div>
            {move || {
                // Reading it, not only tracking it, is what makes a memo work itself out.
                kind.with(|_| ());
                view.with_untracked(|v| v.as_ref().map(|v| shown(shell, view, v)))
            }}
        </div>
    }
}

fn key(view: &StudyView) -> String {
    match &view.shown {
        Shown::Question(question) => format!("q{}", question.key),
        Shown::Loading => "loading".to_owned(),
        Shown::Failed(words) => format!("failed {words}"),
        Shown::Unknown => "unknown".to_owned(),
        Shown::Unusable(_) => "unusable".to_owned(),
        Shown::Done(done) => format!("done {} {:?}", done.answers, done.more),
        #[cfg(feature = "whole")]
        Shown::Ran(run) => format!("ran {} {:?}", run.name, run.dots),
    }
}

fn shown(shell: Shell, view: Memo<Option<StudyView>>, now: &StudyView) -> AnyView {
    match &now.shown {
        Shown::Loading => view! {
            <p class="quiet" role="status">"Loading " {now.deck.clone()} "…"</p>
        }
        .into_any(),
        Shown::Failed(words) => failed(shell, words.clone()),
        Shown::Unknown => view! {
            <h1>"There is nothing here"</h1>
            <p>"The address names a track, deck or drill that isn't there. It may have been removed."</p>
            <a class="button primary" href=Route::Start.hash()>"To the start page"</a>
        }
        .into_any(),
        Shown::Unusable(error) => unusable(error.to_string()),
        Shown::Question(_) => {
            let question = Memo::new(move |before: Option<&Option<_>>| {
                let now = view.with(|v| match v.as_ref().map(|v| &v.shown) {
                    Some(Shown::Question(question)) => Some((**question).clone()),
                    _ => None,
                });
                // While the next screen is being built this one is still there: it keeps what it showed.
                now.or_else(|| before.and_then(Clone::clone))
            });
            view! { <Question question deck=now.deck.clone()/> }.into_any()
        }
        Shown::Done(done) => summary::summary(shell, &now.deck, done),
        #[cfg(feature = "whole")]
        Shown::Ran(run) => run::ran(shell, run),
    }
}

fn failed(shell: Shell, words: String) -> AnyView {
    view! {
        <h1>"Not loaded"</h1>
        <Notice tone=Tone::Bad>
            <p>{words} "."</p>
            <button class="primary" on:click=move |_| shell.dispatch(Event::FetchRetried)>"Try again"</button>
        </Notice>
    }
    .into_any()
}

fn unusable(words: String) -> AnyView {
    view! {
        <h1>"Your answers could not be kept"</h1>
        <Notice tone=Tone::Bad><p>{words}</p></Notice>
        <a class="button" href=Route::Start.hash()>"To the start page"</a>
    }
    .into_any()
}

fn unsaved(shell: Shell, words: String) -> impl IntoView {
    view! {
        <Notice tone=Tone::Bad>
            <p><strong>"This answer is not saved yet."</strong> " " {words}</p>
            <p>
                <button class="primary" on:click=move |_| shell.dispatch(Event::StoreRetried)>"Try again"</button>
                " "
                <a class="button" href=Route::Data.hash()>"Export a backup"</a>
            </p>
        </Notice>
    }
}
