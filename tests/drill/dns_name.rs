//! Names: a resolver with a search list and a zone of names that exist, written from resolv.conf(5).

#![allow(clippy::cast_possible_wrap, reason = "what a test counts is small")]

use std::collections::HashSet;

use crate::{each, number, says, text, wrong};
use cairn::deck::item::Level;
use cairn::drill::number::whole;
use cairn::drill::types::dns_name::{Case, Lookup, Service, TYPE, Written};

/// The names that are asked for, up to the one that exists.
fn asked(name: &str, search: &[String], ndots: usize, zone: &HashSet<String>) -> Vec<String> {
    let mut candidates = Vec::new();
    if let Some(rooted) = name.strip_suffix('.') {
        candidates.push(rooted.to_owned());
    } else {
        let listed = search.iter().map(|domain| format!("{name}.{domain}"));
        if name.split('.').count() > ndots {
            candidates.push(name.to_owned());
            candidates.extend(listed);
        } else {
            candidates.extend(listed);
            candidates.push(name.to_owned());
        }
    }
    let mut asked = Vec::new();
    for candidate in candidates {
        let is_there = zone.contains(&candidate);
        asked.push(candidate);
        if is_there {
            return asked;
        }
    }
    Vec::new()
}

fn search(from: &str) -> Vec<String> {
    ["svc.cluster.local", "cluster.local"].iter().fold(
        vec![format!("{from}.svc.cluster.local")],
        |mut list, of| {
            list.push((*of).to_owned());
            list
        },
    )
}

fn full(service: &Service) -> String {
    [service.name, service.namespace, "svc", "cluster", "local"].join(".")
}

fn solved(lookup: &Lookup) -> i64 {
    let mut list = search(lookup.from);
    list.extend(lookup.node.map(str::to_owned));
    let mut zone = HashSet::from([full(&lookup.service)]);
    if let Written::Outside(host) = lookup.written {
        zone.insert(host.to_owned());
    }
    asked(&lookup.text(), &list, lookup.ndots as usize, &zone).len() as i64
}

#[test]
fn answers_are_right_by_a_resolver() {
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        match case {
            Case::Full(service) => {
                assert_eq!(text(&question), format!("`{}`", full(&service)), "{name}");
                says(
                    &question,
                    &[service.name.into(), service.namespace.into()],
                    name,
                );
            }
            Case::Address { address, namespace } => {
                let dashes = address.map(|part| part.to_string()).join("-");
                let right = [&dashes, namespace, "pod", "cluster", "local"].join(".");
                assert_eq!(text(&question), format!("`{right}`"), "{name}");
                says(
                    &question,
                    &[address.map(|part| part.to_string()).join(".")],
                    name,
                );
            }
            Case::Short { service, from } => {
                let zone = HashSet::from([full(&service)]);
                let works = |option: &str| {
                    !asked(option.trim_matches('`'), &search(from), 5, &zone).is_empty()
                };
                assert!(works(text(&question)), "{name}");
                for option in wrong(&question) {
                    let is_longer = option.len() > text(&question).len();
                    assert!(!works(option) || is_longer, "{name}: {option}");
                }
                says(&question, &[service.name.into(), from.into()], name);
            }
            Case::Member {
                service,
                set,
                number,
            } => {
                let right = format!("`{set}-{number}.{}`", full(&service));
                assert_eq!(text(&question), right, "{name}");
                says(&question, &[set.into(), number.to_string()], name);
            }
            Case::Port {
                service,
                port,
                protocol,
            } => {
                let right = format!("`_{port}._{}.{}`", protocol.to_lowercase(), full(&service));
                assert_eq!(text(&question), right, "{name}");
                says(&question, &[port.into(), protocol.into()], name);
            }
            Case::Queries(lookup) => {
                let right = solved(&lookup);
                assert!(right > 0, "{name}: not found");
                assert_eq!(number(&question), whole(right), "{name}");
                says(
                    &question,
                    &[lookup.text(), format!("ndots:{}", lookup.ndots)],
                    name,
                );
            }
        }
    });
}

#[test]
fn levels_ask_for_more() {
    each(&TYPE, Case::draw, |case, level, name| {
        let expected = match case {
            Case::Full(_) | Case::Address { .. } => Level::Easy,
            Case::Short { .. } | Case::Member { .. } | Case::Port { .. } => Level::Medium,
            Case::Queries(_) => Level::Hard,
        };
        assert_eq!(level, expected, "{name}");
    });
}
