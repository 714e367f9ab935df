//! Parts of one kind: a chain, copies, and how many copies are needed.

use super::{any, power, share, slip};
use crate::drill::number::{Precision, Ratio, Unit, plain, rounded, whole};
use crate::drill::question::{Question, Wanted, Wrong};

/// Percent with three decimals, so that no option stands out by its length.
fn long(percent: Ratio) -> String {
    let thousandths = rounded(percent * whole(1_000), 0).to_integer();
    format!("{}.{:03} %", thousandths / 1_000, thousandths % 1_000)
}

/// A number as it is, up to twelve decimals.
fn exact(value: Ratio) -> String {
    const SCALE: i64 = 1_000_000_000_000;
    let units = rounded(value * whole(SCALE), 0).to_integer();
    let scale = i128::from(SCALE);
    let text = format!("{}.{:012}", units / scale, units % scale);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The names of the parts of a chain.
const NAMES: [&str; 3] = ["a load balancer", "an application", "a database"];

pub(super) fn serial(parts: &[Ratio]) -> Question {
    let together = |parts: &[Ratio]| {
        parts
            .iter()
            .fold(whole(100), |product, part| product * share(*part))
    };
    let right = together(parts);
    let least = parts.iter().copied().min().unwrap_or(right);
    let most = parts.iter().copied().max().unwrap_or(right);
    let count = parts.iter().fold(whole(0), |count, _| count + whole(1));
    let mean = parts.iter().sum::<Ratio>() / count;
    // The best part ten times as bad as it is.
    let worse: Vec<Ratio> = parts
        .iter()
        .map(|part| {
            let lost = whole(100) - part;
            whole(100)
                - if *part == most {
                    lost * whole(10)
                } else {
                    lost
                }
        })
        .collect();
    let wrong = |name, value: Ratio, why: String| Wrong {
        name,
        text: long(value),
        why,
    };
    let list: Vec<String> = parts
        .iter()
        .zip(&NAMES[3 - parts.len()..])
        .map(|(part, name)| format!("{name} ({} %)", plain(*part)))
        .collect();
    let factors: Vec<String> = parts.iter().map(|part| plain(share(*part))).collect();
    let best = plain(whole(100) - most);
    Question {
        stem: format!(
            "Every request needs {}, and they fail independently of each other. How available is the whole, rounded to three decimals?",
            joined(&list)
        ),
        why: format!("{}, as all are needed.", factors.join(" x ")),
        working: format!(
            "All are needed, so the shares are multiplied: {}, about {}, which is **{}**. A chain is less available than its weakest part.",
            factors.join(" x "),
            plain(rounded(share(right), 5)),
            long(right),
        ),
        wanted: Wanted::Text {
            right: long(right),
            wrong: vec![
                wrong("weakest part", least, format!("That is the weakest part alone, at {} %. What else is needed fails at other times, too.", plain(least))),
                wrong("decimal point", together(&worse), format!("That takes the best part to be down ten times as long as its {best} %.")),
                wrong("mean", mean, "That is the mean. A chain is worse than its weakest part, never between its parts.".to_owned()),
                wrong("best part", most, format!("That is the best part alone, at {} %.", plain(most))),
            ],
        },
    }
}

/// `a, b and c`.
fn joined(list: &[String]) -> String {
    match list.split_last() {
        Some((end, rest)) if !rest.is_empty() => format!("{} and {end}", rest.join(", ")),
        _ => list.concat(),
    }
}

/// `both`, `all 3`.
pub(super) fn all_of(copies: u32) -> String {
    if copies == 2 {
        "both".to_owned()
    } else {
        format!("all {copies}")
    }
}

/// Percent with up to six decimals.
fn short(percent: Ratio) -> String {
    format!("{} %", plain(percent))
}

fn redundant_mistakes(each: Ratio, copies: u32) -> Vec<Wrong> {
    let lost = whole(100) - each;
    let wrong = |name, value: Ratio, why: String| Wrong {
        name,
        text: short(value),
        why,
    };
    let fewer = if copies == 2 {
        "one server would".to_owned()
    } else {
        format!("{} servers", copies - 1)
    };
    vec![
        wrong(
            "as a chain",
            power(share(each), copies) * whole(100),
            format!(
                "{} to the power of {copies} is how often all of them are up. One is enough.",
                plain(share(each))
            ),
        ),
        wrong(
            "loss shared out",
            // No longer than the others, so that it does not stand out.
            rounded(whole(100) - lost / whole(i64::from(copies)), 4),
            format!(
                "The loss of {} % is not divided by {copies}, it is taken to the power of {copies}.",
                plain(lost)
            ),
        ),
        wrong(
            "one copy too many",
            any(each, copies + 1),
            format!("That is what {} servers reach.", copies + 1),
        ),
        wrong(
            "one copy too few",
            any(each, copies - 1),
            format!("That is what {fewer} reach."),
        ),
    ]
}

pub(super) fn redundant(each: Ratio, copies: u32) -> Question {
    let right = any(each, copies);
    let lost = whole(100) - each;
    Question {
        stem: format!(
            "{copies} servers do the same work, any one of them is enough, and they fail independently of each other. Each is available {} % of the time. How available are they together?",
            plain(each)
        ),
        why: format!(
            "1 - {}^{copies}: the service is down only while all of them are.",
            plain(share(lost))
        ),
        working: format!(
            "Each is down {} of the time, {} at once {}^{copies} = {} of it. 1 - {} = {}, which is **{}**.",
            plain(share(lost)),
            all_of(copies),
            plain(share(lost)),
            plain(power(share(lost), copies)),
            plain(power(share(lost), copies)),
            plain(share(right)),
            short(right),
        ),
        wanted: Wanted::Text {
            right: short(right),
            wrong: redundant_mistakes(each, copies),
        },
    }
}

pub(super) fn needed(each: Ratio, target: Ratio) -> Question {
    let mut right = 1;
    while any(each, right) < target {
        right += 1;
    }
    let (lost, allowed) = (whole(100) - each, whole(100) - target);
    let count = |count: u32| whole(i64::from(count));
    let mistakes = vec![
        slip(
            "one too few",
            count(right - 1),
            format!(
                "{} would reach only {} %.",
                right - 1,
                exact(any(each, right - 1))
            ),
        ),
        slip(
            "one too many",
            count(right + 1),
            format!(
                "That is enough, but so are {right}, with {} %.",
                exact(any(each, right))
            ),
        ),
        slip(
            "losses divided",
            (lost / allowed).ceil(),
            format!(
                "{} % / {} % divides the losses. Each further copy multiplies them by {}.",
                plain(lost),
                plain(allowed),
                plain(share(lost))
            ),
        ),
    ];
    Question {
        stem: format!(
            "Servers that fail independently of each other are each available {} % of the time, and one of them is enough. How many are needed at least, so that the service is available {} % of the time or more?",
            plain(each),
            plain(target)
        ),
        wanted: Wanted::Number {
            value: count(right),
            unit: Unit::None,
            precision: Precision::Exact,
            mistakes,
        },
        why: format!(
            "{right} reach {} %, {} only {} %.",
            exact(any(each, right)),
            right - 1,
            exact(any(each, right - 1))
        ),
        working: format!(
            "All n are down at once {}^n of the time, which may be {} at most. {}^{} = {} is too much, {}^{right} = {} is not: **{right}** servers.",
            plain(share(lost)),
            plain(share(allowed)),
            plain(share(lost)),
            right - 1,
            exact(power(share(lost), right - 1)),
            plain(share(lost)),
            exact(power(share(lost), right)),
        ),
    }
}
