//! Roles as a list of everything that they grant, one line for each subject, namespace, group, resource, verb and name.

#![allow(clippy::cast_possible_wrap, reason = "what a test counts is small")]

use std::collections::HashSet;

use crate::{each, number, says, text, wrong};
use cairn::deck::item::Level;
use cairn::drill::number::whole;
use cairn::drill::types::rbac::{Case, Request, Subject, TYPE};

const NAMESPACES: [&str; 3] = ["shop", "ops", "lab"];
const VERBS: [&str; 6] = ["get", "list", "watch", "create", "update", "delete"];
/// No name, and every name that is asked for.
const NAMES: [&str; 3] = ["", "web", "db"];

/// Every name under which a subject is known.
fn known_as(case: &Case) -> HashSet<String> {
    match case.who {
        Subject::User(name) => case
            .groups
            .iter()
            .map(|group| format!("g:{group}"))
            .chain([format!("u:{name}")])
            .collect(),
        Subject::Account(namespace, name) => HashSet::from([
            format!("u:system:serviceaccount:{namespace}:{name}"),
            "g:system:serviceaccounts".to_owned(),
            format!("g:system:serviceaccounts:{namespace}"),
        ]),
        Subject::Group(_) => panic!("a group does not ask"),
    }
}

fn spelled(subject: Subject) -> String {
    match subject {
        Subject::User(name) => format!("u:{name}"),
        Subject::Group(name) => format!("g:{name}"),
        Subject::Account(namespace, name) => {
            format!("u:system:serviceaccount:{namespace}:{name}")
        }
    }
}

/// Everything that is granted to whoever asks.
fn granted(case: &Case) -> HashSet<String> {
    let names = known_as(case);
    let mut all = HashSet::new();
    let grants = case.grants.iter();
    for grant in grants.filter(|grant| names.contains(&spelled(grant.subject))) {
        let everywhere = NAMESPACES.to_vec();
        let namespaces = grant
            .namespace
            .map_or(everywhere, |namespace| vec![namespace]);
        for rule in &grant.rules {
            let verbs: Vec<&str> = if rule.verbs == ["*"] {
                VERBS.to_vec()
            } else {
                rule.verbs.clone()
            };
            let objects: Vec<&str> = if rule.names.is_empty() {
                NAMES.to_vec()
            } else {
                rule.names.clone()
            };
            for namespace in &namespaces {
                for resource in &rule.resources {
                    for verb in &verbs {
                        for object in &objects {
                            let group = rule.group;
                            all.insert(format!("{namespace} {group} {resource} {verb} {object}"));
                        }
                    }
                }
            }
        }
    }
    all
}

fn line(of: &Request) -> String {
    let name = of.name.unwrap_or("");
    format!(
        "{} {} {} {} {name}",
        of.namespace, of.group, of.resource, of.verb
    )
}

#[test]
fn answers_are_right_by_listing_all_that_is_granted() {
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        let granted = granted(&case);
        let may: Vec<&Request> = case
            .requests
            .iter()
            .filter(|of| granted.contains(&line(of)))
            .collect();
        if case.is_choice {
            assert_eq!(may.len(), 1, "{name}");
            assert_eq!(text(&question), may[0].text(), "{name}");
            assert!(
                wrong(&question).iter().all(|of| *of != may[0].text()),
                "{name}"
            );
            assert_eq!(wrong(&question).len(), 3, "{name}");
        } else {
            assert_eq!(number(&question), whole(may.len() as i64), "{name}");
            let figures: Vec<String> = case.requests.iter().map(Request::text).collect();
            says(&question, &figures, name);
        }
        for grant in &case.grants {
            says(&question, &[format!("`{}`", grant.name)], name);
        }
    });
}

#[test]
fn levels_add_bindings() {
    each(&TYPE, Case::draw, |case, level, name| {
        let expected = match level {
            Level::Easy => 1,
            Level::Medium => 2,
            Level::Hard => 3,
        };
        assert_eq!(case.grants.len(), expected, "{name}");
        assert!(!case.is_choice || level != Level::Hard, "{name}");
    });
}
