//! What this is, which version, and what it does with what it knows.

use leptos::prelude::*;

/// The section about the program.
#[component]
pub(super) fn About() -> impl IntoView {
    view! {
        <section aria-labelledby="about">
            <h2 id="about" tabindex="-1">"About"</h2>
            <p>{format!("Cairn {}, a study engine for certification exams.", env!("CARGO_PKG_VERSION"))}</p>
            <p class="quiet">"Nothing leaves this browser: there is no account, no server that knows you, and no request to anybody but the host of this \
                page. The questions are written for Cairn from the vendors' public documentation; none comes from a real exam. Vendors' names and exam \
                names belong to them, and none of them has a part in Cairn."</p>
            <p class="quiet">"Free software under the MIT licence or the Apache licence 2.0. Icons from Lucide (ISC licence)."</p>
        </section>
    }
}
