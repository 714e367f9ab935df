//! The plan screen: book exams, say how many minutes there are, and see what to expect.

use leptos::prelude::*;

use super::booking::{DayOf, OutlookOf};
use super::minutes::{DaysOff, Minutes};
use super::start::{failed, unsaved};
use crate::app::view::{Coming, PlanView};
use crate::app::{App, Route};
use crate::deck::id::TrackId;
use crate::ui::Shell;
use crate::ui::parts::{Notice, Tone};

/// Exams, minutes, days off.
#[component]
pub(crate) fn PlanScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo(App::plan_view);
    let tracks = Memo::new(move |_| {
        view.with(|v| {
            v.exams
                .iter()
                .map(|row| row.track.clone())
                .collect::<Vec<_>>()
        })
    });
    let minutes = Memo::new(move |_| view.with(|v| v.minutes));
    let days_off = Memo::new(move |_| view.with(|v| v.days_off.clone()));
    view! {
        <div class="plan" data-screen="plan">
            <h1>"Your plan"</h1>
            <p>"Book an exam and say how many minutes you have. Each day's list then holds what adds most to your score on the day, \
                and never more than your minutes."</p>
            {move || view.with(|v| v.refused).map(|words| view! {
                <Notice tone=Tone::Bad><p>{words}</p></Notice>
            })}
            {move || view.with(|v| v.save_error.clone()).map(unsaved)}
            <section aria-labelledby="exams">
                <h2 id="exams">"Exams"</h2>
                {move || view.with(|v| v.loading).then(|| view! { <p role="status">"Loading your tracks…"</p> })}
                {move || view.with(|v| v.failed.clone()).map(failed)}
                <ul class="rows"><For each=move || tracks.get() key=Clone::clone children=move |track| view! { <ExamOf view track/> }/></ul>
            </section>
            <section aria-labelledby="minutes">
                <h2 id="minutes">"Minutes a day"</h2>
                <Minutes minutes/>
            </section>
            <section aria-labelledby="coming">
                <h2 id="coming">"The coming weeks"</h2>
                {move || view.with(|v| match &v.coming {
                    Some(days) => coming(days),
                    None => view! { <p role="status">"Counting what comes due…"</p> }.into_any(),
                })}
            </section>
            <section aria-labelledby="off">
                <h2 id="off">"Days off"</h2>
                <DaysOff days=days_off/>
            </section>
        </div>
    }
}

#[component]
fn ExamOf(view: Memo<PlanView>, track: TrackId) -> impl IntoView {
    let id = track.clone();
    let row =
        Memo::new(move |_| view.with(|v| v.exams.iter().find(|row| row.track == id).cloned()));
    let name = row.with_untracked(|row| row.as_ref().map(|row| row.name.clone()));
    let day = Memo::new(move |_| row.with(|row| Some(row.as_ref()?.day.clone()?.1)));
    let note = Memo::new(move |_| row.with(|row| row.as_ref()?.note.clone()));
    let (ready, known) = (
        Route::Readiness(track.clone()).hash(),
        Route::Track(track.clone()).hash(),
    );
    let (name_of_row, study) = (track.to_string(), Route::Study(track.clone()).hash());
    let links = move || {
        let (ready, known) = (ready.clone(), known.clone());
        day.with(Option::is_some).then(|| {
            view! {
                <a class="quiet" href=ready>"Are you ready?"</a>
                <a class="quiet" href=known>"What you know"</a>
            }
        })
    };
    view! {
        <li class="exam-row" data-track=name_of_row>
            <div class="exam-head">
                <a href=study>{name}</a>
                {links}
                <span class="quiet">{move || day.get()}</span>
                <DayOf track row/>
            </div>
            {move || note.get().map(|words| view! { <p class="quiet">{words}</p> })}
            <OutlookOf row/>
        </li>
    }
}

/// What comes due on each of the coming days, beside the minutes there are.
fn coming(days: &[Coming]) -> AnyView {
    let due: u32 = days.iter().map(|day| day.due).sum();
    if due == 0 {
        let words = "Nothing you know comes due yet. Once you have answered some items, you see here which days are full.";
        return view! { <p class="quiet">{words}</p> }.into_any();
    }
    let most = days.iter().map(|day| day.due).max().unwrap_or(1);
    let rows = days.iter().map(|day| {
        let (due, most) = (day.due.to_string(), most.to_string());
        let words = match day.planned {
            0 => format!("{} items, about {} min; a day off", day.due, day.minutes),
            planned => format!("{} items, about {} of {planned} min", day.due, day.minutes),
        };
        view! {
            <tr>
                <th scope="row">{day.day.clone()}</th>
                <td><meter min="0" max=most value=due aria-hidden="true"></meter></td>
                <td>{words}</td>
            </tr>
        }
    });
    let weeks = days.first().map(|today| {
        let week: u32 = days.iter().take(7).map(|day| day.due).sum();
        format!(
            "Today {} of the items you know come due, in the next seven days {week}.",
            today.due
        )
    });
    view! {
        <p>{weeks}</p>
        <details>
            <summary>"Day by day"</summary>
            <table class="coming">
                <thead><tr><th scope="col">"Day"</th><th scope="col"><span class="visually-hidden">"Share"</span></th><th scope="col">"Due"</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </details>
    }
    .into_any()
}
