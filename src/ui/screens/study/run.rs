//! A run of a drill: where it stands, under the clock, and what came of it.

use leptos::prelude::*;

use crate::app::view::run::{RunSummary, RunView};
use crate::app::{Event, Route};
use crate::ui::Shell;
use crate::ui::browser::{clock, page};
use crate::ui::parts::dots;

/// The place in the run, and the clock. It says nothing by itself: who is read to would hear nothing else.
#[component]
pub(super) fn RunBar(run: RunView) -> impl IntoView {
    let tick = RwSignal::new(clock::now().at.0);
    if run.until.is_none() {
        let second = page::every_second(move || {
            tick.try_set(clock::now().at.0);
        });
        on_cleanup(move || page::stop_every_second(second));
    }
    let spent = move || {
        let until = run.until.unwrap_or_else(|| tick.get());
        (until - run.since).max(0) / 1_000
    };
    let allowed = i64::from(run.seconds.max(1));
    let is_late = move || spent() > allowed;
    let share = move || format!("{}%", (spent() * 100 / allowed).min(100));
    let label = format!(
        "Question {} of {}, {} right so far, {} seconds are allowed",
        run.place, run.of, run.right, run.seconds
    );
    view! {
        <div class="session-bar run-bar" role="img" aria-label=label>
            <span class="session-meter" class:late=is_late>
                <span style:width=share></span>
            </span>
            <span class="session-counts" aria-hidden="true">
                <span class="run-clock">{move || shown(spent())} " / " {shown(allowed)}</span>
                <span>{run.place} " of " {run.of}</span>
                <span>{run.right} " right"</span>
            </span>
        </div>
    }
}

fn shown(seconds: i64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// What came of a run.
pub(super) fn ran(shell: Shell, run: &RunSummary) -> AnyView {
    let figure = |value: String, words: &'static str| {
        view! { <div class="figure"><dt>{words}</dt><dd>{value}</dd></div> }
    };
    let next = run.next.clone().map(|(level, item)| {
        view! { <a class="button large" href=Route::Practice(item).hash()>{format!("Go on with {level}")}</a> }
    });
    view! {
        <section class="summary" aria-labelledby="done">
            <p class="eyebrow"><a href=Route::Drills(Some(run.drill)).hash()>{run.name.clone()}</a></p>
            <h1 id="done">{format!("{} of {} right", run.right, run.of)}</h1>
            <dl class="figures">
                {figure(run.in_time.to_string(), "right and in time")}
                {figure(format!("{} s", run.seconds), "median time")}
                {figure(format!("{} s", run.allowed), "allowed for each")}
            </dl>
            {dots(&run.dots, run.allowed, run.of)}
            <p>{run.advice.clone()}</p>
            <p class="buttons">
                <button class="primary large" on:click=move |_| shell.dispatch(Event::More)>"Another ten" <kbd>"Enter"</kbd></button>
                {next}
                <a class="button large" href=Route::Drills(Some(run.drill)).hash()>"How it goes over time"</a>
                <button class="large" on:click=move |_| shell.dispatch(Event::Undid)>"Undo the last answer"</button>
            </p>
        </section>
    }
    .into_any()
}
