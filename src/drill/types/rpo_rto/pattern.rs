//! The cheapest way to prepare that keeps both objectives.

use super::{Case, Pattern, said};
use crate::drill::dice::Dice;
use crate::drill::number::{dollars, whole};
use crate::drill::question::{Question, Wanted, Wrong};

/// The ways, from the cheapest to the dearest, with ranges of their recovery point and time.
const WAYS: [(&str, [i64; 2], [i64; 2]); 4] = [
    ("Backup and restore", [240, 720], [240, 720]),
    ("Pilot light", [5, 15], [60, 120]),
    ("Warm standby", [2, 4], [10, 30]),
    ("Multi-site, all sites at work", [1, 1], [1, 2]),
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

pub(super) fn choose(patterns: &[Pattern], point: i64, time: i64, detect: i64) -> Question {
    let fits = |of: &Pattern| of.point <= point && of.time + detect <= time;
    let right = patterns.iter().find(|of| fits(of)).copied();
    let list: Vec<String> = patterns
        .iter()
        .map(|of| {
            format!(
                "- {}: loses {} at most, switches over in {}, {} a month",
                of.name,
                said(of.point),
                said(of.time),
                dollars(whole(of.cost))
            )
        })
        .collect();
    let none = "None of them";
    let text = right.map_or(none, |of| of.name);
    let mut wrong: Vec<Wrong> = patterns
        .iter()
        .map(|of| Wrong {
            name: "another pattern",
            text: of.name.to_owned(),
            why: judged(of, right, point, time, detect),
        })
        .filter(|wrong| wrong.text != text)
        .collect();
    // Those that are next to the right one are the likeliest.
    let place = patterns.iter().position(|of| of.name == text).unwrap_or(3);
    wrong.sort_by_key(|wrong| {
        let at = patterns.iter().position(|of| of.name == wrong.text);
        at.unwrap_or_default().abs_diff(place)
    });
    let sums: Vec<String> = patterns
        .iter()
        .map(|of| {
            format!(
                "{}: {} lost, {} + {detect} = {} minutes down, {}",
                of.name,
                said(of.point),
                of.time,
                of.time + detect,
                if fits(of) { "fits" } else { "does not fit" }
            )
        })
        .collect();
    Question {
        stem: format!(
            "A service has an RPO of {} and an RTO of {}. From a failure until the switch is ordered {detect} minutes pass, whatever is chosen. A company has worked out for it:\n\n{}\n\nWhich one is the cheapest that keeps both objectives?",
            said(point),
            said(time),
            list.join("\n")
        ),
        why: right.map_or_else(
            || "Not even the fastest one is fast enough.".to_owned(),
            |of| {
                format!(
                    "It loses {} and takes {} + {detect} = {} minutes; nothing cheaper keeps both.",
                    said(of.point),
                    of.time,
                    of.time + detect
                )
            },
        ),
        working: format!(
            "The time to detect and decide counts for each of them. {}. The cheapest that fits: **{text}**.",
            sums.join("; ")
        ),
        wanted: Wanted::Text {
            right: text.to_owned(),
            wrong,
        },
    }
}

/// Why a pattern is not the one.
fn judged(of: &Pattern, right: Option<Pattern>, point: i64, time: i64, detect: i64) -> String {
    if of.point > point {
        format!(
            "It loses {}, and the RPO is {}.",
            said(of.point),
            said(point)
        )
    } else if of.time > time {
        format!(
            "Switching over takes {}, and the RTO is {}.",
            said(of.time),
            said(time)
        )
    } else if of.time + detect > time {
        format!(
            "With the {detect} minutes until the switch is ordered it takes {} minutes, and the RTO is {}.",
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
