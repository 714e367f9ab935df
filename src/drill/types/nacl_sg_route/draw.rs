//! How routes, rules and connections are drawn.

use super::{BLACKHOLE, Case, Connection, Permit, Ports, Route, Rule, Verdict};
use crate::drill::dice::Dice;
use crate::drill::types::cidr::Block;

/// Everything.
const ANY: Block = Block {
    first: 0,
    prefix: 0,
};
/// The VPC, 10.0.0.0/16.
const VPC: Block = Block {
    first: 0x0a00_0000,
    prefix: 16,
};
const PORTS: &[u16] = &[22, 80, 443, 3_306, 5_432, 8_080, 8_443];
/// What is opened to the internet, and asked for there.
const WEB_PORTS: &[u16] = &[80, 443, 8_080, 8_443];
const EPHEMERAL: Ports = (1_024, 65_535);

/// The block of this prefix around an address.
fn around(address: u32, prefix: u8) -> Block {
    Block {
        first: address >> (32 - prefix) << (32 - prefix),
        prefix,
    }
}

fn address(first: [u8; 3], last: i64) -> u32 {
    u32::from_be_bytes([first[0], first[1], first[2], last as u8])
}

pub(super) fn target(dice: &mut Dice) -> Case {
    let (x, y) = (dice.between(16, 99) as u8, dice.between(1, 200) as u8);
    let last = dice.between(5, 250);
    let inner = address([10, x, y], last);
    let mut routes = vec![
        Route {
            block: VPC,
            target: "local",
        },
        Route {
            block: around(inner, 8),
            target: "the transit gateway",
        },
        Route {
            block: around(inner, 16),
            target: "the peering connection",
        },
        Route {
            block: around(inner, 24),
            target: "the virtual private gateway",
        },
        Route {
            block: ANY,
            target: "the NAT gateway",
        },
    ];
    let to = match dice.below(5) {
        0 | 1 => inner,
        2 => address([10, x, y ^ 1], last),
        3 => address([10, x ^ 1, y], last),
        _ => address([198, 51, 100], last),
    };
    // Four remain, the local one among them, which no table can lose.
    let place = dice.between(1, 4) as usize;
    routes.remove(place);
    dice.shuffle(&mut routes[1..]);
    Case::Target { routes, to }
}

pub(super) fn decides(dice: &mut Dice) -> Case {
    loop {
        let from = address([203, 0, 113], dice.between(1, 254));
        let port = *dice.pick(PORTS);
        let mut rules: Vec<Rule> = (0..4)
            .map(|_| Rule {
                number: dice.steps(90, 200, 10) as u16,
                ports: match dice.below(4) {
                    0 | 1 => (port, port),
                    2 => (0, 65_535),
                    _ => {
                        let other = *dice.pick(PORTS);
                        (other, other)
                    }
                },
                block: match dice.below(4) {
                    0 => around(from, 24),
                    1 => around(from, 32),
                    2 => around(address([198, 51, 100], 0), 24),
                    _ => ANY,
                },
                allows: dice.chance(1, 2),
            })
            .collect();
        rules.sort_by_key(|of| of.number);
        let is_apart = rules.windows(2).all(|two| two[0].number != two[1].number);
        let matching: Vec<&Rule> = rules
            .iter()
            .filter(|of| super::has(of.block, from) && super::within(of.ports, port))
            .collect();
        let is_mixed = matching.iter().any(|of| of.allows) && matching.iter().any(|of| !of.allows);
        if is_apart && is_mixed {
            return Case::Decides { rules, from, port };
        }
    }
}

/// What goes wrong.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    Nothing,
    Acl,
    AclOrder,
    Reply,
    ReplyRange,
    Group,
    Route,
}

fn rule(number: u16, ports: Ports, block: Block, allows: bool) -> Rule {
    Rule {
        number,
        ports,
        block,
        allows,
    }
}

/// Rules that let a request to this port pass, or not.
fn request_rules(dice: &mut Dice, remote: u32, port: u16, fault: Fault) -> Vec<Rule> {
    let has_deny = fault == Fault::AclOrder || (fault != Fault::Acl && dice.chance(1, 2));
    // Nobody allows and denies the very same block.
    let near = if has_deny {
        *dice.pick(&[ANY, around(remote, 16)])
    } else {
        *dice.pick(&[ANY, around(remote, 24), around(remote, 16)])
    };
    let other = *dice.pick(PORTS);
    let mut rules = vec![rule(110, (port, port), near, true)];
    if fault == Fault::Acl {
        // The right port from elsewhere, or another port.
        rules[0] = if dice.chance(1, 2) {
            rule(110, (port, port), around(remote ^ 0x0040_0000, 16), true)
        } else {
            rule(110, (port + 1, port + 1), near, true)
        };
    } else if has_deny {
        // Before the rule that allows it, or too late to matter.
        let number = if fault == Fault::AclOrder { 100 } else { 120 };
        rules.push(rule(number, (port, port), around(remote, 24), false));
    }
    if dice.chance(1, 2) {
        rules.push(rule(
            130,
            (other, other),
            around(remote ^ 0x0001_0000, 16),
            true,
        ));
    }
    rules.sort_by_key(|of| of.number);
    rules
}

