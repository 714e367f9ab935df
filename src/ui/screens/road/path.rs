//! One path: what it holds, and how it is laid.

use leptos::prelude::*;

use super::{View, send};
use crate::app::view::road::{BranchRow, PathPage, RoadBody};
use crate::app::{RoadPage, Roading, Route};
use crate::ui::Shell;

#[component]
pub(super) fn PathOf(view: View) -> impl IntoView {
    let page = Memo::new(move |_| {
        view.with(|v| match v.as_ref().map(|v| &v.body) {
            Some(RoadBody::Path(page)) => Some((**page).clone()),
            _ => None,
        })
    });
    let Some(first) = page.get_untracked() else {
        return ().into_any();
    };
    let is_laid = Memo::new(move |_| page.with(|p| p.as_ref().is_some_and(|p| p.row.is_laid)));
    let branches = Memo::new(move |_| {
        page.with(|p| p.as_ref().map(|p| p.branches.clone()).unwrap_or_default())
    });
    let id = first.row.id.clone();
    let sections = first.sections.clone().into_iter().map(|(name, lines)| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
        view! {
            <details class="path-section">
                <summary>{name}</summary>
                <ul>{lines.collect_view()}</ul>
            </details>
        }
    });
    view! {
        <p class="eyebrow"><a href=Route::Road(RoadPage::default()).hash()>"Roadmap"</a> " · " <a href=Route::Road(RoadPage::Paths).hash()>"Paths"</a></p>
        <h1>{first.row.name.clone()}</h1>
        <p>{first.row.about.clone()}</p>
        <p class="quiet">{first.row.holds.clone()}</p>
        <Lay page=first.clone() is_laid/>
        {(!first.branches.is_empty()).then(|| view! { <Branches path=id branches/> })}
        <div class="path-sections">{sections.collect_view()}</div>
    }
    .into_any()
}

/// From when, with how much time, and where in the path one begins.
#[component]
fn Lay(page: PathPage, is_laid: Memo<bool>) -> impl IntoView {
    let shell = Shell::of_page();
    let start = RwSignal::new(page.start.clone());
    let hours = RwSignal::new(page.hours);
    let month = RwSignal::new(page.month);
    let (id, other) = (page.row.id.clone(), page.row.id.clone());
    let lay = move || {
        let event = Roading::Laid {
            path: id.clone(),
            start: start.get_untracked(),
            hours: hours.get_untracked(),
            month: month.get_untracked(),
        };
        send(shell, event);
    };
    let wanted = page.wanted;
    let longer = move || {
        let (wanted, hours) = (wanted?, hours.get());
        (hours > 0 && hours < wanted).then(|| {
            let times = f64::from(wanted) / f64::from(hours);
            format!("The path counts with {wanted} hours a week at its beginning. With {hours} those months take about {times:.1} times as long.")
        })
    };
    let beginnings = page.beginnings.clone().into_iter().map(move |(at, name)| {
        view! { <option value=at.to_string() selected=move || month.get() == at>{format!("Month {at}: {name}")}</option> }
    });
    let beginnings = beginnings.collect_view();
    let has_beginnings = !page.beginnings.is_empty();
    view! {
        <section class="panel-card" aria-labelledby="lay">
            <h2 id="lay">{move || if is_laid.get() { "How it lies" } else { "Lay it" }}</h2>
            <form class="fields" on:submit=move |ev| { ev.prevent_default(); lay(); }>
                <label>"From" <input type="date" prop:value=move || start.get() on:input:target=move |ev| start.set(ev.target().value())/></label>
                <label>"Hours a week" <input type="number" min="1" max="168" inputmode="numeric" prop:value=move || hours.get().to_string()
                    on:input:target=move |ev| hours.set(ev.target().value().parse().unwrap_or(0))/></label>
                {has_beginnings.then(|| view! {
                    <label>"Begin with" <select on:change:target=move |ev| month.set(ev.target().value().parse().unwrap_or(1))>{beginnings}</select></label>
                })}
                <button class="primary">{move || if is_laid.get() { "Lay it anew" } else { "Lay this path" }}</button>
                {move || is_laid.get().then(|| {
                    let other = other.clone();
                    view! { <button type="button" on:click=move |_| send(shell, Roading::Lifted(other.clone()))>"Take it off the roadmap"</button> }
                })}
            </form>
            {move || longer().map(|words| view! { <p class="quiet">{words}</p> })}
        </section>
    }
}

/// One of several is chosen.
#[component]
fn Branches(path: String, branches: Memo<Vec<BranchRow>>) -> impl IntoView {
    let shell = Shell::of_page();
    let rows = move || {
        let path = path.clone();
        branches.get().into_iter().map(move |branch| {
            let (path, id, was) = (path.clone(), branch.id.clone(), branch.is_chosen);
            let choose = move |_| {
                let chosen = (!was).then(|| id.clone());
                send(shell, Roading::Chosen(path.clone(), chosen));
            };
            view! {
                <li>
                    <button aria-pressed=branch.is_chosen.to_string() data-branch=branch.id on:click=choose>{branch.name}</button>
                    <p class="quiet">{branch.about}</p>
                </li>
            }
        }).collect_view()
    };
    view! {
        <section aria-labelledby="branches">
            <h2 id="branches">"Choose one"</h2>
            <p class="quiet">"What belongs to the one you choose comes onto the roadmap. You can choose another later."</p>
            <ul class="branches">{rows}</ul>
        </section>
    }
}
