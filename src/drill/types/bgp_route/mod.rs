//! Which route a packet takes.
//!
//! A VPC route table: the local route of the VPC first, then the longest prefix, then static before propagated (Amazon VPC user guide,
//! "How route priority works"). Routes that reach a virtual private gateway with the same prefix: Direct Connect by BGP, then static
//! VPN, then VPN by BGP, of these the shortest AS path (AWS Site-to-Site VPN user guide, "Route tables and route priority"). Private
//! virtual interfaces of Direct Connect: longest prefix, then the local preference of the communities 7224:7300 (high), 7224:7200
//! (medium), 7224:7100 (low), then the shortest AS path (AWS Direct Connect user guide, "Routing policies and BGP communities").

mod ask;
mod network;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::question::Question;
use std::net::Ipv4Addr;

/// The type.
pub const TYPE: Type = Type {
    id: "bgp-route",
    name: "Which route wins",
    about: "longest prefix, static and propagated, VPN and Direct Connect, communities and AS paths",
    version: 1,
    seconds: [30, 60, 75],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// How a route has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// Direct Connect, by BGP.
    Direct,
    /// A static route of a VPN connection.
    StaticVpn,
    /// A VPN connection, by BGP.
    Vpn,
}

/// A block of addresses: its first address and its prefix.
pub type Block = (u32, u8);

/// A route of a VPC route table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its block.
    pub block: Block,
    /// Where it leads.
    pub target: &'static str,
    /// Propagated, or else static.
    pub is_propagated: bool,
}

/// A route that a virtual private gateway has learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Learned {
    /// The connection: `VPN-1`.
    pub name: &'static str,
    /// Its block.
    pub block: Block,
    /// How it has come.
    pub source: Source,
    /// Autonomous systems of its path; 0 where it is static.
    pub hops: u8,
}

/// A route of a private virtual interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tagged {
    /// The interface: `VIF-1`.
    pub name: &'static str,
    /// Its block.
    pub block: Block,
    /// The last digits of its community: 7100, 7200 or 7300.
    pub community: u16,
    /// Autonomous systems of its path.
    pub hops: u8,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// A route table.
    Table(u32, Vec<Row>),
    /// A virtual private gateway.
    Gateway(u32, Vec<Learned>),
    /// Virtual interfaces of Direct Connect.
    Interfaces(u32, Vec<Tagged>),
}

/// Where a default route leads.
const DEFAULTS: [&str; 2] = ["igw-0a1b", "nat-2c3d"];

/// Where the other static routes lead.
const TARGETS: [&str; 4] = ["pcx-4e5f", "tgw-6a7b", "eni-1f2e", "vpce-3d4c"];

/// Where every propagated route leads.
const GATEWAY: &str = "vgw-8c9d";

/// An address within the VPC is never asked for, so its local route never decides.
const LOCAL: Block = (0xac10_0000, 16);

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        // 10.a.b.c; the VPC itself is 172.16.0.0/16.
        let address = 0x0a00_0000 | dice.below(1 << 24);
        match level {
            Level::Easy => Self::Table(address, network::table(dice, address)),
            Level::Medium => Self::Gateway(address, network::gateway(dice, address)),
            Level::Hard => Self::Interfaces(address, network::interfaces(dice, address)),
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Table(address, rows) => ask::from_table(address, &rows),
            Self::Gateway(address, routes) => ask::from_gateway(address, &routes),
            Self::Interfaces(address, routes) => ask::from_interfaces(address, &routes),
        }
    }
}

/// The block of this prefix around an address.
fn around(address: u32, prefix: u8) -> Block {
    if prefix == 0 {
        return (0, 0);
    }
    (address >> (32 - prefix) << (32 - prefix), prefix)
}

/// The block beside the one around an address: it does not hold the address.
fn beside(address: u32, prefix: u8) -> Block {
    around(address ^ (1 << (32 - prefix)), prefix)
}

/// Whether a block holds an address.
fn holds(block: Block, address: u32) -> bool {
    around(address, block.1).0 == block.0
}

/// A block as it is written.
pub fn block_text(block: Block) -> String {
    format!("{}/{}", Ipv4Addr::from_bits(block.0), block.1)
}
