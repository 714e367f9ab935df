//! A square for each day, month by month: so they wrap where there is little room, and letters keep their size.

use leptos::prelude::*;

use crate::app::view::statistics::Month;

/// A square and the gap to the next.
const SIDE: f64 = 11.0;
const STEP: f64 = 13.0;
/// Weeks that a month may touch.
const WEEKS: f64 = 6.0;
/// Shades, nothing among them.
const SHADES: u8 = 4;

pub(super) fn calendar(months: &[Month], steps: &[String]) -> impl IntoView + use<> {
    let legend = steps.iter().enumerate().map(|(shade, words)| {
        view! { <li><span class=format!("swatch shade-{shade}")></span>{words.clone()}</li> }
    });
    view! {
        <ul class="calendar-months" aria-hidden="true">{months.iter().map(month).collect_view()}</ul>
        <ul class="legend" aria-hidden="true">{legend.collect_view()}</ul>
    }
}

fn month(of: &Month) -> impl IntoView + use<> {
    // One path for each shade, not a node for each day.
    let paths = (0..SHADES).map(|shade| {
        let mut path = String::new();
        for (week, weekday, _) in of.days.iter().filter(|(.., of)| *of == shade) {
            let (x, y) = (f64::from(*week) * STEP, f64::from(*weekday) * STEP);
            path += &format!("M{x} {y}h{SIDE}v{SIDE}h-{SIDE}z");
        }
        view! { <path class=format!("shade-{shade}") d=path/> }
    });
    view! {
        <li>
            <span class="quiet">{of.name.clone()}</span>
            <svg viewBox=format!("0 0 {} {}", WEEKS * STEP, 7.0 * STEP)>{paths.collect_view()}</svg>
        </li>
    }
}
