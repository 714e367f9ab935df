//! The readiness screen: the chance of passing with its range, its evidence, and what raises it most.

use leptos::prelude::*;

use super::start::{failed, unsaved};
use crate::app::view::readiness::{
    ActionRow, Chance, DomainRow, Figure, Readiness, ReadinessState, ReadinessView,
};
use crate::app::{App, Event, Exams, Route, StatisticsQuery};
use crate::deck::id::TrackId;
use crate::ui::Shell;
use crate::ui::parts::trend;

/// One exam.
#[component]
pub(crate) fn ReadinessScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo_by(App::readiness_basis, App::readiness_view);
    view! {
        <div class="readiness" data-screen="readiness">
            {move || view.with(|v| v.as_ref().map(|v| shown(shell, v)))}
        </div>
    }
}

fn shown(shell: Shell, view: &ReadinessView) -> AnyView {
    let name = view.name.clone();
    let eyebrow = view! { <p class="eyebrow"><a href=Route::Exam(view.track.clone()).hash()>"Mock exams"</a> " · " {name.clone()}</p> };
    let unsaved = view.save_error.clone().map(unsaved);
    match &view.state {
        ReadinessState::Loading => view! { {eyebrow} <h1>"Are you ready?"</h1> <p role="status">"Reading what you know…"</p> }.into_any(),
        ReadinessState::Failed(words) => view! { {eyebrow} <h1>"Are you ready?"</h1> {failed(words.clone())} }.into_any(),
        ReadinessState::Unknown => view! {
            <h1>"There is no such exam"</h1>
            <a class="button primary" href=Route::Exams.hash()>"To the mock exams"</a>
        }
        .into_any(),
        ReadinessState::Here(of) => view! { {eyebrow} {unsaved} {here(shell, &view.track, of)} }.into_any(),
    }
}

fn here(shell: Shell, track: &TrackId, of: &Readiness) -> impl IntoView + use<> {
    let head = match &of.chance {
        Some(chance) => known(chance).into_any(),
        None => unknown(track, of).into_any(),
    };
    let mocks = (!of.mocks.is_empty()).then(|| {
        let rows = of.mocks.clone().into_iter().map(|(day, percent, is_above)| {
            let words = if is_above { "counts for “ready”" } else { "below the bar" };
            view! { <li class="sitting"><span>{day}</span> <span class="quiet">{words}</span> <span class="sitting-result">{format!("{percent} %")}</span></li> }
        });
        view! {
            <section aria-labelledby="mocks">
                <h2 id="mocks">"Timed mocks of new questions"</h2>
                <ul class="sittings">{rows.collect_view()}</ul>
            </section>
        }
    });
    let taken = (!of.taken.is_empty()).then(|| {
        let rows = of.taken.clone().into_iter().map(|(day, is_passed, score, foretold)| {
            let result = if is_passed { "Passed" } else { "Not passed" };
            let score = score.map(|score| format!(" with {score}"));
            let foretold = foretold.map_or_else(|| "nothing was foretold".to_owned(), |percent| format!("{percent} % was foretold the day before"));
            view! { <li class="sitting"><span>{day}</span> <span class="quiet">{foretold}</span> <span class="sitting-result" class:good=is_passed class:bad=!is_passed>{result} {score}</span></li> }
        });
        view! {
            <section aria-labelledby="taken">
                <h2 id="taken">"The real exam"</h2>
                <ul class="sittings">{rows.collect_view()}</ul>
            </section>
        }
    });
    view! {
        {head}
        {mocks}
        {taken}
        <p><a href=statistics_of(track)>"What your answers say: statistics of this exam"</a></p>
        {of.is_exam.then(|| view! { <Took shell track=track.clone() today=of.today.clone()/> })}
        <details class="panel">
            <summary>"How this is worked out"</summary>
            <p>"Each question you answer for the first time says something about its task, its domain and the whole exam; repeats of the same \
                question hardly count, since they mostly show that you remember it. Cards count through what you still remember today. From \
                that, scores of many exams are drawn: with the exam's weights, its number of scored questions, guessing, and some doubt about \
                how far our questions and the exam's differ and where the cut lies. The range is what the chance might be if we knew you perfectly."</p>
        </details>
    }
}

/// The address of the statistics of a track.
fn statistics_of(track: &TrackId) -> String {
    let query = StatisticsQuery {
        track: Some(track.clone()),
        ..StatisticsQuery::default()
    };
    Route::Statistics(query).hash()
}

fn unknown(track: &TrackId, of: &Readiness) -> impl IntoView + use<> {
    let missing = of
        .missing
        .clone()
        .into_iter()
        .map(|words| view! { <li>{words}</li> });
    view! {
        <h1>"Not enough evidence yet"</h1>
        <p>{format!("You have answered {} of its questions for the first time. Before a chance can be told honestly it needs:", of.firsts)}</p>
        <ul class="missing">{missing.collect_view()}</ul>
        <p class="buttons">
            <a class="button primary" href=Route::Exam(track.clone()).hash()>"Sit a mock exam"</a>
            <a class="button" href=Route::Study(track.clone()).hash()>"Study"</a>
        </p>
    }
}

fn card(title: String, figure: Option<Figure>, note: &'static str) -> impl IntoView {
    let (number, range) = figure.map_or_else(
        || ("…".to_owned(), note.to_owned()),
        |f| {
            (
                format!("{} %", f.percent),
                format!("{} to {} %", f.range.0, f.range.1),
            )
        },
    );
    view! {
        <div class="chance">
            <span class="quiet">{title}</span>
            <strong>{number}</strong>
            <span class="quiet">{range}</span>
        </div>
    }
}

