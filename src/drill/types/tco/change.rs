//! Bills that change over the years.

use super::{in_dollars, mistake, money};
use crate::drill::number::{Precision, Ratio, Unit, dollars, plain, ratio, rounded, whole};
use crate::drill::question::{Question, Wanted};

pub(super) fn gain(migration: i64, before: i64, growth: i64, after: i64) -> Question {
    let step = ratio(100 + growth, 100);
    let first = whole(before);
    let years = [first, first * step, first * step * step];
    let stay = years.iter().fold(whole(0), |sum, year| sum + year);
    let invested = whole(migration);
    let saved = stay - whole(3 * after);
    let of = |saved: Ratio| (saved - invested) / invested * whole(100);
    let value = of(saved);
    let [cost, old, new] = [migration, before, after].map(money);
    let [_, second, third] = years.map(dollars);
    Question {
        stem: format!(
            "Staying on site costs {old} in the first year and {growth} % more in each year than in the one before. Moving costs {cost} once, at the start, and {new} in each year. What is the return on investment over three years, that is, the net gain divided by the {cost}?"
        ),
        wanted: Wanted::Number {
            value,
            unit: Unit::Percent,
            precision: Precision::Places(1),
            mistakes: vec![
                mistake(
                    "growth forgotten",
                    of(whole(3 * (before - after))),
                    format!("Staying gets {growth} % dearer each year."),
                ),
                mistake(
                    "investment not taken off",
                    saved / invested * whole(100),
                    format!("The {cost} must be taken off the saving before it is a gain."),
                ),
                mistake(
                    "growth added to the first year only",
                    of(first + first * step * whole(2) - whole(3 * after)),
                    "The third year is dearer again than the second one.".to_owned(),
                ),
                mistake(
                    "one year",
                    of(whole(before - after)),
                    "That is the first year alone.".to_owned(),
                ),
            ],
        },
        why: format!(
            "{} is saved for the {cost} that is invested.",
            dollars(saved)
        ),
        working: format!(
            "Staying: {old} + {second} + {third} = {}. Moving without the migration: 3 x {new} = {}. Saved: {}. Net gain: {} - {cost} = {}. {} / {cost} = **{} %**.",
            dollars(stay),
            money(3 * after),
            dollars(saved),
            dollars(saved),
            dollars(saved - invested),
            dollars(saved - invested),
            plain(rounded(value, 1))
        ),
    }
}

pub(super) fn committed(migration: i64, monthly: i64, covered: i64, discount: i64) -> Question {
    let cut = whole(monthly) * ratio(covered * discount, 10_000);
    let later = whole(monthly) - cut;
    let value = whole(migration + 12 * monthly) + later * whole(24);
    let [cost, month] = [migration, monthly].map(money);
    Question {
        stem: format!(
            "A migration costs {cost}, and the cloud then costs {month} per month on demand. From the second year on a commitment covers {covered} % of this use and makes the covered part {discount} % cheaper. What do three years cost in all, with the migration?"
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "discount on everything",
                    whole(migration + 12 * monthly)
                        + whole(24 * monthly) * ratio(100 - discount, 100),
                    format!("Only {covered} % of the use gets the discount."),
                ),
                mistake(
                    "commitment from the start",
                    whole(migration) + later * whole(36),
                    "The first year is paid without the commitment.".to_owned(),
                ),
                mistake(
                    "migration forgotten",
                    value - whole(migration),
                    format!("The {cost} of the migration is part of it."),
                ),
                mistake(
                    "commitment forgotten",
                    whole(migration + 36 * monthly),
                    "From the second year on the bill is lower.".to_owned(),
                ),
            ],
        ),
        why: format!("{cost}, 12 months at {month} and 24 at {}.", dollars(later)),
        working: format!(
            "The commitment takes {covered} % x {discount} % = {} % off: {month} - {} = {}. {cost} + 12 x {month} + 24 x {} = **{}**.",
            plain(ratio(covered * discount, 100)),
            dollars(cut),
            dollars(later),
            dollars(later),
            dollars(value)
        ),
    }
}
