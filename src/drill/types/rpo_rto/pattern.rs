//! The cheapest way to prepare that keeps both objectives.

use super::{Case, Pattern, said};
use crate::drill::dice::Dice;
use crate::drill::number::{dollars, whole};
use crate::drill::question::{Question, Wanted, Wrong};

/// The ways, from the cheapest to the dearest, with ranges of their recovery point and time.
const WAYS: [(&str, [i64; 2], [i64; 2]); 4] = [
    ("Backup and restore", [240, 720], [240, 720]),
    ("Pilot light", [5, 15], [30, 75]),
    ("Warm standby", [2, 4], [5, 20]),
    ("Multi-site active/active", [1, 1], [1, 2]),
];

pub(super) fn draw(dice: &mut Dice) -> Case {
    let mut cost = dice.steps(300, 600, 50);
    let mut patterns = Vec::new();
    for (name, [least, most], [shortest, longest]) in WAYS {
        let point = if most > 60 {
            dice.steps(least, most, 60)
        } else {
            dice.between(least, most)
        };
        let time = match longest {
            61.. => dice.steps(shortest, longest, 15),
            3..=60 => dice.steps(shortest, longest, 5),
            _ => dice.between(shortest, longest),
        };
        patterns.push(Pattern {
            name,
            point,
            time,
            cost,
        });
        cost = cost * dice.between(2, 4) + 50 * dice.between(1, 9);
    }
    let wanted = patterns[dice.between(0, 2) as usize];
    let detect = dice.steps(5, 20, 5);
    // Either the time is kept with the detection, or only just missed because of it, so that the next one is needed.
    let time = if dice.chance(1, 2) {
        wanted.time + detect + dice.steps(0, 10, 5)
    } else {
        wanted.time + dice.steps(0, detect - 5, 5)
    };
    let spare = if wanted.point > 60 { 60 } else { 1 };
    let point = wanted.point + spare * dice.between(0, 1);
    Case::Choose {
        patterns,
        point,
        time,
        detect,
    }
}

const NONE: &str = "None of them";

pub(super) fn choose(patterns: &[Pattern], point: i64, time: i64, detect: i64) -> Question {
    let fits = |of: &Pattern| of.point <= point && detect + of.time <= time;
    let right = patterns.iter().find(|of| fits(of)).copied();
    let list: Vec<String> = patterns
        .iter()
        .map(|of| {
            format!(
                "- {}: at most {} of data lost, back in service {} after the order, {} a month",
                of.name,
                said(of.point),
                said(of.time),
                dollars(whole(of.cost))
            )
        })
        .collect();
    let sums: Vec<String> = patterns
        .iter()
        .map(|of| {
            format!(
                "{}: {} of data lost, {detect} + {} = {} minutes down, {}",
                of.name,
                said(of.point),
                of.time,
                detect + of.time,
                if fits(of) { "fits" } else { "does not fit" }
            )
        })
        .collect();
    Question {
        stem: format!(
            "A service has an RPO of {} and an RTO of {}. From a failure until the recovery is ordered {detect} minutes pass, whatever has been prepared. These ways to prepare have been worked out:\n\n{}\n\nWhich one is the cheapest that keeps both objectives?",
            said(point),
            said(time),
            list.join("\n")
        ),
        why: right.map_or_else(
            || "Not even the fastest one is fast enough.".to_owned(),
            |of| {
                format!(
                    "It loses at most {} of data and takes {detect} + {} = {} minutes; nothing cheaper keeps both.",
                    said(of.point),
                    of.time,
                    detect + of.time
                )
            },
        ),
        working: format!(
            "The time until the order counts for each of them. {}. {}",
            sums.join("; "),
            right.map_or_else(
                || format!("**{NONE}** fits."),
                |of| format!("The cheapest that fits: **{}**.", of.name)
            )
        ),
        wanted: Wanted::Text {
            right: right.map_or(NONE, |of| of.name).to_owned(),
            wrong: others(patterns, right, [point, time, detect]),
        },
    }
}

/// The options beside the right one, the likeliest first: those that are next to it in the list.
fn others(
    patterns: &[Pattern],
    right: Option<Pattern>,
    [point, time, detect]: [i64; 3],
) -> Vec<Wrong> {
    let place = right.map_or(3, |right| {
        let at = patterns.iter().position(|of| *of == right);
        at.unwrap_or_default()
    });
    let mut near: Vec<(usize, &Pattern)> = patterns
        .iter()
        .enumerate()
        .map(|(at, of)| (at.abs_diff(place), of))
        .filter(|(_, of)| right.is_none_or(|right| right != **of))
        .collect();
    near.sort_by_key(|(apart, _)| *apart);
    let mut wrong: Vec<Wrong> = near
        .into_iter()
        .map(|(_, of)| Wrong {
            name: "another pattern",
            text: of.name.to_owned(),
            why: judged(of, right, point, time, detect),
        })
        .collect();
    // It also stands beside the dearer ones when one of them is right, so that it does not give itself away.
    if let Some(right) = right.filter(|_| place > 1) {
        wrong.insert(
            2,
            Wrong {
                name: "none",
                text: NONE.to_owned(),
                why: format!("{} keeps both objectives.", right.name),
            },
        );
    }
    wrong
}

/// Why a pattern is not the one.
fn judged(of: &Pattern, right: Option<Pattern>, point: i64, time: i64, detect: i64) -> String {
    if of.point > point {
        format!(
            "It may lose {} of data, and the RPO is {}.",
            said(of.point),
            said(point)
        )
    } else if of.time > time {
        format!(
            "It is back only {} after the order, and the RTO is {}.",
            said(of.time),
            said(time)
        )
    } else if of.time + detect > time {
        format!(
            "With the {detect} minutes until the order it takes {} minutes, and the RTO is {}.",
            of.time + detect,
            said(time)
        )
    } else {
        let cheaper = right.map_or(0, |right| of.cost - right.cost);
        format!(
            "It keeps both, but costs {} a month more than the cheapest that does.",
            dollars(whole(cheaper))
        )
    }
}
