//! One item: the question with its answer, what is known of it, its history, and what can be done with it.

use leptos::prelude::*;

use super::super::in_place::{EditButton, Writing};
use super::super::start::{failed, unsaved};
use super::super::study::{Answer, AskedFigure, PartsOf};
use super::send;
use crate::app::view::browse::{ItemPage, ItemShown, ItemView};
use crate::app::{App, Browsing, Deed, Query, Route};
use crate::deck::id::ItemId;
use crate::ui::Shell;
use crate::ui::parts::Markdown;

/// The screen of one item.
#[component]
pub(crate) fn ItemScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo(App::item_view);
    let save_error =
        Memo::new(move |_| view.with(|v| v.as_ref().and_then(|v| v.save_error.clone())));
    // Only another item, one that was edited, or something else altogether is built anew.
    let kind = Memo::new(move |_| {
        view.with(|v| {
            v.as_ref().map(|v| match &v.shown {
                ItemShown::Loading => ("loading".to_owned(), None),
                ItemShown::Failed(words) => (format!("failed {words}"), None),
                ItemShown::Unknown => ("unknown".to_owned(), None),
                ItemShown::Here(page) => (format!("item {}", v.id), Some(page.item.clone())),
            })
        })
    });
    view! {
        <div class="item" data-screen="item">
            <p class="eyebrow"><a href=Route::Library(Query::default()).hash()>"Library"</a></p>
            {move || save_error.get().map(unsaved)}
            {move || {
                kind.with(|_| ());
                view.with_untracked(|v| v.as_ref().map(|v| shown(shell, view, v)))
            }}
        </div>
    }
}

fn shown(shell: Shell, view: Memo<Option<ItemView>>, now: &ItemView) -> AnyView {
    match &now.shown {
        ItemShown::Loading => view! { <p role="status">"Loading…"</p> }.into_any(),
        ItemShown::Failed(words) => failed(words.clone()),
        ItemShown::Unknown => view! {
            <h1>"There is no such item"</h1>
            <p>"It was taken out of its deck, or its deck is in another browser. What you answered is kept."</p>
        }
        .into_any(),
        ItemShown::Here(page) => view! { <Page shell view id=now.id.clone() first=(**page).clone()/> }.into_any(),
    }
}

#[component]
fn Page(shell: Shell, view: Memo<Option<ItemView>>, id: ItemId, first: ItemPage) -> impl IntoView {
    let page = Memo::new(move |before: Option<&Option<ItemPage>>| {
        let now = view.with(|v| match v.as_ref().map(|v| &v.shown) {
            Some(ItemShown::Here(page)) => Some((**page).clone()),
            _ => None,
        });
        now.or_else(|| before.and_then(Clone::clone))
    });
    let question = Memo::new(move |_| page.with(|p| p.as_ref().map(|p| p.question.clone())));
    let facts =
        Memo::new(move |_| page.with(|p| p.as_ref().map(|p| p.facts.clone()).unwrap_or_default()));
    let past = Memo::new(move |_| page.with(|p| p.as_ref().and_then(|p| p.past.clone())));
    let is = Memo::new(move |_| page.with(|p| p.as_ref().map_or([false; 4], |p| p.is)));
    let stem = first.question.stem.clone();
    view! {
        <h1>{first.row.title.clone()}</h1>
        <p class="quiet item-origin">{first.row.origin.clone()}</p>
        <Deeds shell id=id.clone() is/>
        <article class="question item-question">
            <div class="stem"><Markdown blocks=stem/></div>
            <AskedFigure question/>
            <PartsOf question/>
            <Answer question/>
        </article>
        <Writing/>
        <NoteOf shell id note=first.note.clone()/>
        <section aria-labelledby="known">
            <h2 id="known">"What is known of it"</h2>
            <dl class="facts">{move || facts.get().into_iter().map(|(name, words)| view! { <div><dt>{name}</dt><dd>{words}</dd></div> }).collect_view()}</dl>
        </section>
        <section aria-labelledby="past">
            <h2 id="past">"Your answers"</h2>
            {move || match past.get() {
                None => view! { <p role="status">"Reading them from your log…"</p> }.into_any(),
                Some(past) if past.is_empty() => view! { <p class="quiet">"None yet."</p> }.into_any(),
                Some(past) => view! {
                    <div class="wide"><table>
                        <thead><tr><th scope="col">"Day"</th><th scope="col">"Grade"</th><th scope="col">"Seconds"</th></tr></thead>
                        <tbody>{past.into_iter().map(|(day, grade, seconds)| view! { <tr><td>{day}</td><td>{grade}</td><td>{seconds}</td></tr> }).collect_view()}</tbody>
                    </table></div>
                }.into_any(),
            }}
        </section>
    }
}

/// What can be done with the item.
#[component]
fn Deeds(shell: Shell, id: ItemId, is: Memo<[bool; 4]>) -> impl IntoView {
    let deed = move |at: usize,
                     (on, off): (Deed, Option<Deed>),
                     (words, undone): (&'static str, &'static str)| {
        let id = id.clone();
        let pressed = move || is.with(|is| is[at]);
        let click = move |_| {
            let deed = if is.with_untracked(|is| is[at]) {
                off
            } else {
                Some(on)
            };
            if let Some(deed) = deed {
                send(shell, Browsing::Did(deed, Some(id.clone())));
            }
        };
        view! {
            <button class="tool" aria-pressed=move || pressed().to_string() disabled=move || pressed() && off.is_none() on:click=click>
                {move || if pressed() { undone } else { words }}
            </button>
        }
    };
    view! {
        <p class="buttons item-deeds" role="group" aria-label="This item">
            {deed(0, (Deed::Flag, Some(Deed::Unflag)), ("Flag", "Flagged"))}
            {deed(1, (Deed::Suspend, Some(Deed::Resume)), ("Suspend", "Suspended"))}
            {deed(2, (Deed::Want, None), ("Ask soon", "Comes soon"))}
            {deed(3, (Deed::Bury, None), ("Not today", "Not asked today"))}
            <EditButton/>
        </p>
    }
}

/// A note of the learner's. It is kept when the field is left.
#[component]
fn NoteOf(shell: Shell, id: ItemId, note: String) -> impl IntoView {
    let text = RwSignal::new(note);
    view! {
        <label class="note">"Your note"
            // A field that goes away with its page changes when its signals are gone already.
            <textarea rows="2" bind:value=text on:change:target=move |ev| send(shell, Browsing::Noted(id.clone(), ev.target().value()))></textarea>
        </label>
    }
}
