//! Keys from a log of deployments.

use super::{
    Case, Deployment, HOURS, Key, listed, mean, middle, middle_told, number, percent, slip, sorted,
};
use crate::drill::dice::Dice;
use crate::drill::number::{Unit, plain, ratio, rounded};
use crate::drill::question::{Mistake, Question};

const MINUTES: Unit = Unit::Word("minute", "minutes");

pub(super) fn draw(dice: &mut Dice) -> Case {
    let key = *dice.pick(&[Key::Lead, Key::Failures, Key::Recovery, Key::Rework]);
    let count = dice.between(7, 9);
    let mut log: Vec<Deployment> = (0..count)
        .map(|_| Deployment {
            lead: dice.between(3, 40),
            restored: None,
            is_planned: true,
        })
        .collect();
    // Two or three of them fail, never neighbours; all of these but one are repaired by the deployment that follows.
    let failed = dice.between(2, 3) as usize;
    let switched_off = dice.below(failed as u32) as usize;
    for of in 0..failed {
        let place = of * 2 + usize::from(of > 0 && count > 7);
        // Switching the change off is quick; a repair that is committed after the failure and takes an hour from there is not.
        if of == switched_off {
            log[place].restored = Some(dice.steps(10, 40, 5));
        } else {
            log[place].restored = Some(dice.steps(70, 140, 5));
            log[place + 1].lead = 1;
            log[place + 1].is_planned = false;
        }
    }
    Case::Log {
        log,
        other: dice.steps(160, 300, 10),
        key,
    }
}

/// A deployment as the log tells it. What failed was repaired by the deployment that follows, or switched off without one.
fn line(log: &[Deployment], place: usize) -> String {
    let Deployment {
        lead,
        restored,
        is_planned,
    } = log[place];
    let hours = if lead == 1 { "hour" } else { "hours" };
    let kind = if is_planned {
        String::new()
    } else {
        format!("not planned, repaired deployment {place}; ")
    };
    let is_repaired = log.get(place + 1).is_some_and(|next| !next.is_planned);
    let end = match restored {
        None => "went well".to_owned(),
        Some(minutes) if is_repaired => format!(
            "failed, service restored after {minutes} minutes by deployment {}",
            place + 2
        ),
        Some(minutes) => format!(
            "failed, service restored after {minutes} minutes by switching its feature flag off"
        ),
    };
    format!(
        "- Deployment {}: {lead} {hours} after its commit; {kind}{end}",
        place + 1
    )
}

pub(super) fn tell(log: &[Deployment], other: i64, key: Key) -> Question {
    let lines: Vec<String> = (0..log.len()).map(|place| line(log, place)).collect();
    let story = format!(
        "A log of all deployments to production:\n\n{}\n- Besides, an outage at a provider was over after {other} minutes; no deployment had caused it\n\n",
        lines.join("\n")
    );
    let mut question = match key {
        Key::Lead => leads(log),
        Key::Recovery => recovery(log, other),
        Key::Failures | Key::Rework => shares(log, key),
    };
    question.stem = format!("{story}{}", question.stem);
    question
}

fn leads(log: &[Deployment]) -> Question {
    let all: Vec<i64> = log.iter().map(|of| of.lead).collect();
    let planned: Vec<i64> = log
        .iter()
        .filter(|of| of.is_planned)
        .map(|of| of.lead)
        .collect();
    let ordered = sorted(&all);
    let right = middle(&ordered);
    let (list, how) = (listed(&ordered), middle_told(&ordered));
    Question {
        stem: "What is the change lead time of all these deployments, as the median?".to_owned(),
        wanted: number(
            right,
            HOURS,
            vec![
                slip("mean", mean(&all), "That is the mean, not the median."),
                slip(
                    "not sorted",
                    middle(&all),
                    "That is the middle of the log as it stands. Sort it first.",
                ),
                slip(
                    "repairs left out",
                    middle(&sorted(&planned)),
                    "Repairs are changes that reach production, too: all deployments were asked for.",
                ),
            ],
        ),
        why: format!("Sorted: {list}. The median is {how}."),
        working: format!(
            "Sorted: {list}. The median of {} values is {how}: **{} hours**.",
            ordered.len(),
            plain(right)
        ),
    }
}

