//! The mock exams of one track: the real thing, something shorter, or a form of one's own.

use leptos::prelude::*;

use super::super::start::{failed, unsaved};
use super::sittings;
use crate::app::view::exams::{DomainChoice, ExamSetup, Offer, SetupState};
use crate::app::{App, Event, Exams, Request, Route};
use crate::deck::id::TrackId;
use crate::review::{Feedback, FormKind};
use crate::ui::Shell;
use crate::ui::browser::{clock, page};
use crate::ui::parts::{Notice, Tone};

/// One track.
#[component]
pub(crate) fn SetupScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo(App::exam_setup);
    view! {
        <div class="exam-setup" data-screen="exam">
            <p class="eyebrow"><a href=Route::Exams.hash()>"Mock exams"</a></p>
            {move || view.with(|v| v.as_ref().map(|v| shown(shell, v)))}
        </div>
    }
}

fn shown(shell: Shell, setup: &ExamSetup) -> AnyView {
    let name = setup.name.clone();
    match &setup.state {
        SetupState::Loading => {
            view! { <h1>{name}</h1> <p role="status">"Loading the questions…"</p> }.into_any()
        }
        SetupState::Failed(words) => view! { <h1>{name}</h1> {failed(words.clone())} }.into_any(),
        SetupState::Unknown => view! {
            <h1>"There is no such exam"</h1>
            <a class="button primary" href=Route::Exams.hash()>"To the mock exams"</a>
        }
        .into_any(),
        SetupState::Ready => ready(shell, setup),
    }
}

fn ready(shell: Shell, setup: &ExamSetup) -> AnyView {
    let (all, unseen) = setup.questions;
    let refused = setup
        .refused
        .clone()
        .map(|(words, _)| view! { <Notice tone=Tone::Bad><p>{words}</p></Notice> });
    let unsaved = setup.save_error.clone().map(unsaved);
    let open = setup.open.clone().map(|row| view! {
        <Notice tone=Tone::Good>
            <p><strong>{row.form}</strong> " of " {row.day} " is not finished. " {row.result} "."</p>
            <p><a class="button primary" href=row.route>"Go on with it"</a></p>
        </Notice>
    });
    let sat = (!setup.sittings.is_empty()).then(|| {
        view! {
            <section aria-labelledby="sat">
                <h2 id="sat">"What you sat"</h2>
                {sittings(&setup.sittings, false)}
            </section>
        }
    });
    view! {
        <h1>{setup.name.clone()}</h1>
        <p>
            <a href=Route::Readiness(setup.track.clone()).hash()>"Are you ready? Your chance of passing"</a> " · "
            <a href=Route::Track(setup.track.clone()).hash()>"What you know of it"</a>
        </p>
        <p class="quiet">{setup.form.clone()} ". " {setup.scoring.clone()}</p>
        <p class="quiet">{format!("{all} questions in the deck, {unseen} of them never seen. What you have not seen is asked first.")}</p>
        {refused}
        {unsaved}
        {open}
        {mock(shell, setup)}
        {practice(shell, setup)}
        <Own shell track=setup.track.clone() domains=setup.choices.domains.clone()/>
        {sat}
    }
    .into_any()
}

fn begin(shell: Shell, track: &TrackId, request: Request) {
    page::mark("cairn-form");
    let event = Exams::Begun(track.clone(), request, clock::random());
    shell.dispatch(Event::Exams(event));
    page::mark("cairn-formed");
}

fn mock(shell: Shell, setup: &ExamSetup) -> impl IntoView + use<> {
    let (count, minutes, short) = match &setup.full {
        Offer::Full(count, minutes) => (*count, *minutes, None),
        Offer::Short(words, count, minutes) => (*count, *minutes, Some(words.clone())),
    };
    let (track, other) = (setup.track.clone(), setup.track.clone());
    let is_full = short.is_none();
    let title = if is_full {
        "Full mock exam"
    } else {
        "Mock exam, as long as the deck allows"
    };
    let words = short.map(|words| view! {
        <p class="quiet">"The deck is too small for a full form: " {words} " A shorter one tells less, and its score says how much less."</p>
    });
    let buttons = (count > 0).then(|| view! {
        <p class="buttons">
            <button class="primary large" data-begin="mock" on:click=move |_| begin(shell, &track, Request::of(FormKind::Mock, Feedback::AtEnd, count))>
                {format!("Begin: {count} questions, {minutes} minutes")}
            </button>
            <button data-begin="review" on:click=move |_| begin(shell, &other, Request::of(FormKind::Mock, Feedback::Each, count))>
                "The same with answers after each, no clock"
            </button>
        </p>
    });
    view! {
        <section class="panel" aria-labelledby="mock">
            <h2 id="mock">{title}</h2>
            <p>"Like the exam: the clock runs and nothing is told before the end. Close the page whenever you must; the clock stops with you."</p>
            {words}
            {buttons}
        </section>
    }
}

