//! Forecasts, found by adding day after day and multiplying back.

use crate::{each, number, says};
use cairn::deck::item::Level;
use cairn::drill::number::{dollars, whole};
use cairn::drill::types::forecast_variance::{Case, TYPE};

fn money(value: i64) -> String {
    dollars(whole(value))
}

/// What a month costs in cents, day after day; the days so far have cost the same each.
fn month_in_cents(spent: i64, days: i64, month: i64) -> i64 {
    assert_eq!(spent * 100 % days, 0);
    (0..month).map(|_| spent * 100 / days).sum()
}

#[test]
fn answers_are_right_by_adding_days() {
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.clone().tell();
        let value = number(&question);
        assert!(value > whole(0), "{name}: {case:?}");
        match case {
            Case::Variance { forecast, actual } => {
                // The forecast, moved by the answer in the direction that is told, is the bill.
                let moved = value * whole(forecast) / whole(100);
                let (side, bill) = if actual > forecast {
                    ("above", whole(forecast) + moved)
                } else {
                    ("below", whole(forecast) - moved)
                };
                assert_eq!(bill, whole(actual), "{name}");
                says(
                    &question,
                    &[money(forecast), money(actual), side.into()],
                    name,
                );
            }
            Case::RunRate { spent, days, month } => {
                let cents = month_in_cents(spent, days, month);
                assert_eq!(value * whole(100), whole(cents), "{name}");
                says(
                    &question,
                    &[money(spent), format!("{days} of {month} days")],
                    name,
                );
            }
            Case::Budget {
                spent,
                days,
                month,
                budget,
            } => {
                let cents = month_in_cents(spent, days, month);
                assert_eq!((whole(100) + value) * whole(budget), whole(cents), "{name}");
                assert!(value > whole(5), "{name}");
                let told = [
                    money(spent),
                    money(budget),
                    format!("{days} of {month} days"),
                ];
                says(&question, &told, name);
            }
            Case::MeanError { forecast, actual } => {
                // Over a common denominator: the product of the forecasts.
                let all: i128 = forecast.iter().map(|of| i128::from(*of)).product();
                let mut errors = 0;
                for (planned, billed) in forecast.into_iter().zip(actual) {
                    let apart = i128::from((billed - planned).abs());
                    errors += 100 * apart * (all / i128::from(planned));
                }
                assert_eq!(*value.numer() * 3 * all, errors * *value.denom(), "{name}");
                says(&question, &forecast.map(money), name);
                says(&question, &actual.map(money), name);
            }
            Case::Once {
                spent,
                once,
                days,
                month,
            } => {
                let cents = month_in_cents(spent - once, days, month) + once * 100;
                assert_eq!(value * whole(100), whole(cents), "{name}");
                let told = [money(spent), money(once), format!("{days} of {month} days")];
                says(&question, &told, name);
            }
            Case::Anomalies {
                usual,
                days,
                percent,
                least,
            } => {
                let mut reported = 0;
                for bill in days {
                    let is_much = 100 * bill > usual * (100 + percent);
                    if is_much && bill > usual + least {
                        reported += 1;
                    }
                    assert!(
                        100 * bill != usual * (100 + percent),
                        "{name}: on the threshold"
                    );
                    assert!(
                        bill != usual + least && bill > 0,
                        "{name}: on the threshold"
                    );
                }
                assert_eq!(value, whole(reported), "{name}");
                says(&question, &days.map(money), name);
                says(
                    &question,
                    &[money(usual), money(least), format!("{percent} %")],
                    name,
                );
            }
        }
    });
}

#[test]
fn levels_add_a_budget_and_then_what_is_out_of_the_ordinary() {
    each(&TYPE, Case::draw, |case, level, name| {
        let expected = match case {
            Case::Variance { .. } | Case::RunRate { .. } => Level::Easy,
            Case::Budget { .. } | Case::MeanError { .. } => Level::Medium,
            Case::Once { .. } | Case::Anomalies { .. } => Level::Hard,
        };
        assert_eq!(level, expected, "{name}");
    });
}
