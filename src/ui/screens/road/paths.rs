//! The paths that can be laid, and a path of the learner's own.

use leptos::prelude::*;

use super::{View, send};
use crate::app::view::road::{PathRow, PathsView, RoadBody};
use crate::app::{RoadPage, Roading, Route};
use crate::ui::Shell;

#[component]
pub(super) fn Paths(view: View) -> impl IntoView {
    let paths = Memo::new(move |_| {
        view.with(|v| match v.as_ref().map(|v| &v.body) {
            Some(RoadBody::Paths(paths)) => Some(paths.clone()),
            _ => None,
        })
    });
    let is_first = move || paths.with(|p| p.as_ref().is_some_and(|p| p.is_first));
    let rows = move || {
        let rows = paths.with(|p| p.as_ref().map(|p| p.paths.clone()).unwrap_or_default());
        rows.into_iter().map(row).collect_view()
    };
    view! {
        <p class="eyebrow">{move || (!is_first()).then(|| view! { <a href=Route::Road(RoadPage::default()).hash()>"Roadmap"</a> })}</p>
        <h1>{move || if is_first() { "Where do you want to be in some years?" } else { "Add a path" }}</h1>
        <p>"A path is a plan of months or years: exams with their hours and fees, projects, things to tick. Lay one from a day on, and Cairn \
            compares it with what you really study, says when each exam will be ready, and what to change. Paths can be combined and edited."</p>
        <ul class="path-cards">{rows}</ul>
        <Own paths/>
    }
}

fn row(row: PathRow) -> impl IntoView {
    let to = Route::Road(RoadPage::Path(row.id.clone())).hash();
    let words = if row.is_laid {
        "Change how it lies"
    } else {
        "Look at it"
    };
    view! {
        <li class="path-card" data-path=row.id>
            <h2><a href=to.clone()>{row.name.clone()}</a></h2>
            <p>{row.about}</p>
            <p class="quiet">{row.holds}</p>
            <p class="path-card-go">
                {row.is_laid.then(|| view! { <span class="tag">"On your roadmap"</span> })}
                <a class="button" href=to aria-label=format!("{words}: {}", row.name)>{words}</a>
            </p>
        </li>
    }
}

/// A path from scratch.
#[component]
fn Own(paths: Memo<Option<PathsView>>) -> impl IntoView {
    let shell = Shell::of_page();
    let name = RwSignal::new(String::new());
    let start = RwSignal::new(shell.today());
    let hours = RwSignal::new(paths.with_untracked(|p| p.as_ref().map_or(1, |p| p.hours)));
    let begin = move || {
        let hours = hours.get_untracked();
        send(
            shell,
            Roading::Begun(name.get_untracked(), start.get_untracked(), hours),
        );
    };
    view! {
        <section class="panel-card" aria-labelledby="own-path">
            <h2 id="own-path">"Or begin your own"</h2>
            <p class="quiet">"An empty path, on which you put exams, projects and things to tick."</p>
            <form class="fields" on:submit=move |ev| { ev.prevent_default(); begin(); }>
                <label>"Its name" <input type="text" maxlength="80" autocomplete="off" prop:value=move || name.get()
                    on:input:target=move |ev| name.set(ev.target().value())/></label>
                <label>"From" <input type="date" prop:value=move || start.get()
                    on:input:target=move |ev| start.set(ev.target().value())/></label>
                <label>"Hours a week" <input type="number" min="1" max="168" inputmode="numeric" prop:value=move || hours.get().to_string()
                    on:input:target=move |ev| hours.set(ev.target().value().parse().unwrap_or(0))/></label>
                <button>"Begin it"</button>
            </form>
        </section>
    }
}
