//! Blocks of addresses: how many a subnet holds, which one is large enough, what several are as one route.
//!
//! A block of prefix p holds 2^(32-p) addresses (RFC 4632, section 3.1). AWS keeps the first four and the last one of every subnet, and
//! a subnet is from /28 to /16 (Amazon VPC user guide, "Subnet CIDR blocks").

use std::net::Ipv4Addr;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Precision, Unit, plain, whole};
use crate::drill::question::{Mistake, Question, Wanted, Wrong};

/// The type.
pub const TYPE: Type = Type {
    id: "cidr",
    name: "Subnets",
    about: "sizes of subnets, the smallest that is large enough, several as one route",
    version: 1,
    seconds: [40, 60, 90],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// Addresses of a subnet that AWS keeps.
pub(in crate::drill) const KEPT: i64 = 5;

/// A block of addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its first address.
    pub first: u32,
    /// Its prefix.
    pub prefix: u8,
}

impl Block {
    /// As it is written: `10.0.4.0/22`.
    pub fn text(self) -> String {
        format!("{}/{}", Ipv4Addr::from_bits(self.first), self.prefix)
    }
}

/// How many addresses a prefix leaves.
pub(in crate::drill) fn size(prefix: u8) -> i64 {
    1 << (32 - prefix)
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// How many addresses a subnet has for hosts.
    Hosts {
        /// The subnet.
        subnet: Block,
    },
    /// The smallest subnet for so many hosts.
    Smallest {
        /// Hosts.
        hosts: i64,
    },
    /// The one route for these blocks, and nothing more.
    Summary {
        /// Neighbours, in order.
        blocks: Vec<Block>,
    },
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            Level::Easy => {
                let prefix = dice.between(20, 28) as u8;
                let subnet = Block {
                    first: private(dice, prefix),
                    prefix,
                };
                Self::Hosts { subnet }
            }
            Level::Medium => {
                // From just too many for the next smaller block to just enough for this one, so that the five that are kept matter.
                let prefix = dice.between(21, 27) as u8;
                let most = size(prefix) - KEPT;
                let least = size(prefix + 1) - KEPT + 1;
                let near = (most - least) / 6;
                let hosts = if dice.chance(1, 2) {
                    // Would fit into the smaller one if nothing were kept.
                    least + dice.between(0, KEPT - 1).min(most - least)
                } else {
                    most - dice.between(0, near)
                };
                Self::Smallest { hosts }
            }
            Level::Hard => {
                let prefix = dice.between(19, 26) as u8;
                let bits = dice.between(1, 3) as u8;
                let first = private(dice, prefix - bits);
                let count = 1_u32 << bits;
                let block = |place| Block {
                    first: first + place * size(prefix) as u32,
                    prefix,
                };
                let blocks = (0..count).map(block).collect();
                Self::Summary { blocks }
            }
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Hosts { subnet } => hosts(subnet),
            Self::Smallest { hosts } => smallest(hosts),
            Self::Summary { blocks } => summary(&blocks),
        }
    }
}

/// A block of this prefix among the private addresses.
fn private(dice: &mut Dice, prefix: u8) -> u32 {
    let (base, of) = *dice.pick(&[
        (0x0a00_0000_u32, 8_u8),
        (0xac10_0000, 12),
        (0xc0a8_0000, 16),
    ]);
    let bits = prefix.saturating_sub(of);
    let place = dice.below(1 << bits.min(16));
    base + (place << (32 - prefix))
}

fn hosts(subnet: Block) -> Question {
    let all = size(subnet.prefix);
    let right = all - KEPT;
    let host_bits = 32 - subnet.prefix;
    let mistake = |name, value, why: String| Mistake {
        name,
        value: whole(value),
        why,
    };
    Question {
        stem: format!(
            "An AWS subnet has the block `{}`. How many of its addresses can be given to instances and other interfaces?",
            subnet.text()
        ),
        wanted: Wanted::Number {
            value: whole(right),
            unit: Unit::None,
            precision: Precision::Exact,
            mistakes: vec![
                mistake(
                    "minus 2 instead of 5",
                    all - 2,
                    "Minus 2 holds in an ordinary subnet. AWS keeps five addresses of each subnet."
                        .to_owned(),
                ),
                mistake(
                    "nothing kept",
                    all,
                    format!(
                        "That is every address of a /{}. AWS keeps five of them.",
                        subnet.prefix
                    ),
                ),
                mistake(
                    "one prefix too long",
                    all / 2 - KEPT,
                    format!("That would be left of a /{}.", subnet.prefix + 1),
                ),
                mistake(
                    "one prefix too short",
                    all * 2 - KEPT,
                    format!("That would be left of a /{}.", subnet.prefix - 1),
                ),
            ],
        },
        why: format!("2^{host_bits} = {} addresses, minus 5.", plain(whole(all))),
        working: format!(
            "A /{} leaves 32 - {} = {host_bits} bits for hosts: 2^{host_bits} = {} addresses. AWS keeps five of each subnet: the network address, the router, DNS, one for later, and the last. {} - 5 = **{}**.",
            subnet.prefix,
            subnet.prefix,
            plain(whole(all)),
            plain(whole(all)),
            plain(whole(right)),
        ),
    }
}

