//! Keys, counted one by one; strengths, from the standard's rows.

use std::collections::HashSet;

use crate::{each, number, says, text, wrong};
use cairn::deck::item::Level;
use cairn::drill::number::{plain, whole};
use cairn::drill::types::crypto_keyspace::{Case, TYPE};

/// Two by two, each once.
fn couples(people: i64) -> i64 {
    let mut count = 0;
    for first in 0..people {
        for _ in first + 1..people {
            count += 1;
        }
    }
    count
}

/// The rows of table 2 and table 3 of the standard: what reaches which strength.
const ROWS: [(i64, &[&str]); 4] = [
    (
        112,
        &[
            "Triple DES with three keys",
            "RSA with 2,048",
            "P-224",
            "SHA-224",
        ],
    ),
    (128, &["AES-128", "RSA with 3,072", "P-256", "SHA-256"]),
    (192, &["AES-192", "RSA with 7,680", "P-384", "SHA-384"]),
    (256, &["AES-256", "P-521", "SHA-512"]),
];

#[test]
fn answers_are_right_key_by_key() {
    let mut strengths = HashSet::new();
    each(&TYPE, Case::draw, |case, level, name| {
        let question = case.clone().tell();
        let says = |figures: &[i64]| {
            says(
                &question,
                &figures.iter().map(i64::to_string).collect::<Vec<_>>(),
                name,
            );
        };
        let expected = match case {
            Case::Shared { people } => {
                assert_eq!(number(&question), whole(couples(people)), "{name}");
                says(&[people]);
                Level::Easy
            }
            Case::Pairs { people } => {
                let keys = (0..people).flat_map(|_| ["public", "private"]).count();
                assert_eq!(
                    number(&question),
                    whole(i64::try_from(keys).expect("few")),
                    "{name}"
                );
                says(&[people]);
                Level::Easy
            }
            Case::Join { people, more } => {
                // One after the other comes in and makes a key with everybody who is there.
                let new: i64 = (0..more)
                    .map(|of| (0..people + of).map(|_| 1).sum::<i64>())
                    .sum();
                assert_eq!(number(&question), whole(new), "{name}");
                says(&[people, more]);
                Level::Medium
            }
            Case::Tries { bits, speed } => {
                // Seconds, doubled until half of the keys are tried.
                let (mut tried, mut n) = (1_u128 << speed, 0);
                while tried < (1_u128 << (bits - 1)) {
                    tried *= 2;
                    n += 1;
                }
                assert_eq!(number(&question), whole(n), "{name}");
                says(&[bits, speed]);
                Level::Medium
            }
            Case::Search {
                letters,
                length,
                speed,
            } => {
                // The number of the last password, counted as an odometer shows it.
                let space = (0..length).fold(0_i128, |last, _| {
                    last * i128::from(letters) + i128::from(letters - 1)
                }) + 1;
                let tried = number(&question) * whole(3_600) * whole(speed) * whole(1_000_000);
                assert_eq!(tried * whole(2), space.into(), "{name}");
                says(&[letters, length]);
                crate::says(
                    &question,
                    &[format!("{} million", plain(whole(speed)))],
                    name,
                );
                Level::Hard
            }
            Case::Weakest { .. } => {
                let least = ROWS
                    .iter()
                    .find(|(_, names)| names.iter().any(|of| question.stem.contains(of)))
                    .expect("it stands in the table");
                let found: usize = ROWS
                    .iter()
                    .map(|(_, names)| {
                        names
                            .iter()
                            .filter(|of| question.stem.contains(**of))
                            .count()
                    })
                    .sum();
                assert_eq!(found, 3, "{name}: three algorithms of the table");
                assert_eq!(text(&question), format!("{} bits", least.0), "{name}");
                assert!(!wrong(&question).contains(&text(&question)), "{name}");
                strengths.insert(least.0);
                Level::Hard
            }
        };
        assert_eq!(level, expected, "{name}");
    });
    assert_eq!(strengths, HashSet::from([112, 128, 192]));
}
