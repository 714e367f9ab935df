//! A track: its blueprint, how far it is known, and where that leads.

use leptos::prelude::*;

use super::booking::{DayOf, OutlookOf};
use super::exams::sittings;
use super::start::{failed, unsaved};
use crate::app::view::track::{BookingView, DomainKnown, Known, TrackPage, TrackShown, TrackView};
use crate::app::{App, Query, Route};
use crate::deck::id::TrackId;
use crate::ui::Shell;

/// The screen of a track.
#[component]
pub(crate) fn TrackScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo_by(App::track_basis, App::track_view);
    let booking = shell.memo(App::booking_view);
    // By itself: a date that is being chosen stays while what is known is counted anew.
    let head = Memo::new(move |_| view.with(|v| v.as_ref().and_then(head_of)));
    let is_exam = Memo::new(move |_| booking.with(Option::is_some));
    view! {
        <div class="track-page" data-screen="track">
            {move || head.get().map(|(id, name, facts, notice)| {
                let exam = is_exam.get().then(|| view! {
                    <a class="button" href=Route::Exam(id.clone()).hash()>"Mock exams"</a>
                    <a class="button" href=Route::Readiness(id.clone()).hash()>"Are you ready?"</a>
                });
                view! {
                    <h1>{name}</h1>
                    <p class="quiet">{facts}</p>
                    {notice.map(|words| view! { <p class="warn">{words}</p> })}
                    <p class="buttons">
                        <a class="button primary" href=Route::Study(id.clone()).hash()>"Study"</a>
                        {exam}
                    </p>
                    {is_exam.get().then(|| view! { <Booking booking track=id/> })}
                }
            })}
            {move || view.with(|v| v.as_ref().map(shown))}
        </div>
    }
}

/// What stands above everything that is counted.
fn head_of(view: &TrackView) -> Option<(TrackId, String, String, Option<String>)> {
    match &view.shown {
        TrackShown::Here(page) => Some((
            view.id.clone(),
            page.name.clone(),
            page.facts.clone(),
            page.notice.clone(),
        )),
        _ => None,
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

/// The day of the exam, and what to expect on it.
#[component]
fn Booking(booking: Memo<Option<BookingView>>, track: TrackId) -> impl IntoView {
    let row = Memo::new(move |_| booking.with(|b| b.as_ref().map(|b| b.row.clone())));
    let note = Memo::new(move |_| row.with(|row| row.as_ref()?.note.clone()));
    let refused = Memo::new(move |_| booking.with(|b| b.as_ref()?.refused));
    let error = Memo::new(move |_| booking.with(|b| b.as_ref()?.save_error.clone()));
    let heading = move || {
        let day = row.with(|row| Some(row.as_ref()?.day.clone()?.1));
        day.map_or_else(
            || "Book the exam".to_owned(),
            |day| format!("Booked for {day}"),
        )
    };
    view! {
        <section class="panel-card" aria-labelledby="booking">
            <h2 id="booking">{heading}</h2>
            {move || error.get().map(unsaved)}
            {move || refused.get().map(|words| view! { <p class="warn" role="alert">{words}</p> })}
            <p class="buttons"><DayOf track row/></p>
            {move || note.get().map(|words| view! { <p class="quiet">{words}</p> })}
            <OutlookOf row/>
        </section>
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
    let domains = page
        .domains
        .iter()
        .map(|domain| section(id, domain))
        .collect_view();
    let drills = (!page.drills.is_empty()).then(|| {
        let links = page.drills.iter().map(|(id, name)| {
            view! { <a class="button" href=Route::Drills(Some(id)).hash()>{*name}</a> }
        });
        view! {
            <section aria-labelledby="drills">
                <h2 id="drills">"Drills"</h2>
                <p class="quiet">"Questions with other figures each time, against the clock."</p>
                <p class="buttons">{links.collect_view()}</p>
            </section>
        }
    });
    let sat = (!page.sittings.is_empty()).then(|| {
        view! {
            <section aria-labelledby="sat">
                <h2 id="sat">"What you sat"</h2>
                {sittings(&page.sittings, false)}
            </section>
        }
    });
    view! {
        <p class="known-words">{summary}</p>
        {weakest(page)}
        <section aria-labelledby="blueprint">
            <h2 id="blueprint">"Blueprint"</h2>
            {domains}
        </section>
        {drills}
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
