//! Cost of S3, billed day after day in hundred thousandths of a dollar.

use crate::{each, number, says};
use cairn::deck::item::Level;
use cairn::drill::number::{Ratio, dollars, plain, whole};
use cairn::drill::question::Question;
use cairn::drill::types::s3_cost::{Case, Class, TYPE};

const UNIT: i64 = 100_000;

fn units(price: Ratio) -> i64 {
    let units = price * whole(UNIT);
    assert!(units.is_integer(), "{price}");
    units.to_integer() as i64
}

/// Thirtieths of units that days in a class cost: a day after the last is billed until the minimum is reached.
fn billed(class: Class, stored: i64, days: i64) -> i64 {
    let (mut day, mut cost) = (0, 0);
    while day < days || day < class.least {
        cost += units(class.price) * stored;
        day += 1;
    }
    cost
}

fn told(class: Class) -> [String; 2] {
    [class.name.to_owned(), dollars(class.price)]
}

/// What lifecycles and small objects cost.
fn rules(case: Case, question: &Question, name: &str) {
    let value = number(question);
    let thirtieths = value * whole(UNIT * 30);
    match case {
        Case::Life {
            standard,
            class,
            stored,
            first,
            expiry,
            thousands,
            transition,
        } => {
            let in_standard = Class {
                name: "Standard",
                price: standard,
                least: 0,
            };
            let cost = billed(in_standard, stored, first)
                + billed(class, stored, expiry - first)
                + 30 * units(transition) * thousands;
            assert_eq!(thirtieths, whole(cost), "{name}");
            // Standard-IA takes objects after 30 days at the earliest.
            assert!(first >= 30, "{name}");
            says(question, &told(class), name);
            let figures = [
                plain(whole(stored)),
                dollars(standard),
                dollars(transition),
                format!("after {first} days"),
                format!("expire {expiry} days"),
                format!("at least {} days", class.least),
                plain(whole(thousands * 1_000)),
            ];
            says(question, &figures, name);
        }
        Case::Small {
            class,
            objects,
            size,
        } => {
            let each = size.max(128);
            let cost = i128::from(objects) * i128::from(each) * i128::from(units(class.price));
            assert_eq!(
                value * whole(UNIT * 1_024 * 1_024),
                Ratio::from_integer(cost),
                "{name}"
            );
            says(question, &told(class), name);
            says(
                question,
                &[plain(whole(objects)), format!("{size} KB")],
                name,
            );
        }
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn answers_are_right_by_billing_every_day() {
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        let value = number(&question);
        let thirtieths = value * whole(UNIT * 30);
        match case {
            Case::Retrieved {
                class,
                stored,
                read,
                retrieval,
            } => {
                let cost = billed(class, stored, 30) + 30 * units(retrieval) * read;
                assert_eq!(thirtieths, whole(cost), "{name}");
                assert!(read > 0 && read < stored, "{name}");
                says(&question, &told(class), name);
                says(
                    &question,
                    &[plain(whole(stored)), plain(whole(read)), dollars(retrieval)],
                    name,
                );
            }
            Case::Deleted {
                class,
                stored,
                days,
            } => {
                assert_eq!(thirtieths, whole(billed(class, stored, days)), "{name}");
                says(&question, &told(class), name);
                let figures = [
                    plain(whole(stored)),
                    format!("{days} days"),
                    format!("{} days", class.least),
                ];
                says(&question, &figures, name);
            }
            Case::Even {
                standard,
                class,
                stored,
                retrieval,
            } => {
                // With so much read, both bills are the same.
                let left = standard * whole(stored);
                let right = class.price * whole(stored) + value * retrieval;
                assert_eq!(left, right, "{name}");
                says(&question, &told(class), name);
                says(
                    &question,
                    &[plain(whole(stored)), dollars(standard), dollars(retrieval)],
                    name,
                );
            }
            other => rules(other, &question, name),
        }
    });
}

#[test]
fn levels_go_from_a_month_to_a_life() {
    each(&TYPE, Case::draw, |case, level, name| {
        let expected = match case {
            Case::Retrieved { .. } => Level::Easy,
            Case::Deleted { .. } | Case::Even { .. } => Level::Medium,
            Case::Life { .. } | Case::Small { .. } => Level::Hard,
        };
        assert_eq!(level, expected, "{name}");
    });
}
