//! One month and its forecast.

use super::{in_dollars, in_percent, mistake, money, one, size};
use crate::drill::number::{dollars, ratio, whole};
use crate::drill::question::Question;

pub(super) fn variance(forecast: i64, actual: i64) -> Question {
    let value = size(ratio((actual - forecast) * 100, forecast));
    let side = if actual > forecast { "above" } else { "below" };
    let (planned, billed) = (money(forecast), money(actual));
    Question {
        stem: format!(
            "The forecast for a month was {planned}; the bill is {billed}. By what percentage is it {side} the forecast?"
        ),
        wanted: in_percent(
            value,
            vec![
                mistake(
                    "of the actual",
                    size(ratio((actual - forecast) * 100, actual)),
                    format!("The difference was divided by the bill; variance is measured against the forecast of {planned}."),
                ),
                mistake(
                    "actual by forecast",
                    ratio(actual * 100, forecast),
                    "That is the bill in percent of the forecast, not the difference.".to_owned(),
                ),
                mistake(
                    "of the mean",
                    size(ratio((actual - forecast) * 200, actual + forecast)),
                    "The difference was divided by the mean of forecast and bill; variance is measured against the forecast.".to_owned(),
                ),
                mistake(
                    "ten times too little",
                    value / whole(10),
                    "The decimal point slipped by one place.".to_owned(),
                ),
            ],
        ),
        why: format!("{} of {planned} is {} %.", money((actual - forecast).abs()), one(value)),
        working: format!(
            "Difference: {} {side} the forecast. {} / {planned} = **{} %**.",
            money((actual - forecast).abs()),
            money((actual - forecast).abs()),
            one(value)
        ),
    }
}

pub(super) fn run_rate(spent: i64, days: i64, month: i64) -> Question {
    let daily = ratio(spent, days);
    let value = daily * whole(month);
    let so_far = money(spent);
    Question {
        stem: format!(
            "After {days} of {month} days a month has cost {so_far}. At this run rate, what will the whole month cost?"
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "days left alone",
                    daily * whole(month - days),
                    format!(
                        "That is what the {} days still to come cost; the {so_far} are to be added.",
                        month - days
                    ),
                ),
                mistake(
                    "whole month added",
                    value + whole(spent),
                    format!("The first {days} days were counted twice."),
                ),
                mistake(
                    "spent times days left",
                    whole(spent) * ratio(month, month - days),
                    format!(
                        "The {so_far} were divided by the days that are left; they were spent in {days} days."
                    ),
                ),
            ],
        ),
        why: format!("{} a day for {month} days.", dollars(daily)),
        working: format!(
            "{so_far} / {days} = {} a day. {} x {month} = **{}**.",
            dollars(daily),
            dollars(daily),
            dollars(value)
        ),
    }
}
