//! The library: every item, found as one types, and what is done with many at once.

mod item;

use leptos::prelude::*;

pub(crate) use item::ItemScreen;

use super::SEARCH;
use super::start::{failed, unsaved};
use crate::app::view::browse::{ItemRow, LibraryView, states};
use crate::app::{App, Browsing, Deed, Event, Only, Query, Route};
use crate::deck::id::TrackId;
use crate::ui::Shell;
use crate::ui::browser::page;

/// What can be done with everything that is picked.
const DEEDS: [(Deed, &str); 6] = [
    (Deed::Want, "Ask soon"),
    (Deed::Flag, "Flag"),
    (Deed::Unflag, "Take flags away"),
    (Deed::Suspend, "Suspend"),
    (Deed::Resume, "Resume"),
    (Deed::Bury, "Not today"),
];

/// The library.
#[component]
pub(crate) fn LibraryScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo(App::library_view);
    on_cleanup(move || shell.library_at.set_value(page::scrolled()));
    let of = move |f: fn(&LibraryView) -> Option<String>| {
        Memo::new(move |_| view.with(|v| v.as_ref().and_then(f)))
    };
    let save_error = of(|v| v.save_error.clone());
    let unfetched = of(|v| v.failed.clone());
    let found = Memo::new(move |_| {
        view.with(|v| {
            v.as_ref()
                .map_or((0, 0, 0), |v| (v.found.0, v.found.1, v.coming))
        })
    });
    let rows =
        Memo::new(move |_| view.with(|v| v.as_ref().map(|v| v.rows.clone()).unwrap_or_default()));
    let words = move || match found.get() {
        (_, _, coming) if coming > 0 => format!("Loading {coming} decks…"),
        (0, all, _) => format!("Nothing of {all} items fits."),
        (found, all, _) if found == all => format!("{all} items"),
        (found, all, _) => format!("{found} of {all} items"),
    };
    view! {
        <div class="library" data-screen="library">
            <div class="library-head">
                <h1>"Library"</h1>
                <a href=Route::Decks.hash()>"Your own decks"</a>
            </div>
            {move || save_error.get().map(unsaved)}
            {move || unfetched.get().map(failed)}
            <Search view/>
            <p class="quiet" role="status" data-found>{words}</p>
            <Many view/>
            <ul class="items">
                <For each=move || rows.get() key=|row| row.id.clone() let:row>
                    <Row row rows/>
                </For>
            </ul>
            {move || (rows.with(Vec::len) < found.get().0).then(|| view! {
                <p><button on:click=move |_| send(shell, Browsing::MoreWanted)>"Show 100 more"</button></p>
            })}
        </div>
    }
}

fn send(shell: Shell, event: Browsing) {
    shell.dispatch(Event::Browsing(event));
}

/// What is looked for.
#[component]
fn Search(view: Memo<Option<LibraryView>>) -> impl IntoView {
    let shell = Shell::of_page();
    let query =
        Memo::new(move |_| view.with(|v| v.as_ref().map(|v| v.query.clone()).unwrap_or_default()));
    let change = move |change: &dyn Fn(&mut Query)| {
        let mut query = query.get_untracked();
        change(&mut query);
        send(shell, Browsing::Searched(query));
    };
    let tracks =
        Memo::new(move |_| view.with(|v| v.as_ref().map(|v| v.tracks.clone()).unwrap_or_default()));
    let tasks =
        Memo::new(move |_| view.with(|v| v.as_ref().map(|v| v.tasks.clone()).unwrap_or_default()));
    let is_track = move |id: &TrackId| query.with(|q| q.track.as_ref() == Some(id));
    let is_task = move |id: &str| query.with(|q| q.task.as_deref() == Some(id));
    view! {
        <search class="search">
            <label class="search-words"><span class="visually-hidden">"Words to look for"</span>
                <input type="search" id=SEARCH placeholder="Search every item" autocomplete="off" spellcheck="false"
                    prop:value=move || query.with(|q| q.words.clone())
                    on:input:target=move |ev| change(&|q| q.words = ev.target().value())/>
            </label>
            <label><span class="visually-hidden">"Deck"</span>
                <select on:change:target=move |ev| change(&|q| {
                    q.track = TrackId::new(&ev.target().value()).ok();
                    q.task = None;
                })>
                    <option value="" selected=move || query.with(|q| q.track.is_none())>"All decks"</option>
                    {move || tracks.get().into_iter().map(|(id, name)| {
                        let selected = is_track(&id);
                        view! { <option value=id.to_string() selected=selected>{name}</option> }
                    }).collect_view()}
                </select>
            </label>
            {move || (!tasks.with(Vec::is_empty)).then(|| view! {
                <label><span class="visually-hidden">"Domain or task"</span>
                    <select on:change:target=move |ev| change(&|q| q.task = Some(ev.target().value()).filter(|task| !task.is_empty()))>
                        <option value="" selected=move || query.with(|q| q.task.is_none())>"All domains"</option>
                        {tasks.get().into_iter().map(|(id, name, is_of_domain)| {
                            let selected = is_task(&id);
                            let lead = if is_of_domain { "\u{2003}" } else { "" };
                            view! { <option value=id.clone() selected=selected>{format!("{lead}{id} {name}")}</option> }
                        }).collect_view()}
                    </select>
                </label>
            })}
            <label><span class="visually-hidden">"State"</span>
                <select on:change:target=move |ev| change(&|q| q.only = Only::named(&ev.target().value()))>
                    {states().map(|(only, words)| view! {
                        <option value=only.name() selected=move || query.with(|q| q.only == only)>{words}</option>
                    }).collect_view()}
                </select>
            </label>
        </search>
    }
}

