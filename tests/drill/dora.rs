//! Keys of delivery: medians by taking away ends, shares by multiplying back.

use std::collections::HashSet;

use crate::{each, number, says};
use cairn::drill::number::{Ratio, whole};
use cairn::drill::types::dora::{Case, Key, TYPE};

/// The smallest and the largest are taken away until one or two are left.
fn median(values: impl IntoIterator<Item = i64>) -> Ratio {
    let mut left: Vec<i64> = values.into_iter().collect();
    while left.len() > 2 {
        for end in [i64::min as fn(i64, i64) -> i64, i64::max] {
            let value = left.iter().copied().reduce(end).expect("some");
            let place = left
                .iter()
                .position(|of| *of == value)
                .expect("it is there");
            left.remove(place);
        }
    }
    whole(left.iter().sum()) / whole(left.iter().map(|_| 1).sum())
}

#[test]
fn answers_are_right_by_counting() {
    let mut keys = HashSet::new();
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.clone().tell();
        let right = number(&question);
        let says = |figures: &[i64]| {
            says(
                &question,
                &figures.iter().map(i64::to_string).collect::<Vec<_>>(),
                name,
            );
        };
        match case {
            Case::Frequency {
                count,
                weeks,
                tests,
            } => {
                assert_eq!(right * whole(weeks) * whole(5), whole(count), "{name}");
                assert!((right * whole(10)).is_integer(), "{name}: one decimal");
                says(&[count, weeks, tests]);
            }
            Case::Failures {
                count,
                failed,
                incidents,
                others,
                builds,
            } => {
                assert_eq!(right * whole(count), whole(failed * 100), "{name}");
                assert!(failed > 0 && failed < count, "{name}");
                says(&[count, failed, others]);
                if incidents > 0 {
                    says(&[incidents, builds]);
                }
            }
            Case::Median { leads } => {
                says(&leads);
                assert_eq!(right, median(leads), "{name}");
            }
            Case::Log { log, other, key } => {
                keys.insert(key);
                says(&[other]);
                says(
                    &log.iter()
                        .map(|of| of.lead)
                        .chain(log.iter().filter_map(|of| of.restored))
                        .collect::<Vec<_>>(),
                );
                assert_eq!(
                    question.stem.matches("Deployment ").count(),
                    log.len(),
                    "{name}"
                );
                // Read from the log as it is told.
                let count = |word: &str| {
                    whole(question.stem.matches(word).map(|_| 100).sum())
                        / whole(log.iter().map(|_| 1).sum())
                };
                let expected = match key {
                    Key::Lead => median(log.iter().map(|of| of.lead)),
                    Key::Recovery => median(log.iter().filter_map(|of| of.restored)),
                    Key::Failures => count("; failed, "),
                    Key::Rework => count("not planned, failed, ") + count("not planned, repaired"),
                };
                assert_eq!(right, expected, "{name}");
                // What repairs comes after what failed.
                for pair in log.windows(2) {
                    assert!(pair[1].is_planned || pair[0].restored.is_some(), "{name}");
                }
            }
        }
    });
    assert_eq!(keys.len(), 4);
}
