//! Mock exams: the list, one track's, the exam room, and the report.

mod question;
mod report;
mod room;
mod setup;

use leptos::prelude::*;

use super::start::failed;
use crate::app::view::exams::{ExamsRow, SittingRow};
use crate::app::{App, Route};
use crate::ui::Shell;
pub(crate) use room::RoomScreen;
pub(crate) use setup::SetupScreen;

/// Every track with its mock exams, and what was sat.
#[component]
pub(crate) fn ExamsScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo(App::exams_view);
    view! {
        <div class="exams" data-screen="exams">
            <h1>"Mock exams"</h1>
            <p>"A form drawn by the exam's blueprint, with its number of questions, its minutes and its way of scoring."</p>
            <p>"Figures and rules can be practised without end: " <a href=Route::Drills(None).hash()>"drills"</a> "."</p>
            {move || view.with(|v| v.loading).then(|| view! { <p role="status">"Loading your tracks…"</p> })}
            {move || view.with(|v| v.failed.clone()).map(failed)}
            {move || view.with(|v| {
                let open: Vec<SittingRow> = v.sittings.iter().filter(|s| s.is_open).cloned().collect();
                (!open.is_empty()).then(|| view! {
                    <section aria-labelledby="open">
                        <h2 id="open">"Not finished"</h2>
                        {sittings(&open, true)}
                    </section>
                })
            })}
            <section aria-labelledby="tracks">
                <h2 id="tracks">"Choose an exam"</h2>
                <ul class="tracks">{move || view.with(|v| v.rows.iter().map(row).collect_view())}</ul>
            </section>
            {move || view.with(|v| {
                let over: Vec<SittingRow> = v.sittings.iter().filter(|s| !s.is_open).cloned().collect();
                (!over.is_empty()).then(|| view! {
                    <section aria-labelledby="sat">
                        <h2 id="sat">"What you sat"</h2>
                        {sittings(&over, true)}
                    </section>
                })
            })}
        </div>
    }
}

fn row(row: &ExamsRow) -> impl IntoView + use<> {
    let sat = match row.sat {
        0 => String::new(),
        1 => "sat once".to_owned(),
        times => format!("sat {times} times"),
    };
    view! {
        <li>
            <a class="track" data-track=row.track.to_string() href=Route::Exam(row.track.clone()).hash()>
                <span class="track-name">{row.name.clone()}</span>
                <span class="track-waiting">{sat}</span>
                <span class="quiet">{row.form.clone()}</span>
            </a>
        </li>
    }
}

/// Sittings as a list; the name of the track where they are of several.
pub(super) fn sittings(rows: &[SittingRow], has_names: bool) -> impl IntoView + use<> {
    let rows = rows.iter().cloned().map(|row| {
        let name = has_names.then(|| format!("{}: ", row.track));
        view! {
            <li class="sitting">
                <a href=row.route>{name} {row.form}</a>
                <span class="quiet">{row.day}</span>
                <span class="sitting-result" class:good=row.passed == Some(true) class:bad=row.passed == Some(false)>{row.result}</span>
            </li>
        }
    });
    view! { <ul class="sittings">{rows.collect_view()}</ul> }
}
