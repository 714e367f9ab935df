//! A small line of percentages, with the same in words for who cannot see it.

use leptos::prelude::*;

/// Width and height of the drawing.
const SIZE: (f64, f64) = (96.0, 28.0);

/// A line from the oldest value to the newest, 0 to 100; where nothing is known it is broken.
pub(crate) fn sparkline(values: &[Option<u32>], label: String) -> impl IntoView + use<> {
    let step = SIZE.0 / (values.len().max(2) - 1) as f64;
    let point = |(place, value): (usize, &Option<u32>)| {
        let y = SIZE.1 - f64::from((*value)?.min(100)) / 100.0 * SIZE.1;
        Some((place as f64 * step, y))
    };
    let points: Vec<_> = values.iter().enumerate().map(point).collect();
    let mut path = String::new();
    let mut is_drawing = false;
    for (x, y) in points.iter().map(|p| p.unwrap_or((f64::NAN, f64::NAN))) {
        if x.is_nan() {
            is_drawing = false;
            continue;
        }
        path += &format!("{}{x:.1} {y:.1}", if is_drawing { "L" } else { "M" });
        is_drawing = true;
    }
    let last = points.last().copied().flatten();
    view! {
        <svg class="sparkline" viewBox=format!("-3 -3 {} {}", SIZE.0 + 6.0, SIZE.1 + 6.0) role="img" aria-label=label>
            <path d=path fill="none"/>
            {last.map(|(x, y)| view! { <circle cx=format!("{x:.1}") cy=format!("{y:.1}") r="3"/> })}
        </svg>
    }
}
