//! The compact log: what is written is read, damage is noticed, and it is small.

use std::collections::HashSet;

use cairn::deck::given::Given;
use cairn::deck::id::{ItemId, TrackId};
use cairn::memory::{Grade, Parameters};
use cairn::review::{
    Answer, DayLoad, Ending, Fact, FactId, Feedback, Form, FormKind, Kept, Place, Reason, Response,
    RoadText, Setting, Sighting, Step, Taken, What, Writer,
};
use cairn::store::{Run, Segment, SegmentError, decode, encode};
use cairn::time::{Day, Stamp};
use proptest::prelude::*;

fn item() -> impl Strategy<Value = ItemId> {
    (0_u8..12).prop_map(|n| ItemId::parse(&format!("aws-saa-c03/item-{n}")).expect("an id"))
}

fn given() -> impl Strategy<Value = Option<Given>> {
    let places = || prop::collection::vec(0_u16..9, 0..6);
    prop_oneof![
        Just(None),
        places().prop_map(|p| Some(Given::Options(p))),
        places().prop_map(|p| Some(Given::Sequence(p))),
        places().prop_map(|p| Some(Given::Pairs(p))),
        places().prop_map(|p| Some(Given::Criteria(p))),
        any::<String>().prop_map(|t| Some(Given::Text(t))),
    ]
}

fn response() -> impl Strategy<Value = Response> {
    let struck = prop::collection::vec(0_u16..9, 0..4);
    let rest = (any::<bool>(), any::<u32>(), any::<bool>());
    (given(), struck, any::<String>(), rest).prop_map(
        |(given, struck, note, (is_flagged, ms, is_checked))| Response {
            given,
            is_flagged,
            struck,
            note,
            ms,
            is_checked,
        },
    )
}

fn place() -> impl Strategy<Value = Place> {
    (item(), any::<bool>()).prop_map(|(item, is_scored)| Place { item, is_scored })
}

fn kept(got: u32) -> Kept {
    Kept {
        domain: 2,
        level: 2,
        is_right: got > 9,
        got,
        of: 100,
    }
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        place().prop_map(Step::Drawn),
        (any::<u16>(), response()).prop_map(|(at, of)| Step::Responded(at, of)),
        Just(Step::Paused),
        Just(Step::Resumed),
        Just(Step::Ended(Ending::TimeUp)),
        any::<u16>().prop_map(|at| Step::Tagged(at, Some(Reason::LookAlike))),
        (any::<u16>(), prop::collection::vec(any::<u16>(), 0..9))
            .prop_map(|(from, versions)| Step::Asked(from, versions)),
        (any::<u16>(), any::<u32>()).prop_map(|(at, got)| Step::Marked(vec![(at, kept(got))])),
    ]
}

fn form() -> impl Strategy<Value = Form> {
    let places = prop::collection::vec(place(), 0..80);
    (places, any::<u64>(), any::<Option<u32>>()).prop_map(|(places, seed, seconds)| Form {
        track: TrackId::new("aws-saa-c03").expect("a slug"),
        kind: FormKind::Drill,
        feedback: Feedback::Each,
        seed,
        seconds,
        count: places.len() as u16,
        places,
    })
}

