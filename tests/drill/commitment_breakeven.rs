//! Break-even of commitments, found by paying hour after hour and month after month, in tenths of a cent.

use crate::{each, number, says};
use cairn::deck::item::Level;
use cairn::drill::number::{Ratio, dollars, whole};
use cairn::drill::types::commitment_breakeven::{Case, TYPE};

/// Dollars as tenths of a cent, which all prices are whole numbers of.
fn mills(price: Ratio) -> i64 {
    let mills = price * whole(1_000);
    assert!(mills.is_integer(), "{price}");
    mills.to_integer() as i64
}

/// The first hour after which on demand has cost as much as this, and whether it is exactly as much.
fn first_hour(hourly: i64, cost: i64) -> (i64, bool) {
    let (mut hours, mut spent) = (0, 0);
    // Whole days while there is far to go.
    while spent + 24 * hourly < cost {
        hours += 24;
        spent += 24 * hourly;
    }
    while spent < cost {
        hours += 1;
        spent += hourly;
    }
    (hours, spent == cost)
}

fn check_hours(hourly: Ratio, cost: i64, value: Ratio, name: &str) {
    let (hours, is_exact) = first_hour(mills(hourly), cost);
    assert!(is_exact && (1..730).contains(&hours), "{name}: {hours}");
    assert_eq!(value, whole(hours), "{name}");
}

#[test]
fn answers_are_right_by_paying_bill_after_bill() {
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.clone().tell();
        let value = number(&question);
        match case {
            Case::Hours { on_demand, monthly } => {
                check_hours(on_demand, mills(monthly), value, name);
                says(&question, &[dollars(on_demand), dollars(monthly)], name);
            }
            Case::Share {
                on_demand,
                reserved,
            } => {
                // At this part both cost the same for any number of hours.
                assert_eq!(
                    value * whole(mills(on_demand)) * whole(7),
                    whole(mills(reserved) * 700),
                    "{name}"
                );
                assert!(value > whole(20) && value < whole(90), "{name}");
                says(&question, &[dollars(on_demand), dollars(reserved)], name);
            }
            Case::Month {
                on_demand,
                reserved,
                upfront,
            } => {
                let (mut month, mut left, mut right) = (0, 0, mills(upfront));
                while right >= left {
                    month += 1;
                    left += 730 * mills(on_demand);
                    right += 730 * mills(reserved);
                }
                assert_eq!(value, whole(month), "{name}");
                assert!(month <= 12, "{name}: it never pays");
                says(
                    &question,
                    &[dollars(on_demand), dollars(reserved), dollars(upfront)],
                    name,
                );
            }
            Case::Upfront {
                on_demand,
                upfront,
                years,
            } => {
                let (hours, _) = first_hour(mills(on_demand), mills(upfront));
                let all = years * 365 * 24;
                // The exact hour lies within the last one counted.
                let exact = value * whole(all) / whole(100);
                assert!(exact <= whole(hours) && exact > whole(hours - 1), "{name}");
                assert!(hours < all, "{name}");
                says(&question, &[dollars(on_demand), dollars(upfront)], name);
            }
            Case::Partial {
                on_demand,
                monthly,
                upfront,
                years,
            } => {
                let months = 12 * years;
                let cost = mills(upfront) + (0..months).map(|_| mills(monthly)).sum::<i64>();
                let (hours, is_exact) = first_hour(mills(on_demand), cost);
                assert!(is_exact && hours % months == 0, "{name}");
                assert_eq!(value, whole(hours / months), "{name}");
                says(
                    &question,
                    &[dollars(on_demand), dollars(monthly), dollars(upfront)],
                    name,
                );
            }
            Case::Ended {
                on_demand,
                monthly,
                upfront,
                months,
            } => {
                let (mut left, mut right) = (0, mills(upfront));
                for month in 1..=12 {
                    right += mills(monthly);
                    if month <= months {
                        left += mills(on_demand);
                    }
                }
                assert_eq!(value, whole((left - right).abs()) / whole(1_000), "{name}");
                assert_ne!(left, right, "{name}: equal");
                // Over its whole term the reservation would have been worth it.
                assert!(mills(on_demand) * 12 > right, "{name}: never worth it");
                says(
                    &question,
                    &[dollars(on_demand), dollars(monthly), dollars(upfront)],
                    name,
                );
            }
        }
    });
}

#[test]
fn levels_add_what_is_paid_at_the_start() {
    each(&TYPE, Case::draw, |case, level, name| {
        let expected = match case {
            Case::Hours { .. } | Case::Share { .. } => Level::Easy,
            Case::Month { .. } | Case::Upfront { .. } => Level::Medium,
            Case::Partial { .. } | Case::Ended { .. } => Level::Hard,
        };
        assert_eq!(level, expected, "{name}");
    });
}
