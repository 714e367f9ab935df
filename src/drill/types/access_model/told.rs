//! The questions of access in words.

use super::{DIRECTLY, Label, Model, Rivals, Triple, is_allowed};
use crate::drill::number::{Precision, Unit, whole};
use crate::drill::question::{Mistake, Question, Wanted, Wrong};
use crate::drill::types::parts::{mistake, points, size, wrong};

const ALLOWED: &str = "Allowed";

fn name(model: Model) -> &'static str {
    match model {
        Model::BellLaPadula => "Bell-LaPadula (simple security property and star property)",
        Model::Biba => "Biba (strict integrity policy)",
    }
}

/// The rule of a model for reading or writing.
fn rule(model: Model, is_read: bool) -> &'static str {
    match (model, is_read) {
        (Model::BellLaPadula, true) => "no read up",
        (Model::BellLaPadula, false) => "no write down",
        (Model::Biba, true) => "no read down",
        (Model::Biba, false) => "no write up",
    }
}

fn denied(rule: &str) -> String {
    format!("Denied: {rule}")
}

const COMPARTMENTS: &str = "Denied: the compartments do not fit";

/// Which side must dominate, in words, with both labels.
fn reason(model: Model, subject: &Label, object: &Label, is_read: bool) -> String {
    let (s, o) = (subject.text(model), object.text(model));
    let is = is_allowed(model, subject, object, is_read);
    let must = match (model, is_read) {
        (Model::BellLaPadula, true) => "To read, the subject must dominate the object",
        (Model::BellLaPadula, false) => "To write, the object must dominate the subject",
        (Model::Biba, true) => "To read, the object must be at least as trustworthy as the subject",
        (Model::Biba, false) => {
            "To write, the subject must be at least as trustworthy as the object"
        }
    };
    let verdict = if is { "it is so" } else { "it is not so" };
    format!("{must}; with a subject of {s} and an object of {o} {verdict}.")
}

pub(super) fn single(model: Model, subject: &Label, object: &Label, is_read: bool) -> Question {
    let is = is_allowed(model, subject, object, is_read);
    let (high, low) = if (model == Model::BellLaPadula) == is_read {
        (subject, object)
    } else {
        (object, subject)
    };
    let right = if is {
        ALLOWED.to_owned()
    } else if high.level < low.level {
        denied(rule(model, is_read))
    } else {
        COMPARTMENTS.to_owned()
    };
    let why = reason(model, subject, object, is_read);
    let other = match model {
        Model::BellLaPadula => Model::Biba,
        Model::Biba => Model::BellLaPadula,
    };
    let mut others = vec![
        wrong(
            "rule of the other model",
            denied(rule(other, is_read)),
            format!(
                "That is a rule of {}. {why}",
                if other == Model::Biba {
                    "Biba"
                } else {
                    "Bell-LaPadula"
                }
            ),
        ),
        wrong("rule overlooked", ALLOWED, why.clone()),
    ];
    if !subject.compartments.is_empty() || !object.compartments.is_empty() {
        others.insert(1, wrong("compartments misread", COMPARTMENTS, why.clone()));
    }
    others.push(wrong(
        "rule that does not apply",
        denied(rule(model, is_read)),
        why.clone(),
    ));
    others.push(wrong(
        "read and write mixed up",
        denied(rule(model, !is_read)),
        format!(
            "The subject wants to {}. {why}",
            if is_read { "read" } else { "write" }
        ),
    ));
    others.retain(|of| of.text != right);
    Question {
        stem: format!(
            "The levels, from the lowest: {}. By the model of {}, a subject with the label {} wants to {} an object with the label {}. What does the model say?",
            levels(model),
            name(model),
            subject.text(model),
            if is_read { "read" } else { "write to" },
            object.text(model)
        ),
        wanted: Wanted::Text {
            right: right.clone(),
            wrong: others,
        },
        working: format!("{why} **{right}**."),
        why,
    }
}

fn levels(model: Model) -> String {
    match model {
        Model::BellLaPadula => super::SECRECY.join(", "),
        Model::Biba => super::INTEGRITY.join(", "),
    }
}

fn fits(model: Model, subject: &Label, object: &Label, reads: bool, writes: bool) -> bool {
    (!reads || is_allowed(model, subject, object, true))
        && (!writes || is_allowed(model, subject, object, false))
}

fn many_mistakes(
    model: Model,
    subject: &Label,
    objects: &[Label],
    reads: bool,
    writes: bool,
) -> Vec<Mistake> {
    let count = |rule: &dyn Fn(&Label) -> bool| size(objects.iter().filter(|of| rule(of)).count());
    let right = count(&|of| fits(model, subject, of, reads, writes));
    let other = match model {
        Model::BellLaPadula => Model::Biba,
        Model::Biba => Model::BellLaPadula,
    };
    let mut mistakes = vec![
        mistake(
            "the other model",
            count(&|of| fits(other, subject, of, reads, writes)),
            "That is the mirror: one model keeps secrets and the other one trust.",
        ),
        mistake(
            "compartments overlooked",
            count(&|of| {
                let plain = |of: &Label| Label {
                    level: of.level,
                    compartments: Vec::new(),
                };
                let (s, o) = (plain(subject), plain(of));
                fits(model, &s, &o, reads, writes)
            }),
            "The compartments must fit as well as the level.",
        ),
    ];
    if reads && writes {
        mistakes.push(mistake(
            "either instead of both",
            count(&|of| {
                is_allowed(model, subject, of, true) || is_allowed(model, subject, of, false)
            }),
            "Both must be allowed, which needs the same label.",
        ));
    }
    mistakes.push(mistake(
        "same label left out",
        count(&|of| fits(model, subject, of, reads, writes) && of != subject),
        "The same label is neither above nor below: both are allowed.",
    ));
    for (name, value) in [("one too many", right + 1), ("one too few", right - 1)] {
        mistakes.push(mistake(
            name,
            value,
            "Go through the objects one by one: a label that is higher and one that has other compartments are two things.",
        ));
    }
    mistakes.retain(|of| of.value >= whole(0));
    mistakes
}

