//! Properties: the sums are those of the answers, scopes and periods part the whole, and it does not matter how the log arrived.

use cairn::deck::id::ItemId;
use cairn::deck::item::Kind;
use cairn::memory::{Grade, Scheduler};
use cairn::review::{Answer, Answers, Fact, FactId, History, Record, Sighting, What, Writer};
use cairn::statistics::{Figures, Period, Recall, Replayed, Scope, Table};
use cairn::time::{DAY_MS, Day, Stamp};
use proptest::prelude::*;

const TRACKS: [&str; 3] = ["aws", "kcna", "my-notes"];
const ROLLOVER: u8 = 4;
/// 2026-09-01.
const BEGIN: i64 = 20_697;
const DAYS: i64 = 90;

fn item(number: u8) -> ItemId {
    let track = TRACKS[usize::from(number % 3)];
    ItemId::parse(&format!("{track}/item-{number}")).expect("an id")
}

/// The kinds and domains of some items; of the others nothing is known.
fn table() -> Table {
    let domains = ["1", "2"].map(str::to_owned).to_vec();
    let of = |number: u8| {
        let kind = Kind::ALL[usize::from(number) % Kind::ALL.len()];
        let domain = [Some(0), Some(1), None][usize::from(number / 3) % 3];
        (item(number), kind, domain)
    };
    Table {
        domains,
        items: (0..9).map(of).collect(),
    }
}

fn what() -> impl Strategy<Value = What> {
    let answer = (0_u8..12, 1_u8..=4, 0_u32..400_000, any::<bool>()).prop_map(
        |(number, grade, ms, is_first)| {
            What::Answered(Answer {
                item: item(number),
                grade: Grade::of(grade).expect("a grade"),
                given: None,
                ms,
                sighting: if is_first {
                    Sighting::First
                } else {
                    Sighting::Repeated
                },
                corrected: false,
            })
        },
    );
    let undone = (1_u64..4, 1_u32..60).prop_map(|(writer, number)| {
        let writer = Writer(writer);
        What::Undone(FactId { writer, number })
    });
    prop_oneof![
        12 => answer,
        1 => undone,
        1 => (0_u8..12).prop_map(|number| What::Suspended(item(number))),
    ]
}

/// Facts of three writers in two time zones.
fn facts() -> impl Strategy<Value = Vec<Fact>> {
    let one = (1_u64..4, 0..DAYS * DAY_MS, 0_usize..2, what());
    prop::collection::vec(one, 0..120).prop_map(|list| {
        let mut numbers = [0_u32; 4];
        let fact = |(writer, at, zone, what): (u64, i64, usize, What)| {
            numbers[writer as usize] += 1;
            let id = FactId {
                writer: Writer(writer),
                number: numbers[writer as usize],
            };
            let at = Stamp::new(BEGIN * DAY_MS + at, [60, -300][zone]);
            Fact { id, at, what }
        };
        list.into_iter().map(fact).collect()
    })
}

fn replayed(facts: &[Fact]) -> Replayed {
    let mut answers = Answers::default();
    answers.add(facts);
    let scheduler = Scheduler::default();
    Replayed::of(&answers.courses(), &table(), &scheduler, ROLLOVER)
}

fn all_of(facts: &[Fact]) -> Figures {
    replayed(facts).figures(&Scope::All, everything())
}

fn everything() -> Period {
    Period {
        first: None,
        last: Day((BEGIN + DAYS + 10) as i32),
    }
}

fn sum<'a>(recalls: impl Iterator<Item = &'a Recall>) -> Recall {
    recalls.fold(Recall::default(), |sum, of| sum.plus(*of))
}

