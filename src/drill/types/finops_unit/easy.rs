//! Division - a unit and tags.

use super::{cents, in_dollars, in_percent, mistake, money};
use crate::drill::number::{plain, ratio, rounded, whole};
use crate::drill::question::Question;

pub(super) fn unit(cost: i64, units: i64, what: &str, per: i64) -> Question {
    let value = ratio(cost, units) * whole(per);
    let one = what.trim_end_matches('s');
    let (spent, many) = (money(cost), plain(whole(units)));
    let wanted_for = if per == 1 {
        format!("one {one}")
    } else {
        format!("{} {what}", plain(whole(per)))
    };
    let blocks = plain(ratio(units, per));
    Question {
        stem: format!(
            "A service costs {spent} in a month and serves {many} {what}. What do {wanted_for} cost?"
        )
        .replace("What do one", "What does one"),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "turned round",
                    ratio(units, cost * per),
                    format!("The {what} were divided by the dollars; cost of a unit is dollars divided by units."),
                ),
                mistake(
                    "ten times too much",
                    value * whole(10),
                    format!("A zero was lost: {many} {what} are {blocks} times {wanted_for}."),
                ),
                mistake(
                    "ten times too little",
                    value / whole(10),
                    format!("There is a zero too many: {many} {what} are {blocks} times {wanted_for}."),
                ),
            ],
        ),
        why: format!("{spent} / {blocks} = {}.", cents(value)),
        working: format!(
            "{many} {what} are {blocks} times {wanted_for}. {spent} / {blocks} = **{}**.",
            cents(value)
        ),
    }
}

pub(super) fn tags(tagged: i64, untagged: i64, resources: i64, all_resources: i64) -> Question {
    let all = tagged + untagged;
    let value = ratio(tagged * 100, all);
    let answer = plain(rounded(value, 1));
    Question {
        stem: format!(
            "In a month, {resources} of {all_resources} resources carry a cost tag. They cost {}, the resources without a tag cost {}. What part of the cost is covered by tags?",
            money(tagged),
            money(untagged)
        ),
        wanted: in_percent(
            value,
            vec![
                mistake(
                    "resources counted",
                    ratio(resources * 100, all_resources),
                    format!("That is the part of the resources. The {} without a tag may be the dear ones.", all_resources - resources),
                ),
                mistake(
                    "untagged part",
                    whole(100) - value,
                    "That is the part of the cost which has no tag.".to_owned(),
                ),
                mistake(
                    "untagged by tagged",
                    ratio(untagged * 100, tagged),
                    "The cost without tags was divided by the cost with tags; wanted is the tagged part of all cost.".to_owned(),
                ),
            ],
        ),
        why: format!("{} of {} have a tag: {answer} %.", money(tagged), money(all)),
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