fn practice(shell: Shell, setup: &ExamSetup) -> impl IntoView + use<> {
    let (track, other) = (setup.track.clone(), setup.track.clone());
    let missed = setup.missed;
    let marked = (missed > 0).then(|| view! {
        <button data-begin="missed" on:click=move |_| begin(shell, &other, Request::of(FormKind::Missed, Feedback::Each, missed.min(50)))>
            {format!("Missed and flagged ({missed})")}
        </button>
    });
    view! {
        <section class="panel" aria-labelledby="short">
            <h2 id="short">"Something short"</h2>
            <p class="buttons">
                <button data-begin="quick" on:click=move |_| begin(shell, &track, Request::of(FormKind::Quick, Feedback::Each, Request::QUICK))>"Quick ten"</button>
                {marked}
            </p>
        </section>
    }
}

/// Questions of a form of one's own, at most.
const LONGEST: usize = 300;

/// A form of one's own.
#[component]
fn Own(shell: Shell, track: TrackId, domains: Vec<DomainChoice>) -> impl IntoView {
    let only = RwSignal::new(String::new());
    let count = RwSignal::new("20".to_owned());
    let percent = RwSignal::new("0".to_owned());
    let (tells, unseen) = (RwSignal::new(true), RwSignal::new(false));
    let options = domains.into_iter().map(|domain| {
        let tasks = domain.tasks.into_iter().map(|task| {
            view! { <option value=task.id.clone()>{format!("\u{2003}{} {} ({})", task.id, task.name, task.questions)}</option> }
        });
        view! {
            <option value=domain.id.clone()>{format!("{} {} ({})", domain.id, domain.name, domain.questions)}</option>
            {tasks.collect_view()}
        }
    });
    let options = options.collect_view();
    let send = move || {
        let request = own_request(
            only.get_untracked(),
            count.get_untracked().parse().unwrap_or(20),
            percent.get_untracked().parse().unwrap_or(0),
            tells.get_untracked(),
        );
        let request = Request {
            only_unseen: unseen.get_untracked(),
            ..request
        };
        begin(shell, &track, request);
    };
    view! {
        <section class="panel" aria-labelledby="own">
            <h2 id="own">"Build your own"</h2>
            <form class="own-form" on:submit=move |ev| { ev.prevent_default(); send(); }>
                <label>"Domain or task"
                    <select bind:value=only>
                        <option value="">"All, in the exam's proportions"</option>
                        {options}
                    </select>
                </label>
                <label>"Questions" <input type="number" min="1" max=LONGEST inputmode="numeric" bind:value=count/></label>
                <label>"Clock"
                    <select bind:value=percent>
                        <option value="0">"No clock"</option>
                        <option value="100">"The exam's pace"</option>
                        <option value="150">"Half as much time again"</option>
                        <option value="75">"A quarter less time"</option>
                    </select>
                </label>
                <label class="check"><input type="checkbox" bind:checked=tells/> "Show the answer after each question"</label>
                <label class="check"><input type="checkbox" bind:checked=unseen/> "Only what I have never seen"</label>
                <button type="submit" data-begin="own">"Begin"</button>
            </form>
        </section>
    }
}

/// A form of one's own: by the blueprint where nothing is named, and every question counts.
fn own_request(only: String, count: usize, percent: u16, tells: bool) -> Request {
    let by_blueprint = only.is_empty();
    let count = count.clamp(1, LONGEST);
    let feedback = if tells {
        Feedback::Each
    } else {
        Feedback::AtEnd
    };
    let kind = if by_blueprint && count >= Request::SHORTEST {
        FormKind::Mock
    } else {
        FormKind::Drill
    };
    Request {
        is_timed: percent > 0,
        time_percent: percent,
        only: if by_blueprint { Vec::new() } else { vec![only] },
        all_scored: true,
        ..Request::of(kind, feedback, count)
    }
}
