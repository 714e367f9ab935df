//! Amounts month by month as bars. The words and the table beside them say the same, so they are hidden from screen readers.
//!
//! Drawn as SVG like every chart here: a chart crate costs more of the module than all of them together.

use leptos::prelude::*;

/// Width and height of the plot, and the room for its labels.
const SIZE: (f64, f64) = (560.0, 120.0);
const LEFT: f64 = 58.0;
const TOP: f64 = 10.0;
const BOTTOM: f64 = 24.0;

/// Width of a bar at the most, so that few months make no blocks.
const BAR_MAX: f64 = 28.0;

/// Each month with the year where it begins one or is the first, and its amount; `most` is the largest of them in words.
pub(crate) fn months(rows: &[(Option<String>, i64)], most: String) -> impl IntoView + use<> {
    let step = SIZE.0 / rows.len().max(1) as f64;
    let top = rows
        .iter()
        .map(|(_, cents)| *cents)
        .max()
        .unwrap_or(0)
        .max(1) as f64;
    let x = move |place: usize| LEFT + place as f64 * step;
    let wide = (step * 0.8).min(BAR_MAX);
    let bars = rows.iter().enumerate().filter(|(_, (_, cents))| *cents > 0);
    let bars = bars.map(|(place, (_, cents))| {
        let height = (*cents as f64 / top * SIZE.1).max(1.0);
        view! { <rect class="bar-of" x=x(place) + (step - wide) / 2.0 y=TOP + SIZE.1 - height width=wide height=height/> }
    });
    let begins = rows.iter().enumerate();
    let begins: Vec<(usize, String)> = begins
        .filter_map(|(place, (year, _))| Some((place, year.clone()?)))
        .collect();
    let years = begins
        .iter()
        .enumerate()
        .filter_map(|(number, (place, year))| {
            // A year that has only its last months would stand upon the next.
            let next = begins
                .get(number + 1)
                .map_or(rows.len(), |(place, _)| *place);
            let is_wide = (next - place) as f64 * step > 30.0;
            is_wide.then(|| view! { <text x=x(*place) y=TOP + SIZE.1 + 18.0>{year.clone()}</text> })
        });
    let lines = begins.iter().map(|(place, _)| {
        view! { <line class="grid" x1=x(*place) x2=x(*place) y1=TOP y2=TOP + SIZE.1 + 6.0/> }
    });
    view! {
        <svg class="curve month-bars" viewBox=format!("0 0 {} {}", LEFT + SIZE.0 + 8.0, TOP + SIZE.1 + BOTTOM) aria-hidden="true">
            {lines.collect_view()}
            <line class="grid" x1=LEFT x2=LEFT + SIZE.0 y1=TOP + SIZE.1 y2=TOP + SIZE.1/>
            <text x=LEFT - 6.0 y=TOP + 6.0 text-anchor="end">{most}</text>
            <text x=LEFT - 6.0 y=TOP + SIZE.1 text-anchor="end">"0"</text>
            {bars.collect_view()}
            {years.collect_view()}
        </svg>
    }
}
