//! Predictions beside what came of them: on the line they are right.

use leptos::prelude::*;

use super::bars::{BOTTOM, LEFT, RIGHT, TOP, WIDTH};
use crate::app::view::statistics::Judged;

/// As high as wide, nearly: a diagonal is to look like one.
const HEIGHT: f64 = 200.0;

/// The radius of a group's mark: its area goes with its answers, between these.
const RADII: (f64, f64) = (3.0, 9.0);

pub(super) fn calibration(points: &[Judged], floor: f64) -> impl IntoView + use<> {
    let part = move |share: f64| ((share - floor) / (1.0 - floor)).clamp(0.0, 1.0);
    let x = move |share: f64| LEFT + part(share) * WIDTH;
    let y = move |share: f64| TOP + (1.0 - part(share)) * HEIGHT;
    let steps = ((1.0 - floor) * 10.0).round() as usize;
    // Every tenth, or every second one where there are many.
    let every = if steps > 5 { 2 } else { 1 };
    let levels = (0..=steps).rev().step_by(every).map(|step| {
        let share = floor + step as f64 / 10.0;
        let (at, below) = (y(share), x(share));
        let words = format!("{:.0} %", share * 100.0);
        // The last one would stick out.
        let (below, anchor) = if step == steps {
            (LEFT + WIDTH + RIGHT, "end")
        } else {
            (below, "middle")
        };
        view! {
            <line class="chart-grid" x1=LEFT x2=LEFT + WIDTH y1=at y2=at/>
            <text x=LEFT - 6.0 y=at + 4.0 text-anchor="end">{words.clone()}</text>
            <text x=below y=TOP + HEIGHT + 16.0 text-anchor=anchor>{words}</text>
        }
    });
    let most = points.iter().map(|point| point.answers).max().unwrap_or(1);
    let marks = points.iter().map(|point| {
        let area = f64::from(point.answers) / f64::from(most.max(1));
        let radius = (RADII.1 * area.sqrt()).max(RADII.0);
        let (at, from, to) = (x(point.expected), y(point.range.0), y(point.range.1));
        view! {
            <line class="chart-range" x1=at x2=at y1=from y2=to/>
            <circle cx=at cy=y(point.share) r=format!("{radius:.1}")/>
        }
    });
    let width = LEFT + WIDTH + RIGHT;
    view! {
        <svg class="chart" viewBox=format!("0 0 {width} {}", TOP + HEIGHT + BOTTOM + 14.0) aria-hidden="true">
            <text x=0 y="11">"remembered"</text>
            {levels.collect_view()}
            <line class="chart-diagonal" x1=x(floor) x2=x(1.0) y1=y(floor) y2=y(1.0)/>
            {marks.collect_view()}
            <text x=LEFT + WIDTH y=TOP + HEIGHT + 32.0 text-anchor="end">"predicted"</text>
        </svg>
    }
}