/// What is done with many items.
#[component]
fn Many(view: Memo<Option<LibraryView>>) -> impl IntoView {
    let shell = Shell::of_page();
    let counts = Memo::new(move |_| {
        view.with(|v| {
            v.as_ref()
                .map_or((0, 0, 0), |v| (v.picked, v.pickable, v.undoable))
        })
    });
    view! {
        <div class="many" role="group" aria-label="With the picked items">
            <label class="check">
                <input type="checkbox" prop:checked=move || counts.with(|(picked, most, _)| *picked > 0 && picked == most)
                    on:change:target=move |ev| send(shell, Browsing::AllPicked(ev.target().checked()))/>
                {move || match counts.get() {
                    (0, most, _) if most < view.with(|v| v.as_ref().map_or(0, |v| v.found.0)) => format!("Pick the first {most}"),
                    (0, all, _) => format!("Pick all {all}"),
                    (picked, _, _) => format!("{picked} picked"),
                }}
            </label>
            {move || (counts.with(|c| c.0) > 0).then(|| DEEDS.into_iter().map(|(deed, words)| view! {
                <button class="tool" on:click=move |_| send(shell, Browsing::Did(deed, None))>{words}</button>
            }).collect_view())}
            {move || (counts.with(|c| c.2) > 0).then(|| view! {
                <button class="tool" data-take-back on:click=move |_| send(shell, Browsing::TakenBack)>
                    {move || format!("Take the last step back ({})", counts.with(|c| c.2))}
                </button>
            })}
        </div>
    }
}

/// One item of the list. It stays where it is while its state changes.
#[component]
fn Row(row: ItemRow, rows: Memo<Vec<ItemRow>>) -> impl IntoView {
    let shell = Shell::of_page();
    let (id, item) = (row.id.clone(), row.id.clone());
    let first = row.clone();
    let now = Memo::new(move |_| {
        let found = rows.with(|rows| rows.iter().find(|row| row.id == id).cloned());
        found.unwrap_or_else(|| row.clone())
    });
    view! {
        <li class="item-row" data-item=first.id.to_string()>
            <input type="checkbox" aria-label=format!("Pick {}", first.title) prop:checked=move || now.with(|row| row.is_picked)
                on:change:target=move |ev| send(shell, Browsing::Picked(item.clone(), ev.target().checked()))/>
            <a href=Route::Item(first.id.clone()).hash()>
                <span class="item-title">{first.title.clone()}</span>
                <span class="item-words">{first.words.clone()}</span>
                <span class="quiet item-origin">{first.origin.clone()}</span>
            </a>
            <span class="item-state">{move || now.with(|row| row.state.clone())}</span>
            <span class="item-marks">{move || now.with(|row| row.marks.clone()).into_iter().map(|mark| view! { <span class="tag">{mark}</span> }).collect_view()}</span>
        </li>
    }
}
