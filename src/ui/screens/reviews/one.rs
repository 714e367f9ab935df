//! One review.

use leptos::prelude::*;

use super::One;
use super::figures::{chances, learning, mocks_of, slipped, time, weak};
use super::notes::Notes;
use super::proposal::Proposal;
use crate::app::view::reviews::{ReviewView, When};
use crate::app::{ReviewPage, Route};
use crate::ui::browser::page;
use crate::ui::screens::start::unsaved;

#[component]
pub(super) fn Review(view: One) -> impl IntoView {
    // What is told of the period by itself: the notes stay while figures come.
    let head = view.with_untracked(|v| v.as_ref().map(head_of));
    let save_error =
        Memo::new(move |_| view.with(|v| v.as_ref().and_then(|v| v.save_error.clone())));
    let is_over = Memo::new(move |_| view.with(|v| v.as_ref().map(|v| v.when)));
    let of = move |f: fn(&ReviewView) -> AnyView| {
        // Drawn anew only when the figures are others.
        let figures = Memo::new(move |_| view.with(|v| v.as_ref().map(figures_of)));
        move || figures.with(|v| v.as_ref().map(f))
    };
    view! {
        {head}
        {move || save_error.get().map(unsaved)}
        {of(body)}
        {move || (is_over.get() != Some(When::ToCome)).then(|| view! {
            <Notes view/>
            <Proposal view/>
        })}
    }
}

fn head_of(view: &ReviewView) -> impl IntoView + use<> {
    let (before, after) = view.beside.clone();
    let unit = view.key.0.unit();
    let (name, period) = (view.name, view.period.clone());
    let words = match view.when {
        When::ToCome => Some(format!("This {unit} is still to come.")),
        When::Running => Some(format!(
            "This {unit} goes on. Here is what there is so far."
        )),
        When::Over => None,
    };
    view! {
        <p class="eyebrow"><a href=Route::Reviews(ReviewPage::All).hash()>"Reviews"</a> " · " {name}</p>
        <div class="reviews-head">
            <h1>{period}</h1>
            <nav class="beside no-print" aria-label=format!("Other {unit}s")>
                <a class="button" href=before aria-label=format!("The {unit} before")>"←"</a>
                {after.map(|after| view! { <a class="button" href=after aria-label=format!("The {unit} after")>"→"</a> })}
                <button on:click=move |_| page::print()>"Print"</button>
            </nav>
        </div>
        {words.map(|words| view! { <p class="quiet">{words}</p> })}
    }
}

/// The figures alone, so that what is written or chosen draws nothing anew.
fn figures_of(view: &ReviewView) -> ReviewView {
    ReviewView {
        notes: <_>::default(),
        held: None,
        proposal: crate::app::view::reviews::ProposalView::Over,
        accepted: Vec::new(),
        can_take_back: false,
        save_error: None,
        ..view.clone()
    }
}

fn body(view: &ReviewView) -> AnyView {
    if view.when == When::ToCome {
        return ().into_any();
    }
    view! {
        {time(view)}
        {learning(view)}
        {chances(&view.moves)}
        {mocks_of(&view.mocks)}
        {weak(&view.weak)}
        {view.slips.as_ref().map(|slips| slipped(slips))}
    }
    .into_any()
}
