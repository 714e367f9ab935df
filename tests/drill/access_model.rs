//! Models of access as flows: a label is the set of all that it holds, and information may only flow from set to superset.

#![allow(clippy::cast_possible_wrap, reason = "what a test counts is small")]

use std::collections::BTreeSet;

use crate::{each, number, says, text, wrong};
use cairn::deck::item::Level;
use cairn::drill::number::whole;
use cairn::drill::types::access_model::{Case, DIRECTLY, Label, Model, TYPE};

/// All levels up to this one, and the compartments.
fn set(label: &Label) -> BTreeSet<String> {
    let levels = (0..=label.level).map(|level| level.to_string());
    let compartments = label.compartments.iter().map(|of| (*of).to_owned());
    levels.chain(compartments).collect()
}

/// Reading is a flow from the object, writing a flow to it. Secrets flow up and trust flows down.
fn may_flow(model: Model, subject: &Label, object: &Label, is_read: bool) -> bool {
    let (from, to) = if is_read {
        (set(object), set(subject))
    } else {
        (set(subject), set(object))
    };
    match model {
        Model::BellLaPadula => from.is_subset(&to),
        Model::Biba => from.is_superset(&to),
    }
}

#[test]
fn answers_are_right_by_flows() {
    let mut verdicts = std::collections::BTreeMap::new();
    each(&TYPE, Case::draw, |case, level, name| {
        let question = case.tell();
        match &case {
            Case::Single {
                model,
                subject,
                object,
                is_read,
            } => {
                let is = may_flow(*model, subject, object, *is_read);
                let right = text(&question);
                assert_eq!(right == "Allowed", is, "{name}");
                // With the compartments put right it is allowed if and only if they were what was wrong.
                let mut object = object.clone();
                object.compartments.clone_from(&subject.compartments);
                let levels_fit = may_flow(*model, subject, &object, *is_read);
                assert_eq!(right.contains("compartments"), !is && levels_fit, "{name}");
                if !is && !levels_fit {
                    let rule = match (model, is_read) {
                        (Model::BellLaPadula, true) => "no read up",
                        (Model::BellLaPadula, false) => "no write down",
                        (Model::Biba, true) => "no read down",
                        (Model::Biba, false) => "no write up",
                    };
                    assert_eq!(right, format!("Denied: {rule}"), "{name}");
                }
                *verdicts
                    .entry((level.word(), right.to_owned()))
                    .or_insert(0) += 1;
                says(&question, &[subject.text(*model)], name);
            }
            Case::Many {
                model,
                subject,
                objects,
                reads,
                writes,
            } => {
                let mut right = 0;
                for object in objects {
                    let can_read = may_flow(*model, subject, object, true);
                    let can_write = may_flow(*model, subject, object, false);
                    right += i64::from(match (reads, writes) {
                        (true, true) => set(subject) == set(object),
                        (true, false) => can_read,
                        _ => can_write,
                    });
                }
                assert_eq!(number(&question), whole(right), "{name}");
                let mut figures = vec![subject.text(*model)];
                figures.extend(objects.iter().map(|of| of.text(*model)));
                says(&question, &figures, name);
            }
            Case::Wall { classes, seen } => {
                // Each company is tried: it is open unless a rival of it was seen.
                let companies = classes
                    .iter()
                    .flat_map(|class| class.companies.iter().map(move |of| (class, *of)));
                let open = companies
                    .filter(|(class, company)| {
                        let rivals = class.companies.iter().filter(|of| *of != company);
                        !rivals.clone().any(|rival| seen.contains(rival))
                    })
                    .count();
                assert_eq!(number(&question), whole(open as i64), "{name}");
                let figures = seen.iter().map(|of| (*of).to_owned());
                says(&question, &figures.collect::<Vec<_>>(), name);
            }
            Case::Change {
                triples,
                wanted,
                certifier,
            } => {
                let reasons = [
                    (wanted.procedure == DIRECTLY, "only changed by a procedure"),
                    (
                        wanted.procedure != DIRECTLY && triples.iter().all(|of| of != wanted),
                        "no triple",
                    ),
                    (
                        wanted.procedure != DIRECTLY && *certifier == wanted.user,
                        "who certified",
                    ),
                ];
                let reasons: Vec<&str> = reasons
                    .iter()
                    .filter(|(is, _)| *is)
                    .map(|(_, reason)| *reason)
                    .collect();
                assert!(reasons.len() <= 1, "{name}");
                let right = reasons.first().copied().unwrap_or("Allowed");
                assert!(text(&question).contains(right), "{name}");
                assert!(
                    wrong(&question).iter().all(|of| !of.contains(right)),
                    "{name}"
                );
            }
        }
    });
    assert!(verdicts.len() >= 10, "{verdicts:?}");
    assert!(verdicts.values().all(|count| *count > 200), "{verdicts:?}");
}

#[test]
fn levels_ask_for_more() {
    each(&TYPE, Case::draw, |case, level, name| {
        let expected = match &case {
            Case::Single {
                subject,
                object,
                model,
                ..
            } => {
                let has = !subject.compartments.is_empty() || !object.compartments.is_empty();
                // Biba has no compartments, so it is asked at both levels.
                let is_either = level == Level::Medium && *model == Model::Biba;
                if is_either || has {
                    Level::Medium
                } else {
                    Level::Easy
                }
            }
            Case::Change { .. } => Level::Medium,
            Case::Many { .. } | Case::Wall { .. } => Level::Hard,
        };
        assert_eq!(level, expected, "{name}");
    });
}
