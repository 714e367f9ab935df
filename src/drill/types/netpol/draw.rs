//! How Pods and policies are drawn.

use super::{Case, NAMESPACES, Peer, Pod, Policy, Reading, Rule, connects};
use crate::deck::item::Level;
use crate::drill::dice::Dice;

const APPS: &[&str] = &["web", "api", "job"];
const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];
const TARGETS: &[&str] = &["db", "cache", "queue"];
const PORTS: &[u16] = &[5_432, 6_379, 8_080, 9_090];

fn word(dice: &mut Dice, from: &[&'static str]) -> &'static str {
    from[dice.below(from.len() as u32) as usize]
}

fn namespace(dice: &mut Dice) -> &'static str {
    NAMESPACES[dice.below(3) as usize].0
}

/// A label, its key and its value.
type Label = (&'static str, &'static str);

fn app(dice: &mut Dice) -> Label {
    ("app", word(dice, APPS))
}

fn team(dice: &mut Dice) -> Label {
    ("team", word(dice, &["red", "blue"]))
}

fn peer(dice: &mut Dice, level: Level) -> Peer {
    let kinds = if level == Level::Easy { 3 } else { 6 };
    match dice.below(kinds) {
        0 | 1 => Peer {
            pods: Some(Some(app(dice))),
            namespaces: None,
        },
        2 if dice.chance(1, 3) => Peer {
            pods: Some(None),
            namespaces: None,
        },
        2 => Peer {
            pods: None,
            namespaces: Some(Some(team(dice))),
        },
        3 if dice.chance(1, 3) => Peer {
            pods: Some(Some(app(dice))),
            namespaces: Some(None),
        },
        _ => Peer {
            pods: Some(Some(app(dice))),
            namespaces: Some(Some(team(dice))),
        },
    }
}

fn rules(dice: &mut Dice, level: Level, port: u16) -> Vec<Rule> {
    if dice.chance(1, 12) {
        return Vec::new();
    }
    let count = if level != Level::Easy && dice.chance(1, 2) {
        2
    } else {
        1
    };
    let mut peers: Vec<Peer> = Vec::new();
    while peers.len() < count {
        let peer = peer(dice, level);
        if !peers.contains(&peer) {
            peers.push(peer);
        }
    }
    let other = *dice.pick(PORTS);
    let port = match dice.below(4) {
        0 => None,
        1 if level != Level::Easy => Some(other),
        _ => Some(port),
    };
    vec![Rule { peers, port }]
}

fn policy(dice: &mut Dice, level: Level, target: &Pod, port: u16, name: &'static str) -> Policy {
    let selects = if dice.chance(1, 3) {
        None
    } else {
        Some(("app", target.app))
    };
    Policy {
        name,
        namespace: target.namespace,
        selects,
        is_ingress: true,
        rules: rules(dice, level, port),
    }
}

/// A policy on what leaves a namespace.
fn egress(dice: &mut Dice, target: &Pod, port: u16) -> Policy {
    let peer = match dice.below(3) {
        0 => Peer {
            pods: Some(Some(("app", target.app))),
            namespaces: None,
        },
        1 => Peer {
            pods: None,
            namespaces: Some(Some(team(dice))),
        },
        _ => Peer {
            pods: Some(Some(("app", target.app))),
            namespaces: Some(Some(team(dice))),
        },
    };
    let selects = if dice.chance(1, 2) {
        None
    } else {
        Some(app(dice))
    };
    Policy {
        name: "egress",
        namespace: namespace(dice),
        selects,
        is_ingress: false,
        rules: vec![Rule {
            peers: vec![peer],
            port: dice.chance(1, 2).then_some(port),
        }],
    }
}

fn count(dice: &mut Dice, level: Level) -> Case {
    let target = Pod {
        name: "target",
        namespace: namespace(dice),
        app: word(dice, TARGETS),
    };
    let port = *dice.pick(PORTS);
    let clients: Vec<Pod> = NAMES
        .iter()
        .map(|name| Pod {
            name,
            namespace: namespace(dice),
            app: word(dice, APPS),
        })
        .collect();
    let mut policies = vec![policy(dice, level, &target, port, "first")];
    if level == Level::Hard {
        policies.push(policy(dice, level, &target, port, "second"));
        policies.push(egress(dice, &target, port));
    }
    Case::Count {
        target,
        port,
        clients,
        policies,
    }
}

/// Whether some way of misreading comes to another number.
fn is_worth_asking(case: &Case, level: Level) -> bool {
    let Case::Count {
        target,
        port,
        clients,
        policies,
    } = case
    else {
        return true;
    };
    let count = |read: Reading| {
        let connected = clients
            .iter()
            .filter(|client| connects(policies, client, target, *port, read));
        connected.count()
    };
    let right = count(Reading::Right);
    let least = if level == Level::Easy { 1 } else { 2 };
    let misread = super::told::readings()
        .into_iter()
        .filter(|(_, read, _)| count(*read) != right)
        .take(least);
    misread.count() == least
}

pub(super) fn case(dice: &mut Dice, level: Level) -> Case {
    if level == Level::Easy && dice.chance(1, 3) {
        let (has_ingress, has_egress) =
            *dice.pick(&[(true, false), (false, true), (true, true), (false, false)]);
        let types = dice
            .chance(1, 2)
            .then(|| *dice.pick(&[(true, false), (false, true), (true, true)]));
        // Rules for a direction that is not in `policyTypes` would be refused or mean nothing.
        let fits = types
            .is_none_or(|(ingress, egress)| (ingress || !has_ingress) && (egress || !has_egress));
        return Case::Directions {
            types: types.filter(|_| fits),
            has_ingress,
            has_egress,
            app: word(dice, &["web", "api", "job", "db", "cache", "queue"]),
        };
    }
    loop {
        let case = count(dice, level);
        if is_worth_asking(&case, level) {
            return case;
        }
    }
}
