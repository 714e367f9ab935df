//! The list of keys.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::app::keys::HELP;

/// A dialog with the keys; `?` opens it, Escape closes it.
#[component]
pub(crate) fn KeysDialog(open: RwSignal<bool>) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            match (open.get(), dialog.open()) {
                // Only a dialog that is no longer in the page refuses to open.
                (true, false) => drop(dialog.show_modal()),
                (false, true) => dialog.close(),
                _ => {}
            }
        }
    });
    // The browser tells of a closing later on: by then it may be open again.
    let closed = move |_| {
        if dialog.get_untracked().is_none_or(|dialog| !dialog.open()) {
            open.set(false);
        }
    };
    let rows = HELP.map(|(keys, words)| {
        view! {
            <dt><kbd>{keys}</kbd></dt>
            <dd>{words}</dd>
        }
    });
    view! {
        <dialog node_ref=dialog class="keys" aria-labelledby="keys-title" on:close=closed>
            <h2 id="keys-title">"Keys"</h2>
            <dl>{rows}</dl>
            <button class="primary" on:click=move |_| open.set(false)>"Close"</button>
        </dialog>
    }
}
