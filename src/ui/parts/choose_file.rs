//! A button that lets the learner choose a file.

use leptos::prelude::*;

use crate::store::BACKUP_MAX_BYTES;
use crate::ui::browser::files::{self, Chosen};

/// A file button: the native input, with a label that looks like a button.
#[component]
pub(crate) fn ChooseFile(
    /// What the button says.
    label: &'static str,
    /// Kinds of files, as the input takes them.
    accept: &'static str,
    /// Called with the file, or with its size where that is beyond everything.
    chosen: Callback<Chosen>,
) -> impl IntoView {
    view! {
        <label class="button">
            <input
                type="file"
                class="visually-hidden"
                accept=accept
                on:change:target=move |ev| {
                    files::chosen(&ev.target(), BACKUP_MAX_BYTES, move |file| chosen.run(file));
                }
            />
            {label}
        </label>
    }
}
