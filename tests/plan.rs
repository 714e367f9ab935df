//! The plan keeps its promises: never longer than the minutes, the same for the same log, and an answer to every odd booking.

use cairn::deck::id::{ItemId, TrackId};
use cairn::deck::library::Library;
use cairn::deck::parse::parse;
use cairn::deck::track::Track;
use cairn::memory::{Grade, Scheduler};
use cairn::review::{Answer, Fact, FactId, History, Setting, Sighting, What, Writer};
use cairn::study::{Costs, DayPlan, Planner, Why, booked};
use cairn::time::{DAY_MS, Day, Stamp};
use proptest::prelude::*;

/// 2026-11-21 18:00 in Berlin.
const EVENING: i64 = 1_795_280_400_000;

fn saa() -> TrackId {
    TrackId::new("aws-saa-c03").expect("a slug")
}

fn library() -> Library {
    let track: Track =
        toml::from_str(include_str!("../decks/aws-saa-c03/track.toml")).expect("a track");
    let mut library = Library::new(vec![track]);
    let mut decks = Vec::new();
    for entry in std::fs::read_dir("decks/aws-saa-c03").expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|e| e == "md") {
            let text = std::fs::read(&path).expect("a file");
            decks.extend(parse("x.md", &text).deck);
        }
    }
    library.replace(&saa(), &decks);
    library
}

/// A log that is written fact by fact.
struct Log {
    history: History,
    number: u32,
}

impl Log {
    fn new() -> Self {
        Self {
            history: History::new(Scheduler::default()),
            number: 0,
        }
    }

    fn add(&mut self, at: i64, what: What) {
        self.number += 1;
        let id = FactId {
            writer: Writer(1),
            number: self.number,
        };
        let at = Stamp::new(at, 60);
        self.history.apply(&Fact { id, at, what });
    }

    fn minutes(&mut self, minutes: u16) {
        for weekday in 0..7 {
            self.add(EVENING, What::Set(Setting::Minutes(weekday, minutes)));
        }
    }

    fn book(&mut self, days: i32) {
        let today = self.history.day(Stamp::new(EVENING, 60));
        self.add(EVENING, What::Booked(saa(), Some(today.plus(days))));
    }

    fn answer(&mut self, at: i64, item: &ItemId, grade: Grade, seconds: f64) {
        let first = self.history.of(item).is_none();
        let answer = Answer {
            item: item.clone(),
            grade,
            given: None,
            ms: (seconds * 1_000.0) as u32,
            sighting: if first {
                Sighting::First
            } else {
                Sighting::Repeated
            },
            corrected: false,
        };
        self.add(at, What::Answered(answer));
    }

    fn day(&self, library: &Library, at: i64) -> DayPlan {
        let now = Stamp::new(at, 60);
        Planner::of(&self.history, Costs::default(), now).day(library, &self.history, now)
    }
}

#[test]
fn a_day_fills_its_minutes_and_no_more_and_is_the_same_each_time() {
    let library = library();
    let mut log = Log::new();
    log.minutes(15);
    log.book(40);
    let plan = log.day(&library, EVENING);
    let seconds: f64 = plan.entries.iter().map(|entry| entry.seconds).sum();
    let last = plan.entries.last().expect("items").seconds;
    assert!(
        seconds >= 15.0 * 60.0 && seconds - last < 15.0 * 60.0,
        "{seconds}"
    );
    assert!(plan.entries.iter().all(|entry| entry.why == Why::New));
    assert_eq!(log.day(&library, EVENING), plan);
    // Every task is met before anything is met twice.
    let tasks: std::collections::BTreeSet<_> = plan
        .entries
        .iter()
        .take(14)
        .filter_map(|entry| library.ask(&entry.id))
        .flat_map(|ask| &ask.tasks)
        .filter(|task| task.track == saa())
        .collect();
    assert_eq!(tasks.len(), 14);
}

#[test]
fn what_was_forgotten_comes_back_and_the_day_ends_with_the_minutes() {
    let library = library();
    let mut log = Log::new();
    log.minutes(10);
    log.book(20);
    let mut plan = log.day(&library, EVENING);
    let first = plan.next().expect("an item").id;
    plan.answered(&first, Grade::Again, 20.0);
    let mut order = Vec::new();
    while let Some(next) = plan.next() {
        plan.answered(&next.id, Grade::Good, 20.0);
        order.push(next);
        assert!(order.len() < 100, "the day ends");
    }
    let again = order
        .iter()
        .position(|next| next.id == first)
        .expect("asked again");
    assert_eq!((again, order[again].why), (5, Why::Relearn));
    assert_eq!(
        order.len(),
        29,
        "ten minutes are thirty answers of twenty seconds"
    );
}