/// What must be the same number wherever it is counted.
fn check_sums(of: &Figures) {
    let recall = of.calibration.all();
    let (hours, weekdays) = (of.hours.iter(), of.weekdays.iter());
    assert_eq!(sum(hours.clone().map(|(_, recall)| recall)), recall);
    assert_eq!(sum(weekdays.clone().map(|(_, recall)| recall)), recall);
    assert_eq!(hours.map(|(answers, _)| answers).sum::<u32>(), of.answers);
    assert_eq!(weekdays.map(|(n, _)| n).sum::<u32>(), of.answers);
    assert_eq!(of.speed.bins.iter().sum::<u32>(), of.answers);
    assert_eq!(of.speed.all.answers, of.answers);
    let kinds = || of.speed.kinds.iter();
    assert_eq!(
        kinds().map(|kind| kind.first.answers).sum::<u32>(),
        of.firsts
    );
    let later: u32 = kinds().map(|kind| kind.later.answers).sum();
    assert_eq!(later, of.answers - of.firsts);
    let holding = &of.holding;
    assert_eq!(holding.stability.iter().sum::<u32>(), holding.items);
    assert_eq!(holding.difficulty.iter().sum::<u32>(), holding.items);
    assert_eq!(holding.recall.iter().sum::<u32>(), holding.items);
    assert_eq!(holding.stability_median.is_some(), holding.items > 0);
    let last = of.growth.points.last().expect("the last day");
    assert_eq!((last.day, last.seen), (of.last, holding.items));
    assert_eq!(last.known, holding.known);
    assert!(of.growth.points.is_sorted_by_key(|point| point.seen));
    assert!(holding.known() <= f64::from(holding.items) + 1e-9);
    assert_eq!(
        of.days.iter().map(|day| day.answers).sum::<u32>(),
        of.answers
    );
    assert_eq!(of.days.iter().map(|day| day.firsts).sum::<u32>(), of.firsts);
    assert_eq!(of.days.iter().map(|day| day.ms).sum::<u64>(), of.ms);
    let within = |day: Day| of.first <= day && day <= of.last;
    assert!(of.days.iter().all(|of| within(of.day)));
    assert!(recall.recalled <= recall.judged && recall.judged <= of.answers);
}

/// That the parts of a whole add up to it.
fn check_parts(whole: &Figures) {
    let parts = || whole.parts.iter();
    assert_eq!(parts().map(|part| part.answers).sum::<u32>(), whole.answers);
    assert_eq!(parts().map(|part| part.ms).sum::<u64>(), whole.ms);
    assert_eq!(
        sum(parts().map(|part| &part.recall)),
        whole.calibration.all()
    );
    let items: u32 = parts().map(|part| part.items).sum();
    assert_eq!(items, whole.holding.items);
    let known: u64 = parts().map(|part| part.known).sum();
    assert_eq!(known, whole.holding.known);
}

proptest! {
    #[test]
    fn whatever_is_counted_adds_up(facts in facts()) {
        let replayed = replayed(&facts);
        let whole = replayed.figures(&Scope::All, everything());
        check_sums(&whole);
        check_parts(&whole);
        for part in &whole.parts {
            let track = replayed.figures(&Scope::Track(part.id.clone()), everything());
            check_sums(&track);
            check_parts(&track);
            prop_assert_eq!((track.answers, track.ms), (part.answers, part.ms));
            prop_assert_eq!(track.calibration.all(), part.recall);
            prop_assert_eq!((track.holding.items, track.holding.known), (part.items, part.known));
            for domain in &track.parts {
                let scope = Scope::Domain(part.id.clone(), domain.id.clone());
                let of = replayed.figures(&scope, everything());
                check_sums(&of);
                prop_assert_eq!((of.answers, of.ms), (domain.answers, domain.ms));
                prop_assert_eq!(of.calibration.all(), domain.recall);
                prop_assert!(of.parts.is_empty());
            }
        }
    }

    #[test]
    fn two_periods_that_follow_each_other_are_the_whole(facts in facts(), cut in 0..DAYS as i32) {
        let replayed = replayed(&facts);
        let cut = Day(BEGIN as i32 + cut);
        let whole = replayed.figures(&Scope::All, everything());
        let until = replayed.figures(&Scope::All, Period { first: None, last: cut });
        let from = Period { first: Some(cut.plus(1)), ..everything() };
        let from = replayed.figures(&Scope::All, from);
        check_sums(&until);
        check_sums(&from);
        prop_assert_eq!(until.answers + from.answers, whole.answers);
        prop_assert_eq!(until.calibration.loss + from.calibration.loss, whole.calibration.loss);
        prop_assert_eq!(until.calibration.all().plus(from.calibration.all()), whole.calibration.all());
        let days: Vec<_> = until.days.iter().chain(&from.days).copied().collect();
        prop_assert_eq!(days, whole.days);
        // How items hold is told of the last day, whenever they were answered.
        prop_assert_eq!(from.holding, whole.holding);
    }

    #[test]
    fn it_does_not_matter_how_the_log_arrived(facts in facts(), seed in any::<u64>()) {
        let mut shuffled = facts.clone();
        shuffled.sort_by_key(|fact| {
            let name = fact.id.writer.0 << 32 | u64::from(fact.id.number);
            (name ^ seed).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        });
        shuffled.extend(facts.iter().take(10).cloned());
        prop_assert_eq!(all_of(&shuffled), all_of(&facts));
    }

    #[test]
    fn an_answer_that_was_taken_back_never_was(facts in facts(), place in 0_usize..120) {
        let is_answer = |fact: &&Fact| matches!(fact.what, What::Answered(_));
        let answers: Vec<FactId> = facts.iter().filter(is_answer).map(|fact| fact.id).collect();
        if let Some(id) = answers.get(place % answers.len().max(1)) {
            let writer = Writer(9);
            let undo = Fact {
                id: FactId { writer, number: 1 },
                at: Stamp::new((BEGIN + DAYS) * DAY_MS, 60),
                what: What::Undone(*id),
            };
            let mut taken_back = facts.clone();
            taken_back.push(undo);
            let mut never = facts.clone();
            never.retain(|fact| fact.id != *id);
            prop_assert_eq!(all_of(&taken_back), all_of(&never));
        }
    }

    #[test]
    fn the_memory_that_is_replayed_is_the_history_s(facts in facts()) {
        let history = History::replay(Scheduler::default(), &facts);
        let replayed = replayed(&facts);
        let mut items = 0;
        for (item, seen) in replayed.items() {
            let record = history.of(item).expect("it was answered");
            prop_assert_eq!(record.state(), seen.last().map(|seen| seen.state));
            prop_assert_eq!(record.count(), seen.len());
            let judged = seen.iter().filter(|seen| seen.predicted.is_some()).count();
            prop_assert_eq!(record.evidence().0 as usize, judged);
            items += 1;
        }
        let answered = history.records().filter(|(_, r)| Record::last(r).is_some());
        prop_assert_eq!(answered.count(), items);
        prop_assert_eq!(history.answer_count(), replayed.count());
    }

    #[test]
    fn a_period_before_the_first_answer_holds_nothing(facts in facts()) {
        let none = Period { first: None, last: Day(BEGIN as i32 - 2) };
        let of = replayed(&facts).figures(&Scope::All, none);
        prop_assert_eq!((of.answers, of.holding.items, of.days.len()), (0, 0, 0));
        prop_assert_eq!((of.first, of.last), (none.last, none.last));
    }

    #[test]
    fn figures_come_back_from_what_the_worker_says(facts in facts()) {
        let figures = all_of(&facts);
        let text = serde_json::to_string(&figures).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<Figures>(&text).expect("the same"), figures);
    }
}