fn recovery(log: &[Deployment], other: i64) -> Question {
    let all: Vec<i64> = log.iter().filter_map(|of| of.restored).collect();
    let ordered = sorted(&all);
    let right = middle(&ordered);
    let mut more = all.clone();
    more.push(other);
    let longest = ordered.last().copied().unwrap_or_default();
    let (list, how) = (listed(&ordered), middle_told(&ordered));
    Question {
        stem: "What is the failed deployment recovery time, as the median?".to_owned(),
        wanted: number(
            right,
            MINUTES,
            vec![
                slip(
                    "provider counted",
                    middle(&sorted(&more)),
                    format!(
                        "No deployment caused the outage of {other} minutes, so it does not count here."
                    ),
                ),
                slip("mean", mean(&all), "That is the mean, not the median."),
                slip("longest", ratio(longest, 1), "That is the longest one."),
                slip(
                    "mean with the provider",
                    mean(&more),
                    format!("That is a mean, and the outage of {other} minutes does not count."),
                ),
                slip(
                    "sum",
                    ratio(all.iter().sum(), 1),
                    "That is the sum of all of them.",
                ),
            ],
        ),
        why: format!("Sorted: {list}. The median is {how}."),
        working: format!(
            "Recovery from the failed deployments took, sorted: {list} minutes. The median of {} values is {how}: **{} minutes**. The outage at the provider was no deployment.",
            ordered.len(),
            plain(right)
        ),
    }
}

/// How many of them are so.
fn counted(log: &[Deployment], is_so: impl Fn(&Deployment) -> bool) -> i64 {
    log.iter().map(|of| i64::from(is_so(of))).sum()
}

fn shares(log: &[Deployment], key: Key) -> Question {
    let count = counted(log, |_| true);
    let failed = counted(log, |of| of.restored.is_some());
    let repairs = counted(log, |of| !of.is_planned);
    let (part, stem, why) = if key == Key::Rework {
        (
            repairs,
            "What is the deployment rework rate: the share of all deployments that were unplanned and made necessary by an incident?",
            format!("Of {count} deployments {repairs} repaired something."),
        )
    } else {
        (
            failed,
            "What is the change fail rate (change failure rate)?",
            format!("{failed} failed deployments of {count}."),
        )
    };
    let right = percent(part, count);
    Question {
        stem: stem.to_owned(),
        wanted: number(
            right,
            Unit::Percent,
            share_mistakes([count, failed, repairs], key),
        ),
        why,
        working: format!(
            "{count} deployments, {failed} failed, {repairs} unplanned. {part} / {count} = **{} %**.",
            plain(rounded(right, 1))
        ),
    }
}

fn share_mistakes([count, failed, repairs]: [i64; 3], key: Key) -> Vec<Mistake> {
    let (part, swap) = if key == Key::Rework {
        let swap = slip(
            "fail rate",
            percent(failed, count),
            format!(
                "That is the change fail rate: {failed} failed. Rework counts the deployments that repaired, of which there are {repairs}."
            ),
        );
        (repairs, swap)
    } else {
        let swap = slip(
            "rework rate",
            percent(repairs, count),
            format!(
                "That is the deployment rework rate: {repairs} unplanned. Asked are the {failed} that failed."
            ),
        );
        (failed, swap)
    };
    vec![
        swap,
        slip(
            "of the planned",
            percent(part, count - repairs),
            format!(
                "That divides by the {} planned ones. Repairs are deployments as well.",
                count - repairs
            ),
        ),
        slip(
            "provider counted",
            percent(part + 1, count),
            "The outage at the provider was no deployment, and none caused or repaired it.",
        ),
        slip(
            "both",
            percent(failed + repairs, count),
            "That counts failures and repairs together.",
        ),
    ]
}