fn what() -> impl Strategy<Value = What> {
    let answer = (
        item(),
        1_u8..=4,
        given(),
        any::<u32>(),
        any::<bool>(),
        any::<bool>(),
    );
    let answer = answer.prop_map(|(item, grade, given, ms, first, corrected)| {
        What::Answered(Answer {
            item,
            grade: Grade::of(grade).expect("a grade"),
            given,
            ms,
            sighting: if first {
                Sighting::First
            } else {
                Sighting::Repeated
            },
            corrected,
        })
    });
    let deck = || Just(TrackId::new("mine").expect("a slug"));
    prop_oneof![
        8 => answer,
        1 => (any::<u64>(), any::<u32>()).prop_map(|(w, number)| What::Undone(FactId { writer: Writer(w), number })),
        1 => item().prop_map(What::Suspended),
        1 => item().prop_map(What::Resumed),
        1 => (item(), any::<i32>()).prop_map(|(i, d)| What::Buried(i, Day(d))),
        1 => (item(), any::<bool>()).prop_map(|(i, f)| What::Flagged(i, f)),
        1 => (item(), any::<String>()).prop_map(|(i, t)| What::Noted(i, t)),
        1 => any::<u16>().prop_map(|n| What::Set(Setting::NewPerDay(n))),
        1 => any::<u16>().prop_map(|n| What::Set(Setting::Retention(n))),
        1 => any::<u8>().prop_map(|n| What::Set(Setting::RolloverHour(n))),
        1 => (deck(), any::<String>()).prop_map(|(d, t)| What::DeckSaved(d, t)),
        1 => deck().prop_map(What::DeckRemoved),
        1 => (0_u8..7, any::<u16>()).prop_map(|(w, n)| What::Set(Setting::Minutes(w, n))),
        1 => any::<u16>().prop_map(|n| What::Set(Setting::Leech(n))),
        1 => (any::<u8>(), 0_usize..3).prop_map(|(w, l)| What::Set(Setting::EasyDay(w, DayLoad::ALL[l]))),
        1 => any::<bool>().prop_map(|on| What::Set(Setting::Balanced(on))),
        1 => (deck(), any::<Option<i32>>()).prop_map(|(d, day)| What::Booked(d, day.map(Day))),
        1 => (any::<i32>(), any::<bool>()).prop_map(|(d, off)| What::DayOff(Day(d), off)),
        1 => any::<bool>().prop_map(|own| What::Trained(own.then(Parameters::default))),
        1 => form().prop_map(|form| What::Sat(Box::new(form))),
        2 => (any::<u64>(), any::<u32>(), step()).prop_map(|(w, number, step)| {
            What::Sitting(FactId { writer: Writer(w), number }, step)
        }),
        1 => item().prop_map(What::Wanted),
        1 => (item(), any::<String>()).prop_map(|(i, lines)| What::ItemEdited(i, lines)),
        1 => (any::<String>(), any::<i64>()).prop_map(|(text, n)| What::Road(RoadText::new(&serde_json::json!({ "b": [text], "a": n })))),
        1 => (deck(), any::<i32>(), any::<Option<u16>>()).prop_map(|(track, day, score)| {
            What::Took(track, Taken { day: Day(day), is_passed: score.is_some(), score })
        }),
    ]
}

fn segment() -> impl Strategy<Value = Segment> {
    let fact = (any::<i64>(), any::<i16>(), 0_u32..3, what());
    let run = (
        any::<u64>(),
        1_u32..1_000_000,
        prop::collection::vec(fact, 1..20),
    );
    let run = run.prop_map(|(writer, first, list)| {
        let mut number = first - 1;
        let facts = list.into_iter().map(|(at, offset, skipped, what)| {
            number += 1 + skipped;
            let id = FactId {
                writer: Writer(writer),
                number,
            };
            Fact {
                id,
                at: Stamp::new(at, offset),
                what,
            }
        });
        Run {
            writer: Writer(writer),
            facts: facts.collect(),
        }
    });
    let lines = prop::collection::vec(any::<String>(), 0..3);
    (prop::collection::vec(run, 0..4), lines).prop_map(|(runs, lines)| Segment { runs, lines })
}

proptest! {
    #[test]
    fn what_is_written_is_read(segment in segment(), before in any::<u32>()) {
        let (text, sum) = encode(&segment, before);
        prop_assert_eq!(decode(&text), Ok((segment, sum, before)));
    }

    #[test]
    fn any_changed_unit_is_noticed(segment in segment(), place in any::<prop::sample::Index>(), flip in 1_u32..0x8000) {
        let (text, _) = encode(&segment, 7);
        let mut units: Vec<char> = text.chars().collect();
        let at = place.index(units.len());
        let unit = units[at] as u32 - 0x1000;
        units[at] = char::from_u32(((unit ^ flip) & 0x7fff) + 0x1000).expect("a unit");
        let changed: String = units.into_iter().collect();
        // The last unit may hold bits beyond the last byte; those that carry nothing are checked to be zero.
        prop_assert!(decode(&changed).is_err());
    }

    #[test]
    fn any_truncation_is_noticed_and_does_not_panic(segment in segment(), keep in any::<prop::sample::Index>()) {
        let (text, _) = encode(&segment, 0);
        let units: Vec<char> = text.chars().collect();
        let cut: String = units[..keep.index(units.len())].iter().collect();
        prop_assert!(decode(&cut).is_err());
    }

    #[test]
    fn no_text_panics_the_reader(text in "[\u{1000}-\u{8fff}]{0,80}") {
        prop_assert!(decode(&text).is_err());
    }
}

