//! The mark: three stones on one another.

use leptos::prelude::*;

/// The mark, as high as a line of text.
#[component]
pub(crate) fn Logo() -> impl IntoView {
    view! {
        <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
            <ellipse cx="16" cy="25" rx="12" ry="4.6"/>
            <ellipse cx="16.6" cy="16.2" rx="8.4" ry="4"/>
            <ellipse cx="15.4" cy="8.4" rx="5" ry="3.4"/>
        </svg>
    }
}
