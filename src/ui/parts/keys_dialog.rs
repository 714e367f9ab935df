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
    let rows = HELP.map(|(keys, words)| {
        view! {
            <dt><kbd>{keys}</kbd></dt>
            <dd>{words}</dd>
        }
    });
    view! {
        <dialog node_ref=dialog class="keys" aria-labelledby="keys-title" on:close=move |_| open.set(false)>
            <h2 id="keys-title">"Keys"</h2>
            <dl>{rows}</dl>
            <button class="primary" on:click=move |_| open.set(false)>"Close"</button>
        </dialog>
    }
}
