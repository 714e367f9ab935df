//! Availability, by going through every state that the parts can be in.

use std::collections::HashSet;

use crate::{each, number, says, text, wrong};
use cairn::deck::item::Level;
use cairn::drill::number::{Ratio, plain, whole};
use cairn::drill::question::{Question, Wanted};
use cairn::drill::types::availability::{Case, TYPE};

/// How often a system is up, out of 10,000 for each part: every state is weighed with whole numbers.
fn up(parts: &[Ratio], works: impl Fn(&[bool]) -> bool) -> Ratio {
    let mut good: i128 = 0;
    for state in 0..1_u32 << parts.len() {
        let states: Vec<bool> = (0..parts.len())
            .map(|part| state >> part & 1 == 1)
            .collect();
        let weight = |(part, is_up): (&Ratio, &bool)| -> i128 {
            let hundredths = (part * whole(100)).to_integer();
            if *is_up {
                hundredths
            } else {
                10_000 - hundredths
            }
        };
        if works(&states) {
            good += parts.iter().zip(&states).map(weight).product::<i128>();
        }
    }
    Ratio::new(good, 10_i128.pow(4 * parts.len() as u32))
}

/// The options, read back as numbers, and the value that they are measured with.
fn only_one_is_near(question: &Question, share: Ratio, name: &str) {
    let read = |text: &str| -> i128 {
        let (left, right) = text
            .trim_end_matches(" %")
            .split_once('.')
            .unwrap_or((text.trim_end_matches(" %"), ""));
        format!("{left}{right:0<6}").parse().expect("digits")
    };
    let exact = share * whole(100_000_000);
    let off = |text: &str| {
        let apart = Ratio::from_integer(read(text)) - exact;
        if apart < whole(0) { -apart } else { apart }
    };
    // Half of the third decimal, of six.
    assert!(off(text(question)) <= whole(500), "{name}: {question:?}");
    let Wanted::Text { right, .. } = &question.wanted else {
        panic!("{name}: a number");
    };
    for wrong in wrong(question).into_iter().filter(|wrong| wrong != right) {
        assert!(off(wrong) > off(text(question)), "{name}: {wrong}");
    }
}

fn minutes_down(share: Ratio, days: i64) -> Ratio {
    whole(days * 1_440) - share * whole(days * 1_440)
}

#[test]
fn answers_are_right_state_by_state() {
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.clone().tell();
        let percents = |all: &[Ratio]| {
            all.iter()
                .map(|of| format!("{} %", plain(*of)))
                .collect::<Vec<_>>()
        };
        match case {
            Case::Downtime { percent, days } => {
                assert_eq!(
                    number(&question),
                    minutes_down(up(&[percent], |of| of[0]), days),
                    "{name}"
                );
                says(&question, &percents(&[percent]), name);
                says(&question, &[format!("{days} days")], name);
            }
            Case::Serial { parts } => {
                only_one_is_near(&question, up(&parts, |of| of.iter().all(|is| *is)), name);
                says(&question, &percents(&parts), name);
            }
            Case::Copies { each, copies } => {
                let parts = vec![each; copies as usize];
                only_one_is_near(&question, up(&parts, |of| of.contains(&true)), name);
                says(&question, &percents(&[each]), name);
                says(&question, &[format!("{copies} servers")], name);
            }
            Case::Needed { each, target } => {
                let first = (1..9).find(|count| {
                    up(&vec![each; *count], |of| of.contains(&true)) * whole(100) >= target
                });
                assert_eq!(
                    number(&question),
                    whole(i64::try_from(first.expect("few are enough")).expect("few")),
                    "{name}"
                );
                says(&question, &percents(&[each, target]), name);
            }
            Case::Chain {
                front,
                each,
                copies,
                data,
            } => {
                let mut parts = vec![front, data];
                parts.extend(vec![each; copies as usize]);
                let share = up(&parts, |of| of[0] && of[1] && of[2..].contains(&true));
                assert_eq!(number(&question), minutes_down(share, 30), "{name}");
                says(&question, &percents(&[front, each, data]), name);
                says(
                    &question,
                    &[format!("{copies} servers"), "30 days".to_owned()],
                    name,
                );
            }
            Case::Quorum { each, need, of } => {
                let share = up(&vec![each; of as usize], |states| {
                    states.iter().filter(|is| **is).count() >= need as usize
                });
                assert_eq!(number(&question), minutes_down(share, 365), "{name}");
                says(&question, &percents(&[each]), name);
                says(
                    &question,
                    &[
                        format!("{of} nodes"),
                        format!("least {need} of"),
                        "365 days".to_owned(),
                    ],
                    name,
                );
            }
        }
    });
}

#[test]
fn levels_ask_for_more() {
    let mut seen = HashSet::new();
    each(&TYPE, Case::draw, |case, level, name| {
        let (kind, expected) = match case {
            Case::Downtime { .. } => (0, Level::Easy),
            Case::Serial { parts } if parts.len() == 2 => (1, Level::Easy),
            Case::Serial { .. } => (2, Level::Medium),
            Case::Copies { .. } => (3, Level::Medium),
            Case::Needed { .. } => (4, Level::Medium),
            Case::Chain { .. } => (5, Level::Hard),
            Case::Quorum { .. } => (6, Level::Hard),
        };
        assert_eq!(level, expected, "{name}");
        seen.insert(kind);
    });
    assert_eq!(seen.len(), 7);
}
