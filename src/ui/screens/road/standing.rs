//! How it stands: pace, exams with their forecasts and what to change, what to know, and the paths.

use leptos::prelude::*;

use super::{View, send};
use crate::app::view::road::{AlarmRow, ExamStanding, LaidRow, RoadBody, StandingView};
use crate::app::{RoadPage, Roading, Route};
use crate::ui::Shell;

/// So many exams are shown at once; the others can be opened.
const NEXT: usize = 3;

#[component]
pub(super) fn Standing(view: View) -> impl IntoView {
    let shell = Shell::of_page();
    let standing = Memo::new(move |_| {
        view.with(|v| match v.as_ref().map(|v| &v.body) {
            Some(RoadBody::Timeline(_, standing)) => Some((**standing).clone()),
            Some(RoadBody::List(list)) => Some(list.standing.clone()),
            _ => None,
        })
    });
    view! { {move || standing.with(|s| s.as_ref().map(|s| shown(shell, s)))} }
}

fn shown(shell: Shell, of: &StandingView) -> impl IntoView + use<> {
    let mut exams = of.exams.clone().into_iter();
    let next = exams.by_ref().take(NEXT);
    let next = next.map(|exam| exam_row(shell, exam)).collect_view();
    let count = exams.len();
    let later = exams.map(|exam| exam_row(shell, exam)).collect_view();
    let paths = of.paths.clone().into_iter();
    let paths = paths.map(|path| path_row(shell, path)).collect_view();
    view! {
        {(!of.alarms.is_empty()).then(|| alarms(of.alarms.clone()))}
        <section aria-labelledby="pace">
            <h2 id="pace">"Pace"</h2>
            <p>{of.pace.clone()}</p>
            {weeks(of)}
        </section>
        {(!of.exams.is_empty()).then(|| view! {
            <section aria-labelledby="road-exams">
                <h2 id="road-exams">"Exams to come"</h2>
                <ul class="road-exams">{next}</ul>
                {(count > 0).then(|| view! {
                    <details>
                        <summary>{format!("{count} later")}</summary>
                        <ul class="road-exams">{later}</ul>
                    </details>
                })}
            </section>
        })}
        <section aria-labelledby="road-paths">
            <h2 id="road-paths">"Your paths"</h2>
            <ul class="road-paths">{paths}</ul>
        </section>
    }
}

fn alarms(rows: Vec<AlarmRow>) -> impl IntoView {
    let rows = rows.into_iter().map(|row| {
        let to = row
            .entry
            .map(|(path, id)| Route::Road(RoadPage::Entry(path, id)).hash());
        view! { <li>{row.words} {to.map(|to| view! { " " <a href=to>"See it"</a> })}</li> }
    });
    view! {
        <section class="alarms" aria-labelledby="alarms">
            <h2 id="alarms">"Worth knowing"</h2>
            <ul>{rows.collect_view()}</ul>
        </section>
    }
}

