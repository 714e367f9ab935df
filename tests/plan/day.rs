//! What one day holds.

use cairn::memory::{Grade, Parameters, Scheduler};
use cairn::review::{History, What};
use cairn::study::{Costs, Planner, Queue, Tables, Why};
use cairn::time::{DAY_MS, Day, Stamp};
use proptest::prelude::*;

use crate::forecast::evenings;
use crate::log::{EVENING, Log, library, saa};

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
fn what_yesterday_worked_out_gives_the_list_that_working_it_out_again_gives() {
    let library = library();
    let log = evenings(&library, 0..6);
    let planner = |day: i64, tables: &Tables| {
        let now = Stamp::new(EVENING + day * DAY_MS, 60);
        let mut planner = Planner::begun(&log.history, Costs::default(), now, tables);
        let mut pieces = 1;
        while planner.go_on() {
            pieces += 1;
        }
        (
            planner.day(&library, &log.history, now),
            planner.tables(),
            pieces,
        )
    };
    let (_, tables, pieces) = planner(6, &Tables::default());
    for day in [7, 8, 30] {
        let (fresh, _, all) = planner(day, &Tables::default());
        let (list, _, fewer) = planner(day, &tables);
        assert_eq!(list, fresh, "{day}");
        assert!(fewer < all && fewer < pieces, "{fewer} of {all}");
        assert!(!list.entries.is_empty());
    }
    // Tables of another memory serve nobody.
    let mut faster = Parameters::default().weights().to_vec();
    faster[20] += 0.05;
    let parameters = Parameters::fsrs6(&faster).expect("parameters");
    let history = History::replay(Scheduler::new(&parameters).expect("a model"), &[]);
    assert!(history.scheduler().parameters() != log.history.scheduler().parameters());
    let mut other = Log::new();
    other.history = history;
    other.book(50);
    let now = Stamp::new(EVENING, 60);
    let of = |tables: &Tables| {
        let mut planner = Planner::begun(&other.history, Costs::default(), now, tables);
        while planner.go_on() {}
        planner.day(&library, &other.history, now)
    };
    assert_eq!(of(&tables), of(&Tables::default()));
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

#[test]
fn what_is_wanted_soon_is_asked_first_once_with_a_plan_and_without() {
    let library = library();
    for booked in [true, false] {
        let mut log = Log::new();
        log.minutes(15);
        if booked {
            log.book(40);
        }
        // Known well, so that nobody would ask it tomorrow; and one of the last new ones.
        let (known, new) = (library.asks()[5].id.clone(), library.asks()[150].id.clone());
        for back in [60, 40, 15, 0] {
            log.answer(EVENING - back * DAY_MS, &known, Grade::Easy, 8.0);
        }
        log.add(EVENING, What::Wanted(known.clone()));
        log.add(EVENING, What::Wanted(new.clone()));
        let tomorrow = EVENING + DAY_MS;
        let now = Stamp::new(tomorrow, 60);
        let first = |log: &Log| -> Vec<_> {
            if booked {
                let entries = log.day(&library, tomorrow).entries;
                return entries.into_iter().take(2).map(|entry| entry.id).collect();
            }
            let queue = Queue::of(&library, &log.history, "aws-saa-c03", now, 0);
            queue
                .due
                .into_iter()
                .take(1)
                .chain(queue.new.into_iter().take(1))
                .collect()
        };
        let mut found = first(&log);
        found.sort();
        let mut wanted = vec![known.clone(), new.clone()];
        wanted.sort();
        assert_eq!(found, wanted, "booked: {booked}");
        // Once it was asked, it is like everything else.
        log.answer(tomorrow, &known, Grade::Good, 8.0);
        let later = Stamp::new(tomorrow + DAY_MS, 60);
        assert!(!log.history.of(&known).expect("a record").is_wanted());
        assert!(
            !Queue::of(&library, &log.history, "aws-saa-c03", later, 0)
                .due
                .contains(&known)
        );
    }
}
