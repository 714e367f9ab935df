//! The program in the exam room, driven by events.

use crate::bench::{Bench, EVENING, HOUR, saa, whole_pack};
use cairn::app::view::Parts;
use cairn::app::view::exams::{Outcome, ReportView, RoomQuestion, RoomShown, SetupState};
use cairn::app::{Event, Exams, Route};
use cairn::exam::{Request, Sitting};
use cairn::review::{FactId, Feedback, FormKind, Reason, Sighting};
use cairn::store::MemorySlots;

const MINUTE: i64 = 60_000;

pub(crate) fn start() -> Bench {
    Bench::open_with(
        MemorySlots::default(),
        1,
        EVENING,
        Route::Exam(saa()),
        whole_pack(),
    )
}

/// The page is closed without a word and opened again at this address.
fn reopen(bench: &Bench, writer: u64, at: i64, route: Route) -> Bench {
    Bench::open_with(
        bench.journal.slots().clone(),
        writer,
        at,
        route,
        whole_pack(),
    )
}

pub(crate) fn mock(bench: &Bench) -> Request {
    Request::mock(bench.app.library().track("aws-saa-c03").expect("a track"))
}

pub(crate) fn begin(bench: &mut Bench, request: Request) {
    bench.send(Event::Exams(Exams::Begun(saa(), request, 7)));
    assert!(matches!(bench.app.route(), Route::Sitting(_)));
}

pub(crate) fn exam(bench: &mut Bench, event: Exams) {
    bench.send(Event::Exams(event));
}

fn shown(bench: &Bench) -> RoomShown {
    bench
        .app
        .room_view(bench.now)
        .expect("a sitting's screen")
        .shown
}

pub(crate) fn question(bench: &Bench) -> RoomQuestion {
    match shown(bench) {
        RoomShown::Question(question) => *question,
        other => panic!("no question: {other:?}"),
    }
}

pub(crate) fn report(bench: &Bench) -> ReportView {
    match shown(bench) {
        RoomShown::Report(report) => *report,
        other => panic!("no report: {other:?}"),
    }
}

fn sitting(bench: &Bench) -> Sitting {
    Sitting::all(bench.app.history()).remove(0)
}

pub(crate) fn id(bench: &Bench) -> FactId {
    sitting(bench).id
}

/// Picks as many options as are wanted.
pub(crate) fn pick(bench: &mut Bench) {
    let of = question(bench).question.expect("a question");
    let Parts::Choice(_, wanted) = of.parts else {
        panic!("a choice question");
    };
    (0..wanted).for_each(|place| bench.send(Event::Picked(place)));
}

/// The same, and goes on.
pub(crate) fn answer(bench: &mut Bench) {
    pick(bench);
    bench.now.at.0 += 30_000;
    exam(bench, Exams::Next);
}

pub(crate) fn answer_but_the_last(bench: &mut Bench) {
    (0..64).for_each(|_| answer(bench));
}

#[test]
fn a_miss_has_a_reason_and_goes_into_the_plan() {
    let mut bench = start();
    let request = mock(&bench);
    begin(&mut bench, request);
    answer_but_the_last(&mut bench);
    exam(&mut bench, Exams::Submitted);
    let told = report(&bench);
    let miss = told
        .rows
        .iter()
        .find(|row| row.outcome == Outcome::Wrong)
        .expect("a miss")
        .place;
    exam(&mut bench, Exams::Tagged(miss, Some(Reason::LookAlike)));
    assert_eq!(report(&bench).rows[miss].reason, Some(Reason::LookAlike));
    assert!(told.wanted > 0);
    exam(&mut bench, Exams::Wanted);
    assert_eq!(report(&bench).wanted, 0);
    let wanted = bench
        .app
        .history()
        .records()
        .filter(|(_, r)| r.is_wanted())
        .count();
    assert_eq!(wanted, told.wanted);
    // It can be looked at again for ever.
    let again = reopen(&bench, 2, EVENING + 900 * HOUR, Route::Sitting(id(&bench)));
    assert_eq!(report(&again).score, told.score);
}

