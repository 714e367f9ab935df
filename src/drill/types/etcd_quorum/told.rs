//! The questions of quorum in words.

use super::quorum;
use crate::drill::number::{Precision, Unit, whole};
use crate::drill::question::{Mistake, Question, Wanted};
use crate::drill::types::parts::{count, mistake, points, size};

fn zone_name(region: &str, place: usize) -> String {
    format!("{region}{}", char::from(b'a' + place as u8))
}

fn counted(value: i64, unit: Unit, mistakes: Vec<Mistake>) -> Wanted {
    Wanted::Number {
        value: whole(value),
        unit,
        precision: Precision::Exact,
        mistakes,
    }
}

const MEMBERS: Unit = Unit::Word("member", "members");

pub(super) fn needed(members: i64) -> Question {
    let right = quorum(members);
    Question {
        stem: format!(
            "An etcd cluster has {members} members. How many of them must answer before something is written?"
        ),
        wanted: counted(
            right,
            MEMBERS,
            vec![
                mistake(
                    "half of them",
                    (members + 1) / 2,
                    format!("Half of {members} is not a majority; one more is needed."),
                ),
                mistake(
                    "those that may fail",
                    members - right,
                    format!("So many may fail; the other {right} must answer."),
                ),
                mistake(
                    "one too many",
                    right + 1,
                    format!("{right} are already more than half of {members}."),
                ),
                mistake(
                    "all of them",
                    members,
                    "A majority is enough; otherwise one failure would stop the cluster.",
                ),
            ],
        ),
        why: format!("{right} of {members} is the smallest majority."),
        working: format!(
            "Quorum = floor({members} / 2) + 1 = {} + 1 = **{right}**.",
            members / 2
        ),
    }
}

fn spare_mistakes(members: i64, down: i64) -> Vec<Mistake> {
    let all = members - quorum(members);
    let right = all - down;
    let mut mistakes = Vec::new();
    if down > 0 {
        let left = members - down;
        mistakes.push(mistake(
            "failed ones not counted as members",
            left - quorum(left),
            format!(
                "The quorum stays that of {members} members until the failed are removed: {}.",
                quorum(members)
            ),
        ));
        mistakes.push(mistake(
            "failed ones forgotten",
            all,
            format!("{all} may fail in total, and {down} of them already did."),
        ));
    }
    mistakes.extend([
        mistake(
            "half of them",
            members / 2 - down,
            format!(
                "Then only {} of {members} would be left, which is no majority.",
                members - members / 2
            ),
        ),
        mistake(
            "quorum",
            quorum(members),
            "That is the quorum: so many must answer.",
        ),
        mistake(
            "all but one",
            members - 1 - down,
            "One member alone is no majority.",
        ),
        mistake(
            "one too few",
            right - 1,
            format!("One more may fail: the quorum is {}.", quorum(members)),
        ),
    ]);
    mistakes.retain(|of| of.value >= whole(0));
    mistakes
}

pub(super) fn spare(members: i64, down: i64) -> Question {
    let all = members - quorum(members);
    let right = all - down;
    let stem = if down == 0 {
        format!(
            "An etcd cluster has {members} members. How many of them may fail at the same time while it still takes writes?"
        )
    } else {
        format!(
            "An etcd cluster has {members} members, of which {} already. How many more may fail while it still takes writes?",
            count(down, "has failed", "have failed")
        )
    };
    let minus = if down == 0 {
        format!("{members} - {} = **{right}**", quorum(members))
    } else {
        format!(
            "{members} - {} = {all} may fail in total, {all} - {down} = **{right}** more",
            quorum(members)
        )
    };
    Question {
        stem,
        wanted: counted(right, MEMBERS, spare_mistakes(members, down)),
        why: format!(
            "{} of {members} must answer, so {all} may fail.",
            quorum(members)
        ),
        working: format!(
            "Quorum = floor({members} / 2) + 1 = {}. {minus}.",
            quorum(members)
        ),
    }
}

fn zone_mistakes(zones: &[i64], running: &[i64]) -> Vec<Mistake> {
    let members: i64 = zones.iter().sum();
    let up: i64 = running.iter().sum();
    let (needed, down) = (quorum(members), members - up);
    let half = running.iter().filter(|of| 2 * (up - **of) >= members);
    let half = size(half.count());
    vec![
        mistake(
            "half is enough",
            half,
            format!("Half of {members} is no majority: {needed} must be left."),
        ),
        mistake(
            "failed ones forgotten",
            size(zones.iter().filter(|of| members - **of >= needed).count()),
            format!("{down} of the {members} members are already gone."),
        ),
        mistake(
            "any zone",
            size(zones.len()),
            format!(
                "What is left must be at least {needed} of {members}, and one zone holds too many."
            ),
        ),
        mistake(
            "no zone",
            0,
            format!("A zone may go if {needed} of {members} members are left without it."),
        ),
        mistake(
            "one zone less",
            size(zones.len()) - 1,
            format!("Count for each zone what is left without it; {needed} are needed."),
        ),
        mistake(
            "one zone",
            1,
            format!("Count for each zone what is left without it; {needed} are needed."),
        ),
    ]
}

