//! Risk indicators, month by month, and a list of which of them count what has happened.

use std::collections::{HashMap, HashSet};

use crate::{each, number, says, text, wrong};
use cairn::deck::item::Level;
use cairn::drill::number::whole;
use cairn::drill::types::kri_threshold::{Case, Indicator, TYPE};

/// What only outcomes have: they were lost, paid, failed, missed, taken or caused.
const OUTCOMES: [&str; 20] = [
    "had to be",
    "Cost of",
    "caused",
    "took last year",
    "taken over",
    "was lost",
    "were lost",
    "resets after",
    "were told",
    "downtime in",
    "were paid",
    "failed in an emergency",
    "were missed",
    "were claimed",
    "complaints after",
    "rolled back",
    "that was paid",
    "Penalties",
    "Outages",
    "Credits",
];

fn counts_an_outcome(name: &str) -> bool {
    OUTCOMES.iter().any(|of| name.contains(of))
}

/// Lets all of them go on until one is beyond its limit; those that are in the first such month.
fn first(indicators: &[Indicator]) -> Vec<&'static str> {
    let mut values: Vec<i64> = indicators.iter().map(|of| of.now).collect();
    loop {
        for (value, of) in values.iter_mut().zip(indicators) {
            *value += of.change;
        }
        let beyond: Vec<&str> = indicators
            .iter()
            .zip(&values)
            .filter(|(of, value)| {
                if of.change > 0 {
                    **value > of.limit
                } else {
                    **value < of.limit
                }
            })
            .map(|(of, _)| of.name)
            .collect();
        if !beyond.is_empty() {
            return beyond;
        }
    }
}

#[test]
fn answers_are_right_month_by_month() {
    let (mut colours, mut leading) = (HashMap::new(), HashSet::new());
    let (mut races, mut nearest_wins) = (0, 0);
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
            Case::Colour {
                count,
                all,
                appetite,
                tolerance,
                ..
            } => {
                assert!(count > 0 && count < all, "{name}: {count} of {all}");
                // How many are wanted and tolerated, counted up.
                let most = |percent: i64| {
                    (0..=all)
                        .rfind(|of| of * 100 <= percent * all)
                        .expect("none is always fine")
                };
                let right = match count {
                    _ if count <= most(appetite) => "Green",
                    _ if count <= most(tolerance) => "Amber",
                    _ => "Red",
                };
                assert!(
                    text(&question).starts_with(right),
                    "{name}: {}",
                    text(&question)
                );
                assert!(
                    wrong(&question).iter().all(|of| !of.starts_with(right)),
                    "{name}"
                );
                *colours.entry(right).or_insert(0) += 1;
                says(&[count, all, appetite, tolerance]);
                Level::Easy
            }
            Case::Month {
                now,
                change,
                appetite,
                tolerance,
                ..
            } => {
                let (mut value, mut months) = (now, 0);
                while value <= tolerance {
                    value += change;
                    months += 1;
                }
                assert_eq!(number(&question), whole(months), "{name}");
                assert!(now <= appetite && appetite < tolerance, "{name}");
                says(&[now, change, appetite, tolerance]);
                Level::Medium
            }
            Case::Leads { .. } => {
                assert!(
                    !counts_an_outcome(text(&question)),
                    "{name}: {}",
                    text(&question)
                );
                assert_eq!(wrong(&question).len(), 3, "{name}");
                for of in wrong(&question) {
                    assert!(counts_an_outcome(of), "{name}: {of}");
                }
                leading.insert(text(&question).to_owned());
                Level::Medium
            }
            Case::First { indicators } => {
                assert_eq!(first(&indicators), [text(&question)], "{name}");
                races += 1;
                let nearest = indicators
                    .iter()
                    .min_by_key(|of| (of.limit - of.now).abs())
                    .expect("four");
                nearest_wins += i32::from(nearest.name == text(&question));
                for of in indicators {
                    assert!(of.limit > 0, "{name}");
                    says(&[of.now, of.change.abs(), of.limit]);
                }
                Level::Hard
            }
        };
        assert_eq!(level, expected, "{name}");
    });
    assert_eq!(leading.len(), 15);
    assert!(colours.values().all(|count| *count > 1_500), "{colours:?}");
    // Not simply the one with the least to go.
    assert!(nearest_wins * 4 < races * 3, "{nearest_wins} of {races}");
}
