//! Alerts that look at a long and a short window.

use super::{Case, slo};
use crate::drill::dice::Dice;
use crate::drill::number::{Ratio, decimal, plain, whole};
use crate::drill::question::{Question, Wanted, Wrong};

/// The windows, as the case holds them.
pub(in crate::drill) const WINDOWS: [&str; 5] =
    ["5 minutes", "30 minutes", "1 hour", "6 hours", "3 days"];

/// A rule: its name, its rate, and the places of its long and its short window.
pub(in crate::drill) struct Rule {
    pub(in crate::drill) name: &'static str,
    pub(in crate::drill) rate: Ratio,
    pub(in crate::drill) long: usize,
    pub(in crate::drill) short: usize,
}

/// The rules, the most urgent first.
pub(in crate::drill) fn rules() -> [Rule; 3] {
    let rule = |name, rate, long, short| Rule {
        name,
        rate,
        long,
        short,
    };
    [
        rule("The fast page", decimal(144, 1), 2, 0),
        rule("The slow page", whole(6), 3, 1),
        rule("The ticket", whole(1), 4, 3),
    ]
}

const NOTHING: &str = "Nothing fires";

pub(super) fn draw(dice: &mut Dice) -> Case {
    let slo = slo(dice);
    // Burn rates in tenths for 5 minutes, 30 minutes, 1 hour, 6 hours and 3 days. What fails in a window fails in the longer ones, too.
    let rates = match dice.below(6) {
        // It has been bad for an hour and still is.
        0 => [[150, 300], [150, 250], [150, 200], [35, 55], [5, 8]],
        // It was bad for an hour and is over.
        1 => [[1, 9], [2, 20], [150, 200], [35, 55], [5, 8]],
        // It smoulders for hours.
        2 => [[65, 130], [65, 130], [65, 130], [65, 120], [11, 20]],
        // It has smouldered and is over.
        3 => [[1, 9], [2, 9], [20, 50], [65, 100], [9, 25]],
        // It is a little too much for days.
        4 => [[5, 30], [10, 30], [15, 40], [12, 40], [11, 25]],
        // A peak of minutes.
        _ => [[150, 400], [70, 100], [50, 60], [10, 25], [3, 9]],
    };
    let errors = rates.map(|[low, high]| (whole(100) - slo) * decimal(dice.between(low, high), 1));
    Case::Alert { slo, errors }
}

pub(super) fn tell(slo: Ratio, errors: [Ratio; 5]) -> Question {
    let budget = whole(100) - slo;
    let rates = errors.map(|of| of / budget);
    let rules = rules();
    let right = rules
        .iter()
        .find(|rule| rates[rule.long] > rule.rate && rates[rule.short] > rule.rate)
        .map_or(NOTHING, |rule| rule.name);
    let measured: Vec<String> = WINDOWS
        .iter()
        .zip(errors)
        .map(|(window, of)| format!("{} % over {window}", plain(of)))
        .collect();
    let told: Vec<String> = rules
        .iter()
        .map(|rule| {
            format!(
                "- {}: burn rate above {} over {} and over {}",
                rule.name,
                plain(rule.rate),
                WINDOWS[rule.long],
                WINDOWS[rule.short]
            )
        })
        .collect();
    let worked: Vec<String> = rules
        .iter()
        .map(|rule| {
            format!(
                "{} needs more than {} and sees {} over {} and {} over {}",
                rule.name,
                plain(rule.rate),
                plain(rates[rule.long]),
                WINDOWS[rule.long],
                plain(rates[rule.short]),
                WINDOWS[rule.short]
            )
        })
        .collect();
    let end = if right == NOTHING {
        format!("None of them is exceeded in both windows: **{NOTHING}**.")
    } else {
        format!("The most urgent one that is exceeded in both windows: **{right}**.")
    };
    Question {
        stem: format!(
            "An SLO demands that {} % of the requests succeed. These alerts are set, the most urgent first; each fires when its rate is exceeded in both of its windows:\n\n{}\n\nThe share of requests that failed, up to now: {}. Which is the most urgent alert that fires?",
            plain(slo),
            told.join("\n"),
            measured.join(", ")
        ),
        why: why(right, &rules, &rates),
        working: format!(
            "Each share of errors is divided by the {} % that may fail. {}. {end}",
            plain(budget),
            worked.join(". ")
        ),
        wanted: Wanted::Text {
            right: right.to_owned(),
            wrong: others(right, &rules, &rates),
        },
    }
}

/// The options beside the right one.
fn others(right: &str, rules: &[Rule], rates: &[Ratio; 5]) -> Vec<Wrong> {
    let mut wrong: Vec<Wrong> = rules
        .iter()
        .filter(|rule| rule.name != right)
        .map(|rule| Wrong {
            name: "another rule",
            text: rule.name.to_owned(),
            why: judged(rule, rates, right),
        })
        .collect();
    if right != NOTHING {
        wrong.push(Wrong {
            name: "nothing",
            text: NOTHING.to_owned(),
            why: format!("{right} fires: both of its windows are above its rate."),
        });
    }
    wrong
}

fn why(right: &str, rules: &[Rule], rates: &[Ratio; 5]) -> String {
    rules.iter().find(|rule| rule.name == right).map_or_else(
        || "For each alert at least one of its two windows is not above its rate.".to_owned(),
        |rule| {
            format!(
                "{} over {} and {} over {} are both above {}.",
                plain(rates[rule.long]),
                WINDOWS[rule.long],
                plain(rates[rule.short]),
                WINDOWS[rule.short],
                plain(rule.rate)
            )
        },
    )
}

/// Why a rule is not the answer.
fn judged(rule: &Rule, rates: &[Ratio; 5], right: &str) -> String {
    for window in [rule.short, rule.long] {
        if rates[window] <= rule.rate {
            return format!(
                "Over {} the burn rate is {}, which is not above {}.",
                WINDOWS[window],
                plain(rates[window]),
                plain(rule.rate)
            );
        }
    }
    format!("It fires as well, but there is a more urgent one: {right}.")
}
