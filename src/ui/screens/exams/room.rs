//! The exam room: a question or the list of them, under the clock.

use leptos::prelude::*;

use super::super::start::{failed, unsaved};
use super::question::RoomQuestionOf;
use super::report::Report;
use crate::app::view::exams::{Clock, ListRow, RoomShown, RoomView, SittingRow};
use crate::app::{App, Event, Exams, Route};
use crate::ui::Shell;
use crate::ui::browser::{clock, page};

/// Minutes left at which a quiet word is said.
const WARNED_AT: [i64; 4] = [30, 10, 5, 1];

/// One sitting.
#[component]
pub(crate) fn RoomScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo(App::room_view);
    let save_error =
        Memo::new(move |_| view.with(|v| v.as_ref().and_then(|v| v.save_error.clone())));
    // Only a new question, or something else altogether, is built anew.
    let kind = Memo::new(move |_| view.with(|v| v.as_ref().map(key)));
    let clock = Memo::new(move |_| view.with(|v| v.as_ref().and_then(clock_of)));
    let tick = RwSignal::new(clock::now().at.0);
    let second = page::every_second(move || {
        tick.try_set(clock::now().at.0);
        // A second that was under way when the screen went away finds nothing any more.
        let runs = clock.try_with_untracked(Option::is_some) == Some(true);
        let waits = kind.try_with_untracked(|k| k.as_deref() == Some("loading")) == Some(true);
        if runs || waits {
            shell.dispatch(Event::Exams(Exams::Ticked));
        }
    });
    on_cleanup(move || page::stop_every_second(second));
    view! {
        <div class="room" data-screen="sitting">
            {move || save_error.get().map(unsaved)}
            <Timer clock tick/>
            {move || {
                kind.with(|_| ());
                view.with_untracked(|v| v.as_ref().map(|v| shown(shell, view, v)))
            }}
        </div>
    }
}

fn key(view: &RoomView) -> String {
    match &view.shown {
        RoomShown::Loading => "loading".to_owned(),
        RoomShown::Failed(words) => format!("failed {words}"),
        RoomShown::Unknown => "unknown".to_owned(),
        RoomShown::Waiting(row, ..) => format!("waiting {:?}", row.id),
        RoomShown::Question(of) => format!("question {}", of.number),
        RoomShown::List(rows, _) => format!("list {}", rows.len()),
        RoomShown::Report(report) => format!("report {}", report.to_mark.len()),
        RoomShown::Abandoned(_) => "abandoned".to_owned(),
    }
}

fn clock_of(view: &RoomView) -> Option<(i64, u32)> {
    match &view.shown {
        RoomShown::Question(of) => of.clock,
        RoomShown::List(_, clock) => *clock,
        _ => None,
    }
}

fn shown(shell: Shell, view: Memo<Option<RoomView>>, now: &RoomView) -> AnyView {
    let head = view! { <p class="eyebrow"><a href=now.back.clone()>{now.track.clone()}</a> " · " {now.form.clone()}</p> };
    match &now.shown {
        RoomShown::Loading => view! { {head} <p role="status">"Laying out the questions…"</p> }.into_any(),
        RoomShown::Failed(words) => view! { {head} {failed(words.clone())} }.into_any(),
        RoomShown::Unknown => view! {
            <h1>"There is no such sitting"</h1>
            <p>"It may be in another browser: import its backup and it is here, too."</p>
            <a class="button primary" href=Route::Exams.hash()>"To the mock exams"</a>
        }
        .into_any(),
        RoomShown::Waiting(row, left, elsewhere) => view! { {head} {waiting(shell, row, *left, *elsewhere)} }.into_any(),
        RoomShown::Question(_) => view! { {head} <RoomQuestionOf view/> }.into_any(),
        RoomShown::List(..) => view! { {head} <List view/> }.into_any(),
        RoomShown::Report(_) => view! { {head} <Report view/> }.into_any(),
        RoomShown::Abandoned(row) => view! {
            {head}
            <h1>"You gave this one up"</h1>
            <p>{format!("The sitting of {} has no score. Answers that were checked in it count as answered; the others changed nothing.", row.day)}</p>
            <a class="button primary" href=now.back.clone()>"Back to the mock exams"</a>
        }
        .into_any(),
    }
}

fn waiting(
    shell: Shell,
    row: &SittingRow,
    left: Option<i64>,
    elsewhere: bool,
) -> impl IntoView + use<> {
    let left = left.map(|seconds| format!("{} left on the clock.", in_words(seconds)));
    let title = if elsewhere {
        "This sitting was interrupted"
    } else {
        "Paused"
    };
    let words = if elsewhere {
        "The page that held it was closed, or it goes on in another tab. Everything you answered is here. If you go on, it goes on here."
    } else {
        "Everything you answered is here."
    };
    view! {
        <h1>{title}</h1>
        <p>{words}</p>
        <p>{row.result.clone()} ". " {left}</p>
        <p class="buttons">
            <button class="primary large" data-resume on:click=move |_| shell.dispatch(Event::Exams(Exams::Resumed))>"Go on" <kbd>"Enter"</kbd></button>
            <GiveUp shell/>
        </p>
    }
}

