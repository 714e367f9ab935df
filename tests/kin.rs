//! Items that give each other away, deletions of one cloze and items that share an `idea`, are never asked on one day: neither by
//! what is due nor by the plan, whatever was answered before.

use std::collections::{BTreeMap, BTreeSet};

use cairn::deck::id::{ItemId, TrackId};
use cairn::deck::library::Library;
use cairn::deck::parse::parse;
use cairn::deck::track::Track;
use cairn::memory::{Grade, Scheduler};
use cairn::review::{Answer, Fact, FactId, History, Setting, Sighting, What, Writer};
use cairn::study::{Costs, Planner, Queue};
use cairn::time::{DAY_MS, Stamp};
use proptest::prelude::*;

/// 2026-11-21 18:00 in Berlin.
const EVENING: i64 = 1_795_280_400_000;

const DECK: &str = "---
track: aws-saa-c03
domain: 1
---

## A cloze {#a .cloze task=1.1}

{{c1::One}} and {{c2::two}} and {{c3::three}}.

## An idea {#b .card task=1.1 idea=same}

Which way round?

---

This.

## The idea again {#c .card task=1.2 idea=same}

And the other way round?

---

That.

## A cloze of the idea {#d .cloze task=1.2 idea=same}

{{c1::This}} or {{c2::that}}.

## Alone {#e .card task=1.3}

Anything else?

---

No.
";

fn saa() -> TrackId {
    TrackId::new("aws-saa-c03").expect("a slug")
}

fn library() -> Library {
    let track: Track =
        toml::from_str(include_str!("../decks/aws-saa-c03/track.toml")).expect("a track");
    let parsed = parse("kin.md", DECK.as_bytes());
    let mut library = Library::new(vec![track]);
    library.replace(&saa(), &[parsed.deck.expect("items")]);
    assert_eq!(library.asks().len(), 8);
    library
}

fn stamp(day: i64, seconds: i64) -> Stamp {
    Stamp::new(EVENING + day * DAY_MS + seconds * 1_000, 60)
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

    fn add(&mut self, at: Stamp, what: What) {
        self.number += 1;
        let id = FactId {
            writer: Writer(1),
            number: self.number,
        };
        self.history.apply(&Fact { id, at, what });
    }

    fn answer(&mut self, at: Stamp, item: &ItemId, grade: Grade) {
        let answer = Answer {
            item: item.clone(),
            grade,
            given: None,
            ms: 9_000,
            sighting: match self.history.of(item) {
                None => Sighting::First,
                Some(_) => Sighting::Repeated,
            },
            corrected: false,
        };
        self.add(at, What::Answered(answer));
    }
}

/// Asks on each of some days what `next` says, anew after each answer; gives the items of each day. The plan may ask the same item
/// several times, so the number of answers is bounded.
fn study(
    log: &mut Log,
    days: i64,
    grades: &[u8],
    next: impl Fn(&History, Stamp) -> Option<ItemId>,
) -> BTreeMap<i64, BTreeSet<ItemId>> {
    let mut asked: BTreeMap<i64, BTreeSet<ItemId>> = BTreeMap::new();
    let mut grades = grades.iter().cycle();
    for day in 0..days {
        for step in 0..40 {
            let now = stamp(day, step * 10);
            let Some(item) = next(&log.history, now) else {
                break;
            };
            let grade = grades.next().and_then(|number| Grade::of(*number));
            log.answer(now, &item, grade.expect("a grade"));
            asked.entry(day).or_default().insert(item);
        }
    }
    asked
}

/// Every day's items are of different kin.
fn apart(library: &Library, asked: &BTreeMap<i64, BTreeSet<ItemId>>) -> Result<(), String> {
    for (day, items) in asked {
        let kin: BTreeSet<&str> = items
            .iter()
            .filter_map(|item| library.ask(item))
            .map(cairn::deck::library::Ask::kin)
            .collect();
        if kin.len() < items.len() {
            return Err(format!("day {day}: {items:?}"));
        }
    }
    Ok(())
}

fn by_queue(library: &Library) -> impl Fn(&History, Stamp) -> Option<ItemId> {
    |history, now| {
        Queue::of(library, history, "aws-saa-c03", now, 0)
            .next()
            .map(|next| next.id)
    }
}

/// The plan made anew before each question, as after a reload.
fn by_plan(library: &Library) -> impl Fn(&History, Stamp) -> Option<ItemId> {
    |history, now| {
        let planner = Planner::of(history, Costs::default(), now);
        planner
            .day(library, history, now)
            .next()
            .map(|next| next.id)
    }
}

#[test]
fn three_deletions_and_two_items_of_one_idea_take_a_day_each() {
    let library = library();
    let asked = study(&mut Log::new(), 4, &[3], by_queue(&library));
    // On the first day one of each kin: the cloze, the idea, and the one that stands alone.
    assert_eq!(asked[&0].len(), 3);
    apart(&library, &asked).expect("apart");
}

#[test]
fn the_plan_asks_no_kin_of_what_was_answered_today() {
    let library = library();
    let mut log = Log::new();
    let today = log.history.day(stamp(0, 0));
    log.add(stamp(0, 0), What::Booked(saa(), Some(today.plus(10))));
    for id in ["aws-saa-c03/a:1", "aws-saa-c03/b"] {
        let id = ItemId::parse(id).expect("an id");
        log.answer(stamp(0, 1), &id, Grade::Good);
    }
    let now = stamp(0, 60);
    let day = Planner::of(&log.history, Costs::default(), now).day(&library, &log.history, now);
    let listed: Vec<&str> = day.entries.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(listed, ["aws-saa-c03/e"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_due_keeps_kin_apart(
        grades in prop::collection::vec(1_u8..=4, 1..30),
        new in 1_u16..9,
    ) {
        let library = library();
        let mut log = Log::new();
        log.add(stamp(0, 0), What::Set(Setting::NewPerDay(new)));
        // Who never remembers is asked for ever.
        let grades: Vec<u8> = grades.into_iter().chain([3]).collect();
        let asked = study(&mut log, 25, &grades, by_queue(&library));
        prop_assert_eq!(apart(&library, &asked), Ok(()));
    }
}

proptest! {
    // Each question of these is a plan made anew.
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn the_plan_keeps_kin_apart(
        grades in prop::collection::vec(1_u8..=4, 1..30),
        minutes in 1_u16..30,
    ) {
        let library = library();
        let mut log = Log::new();
        for weekday in 0..7 {
            log.add(stamp(0, 0), What::Set(Setting::Minutes(weekday, minutes)));
        }
        let today = log.history.day(stamp(0, 0));
        log.add(stamp(0, 0), What::Booked(saa(), Some(today.plus(12))));
        let asked = study(&mut log, 12, &grades, by_plan(&library));
        prop_assert!(asked.len() > 2);
        prop_assert_eq!(apart(&library, &asked), Ok(()));
    }
}
