//! Properties of replay: order of arrival does not matter, undo leaves no trace, incremental equals whole.

use cairn::deck::id::{ItemId, TrackId};
use cairn::memory::{Grade, Scheduler};
use cairn::review::{
    Answer, DayLoad, Fact, FactId, Feedback, Form, FormKind, History, Record, Setting, Sighting,
    Snapshot, Step, Taken, What, Writer,
};
use cairn::store::{Cover, decode_snapshot, encode_snapshot};
use cairn::study::due_day;
use cairn::time::{Day, Moment, Stamp};
use proptest::prelude::*;

fn item(n: u8) -> ItemId {
    ItemId::parse(&format!("t/item-{n}")).expect("an id")
}

fn form() -> Form {
    Form {
        track: TrackId::new("t").expect("a slug"),
        kind: FormKind::Quick,
        feedback: Feedback::AtEnd,
        seed: 1,
        seconds: None,
        places: Vec::new(),
        count: 1,
    }
}

fn what() -> impl Strategy<Value = What> {
    let answer = (0_u8..5, 1_u8..=4, 0_u32..90_000).prop_map(|(n, grade, ms)| {
        What::Answered(Answer {
            item: item(n),
            grade: Grade::of(grade).expect("a grade"),
            given: None,
            ms,
            sighting: Sighting::Repeated,
            corrected: false,
        })
    });
    prop_oneof![
        6 => answer,
        1 => (0_u8..5).prop_map(|n| What::Suspended(item(n))),
        1 => (0_u8..5).prop_map(|n| What::Resumed(item(n))),
        1 => (0_u8..5, any::<bool>()).prop_map(|(n, f)| What::Flagged(item(n), f)),
        1 => (0_u8..5, 0_i32..30_000).prop_map(|(n, d)| What::Buried(item(n), Day(d))),
        1 => (0_u8..24).prop_map(|h| What::Set(Setting::RolloverHour(h))),
        1 => (700_u16..970).prop_map(|r| What::Set(Setting::Retention(r))),
        1 => (0_u8..7, 0_usize..3).prop_map(|(w, l)| What::Set(Setting::EasyDay(w, DayLoad::ALL[l]))),
        1 => any::<bool>().prop_map(|b| What::Set(Setting::Balanced(b))),
        1 => Just(()).prop_map(|()| What::Sat(Box::new(form()))),
        1 => (1_u64..3, 1_u32..20, 0_u16..3).prop_map(|(w, n, at)| {
            What::Sitting(FactId { writer: Writer(w), number: n }, Step::Tagged(at, None))
        }),
        1 => (0_u8..5).prop_map(|n| What::Wanted(item(n))),
        1 => (0_i32..90).prop_map(|day| {
            let taken = Taken { day: Day(day), is_passed: day > 45, score: None };
            What::Took(TrackId::new("t").expect("a slug"), taken)
        }),
        1 => (1_u64..3, 1_u32..20).prop_map(|(w, n)| What::Undone(FactId { writer: Writer(w), number: n })),
    ]
}

/// Facts of two writers with numbers from 1, at times that may repeat.
fn facts() -> impl Strategy<Value = Vec<Fact>> {
    prop::collection::vec((1_u64..3, 0_i64..40 * 86_400_000, what()), 0..40).prop_map(|list| {
        let mut numbers = [0_u32; 3];
        list.into_iter()
            .map(|(writer, at, what)| {
                numbers[writer as usize] += 1;
                let id = FactId {
                    writer: Writer(writer),
                    number: numbers[writer as usize],
                };
                Fact {
                    id,
                    at: Stamp::new(1_763_000_000_000 + at, 60),
                    what,
                }
            })
            .collect()
    })
}

/// Everything a history says, as text that can be compared.
fn summary(history: &History) -> String {
    let mut lines: Vec<String> = (0..5)
        .map(|n| {
            let Some(record) = history.of(&item(n)) else {
                return format!("{n}: nothing");
            };
            // A record that only held what was undone says the same as none.
            let empty = record.count() == 0
                && !record.is_suspended()
                && !record.is_flagged()
                && !record.is_wanted()
                && !record.is_buried(Day(0));
            if empty {
                return format!("{n}: nothing");
            }
            format!(
                "{n}: {} {:?} {:?} {:?} {} {} {} {} {}",
                record.count(),
                record.last(),
                due_day(history, &item(n), record),
                record.state(),
                record.lapses(),
                record.is_suspended(),
                record.is_flagged(),
                record.is_wanted(),
                record.is_buried(Day(15_000)),
            )
        })
        .collect();
    lines.push(format!(
        "{} {}",
        history.rollover_hour(),
        history.answer_count()
    ));
    for day in 20_405..20_447 {
        let (all, one) = (
            history.tally(Day(day), None),
            history.tally(Day(day), Some("t")),
        );
        if all.answers + one.answers > 0 {
            lines.push(format!("{day}: {all:?} {one:?}"));
        }
    }
    let track = TrackId::new("t").expect("a slug");
    lines.extend(history.taken(&track).map(|taken| format!("{taken:?}")));
    for (id, begun, _, steps) in history.sittings() {
        lines.push(format!("{id:?} {begun:?} {:?}", steps.writes()));
    }
    lines.join("\n")
}

