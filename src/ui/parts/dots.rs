//! Answers in a row: how long each took, and whether it was right. Words beside it say the same, so it is hidden from screen readers.

use leptos::prelude::*;

/// Width and height of the plot, and the room for its labels.
const SIZE: (f64, f64) = (300.0, 72.0);
const TOP: f64 = 8.0;
const BOTTOM: f64 = 8.0;
const RIGHT: f64 = 34.0;
/// What takes longer than so many times the time allowed is drawn at the top.
const MOST: f64 = 1.5;

/// Seconds of each answer from the oldest to the newest, whether it was right, and the seconds that it should take at most. There is room
/// for as many as are wanted.
pub(crate) fn dots(all: &[(f64, bool)], allowed: u16, room: usize) -> impl IntoView + use<> {
    let allowed = f64::from(allowed.max(1));
    let step = SIZE.0 / all.len().max(room).max(1) as f64;
    let y = move |seconds: f64| TOP + SIZE.1 * (1.0 - (seconds / allowed).min(MOST) / MOST);
    let marks = all
        .iter()
        .enumerate()
        .map(move |(place, (seconds, is_right))| {
            let (x, y) = ((place as f64 + 0.5) * step, y(*seconds));
            if *is_right {
                view! { <circle class="right" cx=x cy=y r="3.5"/> }.into_any()
            } else {
                // Not by its colour alone.
                let path = format!("M{:.1} {:.1}l7 7m0 -7l-7 7", x - 3.5, y - 3.5);
                view! { <path class="wrong" d=path/> }.into_any()
            }
        });
    let line = y(allowed);
    view! {
        <svg class="dots" viewBox=format!("0 0 {} {}", SIZE.0 + RIGHT, TOP + SIZE.1 + BOTTOM) aria-hidden="true">
            <line class="grid" x1="0" x2=SIZE.0 y1=TOP + SIZE.1 y2=TOP + SIZE.1/>
            <line class="allowed" x1="0" x2=SIZE.0 y1=line y2=line/>
            <text x=SIZE.0 + 4.0 y=line + 4.0>{format!("{allowed:.0} s")}</text>
            {marks.collect_view()}
        </svg>
    }
}
