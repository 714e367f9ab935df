//! Questions on one month.

use super::{Plan, in_percent, mistake, one, percent};
use crate::drill::number::{Precision, Unit, dollars, ratio, whole};
use crate::drill::question::{Mistake, Question, Wanted};

pub(super) fn told(plan: Plan) -> String {
    format!(
        "The hours of a month add up to a Savings Plan commitment of {}, of which {} is used. At on-demand prices, the use that it covers would cost {}. Further eligible use, in the busy hours, costs {} on demand.",
        dollars(plan.commitment),
        dollars(plan.used),
        dollars(plan.covered),
        dollars(plan.rest)
    )
}

pub(super) fn utilisation(plan: Plan) -> Question {
    let value = percent(plan.used, plan.commitment);
    let (used, commitment) = (dollars(plan.used), dollars(plan.commitment));
    let covered = percent(plan.covered, plan.covered + plan.rest);
    Question {
        stem: format!("{} What is the utilisation of the plan?", told(plan)),
        wanted: in_percent(
            value,
            vec![
                mistake(
                    "coverage",
                    covered,
                    "That is the coverage: it asks how much of the use is covered, not how much of the commitment is used.".to_owned(),
                ),
                mistake(
                    "unused part",
                    whole(100) - value,
                    "That is the part of the commitment which is wasted.".to_owned(),
                ),
                mistake(
                    "commitment of all that is paid",
                    percent(plan.used, plan.used + plan.rest),
                    format!("What is billed on demand says nothing about how much of the {commitment} is used."),
                ),
                mistake(
                    "commitment of the price on demand",
                    percent(plan.used, plan.covered),
                    "That compares the price of the plan with the one on demand; the rest up to 100 % is the discount.".to_owned(),
                ),
            ],
        ),
        why: format!("{used} of {commitment} is used: {} %.", one(value)),
        working: format!(
            "Utilisation = used commitment / commitment = {used} / {commitment} = **{} %**.",
            one(value)
        ),
    }
}

pub(super) fn coverage(plan: Plan) -> Question {
    let all = plan.covered + plan.rest;
    let value = percent(plan.covered, all);
    let (covered, rest) = (dollars(plan.covered), dollars(plan.rest));
    Question {
        stem: format!("{} What is the coverage of the month?", told(plan)),
        wanted: in_percent(
            value,
            vec![
                mistake(
                    "utilisation",
                    percent(plan.used, plan.commitment),
                    "That is the utilisation: it asks how much of the commitment is used, not how much of the use is covered.".to_owned(),
                ),
                mistake(
                    "price of the plan",
                    percent(plan.used, plan.used + plan.rest),
                    format!("Coverage is counted at on-demand prices: the covered use counts as {covered}, not as {}.", dollars(plan.used)),
                ),
                mistake(
                    "uncovered part",
                    whole(100) - value,
                    "That is the part which is not covered.".to_owned(),
                ),
                mistake(
                    "covered by uncovered",
                    percent(plan.covered, plan.rest),
                    format!("The covered use was divided by the {rest} that is not covered, not by all of it."),
                ),
            ],
        ),
        why: format!("{covered} of {} at on-demand prices: {} %.", dollars(all), one(value)),
        working: format!(
            "Coverage = covered use / all eligible use, both at on-demand prices = {covered} / ({covered} + {rest}) = {covered} / {} = **{} %**.",
            dollars(all),
            one(value)
        ),
    }
}

pub(super) fn rate(plan: Plan) -> Question {
    let all = plan.covered + plan.rest;
    let paid = plan.commitment + plan.rest;
    let value = percent(all - paid, all);
    let (commitment, rest) = (dollars(plan.commitment), dollars(plan.rest));
    Question {
        stem: format!(
            "{} How much cheaper is all of this than it would be without the plan (the effective savings rate)?",
            told(plan)
        ),
        wanted: in_percent(
            value,
            vec![
                mistake(
                    "unused commitment forgotten",
                    percent(plan.covered - plan.used, all),
                    format!("All of the {commitment} is paid, also what nobody used."),
                ),
                mistake(
                    "discount of the plan",
                    percent(plan.covered - plan.used, plan.covered),
                    "That is the discount of the covered use alone; the month as a whole saves less."
                        .to_owned(),
                ),
                mistake(
                    "paid part",
                    percent(paid, all),
                    "That is the part which is paid; the rest of it is saved.".to_owned(),
                ),
                mistake(
                    "of what is paid",
                    percent(all - paid, paid),
                    format!(
                        "The saving was divided by what is paid, not by the {} on demand.",
                        dollars(all)
                    ),
                ),
            ],
        ),
        why: format!(
            "{} is paid for use worth {} on demand.",
            dollars(paid),
            dollars(all)
        ),
        working: format!(
            "Without the plan: {} + {rest} = {}. Paid: {commitment} + {rest} = {}. Saved: {} of {} = **{} %**.",
            dollars(plan.covered),
            dollars(all),
            dollars(paid),
            dollars(all - paid),
            dollars(all),
            one(value)
        ),
    }
}

