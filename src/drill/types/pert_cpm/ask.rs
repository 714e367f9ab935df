//! The questions on a plan.

use super::network::{cheapest, ends, float, greedy, length, paths, through};
use super::{Activity, in_days, mistake};
use crate::drill::number::{Precision, Unit, dollars, whole};
use crate::drill::question::{Mistake, Question, Wanted};
use crate::drill::types::parts::count;

pub(in crate::drill) fn letter(place: usize) -> char {
    char::from(b'A' + place as u8)
}

impl Activity {
    /// When it can begin, in words: `begins at once`, `after A and C`.
    pub(in crate::drill) fn begins(&self) -> String {
        let after: Vec<String> = self
            .after
            .iter()
            .map(|of| letter(*of).to_string())
            .collect();
        if after.is_empty() {
            "begins at once".to_owned()
        } else {
            format!("after {}", after.join(" and "))
        }
    }
}

pub(in crate::drill) fn named(path: &[usize]) -> String {
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
            let after = activity.begins();
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

fn in_words(days: i64) -> String {
    count(days, "day", "days")
}

pub(super) fn how_long(plan: &[Activity]) -> Question {
    let paths = paths(plan);
    let value = length(plan);
    let shortest = paths.last().map_or(0, |(_, days)| *days);
    let last = plan.len() - 1;
    let all = plan.iter().map(|of| of.days).sum::<i64>();
    let mut mistakes = vec![mistake(
        "shortest path",
        whole(shortest),
        "That is the shortest path; the project must wait for the longest.",
    )];
    // Two may be equally long.
    let critical: Vec<String> = paths
        .iter()
        .filter(|(_, days)| *days == value)
        .map(|(path, _)| named(path))
        .collect();
    if let Some((path, days)) = paths.iter().find(|(_, days)| *days < value) {
        mistakes.push(mistake(
            "next path",
            whole(*days),
            format!("That is {}, which is not the longest path.", named(path)),
        ));
    }
    mistakes.extend([
        mistake(
            "everything in a row",
            whole(all),
            "Activities that do not wait for each other run side by side.",
        ),
        mistake(
            "without the last",
            whole(value - plan[last].days),
            format!(
                "The last activity, {}, takes {} as well.",
                letter(last),
                in_words(plan[last].days)
            ),
        ),
    ]);
    Question {
        stem: format!(
            "{}How many days does the project take at least?",
            told(plan)
        ),
        wanted: in_days(value, mistakes),
        why: if critical.len() == 1 {
            format!("The longest path is {}.", critical[0])
        } else {
            format!("The longest paths are {}.", critical.join(" and "))
        },
        working: format!(
            "{}The longest is critical: **{}**.",
            paths_told(plan),
            in_words(value)
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
            "{}By how many days may activity {own} slip without delaying the end of the project (its total float)?",
            told(plan)
        ),
        wanted: in_days(
            value,
            vec![
                mistake("no float", whole(0), format!("{own} is not on the critical path, so it has float.")),
                mistake("free float", whole(next - ends[which]), "That is the free float: by so much it may slip until another activity begins later. The project ends later only after more.".to_owned()),
                mistake("shortest path", whole(all - shortest), format!("That is the difference to the shortest path of all; what counts is the longest path through {own}.")),
                mistake("own duration", whole(plan[which].days), format!("That is how long {own} takes, not how much it may slip.")),
                mistake("rest of the project", whole(all - ends[which]), format!("That is the time from the end of {own} to the end of the project; other activities must still be done in it.")),
            ],
        ),
        why: format!("{all} days less the {days} of {}.", named(&path)),
        working: format!(
            "{}The project takes {all} days. The longest path through {own} is {} with {days}: {all} - {days} = **{}**.",
            paths_told(plan),
            named(&path),
            in_words(value)
        ),
    }
}

pub(super) fn how_late(plan: &[Activity], which: usize, by: i64) -> Question {
    let float = float(plan, which);
    let value = by - float;
    let slack = in_words(float);
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
        why: format!("{} of delay less {slack} of float.", in_words(by)),
        working: format!(
            "{}The project takes {all} days; the longest path through {own} is {} with {days}, so {own} has {slack} of float. {by} - {float} = **{}** late.",
            paths_told(plan),
            named(&path),
            in_words(value)
        ),
    }
}

/// What buying days costs to somebody who overlooks something.
fn bought_wrongly(plan: &[Activity], by: i64) -> Vec<Mistake> {
    let all: Vec<usize> = (0..plan.len()).collect();
    let (critical, _) = paths(plan).swap_remove(0);
    let last = plan.len() - 1;
    let everything: i64 = plan.iter().map(|of| of.shorter * of.price).sum();
    let mut mistakes = vec![
        mistake(
            "cheapest anywhere",
            whole(greedy(plan, &all, by)),
            "The cheapest days were bought wherever they are; but every path that is too long must become shorter.",
        ),
        mistake(
            "first critical path alone",
            whole(greedy(plan, &critical, by)),
            format!(
                "Only {} was made shorter; another path that is too long as well was left as it is.",
                named(&critical)
            ),
        ),
    ];
    if by <= plan[last].shorter {
        mistakes.push(mistake(
            "last activity alone",
            whole(plan[last].price * by),
            format!(
                "{} is on every path, but there is a cheaper way.",
                letter(last)
            ),
        ));
    }
    mistakes.push(mistake(
        "everything",
        whole(everything),
        "That buys every day that can be bought.",
    ));
    mistakes
}

pub(super) fn how_dear(plan: &[Activity], by: i64) -> Question {
    let (cuts, cost) = cheapest(plan, by);
    let days = length(plan);
    let goal = days - by;
    let chosen: Vec<String> = cuts
        .iter()
        .enumerate()
        .filter(|(_, cut)| **cut > 0)
        .map(|(place, cut)| {
            format!(
                "{} by {} for {}",
                letter(place),
                in_words(*cut),
                dollars(whole(cut * plan[place].price))
            )
        })
        .collect();
    let chosen = chosen.join(", ");
    Question {
        stem: format!(
            "{}What is the lowest cost of making the project {} shorter?",
            told(plan),
            in_words(by)
        ),
        wanted: Wanted::Number {
            value: whole(cost),
            unit: Unit::Dollars,
            precision: Precision::Exact,
            mistakes: bought_wrongly(plan, by),
        },
        why: format!("{chosen}."),
        working: format!(
            "{}Every path must come down to {days} - {by} = {goal} days. The cheapest way: {chosen}, together **{}**.",
            paths_told(plan),
            dollars(whole(cost))
        ),
    }
}
