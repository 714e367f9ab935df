//! The way of a connection through a VPC and back: each control passed, the one that stops it, and those that it never reaches.

use super::sheet::{EDGE, RIGHT, ROOM, Sheet};
use super::{Anchor, Face, Figures, Stroke, Tone, WIDTH};
use crate::drill::types::nacl_sg_route::told::{ip, ports};
use crate::drill::types::nacl_sg_route::{
    BLACKHOLE, Connection, Rule, deciding, has, route, within,
};

const END_HIGH: f64 = 28.0;
const END_WIDE: f64 = 230.0;
const HOP_HIGH: f64 = 44.0;
const GAP: f64 = 15.0;

/// What becomes of the packet at a hop.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Passed,
    Stopped,
    NotReached,
}

impl State {
    fn words(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Stopped => "stopped",
            Self::NotReached => "not reached",
        }
    }

    fn look(self) -> (Tone, Stroke) {
        match self {
            Self::Passed => (Tone::Good, Stroke::Thin),
            Self::Stopped => (Tone::Bad, Stroke::Bold),
            Self::NotReached => (Tone::Plain, Stroke::Dashed),
        }
    }
}

/// A place on the way.
enum Stop {
    /// The instance or the other host.
    End(String),
    /// A control: its name, what it says of the packet, and whether it lets it pass.
    Hop(&'static str, String, bool),
}

/// What the network ACL says of this port.
fn acl(rules: &[Rule], remote: u32, port: u16) -> String {
    let best = deciding(rules, remote, port);
    let number = best.map_or_else(|| "*".to_owned(), |of| of.number.to_string());
    let effect = if best.is_some_and(|of| of.allows) {
        "allows"
    } else {
        "denies"
    };
    format!("rule {number} {effect} TCP {port}")
}

fn group(of: &Connection) -> String {
    let way = if of.is_inbound { "from" } else { "to" };
    let permits = of.group().iter();
    permits
        .filter(|permit| has(permit.block, of.remote) && within(permit.ports, of.port))
        .map(|permit| {
            let (ports, block) = (ports(permit.ports), permit.block.text());
            format!("allows TCP {ports} {way} {block}")
        })
        .next()
        .unwrap_or_else(|| format!("no rule for TCP {} {way} {}", of.port, ip(of.remote)))
}

fn routed(of: &Connection) -> String {
    match route(&of.routes, of.remote) {
        None => format!("no route matches {}", ip(of.remote)),
        Some(found) if found.target == BLACKHOLE => {
            format!("{}: a target that is gone", found.block.text())
        }
        Some(found) => format!("{}: {}", found.block.text(), found.target),
    }
}

/// The whole way. The route table of the subnet is asked where packets leave it.
fn stops(of: &Connection) -> [Stop; 8] {
    let (there, back) = of.acls();
    let acl_there = acl(there, of.remote, of.port);
    let acl_back = acl(back, of.remote, of.client_port);
    let stateful = "stateful: the reply passes".to_owned();
    let instance = |port: u16| Stop::End(format!("Instance, port {port}"));
    let host = |port: u16| Stop::End(format!("{}, port {port}", ip(of.remote)));
    if of.is_inbound {
        [
            host(of.client_port),
            Stop::Hop("Request: network ACL in", acl_there, of.acl_request()),
            Stop::Hop("Request: security group in", group(of), of.group_request()),
            instance(of.port),
            Stop::Hop("Reply: security group out", stateful, true),
            Stop::Hop("Reply: network ACL out", acl_back, of.acl_reply()),
            Stop::Hop("Reply: route table", routed(of), of.is_routed()),
            host(of.client_port),
        ]
    } else {
        [
            instance(of.client_port),
            Stop::Hop("Request: security group out", group(of), of.group_request()),
            Stop::Hop("Request: network ACL out", acl_there, of.acl_request()),
            Stop::Hop("Request: route table", routed(of), of.is_routed()),
            host(of.port),
            Stop::Hop("Reply: network ACL in", acl_back, of.acl_reply()),
            Stop::Hop("Reply: security group in", stateful, true),
            instance(of.client_port),
        ]
    }
}

pub(super) fn figures(of: &Connection) -> Figures {
    let mut sheet = Sheet::default();
    sheet.say("The way of the packets, in order.");
    let mut top = EDGE;
    let mut is_stopped = false;
    for (place, stop) in stops(of).into_iter().enumerate() {
        let state = match &stop {
            _ if is_stopped => State::NotReached,
            Stop::Hop(.., false) => State::Stopped,
            _ => State::Passed,
        };
        if place > 0 {
            let (tone, stroke) = if is_stopped {
                (Tone::Soft, Stroke::Dashed)
            } else {
                (Tone::Plain, Stroke::Thin)
            };
            let x = WIDTH / 2.0;
            sheet.arrow(&[(x, top + 2.0), (x, top + GAP - 2.0)], tone, stroke);
            top += GAP;
        }
        is_stopped |= state == State::Stopped;
        top += match stop {
            Stop::End(name) => end(&mut sheet, top, &name, state),
            Stop::Hop(name, about, _) => hop(&mut sheet, top, name, &about, state),
        };
    }
    sheet.worked(top + EDGE)
}

fn end(sheet: &mut Sheet, top: f64, name: &str, state: State) -> f64 {
    let is_reached = state != State::NotReached;
    let (tone, stroke, ink) = if is_reached {
        (Tone::Soft, Stroke::Thin, Tone::Plain)
    } else {
        (Tone::Plain, Stroke::Dashed, Tone::Soft)
    };
    let size = (END_WIDE, END_HIGH);
    let middle = WIDTH / 2.0;
    sheet.boxed((middle - END_WIDE / 2.0, top), size, tone, stroke);
    let at = (middle, top + 18.5);
    sheet.text(at, Anchor::Middle, Face::Bold, ink, name);
    let reached = if is_reached { "" } else { ": not reached" };
    sheet.say(format!("{name}{reached}."));
    END_HIGH
}

fn hop(sheet: &mut Sheet, top: f64, name: &str, about: &str, state: State) -> f64 {
    let (tone, stroke) = state.look();
    let is_reached = state != State::NotReached;
    let high = if is_reached { HOP_HIGH } else { END_HIGH };
    sheet.boxed((EDGE, top), (ROOM, high), tone, stroke);
    let (x, y) = (EDGE + 10.0, top + 18.0);
    let ink = if is_reached { Tone::Plain } else { Tone::Soft };
    sheet.text((x, y), Anchor::Start, Face::Plain, ink, name);
    let sign = (RIGHT - 15.0, y - 4.5);
    let end = match state {
        State::Passed => {
            sheet.tick(sign);
            RIGHT - 28.0
        }
        State::Stopped => {
            sheet.cross(sign);
            RIGHT - 28.0
        }
        State::NotReached => RIGHT - 10.0,
    };
    let (ink, face) = match state {
        State::Passed => (Tone::Good, Face::Plain),
        State::Stopped => (Tone::Bad, Face::Bold),
        State::NotReached => (Tone::Soft, Face::Plain),
    };
    sheet.text((end, y), Anchor::End, face, ink, state.words());
    // What it would say nobody gets to hear.
    if is_reached {
        let at = (x, y + 18.0);
        sheet.text(at, Anchor::Start, Face::Plain, Tone::Soft, about);
        sheet.say(format!("{name}, {}: {about}.", state.words()));
    } else {
        sheet.say(format!("{name}: not reached."));
    }
    high
}