#[test]
fn foreign_and_newer_texts_are_told_apart() {
    assert_eq!(decode("hello"), Err(SegmentError::NotOurs));
    assert_eq!(decode(""), Err(SegmentError::NotOurs));
    let (text, _) = encode(&Segment::default(), 0);
    // The version is the third byte: bits 16 to 23 of the text.
    let mut units: Vec<char> = text.chars().collect();
    let unit = units[1] as u32 - 0x1000;
    let newer = (unit & !(0xff << 6)) | (9 << 6);
    units[1] = char::from_u32(newer + 0x1000).expect("a unit");
    let text: String = units.into_iter().collect();
    assert_eq!(decode(&text), Err(SegmentError::Newer(9)));
}

#[test]
fn a_text_that_ends_in_what_is_expected_is_read_back() {
    // Once the coder expects them, zeros are all that it writes.
    for length in [0, 1, 300, 2_000] {
        let segment = Segment {
            runs: Vec::new(),
            lines: vec!["\0".repeat(length)],
        };
        let (text, sum) = encode(&segment, 0);
        assert_eq!(decode(&text), Ok((segment, sum, 0)), "{length} zeros");
    }
}

#[test]
fn a_short_text_does_not_unfold_to_tens_of_megabytes() {
    let answer = |number| Fact {
        id: FactId {
            writer: Writer(1),
            number,
        },
        at: Stamp::new(1_763_700_000_000, 60),
        what: What::Answered(Answer {
            item: ItemId::parse("t/item").expect("an id"),
            grade: Grade::Good,
            given: Some(Given::Options(vec![0; 1_000])),
            ms: 4_000,
            sighting: Sighting::Repeated,
            corrected: false,
        }),
    };
    let lists = Segment {
        runs: vec![Run {
            writer: Writer(1),
            facts: (1..=7_000).map(answer).collect(),
        }],
        lines: vec!["end".to_owned()],
    };
    // An empty line takes forty-eight bytes once it is read.
    let mut lines = Segment {
        runs: Vec::new(),
        lines: vec![String::new(); 300_000],
    };
    lines.lines.push("end".to_owned());
    for segment in [lists, lines] {
        let (text, _) = encode(&segment, 0);
        assert!(text.chars().count() < 100_000);
        assert_eq!(decode(&text), Err(SegmentError::Damaged));
    }
}

/// The real log of a learner, as facts.
fn josh() -> Vec<Fact> {
    let text = std::fs::read_to_string("tests/data/review_logs_josh.csv").expect("the log");
    let mut seen = HashSet::new();
    let mut rows: Vec<(i64, Fact)> = Vec::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let (date, time) = cells[2].split_once('T').expect("a time");
        let day = Day::parse(date).expect("a date");
        let clock: Vec<f64> = time
            .trim_end_matches("+00:00")
            .split(':')
            .map(|p| p.parse().expect("a number"))
            .collect();
        let ms = i64::from(day.0) * 86_400_000
            + ((clock[0] * 60.0 + clock[1]) * 60_000.0 + clock[2] * 1_000.0) as i64;
        let answer = Answer {
            item: ItemId::parse(&format!("josh/{}", cells[0])).expect("an id"),
            grade: Grade::of(cells[1].parse().expect("a grade")).expect("1 to 4"),
            given: None,
            // As the app notes them: times in whole seconds, answers in tenths.
            ms: cells[3].parse::<u32>().expect("ms") / 100 * 100,
            sighting: Sighting::Repeated,
            corrected: false,
        };
        let id = FactId {
            writer: Writer(0x5eed),
            number: 0,
        };
        let fact = Fact {
            id,
            at: Stamp::new(ms.div_euclid(1_000) * 1_000, 0),
            what: What::Answered(answer),
        };
        rows.push((ms, fact));
    }
    rows.sort_by_key(|(ms, _)| *ms);
    let mut facts: Vec<Fact> = rows.into_iter().map(|(_, fact)| fact).collect();
    for (index, fact) in facts.iter_mut().enumerate() {
        fact.id.number = index as u32 + 1;
        if let What::Answered(answer) = &mut fact.what
            && seen.insert(answer.item.clone())
        {
            answer.sighting = Sighting::First;
        }
    }
    facts
}

#[test]
fn a_real_log_takes_at_most_two_and_four_tenths_units_an_answer() {
    let facts = josh();
    assert_eq!(facts.len(), 12_580);
    let run = Run {
        writer: Writer(0x5eed),
        facts,
    };
    let segment = Segment {
        runs: vec![run],
        lines: Vec::new(),
    };
    let (text, _) = encode(&segment, 0);
    let each = text.encode_utf16().count() as f64 / 12_580.0;
    println!("{each:.3} units an answer");
    assert!(each <= 2.4, "{each}");
    assert_eq!(decode(&text).map(|d| d.0), Ok(segment));
}
