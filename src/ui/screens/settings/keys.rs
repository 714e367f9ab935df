//! The keys, and a switch for those of a single character.

use leptos::prelude::*;

use crate::app::keys::HELP;
use crate::ui::Shell;
use crate::ui::browser::single_keys;

/// The section about keys. Who speaks to the computer, or rests a hand on the keyboard, can do without single ones (WCAG 2.1.4).
#[component]
pub(super) fn Keys() -> impl IntoView {
    let shell = Shell::of_page();
    let change = move |on: bool| {
        shell.single_keys.set(on);
        single_keys::keep(on);
    };
    let rows = HELP.map(|(keys, words)| view! { <dt><kbd>{keys}</kbd></dt> <dd>{words}</dd> });
    view! {
        <section class="keys" aria-labelledby="keys">
            <h2 id="keys" tabindex="-1">"Keys"</h2>
            <div class="setting">
                <label for="single-keys">"Keys of a single character"</label>
                <input id="single-keys" type="checkbox" aria-describedby="single-keys-help"
                    prop:checked=move || shell.single_keys.get()
                    on:change:target=move |ev| change(ev.target().checked())/>
                <p id="single-keys-help" class="quiet">"Letters, digits and “?” as shortcuts. Without them Enter, Space, Tab, Escape and Ctrl K still do \
                    everything. Kept in this browser alone."</p>
            </div>
            <details>
                <summary>"Every key"</summary>
                <dl>{rows}</dl>
            </details>
        </section>
    }
}
