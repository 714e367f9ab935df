//! A chance over the weeks, with its range. The words beside it say the same, so it is hidden from screen readers.

use leptos::prelude::*;

/// Width and height of the plot, and the room for its labels.
const SIZE: (f64, f64) = (480.0, 130.0);
const LEFT: f64 = 44.0;
const TOP: f64 = 8.0;
const BOTTOM: f64 = 24.0;

/// Weeks from the oldest to this one: the day in words, and where it was known the chance, from and to, in percent.
pub(crate) fn trend(weeks: &[(String, Option<[u32; 3]>)]) -> impl IntoView + use<> {
    let step = SIZE.0 / weeks.len().max(1) as f64;
    let x = move |place: usize| LEFT + (place as f64 + 0.5) * step;
    let y = |percent: u32| TOP + (1.0 - f64::from(percent.min(100)) / 100.0) * SIZE.1;
    let levels = [0, 50, 100].map(|percent| {
        let at = y(percent);
        view! {
            <line class="grid" x1=LEFT x2=LEFT + SIZE.0 y1=at y2=at/>
            <text x=LEFT - 6.0 y=at + 4.0 text-anchor="end">{percent} " %"</text>
        }
    });
    let known = weeks.iter().enumerate();
    let known: Vec<(usize, [u32; 3])> = known
        .filter_map(|(place, (_, figure))| Some((place, (*figure)?)))
        .collect();
    let line: Vec<String> = known
        .iter()
        .map(|(place, [percent, ..])| format!("{:.1},{:.1}", x(*place), y(*percent)))
        .collect();
    let marks = known.iter().map(|(place, [percent, from, to])| {
        let at = x(*place);
        view! {
            <line class="range" x1=at x2=at y1=y(*from) y2=y(*to)/>
            <circle cx=at cy=y(*percent) r="4.5"/>
        }
    });
    let days = weeks
        .iter()
        .enumerate()
        .filter(|(place, _)| (weeks.len() - 1 - place).is_multiple_of(2));
    let days = days.map(|(place, (day, _))| {
        view! { <text x=x(place) y=TOP + SIZE.1 + 18.0 text-anchor="middle">{day.split_once(' ').map_or(day.as_str(), |(_, rest)| rest).to_owned()}</text> }
    });
    view! {
        <svg class="curve" viewBox=format!("0 0 {} {}", LEFT + SIZE.0 + 8.0, TOP + SIZE.1 + BOTTOM) aria-hidden="true">
            {levels}
            {days.collect_view()}
            <polyline points=line.join(" ")/>
            {marks.collect_view()}
        </svg>
    }
}
