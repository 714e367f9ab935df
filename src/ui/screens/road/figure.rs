//! A figure of the learner's own, in whole units.

use leptos::prelude::*;

/// The largest that is taken: more than anybody pays or earns.
const MOST: u32 = 100_000_000;

/// A field for a figure; an empty one is none. `put` is called when it was changed.
pub(super) fn figure(
    name: String,
    value: Memo<Option<u32>>,
    put: impl Fn(Option<u32>) + 'static,
) -> impl IntoView {
    // By itself: the field is written only when the figure is another, so nothing is undone while it is typed.
    let text = move || {
        value
            .get()
            .map(|figure| figure.to_string())
            .unwrap_or_default()
    };
    view! {
        <input class="own-figure" type="number" min="0" max=MOST.to_string() step="1" inputmode="numeric" autocomplete="off" aria-label=name
            prop:value=text
            on:change:target=move |ev| {
                let field = ev.target();
                let figure = field.value().trim().parse::<f64>().ok();
                let figure = figure.map(|figure| figure.round().clamp(0.0, f64::from(MOST)) as u32);
                put(figure);
                field.set_value(&figure.map(|figure| figure.to_string()).unwrap_or_default());
            }/>
    }
}
