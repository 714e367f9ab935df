//! The drills: what can be practised without end, and how it goes.

mod page;

use leptos::prelude::*;

use super::start::failed;
use crate::app::view::drills::{DrillRow, DrillsView};
use crate::app::{App, Route};
use crate::ui::Shell;
use page::OneDrill;

/// All types, or one of them.
#[component]
pub(crate) fn DrillsScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let of = shell.memo(|app, _| match app.route() {
        Route::Drills(of) => *of,
        _ => None,
    });
    move || match of.get() {
        None => view! { <AllDrills/> }.into_any(),
        Some(_) => view! { <OneDrill/> }.into_any(),
    }
}

#[component]
fn AllDrills() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo(App::drills_view);
    view! {
        <div class="drills" data-screen="drills">
            <h1>"Drills"</h1>
            <p>"Questions that never run out: the figures are others each time, so what is practised is the skill and not the question. \
                Pick one and a level: ten questions against the clock."</p>
            {move || view.get().map(|view| match view {
                DrillsView::Loading => view! { <p role="status">"Loading the decks…"</p> }.into_any(),
                DrillsView::Failed(words) => failed(words),
                DrillsView::Here(groups) => groups.into_iter().enumerate().map(group).collect_view().into_any(),
            })}
        </div>
    }
}

fn group((place, (name, rows)): (usize, (String, Vec<DrillRow>))) -> impl IntoView {
    let id = format!("drills-{place}");
    let named = id.clone();
    view! {
        <section aria-labelledby=named>
            <h2 id=id>{name}</h2>
            <ul class="drill-list">{rows.into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

fn row(row: DrillRow) -> impl IntoView {
    let name = row.name;
    let levels = row.levels.into_iter().map(move |(level, item, (all, right))| {
        let done = (all > 0).then(|| format!("{right}/{all}"));
        let words = match all {
            0 => format!("Practise {name}, {}: not tried yet", level.word()),
            all => format!("Practise {name}, {}: {right} of {all} right", level.word()),
        };
        view! {
            <a class="button" href=Route::Practice(item).hash() aria-label=words>
                {level.word()} {done.map(|done| view! { <span class="drill-done">{done}</span> })}
            </a>
        }
    });
    let levels = levels.collect_view();
    view! {
        <li>
            <div>
                <a class="drill-name" href=Route::Drills(Some(row.id)).hash()>{name}</a>
                <p class="quiet">{row.about}</p>
            </div>
            <p class="drill-levels">{levels}</p>
        </li>
    }
}
