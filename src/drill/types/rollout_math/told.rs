//! The questions of a rollout in words.

use super::{Amount, Moment, Update, pods};
use crate::drill::number::{Precision, Unit, plain, ratio, rounded, whole};
use crate::drill::question::{Mistake, Question, Wanted};
use crate::drill::types::parts::mistake;

const PODS: Unit = Unit::Word("Pod", "Pods");

fn counted(value: i64, mut mistakes: Vec<Mistake>) -> Wanted {
    mistakes.retain(|of| of.value >= whole(0));
    Wanted::Number {
        value: whole(value),
        unit: PODS,
        precision: Precision::Exact,
        mistakes,
    }
}

/// `15% of 7 is 1.05, rounded up 2`, or the count as it stands.
fn rounding(amount: Amount, replicas: i64, is_up: bool) -> String {
    match amount {
        Amount::Count(count) => format!("{count} as it stands"),
        Amount::Percent(percent) => format!(
            "{percent}% of {replicas} = {}, rounded {}",
            plain(ratio(percent * replicas, 100)),
            if is_up {
                format!("up {}", amount.up(replicas))
            } else {
                format!("down {}", amount.down(replicas))
            }
        ),
    }
}

pub(super) fn most(update: Update) -> Question {
    let Update {
        replicas,
        surge,
        unavailable,
    } = update;
    let right = update.most();
    Question {
        stem: format!(
            "A Deployment has {}. How many of its Pods, old and new together, may exist at most during a rolling update? Pods that are terminating do not count.",
            update.text()
        ),
        wanted: counted(
            right,
            vec![
                mistake(
                    "surge rounded down",
                    replicas + surge.down(replicas),
                    "`maxSurge` is rounded up.",
                ),
                mistake(
                    "unavailable taken off",
                    right - unavailable.down(replicas),
                    "`maxUnavailable` bounds how few are available; it does not lower how many may exist.",
                ),
                mistake(
                    "both added",
                    right + unavailable.down(replicas),
                    "Only `maxSurge` is added to the replicas.",
                ),
                mistake(
                    "surge alone",
                    surge.up(replicas),
                    format!("That is the surge; it is added to the {replicas} replicas."),
                ),
                mistake(
                    "no surge",
                    replicas,
                    "During the update more may exist than are wanted: that is what `maxSurge` says.",
                ),
                mistake(
                    "one more",
                    right + 1,
                    "That is one more than the surge allows.",
                ),
            ],
        ),
        why: format!("{replicas} + {} from `maxSurge`.", surge.up(replicas)),
        working: format!(
            "`maxSurge`: {}. {replicas} + {} = **{right}**.",
            rounding(surge, replicas, true),
            surge.up(replicas)
        ),
    }
}

pub(super) fn least(update: Update) -> Question {
    let Update {
        replicas,
        unavailable,
        surge,
    } = update;
    let right = update.least();
    Question {
        stem: format!(
            "A Deployment has {}. How many of its Pods are available at least during a rolling update, when all were available before?",
            update.text()
        ),
        wanted: counted(
            right,
            vec![
                mistake(
                    "unavailable rounded up",
                    replicas - unavailable.up(replicas),
                    "`maxUnavailable` is rounded down, so that more stay available.",
                ),
                mistake(
                    "surge added",
                    right + surge.up(replicas),
                    "`maxSurge` bounds how many may exist; new Pods may be there and not yet available.",
                ),
                mistake(
                    "unavailable alone",
                    unavailable.down(replicas),
                    format!(
                        "So many may be missing; the rest of the {replicas} must be available."
                    ),
                ),
                mistake(
                    "all of them",
                    replicas,
                    format!("{} may be missing.", pods(unavailable.down(replicas))),
                ),
                mistake(
                    "one fewer",
                    right - 1,
                    format!("Only {} may be missing.", unavailable.down(replicas)),
                ),
            ],
        ),
        why: format!(
            "{replicas} - {} from `maxUnavailable`.",
            unavailable.down(replicas)
        ),
        working: format!(
            "`maxUnavailable`: {}. {replicas} - {} = **{right}**.",
            rounding(unavailable, replicas, false),
            unavailable.down(replicas)
        ),
    }
}

fn state(moment: &Moment) -> String {
    let Moment {
        update,
        old,
        new,
        ready,
    } = moment;
    format!(
        "A Deployment has {}. In the middle of a rolling update {} of the old version, all available, and {} of the new one, {ready} of them available.",
        update.text(),
        if *old == 1 {
            "there is 1 Pod".to_owned()
        } else {
            format!("there are {old} Pods")
        },
        new,
    )
}

