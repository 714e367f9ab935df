//! The program with an exam booked: what the plan makes of a session, driven by events.

use crate::bench::{Bench, DAY, EVENING, saa};
use cairn::app::view::{Shown, Summary, Tomorrow};
use cairn::app::{Desk, Effect, Errand, Event, More, Route};
use cairn::deck::id::ItemId;
use cairn::memory::Grade;
use cairn::review::{Fact, FactId, Setting, What, Writer};

/// An exam in thirty days, and so many minutes a day.
fn booked(minutes: u16) -> Bench {
    let mut bench = Bench::start();
    for weekday in 0..7 {
        let setting = Setting::Minutes(weekday, minutes);
        bench.send(Event::Desk(Desk::Changed(setting)));
    }
    let day = bench.app.history().day(bench.now).plus(30).to_string();
    bench.send(Event::Desk(Desk::Booked(saa(), day)));
    bench
}

fn study_on(bench: &mut Bench, take_ms: i64) -> usize {
    let mut answers = 0;
    while bench.question().is_some() {
        bench.now.at.0 += take_ms;
        bench.answer(Grade::Good);
        answers += 1;
        assert!(answers < 500, "the day never ends");
    }
    answers
}

fn summary(bench: &Bench) -> Summary {
    match bench.view().shown {
        Shown::Done(summary) => summary,
        other => panic!("the session is over: {other:?}"),
    }
}

#[test]
fn a_planned_day_ends_with_its_minutes_and_gives_more_when_asked() {
    let mut bench = booked(5);
    bench.study();
    // Ten seconds each, as `answer` has it.
    assert_eq!(study_on(&mut bench, 0), 30);
    let done = summary(&bench);
    assert_eq!((done.minutes, done.more), (5, More::Minutes));
    assert_eq!(done.tomorrow, Tomorrow::Minutes(5));
    bench.send(Event::More);
    assert_eq!(study_on(&mut bench, 0), 60, "ten minutes more");
    // What was asked for beyond the minutes is not wanted again after a reload.
    let mut bench = bench.reload(2, EVENING + 3_600_000);
    bench.study();
    assert!(bench.question().is_none());
}

#[test]
fn a_session_opened_by_its_address_asks_what_the_plan_asks() {
    let mut bench = booked(5);
    bench.study();
    let planned = bench.asked();
    let slots = bench.journal.slots().clone();
    let opened = Bench::open_at(slots, 2, EVENING + 60_000, Route::Study(saa()));
    assert_eq!(opened.asked(), planned);
    let progress = |bench: &Bench| bench.question().expect("a question").progress;
    assert_eq!(progress(&opened), progress(&bench));
}

#[test]
fn while_a_plan_is_made_nothing_else_is_asked() {
    let mut bench = booked(5);
    let effects = bench.app.update(
        Event::Desk(Desk::Booked(saa(), "2027-01-15".to_owned())),
        bench.now,
    );
    bench.send(Event::Went(Route::Study(saa())));
    // The booking is not stored as yet; once it is, the plan is made step by step.
    let [Effect::Append(fact)] = &effects[..] else {
        panic!("{effects:?}");
    };
    bench.journal.append(fact).expect("room");
    let stored = Event::Stored(fact.id);
    let mut steps = bench.app.update(stored, bench.now);
    bench.app.update(Event::Went(Route::Start), bench.now);
    bench.app.update(Event::Went(Route::Plan), bench.now);
    assert_eq!(steps, [Effect::Desk(Errand::Plan)]);
    let outlook = |bench: &Bench| bench.app.plan_view(bench.now).exams[0].outlook.clone();
    let mut taken = 0;
    while !steps.is_empty() {
        assert_eq!(outlook(&bench), None);
        steps = bench.app.update(Event::Desk(Desk::PlanOn), bench.now);
        taken += 1;
    }
    assert!(taken > 3, "a planner in pieces, a list, a forecast");
    assert!(outlook(&bench).is_some());
}

