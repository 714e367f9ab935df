//! Packets in a VPC: blocks by the `ipnet` crate, rules by walking through them in order.

use std::net::Ipv4Addr;

use crate::{each, says, text, wrong};
use cairn::deck::item::Level;
use cairn::drill::types::cidr::Block;
use cairn::drill::types::nacl_sg_route::{Case, Connection, Permit, Route, Rule, TYPE, Verdict};
use ipnet::Ipv4Net;

fn contains(block: Block, address: u32) -> bool {
    let net: Ipv4Net = block.text().parse().expect("a block");
    assert_eq!(net.trunc(), net, "no block begins there");
    net.contains(&Ipv4Addr::from_bits(address))
}

/// Walks through the rules by number until one matches.
fn walked(rules: &[Rule], other: u32, port: u16) -> Option<&Rule> {
    (1..=u16::MAX)
        .take(300)
        .filter_map(|number| rules.iter().find(|rule| rule.number == number))
        .find(|rule| contains(rule.block, other) && rule.ports.0 <= port && port <= rule.ports.1)
}

fn target(routes: &[Route], to: u32) -> Option<&'static str> {
    (0..=32_u8).rev().find_map(|prefix| {
        routes
            .iter()
            .find(|route| route.block.prefix == prefix && contains(route.block, to))
            .map(|route| route.target)
    })
}

fn permitted(permits: &[Permit], other: u32, port: u16) -> bool {
    permits.iter().any(|permit| {
        contains(permit.block, other) && permit.ports.0 <= port && port <= permit.ports.1
    })
}

/// Sends the request through all controls and then the reply. The group remembers the request, the ACL does not.
fn sent(of: &Connection) -> Vec<Verdict> {
    let mut stops = Vec::new();
    if matches!(target(&of.routes, of.remote), None | Some("blackhole")) {
        stops.push(Verdict::NoRoute);
    }
    let (first, second, group) = if of.is_inbound {
        (&of.acl_in, &of.acl_out, &of.group_in)
    } else {
        (&of.acl_out, &of.acl_in, &of.group_out)
    };
    if !walked(first, of.remote, of.port).is_some_and(|rule| rule.allows) {
        stops.push(Verdict::AclRequest);
    }
    if !permitted(group, of.remote, of.port) {
        stops.push(Verdict::Group);
    }
    if !walked(second, of.remote, of.client_port).is_some_and(|rule| rule.allows) {
        stops.push(Verdict::AclReply);
    }
    stops
}

#[test]
fn answers_are_right_by_sending_packets() {
    let mut verdicts = std::collections::BTreeMap::new();
    each(&TYPE, Case::draw, |case, level, name| {
        let question = case.tell();
        match &case {
            Case::Target { routes, to } => {
                let right = target(routes, *to).unwrap_or("nowhere: it is dropped");
                assert_eq!(text(&question), right, "{name}");
                let blocks = routes.iter().map(|route| route.block.text());
                says(&question, &blocks.collect::<Vec<_>>(), name);
            }
            Case::Decides { rules, from, port } => {
                let rule = walked(rules, *from, *port).expect("one matches");
                let effect = if rule.allows { "allows" } else { "denies" };
                let right = format!("Rule {} {effect} it", rule.number);
                assert_eq!(text(&question), right, "{name}");
                let figures = [Ipv4Addr::from_bits(*from).to_string(), port.to_string()];
                says(&question, &figures, name);
            }
            Case::Works(connection) => {
                let stops = sent(connection);
                assert!(stops.len() <= 1, "{name}: the order would matter");
                let right = stops.first().copied().unwrap_or(Verdict::Works);
                assert_eq!(text(&question), right.text(), "{name}");
                *verdicts.entry((level.word(), right.text())).or_insert(0) += 1;
                let figures = [
                    Ipv4Addr::from_bits(connection.remote).to_string(),
                    connection.port.to_string(),
                    connection.client_port.to_string(),
                ];
                says(&question, &figures, name);
            }
        }
        assert!(
            wrong(&question).iter().all(|of| *of != text(&question)),
            "{name}"
        );
    });
    // No verdict may be guessed: four at the medium level, five at the hard one.
    assert_eq!(verdicts.len(), 9, "{verdicts:?}");
    assert!(verdicts.values().all(|count| *count > 500), "{verdicts:?}");
}

#[test]
fn levels_ask_for_more() {
    each(&TYPE, Case::draw, |case, level, name| {
        let is_easy = !matches!(case, Case::Works(_));
        assert_eq!(is_easy, level == Level::Easy, "{name}");
        if let Case::Works(connection) = case {
            assert!(connection.is_inbound || level == Level::Hard, "{name}");
        }
    });
}
