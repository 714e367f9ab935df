//! Rules, and what they do with a connection.

use super::{ALL, Case, Cause, Connection, EPHEMERAL, NETWORKS, Reach, Rule, ip, network, wrong};
use crate::drill::dice::Dice;
use crate::drill::question::{Question, Wanted};

/// First address and prefix of a block.
type Block = (u32, u8);

fn rule(number: u16, block: Block, ports: (u16, u16), allows: bool) -> Rule {
    Rule {
        number,
        reach: Reach { block, ports },
        allows,
    }
}

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
    let fits = *dice.pick(&[own, ALL]);
    let group = Reach {
        block: if cause == Some(Cause::Group) {
            other
        } else {
            fits
        },
        ports: service,
    };
    let inbound = inbound(dice, cause != Some(Cause::Acl), [own, other], service);
    let outbound = outbound(dice, cause != Some(Cause::Reply), [own, other], service);
    Case::Rules {
        connection,
        group,
        inbound,
        outbound,
    }
}

/// Inbound rules that let the client's own network in, or do not.
fn inbound(
    dice: &mut Dice,
    lets_in: bool,
    [own, other]: [Block; 2],
    service: (u16, u16),
) -> Vec<Rule> {
    match (lets_in, dice.chance(1, 2)) {
        // Denied before it is allowed.
        (false, true) => vec![rule(90, own, service, false), rule(100, ALL, service, true)],
        // Allowed for others, so that the last rule of all denies it.
        (false, false) => vec![
            rule(90, own, (80, 80), true),
            rule(100, other, service, true),
        ],
        (true, true) => vec![
            rule(100, own, service, true),
            rule(110, ALL, service, false),
        ],
        (true, false) => vec![
            rule(90, other, service, false),
            rule(100, ALL, service, true),
        ],
    }
}

/// Outbound rules that let replies out to the client's own network, or do not.
fn outbound(
    dice: &mut Dice,
    lets_out: bool,
    [own, other]: [Block; 2],
    service: (u16, u16),
) -> Vec<Rule> {
    match (lets_out, dice.below(3)) {
        // The port of the service is where replies come from, not where they go.
        (false, 0) => vec![rule(100, ALL, service, true)],
        // The client's port is above these.
        (false, 1) => vec![rule(100, ALL, (1_024, 32_767), true)],
        (false, _) => vec![
            rule(90, own, EPHEMERAL, false),
            rule(100, ALL, EPHEMERAL, true),
        ],
        (true, 0) => vec![rule(100, ALL, EPHEMERAL, true)],
        (true, 1) => vec![rule(100, own, (32_768, 65_535), true)],
        (true, _) => vec![
            rule(90, other, EPHEMERAL, false),
            rule(100, ALL, EPHEMERAL, true),
        ],
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

/// Why it is not this outcome, from what each control does with the connection.
fn why_not(of: usize, place: usize, facts: &[String; 3]) -> String {
    match (place, of) {
        (2, 3) => format!("{} That comes before the security group.", facts[0]),
        (2, _) | (_, 2) => facts[0].clone(),
        (3, _) | (_, 3) => facts[1].clone(),
        _ => facts[2].clone(),
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
        format!("Inbound at the network ACL, {entry}."),
        format!("The security group {group_text}."),
        format!(
            "The reply goes to port {from}. Outbound at the network ACL, {exit}. The security group lets every reply pass."
        ),
    ];
    let others = OUTCOMES
        .iter()
        .enumerate()
        .filter(|(of, _)| *of != place)
        .map(|(of, text)| {
            wrong(
                "another outcome",
                (*text).to_owned(),
                why_not(of, place, &facts),
            )
        })
        .collect();
    let right = OUTCOMES[place];
    // The facts up to the one that decides.
    let decisive = match place {
        2 => 0,
        3 => 1,
        _ => 2,
    };
    Question {
        stem: format!(
            "{} connects from port {from} to port {to} of an instance at {}.\n\n- Security group, inbound: allow {}; outbound: no rules\n- Network ACL, inbound:\n{}\n- Network ACL, outbound:\n{}\n\nThe last rule of both lists, `*`, denies everything else. What does the flow log of the instance's network interface show?",
            ip(client),
            ip(server),
            reach_text(group),
            rules_text(inbound),
            rules_text(outbound)
        ),
        why: facts[decisive].clone(),
        working: format!("{} **{right}**.", facts[..=decisive].join(" ")),
        wanted: Wanted::Text {
            right: right.to_owned(),
            wrong: others,
        },
    }
}
