//! How fast a budget is spent, and what is left of it.

use super::{lost, number, slip};
use crate::drill::number::{Precision, Ratio, Unit, plain, ratio, rounded, whole};
use crate::drill::question::Question;

pub(super) fn rate(slo: Ratio, errors: Ratio, days: i64) -> Question {
    let budget = whole(100) - slo;
    let right = errors / budget;
    let mut mistakes = vec![
        slip(
            "above the budget",
            (errors - budget) / budget,
            "That counts only what is above the budget. The rate is all errors divided by the budget."
                .to_owned(),
        ),
        slip(
            "days of the budget",
            whole(days) / right,
            format!("That is how many days the budget lasts, {days} divided by the rate."),
        ),
        slip(
            "decimal point",
            right * whole(10),
            format!(
                "100 % - {} % is {} %; that divides by a tenth of it.",
                plain(slo),
                plain(budget)
            ),
        ),
        slip(
            "upside down",
            budget / errors,
            "That divides the share that may fail by the one that does: upside down.".to_owned(),
        ),
    ];
    // A smaller share would be rounded away.
    if errors >= ratio(1, 5) {
        mistakes.insert(
            0,
            slip(
                "errors alone",
                errors,
                format!(
                    "That is the share of errors. The rate sets it against the {} % that may fail.",
                    plain(budget)
                ),
            ),
        );
    }
    Question {
        stem: format!(
            "An SLO demands that {} % of the requests succeed, over {days} days. In the last hour {} % of the requests have failed. At what burn rate is the error budget being spent?",
            plain(slo),
            plain(errors)
        ),
        wanted: number(right, Unit::None, Precision::Places(1), mistakes),
        why: format!(
            "{} % of errors divided by the {} % that may fail.",
            plain(errors),
            plain(budget)
        ),
        working: format!(
            "100 % - {} % = {} % may fail. {} % / {} % = **{}**: the budget of {days} days would last {days} / {} = {} days.",
            plain(slo),
            plain(budget),
            plain(errors),
            plain(budget),
            plain(right),
            plain(right),
            plain(rounded(whole(days) / right, 1))
        ),
    }
}

pub(super) fn left(slo: Ratio, days: i64, outage: i64) -> Question {
    let of = |days: i64| lost(slo) * whole(days * 1_440);
    let budget = of(days);
    let share = |spent: Ratio, budget: Ratio| (whole(1) - spent / budget) * whole(100);
    let right = share(whole(outage), budget);
    let other = if days == 30 { 28 } else { 30 };
    let mistakes = vec![
        slip(
            "spent for left",
            whole(100) - right,
            "That is the share that is spent, not the one that is left.".to_owned(),
        ),
        slip(
            "another window",
            share(whole(outage), of(other)),
            format!("That takes the budget of {other} days; this window has {days}."),
        ),
        slip(
            "decimal point",
            share(whole(outage), budget * whole(10)),
            format!(
                "{} % of the window is {} minutes, not ten times that.",
                plain(whole(100) - slo),
                plain(budget)
            ),
        ),
        slip(
            "minutes for percent",
            budget - whole(outage),
            "That is what is left in minutes. The share of the budget is asked for.".to_owned(),
        ),
    ];
    Question {
        stem: format!(
            "A service has an SLO of {} % availability, measured in minutes over {days} days. Early in the window it is down for {outage} minutes. What share of its error budget is left after that?",
            plain(slo)
        ),
        wanted: number(right, Unit::Percent, Precision::Places(1), mistakes),
        why: format!("{outage} of {} minutes are spent.", plain(budget)),
        working: format!(
            "Budget: {} x {} minutes = {} minutes. {} - {outage} = {} minutes are left, and {} / {} = **{} %**.",
            plain(lost(slo)),
            plain(whole(days * 1_440)),
            plain(budget),
            plain(budget),
            plain(budget - whole(outage)),
            plain(budget - whole(outage)),
            plain(budget),
            plain(rounded(right, 1))
        ),
    }
}

pub(super) fn exhausted(slo: Ratio, days: i64, spent: i64, errors: Ratio) -> Question {
    let budget = whole(100) - slo;
    let rate = errors / budget;
    let hours = whole(days * 24);
    let remaining = whole(100 - spent) / whole(100);
    let right = hours * remaining / rate;
    let other = if days == 30 { 28 } else { 30 };
    let mistakes = vec![
        slip(
            "whole budget",
            hours / rate,
            format!("That is how long a whole budget lasts. {spent} % of it is spent already."),
        ),
        slip(
            "spent for left",
            hours * (whole(1) - remaining) / rate,
            format!(
                "That uses the {spent} % that is spent. What can still be spent is {} %.",
                100 - spent
            ),
        ),
        slip(
            "days for hours",
            right / whole(24),
            "That is in days. Hours are asked for.".to_owned(),
        ),
        slip(
            "another window",
            right / whole(days) * whole(other),
            format!("That takes a window of {other} days; this one has {days}."),
        ),
        slip(
            "rate left out",
            hours * remaining,
            format!("That is at burn rate 1. Here it is {}.", plain(rate)),
        ),
    ];
    Question {
        stem: format!(
            "An SLO demands that {} % of the requests succeed, over a fixed window of {days} days with even traffic. {spent} % of the error budget is spent. From now on {} % of the requests fail. The budget is gone before the window ends: after how many hours?",
            plain(slo),
            plain(errors)
        ),
        wanted: number(
            right,
            Unit::Word("hour", "hours"),
            Precision::Places(1),
            mistakes,
        ),
        why: format!(
            "Burn rate {}, and {} % of the budget is left.",
            plain(rate),
            100 - spent
        ),
        working: format!(
            "Burn rate: {} % / {} % = {}. A whole budget would last {days} x 24 / {} = {} hours. {} % of it is left: **{} hours**.",
            plain(errors),
            plain(budget),
            plain(rate),
            plain(rate),
            plain(hours / rate),
            100 - spent,
            plain(rounded(right, 1))
        ),
    }
}
