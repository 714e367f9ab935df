//! The questions on a plan.

use super::network::{cheapest, ends, float, greedy, length, paths, through};
use super::{Activity, in_days, mistake};
use crate::drill::number::{Precision, Unit, dollars, whole};
use crate::drill::question::{Question, Wanted};

fn letter(place: usize) -> char {
    char::from(b'A' + place as u8)
}

fn named(path: &[usize]) -> String {
    let letters: Vec<String> = path.iter().map(|of| letter(*of).to_string()).collect();
    letters.join(" > ")
}

fn paths_told(plan: &[Activity]) -> String {
    let list: Vec<String> = paths(plan)
        .iter()
        .map(|(path, days)| {
            let sum: Vec<String> = path.iter().map(|of| plan[*of].days.to_string()).collect();
            format!("- {}: {} = {days}", named(path), sum.join(" + "))
        })
        .collect();
    format!("Paths and their days:\n\n{}\n\n", list.join("\n"))
}

fn told(plan: &[Activity]) -> String {
    let list: Vec<String> = plan
        .iter()
        .enumerate()
        .map(|(place, activity)| {
            let after: Vec<String> = activity
                .after
                .iter()
                .map(|of| letter(*of).to_string())
                .collect();
            let after = if after.is_empty() {
                "begins at once".to_owned()
            } else {
                format!("after {}", after.join(" and "))
            };
            let faster = match activity.shorter {
                0 => String::new(),
                1 => format!(
                    "; can be 1 day shorter for {}",
                    dollars(whole(activity.price))
                ),
                days => format!(
                    "; can be up to {days} days shorter for {} a day",
                    dollars(whole(activity.price))
                ),
            };
            format!(
                "- {}: {} days, {after}{faster}",
                letter(place),
                activity.days
            )
        })
        .collect();
    format!("A plan:\n\n{}\n\n", list.join("\n"))
}

pub(super) fn how_long(plan: &[Activity]) -> Question {
    let paths = paths(plan);
    let value = length(plan);
    let (critical, _) = &paths[0];
    let most = paths.iter().map(|(path, _)| path.len()).max().unwrap_or(0);
    let many = paths
        .iter()
        .filter(|(path, _)| path.len() == most)
        .map(|(_, days)| *days)
        .min();
    let shortest = paths.last().map_or(0, |(_, days)| *days);
    let last = plan[plan.len() - 1].days;
    let all = plan.iter().map(|of| of.days).sum::<i64>();
    Question {
        stem: format!(
            "{}How many days does the project take at least?",
            told(plan)
        ),
        wanted: in_days(
            value,
            vec![
                mistake(
                    "shortest path",
                    whole(shortest),
                    "That is the shortest path; the project must wait for the longest.".to_owned(),
                ),
                mistake(
                    "most activities",
                    whole(many.unwrap_or(0)),
                    "The path with the most activities is not the longest in days.".to_owned(),
                ),
                mistake(
                    "everything in a row",
                    whole(all),
                    "Activities that do not wait for each other run side by side.".to_owned(),
                ),
                mistake(
                    "without the last",
                    whole(value - last),
                    format!("The last activity takes {last} days, too."),
                ),
            ],
        ),
        why: format!("The longest path is {}.", named(critical)),
        working: format!(
            "{}The longest is critical: **{value} days**.",
            paths_told(plan)
        ),
    }
}

pub(super) fn how_loose(plan: &[Activity], which: usize) -> Question {
    let value = float(plan, which);
    let (path, days) = through(plan, which);
    let all = length(plan);
    let ends = ends(plan);
    let own = letter(which);
    let shortest = paths(plan).last().map_or(0, |(_, days)| *days);
    let next = plan
        .iter()
        .filter(|of| of.after.contains(&which))
        .map(|of| {
            of.after
                .iter()
                .map(|before| ends[*before])
                .max()
                .unwrap_or(0)
        })
        .min()
        .unwrap_or(all);
    Question {
        stem: format!(
            "{}By how many days may activity {own} slip until the project ends later (its total float)?",
            told(plan)
        ),
        wanted: in_days(
            value,
            vec![
                mistake("no float", whole(0), format!("{own} is not on the critical path, so it has float.")),
                mistake("free float", whole(next - ends[which]), "That is the free float, until the next activity begins later; the project may bear more.".to_owned()),
                mistake("shortest path", whole(all - shortest), format!("The difference to the shortest path counts only if {own} has no longer one.")),
                mistake("own duration", whole(plan[which].days), format!("That is how long {own} takes.")),
                mistake("rest of the project", whole(all - ends[which]), format!("After {own} other activities must still be done.")),
            ],
        ),
        why: format!("{all} days less the {days} of {}.", named(&path)),
        working: format!(
            "{}The project takes {all} days. The longest path through {own} is {} with {days}: {all} - {days} = **{}**.",
            paths_told(plan),
            named(&path),
            if value == 1 { "1 day".to_owned() } else { format!("{value} days") }
        ),
    }
}

