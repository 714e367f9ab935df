//! The questions of budgets and shares in words.

use std::cmp::Ordering;

use super::told::{counted, rounding};
use super::{Amount, pods};
use crate::drill::number::{Precision, Unit, plain, ratio, rounded};
use crate::drill::question::{Mistake, Question, Wanted};
use crate::drill::types::parts::mistake;

fn field(is_min: bool) -> &'static str {
    if is_min {
        "minAvailable"
    } else {
        "maxUnavailable"
    }
}

fn budget_mistakes(replicas: i64, healthy: i64, is_min: bool, amount: Amount) -> Vec<Mistake> {
    let (up, down) = (amount.up(replicas), amount.down(replicas));
    let (needed, other, swapped) = if is_min {
        (up, down, replicas - up)
    } else {
        (replicas - up, replicas - down, up)
    };
    let field = field(is_min);
    let right = (healthy - needed).max(0);
    vec![
        mistake(
            "rounded down",
            (healthy - other).max(0),
            format!("A budget rounds `{field}` up."),
        ),
        mistake(
            "sick ones forgotten",
            swapped,
            format!(
                "{} already not healthy.",
                match replicas - healthy {
                    1 => "1 Pod is".to_owned(),
                    sick => format!("{sick} Pods are"),
                }
            ),
        ),
        mistake(
            "what must stay",
            needed,
            "So many must stay healthy; only healthy Pods beyond that may go.",
        ),
        mistake(
            "share of the healthy",
            if is_min {
                healthy - amount.up(healthy)
            } else {
                amount.up(healthy)
            },
            format!(
                "The percentage is of the {replicas} replicas that are wanted, not of the {healthy} that are healthy."
            ),
        ),
        mistake(
            "one more",
            right + 1,
            if healthy < needed {
                format!("Only {healthy} are healthy, fewer than the {needed} that must be.")
            } else {
                format!("Then fewer than {needed} would be healthy.")
            },
        ),
        mistake(
            "none",
            0,
            format!("{healthy} are healthy and {needed} are enough."),
        ),
    ]
}

pub(super) fn budget(replicas: i64, healthy: i64, is_min: bool, amount: Amount) -> Question {
    let up = amount.up(replicas);
    let needed = if is_min { up } else { replicas - up };
    let field = field(is_min);
    let right = (healthy - needed).max(0);
    let health = if healthy == replicas {
        "all of them are healthy".to_owned()
    } else {
        format!("{healthy} of them are healthy")
    };
    let minus = if is_min {
        String::new()
    } else {
        format!(", so {replicas} - {up} = {needed} must stay healthy")
    };
    Question {
        stem: format!(
            "A PodDisruptionBudget with `{field}: {}` selects the Pods of a Deployment with {replicas} replicas; {health}. How many healthy Pods may be evicted now?",
            amount.text()
        ),
        wanted: counted(right, budget_mistakes(replicas, healthy, is_min, amount)),
        why: match healthy.cmp(&needed) {
            Ordering::Greater => format!("{healthy} are healthy and {needed} must stay so."),
            Ordering::Equal => format!("All {healthy} that are healthy must stay so."),
            Ordering::Less => format!("Only {healthy} are healthy, and {needed} must be."),
        },
        working: format!(
            "`{field}`: {}{minus}. {healthy} - {needed} = {}",
            rounding(amount, replicas, true),
            if healthy >= needed {
                format!("**{right}**.")
            } else {
                format!("{}, which is below zero: **0**.", healthy - needed)
            }
        ),
    }
}

pub(super) fn share(stable: i64, canary: i64) -> Question {
    let all = stable + canary;
    let of = |name, above, below, why: String| Mistake {
        name,
        value: ratio(100 * above, below),
        why,
    };
    let right = ratio(100 * canary, all);
    Question {
        stem: format!(
            "A Service spreads requests evenly over the Pods of two Deployments: {} of the old version and {} of the new one. What share of the requests does the new version get?",
            pods(stable),
            pods(canary)
        ),
        wanted: Wanted::Number {
            value: right,
            unit: Unit::Percent,
            precision: Precision::Places(1),
            mistakes: vec![
                of(
                    "of the old ones",
                    canary,
                    stable,
                    format!("The whole is {stable} + {canary} = {all} Pods, not the old ones."),
                ),
                of(
                    "share of the old version",
                    stable,
                    all,
                    "That is the share of the old version.".to_owned(),
                ),
                of(
                    "by Deployments",
                    1,
                    2,
                    "A Service knows Pods, not Deployments.".to_owned(),
                ),
            ],
        },
        why: format!("{canary} of {all} Pods."),
        working: format!(
            "{canary} / ({stable} + {canary}) = {canary} / {all} = **{} %**.",
            plain(rounded(right, 1))
        ),
    }
}

pub(super) fn beside(stable: i64, percent: i64) -> Question {
    let rest = 100 - percent;
    let exact = ratio(stable * percent, rest);
    let right = (stable * percent + rest - 1) / rest;
    let naive = (stable * percent + 99) / 100;
    let all = stable + right;
    let end = if exact.is_integer() {
        format!("**{right}**")
    } else {
        format!("{}, rounded up to **{right}**", plain(rounded(exact, 3)))
    };
    Question {
        stem: format!(
            "A Service spreads requests evenly over its Pods. {} of the old version stay, and a canary beside them shall get at least {percent} % of the requests. How many Pods does the canary need at least?",
            pods(stable)
        ),
        wanted: counted(
            right,
            vec![
                mistake(
                    "share of the old ones",
                    naive,
                    format!(
                        "{percent} % of {stable} is too few: the canary's own Pods count in the whole."
                    ),
                ),
                mistake(
                    "rounded down",
                    stable * percent / rest,
                    "Rounded down the share is below what is asked.",
                ),
                mistake("one too many", right + 1, "One fewer is enough."),
            ],
        ),
        why: format!(
            "{right} of {all} Pods get {} % of the requests; with one fewer it would be below {percent} %.",
            plain(rounded(ratio(100 * right, all), 1))
        ),
        working: format!(
            "c / ({stable} + c) must be at least {percent} %, so c is at least {stable} x {percent} / {rest} = {end}."
        ),
    }
}
