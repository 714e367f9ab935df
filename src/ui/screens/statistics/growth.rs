//! What was met and what of it was known, over time.

use leptos::prelude::*;

use super::bars::{HEIGHT, LEFT, TOP, WIDTH, frame, labels, levels};
use crate::app::view::statistics::Lines;

pub(super) fn growth(of: &Lines) -> impl IntoView + use<> {
    let step = WIDTH / (of.points.len().max(2) - 1) as f64;
    let top = of.scale.top.max(1e-9);
    let x = move |place: usize| LEFT + place as f64 * step;
    let y = |height: f64| TOP + (1.0 - (height / top).clamp(0.0, 1.0)) * HEIGHT;
    let line = |height: fn(&(f64, f64)) -> f64| {
        let points = of.points.iter().enumerate();
        let points =
            points.map(|(place, point)| format!("{:.1},{:.1}", x(place), y(height(point))));
        points.collect::<Vec<_>>().join(" ")
    };
    let (met, known) = (line(|(met, _)| *met), line(|(_, known)| *known));
    let (first, last) = (x(0), x(of.points.len().saturating_sub(1)));
    let area = format!(
        "M{first:.1},{0:.1} L{known} L{last:.1},{0:.1} Z",
        TOP + HEIGHT
    );
    view! {
        <svg class="chart" viewBox=frame(HEIGHT) aria-hidden="true">
            {levels(&of.scale, "items")}
            <path class="chart-area" d=area/>
            <polyline class="chart-line" points=known/>
            <polyline class="chart-line faint" points=met/>
            {labels(&of.labels, &x, HEIGHT)}
        </svg>
        <ul class="legend" aria-hidden="true">
            <li><span class="swatch faint"></span>"met"</li>
            <li><span class="swatch"></span>"known"</li>
        </ul>
    }
}