/// Rules that let a reply to the port of the client pass, or not.
fn reply_rules(dice: &mut Dice, port: u16, client_port: u16, fault: Fault) -> Vec<Rule> {
    let rule_of = |ports| rule(100, ports, ANY, true);
    match fault {
        Fault::Reply => vec![rule_of((port, port))],
        // A narrow range of ephemeral ports that the client is not in.
        Fault::ReplyRange if client_port < 49_152 => vec![rule_of((49_152, 65_535))],
        Fault::ReplyRange => vec![rule_of((32_768, 49_151))],
        _ if client_port >= 32_768 && dice.chance(1, 3) => vec![rule_of((32_768, 65_535))],
        _ => vec![rule_of(EPHEMERAL)],
    }
}

fn permits(dice: &mut Dice, remote: u32, port: u16, fault: Fault) -> Vec<Permit> {
    let mut list = Vec::new();
    if fault == Fault::Group {
        list.push(if dice.chance(1, 2) {
            Permit {
                ports: (port, port),
                block: around(remote ^ 0x0040_0000, 24),
            }
        } else {
            Permit {
                ports: (port + 1, port + 1),
                block: ANY,
            }
        });
    } else {
        let block = *dice.pick(&[ANY, around(remote, 24), around(remote, 32)]);
        list.push(Permit {
            ports: (port, port),
            block,
        });
    }
    if dice.chance(1, 2) {
        list.push(Permit {
            ports: (22, 22),
            block: around(address([10, 0, 9], 0), 24),
        });
    }
    list
}

/// One that works, or is stopped at one place.
pub(super) fn connection(dice: &mut Dice, is_medium: bool) -> Connection {
    loop {
        let connection = any_connection(dice, is_medium);
        let stops = connection.stops();
        // A fault may be hidden by chance; then it works, which is as good.
        if stops.len() <= 1 && (!is_medium || stops != [Verdict::NoRoute]) {
            return connection;
        }
    }
}

fn routes(
    dice: &mut Dice,
    remote: u32,
    is_inbound: bool,
    is_medium: bool,
    fault: Fault,
) -> Vec<Route> {
    let is_private = remote >> 24 == 10;
    let way = if is_private {
        "the transit gateway"
    } else if is_inbound {
        "the internet gateway"
    } else {
        "the NAT gateway"
    };
    let mut routes = vec![
        Route {
            block: VPC,
            target: "local",
        },
        Route {
            block: if is_private { around(remote, 8) } else { ANY },
            target: way,
        },
    ];
    if fault == Fault::Route {
        if is_private && dice.chance(1, 2) {
            routes[1].block = around(remote ^ 0x0001_0000, 16);
        } else {
            routes.push(Route {
                block: around(remote, 24),
                target: BLACKHOLE,
            });
        }
    } else if !is_medium && dice.chance(1, 2) {
        routes.push(Route {
            block: around(remote ^ 0x0000_0100, 24),
            target: BLACKHOLE,
        });
    }
    routes
}

fn any_connection(dice: &mut Dice, is_medium: bool) -> Connection {
    let is_inbound = is_medium || dice.chance(1, 3);
    let is_public = dice.chance(1, 2);
    let remote = if is_public {
        address([203, 0, 113], dice.between(1, 254))
    } else {
        address([10, dice.between(16, 40) as u8, 7], dice.between(1, 254))
    };
    let port = *dice.pick(if is_public { WEB_PORTS } else { &PORTS[1..] });
    let client_port = dice.between(33_000, 60_900) as u16;
    let fault = *dice.pick(&[
        Fault::Nothing,
        Fault::Nothing,
        Fault::Acl,
        Fault::AclOrder,
        Fault::Reply,
        if is_medium {
            Fault::Reply
        } else {
            Fault::ReplyRange
        },
        Fault::Group,
        if is_medium {
            Fault::AclOrder
        } else {
            Fault::Route
        },
    ]);
    let request = request_rules(dice, remote, port, fault);
    let reply = reply_rules(dice, port, client_port, fault);
    let permit = permits(dice, remote, port, fault);
    // What a group says in the other direction is of no account for the reply.
    let idle = if dice.chance(1, 2) {
        Vec::new()
    } else {
        vec![Permit {
            ports: (443, 443),
            block: around(address([10, 0, 0], 0), 16),
        }]
    };
    let routes = routes(dice, remote, is_inbound, is_medium, fault);
    let (acl_in, acl_out, group_in, group_out) = if is_inbound {
        (request, reply, permit, idle)
    } else {
        (reply, request, idle, permit)
    };
    Connection {
        is_inbound,
        remote,
        port,
        client_port,
        acl_in,
        acl_out,
        group_in,
        group_out,
        routes,
    }
}
