//! Sittings: the clock, what resumes, what the end closes.

use crate::hall::{EVENING, Hall};
use cairn::deck::given::Given;
use cairn::exam::sitting::Question;
use cairn::exam::{Report, Request, Sitting, Stage};
use cairn::review::{Ending, Fact, FactId, History, Response, Step, What, Writer};
use cairn::time::{Moment, Stamp};

const MINUTE: i64 = 60_000;

fn begun() -> (Hall, FactId) {
    let mut hall = Hall::of("aws-saa-c03");
    let form = hall.draw(&Request::mock(&hall.track), 1).expect("a form");
    let sitting = hall.begin(form);
    (hall, sitting)
}

fn left(hall: &Hall, sitting: FactId) -> i64 {
    hall.find(sitting)
        .left_ms(Moment(hall.now))
        .expect("a clock")
        / MINUTE
}

#[test]
fn the_clock_runs_stops_and_never_goes_below_nothing() {
    let (mut hall, sitting) = begun();
    assert_eq!(left(&hall, sitting), 130);
    hall.now += 10 * MINUTE;
    assert_eq!(left(&hall, sitting), 120);
    hall.step(sitting, Step::Paused);
    hall.now += 500 * MINUTE;
    assert_eq!(left(&hall, sitting), 120);
    hall.step(sitting, Step::Resumed);
    hall.now += 119 * MINUTE;
    assert_eq!(left(&hall, sitting), 1);
    hall.now += 100 * MINUTE;
    assert_eq!(left(&hall, sitting), 0);
}

#[test]
fn a_page_that_was_gone_costs_no_time_and_a_month_neither() {
    let (mut hall, sitting) = begun();
    hall.now += 20 * MINUTE;
    hall.respond(sitting, 0, Given::Options(vec![1]));
    // The laptop is closed; a month later another page takes the sitting up.
    hall.now += 30 * 24 * 60 * MINUTE;
    hall.step(sitting, Step::Resumed);
    assert_eq!(left(&hall, sitting), 110);
    let found = hall.find(sitting);
    assert_eq!((found.resumed, found.answered()), (1, 1));
    assert_eq!(found.stage, Stage::Running(Writer(1), Moment(hall.now)));
    hall.now += 5 * MINUTE;
    assert_eq!(left(&hall, sitting), 105);
}

#[test]
fn who_takes_it_up_holds_it() {
    let (mut hall, sitting) = begun();
    assert!(hall.find(sitting).is_held_by(Writer(1)));
    let fact = Fact {
        id: FactId {
            writer: Writer(2),
            number: 1,
        },
        at: Stamp::new(hall.now + MINUTE, 0),
        what: What::Sitting(sitting, Step::Resumed),
    };
    hall.history.apply(&fact);
    assert!(!hall.find(sitting).is_held_by(Writer(1)));
    assert!(hall.find(sitting).is_held_by(Writer(2)));
    hall.now += 2 * MINUTE;
    hall.step(sitting, Step::Ended(Ending::Submitted));
    assert!(!hall.find(sitting).is_held_by(Writer(2)) && hall.find(sitting).is_finished());
}

#[test]
fn answers_can_be_changed_until_the_end_and_not_after() {
    let (mut hall, sitting) = begun();
    hall.respond(sitting, 3, Given::Options(vec![0]));
    hall.respond(sitting, 3, Given::Options(vec![0]));
    hall.respond(sitting, 3, Given::Options(vec![2]));
    hall.step(sitting, Step::Ended(Ending::TimeUp));
    hall.respond(sitting, 3, Given::Options(vec![1]));
    hall.step(sitting, Step::Resumed);
    let found = hall.find(sitting);
    assert_eq!(
        found.questions[3].response.given,
        Some(Given::Options(vec![2]))
    );
    assert_eq!(
        found.questions[3].answers.len(),
        2,
        "the same answer twice is no change"
    );
    assert!(matches!(found.stage, Stage::Ended(Ending::TimeUp, _)));
    // A place that the form does not have is passed over.
    hall.respond(sitting, 900, Given::Options(vec![1]));
    assert_eq!(hall.find(sitting).questions.len(), 65);
}