#[test]
fn a_whole_sitting_from_the_first_question_to_the_score() {
    let mut bench = start();
    let setup = bench.app.exam_setup(bench.now).expect("a setup");
    assert_eq!(setup.state, SetupState::Ready);
    let request = mock(&bench);
    begin(&mut bench, request);
    let first = question(&bench);
    assert_eq!(
        (first.number, first.count, first.may_pause, first.tells),
        (1, 65, false, false)
    );
    assert_eq!(first.clock, Some((bench.now.at.0 + 130 * MINUTE, 130 * 60)));
    answer_but_the_last(&mut bench);
    // Nothing is told and nothing is an answer before the end.
    assert_eq!(bench.app.history().answer_count(), 0);
    exam(&mut bench, Exams::Next);
    let RoomShown::List(rows, _) = shown(&bench) else {
        panic!("the list");
    };
    assert_eq!(
        rows.iter()
            .filter(|row| row.is_answered == Some(true))
            .count(),
        64
    );
    exam(&mut bench, Exams::Submitted);
    let told = report(&bench);
    assert_eq!(
        (told.rows.len(), told.unscored, told.minutes),
        (65, 15, (32, Some(130)))
    );
    assert_eq!(
        told.rows
            .iter()
            .filter(|row| row.outcome == Outcome::Unanswered)
            .count(),
        1
    );
    let score = told.score.clone().expect("a score");
    assert_eq!(score.pass, "720");
    assert!(
        score.verdict.starts_with("Would"),
        "an estimate: {}",
        score.verdict
    );
    // Each answer is one of the log's: a first sighting with its time.
    assert_eq!(bench.app.history().answer_count(), 64);
    let first = &sitting(&bench).questions[0].place.item;
    let past = bench
        .app
        .history()
        .of(first)
        .and_then(|r| r.last())
        .copied()
        .expect("an answer");
    assert_eq!((past.sighting, past.ms), (Sighting::First, 30_000));
}

#[test]
fn a_closed_page_loses_nothing_and_goes_on_with_the_right_time() {
    let mut bench = start();
    let request = mock(&bench);
    begin(&mut bench, request);
    answer(&mut bench);
    bench.now.at.0 += 10 * MINUTE;
    bench.send(Event::Picked(1));
    exam(&mut bench, Exams::FlagToggled);
    exam(&mut bench, Exams::Struck(0));
    exam(&mut bench, Exams::Noted("think of the Region".to_owned()));
    let before = question(&bench);
    let route = Route::Sitting(id(&bench));
    // A month later.
    let mut later = reopen(&bench, 2, EVENING + 720 * HOUR, route);
    let RoomShown::Waiting(row, left, _) = shown(&later) else {
        panic!("it waits: {:?}", shown(&later));
    };
    assert!(row.is_open);
    assert_eq!(left, Some(130 * 60 - 10 * 60 - 30));
    exam(&mut later, Exams::Resumed);
    // At the first question without an answer; the one before is as it was left.
    assert_eq!(question(&later).number, 3);
    exam(&mut later, Exams::Back);
    let after = question(&later);
    assert_eq!(
        after.question.map(|q| q.parts),
        before.question.map(|q| q.parts)
    );
    assert_eq!(
        (after.struck, after.is_flagged, after.note),
        (vec![0], true, "think of the Region".to_owned())
    );
    let (until, _) = after.clock.expect("a clock");
    assert_eq!(until - later.now.at.0, (130 * 60 - 10 * 60 - 30) * 1_000);
}

#[test]
fn the_time_runs_out_and_what_was_answered_counts() {
    let mut bench = start();
    let request = mock(&bench);
    begin(&mut bench, request);
    answer(&mut bench);
    bench.now.at.0 += 130 * MINUTE;
    exam(&mut bench, Exams::Ticked);
    let told = report(&bench);
    assert_eq!(told.ending.as_deref(), Some("The time ran out."));
    assert_eq!(told.minutes, (130, Some(130)));
    assert_eq!(bench.app.history().answer_count(), 1);
}

