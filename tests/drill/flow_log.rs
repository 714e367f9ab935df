//! Flow logs, read field by field; rules painted over all ports from the last to the first.

use crate::{each, says, text, wrong};
use cairn::deck::item::Level;
use cairn::drill::types::flow_log::{Case, Cause, Connection, Reach, Rule, TYPE};
use ipnet::Ipv4Net;
use std::net::Ipv4Addr;

fn holds(reach: Reach, address: u32) -> bool {
    let net = Ipv4Net::new(Ipv4Addr::from_bits(reach.block.0), reach.block.1).expect("a block");
    net.contains(&Ipv4Addr::from_bits(address))
}

/// The range of ports that each rule covers is painted over what the rules behind it have painted; one port is looked at.
fn allowed(rules: &[Rule], address: u32, port: u16) -> bool {
    assert!(rules.is_sorted_by_key(|rule| rule.number));
    let mut paint = false;
    for rule in rules.iter().rev() {
        let (low, high) = rule.reach.ports;
        if holds(rule.reach, address) && low <= port && port <= high {
            paint = rule.allows;
        }
    }
    paint
}

fn fields(line: &str) -> Vec<&str> {
    let fields: Vec<&str> = line.split(' ').collect();
    assert_eq!(fields.len(), 14, "{line}");
    assert_eq!((fields[0], fields[7], fields[13]), ("2", "6", "OK"));
    fields
}

fn records(stem: &str) -> Vec<&str> {
    let block = stem.split("```").nth(1).expect("a block of records");
    block.trim().lines().collect()
}

/// Which rules reject, from the records alone: a record towards the instance is inbound.
fn suspect(stem: &str, instance: u32) -> String {
    let records = records(stem);
    let last = fields(records[records.len() - 1]);
    assert_eq!(last[12], "REJECT");
    let way = if last[4] == Ipv4Addr::from_bits(instance).to_string() {
        "inbound"
    } else {
        assert_eq!(last[3], Ipv4Addr::from_bits(instance).to_string());
        "outbound"
    };
    let control = if records.len() == 2 {
        // The request passed, and the reply is the same connection turned round.
        let first = fields(records[0]);
        assert_eq!(first[12], "ACCEPT");
        assert_eq!(first[3..7], [last[4], last[3], last[6], last[5]]);
        "network ACL"
    } else if stem.contains("network ACL allows everything") {
        "security group"
    } else {
        assert!(stem.contains("security group allows everything"), "{stem}");
        "network ACL"
    };
    format!("The {way} rules of the {control}")
}

fn outcome(of: Connection, group: Reach, inbound: &[Rule], outbound: &[Rule]) -> &'static str {
    let is_in_group = holds(group, of.client) && group.ports == (of.to, of.to);
    let passes = [
        allowed(inbound, of.client, of.to),
        is_in_group,
        allowed(outbound, of.client, of.from),
    ];
    assert!(
        passes.iter().filter(|pass| !**pass).count() <= 1,
        "one control fails at most"
    );
    match passes {
        [false, ..] => "Request rejected by the network ACL",
        [_, false, _] => "Request rejected by the security group",
        [.., false] => "Request accepted, reply rejected by the network ACL",
        _ => "Request accepted, reply accepted",
    }
}

#[test]
fn answers_follow_from_the_records_and_the_rules() {
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.clone().tell();
        assert_eq!(wrong(&question).len(), 3, "{name}");
        assert!(!wrong(&question).contains(&text(&question)), "{name}");
        match case {
            Case::Read { packets, bytes, .. } => {
                let lines = records(&question.stem);
                let said = fields(lines[0]);
                let action = if said[12] == "ACCEPT" {
                    "accepted"
                } else {
                    "rejected"
                };
                let right = format!(
                    "Traffic from {} to port {} of {} was {action}.",
                    said[3], said[6], said[4]
                );
                assert_eq!(text(&question), right, "{name}");
                assert_eq!(
                    (said[8], said[9]),
                    (&*packets.to_string(), &*bytes.to_string()),
                    "{name}"
                );
            }
            Case::Which {
                connection, cause, ..
            } => {
                assert_eq!(
                    text(&question),
                    suspect(&question.stem, connection.server),
                    "{name}"
                );
                assert_eq!(
                    records(&question.stem).len() == 2,
                    cause == Cause::Reply,
                    "{name}"
                );
            }
            Case::Rules {
                connection,
                group,
                inbound,
                outbound,
            } => {
                assert_eq!(
                    text(&question),
                    outcome(connection, group, &inbound, &outbound),
                    "{name}"
                );
                for rule in inbound.iter().chain(&outbound) {
                    says(
                        &question,
                        &[format!(
                            "{}: {}",
                            rule.number,
                            if rule.allows { "allow" } else { "deny" }
                        )],
                        name,
                    );
                    says(
                        &question,
                        &[
                            rule.reach.ports.1.to_string(),
                            Ipv4Addr::from_bits(rule.reach.block.0).to_string(),
                        ],
                        name,
                    );
                }
                let ends = [connection.client, connection.server]
                    .map(|of| Ipv4Addr::from_bits(of).to_string());
                says(&question, &ends, name);
                says(
                    &question,
                    &[connection.from.to_string(), connection.to.to_string()],
                    name,
                );
            }
        }
    });
}

#[test]
fn levels_go_from_a_record_to_rules() {
    each(&TYPE, Case::draw, |case, level, name| {
        let expected = match case {
            Case::Read { .. } => Level::Easy,
            Case::Which { .. } => Level::Medium,
            Case::Rules { .. } => Level::Hard,
        };
        assert_eq!(level, expected, "{name}");
    });
}
