//! The roadmap taken out: a calendar file, text, paper.

use leptos::prelude::*;

use super::send;
use crate::app::{App, Export, Roading};
use crate::ui::Shell;
use crate::ui::browser::page;
use crate::ui::parts::{Notice, Tone};

/// Three buttons, and why the last file could not be written.
#[component]
pub(super) fn Save() -> impl IntoView {
    let shell = Shell::of_page();
    let unsaved = shell.memo(|app: &App, _| app.unsaved_text().map(ToOwned::to_owned));
    let save = move |export| send(shell, Roading::Exported(export));
    view! {
        <section class="save no-print" aria-labelledby="save">
            <h2 id="save">"Take it with you"</h2>
            {move || unsaved.get().map(|words| view! {
                <Notice tone=Tone::Bad><p>"The file was not saved: " {words}</p></Notice>
            })}
            <p class="buttons">
                <button on:click=move |_| save(Export::Calendar)>"Calendar file (.ics)"</button>
                <button on:click=move |_| save(Export::Text)>"Text (Markdown)"</button>
                <button on:click=move |_| page::print()>"Print"</button>
            </p>
            <p class="quiet">"The calendar holds exams, phases, projects, checkpoints, reviews and your study minutes. Save it again after a change: \
                the new entries take the place of the old ones."</p>
        </section>
    }
}
