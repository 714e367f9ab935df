//! The questions of conflicts of interest and of separate duties in words.

use super::told::ALLOWED;
use super::{DIRECTLY, Rivals, Triple};
use crate::drill::number::{Precision, Unit, whole};
use crate::drill::question::{Mistake, Question, Wanted, Wrong};
use crate::drill::types::parts::{mistake, points, size, wrong};

fn wall_mistakes(classes: &[Rivals], seen: i64, right: i64) -> Vec<Mistake> {
    let all: i64 = classes.iter().map(|of| size(of.companies.len())).sum();
    vec![
        mistake(
            "those that were seen left out",
            right - seen,
            "Data of a company that was seen stays open.",
        ),
        mistake(
            "one of each class",
            size(classes.len()),
            "A class of which none was seen is still open as a whole.",
        ),
        mistake(
            "whole class open",
            all,
            "The competitors of a company that was seen are closed.",
        ),
        mistake(
            "only what was seen closed",
            all - seen,
            "What was seen stays open, and its competitors are closed.",
        ),
        mistake(
            "only those that were seen",
            seen,
            "Other classes are not touched by what was seen.",
        ),
    ]
}

pub(super) fn wall(classes: &[Rivals], seen: &[&'static str]) -> Question {
    let met = |of: &Rivals| {
        let mut companies = of.companies.iter().copied();
        companies.find(|company| seen.contains(company))
    };
    let open = |of: &Rivals| match met(of) {
        Some(_) => 1,
        None => size(of.companies.len()),
    };
    let right: i64 = classes.iter().map(open).sum();
    let list: Vec<String> = classes
        .iter()
        .map(|of| format!("{}: {}", of.trade, of.companies.join(", ")))
        .collect();
    let lines: Vec<String> = classes
        .iter()
        .map(|of| match met(of) {
            Some(company) => format!("{}: {company} was seen, so only that one", of.trade),
            None => format!("{}: none seen, so all {} are open", of.trade, open(of)),
        })
        .collect();
    let seen_ones = if seen.len() == 1 { "that one" } else { "those" };
    Question {
        stem: format!(
            "By the model of Brewer and Nash, these are the classes of companies that compete:\n\n{}\n\nA consultant has seen data of {}, and of no other company. Counting {seen_ones} as well, data of how many companies may the consultant open next?",
            points(&list),
            seen.join(" and ")
        ),
        wanted: Wanted::Number {
            value: whole(right),
            unit: Unit::Word("company", "companies"),
            precision: Precision::Exact,
            mistakes: wall_mistakes(classes, size(seen.len()), right),
        },
        why: "Of a class only the company that was seen stays open; a class of which none was seen is open as a whole.".to_owned(),
        working: format!("{}\n\nThat makes **{right}**.", points(&lines)),
    }
}

const NO_TRIPLE: &str = "Denied: no triple joins this user, procedure and item";
const NOT_DIRECTLY: &str = "Denied: a constrained item is only changed by a procedure";
const BOTH: &str = "Denied: who certified a procedure may not run it";

/// What speaks against a verdict that is not the right one.
fn objection(verdict: &str, wanted: Triple, certifier: &str) -> String {
    let is_direct = wanted.procedure == DIRECTLY;
    match verdict {
        NO_TRIPLE if is_direct => "No procedure is used, so no triple is looked for. ".to_owned(),
        NO_TRIPLE => "The three do stand in one triple. ".to_owned(),
        BOTH if is_direct => "No procedure is run. ".to_owned(),
        BOTH => format!("{certifier} certified it, not {}. ", wanted.user),
        NOT_DIRECTLY => "A procedure is used. ".to_owned(),
        _ => String::new(),
    }
}

pub(super) fn change(triples: &[Triple], wanted: Triple, certifier: &str) -> Question {
    let Triple {
        user,
        procedure,
        item,
    } = wanted;
    let (right, why) = if procedure == DIRECTLY {
        let why = "What is constrained is changed by transformation procedures alone.";
        (NOT_DIRECTLY, why.to_owned())
    } else if !triples.contains(&wanted) {
        let why = format!("{user}, `{procedure}` and {item} do not stand in one triple.");
        (NO_TRIPLE, why)
    } else if certifier == user {
        let why = format!("{user} certified `{procedure}`, and duties are separated.");
        (BOTH, why)
    } else {
        let why = format!(
            "{user}, `{procedure}` and {item} stand in one triple, and {certifier} certified the procedure."
        );
        (ALLOWED, why)
    };
    let list: Vec<String> = triples
        .iter()
        .map(|of| format!("{}, `{}`, {}", of.user, of.procedure, of.item))
        .collect();
    let how = if procedure == DIRECTLY {
        format!("{user} wants to change the {item} directly, without a procedure.")
    } else {
        format!(
            "{user} wants to change the {item} with `{procedure}`, which was certified by {certifier}."
        )
    };
    let others: Vec<Wrong> = [
        ("rule overlooked", ALLOWED),
        ("triple misread", NO_TRIPLE),
        ("separation of duties misread", BOTH),
        ("taken for a direct change", NOT_DIRECTLY),
    ]
    .into_iter()
    .filter(|(_, text)| *text != right)
    .map(|(name, text)| {
        let why = format!("{}{why}", objection(text, wanted, certifier));
        wrong(name, text, why)
    })
    .collect();
    Question {
        stem: format!(
            "By the model of Clark and Wilson, these triples of user, transformation procedure and constrained item are allowed:\n\n{}\n\n{how} What does the model say?",
            points(&list)
        ),
        wanted: Wanted::Text {
            right: right.to_owned(),
            wrong: others,
        },
        working: format!("{why} **{right}**."),
        why,
    }
}
