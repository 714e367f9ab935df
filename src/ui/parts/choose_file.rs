//! A button that lets the learner choose a file.

use leptos::prelude::*;

use crate::ui::browser::files;

/// A file button: the native input, with a label that looks like a button.
#[component]
pub(crate) fn ChooseFile(
    /// What the button says.
    label: &'static str,
    /// Kinds of files, as the input takes them.
    accept: &'static str,
    /// Called with the file's name and content.
    chosen: Callback<(String, Vec<u8>)>,
) -> impl IntoView {
    view! {
        <label class="button">
            <input
                type="file"
                class="visually-hidden"
                accept=accept
                on:change:target=move |ev| {
                    files::chosen(&ev.target(), move |name, bytes| chosen.run((name, bytes)));
                }
            />
            {label}
        </label>
    }
}
