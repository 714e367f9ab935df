//! Division - a unit and tags.

use super::{cents, in_dollars, in_percent, mistake, money};
use crate::drill::number::{plain, ratio, rounded, whole};
use crate::drill::question::Question;

/// What a service does with what it is paid for.
fn verb(what: &str) -> &'static str {
    match what {
        "customers" => "serves",
        "requests" => "answers",
        "messages" => "delivers",
        _ => "processes",
    }
}

pub(super) fn unit(cost: i64, units: i64, what: &str, per: i64) -> Question {
    let value = ratio(cost, units) * whole(per);
    let one = what.trim_end_matches('s');
    let (spent, many) = (money(cost), plain(whole(units)));
    let blocks = plain(ratio(units, per));
    let (asked, divisor) = if per == 1 {
        (
            format!("does one {one} cost"),
            format!("divide by all {many} {what}"),
        )
    } else {
        let some = format!("{} {what}", plain(whole(per)));
        (
            format!("do {some} cost"),
            format!("{many} {what} are {blocks} times {some}"),
        )
    };
    Question {
        stem: format!(
            "A service costs {spent} in a month and {} {many} {what}. How much {asked}?",
            verb(what)
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "turned round",
                    ratio(units, cost * per),
                    format!(
                        "The {what} were divided by the dollars; unit cost is dollars divided by units."
                    ),
                ),
                mistake(
                    "ten times too much",
                    value * whole(10),
                    format!("A zero was lost: {divisor}."),
                ),
                mistake(
                    "ten times too little",
                    value / whole(10),
                    format!("There is a zero too many: {divisor}."),
                ),
            ],
        ),
        why: format!("{spent} / {blocks} = {}.", cents(value)),
        working: if per == 1 {
            format!("{spent} / {many} {what} = **{}**.", cents(value))
        } else {
            format!("{divisor}. {spent} / {blocks} = **{}**.", cents(value))
        },
    }
}

pub(super) fn tags(tagged: i64, untagged: i64, resources: i64, all_resources: i64) -> Question {
    let all = tagged + untagged;
    let value = ratio(tagged * 100, all);
    let answer = plain(rounded(value, 1));
    Question {
        stem: format!(
            "In a month, {resources} of {all_resources} resources carry a cost allocation tag. They cost {}, the resources without it cost {}. What share of the cost is covered by the tag?",
            money(tagged),
            money(untagged)
        ),
        wanted: in_percent(
            value,
            vec![
                mistake(
                    "resources counted",
                    ratio(resources * 100, all_resources),
                    format!(
                        "That is the share of the resources. The {} without the tag do not cost the same on average.",
                        all_resources - resources
                    ),
                ),
                mistake(
                    "untagged part",
                    whole(100) - value,
                    "That is the share of the cost without the tag.".to_owned(),
                ),
                mistake(
                    "untagged by tagged",
                    ratio(untagged * 100, tagged),
                    "The untagged cost was divided by the tagged cost; asked is the tagged share of all cost.".to_owned(),
                ),
            ],
        ),
        why: format!("{} of {} carry the tag: {answer} %.", money(tagged), money(all)),
        working: format!(
            "All cost: {} + {} = {}. {} / {} = **{answer} %**. How many resources have a tag does not matter.",
            money(tagged),
            money(untagged),
            money(all),
            money(tagged),
            money(all)
        ),
    }
}
