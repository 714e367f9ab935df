//! What to expect of an exam, what a gap costs, and what the coming days hold.

use cairn::deck::library::Library;
use cairn::memory::Grade;
use cairn::review::What;
use cairn::study::{Costs, Forecast, Planner, booked, loads};
use cairn::time::{DAY_MS, Stamp};

use crate::log::{EVENING, Log, library};

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

/// Studies all that is planned on so many evenings, everything remembered, and gives the log.
pub(crate) fn evenings(library: &Library, days: impl IntoIterator<Item = i64>) -> Log {
    let mut log = Log::new();
    log.minutes(20);
    log.book(60);
    for day in days {
        let mut at = EVENING + day * DAY_MS;
        let mut plan = log.day(library, at);
        while let Some(next) = plan.next() {
            at += 15_000;
            log.answer(at, &next.id, Grade::Good, 15.0);
            plan.answered(&next.id, Grade::Good, 15.0);
        }
    }
    log
}

fn forecast(log: &Log, library: &Library, at: i64) -> Forecast {
    let now = Stamp::new(at, 60);
    let planner = Planner::of(&log.history, Costs::default(), now);
    let exam = booked(&log.history, now.day(4)).remove(0);
    planner.forecast(library, &log.history, exam, now)
}

#[test]
fn days_missed_are_counted_priced_and_made_up_for() {
    let library = library();
    let log = evenings(&library, 0..10);
    // The next evening nothing was missed.
    assert_eq!(forecast(&log, &library, EVENING + 10 * DAY_MS).gap, None);
    // Five evenings later five were missed; twenty minutes each, on 45 days.
    let later = EVENING + 15 * DAY_MS;
    let gap = forecast(&log, &library, later).gap.expect("a gap");
    assert_eq!((gap.days, gap.minutes), (5, 3));
    assert!((0.0..0.1).contains(&gap.cost), "{}", gap.cost);
    // The list of that day is no longer than on any other.
    let plan = log.day(&library, later);
    let seconds: f64 = plan.entries.iter().map(|entry| entry.seconds).sum();
    let last = plan.entries.last().expect("items").seconds;
    assert!(seconds - last < 1_200.0, "{seconds}");
    // Days off are not missed.
    let mut log = log;
    for day in 10..15 {
        let day = Stamp::new(EVENING, 60).day(4).plus(day);
        log.add(EVENING, What::DayOff(day, true));
    }
    assert_eq!(forecast(&log, &library, later).gap, None);
    // Who has never answered anything has missed nothing.
    let mut log = Log::new();
    log.book(60);
    assert_eq!(forecast(&log, &library, EVENING + 9 * DAY_MS).gap, None);
}

#[test]
fn the_coming_days_hold_every_item_that_is_known_once() {
    let library = library();
    let log = evenings(&library, 0..10);
    let now = Stamp::new(EVENING + 10 * DAY_MS, 60);
    let of_days = |days| loads(&library, &log.history, &Costs::default(), now, days);
    let far: u32 = of_days(36_600).iter().map(|load| load.due).sum();
    assert_eq!(far as usize, log.history.records().count());
    let near = of_days(28);
    assert_eq!(near.len(), 28);
    assert!(near.iter().any(|load| load.due > 0));
    for (step, load) in (0..).zip(&near) {
        assert_eq!(load.day, now.day(4).plus(step));
        assert!((load.planned - 1_200.0).abs() < 1e-9);
        assert_eq!(load.due > 0, load.seconds > 0.0);
    }
    assert!(of_days(0).is_empty());
}
