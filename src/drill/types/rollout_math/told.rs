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

/// `15% of 7 = 1.05, rounded up to 2`, or the count as it stands.
pub(super) fn rounding(amount: Amount, replicas: i64, is_up: bool) -> String {
    let percent = match amount {
        Amount::Count(count) => return format!("{count} as it stands"),
        Amount::Percent(percent) => percent,
    };
    let exact = ratio(percent * replicas, 100);
    let share = format!("{percent}% of {replicas} = {}", plain(exact));
    if exact.is_integer() {
        share
    } else if is_up {
        format!("{share}, rounded up to {}", amount.up(replicas))
    } else {
        format!("{share}, rounded down to {}", amount.down(replicas))
    }
}

pub(super) fn most(update: Update) -> Question {
    let Update {
        replicas, surge, ..
    } = update;
    let (right, added, missing) = (update.most(), update.added(), update.missing());
    let mistakes = vec![
        mistake(
            "surge rounded down",
            replicas + surge.down(replicas),
            "`maxSurge` is rounded up.",
        ),
        mistake(
            "unavailable taken off",
            right - missing,
            "`maxUnavailable` bounds how few are available; it does not lower how many may exist.",
        ),
        mistake(
            "both added",
            right + missing,
            "Only `maxSurge` is added to the replicas.",
        ),
        mistake(
            "surge alone",
            added,
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
    ];
    Question {
        stem: format!(
            "A Deployment has {}. How many of its Pods, old and new together, may exist at most during a rolling update? Pods that are terminating do not count.",
            update.text()
        ),
        wanted: counted(right, mistakes),
        why: format!("{replicas} + {added} from `maxSurge`."),
        working: format!(
            "`maxSurge`: {}. {replicas} + {added} = **{right}**.",
            rounding(surge, replicas, true)
        ),
    }
}

pub(super) fn least(update: Update) -> Question {
    let Update {
        replicas,
        unavailable,
        ..
    } = update;
    let (right, missing) = (update.least(), update.missing());
    let may_miss = if missing == 0 {
        "None may be missing.".to_owned()
    } else {
        format!("Only {} may be missing.", pods(missing))
    };
    let mistakes = vec![
        mistake(
            "unavailable rounded up",
            replicas - unavailable.up(replicas),
            "`maxUnavailable` is rounded down, so that more stay available.",
        ),
        mistake(
            "surge added",
            right + update.added(),
            "`maxSurge` bounds how many may exist; new Pods may be there and not yet available.",
        ),
        mistake(
            "unavailable alone",
            missing,
            format!("So many may be missing; the rest of the {replicas} must be available."),
        ),
        mistake(
            "all of them",
            replicas,
            format!("{} may be missing.", pods(missing)),
        ),
        mistake("one fewer", right - 1, may_miss),
    ];
    Question {
        stem: format!(
            "A Deployment has {}. All of its Pods are available when a rolling update begins. How many Pods, old and new together, must be available at least while it runs?",
            update.text()
        ),
        wanted: counted(right, mistakes),
        why: format!("{replicas} - {missing} from `maxUnavailable`."),
        working: format!(
            "`maxUnavailable`: {}. {replicas} - {missing} = **{right}**.",
            rounding(unavailable, replicas, false)
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
    let old = if *old == 1 {
        "there is 1 Pod of the old version, which is available,".to_owned()
    } else {
        format!("there are {old} Pods of the old version, all available,")
    };
    let available = match (*new, *ready) {
        (1, 0) => "which is not available yet".to_owned(),
        (1, _) => "which is available".to_owned(),
        (_, 0) => "none of them available yet".to_owned(),
        (new, ready) if new == ready => "all of them available".to_owned(),
        _ => format!("{ready} of them available"),
    };
    format!(
        "A Deployment has {}. In the middle of a rolling update {old} and {new} of the new one, {available}.",
        update.text()
    )
}

/// `1 old one is`, `3 old ones are`.
fn ones(number: i64, kind: &str) -> String {
    if number == 1 {
        format!("**1** {kind} one is")
    } else {
        format!("**{number}** {kind} ones are")
    }
}

fn stop_mistakes(moment: Moment) -> Vec<Mistake> {
    let Moment {
        update,
        old,
        new,
        ready,
    } = moment;
    let (replicas, least) = (update.replicas, update.least());
    let available = old + ready;
    vec![
        mistake(
            "unavailable rounded up",
            (available - replicas + update.unavailable.up(replicas)).min(old),
            "`maxUnavailable` is rounded down.",
        ),
        mistake(
            "new ones counted before they are available",
            (old + new - least).min(old),
            format!("Of {new} new Pods {ready} can be counted; the others are not available yet."),
        ),
        mistake(
            "unavailable alone",
            update.missing().min(old),
            format!(
                "What may be stopped is what is available beyond {least}; {old} + {ready} are available now."
            ),
        ),
        mistake(
            "as many as became available",
            ready.min(old),
            "Not one for one: what counts is how many are available in total.",
        ),
        mistake(
            "down to the replicas",
            (available - replicas).min(old),
            format!("{least} available Pods are enough; it need not be {replicas}."),
        ),
    ]
}

pub(super) fn stop(moment: Moment) -> Question {
    let Moment {
        update, old, ready, ..
    } = moment;
    let (replicas, least, missing) = (update.replicas, update.least(), update.missing());
    let available = old + ready;
    let spare = available - least;
    let right = spare.min(old);
    let (why, end) = if right == spare {
        (
            format!("{old} + {ready} are available, and {least} must be."),
            format!("{available} - {least} = **{right}**."),
        )
    } else {
        (
            format!("{old} + {ready} are available and {least} must be, so all old ones may go."),
            format!(
                "{available} - {least} = {spare}, but only {} there.",
                ones(right, "old")
            ),
        )
    };
    Question {
        stem: format!(
            "{} How many old Pods may be stopped right now?",
            state(&moment)
        ),
        wanted: counted(right, stop_mistakes(moment)),
        why,
        working: format!(
            "`maxUnavailable`: {}, so {replicas} - {missing} = {least} must be available. Available now: {old} + {ready} = {available}. {end}",
            rounding(update.unavailable, replicas, false)
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
    let (most, added) = (update.most(), update.added());
    let exist = old + new;
    let (room, wanted) = (most - exist, replicas - new);
    let right = room.min(wanted);
    let mistakes = vec![
        mistake(
            "surge rounded down",
            (replicas + surge.down(replicas) - exist).min(wanted),
            "`maxSurge` is rounded up.",
        ),
        mistake(
            "all that are missing",
            wanted,
            format!("That is what is missing in the end; no more than {most} may exist at once."),
        ),
        mistake(
            "more than are wanted",
            room,
            format!("Then there would be more new Pods than the {replicas} that are wanted."),
        ),
        mistake(
            "surge alone",
            added,
            format!("The surge comes on top of {replicas} Pods, and {exist} exist already."),
        ),
        mistake("none", 0, format!("{exist} exist, and {most} may.")),
    ];
    let (why, end) = if right == room {
        (
            format!("{old} + {new} exist, and {most} may."),
            format!("{most} - {exist} = **{right}**."),
        )
    } else {
        (
            format!("There is room for {room}, but only {replicas} - {new} are missing."),
            format!(
                "{most} - {exist} = {room}, but only {replicas} - {new} = {} missing.",
                ones(right, "new")
            ),
        )
    };
    Question {
        stem: format!(
            "{} How many new Pods may be created right now, before any old one is stopped?",
            state(&moment)
        ),
        wanted: counted(right, mistakes),
        why,
        working: format!(
            "`maxSurge`: {}, so {replicas} + {added} = {most} may exist. There are {old} + {new} = {exist}. {end}",
            rounding(surge, replicas, true)
        ),
    }
}