/// Ends a sitting without a score, at the second click: there is no way back.
#[component]
pub(super) fn GiveUp(shell: Shell, #[prop(optional)] class: &'static str) -> impl IntoView {
    let is_asked = RwSignal::new(false);
    let give_up = move |_| {
        if is_asked.get_untracked() {
            shell.dispatch(Event::Exams(Exams::Abandoned));
        } else {
            is_asked.set(true);
        }
    };
    view! {
        <button class=class class:danger=is_asked data-give-up on:click=give_up>
            {move || if is_asked.get() { "Yes, give it up without a score" } else { "Give it up…" }}
        </button>
    }
}

fn in_words(seconds: i64) -> String {
    match seconds.max(0) {
        under if under < 120 => format!("{under} seconds"),
        more => format!("{} minutes", more / 60),
    }
}

/// The clock, and a quiet word now and then.
#[component]
fn Timer(clock: Memo<Clock>, tick: RwSignal<i64>) -> impl IntoView {
    let left = Memo::new(move |_| {
        let (until, of) = clock.get()?;
        Some(((until - tick.get()).max(0) / 1_000, of))
    });
    let warned = Memo::new(move |before: Option<&Option<i64>>| {
        let (left, of) = left.get()?;
        let minutes = (left + 59) / 60;
        let reached = WARNED_AT
            .iter()
            .rev()
            .find(|at| minutes <= **at && **at * 60 < i64::from(of));
        // Said when it is reached, and left standing.
        reached.copied().or_else(|| before.copied().flatten())
    });
    let words = move || {
        warned.get().map(|minutes| {
            if minutes == 1 {
                "1 minute left".to_owned()
            } else {
                format!("{minutes} minutes left")
            }
        })
    };
    view! {
        {move || clock.with(Option::is_some).then(|| view! {
            <p class="timer" class:late=move || warned.get().is_some_and(|minutes| minutes <= 5) role="timer" aria-label="Time left">
                {move || left.get().map(|(left, _)| shown_clock(left))}
            </p>
        })}
        <p class="visually-hidden" role="status" data-warning>{words}</p>
    }
}

fn shown_clock(seconds: i64) -> String {
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// Every question with what became of it, before handing in.
#[component]
fn List(view: Memo<Option<RoomView>>) -> impl IntoView {
    let shell = Shell::of_page();
    let is_sure = RwSignal::new(false);
    let rows = Memo::new(move |_| {
        view.with(|v| match v.as_ref().map(|v| &v.shown) {
            Some(RoomShown::List(rows, _)) => rows.clone(),
            _ => Vec::new(),
        })
    });
    let open = move || {
        rows.with(|rows| {
            rows.iter()
                .filter(|row| row.is_answered != Some(true))
                .count()
        })
    };
    let flagged = move || rows.with(|rows| rows.iter().filter(|row| row.is_flagged).count());
    Effect::new(move |_| page::focus("list-head"));
    view! {
        <h1 id="list-head" tabindex="-1">"Your questions"</h1>
        <p>{move || match (open(), flagged()) {
            (0, 0) => "All answered, none flagged.".to_owned(),
            (open, flagged) => format!("{open} without a whole answer, {flagged} flagged."),
        }}</p>
        <ol class="question-list">{move || rows.with(|rows| rows.iter().map(|row| list_row(shell, row)).collect_view())}</ol>
        <p class="buttons">
            <button on:click=move |_| shell.dispatch(Event::Exams(Exams::ListToggled))>"Back to the question" <kbd>"L"</kbd></button>
            {move || if is_sure.get() || open() == 0 {
                view! {
                    <button class="primary" data-submit on:click=move |_| shell.dispatch(Event::Exams(Exams::Submitted))>
                        {move || match open() { 0 => "Hand in".to_owned(), n => format!("Hand in with {n} open") }}
                    </button>
                }.into_any()
            } else {
                view! { <button class="primary" data-submit on:click=move |_| is_sure.set(true)>"Hand in…"</button> }.into_any()
            }}
            <GiveUp shell/>
        </p>
    }
}

fn list_row(shell: Shell, row: &ListRow) -> impl IntoView + use<> {
    let place = row.place;
    let state = match row.is_answered {
        Some(true) => "Answered",
        Some(false) => "Open",
        None => "Begun",
    };
    view! {
        <li>
            <button class="list-row" class:open=row.is_answered != Some(true)
                on:click=move |_| shell.dispatch(Event::Exams(Exams::Went(place)))>
                <span class="list-number">{place + 1}</span>
                <span class="list-words">{row.words.clone()}</span>
                <span class="list-state">{state} {row.is_flagged.then(|| view! { " " <span class="tag flag">"Flagged"</span> })}</span>
            </button>
        </li>
    }
}
