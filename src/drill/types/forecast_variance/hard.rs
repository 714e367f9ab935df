//! What is out of the ordinary.

use super::{cents, in_dollars, mistake, money};
use crate::drill::number::{Precision, Ratio, Unit, dollars, plain, ratio, whole};
use crate::drill::question::{Mistake, Question, Wanted};

pub(super) fn with_once(spent: i64, once: i64, days: i64, month: i64) -> Question {
    let daily = ratio(spent - once, days);
    let value = daily * whole(month) + whole(once);
    let (so_far, single) = (money(spent), money(once));
    Question {
        stem: format!(
            "After {days} of {month} days a month has cost {so_far}. That includes a charge of {single} for a data migration, which falls due only once. At the run rate of everything else, what will the whole month cost?"
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "charge carried on",
                    ratio(spent * month, days),
                    format!("That carries the {single} on as if they fell due again and again."),
                ),
                mistake(
                    "charge left out",
                    daily * whole(month),
                    format!("The {single} do not come again, but they are part of this month."),
                ),
                mistake(
                    "charge counted twice",
                    daily * whole(month - days) + whole(spent + once),
                    format!("The {so_far} so far contain the {single} already."),
                ),
                mistake(
                    "days left alone",
                    daily * whole(month - days) + whole(once),
                    format!("The first {days} days are missing."),
                ),
            ],
        ),
        why: format!(
            "{} a day for {month} days, and {single} once.",
            dollars(daily)
        ),
        working: format!(
            "Without the charge: {so_far} - {single} = {}, / {days} = {} a day. {} x {month} = {}, plus {single} = **{}**.",
            money(spent - once),
            dollars(daily),
            dollars(daily),
            dollars(daily * whole(month)),
            cents(value)
        ),
    }
}

/// How many of the bills are above the usual one by an amount for which this holds.
fn counted(usual: i64, days: [i64; 7], is_so: impl Fn(Ratio) -> bool) -> Ratio {
    let found = days.iter().filter(|bill| is_so(whole(**bill - usual)));
    found.fold(whole(0), |sum, _| sum + whole(1))
}

pub(super) fn count(usual: i64, days: [i64; 7], percent: i64, least: i64) -> Question {
    let step = ratio(usual * percent, 100);
    let strict = step.max(whole(least));
    let value = counted(usual, days, |above| above > strict);
    let list: Vec<String> = days.iter().map(|bill| money(*bill)).collect();
    let found: Vec<String> = days
        .iter()
        .filter(|bill| whole(**bill - usual) > strict)
        .map(|bill| money(*bill))
        .collect();
    let (found, limit) = (found.join(", "), dollars(whole(usual) + strict));
    Question {
        stem: format!(
            "A service usually costs {} a day. A monitor reports each day that is both more than {percent} % and more than {} above that. The last seven days cost {}. How many of them are reported?",
            money(usual),
            money(least),
            list.join(", ")
        ),
        wanted: Wanted::Number {
            value,
            unit: Unit::Word("day", "days"),
            precision: Precision::Exact,
            mistakes: count_mistakes(usual, days, step, whole(least)),
        },
        why: format!("Both thresholds are passed above {limit}: {found}."),
        working: format!(
            "{percent} % of {} is {}, so a day must cost more than {} by the first threshold and more than {} by the second. Both are passed above {limit}: {found}. That makes **{}**.",
            money(usual),
            dollars(step),
            dollars(whole(usual) + step),
            money(usual + least),
            plain(value)
        ),
    }
}

fn count_mistakes(usual: i64, days: [i64; 7], step: Ratio, least: Ratio) -> Vec<Mistake> {
    vec![
        mistake(
            "either threshold",
            counted(usual, days, |above| above > step || above > least),
            "A day must pass both thresholds, not one of them.",
        ),
        mistake(
            "every day above the usual",
            counted(usual, days, |above| above > whole(0)),
            "A day above the usual cost is reported only if it passes both thresholds.",
        ),
        mistake(
            "thresholds added",
            counted(usual, days, |above| above > step + least),
            "The two thresholds hold side by side; they are not added.",
        ),
        mistake(
            "every day",
            whole(7),
            "A day on or below the usual cost is not reported.",
        ),
    ]
}
