//! The learner's notes. They are kept when the field or the page is left.

use leptos::prelude::*;

use super::{One, send};
use crate::app::Reviewing;
use crate::ui::Shell;

/// So many characters at most: some pages.
const MOST: &str = "20000";

#[component]
pub(super) fn Notes(view: One) -> impl IntoView {
    let shell = Shell::of_page();
    let first = view.with_untracked(|v| v.as_ref().map(|v| (v.key, v.notes.0.clone())));
    let (key, first) = first?;
    let text = RwSignal::new(first);
    let kept = Memo::new(move |_| {
        view.with(|v| v.as_ref().map(|v| v.notes.1.clone()).unwrap_or_default())
    });
    let words = move || match (text.with(|t| t.trim().to_owned()), kept.get()) {
        (now, kept) if now == kept && kept.is_empty() => "",
        (now, kept) if now == kept => "Kept.",
        _ => "Kept when you leave the field.",
    };
    let view = view! {
        <section aria-labelledby="notes" class:no-print=move || text.with(|t| t.trim().is_empty())>
            <h2 id="notes">"Your notes"</h2>
            <textarea class="no-print" aria-labelledby="notes" rows="4" maxlength=MOST placeholder="What went well? What got in the way?"
                prop:value=move || text.get()
                on:input:target=move |ev| {
                    text.set(ev.target().value());
                    send(shell, Reviewing::Wrote(key, ev.target().value()));
                }
                // A field that goes away with its page changes when its signals are gone already.
                on:change:target=move |ev| send(shell, Reviewing::Noted(key, ev.target().value()))></textarea>
            <p class="quiet no-print" role="status">{words}</p>
            // A field has only so many lines on paper; its words have as many as they need.
            <p class="note-text only-print">{move || text.get()}</p>
        </section>
    };
    Some(view)
}
