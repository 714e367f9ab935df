//! Bars, drawn as one path: a hundred nodes of their own would hold up the page. The numbers beside it say the same, so it is hidden from
//! screen readers, as every picture of the statistics. No chart crate: the smallest costs more of the page's size than all of these.

use leptos::prelude::*;

use crate::app::view::statistics::{Bars, Scale};

/// The plot, and the room for its labels. It is as wide as half the page, or a phone: so letters have the size they say.
pub(super) const WIDTH: f64 = 296.0;
pub(super) const HEIGHT: f64 = 130.0;
pub(super) const LEFT: f64 = 48.0;
pub(super) const RIGHT: f64 = 14.0;
pub(super) const TOP: f64 = 20.0;
pub(super) const BOTTOM: f64 = 22.0;

/// The frame of a picture of this height.
pub(super) fn frame(height: f64) -> String {
    let width = LEFT + WIDTH + RIGHT;
    format!("0 0 {width} {}", TOP + height + BOTTOM)
}

/// Lines across the plot with their numbers, and what they are.
pub(super) fn levels(scale: &Scale, unit: &'static str) -> impl IntoView + use<> {
    let top = scale.top;
    let levels = scale.levels.iter().map(move |(level, words)| {
        let at = TOP + (1.0 - level / top) * HEIGHT;
        view! {
            <line class="chart-grid" x1=LEFT x2=LEFT + WIDTH y1=at y2=at/>
            <text x=LEFT - 6.0 y=at + 4.0 text-anchor="end">{words.clone()}</text>
        }
    });
    view! {
        <text x=0 y="11">{unit}</text>
        {levels.collect_view()}
    }
}

/// Words below the plot. The last ones end with it.
pub(super) fn labels(
    labels: &[(usize, String)],
    x: &dyn Fn(usize) -> f64,
    height: f64,
) -> impl IntoView + use<> {
    let labels: Vec<_> = labels
        .iter()
        .map(|(place, words)| {
            let at = x(*place);
            let room = LEFT + WIDTH + RIGHT - at;
            let is_narrow = room < words.chars().count() as f64 * 3.5;
            let (at, anchor) = if is_narrow {
                (LEFT + WIDTH + RIGHT, "end")
            } else {
                (at, "middle")
            };
            view! { <text x=at y=TOP + height + 16.0 text-anchor=anchor>{words.clone()}</text> }
        })
        .collect();
    labels.collect_view()
}

/// A bar for each place.
pub(super) fn bars(of: &Bars) -> impl IntoView + use<> {
    let step = WIDTH / of.heights.len().max(1) as f64;
    let gap = (step * 0.25).min(3.0);
    let top = of.scale.top.max(1e-9);
    let y = |height: f64| TOP + (1.0 - (height / top).clamp(0.0, 1.0)) * HEIGHT;
    let mut path = String::new();
    for (place, height) in of
        .heights
        .iter()
        .enumerate()
        .filter(|(_, height)| **height > 0.0)
    {
        let left = LEFT + place as f64 * step + gap / 2.0;
        // Little is not nothing.
        let high = y(*height).min(TOP + HEIGHT - 1.0);
        path += &format!(
            "M{left:.1} {:.1}V{high:.1}h{:.1}V{:.1}z",
            TOP + HEIGHT,
            step - gap,
            TOP + HEIGHT
        );
    }
    let middle = if of.is_binned { 0.0 } else { 0.5 };
    let x = move |place: usize| LEFT + (place as f64 + middle) * step;
    view! {
        <svg class="chart" viewBox=frame(HEIGHT) aria-hidden="true">
            {levels(&of.scale, of.unit)}
            <path class="chart-bars" d=path/>
            {labels(&of.labels, &x, HEIGHT)}
        </svg>
    }
}
