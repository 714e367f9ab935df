//! The learner's own decks.

use leptos::prelude::*;

use crate::app::view::in_place::ProblemRow;
use crate::app::view::{DecksView, OwnDeckRow};
use crate::app::{DeckPreview, Desk, Event, Route};
use crate::ui::Shell;
use crate::ui::browser::files::Chosen;
use crate::ui::parts::{ChooseFile, Notice, Problems, Tone};

/// Own decks: add, look at, remove.
#[component]
pub(crate) fn DecksScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo(|app, _| app.decks_view());
    let chosen = Callback::new(move |file| {
        shell.dispatch(Event::Desk(match file {
            Chosen::File(name, bytes) => Desk::DeckPicked(name, bytes),
            Chosen::TooLarge(bytes) => Desk::FileTooLarge(bytes),
        }));
    });
    view! {
        <div class="decks" data-screen="decks">
            <h1>"Your own decks"</h1>
            <p>"A deck is a plain Markdown file. It is read and kept in this browser; nothing is uploaded."</p>
            <p><ChooseFile label="Choose a Markdown file" accept=".md,.markdown,.txt,text/markdown,text/plain" chosen/></p>
            {move || view.with(|v| v.save_error.clone()).map(|words| view! {
                <Notice tone=Tone::Bad>
                    <p>"The deck is not saved: " {words}</p>
                    <button on:click=move |_| shell.dispatch(Event::StoreRetried)>"Try again"</button>
                </Notice>
            })}
            {move || view.with(|v| v.preview.as_ref().map(|p| preview(shell, p)))}
            {move || view.with(|v| list(shell, v))}
            <Example/>
        </div>
    }
}

fn preview(shell: Shell, preview: &DeckPreview) -> impl IntoView + use<> {
    let count = preview.problems.len();
    let rows: Vec<_> = preview.problems.iter().map(ProblemRow::of).collect();
    let counted = |n: usize, one: &str| {
        if n == 1 {
            format!("1 {one}")
        } else {
            format!("{n} {one}s")
        }
    };
    let headline = if preview.items == 0 {
        format!("“{}” cannot be added", preview.file)
    } else {
        let problems = if count == 0 {
            "no problems".to_owned()
        } else {
            counted(count, "problem")
        };
        format!(
            "“{}”: {}, {problems}",
            preview.name,
            counted(preview.items, "item")
        )
    };
    let accept = preview.id.is_some().then(|| {
        let words = if preview.replaces { "Replace the deck that is here" } else { "Add this deck" };
        view! { <button class="primary" on:click=move |_| shell.dispatch(Event::Desk(Desk::DeckAccepted))>{words}</button> }
    });
    view! {
        <section class="preview" aria-labelledby="preview">
            <h2 id="preview">{headline}</h2>
            {preview.refused.clone().map(|words| view! { <p class="warn" role="alert">{words}</p> })}
            {(count > 0 && preview.id.is_some()).then(|| view! {
                <p>"Items with errors are left out; the others can be studied. Mend the file and choose it again to add them."</p>
            })}
            <p class="buttons">
                {accept}
                <button on:click=move |_| shell.dispatch(Event::Desk(Desk::DeckDismissed))>"Close"</button>
            </p>
            <Problems rows/>
        </section>
    }
}

fn list(shell: Shell, view: &DecksView) -> AnyView {
    if view.own.is_empty() {
        return view! { <p class="quiet">"No own decks yet."</p> }.into_any();
    }
    let rows = view.own.iter().map(|row| own_row(shell, row));
    view! { <ul class="own">{rows.collect_view()}</ul> }.into_any()
}

fn own_row(shell: Shell, row: &OwnDeckRow) -> impl IntoView + use<> {
    let (id, name) = (row.id.clone(), row.name.clone());
    let asked = RwSignal::new(false);
    let problems = match row.problems {
        0 => String::new(),
        1 => ", 1 problem".to_owned(),
        n => format!(", {n} problems"),
    };
    let items = if row.items == 1 {
        "1 item".to_owned()
    } else {
        format!("{} items", row.items)
    };
    view! {
        <li>
            <a href=Route::Study(row.id.clone()).hash()>{row.name.clone()}</a>
            <span class="quiet">" " {items} {problems}</span>
            {move || if asked.get() {
                let id = id.clone();
                view! {
                    <span class="confirm">
                        {format!("Remove “{name}”? Your answers stay in the log. ")}
                        <button class="danger" on:click=move |_| shell.dispatch(Event::Desk(Desk::DeckRemoved(id.clone())))>"Remove"</button>
                        <button on:click=move |_| asked.set(false)>"Keep"</button>
                    </span>
                }.into_any()
            } else {
                view! { <button on:click=move |_| asked.set(true)>"Remove…"</button> }.into_any()
            }}
        </li>
    }
}

/// The smallest deck there is, to copy.
#[component]
fn Example() -> impl IntoView {
    const EXAMPLE: &str = "---\ndeck: my-ports\nname: My ports\n---\n\n## HTTPS {#https .card}\n\nWhich port does HTTPS use?\n\n---\n\n443\n\n## Secure shell {#ssh .choice}\n\nWhich port does SSH use?\n\n- [ ] 21\n- [x] 22\n- [ ] 23\n";
    view! {
        <details>
            <summary>"What a deck looks like"</summary>
            <pre tabindex="0"><code>{EXAMPLE}</code></pre>
            <p>"Every kind of item, from cloze to case, is described in the README of the project."</p>
        </details>
    }
}
