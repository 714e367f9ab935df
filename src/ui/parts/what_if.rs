//! The curve of minutes a day against the expected score. The words beside it say the same, so it is hidden from screen readers.

use leptos::prelude::*;

/// Width and height of the plot, and the room for its labels.
const SIZE: (f64, f64) = (480.0, 180.0);
const LEFT: f64 = 44.0;
const RIGHT: f64 = 40.0;
const BOTTOM: f64 = 26.0;

/// The curve up to `most` minutes, with a mark where the slider is.
pub(crate) fn what_if(
    curve: &[(u16, u32)],
    most: u16,
    at: u16,
    percent: u32,
) -> impl IntoView + use<> {
    let x = move |minutes: u16| LEFT + f64::from(minutes.min(most)) / f64::from(most) * SIZE.0;
    let y = |percent: u32| 8.0 + (1.0 - f64::from(percent.min(100)) / 100.0) * SIZE.1;
    let points = curve.iter().filter(|(minutes, _)| *minutes <= most);
    let line: Vec<String> = points
        .map(|(minutes, percent)| format!("{:.1},{:.1}", x(*minutes), y(*percent)))
        .collect();
    let levels = [0, 25, 50, 75, 100].map(|percent| {
        let at = y(percent);
        view! {
            <line class="grid" x1=LEFT x2=LEFT + SIZE.0 y1=at y2=at/>
            <text x=LEFT - 6.0 y=at + 4.0 text-anchor="end">{percent} " %"</text>
        }
    });
    let ticks = [0, 30, 60, 90, 120].into_iter().filter(|minutes| *minutes <= most).map(|minutes| {
        view! { <text x=x(minutes) y=y(0) + 20.0 text-anchor="middle">{if minutes == most { format!("{minutes} min") } else { minutes.to_string() }}</text> }
    });
    view! {
        <svg class="curve" viewBox=format!("0 0 {} {}", LEFT + SIZE.0 + RIGHT, SIZE.1 + 8.0 + BOTTOM) aria-hidden="true">
            {levels}
            {ticks.collect_view()}
            <polyline points=line.join(" ")/>
            <line class="mark" x1=x(at) x2=x(at) y1=y(0) y2=y(percent)/>
            <circle cx=x(at) cy=y(percent) r="6"/>
        </svg>
    }
}
