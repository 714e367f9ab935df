//! What the learner writes about an item where they meet it: the note's field and the editor, below the question or on the
//! item's page, and the buttons that open them.

use leptos::ev::{beforeunload, visibilitychange};
use leptos::html::Textarea;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::app::view::in_place::{EditorView, InPlaceView, Open};
use crate::app::{App, Event, InPlace};
use crate::ui::Shell;
use crate::ui::browser::page;
use crate::ui::parts::Problems;

/// Lines that the editor shows at the least and at the most; beyond them it scrolls.
const EDITOR_ROWS: std::ops::RangeInclusive<usize> = 8..=24;

/// What gets the keys back when a field is closed, the first that is there: a field for the answer, the question, or on the item's
/// page the button that opened the editor.
const BACK_TO: [&str; 3] = [
    "#typed-answer:not([readonly])",
    ".question-head",
    "[data-edit]",
];

type View = Memo<Option<InPlaceView>>;

fn view_of(shell: Shell) -> View {
    shell.memo(|app: &App, _| app.in_place_view())
}

fn send(shell: Shell, event: InPlace) {
    shell.dispatch(Event::InPlace(event));
}

/// What is open, without what is written there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Nothing,
    Note,
    Editor,
}

fn kind_of(view: View) -> Memo<Kind> {
    Memo::new(move |_| {
        view.with(|v| match v.as_ref().map(|v| &v.open) {
            None | Some(Open::Nothing) => Kind::Nothing,
            Some(Open::Note(_)) => Kind::Note,
            Some(Open::Editor(_)) => Kind::Editor,
        })
    })
}

/// The buttons beside those that flag and bury.
#[component]
pub(super) fn WritingTools() -> impl IntoView {
    let shell = Shell::of_page();
    let view = view_of(shell);
    let kind = kind_of(view);
    let is_noted = Memo::new(move |_| view.with(|v| v.as_ref().is_some_and(|v| v.is_noted)));
    let toggle = move |_| {
        let event = match kind.get_untracked() {
            Kind::Note => InPlace::NoteClosed,
            Kind::Nothing | Kind::Editor => InPlace::NoteOpened,
        };
        send(shell, event);
    };
    view! {
        <button class="tool" title="Your note of this item (n)" aria-expanded=move || (kind.get() == Kind::Note).to_string() on:click=toggle>
            "Note"
            {move || is_noted.get().then(|| view! { <span class="noted"><span class="visually-hidden">", written"</span></span> })}
        </button>
        <EditButton/>
    }
}

/// Opens the editor; only an item of the learner's own has it.
#[component]
pub(super) fn EditButton() -> impl IntoView {
    let shell = Shell::of_page();
    let view = view_of(shell);
    let kind = kind_of(view);
    let is_own = Memo::new(move |_| view.with(|v| v.as_ref().is_some_and(|v| v.is_own)));
    move || {
        is_own.get().then(|| view! {
            <button class="tool" data-edit title="Edit the item's text (e)" aria-expanded=move || (kind.get() == Kind::Editor).to_string()
                on:click=move |_| send(shell, InPlace::EditOpened)>"Edit"</button>
        })
    }
}

/// The note or the editor, below the item.
#[component]
pub(super) fn Writing() -> impl IntoView {
    let shell = Shell::of_page();
    let view = view_of(shell);
    let kind = kind_of(view);
    let note = Memo::new(move |_| view.with(|v| v.as_ref().and_then(|v| v.note.clone())));
    move || match kind.get() {
        Kind::Nothing => note
            .get()
            .map(|text| {
                view! {
                    <aside class="own-note" aria-labelledby="own-note">
                        <h2 id="own-note">"Your note"</h2>
                        <p>{text}</p>
                    </aside>
                }
            })
            .into_any(),
        Kind::Note => view! { <NoteField shell view/> }.into_any(),
        Kind::Editor => view! { <Editor shell view/> }.into_any(),
    }
}

/// The field takes the focus when it is opened, and whenever it is asked for again, and gives it back when it is closed.
fn focused(view: View) -> NodeRef<Textarea> {
    let field = NodeRef::<Textarea>::new();
    let asked = Memo::new(move |_| view.with(|v| v.as_ref().map_or(0, |v| v.asked)));
    Effect::new(move |was_here: Option<bool>| {
        asked.get();
        let here = field.get();
        if let Some(field) = &here {
            let _ = field.focus();
        }
        // The buttons below it are to be seen, too, when it opens; later it stays where it is.
        if here.is_some() && was_here != Some(true) {
            spawn_local(page::reveal(".writing"));
        }
        here.is_some()
    });
    on_cleanup(|| spawn_local(page::focus_back(&BACK_TO)));
    field
}

