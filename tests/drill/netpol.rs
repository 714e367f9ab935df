//! Network policies as sets: each selector is the set of Pods that it selects, each policy the set of pairs that it opens.

#![allow(clippy::cast_possible_wrap, reason = "what a test counts is small")]

use std::collections::BTreeSet;

use crate::{each, number, says, text, wrong};
use cairn::deck::item::Level;
use cairn::drill::number::whole;
use cairn::drill::types::netpol::{Case, NAMESPACES, Peer, Pod, Policy, TYPE};

fn all(pods: &[Pod]) -> BTreeSet<usize> {
    (0..pods.len()).collect()
}

fn with_app(pods: &[Pod], app: Option<(&str, &str)>) -> BTreeSet<usize> {
    let Some((_, app)) = app else {
        return all(pods);
    };
    (0..pods.len()).filter(|of| pods[*of].app == app).collect()
}

fn in_namespace(pods: &[Pod], namespace: &str) -> BTreeSet<usize> {
    (0..pods.len())
        .filter(|of| pods[*of].namespace == namespace)
        .collect()
}

fn in_teams(pods: &[Pod], team: Option<(&str, &str)>) -> BTreeSet<usize> {
    let mut set = BTreeSet::new();
    for (name, of) in NAMESPACES {
        if team.is_none_or(|(_, wanted)| wanted == of) {
            set.extend(in_namespace(pods, name));
        }
    }
    set
}

fn peers(pods: &[Pod], peer: &Peer, home: &str) -> BTreeSet<usize> {
    let mut set = match peer.namespaces {
        Some(team) => in_teams(pods, team),
        None => in_namespace(pods, home),
    };
    if let Some(app) = peer.pods {
        set = set.intersection(&with_app(pods, app)).copied().collect();
    }
    set
}

/// The Pods that a policy is for, and the others that it opens them to.
fn opened(pods: &[Pod], policy: &Policy, port: u16) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let home = in_namespace(pods, policy.namespace);
    let selected = home
        .intersection(&with_app(pods, policy.selects))
        .copied()
        .collect();
    let mut others = BTreeSet::new();
    for rule in &policy.rules {
        if rule.port.is_some_and(|of| of != port) {
            continue;
        }
        if rule.peers.is_empty() {
            others.extend(all(pods));
        }
        for peer in &rule.peers {
            others.extend(peers(pods, peer, policy.namespace));
        }
    }
    (selected, others)
}

/// The others that one Pod is open to in one direction.
fn open_to(pods: &[Pod], policies: &[Policy], port: u16, pod: usize, way: bool) -> BTreeSet<usize> {
    let mut is_isolated = false;
    let mut open = BTreeSet::new();
    for policy in policies.iter().filter(|of| of.is_ingress == way) {
        let (selected, others) = opened(pods, policy, port);
        if selected.contains(&pod) {
            is_isolated = true;
            open.extend(others);
        }
    }
    if is_isolated { open } else { all(pods) }
}

#[test]
fn answers_are_right_by_sets() {
    let mut counts = [0; 7];
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        match &case {
            Case::Directions {
                types,
                has_ingress,
                has_egress,
                app,
            } => {
                // As the API server fills in what is left out.
                let filled = types.unwrap_or_else(|| {
                    let mut filled = (true, false);
                    if *has_egress {
                        filled.1 = true;
                    }
                    filled
                });
                assert!(filled.0 || !has_ingress, "{name}: rules that mean nothing");
                let right = match filled {
                    (true, true) => "Connections to them and from them",
                    (true, false) => "Only connections to them",
                    (false, true) => "Only connections from them",
                    (false, false) => panic!("{name}"),
                };
                assert_eq!(text(&question), right, "{name}");
                assert!(wrong(&question).iter().all(|of| *of != right), "{name}");
                says(&question, &[(*app).to_owned()], name);
            }
            Case::Count {
                target,
                port,
                clients,
                policies,
            } => {
                let mut pods = clients.clone();
                pods.push(*target);
                let last = pods.len() - 1;
                let enter = open_to(&pods, policies, *port, last, true);
                let right = (0..last)
                    .filter(|client| enter.contains(client))
                    .filter(|client| {
                        open_to(&pods, policies, *port, *client, false).contains(&last)
                    })
                    .count();
                assert_eq!(number(&question), whole(right as i64), "{name}");
                counts[right] += 1;
                let mut figures = vec![format!("port {port}"), format!("`app={}`", target.app)];
                figures.extend(policies.iter().map(|of| format!("name: {}", of.name)));
                says(&question, &figures, name);
            }
        }
    });
    assert!(counts.iter().all(|count| *count < 15_000), "{counts:?}");
}

#[test]
fn levels_add_selectors_and_then_policies() {
    each(&TYPE, Case::draw, |case, level, name| match case {
        Case::Directions { .. } => assert_eq!(level, Level::Easy, "{name}"),
        Case::Count { policies, .. } => {
            assert_eq!(policies.len() > 1, level == Level::Hard, "{name}");
            let mut peers = policies
                .iter()
                .flat_map(|of| &of.rules)
                .flat_map(|of| &of.peers);
            let has_both = peers.any(|of| of.pods.is_some() && of.namespaces.is_some());
            assert!(!has_both || level != Level::Easy, "{name}");
        }
    });
}
