//! Flow logs: what a record says, and which control rejected which direction.
//!
//! A record of the default format is version, account, interface, source, destination, source port, destination port, protocol, packets,
//! bytes, start, end, action, status. Security groups remember connections, so a reply passes; network ACLs do not, so a reply needs a
//! rule of its own for the port that the client chose. Rules of a network ACL count in the order of their numbers, the first that fits
//! decides, and what fits none is denied (Amazon VPC user guide, "Flow log record examples", "Network ACL rules").

mod records;
mod rules;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::question::{Question, Wrong};
use std::net::Ipv4Addr;

/// The type.
pub const TYPE: Type = Type {
    id: "flow-log",
    name: "Flow logs",
    about: "reading records, which control rejected which direction",
    version: 1,
    seconds: [30, 50, 90],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// A connection over TCP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connection {
    /// Who begins it.
    pub client: u32,
    /// Whom it reaches.
    pub server: u32,
    /// The port that the client chose.
    pub from: u16,
    /// The port of the service.
    pub to: u16,
}

/// What kept a connection from working.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The security group, at the first packet.
    Group,
    /// The network ACL, at the first packet.
    Acl,
    /// The network ACL, at the reply.
    Reply,
}

/// A block of addresses and a range of ports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// First address and prefix.
    pub block: (u32, u8),
    /// First and last port.
    pub ports: (u16, u16),
}

/// A rule of a network ACL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its number; they stand in order.
    pub number: u16,
    /// What it fits.
    pub reach: Reach,
    /// Whether it allows.
    pub allows: bool,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// What a record says.
    Read {
        /// The connection.
        connection: Connection,
        /// Whether it was accepted.
        is_accepted: bool,
        /// Packets.
        packets: i64,
        /// Bytes.
        bytes: i64,
    },
    /// Which control it was.
    Which {
        /// The connection.
        connection: Connection,
        /// Whether the interface belongs to the server, or else to the client.
        at_server: bool,
        /// What kept it.
        cause: Cause,
    },
    /// What the rules make of a connection to a server.
    Rules {
        /// The connection.
        connection: Connection,
        /// What the security group lets in.
        group: Reach,
        /// The inbound rules of the network ACL.
        inbound: Vec<Rule>,
        /// The outbound rules of the network ACL.
        outbound: Vec<Rule>,
    },
}

/// Services and their ports.
const SERVICES: [(u16, &str); 6] = [
    (22, "SSH"),
    (443, "HTTPS"),
    (3306, "MySQL"),
    (3389, "RDP"),
    (5432, "PostgreSQL"),
    (6379, "Redis"),
];

/// Networks of documentation (RFC 5737), where clients live.
const NETWORKS: [u32; 3] = [0xc000_0200, 0xc633_6400, 0xcb00_7100];

/// Every address.
const ALL: (u32, u8) = (0, 0);

/// Ports that clients choose from.
const EPHEMERAL: (u16, u16) = (1_024, 65_535);

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        let connection = Connection {
            client: *dice.pick(&NETWORKS) + dice.between(2, 250) as u32,
            server: 0x0a00_0000 + (dice.below(200) << 8) + dice.between(5, 250) as u32,
            from: dice.between(33_000, 60_900) as u16,
            to: dice.pick(&SERVICES).0,
        };
        match level {
            Level::Easy => {
                let is_accepted = dice.chance(1, 2);
                // All that is ever seen of a rejected connection are the few small packets that would have opened it.
                let (packets, size) = if is_accepted {
                    (dice.between(8, 60), dice.between(44, 900))
                } else {
                    (dice.between(1, 6), *dice.pick(&[40, 44, 52, 60]))
                };
                Self::Read {
                    connection,
                    is_accepted,
                    packets,
                    bytes: packets * size,
                }
            }
            Level::Medium => Self::Which {
                connection,
                at_server: dice.chance(1, 2),
                cause: *dice.pick(&[Cause::Group, Cause::Acl, Cause::Reply, Cause::Reply]),
            },
            Level::Hard => rules::rules(dice, connection),
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Read {
                connection,
                is_accepted,
                packets,
                bytes,
            } => records::read(connection, is_accepted, packets, bytes),
            Self::Which {
                connection,
                at_server,
                cause,
            } => records::which(connection, at_server, cause),
            Self::Rules {
                connection,
                group,
                inbound,
                outbound,
            } => rules::verdict(connection, group, &inbound, &outbound),
        }
    }
}

/// The network of documentation that an address lies in.
fn network(address: u32) -> (u32, u8) {
    (address & 0xffff_ff00, 24)
}

fn ip(address: u32) -> String {
    Ipv4Addr::from_bits(address).to_string()
}

fn wrong(name: &'static str, text: String, why: impl Into<String>) -> Wrong {
    Wrong {
        name,
        text,
        why: why.into(),
    }
}
