//! Rules, and what they do with a connection.

use super::{ALL, Case, Cause, Connection, EPHEMERAL, NETWORKS, Reach, Rule, ip, network, wrong};
use crate::drill::dice::Dice;
use crate::drill::question::{Question, Wanted};

/// Rules under which a connection works, or fails at one place only.
pub(super) fn rules(dice: &mut Dice, connection: Connection) -> Case {
    let own = network(connection.client);
    let other = (
        *NETWORKS
            .iter()
            .find(|of| **of != own.0)
            .unwrap_or(&NETWORKS[0]),
        24,
    );
    let service = (connection.to, connection.to);
    let cause = *dice.pick(&[
        None,
        Some(Cause::Group),
        Some(Cause::Acl),
        Some(Cause::Reply),
    ]);
    let rule = |number, block, ports, allows| Rule {
        number,
        reach: Reach { block, ports },
        allows,
    };
    let fits = *dice.pick(&[own, ALL]);
    let group = Reach {
        block: if cause == Some(Cause::Group) {
            other
        } else {
            fits
        },
        ports: service,
    };
    let is_listed = dice.chance(1, 2);
    let inbound = if cause == Some(Cause::Acl) {
        if is_listed {
            // Denied before it is allowed.
            vec![rule(90, own, service, false), rule(100, ALL, service, true)]
        } else {
            // Allowed for others, so that the last rule of all denies it.
            vec![
                rule(90, own, (80, 80), true),
                rule(100, other, service, true),
            ]
        }
    } else if is_listed {
        vec![
            rule(100, own, service, true),
            rule(110, ALL, service, false),
        ]
    } else {
        vec![
            rule(90, other, service, false),
            rule(100, ALL, service, true),
        ]
    };
    let way = dice.below(3);
    let outbound = match (cause == Some(Cause::Reply), way) {
        (true, 0) => vec![rule(100, ALL, service, true)],
        (true, 1) => vec![rule(100, ALL, (1_024, 32_767), true)],
        (true, _) => vec![
            rule(90, own, EPHEMERAL, false),
            rule(100, ALL, EPHEMERAL, true),
        ],
        (false, 0) => vec![rule(100, ALL, EPHEMERAL, true)],
        (false, 1) => vec![rule(100, own, (32_768, 65_535), true)],
        (false, _) => vec![
            rule(90, other, EPHEMERAL, false),
            rule(100, ALL, EPHEMERAL, true),
        ],
    };
    Case::Rules {
        connection,
        group,
        inbound,
        outbound,
    }
}

/// Whether a rule fits an address and a port.
fn fits(reach: Reach, address: u32, port: u16) -> bool {
    let (first, prefix) = reach.block;
    let mask = u32::MAX.checked_shl(32 - u32::from(prefix)).unwrap_or(0);
    address & mask == first && (reach.ports.0..=reach.ports.1).contains(&port)
}

/// The rule that decides, if any fits.
fn decider(rules: &[Rule], address: u32, port: u16) -> Option<&Rule> {
    rules.iter().find(|rule| fits(rule.reach, address, port))
}

fn reach_text(reach: Reach) -> String {
    let (low, high) = reach.ports;
    let ports = if low == high {
        format!("port {low}")
    } else {
        format!("ports {low}-{high}")
    };
    format!("TCP {ports}, `{}/{}`", ip(reach.block.0), reach.block.1)
}

fn rules_text(rules: &[Rule]) -> String {
    let list: Vec<String> = rules
        .iter()
        .map(|rule| {
            let action = if rule.allows { "allow" } else { "deny" };
            format!("  - {}: {action} {}", rule.number, reach_text(rule.reach))
        })
        .collect();
    list.join("\n")
}

const OUTCOMES: [&str; 4] = [
    "Request accepted, reply accepted",
    "Request accepted, reply rejected by the network ACL",
    "Request rejected by the network ACL",
    "Request rejected by the security group",
];

fn decided(rules: &[Rule], address: u32, port: u16) -> (bool, String) {
    match decider(rules, address, port) {
        Some(rule) if rule.allows => (true, format!("rule {} allows it", rule.number)),
        Some(rule) => (false, format!("rule {} denies it", rule.number)),
        None => (false, "no rule fits, so it is denied".to_owned()),
    }
}

pub(super) fn verdict(
    connection: Connection,
    group: Reach,
    inbound: &[Rule],
    outbound: &[Rule],
) -> Question {
    let Connection {
        client,
        server,
        from,
        to,
    } = connection;
    let (enters, entry) = decided(inbound, client, to);
    let is_let_in = fits(group, client, to);
    let (leaves, exit) = decided(outbound, client, from);
    let place = match (enters, is_let_in, leaves) {
        (false, ..) => 2,
        (true, false, _) => 3,
        (true, true, false) => 1,
        (true, true, true) => 0,
    };
    let group_text = if is_let_in {
        "lets it in"
    } else {
        "has no rule for it"
    };
    let facts = [
        format!("At the network ACL, inbound: {entry}."),
        format!("The security group {group_text}."),
        format!(
            "The reply goes to port {from}; at the network ACL, outbound: {exit}. The security group lets every reply pass."
        ),
    ];
    let why_not = |of: usize| match of {
        0 | 1 if !enters => facts[0].clone(),
        0 | 1 if !is_let_in => facts[1].clone(),
        0 | 1 => facts[2].clone(),
        2 => facts[0].clone(),
        _ if !enters => facts[0].clone(),
        _ => facts[1].clone(),
    };
    let others = OUTCOMES
        .iter()
        .enumerate()
        .filter(|(of, _)| *of != place)
        .map(|(of, text)| wrong("another outcome", (*text).to_owned(), why_not(of)))
        .collect();
    let right = OUTCOMES[place];
    let steps = match place {
        2 => facts[0].clone(),
        3 => facts[..2].join(" "),
        _ => facts.join(" "),
    };
    Question {
        stem: format!(
            "{} connects from port {from} to port {to} of an instance at {}.\n\n- Security group, inbound: allow {}; outbound: no rules\n- Network ACL, inbound:\n{}\n- Network ACL, outbound:\n{}\n\nNetwork ACL rules not shown deny everything. What does the flow log of the instance's interface show?",
            ip(client),
            ip(server),
            reach_text(group),
            rules_text(inbound),
            rules_text(outbound)
        ),
        why: match place {
            2 => facts[0].clone(),
            3 => facts[1].clone(),
            _ => facts[2].clone(),
        },
        working: format!("{steps} **{right}**."),
        wanted: Wanted::Text {
            right: right.to_owned(),
            wrong: others,
        },
    }
}
