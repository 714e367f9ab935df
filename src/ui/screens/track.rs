//! A track: its blueprint, how far it is known, and where that leads.

use leptos::prelude::*;

use super::exams::sittings;
use super::start::failed;
use crate::app::view::track::{DomainKnown, Known, TrackPage, TrackShown, TrackView};
use crate::app::{App, Query, Route};
use crate::deck::id::TrackId;
use crate::ui::Shell;

/// The screen of a track.
#[component]
pub(crate) fn TrackScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo(App::track_view);
    view! {
        <div class="track-page" data-screen="track">
            {move || view.with(|v| v.as_ref().map(shown))}
        </div>
    }
}

fn shown(view: &TrackView) -> AnyView {
    match &view.shown {
        TrackShown::Loading => view! { <h1>"Loading the track…"</h1> }.into_any(),
        TrackShown::Failed(words) => failed(words.clone()),
        TrackShown::Unknown => view! {
            <h1>"There is no such track"</h1>
            <a class="button primary" href=Route::Start.hash()>"To the start page"</a>
        }
        .into_any(),
        TrackShown::Here(page) => here(&view.id, page).into_any(),
    }
}

fn here(id: &TrackId, page: &TrackPage) -> impl IntoView + use<> {
    let percent = (page.all.share * 100.0).round();
    let summary = match page.all.seen {
        0 => format!("{} items. Nothing of it was asked yet.", page.all.items),
        seen => format!(
            "{seen} of {} items seen. By the exam's weights you would remember {percent} % of it today.",
            page.all.items
        ),
    };
    let booked = page.booked.clone().map_or_else(
        || "Book the exam".to_owned(),
        |day| format!("Booked for {day}"),
    );
    let exam = page.is_exam.then(|| {
        view! {
            <a class="button" href=Route::Plan.hash()>{booked}</a>
            <a class="button" href=Route::Exam(id.clone()).hash()>"Mock exams"</a>
            <a class="button" href=Route::Readiness(id.clone()).hash()>"Are you ready?"</a>
        }
    });
    let domains = page
        .domains
        .iter()
        .map(|domain| section(id, domain))
        .collect_view();
    let sat = (!page.sittings.is_empty()).then(|| {
        view! {
            <section aria-labelledby="sat">
                <h2 id="sat">"What you sat"</h2>
                {sittings(&page.sittings, false)}
            </section>
        }
    });
    view! {
        <h1>{page.name.clone()}</h1>
        <p class="quiet">{page.facts.clone()}</p>
        {page.notice.clone().map(|words| view! { <p class="warn">{words}</p> })}
        <p>{summary}</p>
        <p class="buttons">
            <a class="button primary" href=Route::Study(id.clone()).hash()>"Study"</a>
            {exam}
        </p>
        {weakest(page)}
        <section aria-labelledby="blueprint">
            <h2 id="blueprint">"Blueprint"</h2>
            {domains}
        </section>
        {sat}
    }
}

/// Where most is to be gained.
fn weakest(page: &TrackPage) -> impl IntoView + use<> {
    (page.all.seen > 0).then(|| {
        let rows = page.weakest.iter().map(|(id, name, missing)| {
            view! { <li>{format!("{id} {name}")} <span class="quiet">{format!(" – {missing:.0} % of the exam not known yet")}</span></li> }
        });
        view! {
            <section aria-labelledby="weakest">
                <h2 id="weakest">"Where most is missing"</h2>
                <ul>{rows.collect_view()}</ul>
            </section>
        }
    })
}

fn section(track: &TrackId, domain: &DomainKnown) -> impl IntoView + use<> {
    let rows = domain.tasks.iter().map(|(id, name, known)| {
        let query = Query {
            track: Some(track.clone()),
            task: Some(id.clone()),
            ..Query::default()
        };
        view! {
            <tr>
                <th scope="row"><a href=Route::Library(query).hash()>{format!("{id} {name}")}</a></th>
                {cells(*known)}
            </tr>
        }
    });
    view! {
        <div class="wide">
            <table class="blueprint">
                <caption>{format!("{} {}", domain.id, domain.name)} <span class="quiet">{format!(" {} % of the exam", domain.weight)}</span></caption>
                <thead><tr><th scope="col">"Task"</th><th scope="col">"Seen"</th><th scope="col">"Known today"</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
                <tfoot><tr><th scope="row">"All of it"</th>{cells(domain.known)}</tr></tfoot>
            </table>
        </div>
    }
}

fn cells(known: Known) -> impl IntoView {
    let percent = format!("{:.0}%", known.share * 100.0);
    view! {
        <td>{format!("{} of {}", known.seen, known.items)}</td>
        <td>
            {format!("{:.0} %", known.share * 100.0)}
            <span class="meter" aria-hidden="true"><span style:width=percent></span></span>
        </td>
    }
}
