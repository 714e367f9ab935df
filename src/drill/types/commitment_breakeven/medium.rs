//! The questions of the middle.

use super::{MONTH, YEAR, mistake, years_of};
use crate::drill::number::{Precision, Ratio, Unit, dollars, plain, rounded, whole};
use crate::drill::question::{Mistake, Question, Wanted};

pub(super) fn month(on_demand: Ratio, reserved: Ratio, upfront: Ratio) -> Question {
    let hourly = on_demand - reserved;
    let saved = hourly * whole(MONTH);
    let exact = upfront / saved;
    let value = exact.ceil();
    let (price, rate, start) = (dollars(on_demand), dollars(reserved), dollars(upfront));
    Question {
        stem: format!(
            "A server that always runs costs {price} per hour on demand. Reserved for a year it costs {start} at the start and then {rate} per hour. A month has {MONTH} hours. After how many whole months has the reservation cost less in total than on demand?"
        ),
        wanted: Wanted::Number {
            value,
            unit: Unit::Word("month", "months"),
            precision: Precision::Exact,
            mistakes: vec![
                mistake(
                    "rounded down",
                    value - whole(1),
                    format!(
                        "After {} of {} months the {start} has not come back yet.",
                        plain(value - whole(1)),
                        plain(rounded(exact, 1))
                    ),
                ),
                mistake(
                    "hourly fee forgotten",
                    (upfront / (on_demand * whole(MONTH))).ceil(),
                    format!(
                        "The reservation still costs {rate} per hour: only {} of each hour is saved.",
                        dollars(hourly)
                    ),
                ),
                mistake(
                    "divided by the reserved fee",
                    (upfront / (reserved * whole(MONTH))).ceil(),
                    format!(
                        "What pays the {start} back is the saving of {} per hour, not the fee of {rate}.",
                        dollars(hourly)
                    ),
                ),
                mistake(
                    "whole term",
                    whole(12),
                    "It pays for the term, but it breaks even before the term ends.".to_owned(),
                ),
            ],
        },
        why: format!(
            "{start} / {} saved per month = {} months, so it takes {}.",
            dollars(saved),
            plain(rounded(exact, 2)),
            plain(value)
        ),
        working: format!(
            "Each hour saves {price} - {rate} = {}, each month {} x {MONTH} = {}. {start} / {} = {} months, so the reservation has cost less after **{}** months.",
            dollars(hourly),
            dollars(hourly),
            dollars(saved),
            dollars(saved),
            plain(rounded(exact, 2)),
            plain(value)
        ),
    }
}

/// The part of the hours of a term that is not the one of the question.
fn other_term(value: Ratio, years: i64) -> Mistake {
    if years == 1 {
        let why = "That spreads the price over three years; it pays for one.";
        mistake("three years", value / whole(3), why)
    } else {
        let why = format!(
            "That sets the price against the {} hours of one year; it pays for {years} years.",
            plain(whole(YEAR))
        );
        mistake("one year", value * whole(years), why)
    }
}

pub(super) fn all_upfront(on_demand: Ratio, upfront: Ratio, years: i64) -> Question {
    let all = YEAR * years;
    let needed = upfront / on_demand;
    let value = needed / whole(all) * whole(100);
    let (price, start, term) = (dollars(on_demand), dollars(upfront), years_of(years));
    let answer = plain(rounded(value, 1));
    Question {
        stem: format!(
            "A server costs {price} per hour on demand. Reserved for {term} it costs {start}, all of it paid at the start. A year has {} hours. What part of the hours of the term must the server run so that the reservation breaks even?",
            plain(whole(YEAR))
        ),
        wanted: Wanted::Number {
            value,
            unit: Unit::Percent,
            precision: Precision::Places(1),
            mistakes: vec![
                mistake(
                    "discount",
                    whole(100) - value,
                    "That is the part of the hours that may go unused.".to_owned(),
                ),
                mistake(
                    "every hour",
                    whole(100),
                    "At full use the reservation has long been cheaper.".to_owned(),
                ),
                mistake(
                    "half",
                    whole(50),
                    "Half is a guess; the two prices decide.".to_owned(),
                ),
                other_term(value, years),
            ],
        },
        why: format!(
            "{start} buys {} hours on demand, of {} in the term.",
            plain(rounded(needed, 1)),
            plain(whole(all))
        ),
        working: format!(
            "For {start} the server runs {start} / {price} = {} hours on demand. The term has {} hours: {} / {} = **{answer} %**.",
            plain(rounded(needed, 1)),
            plain(whole(all)),
            plain(rounded(needed, 1)),
            plain(whole(all))
        ),
    }
}