/// The longest prefix whose block holds so many hosts beside those that are kept.
pub(in crate::drill) fn prefix_for(hosts: i64, kept: i64) -> u8 {
    let mut prefix = 32;
    while size(prefix) < hosts + kept {
        prefix -= 1;
    }
    prefix
}

/// The prefixes that people take for the right one, the likeliest first.
fn other_prefixes(hosts: i64, right: u8) -> Vec<Wrong> {
    let naive = prefix_for(hosts, 0);
    let text = |prefix: u8| format!("/{prefix}");
    let holds = |prefix: u8| plain(whole(size(prefix) - KEPT));
    let mut wrong = Vec::new();
    if naive != right {
        wrong.push(Wrong {
            name: "nothing kept",
            text: text(naive),
            why: format!(
                "It has {} addresses, but AWS keeps five, so {} are left.",
                plain(whole(size(naive))),
                holds(naive)
            ),
        });
    }
    for (name, prefix) in [
        ("one prefix too long", right + 1),
        ("one prefix too short", right - 1),
        ("two prefixes too short", right - 2),
        ("two prefixes too long", right + 2),
    ] {
        let why = if prefix > right {
            format!("Only {} addresses are left in it.", holds(prefix))
        } else {
            format!(
                "It leaves {} addresses, which is enough, but a /{right} is enough as well and wastes fewer.",
                holds(prefix)
            )
        };
        wrong.push(Wrong {
            name,
            text: text(prefix),
            why,
        });
    }
    wrong
}

fn smallest(hosts: i64) -> Question {
    let right = prefix_for(hosts, KEPT);
    let left = |prefix: u8| plain(whole(size(prefix) - KEPT));
    let all = plain(whole(size(right)));
    Question {
        stem: format!(
            "A subnet on AWS must hold {} network interfaces, each with one address, and must waste as few addresses as possible. Which prefix does it get?",
            plain(whole(hosts))
        ),
        why: format!(
            "{all} addresses, of which {} can be used; a /{} leaves only {}.",
            left(right),
            right + 1,
            left(right + 1)
        ),
        working: format!(
            "{} + 5 that AWS keeps = {}. The smallest power of two that holds them is {all} = 2^{}, so the prefix is 32 - {} = **/{right}**.",
            plain(whole(hosts)),
            plain(whole(hosts + KEPT)),
            32 - right,
            32 - right,
        ),
        wanted: Wanted::Text {
            right: format!("/{right}"),
            wrong: other_prefixes(hosts, right),
        },
    }
}

/// The blocks that people take for the one route, the likeliest first.
fn other_routes(blocks: &[Block], right: Block) -> Vec<Wrong> {
    let (first, last) = (blocks[0], blocks[blocks.len() - 1]);
    let of = |first: u32, prefix: u8| Block {
        first: first >> (32 - prefix) << (32 - prefix),
        prefix,
    };
    let wrong = |name, block: Block, why: String| Wrong {
        name,
        text: format!("`{}`", block.text()),
        why,
    };
    vec![
        wrong(
            "one prefix too short",
            of(right.first, right.prefix - 1),
            "It covers twice as many addresses: half of them are not in the list.".to_owned(),
        ),
        wrong(
            "one prefix too long",
            of(right.first, right.prefix + 1),
            "It covers only the first half of the list.".to_owned(),
        ),
        wrong(
            "prefix of the parts",
            first,
            "That is the first block alone.".to_owned(),
        ),
        wrong(
            "begins at the last block",
            Block {
                first: last.first,
                prefix: right.prefix,
            },
            format!(
                "A /{} cannot begin there: it begins at a multiple of its own size.",
                right.prefix
            ),
        ),
    ]
}

fn summary(blocks: &[Block]) -> Question {
    let first = blocks[0];
    let bits = blocks.len().ilog2() as u8;
    let right = Block {
        first: first.first,
        prefix: first.prefix - bits,
    };
    let list: Vec<String> = blocks
        .iter()
        .map(|block| format!("- `{}`", block.text()))
        .collect();
    Question {
        stem: format!(
            "A router must announce these blocks as one route that covers all of them and nothing else:\n\n{}\n\nWhich route is it?",
            list.join("\n")
        ),
        why: format!(
            "{} blocks of /{} side by side need a prefix that is shorter by {bits} bit{}.",
            blocks.len(),
            first.prefix,
            if bits == 1 { "" } else { "s" }
        ),
        working: format!(
            "{} = 2^{bits} neighbours of /{} that begin at a multiple of their common size are one block with the prefix {} - {bits} = {}: **`{}`**.",
            blocks.len(),
            first.prefix,
            first.prefix,
            right.prefix,
            right.text()
        ),
        wanted: Wanted::Text {
            right: format!("`{}`", right.text()),
            wrong: other_routes(blocks, right),
        },
    }
}
