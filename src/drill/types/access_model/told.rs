//! The questions of labels in words.

use super::{Label, Model, high_and_low, is_allowed};
use crate::drill::number::{Precision, Unit, whole};
use crate::drill::question::{Mistake, Question, Wanted, Wrong};
use crate::drill::types::parts::{mistake, points, size, wrong};

pub(super) const ALLOWED: &str = "Allowed";

fn name(model: Model) -> &'static str {
    match model {
        Model::BellLaPadula => "Bell-LaPadula (simple security property and star property)",
        Model::Biba => "Biba (strict integrity policy)",
    }
}

fn short_name(model: Model) -> &'static str {
    match model {
        Model::BellLaPadula => "Bell-LaPadula",
        Model::Biba => "Biba",
    }
}

/// The model whose rules are the mirror of this one's.
fn mirror(model: Model) -> Model {
    match model {
        Model::BellLaPadula => Model::Biba,
        Model::Biba => Model::BellLaPadula,
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

const COMPARTMENTS: &str = "Denied: the level fits, but the compartments do not";

fn has_compartments(labels: [&Label; 2]) -> bool {
    labels.iter().any(|of| !of.compartments.is_empty())
}

/// What keeps a label from dominating another one: the level or compartments.
fn lack(model: Model, high: &Label, low: &Label) -> String {
    if high.level < low.level {
        return format!(
            "{} is below {}",
            high.level_text(model),
            low.level_text(model)
        );
    }
    let missing: Vec<&str> = low
        .compartments
        .iter()
        .copied()
        .filter(|of| !high.compartments.contains(of))
        .collect();
    let are = if missing.len() == 1 { "is" } else { "are" };
    format!("{} {are} missing", missing.join(" and "))
}

/// Which side must dominate, in words, and whether it does.
fn reason(model: Model, subject: &Label, object: &Label, is_read: bool) -> String {
    let (high, low) = high_and_low(model, subject, object, is_read);
    let must = match (model, is_read) {
        (Model::BellLaPadula, true) => "To read, the subject must dominate the object",
        (Model::BellLaPadula, false) => "To write, the object must dominate the subject",
        (Model::Biba, true) => "To read, the object must be at least as trustworthy as the subject",
        (Model::Biba, false) => {
            "To write, the subject must be at least as trustworthy as the object"
        }
    };
    let does = match (model, high.dominates(low)) {
        (Model::BellLaPadula, true) => "dominates",
        (Model::BellLaPadula, false) => "does not dominate",
        (Model::Biba, true) => "is at least as trustworthy as",
        (Model::Biba, false) => "is less trustworthy than",
    };
    let labels = format!("{} {does} {}", high.text(model), low.text(model));
    if high.dominates(low) || !has_compartments([high, low]) {
        format!("{must}; {labels}.")
    } else {
        format!("{must}; {labels}: {}.", lack(model, high, low))
    }
}

fn verdict(model: Model, subject: &Label, object: &Label, is_read: bool) -> String {
    let (high, low) = high_and_low(model, subject, object, is_read);
    if high.dominates(low) {
        ALLOWED.to_owned()
    } else if high.level < low.level {
        denied(rule(model, is_read))
    } else {
        COMPARTMENTS.to_owned()
    }
}

/// The verdicts that people take for the right one, which is still among them.
fn verdicts(model: Model, subject: &Label, object: &Label, is_read: bool, why: &str) -> Vec<Wrong> {
    let is = is_allowed(model, subject, object, is_read);
    let other = mirror(model);
    let mut all = vec![wrong(
        "rule of the other model",
        denied(rule(other, is_read)),
        format!("That is a rule of {}. {why}", short_name(other)),
    )];
    if has_compartments([subject, object]) {
        let but = if is { "" } else { ", but the level does not" };
        all.push(wrong(
            "compartments misread",
            COMPARTMENTS,
            format!("The compartments fit{but}. {why}"),
        ));
    }
    all.push(wrong("rule overlooked", ALLOWED, why));
    let but = if is {
        ""
    } else {
        ", but the compartments do not"
    };
    all.push(wrong(
        "rule that does not apply",
        denied(rule(model, is_read)),
        format!("The level fits{but}. {why}"),
    ));
    all.push(wrong(
        "read and write mixed up",
        denied(rule(model, !is_read)),
        format!(
            "The subject wants to {}. {why}",
            if is_read { "read" } else { "write" }
        ),
    ));
    all
}

pub(super) fn single(model: Model, subject: &Label, object: &Label, is_read: bool) -> Question {
    let right = verdict(model, subject, object, is_read);
    let why = reason(model, subject, object, is_read);
    let mut others = verdicts(model, subject, object, is_read, &why);
    others.retain(|of| of.text != right);
    Question {
        stem: format!(
            "{} By the model of {}, a subject with the label {} wants to {} an object with the label {}. What does the model say?",
            levels(model, has_compartments([subject, object])),
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

fn levels(model: Model, has_compartments: bool) -> String {
    let list = match model {
        Model::BellLaPadula => super::SECRECY.join(", "),
        Model::Biba => super::INTEGRITY.join(", "),
    };
    let brackets = if has_compartments {
        " Compartments stand in brackets."
    } else {
        ""
    };
    format!("The levels, from the lowest: {list}.{brackets}")
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
    let other = mirror(model);
    let mut mistakes = vec![
        mistake(
            "the other model",
            count(&|of| fits(other, subject, of, reads, writes)),
            format!(
                "That is the count by {}, whose rules are the mirror of these.",
                short_name(other)
            ),
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
        "The same label is neither above nor below: reading and writing are both allowed.",
    ));
    let hint = match model {
        Model::BellLaPadula => {
            "Go through the objects one by one: the level and the compartments must both fit."
        }
        Model::Biba => "Go through the objects one by one and compare each level.",
    };
    for (name, value) in [("one too many", right + 1), ("one too few", right - 1)] {
        mistakes.push(mistake(name, value, hint));
    }
    mistakes.retain(|of| of.value >= whole(0));
    mistakes
}

/// What a subject may do with each object, a line to each.
fn rights(model: Model, subject: &Label, objects: &[Label]) -> Vec<String> {
    let say = |is: bool| if is { "yes" } else { "no" };
    objects
        .iter()
        .enumerate()
        .map(|(place, of)| {
            format!(
                "O{}, {}: read {}, write {}",
                place + 1,
                of.text(model),
                say(is_allowed(model, subject, of, true)),
                say(is_allowed(model, subject, of, false))
            )
        })
        .collect()
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
    let list: Vec<String> = objects
        .iter()
        .enumerate()
        .map(|(place, of)| format!("O{}: {}", place + 1, of.text(model)))
        .collect();
    let compartments = match model {
        Model::BellLaPadula => ", and the label that dominates needs all compartments of the other",
        Model::Biba => "",
    };
    Question {
        stem: format!(
            "{} Take the model of {}, a subject with the label {} and these objects:\n\n{}\n\nHow many of them may the subject {what}?",
            levels(model, model == Model::BellLaPadula),
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
            "{} and {}{compartments}.",
            rule(model, true).replacen('n', "N", 1),
            rule(model, false)
        ),
        working: format!(
            "{}\n\nThat makes **{right}**.",
            points(&rights(model, subject, objects))
        ),
    }
}
