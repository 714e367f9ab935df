//! The switch between light, dark and the system's choice.

use leptos::prelude::*;

use crate::ui::browser::theme;

/// A button that steps through the three.
#[component]
pub(crate) fn ThemeSwitch() -> impl IntoView {
    let chosen = RwSignal::new_local(theme::chosen());
    let label = move || format!("Appearance: {}", chosen.get().word());
    let step = move |_| {
        chosen.update(|theme| *theme = theme.next());
        theme::apply(chosen.get_untracked());
        theme::keep(chosen.get_untracked());
    };
    view! {
        <button class="icon" aria-label=label title=label on:click=step>
            <svg viewBox="0 0 20 20" aria-hidden="true">
                <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="1.6"/>
                <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor"/>
            </svg>
        </button>
    }
}