#[test]
fn a_session_that_waits_for_a_plan_goes_on_when_the_booking_is_taken_back() {
    let mut bench = booked(5);
    // The next evening the plan of today is to be made, and nobody has done so yet.
    bench.now.at.0 += DAY;
    let effects = bench
        .app
        .update(Event::Went(Route::Study(saa())), bench.now);
    assert_eq!(effects, [Effect::Desk(Errand::Plan)]);
    assert!(matches!(bench.view().shown, Shown::Loading));
    bench.send(Event::Desk(Desk::Unbooked(saa())));
    assert!(bench.question().is_some());
}

/// The plan of the next evening, which another tab disturbs before each step with the fact that `disturb` makes; the steps taken.
fn planned_step_by_step(bench: &mut Bench, disturb_before: Option<(usize, &Fact)>) -> usize {
    bench.now.at.0 += DAY;
    let now = bench.now;
    let mut steps = bench.app.update(Event::Went(Route::Study(saa())), now);
    let mut taken = 0;
    while !steps.is_empty() {
        assert_eq!(steps, [Effect::Desk(Errand::Plan)]);
        if let Some((_, fact)) = disturb_before.filter(|(at, _)| *at == taken) {
            bench
                .app
                .update(Event::Arrived(Box::new(fact.clone())), now);
        }
        steps = bench.app.update(Event::Desk(Desk::PlanOn), now);
        taken += 1;
    }
    taken
}

#[test]
fn what_another_tab_sets_aside_while_the_plan_is_made_is_not_asked() {
    let mut quiet = booked(5);
    let steps = planned_step_by_step(&mut quiet, None);
    let first = quiet.asked();
    let fact = Fact {
        id: FactId {
            writer: Writer(9),
            number: 1,
        },
        at: quiet.now,
        what: What::Suspended(ItemId::parse(&first).expect("an id")),
    };
    for before in 0..steps {
        let mut bench = booked(5);
        planned_step_by_step(&mut bench, Some((before, &fact)));
        assert_ne!(bench.asked(), first, "before step {before} of {steps}");
    }
}

#[test]
fn a_day_without_minutes_says_so_and_studies_if_asked() {
    let mut bench = booked(0);
    bench.study();
    let done = summary(&bench);
    assert_eq!((done.answers, done.more), (0, More::Minutes));
    assert_eq!(done.tomorrow, Tomorrow::Minutes(0));
    bench.send(Event::More);
    assert!(bench.question().is_some());
}

#[test]
fn the_day_before_the_exam_is_told_apart() {
    let bench = booked(5);
    let mut bench = bench.reload(2, EVENING + 29 * DAY);
    bench.study();
    study_on(&mut bench, 0);
    assert_eq!(summary(&bench).tomorrow, Tomorrow::Exam);
}

#[test]
fn an_answer_taken_back_is_asked_again_out_of_the_same_minutes() {
    let mut bench = booked(5);
    bench.study();
    let first = bench.answer(Grade::Again);
    bench.send(Event::Undid);
    assert_eq!(bench.asked(), first);
    let again = bench.answer(Grade::Good);
    assert_eq!(again, first);
    assert_eq!(1 + study_on(&mut bench, 0), 30);
}

#[test]
fn the_learners_own_times_count_from_the_start_of_the_program() {
    let mut quick = booked(30);
    quick.study();
    let waiting = |bench: &Bench| bench.question().expect("a question").progress;
    let before = waiting(&quick).new;
    for _ in 0..60 {
        quick.now.at.0 += 50_000;
        quick.answer(Grade::Good);
        // The minutes of the day are not the question here.
        if quick.question().is_none() {
            quick.send(Event::More);
        }
    }
    let mut slow = quick.reload(2, EVENING + DAY);
    slow.study();
    let after = waiting(&slow);
    assert!(
        after.new + after.due < before * 2 / 3,
        "a minute for each answer: {after:?} where {before} fitted before"
    );
}
