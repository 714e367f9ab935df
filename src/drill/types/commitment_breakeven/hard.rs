//! The hard questions.

use super::{HOURS, mistake, years_of};
use crate::drill::number::{Precision, Ratio, Unit, dollars, plain, whole};
use crate::drill::question::{Question, Wanted};

pub(super) fn partial(on_demand: Ratio, monthly: Ratio, upfront: Ratio, years: i64) -> Question {
    let months = whole(12 * years);
    let spread = upfront / months;
    let value = (spread + monthly) / on_demand;
    let (price, fee, start) = (dollars(on_demand), dollars(monthly), dollars(upfront));
    Question {
        stem: format!(
            "A server costs {price} per hour on demand. Reserved for {} it costs {start} at the start and {fee} per month, used or not. How many hours must it run in an average month so that the reservation breaks even over its term?",
            years_of(years)
        ),
        wanted: Wanted::Number {
            value,
            unit: HOURS,
            precision: Precision::Exact,
            mistakes: vec![
                mistake(
                    "upfront forgotten",
                    monthly / on_demand,
                    format!(
                        "The {start} at the start belongs to the cost of the months, too: {} to each.",
                        dollars(spread)
                    ),
                ),
                mistake(
                    "monthly fee forgotten",
                    spread / on_demand,
                    format!("The {fee} of each month comes on top of what was paid at the start."),
                ),
                mistake(
                    "upfront not spread",
                    (upfront + monthly) / on_demand,
                    format!(
                        "The {start} is paid once for {} months, not in each of them.",
                        plain(months)
                    ),
                ),
                mistake(
                    "spread over the wrong term",
                    (upfront / whole(if years == 1 { 36 } else { 12 }) + monthly) / on_demand,
                    format!("The term has {} months.", plain(months)),
                ),
            ],
        },
        why: format!(
            "({} + {fee}) / {price} = {} hours.",
            dollars(spread),
            plain(value)
        ),
        working: format!(
            "Spread over {} months, the {start} is {} per month. With the fee, a month costs {} + {fee} = {}. On demand, that buys {} / {price} = **{} hours**.",
            plain(months),
            dollars(spread),
            dollars(spread),
            dollars(spread + monthly),
            dollars(spread + monthly),
            plain(value)
        ),
    }
}

pub(super) fn ended(on_demand: Ratio, monthly: Ratio, upfront: Ratio, months: i64) -> Question {
    let paid = on_demand * whole(months);
    let term = upfront + monthly * whole(12);
    let apart = |a: Ratio, b: Ratio| if a > b { a - b } else { b - a };
    let value = apart(paid, term);
    let verdict = if paid > term { "less" } else { "more" };
    let (price, fee, start) = (dollars(on_demand), dollars(monthly), dollars(upfront));
    Question {
        stem: format!(
            "On demand a server costs {price} per month. Reserved for a year it costs {start} at the start and {fee} in each of the 12 months; it cannot be sold or given back. The work ends after {months} months. How far apart are the total costs of the two ways, whichever is cheaper?"
        ),
        wanted: Wanted::Number {
            value,
            unit: Unit::Dollars,
            precision: Precision::Places(2),
            mistakes: vec![
                mistake(
                    "fee ends with the work",
                    apart(paid, upfront + monthly * whole(months)),
                    format!("The fee of {fee} is owed for all 12 months, not for {months}."),
                ),
                mistake(
                    "upfront forgotten",
                    apart(paid, monthly * whole(12)),
                    format!("The {start} paid at the start is part of the cost."),
                ),
                mistake(
                    "on demand for the whole term",
                    apart(on_demand * whole(12), term),
                    format!("On demand is paid only while the server runs: {months} months."),
                ),
                mistake(
                    "upfront for the months used",
                    apart(paid, (upfront / whole(12) + monthly) * whole(months)),
                    format!("Nothing comes back: all of the {start} and all 12 fees are spent."),
                ),
            ],
        },
        why: format!(
            "The reservation costs {}, on demand {}.",
            dollars(term),
            dollars(paid)
        ),
        working: format!(
            "On demand: {months} x {price} = {}. Reserved: {start} + 12 x {fee} = {}, owed to the end of the term. The reservation costs **{}** {verdict}.",
            dollars(paid),
            dollars(term),
            dollars(value)
        ),
    }
}