#[test]
fn what_was_given_up_is_no_result() {
    let (mut hall, sitting) = begun();
    hall.step(sitting, Step::Ended(Ending::Abandoned));
    let found = hall.find(sitting);
    assert!(!found.is_open() && !found.is_finished());
    assert_eq!(Sitting::all(&hall.history).len(), 1);
}

#[test]
fn facts_of_a_sitting_may_arrive_in_any_order() {
    let (mut hall, sitting) = begun();
    let (_, form, _) = hall.history.sitting(sitting).expect("a sitting");
    let mut facts = vec![(0, What::Sat(Box::new(form.clone())))];
    for (minute, step) in [
        (
            3,
            Step::Responded(
                0,
                Response {
                    given: Some(Given::Options(vec![1])),
                    ..Response::default()
                },
            ),
        ),
        (9, Step::Paused),
        (20, Step::Resumed),
        (
            25,
            Step::Responded(
                0,
                Response {
                    given: Some(Given::Options(vec![2])),
                    ..Response::default()
                },
            ),
        ),
        (31, Step::Ended(Ending::Submitted)),
    ] {
        facts.push((minute, What::Sitting(sitting, step)));
    }
    let fact = |(number, (minute, what)): (u32, (i64, What))| Fact {
        id: FactId {
            writer: Writer(1),
            number,
        },
        at: Stamp::new(EVENING + minute * MINUTE, 0),
        what,
    };
    let facts: Vec<Fact> = (1..).zip(facts).map(fact).collect();
    let expected = {
        let mut history = History::new(cairn::memory::Scheduler::default());
        for fact in &facts {
            history.apply(fact);
        }
        Sitting::find(&history, sitting)
    };
    let found = expected.clone().expect("a sitting");
    assert_eq!(found.used_ms(Moment(hall.now)), (9 + 11) * MINUTE);
    for shift in 1..facts.len() {
        let mut history = History::new(cairn::memory::Scheduler::default());
        (0..facts.len()).for_each(|n| history.apply(&facts[(n * 5 + shift) % facts.len()]));
        assert_eq!(Sitting::find(&history, sitting), expected);
    }
    hall.now += MINUTE;
}

#[test]
fn the_report_counts_changes_times_and_what_is_no_longer_there() {
    let (mut hall, sitting) = begun();
    let right = |hall: &Hall, place: usize, is_right: bool| {
        crate::hall::given(&hall.body(sitting, place), is_right)
    };
    // From wrong to right, from right to wrong, and once right.
    for (place, answers) in [
        (0, vec![false, true]),
        (1, vec![true, false]),
        (2, vec![true]),
    ] {
        for is_right in answers {
            let given = right(&hall, place, is_right);
            hall.respond(sitting, place, given);
        }
    }
    hall.step(sitting, Step::Ended(Ending::Submitted));
    let report = Report::of(&hall.find(sitting), &hall.library, &hall.track);
    assert_eq!(
        (
            report.changes.gained,
            report.changes.lost,
            report.changes.neither
        ),
        (1, 1, 0)
    );
    assert_eq!(
        (report.times.right, report.times.wrong),
        (Some(30.0), Some(30.0))
    );
    assert_eq!(report.missed().count(), 63);
    assert_eq!(report.withdrawn, 0);
    assert_eq!(
        report
            .domains
            .iter()
            .map(|row| row.questions)
            .sum::<usize>(),
        65
    );
    // The deck is changed since: half of it is gone.
    let id = hall.id();
    let text = std::fs::read("decks/aws-saa-c03/1-design-secure-architectures.md").expect("a deck");
    let deck = cairn::deck::parse::parse("secure.md", &text)
        .deck
        .expect("items");
    hall.library.replace(&id, &[deck]);
    let report = Report::of(&hall.find(sitting), &hall.library, &hall.track);
    let questions = hall.find(sitting).questions;
    let is_gone = |q: &&Question| hall.library.ask(&q.place.item).is_none();
    let gone = questions.iter().filter(is_gone).count();
    assert!((40..50).contains(&gone), "{gone}");
    assert_eq!(report.withdrawn, gone);
    assert_eq!(report.domains.len(), 1);
}
