//! Something to tick: with a date, a note and a link as evidence.

use leptos::prelude::*;

use super::send;
use crate::app::Roading;
use crate::app::view::road::TickRow;
use crate::ui::Shell;

/// One thing to tick. A click ticks it for today; what shows it can be written then, or later.
#[component]
pub(super) fn Tick(row: Memo<Option<TickRow>>, today: String) -> impl IntoView {
    let shell = Shell::of_page();
    let Some(first) = row.get_untracked() else {
        return ().into_any();
    };
    let key = (first.path.clone(), first.id.clone());
    let today = StoredValue::new(today);
    let by = Memo::new(move |_| row.with(|row| row.as_ref().and_then(|row| row.by.clone())));
    let is_ticked = move || by.with(Option::is_some);
    let is_open = RwSignal::new(false);
    let toggle = {
        let (path, id) = key.clone();
        move |ticked: bool| {
            let event = if ticked {
                is_open.set(true);
                let (day, nothing) = (today.get_value(), String::new);
                Roading::Ticked(path.clone(), id.clone(), day, nothing(), nothing())
            } else {
                is_open.set(false);
                Roading::Unticked(path.clone(), id.clone())
            };
            send(shell, event);
        }
    };
    let shown = move || {
        by.get().map(|(_, day, note, link)| {
            view! {
                <p class="tick-by quiet">
                    {day} {(!note.is_empty()).then(|| format!(" · {note}"))}
                    {(!link.is_empty()).then(|| view! { " · " <a href=link.clone() rel="noreferrer" target="_blank">{short(&link)}</a> })}
                </p>
            }
        })
    };
    let label = first.text.clone();
    let edit = move || {
        let key = key.clone();
        (is_ticked() && is_open.get()).then(|| view! { <Evidence key by is_open/> })
    };
    view! {
        <li class="tick" data-tick=first.id.clone()>
            <label class="check">
                <input type="checkbox" prop:checked=is_ticked on:change:target=move |ev| toggle(ev.target().checked())/>
                <span>{first.text}</span>
            </label>
            {shown}
            {move || (is_ticked() && !is_open.get()).then(|| {
                let name = format!("Evidence for {label}");
                view! { <button class="tool" aria-label=name on:click=move |_| is_open.set(true)>"Evidence"</button> }
            })}
            {edit}
        </li>
    }
    .into_any()
}

/// A link without what all of them begin with, and no longer than a line.
fn short(link: &str) -> String {
    let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
    let mut short: String = rest.chars().take(40).collect();
    if short.len() < rest.len() {
        short.push('…');
    }
    short
}

/// Day, note and link.
#[component]
fn Evidence(
    key: (String, String),
    by: Memo<Option<(String, String, String, String)>>,
    is_open: RwSignal<bool>,
) -> impl IntoView {
    let shell = Shell::of_page();
    let (day, _, note, link) = by.get_untracked().unwrap_or_default();
    let (day, note, link) = (RwSignal::new(day), RwSignal::new(note), RwSignal::new(link));
    let keep = move || {
        let (path, id) = key.clone();
        send(
            shell,
            Roading::Ticked(
                path,
                id,
                day.get_untracked(),
                note.get_untracked(),
                link.get_untracked(),
            ),
        );
        if shell.with_app(|app| app.road_refused().is_none()) {
            is_open.set(false);
        }
    };
    view! {
        <form class="fields evidence" on:submit=move |ev| { ev.prevent_default(); keep(); }>
            <label>"When" <input type="date" prop:value=move || day.get() on:input:target=move |ev| day.set(ev.target().value())/></label>
            <label class="wide">"Note" <input type="text" maxlength="500" autocomplete="off" prop:value=move || note.get()
                on:input:target=move |ev| note.set(ev.target().value())/></label>
            <label class="wide">"Link" <input type="url" maxlength="500" autocomplete="off" placeholder="https://" prop:value=move || link.get()
                on:input:target=move |ev| link.set(ev.target().value())/></label>
            <button class="primary">"Keep"</button>
            <button type="button" on:click=move |_| is_open.set(false)>"Close"</button>
        </form>
    }
}