#[test]
fn odd_bookings_have_their_answers() {
    let library = library();
    let today = Stamp::new(EVENING, 60).day(4);
    // Nothing booked, the day gone, the exam today, taken back: nothing is planned.
    for day in [None, Some(-1), Some(0)] {
        let mut log = Log::new();
        log.add(EVENING, What::Booked(saa(), day.map(|d| today.plus(d))));
        assert_eq!(log.day(&library, EVENING).next(), None, "{day:?}");
        assert!(booked(&log.history, today).is_empty());
    }
    // An exam tomorrow, and one so far away that no table reaches it.
    for days in [1, 3_000] {
        let mut log = Log::new();
        log.book(days);
        assert!(log.day(&library, EVENING).next().is_some(), "{days}");
    }
    // No minutes, or a day off.
    let mut log = Log::new();
    log.book(30);
    log.minutes(0);
    assert_eq!(log.day(&library, EVENING).next(), None);
    log.minutes(20);
    log.add(EVENING, What::DayOff(today, true));
    assert_eq!(log.day(&library, EVENING).next(), None);
    log.add(EVENING, What::DayOff(today, false));
    assert!(log.day(&library, EVENING).next().is_some());
    // A track that does not exist, an empty library.
    let mut log = Log::new();
    let nobody = TrackId::new("nobody").expect("a slug");
    log.add(EVENING, What::Booked(nobody, Some(today.plus(9))));
    assert_eq!(log.day(&library, EVENING).next(), None);
    log.book(9);
    assert_eq!(log.day(&Library::default(), EVENING).next(), None);
}

#[test]
fn more_minutes_never_promise_less() {
    let library = library();
    let mut log = Log::new();
    log.book(60);
    let now = Stamp::new(EVENING, 60);
    let planner = Planner::of(&log.history, Costs::default(), now);
    let [exam] = &booked(&log.history, now.day(4))[..] else {
        panic!("one exam");
    };
    let forecast = planner.forecast(&library, &log.history, exam.clone(), now);
    assert!(forecast.curve.len() >= 8);
    let scores: Vec<f64> = forecast.curve.iter().map(|(_, score)| *score).collect();
    assert!(
        scores.windows(2).all(|pair| pair[1] >= pair[0] - 0.02),
        "{scores:?}"
    );
    assert!(forecast.as_is.abs() < 1e-9, "nothing is known yet");
    assert!(
        forecast.planned > 0.5 && forecast.planned <= 1.0,
        "{}",
        forecast.planned
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Whatever was answered, missed, or set back by a clock: the list fits the minutes and nobody is asked what was asked today.
    #[test]
    fn the_list_always_fits(
        answers in prop::collection::vec((0_usize..200, 1_u8..=4, -3_i64..40), 0..60),
        minutes in 0_u16..60,
        left in 1_i32..200,
    ) {
        let library = library();
        let mut log = Log::new();
        log.minutes(minutes);
        for (index, grade, days_ago) in answers {
            let id = library.asks()[index].id.clone();
            let grade = Grade::of(grade).expect("a grade");
            log.answer(EVENING - days_ago * DAY_MS, &id, grade, 12.0);
        }
        log.book(left);
        let plan = log.day(&library, EVENING);
        let seconds: f64 = plan.entries.iter().rev().skip(1).map(|entry| entry.seconds).sum();
        prop_assert!(seconds <= plan.seconds_left + 1e-6);
        prop_assert!(plan.seconds_left <= f64::from(minutes) * 60.0);
        let today: Day = log.history.day(Stamp::new(EVENING, 60));
        for entry in &plan.entries {
            let last = log.history.of(&entry.id).and_then(|record| record.last().copied());
            prop_assert!(last.is_none_or(|last| log.history.day(last.at) != today));
            prop_assert!(entry.rank.is_finite() && entry.seconds > 0.0);
        }
    }
}

/// Forty items, answered after these gaps in days, remembered or not.
fn studied(library: &Library, gaps: &[(i64, bool)]) -> Log {
    let mut log = Log::new();
    log.minutes(60);
    log.book(40);
    let ids: Vec<ItemId> = library.asks().iter().map(|ask| ask.id.clone()).collect();
    for (id, half_minute) in ids.iter().take(40).zip(0_i64..) {
        let mut at = EVENING - 90 * DAY_MS + half_minute * 30_000;
        log.answer(at, id, Grade::Good, 20.0);
        for (gap, passed) in gaps {
            at += gap * DAY_MS;
            let grade = if *passed { Grade::Good } else { Grade::Again };
            log.answer(at, id, grade, 20.0);
        }
    }
    log
}

#[test]
fn new_items_come_at_a_pace_that_leaves_room_for_what_is_known() {
    let library = library();
    let log = studied(&library, &[(2, true), (9, false), (30, false)]);
    let plan = log.day(&library, EVENING);
    let known = |entry: &cairn::study::Entry| entry.why == Why::Due;
    let last = plan.entries.iter().rposition(known).expect("reviews");
    let new = plan.entries[..last].iter().filter(|entry| !known(entry));
    // Twice an even spread of some 170 over forty days, and one for each task that was never met, not the whole list.
    let new = new.count();
    assert!(new <= 9 + 14, "{new} new ones before the last known one");
}

#[test]
fn answers_that_bear_out_a_slow_forgetting_let_a_learner_meet_more_at_once() {
    let library = library();
    let slow = studied(&library, &[(30, true), (50, true)]);
    let fast = studied(&library, &[(9, false), (30, false)]);
    assert!(slow.history.evidence() > 0.0, "{}", slow.history.evidence());
    assert!(fast.history.evidence() < 0.0, "{}", fast.history.evidence());
    assert!(History::new(Scheduler::default()).evidence().abs() < 1e-12);
    let early = |log: &Log| {
        let plan = log.day(&library, EVENING);
        let mut ranks = plan.entries.iter();
        ranks
            .position(|entry| entry.why == Why::Due)
            .unwrap_or(plan.entries.len())
    };
    assert!(early(&slow) >= early(&fast));
}
