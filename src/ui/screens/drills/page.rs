//! One type of drill: its levels, and how fast and how surely it goes over time.

use leptos::prelude::*;

use crate::app::view::drills::{DayRow, DrillPage, LevelView};
use crate::app::{App, Route};
use crate::ui::Shell;
use crate::ui::parts::dots;

/// Answers that a plot has room for.
const ROOM: usize = 20;

#[component]
pub(super) fn OneDrill() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo(App::drill_page);
    view! {
        <div class="drills" data-screen="drill">
            <p class="eyebrow"><a href=Route::Drills(None).hash()>"Drills"</a></p>
            {move || view.get().map(here)}
        </div>
    }
}

fn here(page: DrillPage) -> impl IntoView {
    let tracks = match page.tracks.len() {
        0 if page.is_loading => "Loading the decks…".to_owned(),
        0 => "No deck that is here asks for it.".to_owned(),
        _ => format!("Asked for by {}.", page.tracks.join(", ")),
    };
    let mut about = page.about.to_owned();
    if let Some(first) = about.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    view! {
        <h1>{page.name}</h1>
        <p>{about} "."</p>
        <p class="quiet">{tracks}</p>
        <div class="drill-cards">{page.levels.into_iter().map(level).collect_view()}</div>
        <section aria-labelledby="drill-days">
            <h2 id="drill-days">"Day by day"</h2>
            {match page.days {
                None => view! { <p role="status">"Reading your answers from your log…"</p> }.into_any(),
                Some(days) if days.is_empty() => view! { <p class="quiet">"Nothing was answered yet."</p> }.into_any(),
                Some(days) => by_day(days).into_any(),
            }}
        </section>
    }
}

fn level(of: LevelView) -> impl IntoView {
    let word = of.level.word();
    let (all, right) = of.answers;
    let percent = (u64::from(right) * 100 + u64::from(all) / 2).checked_div(u64::from(all));
    let words = match percent {
        None => "Not tried yet.".to_owned(),
        Some(percent) => format!("{right} of {all} right so far, {percent} %."),
    };
    let id = format!("drill-{word}");
    let named = id.clone();
    view! {
        <section class="panel-card" aria-labelledby=named>
            <h2 id=id>{word}</h2>
            <p class="quiet">{format!("{} seconds each", of.seconds)}</p>
            <p>{words}</p>
            {(!of.dots.is_empty()).then(|| dots(&of.dots, of.seconds, ROOM))}
            {of.words.map(|words| view! { <p class="quiet">{words}</p> })}
            {of.item.map(|item| view! {
                <p class="buttons"><a class="button primary" href=Route::Practice(item).hash() aria-label=format!("Practise ten, {word}")>"Practise ten"</a></p>
            })}
        </section>
    }
}

fn by_day(days: Vec<DayRow>) -> impl IntoView {
    let rows = days.into_iter().map(|row| {
        let (all, right) = row.answers;
        view! {
            <tr><th scope="row">{row.day.to_string()}</th><td>{all}</td><td>{right}</td><td>{row.seconds}</td></tr>
        }
    });
    view! {
        <div class="wide"><table>
            <thead><tr><th scope="col">"Day"</th><th scope="col">"Answers"</th><th scope="col">"Right"</th><th scope="col">"Median seconds"</th></tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table></div>
    }
}