proptest! {
    #[test]
    fn the_order_of_arrival_does_not_matter(list in facts(), seed in any::<u64>()) {
        let whole = History::replay(Scheduler::default(), &list);
        let mut shuffled = list.clone();
        let n = shuffled.len().max(1);
        shuffled.sort_by_key(|f| (u64::from(f.id.number) * 31 + f.id.writer.0).wrapping_mul(seed | 1) % n as u64);
        let mut arrived = History::replay(Scheduler::default(), &[]);
        for fact in &shuffled {
            arrived.apply(fact);
        }
        prop_assert_eq!(summary(&arrived), summary(&whole));
    }

    #[test]
    fn a_fact_that_arrives_twice_counts_once(list in facts()) {
        let once = History::replay(Scheduler::default(), &list);
        let mut twice = list.clone();
        twice.extend(list.iter().filter(|f| matches!(f.what, What::Answered(_))).cloned());
        prop_assert_eq!(summary(&History::replay(Scheduler::default(), &twice)), summary(&once));
    }

    #[test]
    fn undoing_the_last_fact_leaves_no_trace(list in facts(), next in what()) {
        // An undo cannot itself be taken back; it is no state of its own.
        prop_assume!(!matches!(next, What::Undone(_)));
        let before = History::replay(Scheduler::default(), &list);
        let at = Stamp::new(1_763_000_000_000 + 41 * 86_400_000, 60);
        let id = FactId { writer: Writer(9), number: 1 };
        let mut after = before.clone();
        after.apply(&Fact { id, at, what: next });
        after.apply(&Fact { id: FactId { number: 2, ..id }, at, what: What::Undone(id) });
        prop_assert_eq!(summary(&after), summary(&before));
    }

    /// A log is read in the order of time, settled now and then, put aside as a snapshot and read on; if something reaches back
    /// into what is settled, the history says so, and reading it again knowing that gives the same.
    #[test]
    fn snapshot_and_replay_agree(list in facts(), cuts in prop::collection::vec(0_usize..40, 0..4), days_back in 0_i64..20) {
        let whole = History::replay(Scheduler::default(), &list);
        let mut ordered = list.clone();
        ordered.sort_by_key(|f| (f.at.at, f.id));
        let read = |mut history: History| {
            for (index, fact) in ordered.iter().enumerate() {
                if cuts.contains(&index) {
                    history.settle(Moment(fact.at.at.0 - days_back * 86_400_000));
                    let bytes = encode_snapshot(&Snapshot::of(&history), &Cover::default());
                    let outdated = history.is_outdated();
                    let (_, snapshot) = decode_snapshot(&bytes).expect("as written");
                    if !outdated {
                        history = snapshot.restore().expect("of this version");
                    }
                }
                history.extend(std::slice::from_ref(fact));
            }
            history
        };
        let mut history = read(History::new(Scheduler::default()));
        if history.is_outdated() {
            history = read(history.again());
        }
        prop_assert!(!history.is_outdated());
        prop_assert_eq!(summary(&history), summary(&whole));
        prop_assert_eq!(history.ids(), whole.ids());
    }

    #[test]
    fn a_fact_survives_json(list in facts()) {
        for fact in list {
            let text = serde_json::to_string(&fact).expect("JSON");
            let back: Fact = serde_json::from_str(&text).expect("a fact");
            prop_assert_eq!(back, fact);
        }
    }
}

#[test]
fn a_value_that_is_written_ever_again_does_not_hold_up_the_replay() {
    // A backup of a few kilobytes can hold this many.
    let facts: Vec<Fact> = (1..=60_000)
        .map(|number| Fact {
            id: FactId {
                writer: Writer(1),
                number,
            },
            at: Stamp::new(1_763_000_000_000, 60),
            what: What::Flagged(item(0), true),
        })
        .collect();
    let start = std::time::Instant::now();
    let history = History::replay(Scheduler::default(), &facts);
    assert!(history.of(&item(0)).is_some_and(Record::is_flagged));
    // A fraction of a second, where looking through all of them each time would take half a minute.
    assert!(start.elapsed().as_secs() < 8, "{:?}", start.elapsed());
}

#[test]
fn the_same_answers_with_other_parameters_are_another_history() {
    let weights: Vec<f32> = cairn::memory::Parameters::default()
        .weights()
        .iter()
        .enumerate()
        .map(|(i, w)| if i < 4 { w * 2.0 } else { *w })
        .collect();
    let parameters = cairn::memory::Parameters::fsrs6(&weights).expect("parameters");
    let fact = Fact {
        id: FactId {
            writer: Writer(1),
            number: 1,
        },
        at: Stamp::new(1_763_000_000_000, 0),
        what: What::Answered(Answer {
            item: item(0),
            grade: Grade::Good,
            given: None,
            ms: 5_000,
            sighting: Sighting::First,
            corrected: false,
        }),
    };
    let facts = [fact];
    let default = History::replay(Scheduler::default(), &facts);
    let other = History::replay(Scheduler::new(&parameters).expect("a scheduler"), &facts);
    let stability = |h: &History| {
        h.of(&item(0))
            .and_then(cairn::review::Record::state)
            .map(|s| s.stability)
    };
    assert_eq!(stability(&default).map(|s| s * 2.0), stability(&other));
}
