//! The questions of routes and rules in words.

use std::net::Ipv4Addr;

use super::{BLACKHOLE, Ports, Route, Rule, deciding, has, route, within};
use crate::drill::question::{Question, Wanted, Wrong};
use crate::drill::types::cidr::Block;
use crate::drill::types::parts::{points, wrong};

pub(in crate::drill) fn ip(address: u32) -> String {
    Ipv4Addr::from_bits(address).to_string()
}

pub(in crate::drill) fn ports(of: Ports) -> String {
    if of.0 == of.1 {
        of.0.to_string()
    } else {
        format!("{}-{}", of.0, of.1)
    }
}

pub(super) fn block(of: Block) -> String {
    format!("`{}`", of.text())
}

/// The target as a route table shows it. It is a black hole when what it led to is gone.
fn target_text(of: &Route) -> &'static str {
    if of.target == BLACKHOLE {
        "a network interface that was deleted (state: blackhole)"
    } else {
        of.target
    }
}

pub(super) fn routes_table(routes: &[Route]) -> String {
    let rows: Vec<String> = routes
        .iter()
        .map(|of| format!("| {} | {} |", block(of.block), target_text(of)))
        .collect();
    format!("| Destination | Target |\n| :- | :- |\n{}", rows.join("\n"))
}

const NOWHERE: &str = "nowhere: it is dropped";

pub(super) fn target(routes: &[Route], to: u32) -> Question {
    let best = route(routes, to);
    let right = best.map_or(NOWHERE, |of| of.target);
    let why = best.map_or_else(
        || "No route matches, so the packet is dropped.".to_owned(),
        |of| {
            format!(
                "{} is the longest prefix that contains {}.",
                block(of.block),
                ip(to)
            )
        },
    );
    let mut others: Vec<Wrong> = routes
        .iter()
        .filter(|of| of.target != right)
        .map(|of| {
            if has(of.block, to) {
                wrong(
                    "shorter prefix",
                    of.target,
                    format!(
                        "{} matches, but a longer prefix matches, too, and decides.",
                        block(of.block)
                    ),
                )
            } else {
                wrong(
                    "route that does not match",
                    of.target,
                    format!("{} is not in {}.", ip(to), block(of.block)),
                )
            }
        })
        .collect();
    // Those that match in part are the likelier mistakes.
    others.sort_by_key(|of| of.name != "shorter prefix");
    let lines: Vec<String> = routes
        .iter()
        .map(|of| {
            let is = if has(of.block, to) {
                "matches"
            } else {
                "does not match"
            };
            format!("{} {is}", block(of.block))
        })
        .collect();
    Question {
        stem: format!(
            "The route table of a subnet:\n\n{}\n\nWhere does a packet to `{}` go?",
            routes_table(routes),
            ip(to)
        ),
        wanted: Wanted::Text {
            right: right.to_owned(),
            wrong: others,
        },
        working: format!("{}\n\n{why} It goes to: **{right}**.", points(&lines)),
        why,
    }
}

/// Which end of a packet the rules of a direction look at, beside its port.
pub(super) fn other_end(is_inbound: bool) -> (&'static str, &'static str) {
    if is_inbound {
        ("Source", "from")
    } else {
        ("Destination", "to")
    }
}

pub(super) fn rules_table(rules: &[Rule], is_inbound: bool) -> String {
    let mut rows: Vec<String> = rules
        .iter()
        .map(|of| {
            format!(
                "| {} | TCP {} | {} | {} |",
                of.number,
                ports(of.ports),
                block(of.block),
                if of.allows { "allow" } else { "deny" }
            )
        })
        .collect();
    rows.push("| * | all | `0.0.0.0/0` | deny |".to_owned());
    format!(
        "| Rule | Ports | {} | Effect |\n| :- | :- | :- | :- |\n{}",
        other_end(is_inbound).0,
        rows.join("\n")
    )
}

fn verdict(rule: Option<&Rule>) -> String {
    match rule {
        Some(of) if of.allows => format!("Rule {} allows it", of.number),
        Some(of) => format!("Rule {} denies it", of.number),
        None => "Rule * denies it".to_owned(),
    }
}

pub(super) fn decides(rules: &[Rule], from: u32, port: u16) -> Question {
    let best = deciding(rules, from, port);
    let right = verdict(best);
    let matches = |of: &&Rule| has(of.block, from) && within(of.ports, port);
    let number = best.map_or(0, |of| of.number);
    let late = |of: &Rule| {
        format!(
            "Rule {} matches, too, but rule {number} has a lower number and decides.",
            of.number
        )
    };
    let mut others = Vec::new();
    let denies = rules.iter().filter(matches).find(|of| !of.allows);
    others.extend(denies.map(|of| wrong("a deny wins as in IAM", verdict(Some(of)), late(of))));
    let last = rules.iter().rfind(matches);
    others.extend(last.map(|of| wrong("last rule that matches", verdict(Some(of)), late(of))));
    for of in rules.iter().filter(|of| !matches(of)) {
        let why = if within(of.ports, port) {
            format!("{} is not in {}.", ip(from), block(of.block))
        } else {
            format!(
                "Rule {} is for TCP {}, not for {port}.",
                of.number,
                ports(of.ports)
            )
        };
        others.push(wrong("rule that does not match", verdict(Some(of)), why));
    }
    for of in rules.iter().filter(matches) {
        others.push(wrong("rule further down", verdict(Some(of)), late(of)));
    }
    others.push(wrong(
        "last rule of all",
        verdict(None),
        format!("Rule * decides only when no other matches; rule {number} does."),
    ));
    others.retain(|of| of.text != right);
    let lines: Vec<String> = rules
        .iter()
        .map(|of| {
            let is = if matches(&of) {
                "matches"
            } else {
                "does not match"
            };
            format!("rule {}: {is}", of.number)
        })
        .collect();
    Question {
        stem: format!(
            "The inbound rules of a network ACL:\n\n{}\n\nA packet comes from `{}` to TCP port {port}. What happens to it?",
            rules_table(rules, true),
            ip(from)
        ),
        wanted: Wanted::Text {
            right: right.clone(),
            wrong: others,
        },
        why: format!("Rule {number} is the first one that matches."),
        working: format!(
            "By number, and the first that matches decides:\n\n{}\n\nSo: **{right}**.",
            points(&lines)
        ),
    }
}