pub(super) fn month_of(
    upfront: i64,
    monthly: i64,
    other: i64,
    month: i64,
    is_amortized: bool,
) -> Question {
    let charged = if month == 1 { upfront } else { 0 };
    let unblended = whole(charged + monthly + other);
    let amortized = ratio(upfront, 12) + whole(monthly + other);
    let ((value, view), (swapped, other_view)) = if is_amortized {
        ((amortized, "amortized"), (unblended, "unblended"))
    } else {
        ((unblended, "unblended"), (amortized, "amortized"))
    };
    let [start, fee, rest] = [upfront, monthly, other].map(|of| dollars(whole(of)));
    let mut mistakes = vec![mistake(
        "the other view",
        swapped,
        format!(
            "That is the {other_view} cost: amortized spreads the {start} over the term, unblended shows it when it is charged."
        ),
    )];
    mistakes.extend(month_mistakes(upfront, monthly, other, month, is_amortized));
    let (why, working) = month_told(upfront, monthly, other, month, is_amortized);
    Question {
        stem: format!(
            "In month 1 a reservation for a year is bought: {start} at once and {fee} in each of its 12 months. It is fully used. Everything else costs {rest} per month. Take all months as equally long. Which {view} cost does month {month} show?"
        ),
        wanted: Wanted::Number {
            value,
            unit: Unit::Dollars,
            precision: Precision::Places(2),
            mistakes,
        },
        why,
        working,
    }
}

/// Where people end who put the amount that is paid at the start into the wrong months.
fn month_mistakes(
    upfront: i64,
    monthly: i64,
    other: i64,
    month: i64,
    is_amortized: bool,
) -> Vec<Mistake> {
    let [start, fee] = [upfront, monthly].map(|of| dollars(whole(of)));
    let without_fee = match (is_amortized, month) {
        (true, _) => ratio(upfront, 12) + whole(other),
        (false, 1) => whole(upfront + other),
        (false, _) => whole(other),
    };
    let (none, spread) = if is_amortized {
        (
            format!("A twelfth of the {start} belongs to each month of the amortized view."),
            format!("The {start} is spread over all 12 months, not over those that are left."),
        )
    } else {
        (
            format!("The {start} is charged in month 1."),
            format!("Unblended cost spreads nothing: the {start} is charged in month 1."),
        )
    };
    vec![
        mistake("upfront in no month", whole(monthly + other), none),
        mistake(
            "monthly fee forgotten",
            without_fee,
            format!("The fee of {fee} belongs to each month in both views."),
        ),
        mistake(
            "spread over the rest of the year",
            ratio(upfront, 13 - month) + whole(monthly + other),
            spread,
        ),
        mistake(
            "upfront in every month",
            whole(upfront + monthly + other),
            format!("The {start} is paid once, in month 1."),
        ),
    ]
}

/// Why a month shows what it shows, in short and at length.
fn month_told(
    upfront: i64,
    monthly: i64,
    other: i64,
    month: i64,
    is_amortized: bool,
) -> (String, String) {
    let [start, fee, rest] = [upfront, monthly, other].map(|of| dollars(whole(of)));
    if is_amortized {
        let part = ratio(upfront, 12);
        let spread = dollars(part);
        let sum = dollars(part + whole(monthly + other));
        (
            format!("A twelfth of {start} is {spread}, plus {fee} and {rest}."),
            format!(
                "Amortized, {start} / 12 = {spread} falls on each month. {spread} + {fee} + {rest} = **{sum}**."
            ),
        )
    } else if month == 1 {
        let sum = dollars(whole(upfront + monthly + other));
        (
            format!("{start}, {fee} and {rest} are charged in month 1."),
            format!(
                "Unblended shows what is charged in the month: {start} + {fee} + {rest} = **{sum}**."
            ),
        )
    } else {
        let sum = dollars(whole(monthly + other));
        (
            format!(
                "{fee} and {rest} are charged in month {month}; the {start} was charged in month 1."
            ),
            format!(
                "Unblended shows what is charged in the month. The {start} was charged in month 1, so month {month} shows {fee} + {rest} = **{sum}**."
            ),
        )
    }
}
