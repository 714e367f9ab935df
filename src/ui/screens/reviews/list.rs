//! What is due, and every review that was held, the newest first.

use leptos::prelude::*;

use super::{All, send};
use crate::app::Reviewing;
use crate::app::view::reviews::{DueRow, HeldRow, ReviewsView};
use crate::ui::Shell;
use crate::ui::browser::page;
use crate::ui::parts::{Notice, Tone};
use crate::ui::screens::start::unsaved;

#[component]
pub(super) fn List(view: All) -> impl IntoView {
    let shell = Shell::of_page();
    let of = move |f: fn(&ReviewsView) -> Option<String>| {
        Memo::new(move |_| view.with(|v| v.as_ref().and_then(f)))
    };
    let (save_error, unwritten) = (of(|v| v.save_error.clone()), of(|v| v.unwritten.clone()));
    let due = Memo::new(move |_| view.with(|v| v.as_ref().map(|v| v.due.clone())));
    let held = Memo::new(move |_| view.with(|v| v.as_ref().map(|v| v.held.clone())));
    let running = Memo::new(move |_| view.with(|v| v.as_ref().map(|v| v.running.clone())));
    let is_exporting =
        Memo::new(move |_| view.with(|v| v.as_ref().is_some_and(|v| v.is_exporting)));
    let has_any =
        Memo::new(move |_| held.with(|rows| rows.as_ref().is_some_and(|r| !r.is_empty())));
    view! {
        <h1>"Reviews"</h1>
        <p>"Once a week, a month and a quarter you look back: what was done, what it did, and what to change. The figures come from your log."</p>
        {move || save_error.get().map(unsaved)}
        {move || unwritten.get().map(|words| view! { <Notice tone=Tone::Bad><p>"The file was not written: " {words}</p></Notice> })}
        {move || due.get().map(|rows| due_rows(shell, rows))}
        {move || running.with(|r| r.as_deref().and_then(so_far))}
        <section aria-labelledby="held">
            <div class="reviews-head">
                <h2 id="held">"Past reviews"</h2>
                {move || has_any.get().then(|| view! {
                    <p class="buttons">
                        <button on:click=move |_| send(shell, Reviewing::ExportAsked)>"Export all as Markdown"</button>
                        <button on:click=move |_| page::print()>"Print"</button>
                    </p>
                })}
            </div>
            <p class="quiet" role="status">{move || is_exporting.get().then_some("Putting the file together…")}</p>
            {move || held.get().map(held_rows)}
        </section>
    }
}

fn due_rows(shell: Shell, rows: Vec<DueRow>) -> Option<AnyView> {
    if rows.is_empty() {
        return None;
    }
    let row = move |row: DueRow| {
        let key = row.key;
        let words = format!("{}, {}", row.name, row.period);
        let skip = format!("Not this time: {words}");
        view! {
            <li class="panel-card" data-due=row.name>
                <div>
                    <h3><a href=row.hash>{words}</a></h3>
                    <p class="quiet">{row.figures}</p>
                </div>
                <p><button aria-label=skip on:click=move |_| send(shell, Reviewing::Skipped(vec![key]))>"Not this time"</button></p>
            </li>
        }
    };
    let rows = rows.into_iter().map(row).collect_view();
    let view = view! {
        <section aria-labelledby="due">
            <h2 id="due">"Ready to look back on"</h2>
            <ul class="due">{rows}</ul>
        </section>
    };
    Some(view.into_any())
}

/// The periods that go on.
fn so_far(running: &[(String, String)]) -> Option<AnyView> {
    let links = running
        .iter()
        .cloned()
        .map(|(words, hash)| view! { <li><a href=hash>{words}</a></li> });
    let links = links.collect_view();
    (!running.is_empty()).then(|| view! { <ul class="so-far no-print">{links}</ul> }.into_any())
}

fn held_rows(rows: Vec<HeldRow>) -> AnyView {
    if rows.is_empty() {
        let words = "None yet. When a week is over, the start page offers to look back on it.";
        return view! { <p class="quiet">{words}</p> }.into_any();
    }
    let rows = rows.into_iter().map(row).collect_view();
    view! { <ol class="held">{rows}</ol> }.into_any()
}

fn row(row: HeldRow) -> impl IntoView {
    let accepted = row.accepted.into_iter();
    let accepted: Vec<_> = accepted.map(|words| view! { <li>{words}</li> }).collect();
    view! {
        <li class="panel-card">
            <h3><a href=row.hash>{format!("{}, {}", row.name, row.period)}</a></h3>
            <p class="quiet">{row.figures}</p>
            {(!row.notes.is_empty()).then(|| view! { <p class="note-text">{row.notes.join("\n")}</p> })}
            {(!accepted.is_empty()).then(|| view! { <p class="quiet accepted-head">"Accepted"</p> <ul>{accepted}</ul> })}
        </li>
    }
}
