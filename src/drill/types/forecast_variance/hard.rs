//! What is out of the ordinary.

use super::{cents, in_dollars, mistake, money};
use crate::drill::number::{Precision, Ratio, Unit, dollars, plain, ratio, whole};
use crate::drill::question::{Question, Wanted};

pub(super) fn with_once(spent: i64, once: i64, days: i64, month: i64) -> Question {
    let daily = ratio(spent - once, days);
    let value = daily * whole(month) + whole(once);
    let (so_far, single) = (money(spent), money(once));
    Question {
        stem: format!(
            "After {days} of {month} days a month has cost {so_far}. In it is a charge of {single} for a data migration that does not come again. At the run rate of everything else, what will the whole month cost?"
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "charge carried on",
                    ratio(spent * month, days),
                    format!("The {single} were carried on as if they fell due again and again."),
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

pub(super) fn count(usual: i64, days: [i64; 7], percent: i64, least: i64) -> Question {
    let step = ratio(usual * percent, 100);
    let counted = |is: &dyn Fn(Ratio) -> bool| {
        let found = days.iter().filter(|bill| is(whole(**bill - usual)));
        found.fold(whole(0), |sum, _| sum + whole(1))
    };
    let by_percent = |above: Ratio| above > step;
    let by_dollars = |above: Ratio| above > whole(least);
    let value = counted(&|above| by_percent(above) && by_dollars(above));
    let list: Vec<String> = days.iter().map(|bill| money(*bill)).collect();
    let strict = if step > whole(least) {
        step
    } else {
        whole(least)
    };
    let found: Vec<String> = days
        .iter()
        .filter(|bill| whole(**bill - usual) > strict)
        .map(|bill| money(*bill))
        .collect();
    let list = list.join(", ");
    Question {
        stem: format!(
            "A service costs {} on an average day. A monitor reports each day that is more than {percent} % and also more than {} above the average. The last seven days cost {list}. How many of them are reported?",
            money(usual),
            money(least)
        ),
        wanted: Wanted::Number {
            value,
            unit: Unit::Word("day", "days"),
            precision: Precision::Exact,
            mistakes: vec![
                mistake(
                    "either threshold",
                    counted(&|above| by_percent(above) || by_dollars(above)),
                    "A day must pass both thresholds, not one of them.".to_owned(),
                ),
                mistake(
                    "every day above the average",
                    counted(&|above| above > whole(0)),
                    "A day above the average is reported only if it passes both thresholds."
                        .to_owned(),
                ),
                mistake(
                    "thresholds added",
                    counted(&|above| above > step + whole(least)),
                    "The two thresholds hold side by side; they are not added.".to_owned(),
                ),
                mistake(
                    "every day",
                    whole(7),
                    "A day on or below the average is not reported.".to_owned(),
                ),
            ],
        },
        why: format!(
            "Above {}: {}.",
            dollars(whole(usual) + strict),
            found.join(", ")
        ),
        working: format!(
            "{percent} % of {} are {}, so a day must cost more than {} by the first threshold and more than {} by the second. Both are passed above {}: {}. That makes **{}**.",
            money(usual),
            dollars(step),
            dollars(whole(usual) + step),
            money(usual + least),
            dollars(whole(usual) + strict),
            found.join(", "),
            plain(value)
        ),
    }
}
