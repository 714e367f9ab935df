//! What holds for every question of every type.

use std::collections::HashSet;

use crate::LEVELS;
use cairn::deck::given::Given;
use cairn::deck::item::{Body, Entry};
use cairn::deck::marking::{bare, mark};
use cairn::drill::question::{Wanted, told_apart};
use cairn::drill::types::ALL;
use cairn::drill::{Asked, Type};

/// Seeds of each type at each of its three levels: more than 10,000 of each type.
const SEEDS: u32 = 3_400;

/// Calls `check` with every question, and a word for messages.
fn all(mut check: impl FnMut(&'static Type, &Asked, &str)) {
    for of in ALL {
        for level in LEVELS {
            for seed in 0..SEEDS {
                let asked = of.asked(level, seed);
                check(of, &asked, &format!("{} {} {seed}", of.id, level.word()));
            }
        }
    }
}

fn entries(body: &Body) -> &[Entry] {
    match body {
        Body::Choice { options, .. } => options,
        Body::Typed { answers, .. } => answers,
        other => panic!("neither chosen nor typed: {other:?}"),
    }
}

#[test]
fn one_answer_is_right_each_mistake_is_told_apart_and_everything_is_said() {
    all(|_, asked, case| {
        one_is_right(asked, case);
        typed_answers_are_told_apart(asked, case);
        nothing_is_left_open(asked, case);
    });
}

fn one_is_right(asked: &Asked, case: &str) {
    let entries = entries(&asked.body);
    assert_eq!(
        entries.iter().filter(|entry| entry.right).count(),
        1,
        "{case}"
    );
    let texts: HashSet<&str> = entries.iter().map(|entry| bare(&entry.text)).collect();
    assert_eq!(texts.len(), entries.len(), "{case}: {entries:?}");
    if let Body::Choice { .. } = asked.body {
        assert!(
            (3..=4).contains(&entries.len()) || is_yes_or_no(entries),
            "{case}: {entries:?}"
        );
    }
}

/// A verdict has no third option.
fn is_yes_or_no(entries: &[Entry]) -> bool {
    entries.len() == 2
}

/// What is typed as the answer is right, and a mistake is told as that mistake.
fn typed_answers_are_told_apart(asked: &Asked, case: &str) {
    let Body::Typed { answers, .. } = &asked.body else {
        return;
    };
    for (place, entry) in answers.iter().enumerate() {
        let given = Given::Text(bare(&entry.text).to_owned());
        let marked = mark(&asked.body, &given).expect("typed answers are marked");
        assert_eq!(marked.right, entry.right, "{case}: {entry:?}");
        assert_eq!(marked.matched, Some(place), "{case}: {entry:?}");
    }
}

fn nothing_is_left_open(asked: &Asked, case: &str) {
    let stem = asked.body.stem();
    assert!(stem.ends_with(['?', '.']), "{case}: {stem}");
    assert!(!asked.explanation.is_empty(), "{case}");
    let whys = entries(&asked.body)
        .iter()
        .map(|entry| entry.why.as_deref().unwrap_or_default());
    for text in whys.chain([stem, asked.explanation.as_str()]) {
        assert!(!text.trim().is_empty(), "{case}: no reason");
        for odd in ["  ", "{", "}", " ,", " .", "--", "Some(", "NaN"] {
            let is_code = text.contains('`');
            assert!(is_code || !text.contains(odd), "{case}: `{odd}` in: {text}");
        }
    }
}

#[test]
fn the_same_seed_is_the_same_question() {
    for of in ALL {
        for level in LEVELS {
            for seed in 0..200 {
                assert_eq!(of.asked(level, seed), of.asked(level, seed));
            }
        }
    }
}

#[test]
fn few_questions_come_twice() {
    for of in ALL {
        let stems: HashSet<String> = (0..1_000)
            .map(|seed| of.question(LEVELS[1], seed).stem)
            .collect();
        assert!(
            stems.len() >= 100,
            "{}: only {} stems of 1,000",
            of.id,
            stems.len()
        );
    }
}

#[test]
fn enough_mistakes_are_left_for_a_choice() {
    for of in ALL {
        for level in LEVELS {
            let mut kept = 0;
            for seed in 0..1_000 {
                let question = of.question(level, seed);
                kept += match question.wanted {
                    Wanted::Text { wrong, .. } => wrong.len().min(3),
                    Wanted::Number {
                        value,
                        unit,
                        precision,
                        mistakes,
                    } => told_apart(value, unit, precision, mistakes).len().min(3),
                };
            }
            assert!(
                kept >= 1_000,
                "{} {}: {kept} mistakes in 1,000",
                of.id,
                level.word()
            );
        }
    }
}

#[test]
fn names_are_slugs_and_stand_once() {
    let names: HashSet<&str> = ALL.iter().map(|of| of.id).collect();
    assert_eq!(names.len(), ALL.len());
    for of in ALL {
        assert_eq!(cairn::deck::id::check_slug(of.id), Ok(()));
        assert!(of.version >= 1 && !of.name.is_empty() && !of.about.is_empty());
        assert!(of.seconds.is_sorted() && of.seconds[0] >= 15);
        assert_eq!(Type::named(of.id), Some(of));
    }
}

/// As an exam asks it: options to choose from, four of them wherever the figures give as many.
#[test]
fn an_exam_asks_every_type_as_a_choice() {
    for of in ALL {
        for level in LEVELS {
            let mut fewest = usize::MAX;
            for seed in 0..300 {
                let (made, asked) = of.chosen(level, seed);
                let case = format!("{} {} {seed}", of.id, level.word());
                let Body::Choice { options, .. } = &asked.body else {
                    panic!("{case} is typed");
                };
                fewest = fewest.min(options.len());
                one_is_right(&asked, &case);
                nothing_is_left_open(&asked, &case);
                // The log holds the seed that it was made from, and that makes it again.
                assert_eq!(of.chosen(level, made).1, asked, "{case}");
            }
            println!("{} {}: {fewest} options at least", of.id, level.word());
        }
    }
}