pub(super) fn how_late(plan: &[Activity], which: usize, by: i64) -> Question {
    let float = float(plan, which);
    let value = by - float;
    let slack = if float == 1 {
        "1 day".to_owned()
    } else {
        format!("{float} days")
    };
    let (path, days) = through(plan, which);
    let all = length(plan);
    let own = letter(which);
    Question {
        stem: format!(
            "{}Activity {own} takes {by} days longer than planned. By how many days does the project end later?",
            told(plan)
        ),
        wanted: in_days(
            value,
            vec![
                mistake(
                    "whole delay",
                    whole(by),
                    format!("{own} has {slack} of float, which take up a part of the delay."),
                ),
                mistake(
                    "not at all",
                    whole(0),
                    format!("The delay is longer than the float of {slack}."),
                ),
                mistake(
                    "float",
                    whole(float),
                    format!(
                        "That is the float of {own}; the project is late by what goes beyond it."
                    ),
                ),
            ],
        ),
        why: format!("{by} days less {float} of float."),
        working: format!(
            "{}The project takes {all} days; the longest path through {own} is {} with {days}, so {own} has {slack} of float. {by} - {float} = **{}** late.",
            paths_told(plan),
            named(&path),
            if value == 1 {
                "1 day".to_owned()
            } else {
                format!("{value} days")
            }
        ),
    }
}

pub(super) fn how_dear(plan: &[Activity], by: i64) -> Question {
    let (cuts, cost) = cheapest(plan, by);
    let all: Vec<usize> = (0..plan.len()).collect();
    let (critical, days) = paths(plan).swap_remove(0);
    let goal = days - by;
    let last = plan.len() - 1;
    let chosen: Vec<String> = cuts
        .iter()
        .enumerate()
        .filter(|(_, cut)| **cut > 0)
        .map(|(place, cut)| {
            format!(
                "{} by {cut} for {}",
                letter(place),
                dollars(whole(cut * plan[place].price))
            )
        })
        .collect();
    let everything: i64 = plan.iter().map(|of| of.shorter * of.price).sum();
    let chosen = chosen.join(", ");
    Question {
        stem: format!(
            "{}What does it cost at least to make the project {by} {} shorter?",
            told(plan),
            if by == 1 { "day" } else { "days" }
        ),
        wanted: Wanted::Number {
            value: whole(cost),
            unit: Unit::Dollars,
            precision: Precision::Exact,
            mistakes: vec![
                mistake(
                    "cheapest anywhere",
                    whole(greedy(plan, &all, by)),
                    "The cheapest days were bought wherever they are; only days on every path that is too long make the project shorter.".to_owned(),
                ),
                mistake(
                    "first critical path alone",
                    whole(greedy(plan, &critical, by)),
                    format!("Only {} was made shorter; another path that is still too long was left as it is.", named(&critical)),
                ),
                mistake(
                    "last activity alone",
                    whole(plan[last].price * by),
                    format!("{} is on every path, but it is not the cheapest way, or it cannot be made so much shorter.", letter(last)),
                ),
                mistake(
                    "everything",
                    whole(everything),
                    "That buys every day that can be bought.".to_owned(),
                ),
            ],
        },
        why: format!("{chosen}."),
        working: format!(
            "{}Every path must come down to {days} - {by} = {goal} days. The cheapest way: {chosen}, together **{}**.",
            paths_told(plan),
            dollars(whole(cost))
        ),
    }
}
