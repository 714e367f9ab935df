//! The switch between light, dark and the system's choice.

use leptos::prelude::*;

use crate::ui::browser::theme;

/// A button that steps through the three.
#[component]
pub(crate) fn ThemeSwitch() -> impl IntoView {
    let chosen = theme::signal();
    let label = move || format!("Appearance: {}", chosen.get().word());
    let step = move |_| theme::choose(chosen, chosen.get_untracked().next());
    view! {
        <button class="icon" aria-label=label title=label on:click=step>
            <svg viewBox="0 0 20 20" aria-hidden="true">
                <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" stroke-width="1.6"/>
                <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor"/>
            </svg>
        </button>
    }
}
