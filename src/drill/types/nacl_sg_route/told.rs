//! The questions of routes, rules and connections in words.

use std::net::Ipv4Addr;

use super::{Connection, Permit, Ports, Route, Rule, Verdict, deciding, has, route, within};
use crate::drill::question::{Question, Wanted, Wrong};
use crate::drill::types::cidr::Block;
use crate::drill::types::parts::{points, wrong};

fn ip(address: u32) -> String {
    Ipv4Addr::from_bits(address).to_string()
}

fn ports(of: Ports) -> String {
    if of.0 == of.1 {
        of.0.to_string()
    } else {
        format!("{}-{}", of.0, of.1)
    }
}

fn block(of: Block) -> String {
    format!("`{}`", of.text())
}

fn routes_table(routes: &[Route]) -> String {
    let rows: Vec<String> = routes
        .iter()
        .map(|of| format!("| {} | {} |", block(of.block), of.target))
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
                "{} is the longest prefix that has {}.",
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

fn rules_table(rules: &[Rule]) -> String {
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
        "| Rule | Ports | Other side | Effect |\n| :- | :- | :- | :- |\n{}",
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
            rules_table(rules),
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

fn permits(list: &[Permit]) -> String {
    if list.is_empty() {
        return "no rules".to_owned();
    }
    let list: Vec<String> = list
        .iter()
        .map(|of| format!("TCP {} with {}", ports(of.ports), block(of.block)))
        .collect();
    list.join("; ")
}

fn stem(of: &Connection) -> String {
    let who = if of.is_inbound {
        format!(
            "The host `{}` connects from its TCP port {} to port {} of an instance in this subnet.",
            ip(of.remote),
            of.client_port,
            of.port
        )
    } else {
        format!(
            "An instance in this subnet connects from its TCP port {} to port {} of the host `{}`.",
            of.client_port,
            of.port,
            ip(of.remote)
        )
    };
    format!(
        "The route table of a subnet:\n\n{}\n\nIts network ACL, inbound:\n\n{}\n\nOutbound:\n\n{}\n\nThe security group of the instance:\n\n{}\n\n{who} On the side of that host nothing stops it. Does the connection work?",
        routes_table(&of.routes),
        rules_table(&of.acl_in),
        rules_table(&of.acl_out),
        points(&[
            format!("inbound: {}", permits(&of.group_in)),
            format!("outbound: {}", permits(&of.group_out)),
        ])
    )
}

/// What each control says, as it is: `The network ACL, inbound: rule 110 allows TCP 443.`
fn say(of: &Connection, verdict: Verdict) -> String {
    let (request, reply) = of.acls();
    let (there, back) = if of.is_inbound {
        ("inbound", "outbound")
    } else {
        ("outbound", "inbound")
    };
    let acl = |rules: &[Rule], port: u16, way: &str| {
        let number =
            deciding(rules, of.remote, port).map_or("*".to_owned(), |of| of.number.to_string());
        let effect = if deciding(rules, of.remote, port).is_some_and(|of| of.allows) {
            "allows"
        } else {
            "denies"
        };
        format!(
            "In the network ACL, {way}, rule {number} {effect} port {port} with `{}`.",
            ip(of.remote)
        )
    };
    match verdict {
        Verdict::AclRequest => acl(request, of.port, there),
        Verdict::AclReply => format!(
            "The reply goes to the client's port. {}",
            acl(reply, of.client_port, back)
        ),
        Verdict::Group if of.group_request() => format!(
            "The security group allows port {} with `{}`, {there}.",
            of.port,
            ip(of.remote)
        ),
        Verdict::Group => format!(
            "No rule of the security group allows port {} with `{}`, {there}.",
            of.port,
            ip(of.remote)
        ),
        Verdict::GroupReply => {
            "A security group is stateful: the reply to what it allowed passes, whatever its other rules say.".to_owned()
        }
        Verdict::NoRoute => route(&of.routes, of.remote).map_or_else(
            || format!("No route matches `{}`.", ip(of.remote)),
            |found| {
                format!(
                    "The longest prefix for `{}` is {}, with the target {}.",
                    ip(of.remote),
                    block(found.block),
                    found.target
                )
            },
        ),
        Verdict::Works => String::new(),
    }
}

pub(super) fn works(of: &Connection) -> Question {
    let right = of.stops().first().copied().unwrap_or(Verdict::Works);
    let order = match right {
        Verdict::Works => [
            (Verdict::GroupReply, "security group taken as stateless"),
            (Verdict::AclReply, "reply misread"),
            (Verdict::AclRequest, "rules not read in order"),
            (Verdict::Group, "security group misread"),
        ],
        Verdict::AclReply => [
            (Verdict::Works, "network ACL taken as stateful"),
            (Verdict::GroupReply, "security group taken as stateless"),
            (Verdict::AclRequest, "request and reply mixed up"),
            (Verdict::Group, "security group misread"),
        ],
        Verdict::AclRequest => [
            (Verdict::Works, "rules not read in order"),
            (Verdict::AclReply, "request and reply mixed up"),
            (Verdict::GroupReply, "security group taken as stateless"),
            (Verdict::Group, "security group misread"),
        ],
        Verdict::Group => [
            (Verdict::Works, "security group misread"),
            (Verdict::GroupReply, "security group taken as stateless"),
            (Verdict::AclRequest, "network ACL misread"),
            (Verdict::AclReply, "reply misread"),
        ],
        _ => [
            (Verdict::Works, "longest prefix overlooked"),
            (Verdict::GroupReply, "security group taken as stateless"),
            (Verdict::AclReply, "reply misread"),
            (Verdict::AclRequest, "network ACL misread"),
        ],
    };
    let others: Vec<Wrong> = order
        .into_iter()
        .map(|(verdict, name)| {
            let why = if verdict == Verdict::Works {
                say(of, right)
            } else {
                say(of, verdict)
            };
            wrong(name, verdict.text(), why)
        })
        .collect();
    let lines: Vec<String> = [
        Verdict::NoRoute,
        Verdict::AclRequest,
        Verdict::Group,
        Verdict::AclReply,
        Verdict::GroupReply,
    ]
    .into_iter()
    .map(|verdict| say(of, verdict))
    .collect();
    let why = if right == Verdict::Works {
        "Every control lets the request pass, and the network ACL the reply, too.".to_owned()
    } else {
        say(of, right)
    };
    Question {
        stem: stem(of),
        wanted: Wanted::Text {
            right: right.text().to_owned(),
            wrong: others,
        },
        why,
        working: format!("{}\n\n**{}**.", points(&lines), right.text()),
    }
}