pub(super) fn zones(region: &str, zones: &[i64], down: i64) -> Question {
    let members: i64 = zones.iter().sum();
    let needed = quorum(members);
    let running: Vec<i64> = zones
        .iter()
        .enumerate()
        .map(|(place, size)| if place == 0 { size - down } else { *size })
        .collect();
    let up = members - down;
    let right = running.iter().filter(|of| up - **of >= needed);
    let right = size(right.count());
    let list: Vec<String> = zones
        .iter()
        .enumerate()
        .map(|(place, size)| {
            format!(
                "`{}`: {}",
                zone_name(region, place),
                count(*size, "member", "members")
            )
        })
        .collect();
    let failed = if down == 0 {
        String::new()
    } else {
        format!(
            "\n\nIn `{}`, {} already.",
            zone_name(region, 0),
            count(down, "member has failed", "members have failed")
        )
    };
    let mut lines = vec![format!(
        "{members} members, quorum floor({members} / 2) + 1 = {needed}."
    )];
    for (place, size) in running.iter().enumerate() {
        let left = up - size;
        let is = if left >= needed { "enough" } else { "too few" };
        lines.push(format!(
            "Without `{}`: {} left, {is}.",
            zone_name(region, place),
            count(left, "runs and is", "run and are")
        ));
    }
    Question {
        stem: format!(
            "The members of an etcd cluster lie in {} zones:\n\n{}{failed}\n\nOf how many of these zones can the cluster lose that one zone, with all in it, and still take writes?",
            zones.len(),
            points(&list)
        ),
        wanted: counted(
            right,
            Unit::Word("zone", "zones"),
            zone_mistakes(zones, &running),
        ),
        why: format!("{needed} of {members} members must be left without that zone."),
        working: format!("{}\n\nThat makes **{right}**.", points(&lines)),
    }
}

pub(super) fn replaced(members: i64, dead: i64, added: i64) -> Question {
    let listed = members + added;
    let needed = quorum(listed);
    let running = members - dead + added;
    let right = running - needed;
    let clean = running - quorum(running);
    let mut mistakes = vec![
        mistake(
            "dead ones not counted",
            clean,
            format!(
                "That holds once the dead are removed. Now {listed} members are listed, so {needed} must answer."
            ),
        ),
        mistake(
            "old quorum",
            running - quorum(members),
            format!("The quorum grows with each member that is added: {needed} of {listed}."),
        ),
        mistake(
            "dead ones run",
            listed - needed,
            format!("{dead} of the {listed} that are listed do not run."),
        ),
        mistake(
            "half is enough",
            running - listed / 2,
            format!("Half of {listed} is no majority."),
        ),
    ];
    mistakes.retain(|of| of.value >= whole(0));
    Question {
        stem: format!(
            "In an etcd cluster of {members} members, {} gone for good. {} added with `etcdctl member add` and {} running; `member remove` was not called. How many of the running members may fail now while the cluster still takes writes?",
            count(dead, "member is", "members are"),
            match added {
                1 => "One new member was".to_owned(),
                _ => format!("{added} new members, one after the other, were"),
            },
            if added == 1 { "is" } else { "are" }
        ),
        wanted: counted(right, MEMBERS, mistakes),
        why: format!("{running} run, and {needed} of the {listed} that are listed must answer."),
        working: format!(
            "Listed: {members} + {added} = {listed}, the dead among them. Quorum = floor({listed} / 2) + 1 = {needed}. Running: {members} - {dead} + {added} = {running}. {running} - {needed} = **{right}**. Removing the dead first would have kept the quorum lower."
        ),
    }
}

pub(super) fn torn(parts: &[i64], down: i64) -> Question {
    let running: i64 = parts.iter().sum();
    let members = running + down;
    let needed = quorum(members);
    let right = parts
        .iter()
        .copied()
        .find(|part| *part >= needed)
        .unwrap_or(0);
    let largest = parts.iter().copied().max().unwrap_or(0);
    let without = parts
        .iter()
        .copied()
        .find(|part| *part >= quorum(running))
        .unwrap_or(0);
    let names: Vec<String> = parts.iter().map(i64::to_string).collect();
    let failed = if down == 0 {
        "All of them run.".to_owned()
    } else {
        format!("{} not run.", count(down, "member does", "members do"))
    };
    let verdict = if right == 0 {
        format!("No part has {needed}, so nothing is written anywhere: **0**.")
    } else {
        format!("Only the part with {right} has that many: **{right}**.")
    };
    Question {
        stem: format!(
            "An etcd cluster has {members} members. {failed} The network is torn into parts that cannot reach each other; the members that run lie in them as {}. How many members can still take part in a write?",
            names.join(" + ")
        ),
        wanted: counted(
            right,
            MEMBERS,
            vec![
                mistake(
                    "largest part",
                    largest,
                    format!(
                        "The largest part decides nothing unless it has {needed} of {members}."
                    ),
                ),
                mistake(
                    "only running ones counted",
                    without,
                    format!("The quorum is that of all {members} members: {needed}."),
                ),
                mistake(
                    "every part for itself",
                    running,
                    "Then two parts could decide differently. Only a part with the quorum writes.",
                ),
                mistake(
                    "none",
                    0,
                    format!("A part with {needed} of {members} goes on."),
                ),
                mistake(
                    "quorum",
                    needed,
                    "That is how many are needed, not how many there are in that part.",
                ),
            ],
        ),
        why: format!("A part needs {needed} of {members} members."),
        working: format!("Quorum = floor({members} / 2) + 1 = {needed}. {verdict}"),
    }
}