/// Hours of the weeks behind and to come as bars, with a table that says the same.
fn weeks(of: &StandingView) -> impl IntoView + use<> {
    let past = of.past.iter().map(|(_, hours)| *hours);
    let coming = of
        .coming
        .iter()
        .map(|(_, exams, rituals, _)| exams + rituals);
    let most = past.chain(coming).fold(of.planned, f64::max).max(1.0);
    let height = move |hours: f64| format!("{:.1}%", hours / most * 100.0);
    let line = height(of.planned);
    let behind = of.past.clone().into_iter().map(|(day, hours)| {
        view! { <li><span class="hours past" style:height=height(hours)></span><span class="week-day">{day}</span></li> }
    });
    let ahead = of
        .coming
        .clone()
        .into_iter()
        .map(|(day, exams, rituals, _)| {
            view! {
                <li>
                    <span class="hours exam" style:height=height(exams)></span>
                    <span class="hours ritual" style:height=height(rituals)></span>
                    <span class="week-day">{day}</span>
                </li>
            }
        });
    let hours = |hours: f64| format!("{hours:.1}");
    let past_rows = of.past.clone().into_iter().map(move |(day, studied)| view! { <tr><th scope="row">{day}</th><td>{hours(studied)}</td><td></td><td></td><td></td></tr> });
    let coming_rows = of.coming.clone().into_iter().map(move |(day, exams, rituals, rest)| {
        let rest = if rest < 0.0 { format!("{} too many", hours(-rest)) } else { hours(rest) };
        view! { <tr><th scope="row">{day}</th><td></td><td>{hours(exams)}</td><td>{hours(rituals)}</td><td>{rest}</td></tr> }
    });
    view! {
        <div class="weeks" aria-hidden="true">
            <span class="planned" style:bottom=format!("calc(1.4rem + (100% - 1.4rem) * {})", line.trim_end_matches('%').parse::<f64>().unwrap_or(0.0) / 100.0)></span>
            <ol class="weeks-past">{behind.collect_view()}</ol>
            <ol class="weeks-coming">{ahead.collect_view()}</ol>
        </div>
        <details>
            <summary>"Week by week"</summary>
            <div class="wide-table" tabindex="0" role="region" aria-label="Week by week">
                <table class="coming">
                    <thead><tr><th scope="col">"Week from"</th><th scope="col">"Studied"</th><th scope="col">"For exams"</th><th scope="col">"For reviews"</th><th scope="col">"Left for projects and the rest"</th></tr></thead>
                    <tbody>{past_rows.collect_view()} {coming_rows.collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
}

pub(super) fn exam_row(shell: Shell, exam: ExamStanding) -> impl IntoView {
    let to = Route::Road(RoadPage::Entry(exam.key.0.clone(), exam.key.1.clone())).hash();
    let key = exam.key.clone();
    let remedies = exam.remedies.clone().into_iter().map(move |row| {
        let (key, remedy) = (key.clone(), row.remedy.clone());
        view! { <button on:click=move |_| send(shell, Roading::Remedied(key.clone(), remedy.clone()))>{row.words}</button> }
    });
    let (path, id) = exam.key.clone();
    let book = move |_| send(shell, Roading::Booked(path.clone(), Some(id.clone())));
    let day = if exam.is_booked {
        format!("{}, booked", exam.day)
    } else {
        exam.day.clone()
    };
    view! {
        <li class="road-exam" data-exam=exam.key.1.clone()>
            <p class="road-exam-head"><a href=to>{exam.name.clone()}</a> <span class="quiet">{day}</span></p>
            {exam.percent.map(|percent| view! { <span class="meter" aria-hidden="true"><span style:width=format!("{percent}%")></span></span> })}
            <p><span class="quiet">{exam.hours}</span> " " <strong class=format!("verdict {}", exam.tone)>{exam.verdict}</strong> " " {exam.forecast}</p>
            <p class="buttons">
                {exam.can_book.then(|| view! { <button aria-label=format!("Book it in your plan: {}", exam.name) on:click=book>"Book it in your plan"</button> })}
                {remedies.collect_view()}
            </p>
        </li>
    }
}

fn path_row(shell: Shell, path: LaidRow) -> impl IntoView {
    let to = Route::Road(RoadPage::Path(path.id.clone())).hash();
    let add = Route::Road(RoadPage::Entry(path.id.clone(), "new".to_owned())).hash();
    let (id, own) = (path.id.clone(), path.id.clone());
    let words = match path.bookable {
        1 => "Book its exam in your plan".to_owned(),
        count => format!("Book its {count} exams in your plan"),
    };
    view! {
        <li class="road-path" data-path=path.id>
            <p>
                {if path.is_own { view! { <strong>{path.name}</strong> }.into_any() } else { view! { <a href=to.clone()>{path.name}</a> }.into_any() }}
                " " <span class="quiet">{path.words}</span>
            </p>
            {path.wants_branch.then(|| view! { <p><a href=to>"Choose your speciality"</a></p> })}
            <p class="buttons">
                <a class="button" href=add>"Add an entry"</a>
                {(path.bookable > 0).then(|| view! { <button on:click=move |_| send(shell, Roading::Booked(id.clone(), None))>{words}</button> })}
                {path.is_own.then(|| view! { <button on:click=move |_| send(shell, Roading::Lifted(own.clone()))>"Take it off the roadmap"</button> })}
            </p>
        </li>
    }
}