#[component]
fn NoteField(shell: Shell, view: View) -> impl IntoView {
    let field = focused(view);
    let text = view.with_untracked(|v| match v.as_ref().map(|v| &v.open) {
        Some(Open::Note(text)) => text.clone(),
        _ => String::new(),
    });
    // A page that is put away or closed may not come back.
    let hidden = window_event_listener(visibilitychange, move |_| send(shell, InPlace::NoteLeft));
    on_cleanup(move || hidden.remove());
    view! {
        <section class="writing" aria-labelledby="note-title">
            <h2 id="note-title"><label for="note-field">"Your note"</label></h2>
            <textarea id="note-field" node_ref=field rows="3" aria-describedby="note-hint" prop:value=text
                on:input:target=move |ev| send(shell, InPlace::NoteTyped(ev.target().value()))
                on:blur=move |_| send(shell, InPlace::NoteLeft)></textarea>
            <div class="writing-end">
                <button on:click=move |_| send(shell, InPlace::NoteClosed)>"Done" <kbd>"Ctrl Enter"</kbd></button>
                <p id="note-hint" class="quiet">"Kept as soon as you leave it. Shown with the answer."</p>
            </div>
        </section>
    }
}

fn editor(view: Option<&InPlaceView>) -> Option<&EditorView> {
    match view.map(|view| &view.open) {
        Some(Open::Editor(editor)) => Some(editor),
        _ => None,
    }
}

#[component]
fn Editor(shell: Shell, view: View) -> impl IntoView {
    let field = focused(view);
    let of = move |f: fn(&EditorView) -> bool| {
        Memo::new(move |_| view.with(|v| editor(v.as_ref()).is_some_and(f)))
    };
    let (is_changed, throws_away) = (of(|e| e.is_changed), of(|e| e.throws_away));
    let is_wrong = of(|e| !e.problems.is_empty());
    let words = Memo::new(move |_| view.with(|v| editor(v.as_ref()).and_then(|e| e.words.clone())));
    let problems = Memo::new(move |_| {
        view.with(|v| {
            editor(v.as_ref())
                .map(|e| e.problems.clone())
                .unwrap_or_default()
        })
    });
    let text = view.with_untracked(|v| {
        editor(v.as_ref())
            .map(|e| e.text.clone())
            .unwrap_or_default()
    });
    let lines = text.lines().count() + 1;
    let rows = lines.clamp(*EDITOR_ROWS.start(), *EDITOR_ROWS.end());
    // What it says stands below the buttons, which do not move, and may be out of sight.
    Effect::new(move |_| {
        if words.with(Option::is_some) {
            spawn_local(page::reveal(".writing .said"));
        }
    });
    let closed = window_event_listener(beforeunload, move |ev| {
        // The browser asks whether to go all the same.
        if is_changed.try_get_untracked() == Some(true) {
            ev.prevent_default();
        }
    });
    on_cleanup(move || closed.remove());
    view! {
        <section class="writing" aria-labelledby="edit-title">
            <h2 id="edit-title"><label for="edit-field">"Edit this item"</label></h2>
            <p id="edit-hint" class="quiet">"Markdown, as in your deck. Change what you like but the id after the #: your answers hang on it."</p>
            <textarea id="edit-field" class="source" node_ref=field rows=rows.to_string() autocapitalize="none"
                aria-describedby="edit-hint" aria-invalid=move || is_wrong.get().to_string() prop:value=text
                on:input:target=move |ev| send(shell, InPlace::EditTyped(ev.target().value()))></textarea>
            <div class="writing-end">
                <button class="primary" on:click=move |_| send(shell, InPlace::EditSaved)>"Save" <kbd>"Ctrl Enter"</kbd></button>
                <button class:danger=throws_away on:click=move |_| send(shell, InPlace::EditCancelled)>
                    {move || if throws_away.get() { "Throw changes away" } else { "Cancel" }} <kbd>"Esc"</kbd>
                </button>
            </div>
            <div class="said">
                <div role="alert">
                    {move || words.get().map(|words| view! { <p class="warn"><strong>{words}</strong></p> })}
                </div>
                {move || Some(problems.get()).filter(|rows| !rows.is_empty()).map(|rows| view! { <Problems rows/> })}
            </div>
        </section>
    }
}
