//! Minutes against plan: a bar for each day or week, and the plan as a frame around it. Drawn by hand, since a chart crate would take more
//! of the module than all of it. The words and the table beside it say the same, so it is hidden from screen readers.

use leptos::prelude::*;

/// Width and height of the plot, and the room for its labels.
const SIZE: (f64, f64) = (480.0, 120.0);
const TOP: f64 = 18.0;
const BOTTOM: f64 = 22.0;
/// How much of its step a bar takes.
const SHARE: f64 = 0.62;
/// Of more bars than this not each has its number.
const NUMBERS: usize = 14;
/// At most so many labels fit side by side.
const LABELS: usize = 7;

/// Bars from the first to the last: label, minutes studied, minutes planned.
pub(crate) fn bars(all: &[(String, u32, u32)]) -> impl IntoView + use<> {
    let most = all.iter().map(|of| of.1.max(of.2)).max().unwrap_or(0);
    let most = f64::from(most.max(1));
    let step = SIZE.0 / all.len().max(1) as f64;
    let width = step * SHARE;
    let height = move |minutes: u32| f64::from(minutes) / most * SIZE.1;
    let is_many = all.len() > NUMBERS;
    let every = all.len().div_ceil(LABELS).max(1);
    let drawn = all.iter().enumerate().map(|(place, (label, minutes, planned))| {
        let (minutes, planned) = (*minutes, *planned);
        let middle = (place as f64 + 0.5) * step;
        let rect = move |class: &'static str, minutes: u32| {
            (minutes > 0).then(|| {
                let high = height(minutes);
                view! { <rect class=class x=middle - width / 2.0 y=TOP + SIZE.1 - high width=width height=high rx="2"/> }
            })
        };
        let number = (minutes > 0 && !is_many).then(|| {
            let y = TOP + SIZE.1 - height(minutes.max(planned)) - 5.0;
            view! { <text class="number" x=middle y=y text-anchor="middle">{minutes}</text> }
        });
        let label = (place % every == 0).then(|| {
            view! { <text x=middle y=TOP + SIZE.1 + 16.0 text-anchor="middle">{label.clone()}</text> }
        });
        view! { {rect("frame", planned)} {rect("studied", minutes)} {number} {label} }
    });
    view! {
        <svg class="bars" viewBox=format!("0 0 {} {}", SIZE.0, TOP + SIZE.1 + BOTTOM) aria-hidden="true">
            {drawn.collect_view()}
            <line class="grid" x1="0" x2=SIZE.0 y1=TOP + SIZE.1 y2=TOP + SIZE.1/>
        </svg>
    }
}
