//! One entry: what it is, what can be ticked, when it is, and its words.

use leptos::prelude::*;

use super::standing::exam_row;
use super::tick::Tick;
use super::{View, send};
use crate::app::view::road::{EntryPage, RoadBody, TickRow};
use crate::app::{Entry, Kind, RoadPage, Roading, Route};
use crate::deck::id::TrackId;
use crate::ui::Shell;

#[component]
pub(super) fn EntryOf(view: View) -> impl IntoView {
    let shell = Shell::of_page();
    let page = Memo::new(move |_| {
        view.with(|v| match v.as_ref().map(|v| &v.body) {
            Some(RoadBody::Entry(page)) => Some((**page).clone()),
            _ => None,
        })
    });
    let today = view.with_untracked(|v| v.as_ref().map(|v| v.today.clone()).unwrap_or_default());
    let Some(first) = page.get_untracked() else {
        return ().into_any();
    };
    let head = view! {
        <p class="eyebrow"><a href=Route::Road(RoadPage::default()).hash()>"Roadmap"</a> " · " {first.path.1.clone()}</p>
    };
    if first.is_new {
        return view! { {head} <h1>"A new entry"</h1> <Editor first is_new=true/> }.into_any();
    }
    let exam = Memo::new(move |_| page.with(|p| p.as_ref().and_then(|p| p.exam.clone())));
    let when = Memo::new(move |_| {
        page.with(|p| {
            p.as_ref().map(|p| {
                let moved = p
                    .moved_from
                    .clone()
                    .map(|from| format!("The path has it on {from}."));
                (
                    p.name.clone(),
                    format!("{}: {}, {}.", p.kind.word(), p.when, p.look.words()),
                    moved,
                )
            })
        })
    });
    let (path, id) = (first.path.0.clone(), first.id.clone());
    let back = {
        let (path, id) = (path.clone(), id.clone());
        move |_| send(shell, Roading::MovedBack(path.clone(), id.clone()))
    };
    let drop = move |_| {
        send(shell, Roading::Dropped(path.clone(), id.clone(), true));
        crate::ui::browser::page::go(&Route::Road(RoadPage::default()).hash());
    };
    let is_exam = first.kind == Kind::Exam;
    let study = first.track.clone();
    view! {
        {head}
        <h1>{move || when.with(|w| w.as_ref().map(|w| w.0.clone()))}</h1>
        <p>{move || when.with(|w| w.as_ref().map(|w| w.1.clone()))}</p>
        {move || when.with(|w| w.as_ref().and_then(|w| w.2.clone())).map(|words| {
            let back = back.clone();
            view! { <p class="quiet">{words} " " <button class="tool" on:click=back>"Put it back there"</button></p> }
        })}
        {facts(&first)}
        {move || exam.get().map(|exam| view! { <ul class="road-exams">{exam_row(shell, exam)}</ul> })}
        {study.map(|track| view! {
            <p class="buttons">
                <a class="button primary" href=Route::Study(track.clone()).hash()>"Study for it"</a>
                <a class="button" href=Route::Track(track.clone()).hash()>"What you know"</a>
                <a class="button" href=Route::Readiness(track).hash()>"Are you ready?"</a>
            </p>
        })}
        <Ticks page today=today.clone()/>
        {sections(&first)}
        {is_exam.then(|| view! { <Outside key=(first.path.0.clone(), first.id.clone()) today/> })}
        <details class="panel-card">
            <summary>"Change it"</summary>
            <Editor first is_new=false/>
            <p><button on:click=drop>"Take it off the roadmap"</button></p>
        </details>
    }
    .into_any()
}

fn facts(page: &EntryPage) -> impl IntoView + use<> {
    let rows = page.facts.clone().into_iter();
    let rows = rows.map(|(name, words)| view! { <dt>{name}</dt> <dd>{words}</dd> });
    (!page.facts.is_empty()).then(|| view! { <dl class="facts">{rows.collect_view()}</dl> })
}

fn sections(page: &EntryPage) -> impl IntoView + use<> {
    let sections = page.sections.clone().into_iter().map(|(name, lines)| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
        view! { <section><h2>{name}</h2> <ul>{lines.collect_view()}</ul></section> }
    });
    sections.collect_view()
}

/// What can be ticked.
#[component]
fn Ticks(page: Memo<Option<EntryPage>>, today: String) -> impl IntoView {
    let rows = Memo::new(move |_| {
        page.with(|p| {
            let of = |p: &EntryPage| {
                let own = p.own_tick.clone().into_iter();
                own.chain(p.ticks.clone()).collect::<Vec<TickRow>>()
            };
            p.as_ref().map(of).unwrap_or_default()
        })
    });
    let count = move || {
        let ticks = page.with(|p| {
            p.as_ref().map_or((0, 0), |p| {
                let done = p.ticks.iter().filter(|tick| tick.by.is_some()).count();
                (done, p.ticks.len())
            })
        });
        (ticks.1 > 0).then(|| format!("{} of {} ticked", ticks.0, ticks.1))
    };
    let ids = Memo::new(move |_| {
        rows.with(|rows| rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>())
    });
    view! {
        {move || (!ids.with(Vec::is_empty)).then(|| view! {
            <section aria-labelledby="to-tick">
                <h2 id="to-tick">"To tick"</h2>
                <p class="quiet" role="status">{count}</p>
            </section>
        })}
        <ul class="ticks">
            <For each=move || ids.get() key=Clone::clone children=move |id| {
                let row = Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.id == id).cloned()));
                view! { <Tick row today=today.clone()/> }
            }/>
        </ul>
    }
}

