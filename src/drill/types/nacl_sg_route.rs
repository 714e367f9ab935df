//! A packet in a VPC: its route, the network ACLs of the subnet, and the security group.
//!
//! The longest prefix decides the route. The rules of a network ACL are read by their number and the first that matches decides; it
//! knows no connections, so a reply to the client's ephemeral port must be allowed as well. A security group only allows, all its
//! rules together, and lets the reply of what it allowed pass (Amazon VPC user guide, "Route priority", "Network ACLs", "Security
//! groups"). At most one control stops a connection here, so that their order does not matter.

mod draw;
pub(in crate::drill) mod told;
mod works;

use super::cidr::Block;
use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "nacl-sg-route",
    name: "Packets in a VPC",
    about: "longest prefix, rules of network ACLs in order, ephemeral ports, security groups",
    version: 1,
    seconds: [40, 75, 100],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// Ports from and to.
pub type Ports = (u16, u16);

/// A rule of a network ACL, for TCP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its number.
    pub number: u16,
    /// Ports of the destination.
    pub ports: Ports,
    /// The other side.
    pub block: Block,
    /// Whether it allows.
    pub allows: bool,
}

/// A rule of a security group, for TCP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permit {
    /// Ports of the destination.
    pub ports: Ports,
    /// The other side.
    pub block: Block,
}

/// A connection between an instance and another host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Connection {
    /// Whether the other host begins it; otherwise the instance does.
    pub is_inbound: bool,
    /// The other host.
    pub remote: u32,
    /// The port of the server.
    pub port: u16,
    /// The port of the client.
    pub client_port: u16,
    /// The network ACL, inbound.
    pub acl_in: Vec<Rule>,
    /// The network ACL, outbound.
    pub acl_out: Vec<Rule>,
    /// The security group, inbound.
    pub group_in: Vec<Permit>,
    /// The security group, outbound.
    pub group_out: Vec<Permit>,
    /// Routes and their targets.
    pub routes: Vec<Route>,
}

/// A route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// What it is for.
    pub block: Block,
    /// Where it leads.
    pub target: &'static str,
}

/// What a connection comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It works.
    Works,
    /// The network ACL stops the request.
    AclRequest,
    /// The network ACL stops the reply.
    AclReply,
    /// The security group stops the request.
    Group,
    /// The security group stops the reply, which it never does.
    GroupReply,
    /// There is no way there.
    NoRoute,
}

impl Verdict {
    /// As an option.
    pub fn text(self) -> &'static str {
        match self {
            Self::Works => "Yes: request and reply pass",
            Self::AclRequest => "No: the network ACL stops the request",
            Self::AclReply => "No: the network ACL stops the reply",
            Self::Group => "No: the security group stops the request",
            Self::GroupReply => "No: the security group stops the reply",
            Self::NoRoute => "No: no route leads to the other host",
        }
    }
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// Where a packet goes.
    Target {
        /// The routes.
        routes: Vec<Route>,
        /// The destination.
        to: u32,
    },
    /// Which rule of a network ACL decides.
    Decides {
        /// The rules, in order.
        rules: Vec<Rule>,
        /// Where the packet comes from.
        from: u32,
        /// The port that it goes to.
        port: u16,
    },
    /// Whether a connection works.
    Works(Connection),
}

pub(in crate::drill) fn has(block: Block, address: u32) -> bool {
    let differs = u64::from(block.first ^ address);
    differs >> (32 - u32::from(block.prefix)) == 0
}

pub(in crate::drill) fn within(ports: Ports, port: u16) -> bool {
    (ports.0..=ports.1).contains(&port)
}

/// The rule that decides; none is the last one, which denies.
pub(in crate::drill) fn deciding(rules: &[Rule], other: u32, port: u16) -> Option<&Rule> {
    let matching = rules
        .iter()
        .filter(|of| has(of.block, other) && within(of.ports, port));
    matching.min_by_key(|of| of.number)
}

fn acl_allows(rules: &[Rule], other: u32, port: u16) -> bool {
    deciding(rules, other, port).is_some_and(|of| of.allows)
}

pub(in crate::drill) fn group_allows(permits: &[Permit], other: u32, port: u16) -> bool {
    permits
        .iter()
        .any(|of| has(of.block, other) && within(of.ports, port))
}

pub(in crate::drill) fn route(routes: &[Route], to: u32) -> Option<&Route> {
    let matching = routes.iter().filter(|of| has(of.block, to));
    matching.max_by_key(|of| of.block.prefix)
}

/// Where packets end that should go nowhere.
pub(in crate::drill) const BLACKHOLE: &str = "blackhole";

impl Connection {
    pub(in crate::drill) fn acls(&self) -> (&[Rule], &[Rule]) {
        if self.is_inbound {
            (&self.acl_in, &self.acl_out)
        } else {
            (&self.acl_out, &self.acl_in)
        }
    }

    pub(in crate::drill) fn group(&self) -> &[Permit] {
        if self.is_inbound {
            &self.group_in
        } else {
            &self.group_out
        }
    }

    pub(in crate::drill) fn acl_request(&self) -> bool {
        acl_allows(self.acls().0, self.remote, self.port)
    }

    pub(in crate::drill) fn acl_reply(&self) -> bool {
        acl_allows(self.acls().1, self.remote, self.client_port)
    }

    pub(in crate::drill) fn group_request(&self) -> bool {
        group_allows(self.group(), self.remote, self.port)
    }

    pub(in crate::drill) fn is_routed(&self) -> bool {
        route(&self.routes, self.remote).is_some_and(|of| of.target != BLACKHOLE)
    }

    /// All controls that stop it.
    fn stops(&self) -> Vec<Verdict> {
        [
            (self.is_routed(), Verdict::NoRoute),
            (self.acl_request(), Verdict::AclRequest),
            (self.group_request(), Verdict::Group),
            (self.acl_reply(), Verdict::AclReply),
        ]
        .into_iter()
        .filter(|(passes, _)| !passes)
        .map(|(_, verdict)| verdict)
        .collect()
    }
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            Level::Easy if dice.chance(1, 2) => draw::target(dice),
            Level::Easy => draw::decides(dice),
            Level::Medium => Self::Works(draw::connection(dice, true)),
            Level::Hard => Self::Works(draw::connection(dice, false)),
        }
    }

    /// Tells it.
    pub fn tell(&self) -> Question {
        match self {
            Self::Target { routes, to } => told::target(routes, *to),
            Self::Decides { rules, from, port } => told::decides(rules, *from, *port),
            Self::Works(connection) => works::question(connection),
        }
    }
}