fn known(chance: &Chance) -> impl IntoView + use<> {
    let booked = chance.booked.clone().map(|(day, planned, as_is)| {
        view! {
            {card(format!("{day}, with your plan kept"), planned, "being worked out")}
            {card(format!("{day}, with no more study"), Some(as_is), "")}
        }
    });
    let ready = match &chance.ready {
        Ok(()) => view! { <p class="verdict right">"Ready."</p> }.into_any(),
        Err(missing) => {
            view! { <p>"For “ready” it still takes " {missing.join(" and ")} "."</p> }.into_any()
        }
    };
    let (score, from, to, cut) = chance.score;
    let actions = (!chance.actions.is_empty()).then(|| {
        let rows = chance.actions.clone().into_iter().map(action);
        view! {
            <section aria-labelledby="actions">
                <h2 id="actions">"What raises it most for the time"</h2>
                <ol class="question-list">{rows.collect_view()}</ol>
            </section>
        }
    });
    view! {
        <h1>"Your chance of passing"</h1>
        <div class="chances">
            {card("Today".to_owned(), Some(chance.today), "")}
            {booked}
        </div>
        {ready}
        <p class="quiet">{format!("Expected score {score} % (nine of ten exams between {from} and {to} %), against a cut of about {cut} %.")}</p>
        {weeks(chance)}
        {actions}
        {domains(&chance.domains)}
    }
}

fn action(row: ActionRow) -> impl IntoView {
    let gain = format!("+{}.{} points", row.tenths / 10, row.tenths % 10);
    view! { <li class="sitting"><span>{row.name}</span> <span class="quiet">{format!("about {} minutes", row.minutes)}</span> <span class="sitting-result">{gain}</span></li> }
}

/// The weeks behind: drawn, and as a table.
fn weeks(chance: &Chance) -> impl IntoView + use<> {
    let points: Vec<(String, Option<[u32; 3]>)> = chance
        .trend
        .iter()
        .map(|(day, figure)| {
            let of = |figure: &Figure| [figure.percent, figure.range.0, figure.range.1];
            (day.clone(), figure.as_ref().map(of))
        })
        .collect();
    let rows = chance.trend.iter().map(|(day, figure)| {
        let (percent, range) = figure.as_ref().map_or_else(
            || ("not known".to_owned(), String::new()),
            |f| {
                (
                    format!("{} %", f.percent),
                    format!("{} to {} %", f.range.0, f.range.1),
                )
            },
        );
        view! { <tr><th scope="row">{day.clone()}</th><td>{percent}</td><td>{range}</td></tr> }
    });
    view! {
        <section aria-labelledby="weeks">
            <h2 id="weeks">"Over the weeks"</h2>
            {trend(&points)}
            {chance.moved.clone().map(|words| view! { <p class="quiet">{words}</p> })}
            <details>
                <summary>"As a table"</summary>
                <table>
                    <thead><tr><th scope="col">"Day"</th><th scope="col">"Chance"</th><th scope="col">"Range"</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </details>
        </section>
    }
}

fn domains(rows: &[DomainRow]) -> impl IntoView + use<> {
    let rows = rows.iter().cloned().map(|row| {
        let (share, from, to) = row.share;
        let sign = if row.tenths < 0 { "−" } else { "+" };
        let tasks = row.tasks.into_iter().map(|(name, firsts, share)| {
            let seen = if firsts == 1 { "1 question".to_owned() } else { format!("{firsts} questions") };
            view! { <li>{name} <span class="quiet">{format!("{seen}, {share} % expected")}</span></li> }
        });
        let points = format!("{sign}{}.{}", row.tenths.abs() / 10, row.tenths.abs() % 10);
        view! {
            <tr>
                <th scope="row">
                    <details>
                        <summary>{row.name}</summary>
                        <ul class="tasks">{tasks.collect_view()}</ul>
                    </details>
                </th>
                <td>{format!("{} %", row.weight)}</td>
                <td>{row.firsts}</td>
                <td>{format!("{share} %")} <span class="quiet">{format!(" {from}–{to}")}</span></td>
                <td class:good=row.tenths.is_positive() class:bad=row.tenths.is_negative()>{points}</td>
            </tr>
        }
    });
    view! {
        <section aria-labelledby="evidence">
            <h2 id="evidence">"The evidence by domain"</h2>
            <div class="wide">
                <table class="domains">
                    <thead><tr>
                        <th scope="col">"Domain"</th><th scope="col">"Weight"</th><th scope="col">"New questions"</th>
                        <th scope="col">"Expected"</th><th scope="col">"Against the cut"</th>
                    </tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </section>
    }
}

/// The learner tells how the real exam went.
#[component]
fn Took(shell: Shell, track: TrackId, today: String) -> impl IntoView {
    let day = RwSignal::new(today.clone());
    let passed = RwSignal::new("yes".to_owned());
    let score = RwSignal::new(String::new());
    let send = move || {
        let event = Exams::Took(
            track.clone(),
            day.get_untracked(),
            passed.get_untracked() == "yes",
            score.get_untracked().trim().parse().ok(),
        );
        shell.dispatch(Event::Exams(event));
    };
    view! {
        <details class="panel" data-took>
            <summary>"I sat the exam"</summary>
            <p>"Tell how it went: it ends the booking, and shows how well it was foretold."</p>
            <form class="own-form" on:submit=move |ev| { ev.prevent_default(); send(); }>
                <label>"Day" <input type="date" required max=today bind:value=day/></label>
                <label>"Result"
                    <select bind:value=passed>
                        <option value="yes">"Passed"</option>
                        <option value="no">"Not passed"</option>
                    </select>
                </label>
                <label>"Score, if you were told" <input type="number" min="0" max="1000" inputmode="numeric" bind:value=score/></label>
                <button type="submit">"Save the result"</button>
            </form>
        </details>
    }
}
