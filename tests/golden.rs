//! Facts of the third version of the log and of those after it, as they were written when they came: they must always load.

use cairn::deck::given::Given;
use cairn::deck::id::{ItemId, TrackId};
use cairn::memory::Grade;
use cairn::review::{
    Answer, Drawn, Ending, Fact, FactId, Feedback, Form, FormKind, Kept, Place, Reason, Response,
    RoadText, Sighting, Step, Taken, What, Writer,
};
use cairn::store::{Run, Segment, decode, encode};
use cairn::time::{Day, Stamp};

fn item(slug: &str) -> ItemId {
    ItemId::parse(&format!("aws-saa-c03/{slug}")).expect("an id")
}

/// A short mock exam, from the first question to the real one.
fn facts() -> Vec<Fact> {
    let track = TrackId::new("aws-saa-c03").expect("a slug");
    let sitting = FactId {
        writer: Writer(0xaa),
        number: 1,
    };
    let place = |slug: &str, is_scored| Place {
        item: item(slug),
        is_scored,
    };
    let response = Response {
        given: Some(Given::Options(vec![1, 3])),
        is_flagged: true,
        struck: vec![0],
        note: "one Region – mind it".to_owned(),
        ms: 61_500,
        is_checked: false,
    };
    let form = Form {
        track: track.clone(),
        kind: FormKind::Mock,
        feedback: Feedback::AtEnd,
        seed: 0x0123_4567_89ab_cdef,
        seconds: Some(7_800),
        places: vec![
            place("s3-gateway-endpoint", true),
            place("kms-key-policy", false),
        ],
        count: 2,
    };
    let all = [
        What::Sat(Box::new(form)),
        What::Sitting(sitting, Step::Responded(0, response)),
        What::Sitting(sitting, Step::Paused),
        What::Sitting(sitting, Step::Resumed),
        What::Sitting(sitting, Step::Drawn(place("drawn-later", true))),
        What::Sitting(sitting, Step::Ended(Ending::Submitted)),
        What::Sitting(sitting, Step::Tagged(0, Some(Reason::LookAlike))),
        What::Wanted(item("kms-key-policy")),
        What::Took(
            track,
            Taken {
                day: Day(20_800),
                is_passed: true,
                score: Some(812),
            },
        ),
    ];
    let fact = |(number, what): (u32, What)| Fact {
        id: FactId {
            writer: Writer(0xaa),
            number,
        },
        at: Stamp::new(1_795_284_000_000 + i64::from(number) * 60_000, 60),
        what,
    };
    (1..).zip(all).map(fact).collect()
}

#[test]
fn the_third_version_loads_as_it_was_written() {
    let run = Run {
        writer: Writer(0xaa),
        facts: facts(),
    };
    let segment = Segment {
        runs: vec![run],
        lines: Vec::new(),
    };
    let kept = include_str!("data/log-3.txt");
    assert_eq!(
        decode(kept).map(|(segment, ..)| segment),
        Ok(segment.clone())
    );
    assert_eq!(
        decode(&encode(&segment, 0).0).map(|read| read.0),
        Ok(segment)
    );
}

/// What came to the third version later: which versions of the items were asked, and what they came to.
fn later_facts() -> Vec<Fact> {
    let sitting = facts()[0].id;
    let kept = Kept {
        domain: 3,
        level: 2,
        is_right: false,
        got: 150,
        of: 400,
    };
    let steps = [
        Step::Asked(0, vec![0xbeef, 7]),
        Step::Marked(vec![
            (0, kept),
            (
                1,
                Kept {
                    got: 400,
                    is_right: true,
                    ..kept
                },
            ),
        ]),
    ];
    let fact = |(number, step): (u32, Step)| Fact {
        id: FactId {
            writer: Writer(0xaa),
            number,
        },
        at: Stamp::new(1_795_284_000_000 + i64::from(number) * 60_000, 60),
        what: What::Sitting(sitting, step),
    };
    (20..).zip(steps).map(fact).collect()
}

#[test]
fn what_questions_came_to_loads_as_it_was_written() {
    let run = Run {
        writer: Writer(0xaa),
        facts: later_facts(),
    };
    let segment = Segment {
        runs: vec![run],
        lines: Vec::new(),
    };
    let kept = include_str!("data/log-3-marked.txt");
    assert_eq!(
        decode(kept).map(|(segment, ..)| segment),
        Ok(segment.clone())
    );
    assert_eq!(
        decode(&encode(&segment, 0).0).map(|read| read.0),
        Ok(segment)
    );
}

