//! Coverage and utilisation, found by billing each half dollar of each hour on its own.

use crate::{each, number, says};
use cairn::deck::item::Level;
use cairn::drill::number::{Ratio, dollars, whole};
use cairn::drill::types::commitment_coverage::{Case, Day, Plan, TYPE};

fn mills(price: Ratio) -> i64 {
    let mills = price * whole(1_000);
    assert!(mills.is_integer(), "{price}");
    mills.to_integer() as i64
}

fn figures(plan: Plan) -> Vec<String> {
    [plan.commitment, plan.used, plan.covered, plan.rest]
        .map(dollars)
        .to_vec()
}

fn day_figures(day: Day) -> Vec<String> {
    vec![
        dollars(day.commitment),
        format!("{} %", day.discount),
        dollars(whole(day.busy)),
        dollars(whole(day.quiet)),
        format!("{} busy hours", day.busy_hours),
    ]
}

/// What a day does, in tenths of a cent: the commitment used, what is covered at prices on demand, and what is not.
fn billed(day: Day) -> (i64, i64, i64) {
    let (mut used, mut covered, mut rest) = (0, 0, 0);
    for hour in 0..24 {
        let use_of_it = if hour < day.busy_hours {
            day.busy
        } else {
            day.quiet
        };
        let mut left = mills(day.commitment);
        for _ in 0..use_of_it * 2 {
            // Half a dollar of use at the price of the plan.
            let price = 500 - 5 * day.discount;
            if left >= price {
                left -= price;
                used += price;
                covered += 500;
            } else {
                rest += 500;
            }
        }
    }
    (used, covered, rest)
}

#[test]
fn answers_are_right_by_billing_every_hour() {
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        let value = number(&question);
        // Cross multiplication, so that nothing is divided a second time.
        let is_percent =
            |part: i64, of: i64| assert_eq!(value * whole(of), whole(100 * part), "{name}");
        match case {
            Case::Utilisation(plan) | Case::Coverage(plan) | Case::Rate(plan) => {
                assert!(plan.used <= plan.commitment, "{name}: more than there is");
                assert!(plan.used < plan.covered, "{name}: no discount");
                let [commitment, used, covered, rest] =
                    [plan.commitment, plan.used, plan.covered, plan.rest].map(mills);
                match case {
                    Case::Utilisation(_) => is_percent(used, commitment),
                    Case::Coverage(_) => is_percent(covered, covered + rest),
                    // What is paid is what on demand would cost, less the rate.
                    _ => assert_eq!(
                        (whole(100) - value) * whole(covered + rest),
                        whole(100 * (commitment + rest)),
                        "{name}"
                    ),
                }
                says(&question, &figures(plan), name);
            }
            Case::Month {
                upfront,
                monthly,
                other,
                month,
                is_amortized,
            } => {
                // Both views come to the same over the year.
                let mut ledger = [other + monthly; 12];
                ledger[0] += upfront;
                let year: i64 = ledger.iter().sum();
                let expected = if is_amortized {
                    whole(year) / whole(12)
                } else {
                    whole(ledger[month as usize - 1])
                };
                assert_eq!(value, expected, "{name}");
                let told = [upfront, monthly, other].map(|of| dollars(whole(of)));
                says(&question, &told, name);
                says(&question, &[format!("month {month} ")], name);
            }
            Case::DayUtilisation(day) => {
                is_percent(billed(day).0, 24 * mills(day.commitment));
                says(&question, &day_figures(day), name);
            }
            Case::DayCoverage(day) => {
                let (_, covered, rest) = billed(day);
                is_percent(covered, covered + rest);
                says(&question, &day_figures(day), name);
            }
            Case::DayCost(day) => {
                let cost = 24 * mills(day.commitment) + billed(day).2;
                assert_eq!(value * whole(1_000), whole(cost), "{name}");
                says(&question, &day_figures(day), name);
            }
        }
    });
}

#[test]
fn levels_go_from_an_hour_to_a_day() {
    each(&TYPE, Case::draw, |case, level, name| {
        let expected = match case {
            Case::Utilisation(_) | Case::Coverage(_) => Level::Easy,
            Case::Rate(_) | Case::Month { .. } => Level::Medium,
            Case::DayUtilisation(day) | Case::DayCoverage(day) | Case::DayCost(day) => {
                assert!(day.quiet < day.busy, "{name}");
                Level::Hard
            }
        };
        assert_eq!(level, expected, "{name}");
    });
}
