//! Questions on a day whose hours differ.

use super::{Day, in_percent, mistake, one, percent};
use crate::drill::number::{Precision, Ratio, Unit, decimal, dollars, plain, whole};
use crate::drill::question::{Question, Wanted};

/// The figures of a day, each worked out once.
struct Sums {
    price: Ratio,
    reach: Ratio,
    busy: Ratio,
    quiet: Ratio,
    used: Ratio,
    committed: Ratio,
    rest: Ratio,
    covered: Ratio,
    all: Ratio,
}

fn sums(day: Day) -> Sums {
    let price = decimal(100 - day.discount, 2);
    let reach = day.commitment / price;
    let (busy, quiet) = (whole(day.busy_hours), whole(24 - day.busy_hours));
    let all = busy * whole(day.busy) + quiet * whole(day.quiet);
    let rest = busy * (whole(day.busy) - reach);
    Sums {
        price,
        reach,
        busy,
        quiet,
        used: busy * day.commitment + quiet * whole(day.quiet) * price,
        committed: whole(24) * day.commitment,
        rest,
        covered: all - rest,
        all,
    }
}

fn told_day(day: Day) -> String {
    format!(
        "A Savings Plan commits to {} per hour and is {} % cheaper than on demand. At on-demand prices the eligible use is worth {} in each of {} busy hours of the day and {} in each of the other {} hours.",
        dollars(day.commitment),
        day.discount,
        dollars(whole(day.busy)),
        day.busy_hours,
        dollars(whole(day.quiet)),
        24 - day.busy_hours
    )
}

/// What one hour of each part does with the commitment.
fn hours_of(day: Day, sums: &Sums) -> String {
    format!(
        "The commitment covers use worth {} / {} = {} on demand per hour. Busy hours use all of it and leave {} on demand; quiet hours use {} x {} = {} of the {}, and the rest is lost.",
        dollars(day.commitment),
        plain(sums.price),
        dollars(sums.reach),
        dollars(whole(day.busy) - sums.reach),
        dollars(whole(day.quiet)),
        plain(sums.price),
        dollars(whole(day.quiet) * sums.price),
        dollars(day.commitment)
    )
}

pub(super) fn day_utilisation(day: Day) -> Question {
    let sums = sums(day);
    let value = percent(sums.used, sums.committed);
    let moved = percent((sums.all * sums.price).min(sums.committed), sums.committed);
    Question {
        stem: format!("{} What is the utilisation of the plan over the day?", told_day(day)),
        wanted: in_percent(
            value,
            vec![
                mistake(
                    "hours mixed",
                    moved,
                    "The use of the whole day was set against the whole commitment. What a quiet hour leaves cannot be used in a busy one.".to_owned(),
                ),
                mistake(
                    "coverage",
                    percent(sums.covered, sums.all),
                    "That is the coverage: the part of the use that is covered.".to_owned(),
                ),
                mistake(
                    "price on demand",
                    percent(
                        sums.busy * day.commitment
                            + sums.quiet * whole(day.quiet).min(day.commitment),
                        sums.committed,
                    ),
                    format!("Use draws on the commitment at the price of the plan: {} % less than on demand.", day.discount),
                ),
                mistake(
                    "quiet hours alone",
                    percent(whole(day.quiet) * sums.price, day.commitment),
                    format!("That is the utilisation of a quiet hour; {} hours use all of it.", day.busy_hours),
                ),
            ],
        ),
        why: format!("{} of {} is used.", dollars(sums.used), dollars(sums.committed)),
        working: format!(
            "{} Used: {} x {} + {} x {} = {}. Committed: 24 x {} = {}. {} / {} = **{} %**.",
            hours_of(day, &sums),
            day.busy_hours,
            dollars(day.commitment),
            plain(sums.quiet),
            dollars(whole(day.quiet) * sums.price),
            dollars(sums.used),
            dollars(day.commitment),
            dollars(sums.committed),
            dollars(sums.used),
            dollars(sums.committed),
            one(value)
        ),
    }
}

pub(super) fn day_coverage(day: Day) -> Question {
    let sums = sums(day);
    let value = percent(sums.covered, sums.all);
    Question {
        stem: format!("{} What is the coverage over the day?", told_day(day)),
        wanted: in_percent(
            value,
            vec![
                mistake(
                    "utilisation",
                    percent(sums.used, sums.committed),
                    "That is the utilisation: the part of the commitment that is used.".to_owned(),
                ),
                mistake(
                    "commitment by price on demand",
                    percent(sums.committed.min(sums.all), sums.all),
                    "The commitment was divided by the use on demand. It covers more than its own amount, since the plan is cheaper, and quiet hours leave some of it.".to_owned(),
                ),
                mistake(
                    "hours mixed",
                    percent((whole(24) * sums.reach).min(sums.all), sums.all),
                    "What a quiet hour leaves of the commitment cannot cover use of a busy one.".to_owned(),
                ),
                mistake(
                    "busy hours alone",
                    percent(sums.reach, whole(day.busy)),
                    "That is the coverage of a busy hour; quiet hours are covered wholly.".to_owned(),
                ),
            ],
        ),
        why: format!("{} of {} at on-demand prices is covered.", dollars(sums.covered), dollars(sums.all)),
        working: format!(
            "{} All use: {} x {} + {} x {} = {}. On demand: {} x {} = {}. Covered: the other {}, and {} / {} = **{} %**.",
            hours_of(day, &sums),
            day.busy_hours,
            dollars(whole(day.busy)),
            plain(sums.quiet),
            dollars(whole(day.quiet)),
            dollars(sums.all),
            day.busy_hours,
            dollars(whole(day.busy) - sums.reach),
            dollars(sums.rest),
            dollars(sums.covered),
            dollars(sums.covered),
            dollars(sums.all),
            one(value)
        ),
    }
}

pub(super) fn day_cost(day: Day) -> Question {
    let sums = sums(day);
    let value = sums.committed + sums.rest;
    Question {
        stem: format!("{} What does the day cost in all?", told_day(day)),
        wanted: Wanted::Number {
            value,
            unit: Unit::Dollars,
            precision: Precision::Places(2),
            mistakes: vec![
                mistake(
                    "unused commitment not paid",
                    sums.used + sums.rest,
                    "The commitment is paid in every hour, also what quiet hours leave of it."
                        .to_owned(),
                ),
                mistake(
                    "discount on everything",
                    sums.all * sums.price,
                    "Only what the commitment covers gets the discount.".to_owned(),
                ),
                mistake(
                    "commitment taken off the price on demand",
                    sums.committed + sums.busy * (whole(day.busy) - day.commitment),
                    format!(
                        "A commitment of {} covers use worth {} on demand.",
                        dollars(day.commitment),
                        dollars(sums.reach)
                    ),
                ),
                mistake(
                    "commitment alone",
                    sums.committed,
                    "Use beyond the commitment is billed on demand.".to_owned(),
                ),
            ],
        },
        why: format!(
            "{} of commitment and {} on demand.",
            dollars(sums.committed),
            dollars(sums.rest)
        ),
        working: format!(
            "{} Committed: 24 x {} = {}. On demand: {} x {} = {}. Together **{}**.",
            hours_of(day, &sums),
            dollars(day.commitment),
            dollars(sums.committed),
            day.busy_hours,
            dollars(whole(day.busy) - sums.reach),
            dollars(sums.rest),
            dollars(value)
        ),
    }
}
