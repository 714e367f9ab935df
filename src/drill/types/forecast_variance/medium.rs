//! A budget, and errors of several months.

use super::{in_percent, mistake, money, one, size};
use crate::drill::number::{Ratio, dollars, ratio, whole};
use crate::drill::question::{Mistake, Question};

pub(super) fn over_budget(spent: i64, days: i64, month: i64, budget: i64) -> Question {
    let daily = ratio(spent, days);
    let end = daily * whole(month);
    let limit = whole(budget);
    let value = (end - limit) / limit * whole(100);
    let (so_far, planned) = (money(spent), money(budget));
    Question {
        stem: format!(
            "After {days} of {month} days a month has cost {so_far}. Its budget is {planned}. At this run rate, by what percentage will it end above the budget?"
        ),
        wanted: in_percent(
            value,
            vec![
                mistake(
                    "of the forecast",
                    (end - limit) / end * whole(100),
                    format!("The difference was divided by the {} of the run rate; it is measured against the budget.", dollars(end)),
                ),
                mistake(
                    "forecast by budget",
                    end / limit * whole(100),
                    "That is the whole month in percent of the budget; only what exceeds 100 % is above it.".to_owned(),
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

/// The sum of some percentages.
fn sum(of: impl Iterator<Item = Ratio>) -> Ratio {
    of.fold(whole(0), |sum, percent| sum + percent)
}

pub(super) fn error(forecast: [i64; 3], actual: [i64; 3]) -> Question {
    let pairs = || forecast.into_iter().zip(actual);
    let errors: Vec<Ratio> = pairs()
        .map(|(planned, billed)| ratio((billed - planned) * 100, planned))
        .collect();
    let value = sum(errors.iter().map(|error| size(*error))) / whole(3);
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
    Question {
        stem: format!(
            "Three months:\n\n{}\n\nEach month is measured against its own forecast. By what percentage was a bill off on average, whatever the direction?",
            list.join("\n")
        ),
        wanted: in_percent(value, error_mistakes(forecast, actual, &errors)),
        why: format!("({}) / 3 = {} %.", sizes.join(" + "), one(value)),
        working: format!(
            "Each error in percent of its forecast, without sign: {}. Their mean is **{} %**.",
            sizes.join(", "),
            one(value)
        ),
    }
}

fn error_mistakes(forecast: [i64; 3], actual: [i64; 3], errors: &[Ratio]) -> Vec<Mistake> {
    let (all_planned, all_billed): (i64, i64) = (forecast.iter().sum(), actual.iter().sum());
    let of_bills = forecast
        .into_iter()
        .zip(actual)
        .map(|(planned, billed)| size(ratio((billed - planned) * 100, billed)));
    let sizes = || errors.iter().map(|error| size(*error));
    vec![
        mistake(
            "signs kept",
            size(sum(errors.iter().copied())) / whole(3),
            "Too much in one month does not make up for too little in another: take the size of each error.",
        ),
        mistake(
            "sums compared",
            size(ratio((all_billed - all_planned) * 100, all_planned)),
            format!(
                "The sums {} and {} hide the errors of the months.",
                money(all_planned),
                money(all_billed)
            ),
        ),
        mistake(
            "largest error",
            sizes().max().unwrap_or(whole(0)),
            "That is the largest error of the three.",
        ),
        mistake(
            "of the bills",
            sum(of_bills) / whole(3),
            "Each error was divided by the bill; it is measured against the forecast.",
        ),
        mistake(
            "errors added",
            sum(sizes()),
            "The three errors were added and not divided by 3.",
        ),
    ]
}
