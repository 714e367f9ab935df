//! The questions of a rollout in words.

use super::{Amount, Moment, Update, pods};
use crate::drill::number::{Precision, Unit, plain, ratio, whole};
use crate::drill::question::{Mistake, Question, Wanted};
use crate::drill::types::parts::mistake;

const PODS: Unit = Unit::Word("Pod", "Pods");

pub(super) fn counted(value: i64, mut mistakes: Vec<Mistake>) -> Wanted {
    mistakes.retain(|of| of.value >= whole(0));
    Wanted::Number {
        value: whole(value),
        unit: PODS,
        precision: Precision::Exact,
        mistakes,
    }
}

/// `15% of 7 is 1.05, rounded up 2`, or the count as it stands.
pub(super) fn rounding(amount: Amount, replicas: i64, is_up: bool) -> String {
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