#[test]
fn two_pages_never_sit_the_same_form_at_once() {
    let mut bench = start();
    let request = mock(&bench);
    begin(&mut bench, request);
    let route = Route::Sitting(id(&bench));
    let mut other = reopen(&bench, 2, EVENING + MINUTE, route);
    assert!(matches!(shown(&other), RoomShown::Waiting(_, _, true)));
    exam(&mut other, Exams::Resumed);
    assert!(matches!(shown(&other), RoomShown::Question(_)));
    // What it stored reaches the first page, which lets go.
    let (_, _, steps) = other.app.history().sitting(id(&other)).expect("a sitting");
    let (at, name, step) = steps.writes().last().expect("a step").clone();
    let fact = cairn::review::Fact {
        id: name,
        at,
        what: cairn::review::What::Sitting(id(&other), step),
    };
    bench.send(Event::Arrived(Box::new(fact)));
    assert!(matches!(shown(&bench), RoomShown::Waiting(_, _, true)));
    let facts = sitting(&bench);
    bench.send(Event::Picked(0));
    exam(&mut bench, Exams::Next);
    assert_eq!(
        sitting(&bench),
        facts,
        "nothing is written by the one that lost it"
    );
}

#[test]
fn with_answers_after_each_question_each_check_is_an_answer_and_final() {
    let mut bench = start();
    let request = Request {
        kind: FormKind::Quick,
        feedback: Feedback::Each,
        count: 10,
        is_timed: false,
        ..mock(&bench)
    };
    begin(&mut bench, request);
    assert_eq!(question(&bench).clock, None);
    exam(&mut bench, Exams::Checked);
    assert!(!question(&bench).is_checked, "nothing to check as yet");
    let wanted = match question(&bench).question.expect("a question").parts {
        Parts::Choice(_, wanted) => wanted,
        other => panic!("{other:?}"),
    };
    (0..wanted).for_each(|place| bench.send(Event::Picked(place)));
    exam(&mut bench, Exams::Checked);
    let told = question(&bench);
    assert!(told.is_checked && told.question.is_some_and(|q| q.answered.is_some()));
    assert_eq!(bench.app.history().answer_count(), 1);
    bench.send(Event::Picked(3));
    assert_eq!(
        sitting(&bench).questions[0].answers.len(),
        wanted,
        "picks up to the check"
    );
    exam(&mut bench, Exams::Submitted);
    assert_eq!(bench.app.history().answer_count(), 1, "not counted twice");
    let told = report(&bench);
    let score = told.score.expect("a score");
    assert_eq!(
        (told.rows.len(), score.passes, score.verdict.as_str()),
        (10, None, "right")
    );
}

#[test]
fn what_is_given_up_scores_nothing_and_a_pause_stops_the_clock_where_it_may() {
    let mut bench = start();
    let request = mock(&bench);
    begin(&mut bench, request);
    exam(&mut bench, Exams::Abandoned);
    assert!(matches!(shown(&bench), RoomShown::Abandoned(_)));
    assert_eq!(bench.app.history().answer_count(), 0);
    bench.send(Event::Went(Route::Exam(saa())));
    let request = Request {
        feedback: Feedback::Each,
        ..mock(&bench)
    };
    begin(&mut bench, request);
    assert!(question(&bench).may_pause);
    bench.now.at.0 += 5 * MINUTE;
    exam(&mut bench, Exams::Paused);
    bench.now.at.0 += 60 * MINUTE;
    let RoomShown::Waiting(_, left, elsewhere) = shown(&bench) else {
        panic!("it waits");
    };
    assert_eq!((left, elsewhere), (Some(125 * 60), false));
    exam(&mut bench, Exams::Resumed);
    assert_eq!(
        question(&bench)
            .clock
            .map(|(until, _)| until - bench.now.at.0),
        Some(125 * MINUTE)
    );
}

#[test]
fn a_bank_too_small_says_so_and_offers_less() {
    // Two domains of four are in this pack.
    let mut bench = Bench::open_at(MemorySlots::default(), 1, EVENING, Route::Exam(saa()));
    let request = mock(&bench);
    bench.send(Event::Exams(Exams::Begun(saa(), request, 1)));
    let setup = bench.app.exam_setup(bench.now).expect("a setup");
    let (words, _) = setup.refused.expect("why");
    assert!(words.contains("has 0 questions"), "{words}");
    assert!(matches!(bench.app.route(), Route::Exam(_)));
}

#[test]
fn addresses_that_lead_nowhere_say_so() {
    let bench = start();
    let nobody = FactId {
        writer: cairn::review::Writer(99),
        number: 5,
    };
    let lost = reopen(&bench, 2, EVENING, Route::Sitting(nobody));
    assert!(matches!(shown(&lost), RoomShown::Unknown));
}
