//! What was remembered at each place, with its range, above how many answers there were.

use leptos::prelude::*;

use super::bars::{LEFT, TOP, WIDTH, frame};
use crate::app::view::statistics::ShareColumn;

/// The shares, and below them the bars of answers.
const SHARES: f64 = 90.0;
const BETWEEN: f64 = 12.0;
const COUNTS: f64 = 40.0;

pub(super) fn shares(columns: &[ShareColumn], floor: f64) -> impl IntoView + use<> {
    let step = WIDTH / columns.len().max(1) as f64;
    let x = move |place: usize| LEFT + (place as f64 + 0.5) * step;
    let y =
        move |share: f64| TOP + (1.0 - ((share - floor) / (1.0 - floor)).clamp(0.0, 1.0)) * SHARES;
    let middle = f64::midpoint(floor, 1.0);
    let levels = [floor, middle, 1.0].map(|share| {
        let at = y(share);
        view! {
            <line class="chart-grid" x1=LEFT x2=LEFT + WIDTH y1=at y2=at/>
            <text x=LEFT - 6.0 y=at + 4.0 text-anchor="end">{format!("{:.0} %", share * 100.0)}</text>
        }
    });
    let width = (step * 0.7).min(16.0);
    let marks = columns.iter().enumerate().filter_map(|(place, column)| {
        let of = column.judged?;
        let at = x(place);
        let half = (width / 2.0).max(3.0);
        Some(view! {
            <line class="chart-range" x1=at x2=at y1=y(of.range.0) y2=y(of.range.1) stroke-width=width.min(8.0)/>
            <line class="chart-expected" x1=at - half x2=at + half y1=y(of.expected) y2=y(of.expected)/>
            <circle cx=at cy=y(of.share) r="3"/>
        })
    });
    let most = columns
        .iter()
        .map(|column| column.answers)
        .max()
        .unwrap_or(0);
    let bottom = TOP + SHARES + BETWEEN + COUNTS;
    let mut path = String::new();
    for (place, column) in columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.answers > 0)
    {
        let height = (f64::from(column.answers) / f64::from(most.max(1)) * COUNTS).max(1.0);
        let left = x(place) - width / 2.0;
        path += &format!("M{left:.1} {bottom:.1}v-{height:.1}h{width:.1}v{height:.1}z");
    }
    let labels = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| !column.label.is_empty());
    let labels = labels.map(|(place, column)| {
        view! { <text x=x(place) y=bottom + 16.0 text-anchor="middle">{column.label.clone()}</text> }
    });
    view! {
        <svg class="chart" viewBox=frame(SHARES + BETWEEN + COUNTS) aria-hidden="true">
            <text x=0 y="11">"remembered"</text>
            {levels}
            {marks.collect_view()}
            <path class="chart-bars faint" d=path/>
            {labels.collect_view()}
        </svg>
        <ul class="legend" aria-hidden="true">
            <li><span class="swatch dot"></span>"remembered, with its range"</li>
            <li><span class="swatch tick"></span>"predicted"</li>
            <li><span class="swatch faint"></span>"answers"</li>
        </ul>
    }
}