/// The fourth version has items of own decks that were edited.
fn edited() -> Fact {
    let item = ItemId::parse("ports/https").expect("an id");
    let lines = "## HTTPS {#https .card}\n\nWhich port?\n\n---\n\n443";
    Fact {
        id: FactId {
            writer: Writer(0xaa),
            number: 30,
        },
        at: Stamp::new(1_795_286_000_000, 60),
        what: What::ItemEdited(item, lines.to_owned()),
    }
}

#[test]
fn an_edited_item_loads_as_it_was_written() {
    let run = Run {
        writer: Writer(0xaa),
        facts: vec![edited()],
    };
    let segment = Segment {
        runs: vec![run],
        lines: Vec::new(),
    };
    let kept = include_str!("data/log-4-edited.txt");
    assert_eq!(
        decode(kept).map(|(segment, ..)| segment),
        Ok(segment.clone())
    );
    assert_eq!(encode(&segment, 0).0, kept, "and is still written so");
}

/// And a roadmap: what is done on it is plain data to the log.
fn on_the_road() -> Vec<Fact> {
    let texts = [
        serde_json::json!({"laid": ["focus-2030", {"start": 20_820, "hours_week": 10, "first_month": 1}]}),
        serde_json::json!({"ticked": ["focus-2030", "ansible", {"day": 20_830, "note": "an evening", "link": "https://example.org/a"}]}),
        serde_json::json!({"moved": ["focus-2030", "finops", {"from": 20_900, "to": 20_900}]}),
        serde_json::json!({"of a version to come": [1, 2, 3]}),
    ];
    let fact = |(number, value): (u32, serde_json::Value)| Fact {
        id: FactId {
            writer: Writer(0xaa),
            number,
        },
        at: Stamp::new(1_795_290_000_000 + i64::from(number) * 60_000, 60),
        what: What::Road(RoadText::new(&value)),
    };
    (40..).zip(texts).map(fact).collect()
}

#[test]
fn a_roadmap_loads_as_it_was_written() {
    let segment = Segment {
        runs: vec![Run {
            writer: Writer(0xaa),
            facts: on_the_road(),
        }],
        lines: Vec::new(),
    };
    let kept = include_str!("data/log-4-road.txt");
    assert_eq!(
        decode(kept).map(|(segment, ..)| segment),
        Ok(segment.clone())
    );
    assert_eq!(encode(&segment, 0).0, kept, "and is still written so");
    // What this version understands of it is what was meant.
    let known = on_the_road();
    let known = known.iter().filter_map(|fact| match &fact.what {
        What::Road(text) => cairn::roadmap::RoadFact::of(text),
        _ => None,
    });
    assert_eq!(known.count(), 3);
}

/// And answers to drills, which say which question it was.
fn drilled() -> Vec<Fact> {
    let drawn = |seed, given| Given::Drawn(Drawn { version: 1, seed }, Box::new(given));
    let answer = |given| {
        What::Answered(Answer {
            item: item("drill-cidr-hard"),
            grade: Grade::Good,
            given: Some(given),
            ms: 41_300,
            sighting: Sighting::First,
            corrected: false,
        })
    };
    let all = [
        answer(drawn(7, Given::Options(vec![2]))),
        answer(drawn(u32::MAX, Given::Text("43.2 minutes".to_owned()))),
        answer(Given::Text("no drill".to_owned())),
    ];
    let fact = |(number, what): (u32, What)| Fact {
        id: FactId {
            writer: Writer(0xaa),
            number,
        },
        at: Stamp::new(1_795_300_000_000 + i64::from(number) * 60_000, 60),
        what,
    };
    (50..).zip(all).map(fact).collect()
}

#[test]
fn an_answer_to_a_drill_loads_as_it_was_written() {
    let segment = Segment {
        runs: vec![Run {
            writer: Writer(0xaa),
            facts: drilled(),
        }],
        lines: Vec::new(),
    };
    let kept = include_str!("data/log-4-drill.txt");
    assert_eq!(
        decode(kept).map(|(segment, ..)| segment),
        Ok(segment.clone())
    );
    assert_eq!(encode(&segment, 0).0, kept, "and is still written so");
}

#[test]
fn as_json_it_reads_well_and_is_read_back() {
    for fact in facts()
        .into_iter()
        .chain(later_facts())
        .chain([edited()])
        .chain(on_the_road())
        .chain(drilled())
    {
        let line = serde_json::to_string(&fact).expect("plain data");
        assert_eq!(
            serde_json::from_str::<Fact>(&line).expect("a fact"),
            fact,
            "{line}"
        );
    }
}
