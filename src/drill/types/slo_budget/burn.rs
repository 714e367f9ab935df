//! How fast a budget is spent, and what is left of it.

use super::{lost, number, slip};
use crate::drill::number::{Precision, Ratio, Unit, plain, rounded, whole};
use crate::drill::question::Question;

pub(super) fn rate(slo: Ratio, errors: Ratio, days: i64) -> Question {
    let budget = whole(100) - slo;
    let right = errors / budget;
    let mistakes = vec![
        slip(
            "errors alone",
            errors,
            format!(
                "That is the share of errors. The rate sets it against the {} % that may fail.",
                plain(budget)
            ),
        ),
        slip(
            "above the budget",
            (errors - budget) / budget,
            "That counts only what is above the budget. The rate is all errors over the budget."
                .to_owned(),
        ),
        slip(
            "days of the budget",
            whole(days) / right,
            format!("That is how many days the budget lasts, {days} over the rate."),
        ),
        slip(
            "decimal point",
            right * whole(10),
            format!(
                "100 % - {} % is {} %, not a tenth of that.",
                plain(slo),
                plain(budget)
            ),
        ),
        slip(
            "upside down",
            budget / errors,
            "That is the allowed share over the actual one: upside down.".to_owned(),
        ),
    ];
    Question {
        stem: format!(
            "An SLO says that {} % of the requests of {days} days succeed. For an hour now {} % of the requests have failed. At which burn rate is the budget being spent?",
            plain(slo),
            plain(errors)
        ),
        wanted: number(right, Unit::None, Precision::Places(1), mistakes),
        why: format!(
            "{} % of errors over the {} % that may fail.",
            plain(errors),
            plain(budget)
        ),
        working: format!(
            "100 % - {} % = {} % may fail. {} / {} = **{}**: the budget of {days} days would last {days} / {} = {} days.",
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
            "That is the share that is spent. Asked is what is left.".to_owned(),
        ),
        slip(
            "another window",
            share(whole(outage), of(other)),
            format!("That takes the budget of {other} days. This window has {days}."),
        ),
        slip(
            "decimal point",
            share(whole(outage), budget * whole(10)),
            format!(
                "{} % of the window are {} minutes, not ten times that.",
                plain(whole(100) - slo),
                plain(budget)
            ),
        ),
        slip(
            "minutes for percent",
            budget - whole(outage),
            "That is what is left in minutes. Asked is the share of the budget.".to_owned(),
        ),
    ];
    Question {
        stem: format!(
            "A service has an SLO of {} % availability, measured in minutes over {days} days. Early in the window it is down for {outage} minutes. Which share of its error budget is left?",
            plain(slo)
        ),
        wanted: number(right, Unit::Percent, Precision::Places(1), mistakes),
        why: format!("{outage} of {} minutes are spent.", plain(budget)),
        working: format!(
            "Budget: {} x {} minutes = {} minutes. Left are {} - {outage} = {}, and {} / {} = **{} %**.",
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
    let mistakes = vec![
        slip(
            "whole budget",
            hours / rate,
            format!("That is how long a whole budget lasts. {spent} % of it are spent already."),
        ),
        slip(
            "spent for left",
            hours * (whole(1) - remaining) / rate,
            format!(
                "That uses the {spent} % that are spent. What can still be spent is {} %.",
                100 - spent
            ),
        ),
        slip(
            "days for hours",
            right / whole(24),
            "That is in days. Asked are hours.".to_owned(),
        ),
        slip(
            "another window",
            right / whole(days) * whole(if days == 30 { 28 } else { 30 }),
            format!("The window has {days} days."),
        ),
        slip(
            "rate left out",
            hours * remaining,
            format!("That is at burn rate 1. Here it is {}.", plain(rate)),
        ),
    ];
    Question {
        stem: format!(
            "An SLO says that {} % of the requests of {days} days succeed. {spent} % of the error budget are spent. From now on {} % of the requests fail, at the usual traffic. After how many hours is the budget gone?",
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
            "Burn rate {}, and {} % of the budget are left.",
            plain(rate),
            100 - spent
        ),
        working: format!(
            "Burn rate: {} % / {} % = {}. A whole budget would last {days} x 24 / {} = {} hours. {} % of it are left: **{} hours**.",
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