pub(super) fn stop(moment: Moment) -> Question {
    let Moment {
        update,
        old,
        new,
        ready,
    } = moment;
    let Update {
        replicas,
        unavailable,
        ..
    } = update;
    let least = update.least();
    let right = (old + ready - least).min(old);
    let tight = replicas - unavailable.up(replicas);
    Question {
        stem: format!(
            "{} How many old Pods may be stopped right now?",
            state(&moment)
        ),
        wanted: counted(
            right,
            vec![
                mistake(
                    "unavailable rounded up",
                    (old + ready - tight).min(old),
                    "`maxUnavailable` is rounded down.",
                ),
                mistake(
                    "new ones counted before they are available",
                    (old + new - least).min(old),
                    format!(
                        "Of {new} new Pods {ready} can be counted; the others are not available yet."
                    ),
                ),
                mistake(
                    "unavailable alone",
                    unavailable.down(replicas).min(old),
                    format!(
                        "What may be stopped is what is available beyond {least}, and that is {old} + {ready} now."
                    ),
                ),
                mistake(
                    "as many as became available",
                    ready.min(old),
                    "Not one for one: what counts is how many are available in total.",
                ),
                mistake(
                    "down to the replicas",
                    (old + ready - replicas).min(old),
                    format!("{least} available Pods are enough, not {replicas}."),
                ),
            ],
        ),
        why: format!("{old} + {ready} are available, and {least} must be."),
        working: format!(
            "`maxUnavailable`: {}, so {replicas} - {} = {least} must be available. Available now: {old} + {ready} = {}. {} - {least} = {}{}",
            rounding(unavailable, replicas, false),
            unavailable.down(replicas),
            old + ready,
            old + ready,
            old + ready - least,
            if right == old + ready - least {
                format!(", so **{right}**.")
            } else {
                format!(", but there are only **{right}** old ones.")
            }
        ),
    }
}

pub(super) fn create(moment: Moment) -> Question {
    let Moment {
        update, old, new, ..
    } = moment;
    let Update {
        replicas, surge, ..
    } = update;
    let most = update.most();
    let right = (most - old - new).min(replicas - new);
    let low = replicas + surge.down(replicas);
    let tail = if right == most - old - new {
        format!(", so **{right}**.")
    } else {
        format!(", but only {replicas} - {new} = **{right}** new ones are missing.")
    };
    Question {
        stem: format!(
            "{} How many new Pods may be created right now, before any old one is stopped?",
            state(&moment)
        ),
        wanted: counted(
            right,
            vec![
                mistake(
                    "surge rounded down",
                    (low - old - new).min(replicas - new),
                    "`maxSurge` is rounded up.",
                ),
                mistake(
                    "all that are missing",
                    replicas - new,
                    format!(
                        "That is what is missing in the end; no more than {most} may exist at once."
                    ),
                ),
                mistake(
                    "more than are wanted",
                    most - old - new,
                    format!(
                        "Then there would be more new Pods than the {replicas} that are wanted."
                    ),
                ),
                mistake(
                    "surge alone",
                    surge.up(replicas),
                    format!(
                        "The surge is above {replicas} Pods in total, and {} exist already.",
                        old + new
                    ),
                ),
                mistake("none", 0, format!("{} exist, and {most} may.", old + new)),
            ],
        ),
        why: format!("{old} + {new} exist, and {most} may."),
        working: format!(
            "`maxSurge`: {}, so {replicas} + {} = {most} may exist. There are {old} + {new} = {}. {most} - {} = {}{tail}",
            rounding(surge, replicas, true),
            surge.up(replicas),
            old + new,
            old + new,
            most - old - new,
        ),
    }
}

pub(super) fn budget(replicas: i64, healthy: i64, is_min: bool, amount: Amount) -> Question {
    let up = amount.up(replicas);
    let (needed, other) = if is_min {
        (up, amount.down(replicas))
    } else {
        (replicas - up, replicas - amount.down(replicas))
    };
    let field = if is_min {
        "minAvailable"
    } else {
        "maxUnavailable"
    };
    let right = (healthy - needed).max(0);
    let swapped = if is_min { replicas - up } else { up };
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
            "A PodDisruptionBudget with `{field}: {}` selects the Pods of a Deployment with {replicas} replicas; {health}. How many may be evicted now?",
            amount.text()
        ),
        wanted: counted(
            right,
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
                    "So many must stay healthy; the others may go.",
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
                    format!("Then fewer than {needed} would be healthy."),
                ),
                mistake(
                    "none",
                    0,
                    format!("{healthy} are healthy and {needed} are enough."),
                ),
            ],
        ),
        why: format!("{healthy} are healthy and {needed} must stay so."),
        working: format!(
            "`{field}`: {}{minus}. {healthy} - {needed} = {}{}",
            rounding(amount, replicas, true),
            healthy - needed,
            if healthy >= needed {
                format!(", so **{right}**.")
            } else {
                ", which is below zero: **0**.".to_owned()
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
    Question {
        stem: format!(
            "A Service spreads requests evenly over its Pods. {} of the old version all stay, and a canary beside them shall get at least {percent} % of the requests. How many Pods does the canary need at least?",
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
                mistake(
                    "hundred divided by the share",
                    100 / percent,
                    "That is how many Pods share one part, not how many the canary needs.",
                ),
            ],
        ),
        why: format!(
            "{right} of {} Pods are at least {percent} %.",
            stable + right
        ),
        working: format!(
            "c / ({stable} + c) must be at least {percent} %: c is at least {stable} x {percent} / {rest} = {}, rounded up **{right}**.",
            plain(rounded(exact, 3))
        ),
    }
}
