//! The lane of reviews below the timeline's bars: when each is held, and a way to them.

use leptos::prelude::*;

use crate::app::view::road::{RitualMark, RitualRow};
use crate::app::{ReviewPage, Route};

/// Rows of reviews with their places in rem from the top, and the place of their head.
pub(super) type Rows = (Vec<(RitualRow, f64)>, f64);

#[component]
pub(super) fn ReviewLane(rows: Memo<Rows>, days: Memo<i32>) -> impl IntoView {
    let share = move |at: i32| format!("{:.4}%", f64::from(at) / f64::from(days.get()) * 100.0);
    move || {
        let (rows, top) = rows.get();
        let heard: Vec<String> = rows.iter().map(|(row, _)| row.words.clone()).collect();
        let row = move |(row, top): (RitualRow, f64)| {
            let kind = row.ritual.slug();
            let mark = move |mark: RitualMark| {
                view! {
                    <span class=format!("review-mark {kind} {}", mark.state.class())
                        style:left=share(mark.at) style:top=format!("{top}rem") title=mark.words></span>
                }
            };
            row.marks.into_iter().map(mark).collect_view()
        };
        (!rows.is_empty()).then(|| view! {
            <a class="lane" href=Route::Reviews(ReviewPage::All).hash() style:top=format!("{top}rem")>
                "Reviews" <span class="visually-hidden">{format!(". {}", heard.join(". "))}</span>
            </a>
            <div aria-hidden="true">{rows.into_iter().map(row).collect_view()}</div>
        })
    }
}