#[test]
fn hours_are_those_on_the_learner_s_clock_and_days_begin_at_their_hour() {
    let answer = |number, at: i64, offset| Fact {
        id: FactId {
            writer: Writer(1),
            number,
        },
        at: Stamp::new(at, offset),
        what: What::Answered(Answer {
            item: item(1),
            grade: Grade::Good,
            given: None,
            ms: 5_000,
            sighting: Sighting::Repeated,
            corrected: false,
        }),
    };
    // A Saturday, 2026-11-21: half past one at night in Berlin, which is still Friday; and half past ten in the evening in New York.
    let midnight = i64::from(Day::parse("2026-11-21").expect("a day").0) * DAY_MS;
    let night = answer(1, midnight + 30 * 60_000, 60);
    let evening = answer(2, midnight + (27 * 60 + 30) * 60_000, -300);
    let of = all_of(&[night, evening]);
    let hours = of.hours.map(|(answers, _)| answers);
    assert_eq!((hours[1], hours[22], hours.iter().sum::<u32>()), (1, 1, 2));
    let weekdays = of.weekdays.map(|(answers, _)| answers);
    assert_eq!(weekdays, [0, 0, 0, 0, 1, 1, 0]);
    // The second came a night after the first.
    assert_eq!(of.weekdays[5].1.judged, 1);
    assert_eq!(of.hours[22].1.recalled, 1);
}

#[test]
fn a_clock_that_was_wrong_makes_no_period_endless() {
    let answer = |number, at: i64| Fact {
        id: FactId {
            writer: Writer(1),
            number,
        },
        at: Stamp::new(at, 0),
        what: What::Answered(Answer {
            item: item(1),
            grade: Grade::Good,
            given: None,
            ms: 5_000,
            sighting: Sighting::Repeated,
            corrected: false,
        }),
    };
    let facts = [
        answer(1, i64::MIN),
        answer(2, BEGIN * DAY_MS),
        answer(3, i64::MAX),
    ];
    let of = all_of(&facts);
    assert_eq!((of.answers, of.holding.items), (1, 1));
    assert!(of.growth.points.len() <= 101, "{}", of.growth.points.len());
    assert_eq!(of.growth.points.last().map(|point| point.seen), Some(1));
}
