//! The days on which items come back: even, away from easy days, and the same for the same log whatever way it was read.

use std::collections::BTreeMap;

use cairn::deck::id::ItemId;
use cairn::memory::{Grade, Scheduler};
use cairn::review::{
    Answer, DayLoad, Fact, FactId, History, Setting, Sighting, Snapshot, What, Writer,
};
use cairn::store::{Cover, decode_snapshot, encode_snapshot};
use cairn::study::{days_after, due_day};
use cairn::time::{DAY_MS, Day, Moment, Stamp};
use proptest::prelude::*;

/// 2026-11-21 18:00 in Berlin, a Saturday.
const EVENING: i64 = 1_795_280_400_000;

fn item(n: usize) -> ItemId {
    ItemId::parse(&format!("t/item-{n}")).expect("an id")
}

fn answer(n: usize, grade: Grade) -> What {
    What::Answered(Answer {
        item: item(n),
        grade,
        given: None,
        ms: 5_000,
        sighting: Sighting::Repeated,
        corrected: false,
    })
}

/// A log that is written fact by fact.
struct Log {
    history: History,
    number: u32,
}

impl Log {
    fn new(settings: &[Setting]) -> Self {
        let mut log = Self {
            history: History::new(Scheduler::default()),
            number: 0,
        };
        for setting in settings {
            log.add(EVENING - DAY_MS, What::Set(*setting));
        }
        log
    }

    fn add(&mut self, at: i64, what: What) -> FactId {
        self.number += 1;
        let id = FactId {
            writer: Writer(1),
            number: self.number,
        };
        let at = Stamp::new(at, 60);
        self.history.apply(&Fact { id, at, what });
        id
    }

    fn due(&self, n: usize) -> Day {
        let record = self.history.of(&item(n)).expect("answered");
        due_day(&self.history, &item(n), record).expect("a day")
    }

    /// So many new items on each of so many days, and everything that is due, remembered but for each eighth; gives how many were due
    /// on each day.
    fn study(&mut self, days: i64, new: usize) -> Vec<usize> {
        let mut due: BTreeMap<Day, Vec<usize>> = BTreeMap::new();
        let mut counts = Vec::new();
        for day in 0..days {
            let at = EVENING + day * DAY_MS;
            let today = self.history.day(Stamp::new(at, 60));
            let asked = due.remove(&today).unwrap_or_default();
            counts.push(asked.len());
            let first = day as usize * new;
            for (at, n) in (at..)
                .step_by(10_000)
                .zip(asked.into_iter().chain(first..first + new))
            {
                if (n * 5 + day as usize).is_multiple_of(8) {
                    self.add(at, answer(n, Grade::Again));
                }
                self.add(at + 5_000, answer(n, Grade::Good));
                due.entry(self.due(n)).or_default().push(n);
            }
        }
        counts
    }
}

/// The mean of the squares of what each day has more or less than its neighbours, in items.
fn unevenness(counts: &[usize]) -> f64 {
    let steps = counts.windows(3).map(|days| {
        let around = f64::midpoint(days[0] as f64, days[2] as f64);
        (days[1] as f64 - around).powi(2)
    });
    steps.sum::<f64>() / (counts.len() - 2) as f64
}

#[test]
fn balanced_days_are_much_more_even() {
    let counts = |balanced| Log::new(&[Setting::Balanced(balanced)]).study(90, 12);
    let (plain, balanced) = (counts(false), counts(true));
    let (all, of) = (plain.iter().sum::<usize>(), balanced.iter().sum::<usize>());
    assert!(all.abs_diff(of) * 20 < all, "the same work: {all}, {of}");
    let (plain, balanced) = (unevenness(&plain[30..]), unevenness(&balanced[30..]));
    assert!(balanced * 2.0 < plain, "{plain} then {balanced}");
    // It is on unless it was switched off.
    assert_eq!(
        Log::new(&[]).study(30, 12),
        Log::new(&[Setting::Balanced(true)]).study(30, 12)
    );
}

#[test]
fn easy_days_get_less() {
    let sundays = |load| {
        let mut log = Log::new(&[Setting::EasyDay(6, load)]);
        let counts = log.study(91, 12);
        // The first day is a Saturday; short intervals have no choice, so the first weeks do not count.
        let sundays = counts.iter().skip(29).step_by(7).sum::<usize>();
        sundays as f64 / counts.iter().skip(28).sum::<usize>() as f64
    };
    let (normal, reduced, minimum) = (
        sundays(DayLoad::Normal),
        sundays(DayLoad::Reduced),
        sundays(DayLoad::Minimum),
    );
    assert!((0.12..0.17).contains(&normal), "{normal}");
    assert!(reduced < normal * 0.97, "{normal} then {reduced}");
    // What is left are intervals of one and two days, and those that were begun on Fridays and Saturdays.
    assert!(minimum < normal * 0.75, "{normal} then {minimum}");
}

