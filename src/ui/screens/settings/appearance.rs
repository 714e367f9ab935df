//! Light, dark, or as the system says.

use leptos::prelude::*;

use crate::ui::browser::theme::{self, Theme};

/// The section about the appearance. It is a matter of this browser, and not in the log.
#[component]
pub(super) fn Appearance() -> impl IntoView {
    let chosen = theme::signal();
    let choice = move |of: Theme, words: &'static str| {
        view! {
            <label class="chip">
                <input type="radio" name="appearance" prop:checked=move || chosen.get() == of on:change=move |_| theme::choose(chosen, of)/>
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <section aria-labelledby="appearance">
            <h2 id="appearance" tabindex="-1">"Appearance"</h2>
            <fieldset class="plain">
                <legend class="quiet">"Kept in this browser alone."</legend>
                <div class="chips">
                    {choice(Theme::System, "As the system says")}
                    {choice(Theme::Light, "Light")}
                    {choice(Theme::Dark, "Dark")}
                </div>
            </fieldset>
        </section>
    }
}
