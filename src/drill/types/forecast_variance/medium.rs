//! A budget, and errors of several months.

use super::{in_percent, mistake, money, one, size};
use crate::drill::number::{Ratio, dollars, ratio, whole};
use crate::drill::question::Question;

pub(super) fn over_budget(spent: i64, days: i64, month: i64, budget: i64) -> Question {
    let daily = ratio(spent, days);
    let end = daily * whole(month);
    let limit = whole(budget);
    let value = (end - limit) / limit * whole(100);
    let (so_far, planned) = (money(spent), money(budget));
    Question {
        stem: format!(
            "After {days} of {month} days a month has cost {so_far}. Its budget is {planned}. At this run rate, how far above the budget will it end?"
        ),
        wanted: in_percent(
            value,
            vec![
                mistake(
                    "of the forecast",
                    (end - limit) / end * whole(100),
                    format!("The difference was divided by the {} of the run rate; it is measured on the budget.", dollars(end)),
                ),
                mistake(
                    "forecast by budget",
                    end / limit * whole(100),
                    "That is the whole month as a part of the budget; above it is what exceeds 100 %.".to_owned(),
                ),
                mistake(
                    "spent of the budget",
                    whole(spent) / limit * whole(100),
                    format!("That is how much of the budget {days} days have used."),
                ),
            ],
        ),
        why: format!("The month will cost {}, {} above its budget.", dollars(end), dollars(end - limit)),
        working: format!(
            "{so_far} / {days} = {} a day, x {month} = {}. {} - {planned} = {}. {} / {planned} = **{} %**.",
            dollars(daily),
            dollars(end),
            dollars(end),
            dollars(end - limit),
            dollars(end - limit),
            one(value)
        ),
    }
}

pub(super) fn error(forecast: [i64; 3], actual: [i64; 3]) -> Question {
    let pairs = || forecast.into_iter().zip(actual);
    let errors: Vec<Ratio> = pairs()
        .map(|(planned, billed)| ratio((billed - planned) * 100, planned))
        .collect();
    let sum =
        |of: &dyn Fn(Ratio) -> Ratio| errors.iter().fold(whole(0), |sum, error| sum + of(*error));
    let value = sum(&size) / whole(3);
    let (all_planned, all_billed): (i64, i64) = (forecast.iter().sum(), actual.iter().sum());
    let list: Vec<String> = pairs()
        .enumerate()
        .map(|(place, (planned, billed))| {
            format!(
                "- month {}: forecast {}, bill {}",
                place + 1,
                money(planned),
                money(billed)
            )
        })
        .collect();
    let sizes: Vec<String> = errors
        .iter()
        .map(|error| format!("{} %", one(size(*error))))
        .collect();
    let most = errors
        .iter()
        .map(|error| size(*error))
        .max()
        .unwrap_or(value);
    Question {
        stem: format!(
            "Three months:\n\n{}\n\nHow far from the forecast was a month on average, whatever the direction (the mean absolute error in percent)?",
            list.join("\n")
        ),
        wanted: in_percent(
            value,
            vec![
                mistake(
                    "signs kept",
                    size(sum(&|error| error)) / whole(3),
                    "Too much in one month does not make up for too little in another: take the size of each error.".to_owned(),
                ),
                mistake(
                    "sums compared",
                    size(ratio((all_billed - all_planned) * 100, all_planned)),
                    format!("The sums {} and {} hide the errors of the months.", money(all_planned), money(all_billed)),
                ),
                mistake("largest error", most, "That is the largest error of the three.".to_owned()),
                mistake(
                    "errors added",
                    sum(&size),
                    "The three errors were added and not divided by 3.".to_owned(),
                ),
            ],
        ),
        why: format!("({}) / 3 = {} %.", sizes.join(" + "), one(value)),
        working: format!(
            "Each error in percent of its forecast, without sign: {}. Their mean is **{} %**.",
            sizes.join(", "),
            one(value)
        ),
    }
}