pub(super) fn many(
    model: Model,
    subject: &Label,
    objects: &[Label],
    reads: bool,
    writes: bool,
) -> Question {
    let fitting = objects
        .iter()
        .filter(|of| fits(model, subject, of, reads, writes));
    let right = size(fitting.count());
    let what = match (reads, writes) {
        (true, true) => "both read and write",
        (true, false) => "read",
        _ => "write to",
    };
    let lines: Vec<String> = objects
        .iter()
        .map(|of| {
            let say = |is: bool| if is { "yes" } else { "no" };
            format!(
                "{}: read {}, write {}",
                of.text(model),
                say(is_allowed(model, subject, of, true)),
                say(is_allowed(model, subject, of, false))
            )
        })
        .collect();
    let list: Vec<String> = objects.iter().map(|of| of.text(model)).collect();
    Question {
        stem: format!(
            "The levels, from the lowest: {}. Take the model of {}, a subject with the label {} and these objects:\n\n{}\n\nHow many of them may the subject {what}?",
            levels(model),
            name(model),
            subject.text(model),
            points(&list)
        ),
        wanted: Wanted::Number {
            value: whole(right),
            unit: Unit::Word("object", "objects"),
            precision: Precision::Exact,
            mistakes: many_mistakes(model, subject, objects, reads, writes),
        },
        why: format!(
            "{} and {}.",
            rule(model, true).replacen('n', "N", 1),
            rule(model, false)
        ),
        working: format!("{}\n\nThat makes **{right}**.", points(&lines)),
    }
}

pub(super) fn wall(classes: &[Rivals], seen: &[&'static str]) -> Question {
    let all: i64 = classes.iter().map(|of| size(of.companies.len())).sum();
    let open = |of: &Rivals| {
        if of.companies.iter().any(|company| seen.contains(company)) {
            1
        } else {
            size(of.companies.len())
        }
    };
    let right: i64 = classes.iter().map(open).sum();
    let count = size(seen.len());
    let list: Vec<String> = classes
        .iter()
        .map(|of| format!("{}: {}", of.trade, of.companies.join(", ")))
        .collect();
    let lines: Vec<String> = classes
        .iter()
        .map(|of| {
            let met = of.companies.iter().find(|company| seen.contains(company));
            met.map_or_else(
                || {
                    format!(
                        "{}: none seen, so all {} are open",
                        of.trade,
                        of.companies.len()
                    )
                },
                |met| format!("{}: {met} was seen, so only that one", of.trade),
            )
        })
        .collect();
    Question {
        stem: format!(
            "By the model of Brewer and Nash, these are the classes of companies that compete:\n\n{}\n\nA consultant has seen data of {} and of no other company. Of how many companies, those included, may the consultant see data next?",
            points(&list),
            seen.join(" and ")
        ),
        wanted: Wanted::Number {
            value: whole(right),
            unit: Unit::Word("company", "companies"),
            precision: Precision::Exact,
            mistakes: vec![
                mistake(
                    "those that were seen left out",
                    right - count,
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
                    "only competitors counted out wrongly",
                    all - count,
                    "What was seen stays open, and its competitors are closed.",
                ),
                mistake(
                    "only those that were seen",
                    count,
                    "Other classes are not touched by what was seen.",
                ),
            ],
        },
        why: "Of a class only the company that was seen stays open; a class of which none was seen is open as a whole.".to_owned(),
        working: format!("{}\n\nThat makes **{right}**.", points(&lines)),
    }
}

const NO_TRIPLE: &str = "Denied: no triple joins this user, procedure and item";
const NOT_DIRECTLY: &str = "Denied: an item is only changed by a procedure";
const BOTH: &str = "Denied: who certified a procedure may not run it";

pub(super) fn change(triples: &[Triple], wanted: Triple, certifier: &str) -> Question {
    let Triple {
        user,
        procedure,
        item,
    } = wanted;
    let right = if procedure == DIRECTLY {
        NOT_DIRECTLY
    } else if !triples.contains(&wanted) {
        NO_TRIPLE
    } else if certifier == user {
        BOTH
    } else {
        ALLOWED
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
    let why = match right {
        NOT_DIRECTLY => {
            "What is constrained is changed by transformation procedures alone.".to_owned()
        }
        NO_TRIPLE => format!("{user}, `{procedure}` and {item} do not stand in one triple."),
        BOTH => format!("{user} certified `{procedure}`, and duties are separated."),
        _ => format!(
            "{user}, `{procedure}` and {item} stand in one triple, and {certifier} certified it."
        ),
    };
    let others: Vec<Wrong> = [
        ("rule overlooked", ALLOWED),
        ("triple misread", NO_TRIPLE),
        ("separation of duties misread", BOTH),
        ("taken for a direct change", NOT_DIRECTLY),
    ]
    .into_iter()
    .filter(|(_, text)| *text != right)
    .map(|(name, text)| wrong(name, text, why.clone()))
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
