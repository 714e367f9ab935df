//! What is wrong with the text of a deck, problem by problem.

use leptos::prelude::*;

use crate::app::view::in_place::ProblemRow;

/// Each problem with its place, the offending line and what to do.
#[component]
pub(crate) fn Problems(rows: Vec<ProblemRow>) -> impl IntoView {
    let rows = rows.into_iter().map(|row| {
        view! {
            <li>
                <p><strong>{row.place}</strong> ": " {row.words} "."</p>
                {(!row.text.is_empty()).then(|| view! { <pre tabindex="0"><code>{row.text}</code></pre> })}
                <p class="quiet">{row.advice}</p>
            </li>
        }
    });
    view! { <ol class="problems">{rows.collect_view()}</ol> }
}