/// Time studied outside of Cairn for an exam.
#[component]
fn Outside(key: (String, String), today: String) -> impl IntoView {
    let shell = Shell::of_page();
    let (day, minutes) = (RwSignal::new(today), RwSignal::new(60_u16));
    let note = move || {
        let (path, id) = key.clone();
        send(
            shell,
            Roading::Studied(path, id, day.get_untracked(), minutes.get_untracked()),
        );
    };
    view! {
        <section class="panel-card" aria-labelledby="outside">
            <h2 id="outside">"Studied elsewhere"</h2>
            <p class="quiet">"A course, a lab, a book: note the time, and it counts for this exam."</p>
            <form class="fields" on:submit=move |ev| { ev.prevent_default(); note(); }>
                <label>"On" <input type="date" prop:value=move || day.get() on:input:target=move |ev| day.set(ev.target().value())/></label>
                <label>"Minutes" <input type="number" min="1" max="1440" step="1" inputmode="numeric" prop:value=move || minutes.get().to_string()
                    on:input:target=move |ev| minutes.set(ev.target().value().parse().unwrap_or(0))/></label>
                <button>"Note it"</button>
            </form>
        </section>
    }
}

/// An entry's words and days.
#[component]
fn Editor(first: EntryPage, is_new: bool) -> impl IntoView {
    let shell = Shell::of_page();
    let entry = RwSignal::new(first.entry.clone());
    let (from, to) = (
        RwSignal::new(first.span.0.clone()),
        RwSignal::new(first.span.1.clone()),
    );
    let path = first.path.0.clone();
    let keep = move || {
        let entry = entry.get_untracked();
        // An exam is on one day.
        let from = if entry.kind == Kind::Exam { to } else { from };
        send(
            shell,
            Roading::Entered(
                path.clone(),
                entry,
                from.get_untracked(),
                to.get_untracked(),
            ),
        );
        if is_new && shell.with_app(|app| app.road_refused().is_none()) {
            crate::ui::browser::page::go(&Route::Road(RoadPage::default()).hash());
        }
    };
    let is_exam = move || entry.with(|entry| entry.kind == Kind::Exam);
    let change = move |change: &dyn Fn(&mut Entry)| entry.update(|entry| change(entry));
    let tracks = first.tracks.clone();
    let tracks = move || {
        let tracks = tracks.clone().into_iter();
        tracks
            .map(|(id, name)| {
                let selected = entry.with_untracked(|entry| entry.track.as_ref() == Some(&id));
                view! { <option value=id.to_string() selected=selected>{name}</option> }
            })
            .collect_view()
    };
    let texts = first.is_own || is_new;
    view! {
        <form class="fields editor" on:submit=move |ev| { ev.prevent_default(); keep(); }>
            <label class="wide">"Name" <input type="text" maxlength="120" autocomplete="off" prop:value=move || entry.with(|e| e.name.clone())
                on:input:target=move |ev| change(&|e| e.name = ev.target().value())/></label>
            {is_new.then(|| view! {
                <label>"What it is" <select on:change:target=move |ev| change(&|e| e.kind = kind(&ev.target().value()))>
                    {Kind::ALL.map(|of| view! { <option value=of.word() selected=move || entry.with(|e| e.kind == of)>{of.word()}</option> })}
                </select></label>
            })}
            {move || (!is_exam()).then(|| view! {
                <label>"From" <input type="date" prop:value=move || from.get() on:input:target=move |ev| from.set(ev.target().value())/></label>
            })}
            <label>{move || if is_exam() { "On" } else { "To" }} <input type="date" prop:value=move || to.get() on:input:target=move |ev| to.set(ev.target().value())/></label>
            {move || is_exam().then(|| view! {
                <label>"Hours of study" <input type="number" min="0" max="2000" inputmode="numeric"
                    prop:value=move || entry.with(|e| e.hours.map(|h| h.to_string()).unwrap_or_default())
                    on:input:target=move |ev| change(&|e| e.hours = ev.target().value().parse().ok())/></label>
                <label>"Track" <select on:change:target=move |ev| change(&|e| e.track = TrackId::new(&ev.target().value()).ok())>
                    <option value="">"None"</option> {tracks()}
                </select></label>
            })}
            {texts.then(|| view! {
                <label class="wide">"Things to tick, one to a line" <textarea rows="4" prop:value=move || entry.with(|e| e.text.clone())
                    on:input:target=move |ev| change(&|e| e.text = ev.target().value())></textarea></label>
            })}
            <button class="primary">"Keep"</button>
        </form>
    }
}

fn kind(word: &str) -> Kind {
    let mut all = Kind::ALL.into_iter();
    all.find(|kind| kind.word() == word)
        .unwrap_or(Kind::Project)
}
