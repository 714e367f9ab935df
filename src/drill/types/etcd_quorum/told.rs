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
                    format!("That many may fail; the other {right} must answer."),
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
            format!("{all} may fail in total, and {down} of these already did."),
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
            "That is the quorum: that many must answer.",
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
    let mut why = format!(
        "{} of {members} must answer, so {all} may fail.",
        quorum(members)
    );
    if down > 0 {
        why = format!("{why} {down} of these already did.");
    }
    Question {
        stem,
        wanted: counted(right, MEMBERS, spare_mistakes(members, down)),
        why,
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
            format!("{down} of the {members} members failed already, so only {up} run."),
        ),
        mistake(
            "any zone",
            size(zones.len()),
            format!(
                "At least {needed} of {members} must still run, which does not hold for every zone."
            ),
        ),
        mistake(
            "no zone",
            0,
            format!("A zone may fail if {needed} of {members} members still run without it."),
        ),
        mistake(
            "one zone less",
            size(zones.len()) - 1,
            format!("Count for each zone what still runs without it; {needed} are needed."),
        ),
        mistake(
            "one zone",
            1,
            format!("Count for each zone what still runs without it; {needed} are needed."),
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
            "Without `{}`: {} on, {is}.",
            zone_name(region, place),
            count(left, "member runs", "members run")
        ));
    }
    Question {
        stem: format!(
            "The members of an etcd cluster run in {} zones:\n\n{}{failed}\n\nSuppose that exactly one of these zones fails, with all of its members. For how many of the zones would the cluster still take writes?",
            zones.len(),
            points(&list)
        ),
        wanted: counted(
            right,
            Unit::Word("zone", "zones"),
            zone_mistakes(zones, &running),
        ),
        why: format!("{needed} of {members} members must still run without that zone."),
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
                "That holds once those that were switched off are removed. Now {listed} members are listed, so {needed} must answer."
            ),
        ),
        mistake(
            "old quorum",
            running - quorum(members),
            format!("The quorum grows with the members that are added: {needed} of {listed}."),
        ),
        mistake(
            "dead ones run",
            listed - needed,
            format!(
                "{} of the {listed} that are listed.",
                count(dead, "does not run", "do not run")
            ),
        ),
        mistake(
            "half is enough",
            running - listed / 2,
            format!("Half of {listed} is no majority."),
        ),
        mistake(
            "quorum",
            needed,
            "That is the quorum: that many must answer.",
        ),
    ];
    mistakes.retain(|of| of.value >= whole(0));
    Question {
        stem: format!(
            "An etcd cluster of {members} members got {} by `etcdctl member add`, and all of them ran. Then {} for good, but nobody called `etcdctl member remove`. How many of the running members may fail now while the cluster still takes writes?",
            match added {
                1 => "one new member".to_owned(),
                _ => format!("{added} new members, one after the other,"),
            },
            count(
                dead,
                "of the old members was switched off",
                "of the old members were switched off"
            )
        ),
        wanted: counted(right, MEMBERS, mistakes),
        why: format!("{running} run, and {needed} of the {listed} that are listed must answer."),
        working: format!(
            "Listed: {members} + {added} = {listed}, with those that were switched off. Quorum = floor({listed} / 2) + 1 = {needed}. Running: {members} + {added} - {dead} = {running}. {running} - {needed} = **{right}**. Once they are removed, {} of {running} must answer.",
            quorum(running)
        ),
    }
}

fn torn_mistakes(parts: &[i64], members: i64) -> Vec<Mistake> {
    let running: i64 = parts.iter().sum();
    let needed = quorum(members);
    let goes_on = parts.iter().any(|part| *part >= needed);
    let largest = parts.iter().copied().max().unwrap_or(0);
    let without = parts
        .iter()
        .copied()
        .find(|part| *part >= quorum(running))
        .unwrap_or(0);
    vec![
        mistake(
            "largest part",
            largest,
            format!("The largest part decides nothing unless it has {needed} of {members}."),
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
            if goes_on {
                "That is how many are needed; all members of the part that has them take part."
            } else {
                "That is how many are needed, and no part has that many."
            },
        ),
    ]
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
    let names: Vec<String> = parts.iter().map(i64::to_string).collect();
    Question {
        stem: format!(
            "An etcd cluster has {members} members. {failed} A network partition splits the running members into parts of {} that cannot reach each other. How many members can still take part in a write?",
            names.join(" + ")
        ),
        wanted: counted(right, MEMBERS, torn_mistakes(parts, members)),
        why: format!("A part needs {needed} of {members} members."),
        working: format!("Quorum = floor({members} / 2) + 1 = {needed}. {verdict}"),
    }
}
