//! The settings: studying, appearance, keys, the learner's data, memory parameters, about.

mod about;
mod appearance;
mod data;
mod keys;
mod studying;
mod training;

use leptos::prelude::*;

use crate::app::{App, Route};
use crate::ui::Shell;
use crate::ui::browser::page;
use about::About;
use appearance::Appearance;
use data::{Backup, Erase};
use keys::Keys;
use studying::Studying;
use training::MemoryParameters;

/// The sections, by the id of their headings.
const SECTIONS: [(&str, &str); 6] = [
    ("studying", "Studying"),
    ("appearance", "Appearance"),
    ("keys", "Keys"),
    ("backup", "Your data"),
    ("parameters", "Memory"),
    ("about", "About"),
];

/// Everything that can be set, and what is kept.
#[component]
pub(crate) fn SettingsScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo(App::data_view);
    let is_data = shell.memo(|app, _| *app.route() == Route::Data);
    Effect::new(move |_| {
        if is_data.get() {
            page::show_heading("backup");
        }
    });
    let links = SECTIONS.map(|(id, words)| {
        view! { <li><button class="tool" on:click=move |_| page::show_heading(id)>{words}</button></li> }
    });
    view! {
        <div class="data" data-screen="settings">
            <h1>"Settings"</h1>
            <nav aria-label="Sections"><ul class="sections">{links}</ul></nav>
            <Studying view/>
            <Appearance/>
            <Keys/>
            <Backup view/>
            <MemoryParameters/>
            <About/>
            <Erase/>
        </div>
    }
}
