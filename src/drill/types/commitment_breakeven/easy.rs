//! The easy questions.

use super::{HOURS, MONTH, mistake};
use crate::drill::number::{Precision, Ratio, Unit, dollars, plain, rounded, whole};
use crate::drill::question::{Question, Wanted};

pub(super) fn hours(on_demand: Ratio, monthly: Ratio) -> Question {
    let value = monthly / on_demand;
    let (price, fee) = (dollars(on_demand), dollars(monthly));
    Question {
        stem: format!(
            "A server costs {price} per hour on demand. A reservation for it costs {fee} per month of {MONTH} hours, used or not. How many hours of a month must the server run so that the reservation costs exactly as much as on demand?"
        ),
        wanted: Wanted::Number {
            value,
            unit: HOURS,
            precision: Precision::Exact,
            mistakes: vec![
                mistake(
                    "hours left over",
                    whole(MONTH) - value,
                    format!("So many hours of the {MONTH} may pass unused; the question asks for those used."),
                ),
                mistake(
                    "every hour",
                    whole(MONTH),
                    "The reservation is cheaper per hour, so it pays before the server runs all the time.".to_owned(),
                ),
                mistake(
                    "half of the month",
                    whole(MONTH / 2),
                    "Half the hours is a guess; the two prices decide.".to_owned(),
                ),
                mistake(
                    "a year instead of a month",
                    value * whole(12),
                    "That is the sum of twelve months.".to_owned(),
                ),
            ],
        },
        why: format!("{fee} / {price} per hour = {} hours.", plain(value)),
        working: format!(
            "On demand, h hours cost h x {price}. This equals the {fee} of the reservation at h = {fee} / {price} = **{} hours**. With more hours, the reservation is cheaper.",
            plain(value)
        ),
    }
}

pub(super) fn share(on_demand: Ratio, reserved: Ratio) -> Question {
    let value = reserved / on_demand * whole(100);
    let (price, rate) = (dollars(on_demand), dollars(reserved));
    let answer = plain(rounded(value, 1));
    Question {
        stem: format!(
            "A server costs {price} per hour on demand. With a commitment it costs {rate} for every hour of the term, used or not. What part of the hours must be used so that the commitment breaks even?"
        ),
        wanted: Wanted::Number {
            value,
            unit: Unit::Percent,
            precision: Precision::Places(1),
            mistakes: vec![
                mistake(
                    "discount",
                    whole(100) - value,
                    "That is the discount, which is the part of the hours that may go unused."
                        .to_owned(),
                ),
                mistake(
                    "saving over the price of the commitment",
                    (on_demand - reserved) / reserved * whole(100),
                    format!(
                        "The difference of the prices was divided by {rate}; break-even is {rate} divided by {price}."
                    ),
                ),
                mistake(
                    "every hour",
                    whole(100),
                    "At full use the commitment has long been cheaper.".to_owned(),
                ),
                mistake(
                    "half",
                    whole(50),
                    "Half is a guess; the two prices decide.".to_owned(),
                ),
            ],
        },
        why: format!("{rate} / {price} = {answer} % of the hours."),
        working: format!(
            "Of 100 hours the commitment costs 100 x {rate}, and on demand costs {price} for each hour used. They are equal at {rate} / {price} = **{answer} %**: one minus the discount."
        ),
    }
}
