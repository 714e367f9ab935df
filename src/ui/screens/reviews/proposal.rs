//! What is proposed for the next period: parts to choose, one button, and the way back.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{One, send};
use crate::app::view::reviews::{PartRow, ProposalView, ReviewView, When};
use crate::app::{PartKey, Reviewing};
use crate::ui::Shell;
use crate::ui::browser::page;

/// Where the focus goes when the button that had it is gone.
const HEAD: [&str; 1] = ["#proposal"];

/// What stands there, as far as it has to be built anew. Notes are kept at the moment at which the button is pressed, so nothing that
/// they change may take it away.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    Working,
    Parts(usize),
    Accepted(Vec<String>, bool),
    Over,
}

impl Shown {
    fn of(view: &ReviewView) -> Self {
        match &view.proposal {
            ProposalView::Working => Self::Working,
            ProposalView::Parts(parts) => Self::Parts(parts.len()),
            ProposalView::Over if view.accepted.is_empty() => Self::Over,
            ProposalView::Over => Self::Accepted(view.accepted.clone(), view.can_take_back),
        }
    }
}

#[component]
pub(super) fn Proposal(view: One) -> impl IntoView {
    let shell = Shell::of_page();
    let shown = Memo::new(move |_| view.with(|v| v.as_ref().map(Shown::of)));
    let parts = Memo::new(move |_| {
        view.with(|v| match v.as_ref().map(|v| &v.proposal) {
            Some(ProposalView::Parts(parts)) => parts.clone(),
            _ => Vec::new(),
        })
    });
    let held = Memo::new(move |_| {
        view.with(|v| {
            v.as_ref()
                .and_then(|v| v.held.clone().filter(|_| v.when == When::Over))
        })
    });
    let (unit, is_over) = view.with_untracked(|v| {
        v.as_ref()
            .map_or(("week", false), |v| (v.key.0.unit(), v.when == When::Over))
    });
    move || {
        shown.get().map(|shown| match shown {
            Shown::Working => section(
                unit,
                view! { <p role="status">"Working out what it needs…"</p> }.into_any(),
            ),
            Shown::Parts(count) => section(unit, offered(shell, parts, count, held)),
            Shown::Accepted(accepted, back) => section(unit, done(shell, accepted, back)),
            Shown::Over => is_over.then(|| past(unit, held)).into_any(),
        })
    }
}

fn section(unit: &'static str, body: AnyView) -> AnyView {
    view! {
        <section class="proposal" aria-labelledby="proposal">
            <h2 id="proposal" tabindex="-1">{format!("For the next {unit}")}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// A review whose proposal is over, and nothing of it was accepted.
fn past(unit: &'static str, held: Memo<Option<String>>) -> impl IntoView {
    let words = move || match held.get() {
        Some(day) => format!("You looked back on this {unit} on {day}."),
        None => format!("You did not look back on this {unit}. Notes can still be written."),
    };
    view! { <p class="quiet">{words}</p> }
}

fn offered(
    shell: Shell,
    parts: Memo<Vec<PartRow>>,
    count: usize,
    held: Memo<Option<String>>,
) -> AnyView {
    let keys = Memo::new(move |_| {
        parts.with(|parts| {
            parts
                .iter()
                .map(|part| part.key.clone())
                .collect::<Vec<_>>()
        })
    });
    let chosen =
        Memo::new(move |_| parts.with(|parts| parts.iter().filter(|p| p.is_chosen).count()));
    let accept = move |_| {
        send(shell, Reviewing::Accepted);
        spawn_local(page::focus_back(&HEAD));
    };
    let words = move || match chosen.get() {
        0 => "Finish without a change",
        chosen if chosen == count => "Accept",
        _ => "Accept what is ticked",
    };
    let kept = move || {
        let day = held.get();
        day.map_or_else(String::new, |day| format!("Looked back on {day}."))
    };
    view! {
        {(count == 0).then(|| view! { <p>"Nothing needs to change: the plan fits what you do."</p> })}
        <ul class="parts">
            <For each=move || keys.get() key=Clone::clone let:key>
                <PartOf shell parts key/>
            </For>
        </ul>
        <p class="buttons no-print">
            <button class="primary" on:click=accept>{words}</button>
            <span class="quiet" role="status">{kept}</span>
        </p>
    }
    .into_any()
}

#[component]
fn PartOf(shell: Shell, parts: Memo<Vec<PartRow>>, key: PartKey) -> impl IntoView {
    let of = key.clone();
    let now = Memo::new(move |_| parts.with(|parts| parts.iter().find(|p| p.key == of).cloned()));
    let row = move |f: fn(&PartRow) -> String| now.with(|p| p.as_ref().map(f));
    view! {
        <li>
            <label class="check">
                <input type="checkbox" prop:checked=move || now.with(|p| p.as_ref().is_some_and(|p| p.is_chosen))
                    on:change:target=move |ev| send(shell, Reviewing::Chosen(key.clone(), ev.target().checked()))/>
                <strong>{move || row(|p| p.what.clone())}</strong>
            </label>
            <p class="quiet">{move || row(|p| p.why.clone())}</p>
        </li>
    }
}

fn done(shell: Shell, accepted: Vec<String>, can_take_back: bool) -> AnyView {
    let rows = accepted.into_iter().map(|words| view! { <li>{words}</li> });
    let back = move |_| {
        send(shell, Reviewing::TakenBack);
        spawn_local(page::focus_back(&HEAD));
    };
    view! {
        <p role="status">"Accepted:"</p>
        <ul class="accepted">{rows.collect_view()}</ul>
        {can_take_back.then(|| view! { <p class="buttons no-print"><button data-take-back on:click=back>"Take it back"</button></p> })}
    }
    .into_any()
}