#[test]
fn a_setting_counts_for_the_answers_after_it_and_retention_at_once() {
    let mut log = Log::new(&[]);
    for (at, n) in (EVENING..).step_by(1_000).zip(0..40) {
        log.add(at, answer(n, Grade::Easy));
    }
    let before: Vec<Day> = (0..40).map(|n| log.due(n)).collect();
    let id = log.add(
        EVENING + DAY_MS,
        What::Set(Setting::EasyDay(0, DayLoad::Minimum)),
    );
    assert_eq!((0..40).map(|n| log.due(n)).collect::<Vec<_>>(), before);
    assert!(!log.history.is_outdated());
    log.add(EVENING + DAY_MS + 1, What::Undone(id));
    log.add(EVENING + DAY_MS + 2, What::Set(Setting::Retention(970)));
    let after: Vec<Day> = (0..40).map(|n| log.due(n)).collect();
    assert!(
        before
            .iter()
            .zip(&after)
            .all(|(before, after)| after < before)
    );
    log.add(EVENING + DAY_MS + 3, What::Set(Setting::Retention(900)));
    assert_eq!((0..40).map(|n| log.due(n)).collect::<Vec<_>>(), before);
    // A setting that was made before the answers but arrives after them counts for them, as if it had come in time.
    let late = Fact {
        id: FactId {
            writer: Writer(2),
            number: 1,
        },
        at: Stamp::new(EVENING - 1, 60),
        what: What::Set(Setting::EasyDay(0, DayLoad::Minimum)),
    };
    log.history.apply(&late);
    let mondays = (0..40).filter(|n| log.due(*n).weekday() == 0).count();
    let had = before.iter().filter(|day| day.weekday() == 0).count();
    assert!(had > 0 && mondays == 0, "{had} then {mondays}");
}

/// Answers to forty items, some taken back, and settings, in the order of time and of one writer.
fn facts() -> impl Strategy<Value = Vec<Fact>> {
    let what = prop_oneof![
        40 => (0_usize..40, prop_oneof![1 => Just(1_u8), 1 => Just(2), 6 => Just(3), 3 => Just(4)])
            .prop_map(|(n, grade)| answer(n, Grade::of(grade).expect("a grade"))),
        2 => (1_u32..120).prop_map(|number| What::Undone(FactId { writer: Writer(1), number })),
        1 => (0_u8..7, 0_usize..3).prop_map(|(w, l)| What::Set(Setting::EasyDay(w, DayLoad::ALL[l]))),
        1 => any::<bool>().prop_map(|on| What::Set(Setting::Balanced(on))),
        1 => (800_u16..950).prop_map(|r| What::Set(Setting::Retention(r))),
    ];
    prop::collection::vec((0_i64..DAY_MS / 2, what), 30..120).prop_map(|list| {
        let mut at = EVENING;
        let facts = list.into_iter().zip(1..).map(|((gap, what), number)| {
            at += gap;
            Fact {
                id: FactId {
                    writer: Writer(1),
                    number,
                },
                at: Stamp::new(at, 60),
                what,
            }
        });
        facts.collect()
    })
}

/// Where every item is, and where an answer now would put it.
fn days(history: &History) -> Vec<(Option<Day>, i32)> {
    let now = Stamp::new(EVENING + 100 * DAY_MS, 60);
    let state = cairn::memory::State {
        stability: 12.0,
        difficulty: 5.0,
    };
    (0..40)
        .map(|n| {
            let record = history.of(&item(n));
            let due = record.and_then(|record| due_day(history, &item(n), record));
            (due, days_after(history, &item(n), Grade::Good, state, now))
        })
        .collect()
}

proptest! {
    #[test]
    fn the_days_are_the_same_whatever_way_the_log_was_read(
        list in facts(),
        seed in any::<u64>(),
        cuts in prop::collection::vec(0_usize..120, 0..4),
        days_back in 3_i64..9,
    ) {
        let whole = days(&History::replay(Scheduler::default(), &list));
        // One by one, in the order of time.
        let mut one = History::new(Scheduler::default());
        for fact in &list {
            one.apply(fact);
        }
        prop_assert_eq!(&days(&one), &whole);
        // In any order.
        let mut shuffled = list.clone();
        shuffled.sort_by_key(|fact| u64::from(fact.id.number).wrapping_mul(seed | 1) % 97);
        let mut any = History::new(Scheduler::default());
        for fact in &shuffled {
            any.apply(fact);
        }
        prop_assert_eq!(&days(&any), &whole);
        // Settled now and then, put aside as a snapshot and read on.
        let read = |mut history: History| {
            for (index, fact) in list.iter().enumerate() {
                if cuts.contains(&index) && !history.is_outdated() {
                    history.settle(Moment(fact.at.at.0 - days_back * DAY_MS));
                    let bytes = encode_snapshot(&Snapshot::of(&history), &Cover::default());
                    let (_, snapshot) = decode_snapshot(&bytes).expect("as written");
                    history = snapshot.restore().expect("of this version");
                }
                history.extend(std::slice::from_ref(fact));
            }
            history
        };
        let mut parts = read(History::new(Scheduler::default()));
        if parts.is_outdated() {
            parts = read(parts.again());
        }
        prop_assert!(!parts.is_outdated());
        prop_assert_eq!(&days(&parts), &whole);
    }

    /// What a button says before the answer is what comes of it, and taking the answer back leaves no trace.
    #[test]
    fn a_button_says_what_comes_of_it(list in facts(), n in 0_usize..40, number in 2_u8..=4) {
        let grade = Grade::of(number).expect("a grade");
        let mut history = History::replay(Scheduler::default(), &list);
        let before = days(&history);
        let last = list.last().map_or(EVENING, |fact| fact.at.at.0);
        let now = Stamp::new(last + 1_000, 60);
        let id = FactId { writer: Writer(1), number: 500 };
        let fact = Fact { id, at: now, what: answer(n, grade) };
        let mut after = history.clone();
        after.apply(&fact);
        let record = after.of(&item(n)).expect("answered");
        let due = due_day(&after, &item(n), record).expect("a day");
        let state = record.state().expect("a state");
        let said = days_after(&history, &item(n), grade, state, now);
        prop_assert_eq!(due.since(history.day(now)), said);
        history.apply(&fact);
        let undo = FactId { number: 501, ..id };
        history.apply(&Fact { id: undo, at: now, what: What::Undone(id) });
        prop_assert_eq!(days(&history), before);
    }
}
