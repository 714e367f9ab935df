//! The command palette: Ctrl or Cmd with K, a few letters, Enter.

use leptos::html::{Dialog, Input};
use leptos::prelude::*;

use super::Shell;
use super::browser::page;
use crate::app::view::palette::{Action, Command};
use crate::app::{Event, Roading};

/// The dialog. `open` is set by the key.
#[component]
pub(crate) fn Palette(open: RwSignal<bool>) -> impl IntoView {
    let shell = Shell::of_page();
    let (dialog, field) = (NodeRef::<Dialog>::new(), NodeRef::<Input>::new());
    let words = RwSignal::new(String::new());
    let at = RwSignal::new(0_usize);
    let lines = shell.palette(open, words);
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                words.set(String::new());
                at.set(0);
                // Only a dialog that is no longer in the page refuses to open.
                drop(dialog.show_modal());
                if let Some(field) = field.get_untracked() {
                    let _ = field.focus();
                }
            }
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    // The browser tells of a closing later on: by then it may be open again.
    let closed = move |_| {
        if dialog.get_untracked().is_none_or(|dialog| !dialog.open()) {
            open.set(false);
        }
    };
    let act = move |place: usize| {
        let Some(command) = lines.with_untracked(|lines| lines.get(place).cloned()) else {
            return;
        };
        open.set(false);
        match command.action {
            Action::Go(route) => page::go(&route.hash()),
            Action::Save(export) => shell.dispatch(Event::Road(Roading::Exported(export))),
            Action::Keys => shell.help.set(true),
        }
    };
    let step = move |by: isize| {
        let count = lines.with_untracked(Vec::len).max(1);
        at.update(|at| *at = (*at).saturating_add_signed(by) % count);
    };
    let key = move |ev: leptos::ev::KeyboardEvent| {
        let place = at.get_untracked();
        match ev.key().as_str() {
            "ArrowDown" => step(1),
            "ArrowUp" if place == 0 => at.set(lines.with_untracked(Vec::len).saturating_sub(1)),
            "ArrowUp" => step(-1),
            "Enter" => act(place),
            _ => return,
        }
        ev.prevent_default();
    };
    let row = move |(place, command): (usize, Command)| {
        let is_here = move || at.get() == place;
        view! {
            <li id=format!("command-{place}") role="option" aria-selected=move || is_here().to_string() class:here=is_here
                on:click=move |_| act(place) on:mousemove=move |_| if at.get_untracked() != place { at.set(place) }>
                <span>{command.words}</span> <span class="quiet">{command.hint}</span>
            </li>
        }
    };
    view! {
        <dialog node_ref=dialog class="palette" aria-label="Go to" on:close=closed>
            <input node_ref=field type="text" role="combobox" aria-label="What do you want to do?" aria-expanded="true" aria-controls="commands"
                aria-autocomplete="list" aria-activedescendant=move || format!("command-{}", at.get())
                placeholder="A screen, a track, an item…" autocomplete="off" spellcheck="false"
                prop:value=move || words.get() on:keydown=key
                on:input:target=move |ev| { words.set(ev.target().value()); at.set(0); }/>
            <ul id="commands" role="listbox" aria-label="Commands">
                {move || lines.get().into_iter().enumerate().map(row).collect_view()}
            </ul>
        </dialog>
    }
}
