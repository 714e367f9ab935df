//! Which route wins, and why the others do not.

use super::{Block, LOCAL, Learned, Row, Source, Tagged, block_text, holds};
use crate::drill::question::{Question, Wanted, Wrong};
use std::net::Ipv4Addr;

/// Of several the first by what counts, in this order.
fn first_by<T: Copy, K: Ord>(of: &[T], key: impl Fn(&T) -> K) -> Option<T> {
    of.iter().copied().min_by_key(key)
}

/// A route that is not taken.
fn wrong(text: &str, why: String) -> Wrong {
    Wrong {
        name: "another route",
        text: format!("`{text}`"),
        why,
    }
}

fn not_held(block: Block, address: u32) -> String {
    format!(
        "{} does not hold {}.",
        block_text(block),
        Ipv4Addr::from_bits(address)
    )
}

fn too_short(block: Block, best: Block) -> String {
    format!("A /{} is less specific than a /{}.", block.1, best.1)
}

fn longer_path(hops: u8, best: u8) -> String {
    format!("Its AS path is longer: {hops} against {best}.")
}

pub(super) fn question(
    stem: String,
    right: &str,
    why: String,
    working: &str,
    wrong: Vec<Wrong>,
) -> Question {
    Question {
        stem,
        why,
        working: format!("{working} The packet takes **`{right}`**."),
        wanted: Wanted::Text {
            right: format!("`{right}`"),
            wrong,
        },
    }
}

/// Why a row of a table is not taken.
fn passed_over(row: &Row, best: &Row, address: u32) -> String {
    if !holds(row.block, address) {
        not_held(row.block, address)
    } else if row.block.1 < best.block.1 {
        too_short(row.block, best.block)
    } else {
        "Of two routes with the same block the static one is taken, not the propagated one."
            .to_owned()
    }
}

/// The blocks of rows, each once.
fn blocks_of(rows: &[Row]) -> String {
    let mut blocks: Vec<String> = Vec::new();
    for row in rows {
        let block = format!("`{}`", block_text(row.block));
        if !blocks.contains(&block) {
            blocks.push(block);
        }
    }
    blocks.join(", ")
}

fn row_text(row: &Row) -> String {
    let kind = if row.is_propagated {
        "propagated"
    } else {
        "static"
    };
    format!("- `{}` to `{}`, {kind}", block_text(row.block), row.target)
}

pub(super) fn from_table(address: u32, rows: &[Row]) -> Question {
    let fitting: Vec<Row> = rows
        .iter()
        .copied()
        .filter(|row| holds(row.block, address))
        .collect();
    let best = first_by(&fitting, |row| (32 - row.block.1, row.is_propagated)).unwrap_or(rows[0]);
    let to = Ipv4Addr::from_bits(address);
    let list: Vec<String> = rows.iter().map(row_text).collect();
    let others = rows
        .iter()
        .filter(|row| row.target != best.target)
        .map(|row| wrong(row.target, passed_over(row, &best, address)))
        .collect();
    let block = block_text(best.block);
    let mut why = format!("{block} is the longest prefix that holds {to}");
    let mut working = format!(
        "{to} lies in {}. The longest prefix wins.",
        blocks_of(&fitting)
    );
    if fitting.iter().filter(|row| row.block == best.block).count() > 1 {
        why += ", and static goes before propagated";
        working += &format!(" `{block}` has two routes, and static goes before propagated.");
    }
    question(
        format!(
            "The route table of a subnet has, beside `{}` to `local`:\n\n{}\n\nWhere does a packet to `{to}` go?",
            block_text(LOCAL),
            list.join("\n")
        ),
        best.target,
        format!("{why}."),
        &working,
        others,
    )
}

pub(super) fn from_gateway(address: u32, routes: &[Learned]) -> Question {
    let fitting: Vec<Learned> = routes
        .iter()
        .copied()
        .filter(|of| holds(of.block, address))
        .collect();
    let best = first_by(&fitting, |of| (32 - of.block.1, of.source, of.hops)).unwrap_or(routes[0]);
    let to = Ipv4Addr::from_bits(address);
    let kind = |of: &Learned| match of.source {
        Source::Direct => format!("Direct Connect by BGP, AS path length {}", of.hops),
        Source::StaticVpn => "static route of a VPN connection".to_owned(),
        Source::Vpn => format!("VPN connection by BGP, AS path length {}", of.hops),
    };
    let list: Vec<String> = routes
        .iter()
        .map(|of| format!("- `{}`: `{}`, {}", of.name, block_text(of.block), kind(of)))
        .collect();
    let others = routes
        .iter()
        .filter(|of| of.name != best.name)
        .map(|of| {
            let why = if !holds(of.block, address) {
                not_held(of.block, address)
            } else if of.block.1 < best.block.1 {
                too_short(of.block, best.block)
            } else if of.source == best.source {
                longer_path(of.hops, best.hops)
            } else {
                match best.source {
                    Source::Direct => "With the same prefix Direct Connect goes before any VPN, whatever the AS path.".to_owned(),
                    _ => "With the same prefix a static route of a VPN goes before one by BGP.".to_owned(),
                }
            };
            wrong(of.name, why)
        })
        .collect();
    question(
        format!(
            "A virtual private gateway knows these routes; all connections are up:\n\n{}\n\nWhich one does a packet from the VPC to `{to}` take?",
            list.join("\n")
        ),
        best.name,
        format!(
            "`{}` is {}: {}.",
            best.name,
            block_text(best.block),
            kind(&best)
        ),
        "The order is: longest prefix; then Direct Connect, static VPN, VPN by BGP; then the shortest AS path.",
        others,
    )
}

pub(super) fn from_interfaces(address: u32, routes: &[Tagged]) -> Question {
    let fitting: Vec<Tagged> = routes
        .iter()
        .copied()
        .filter(|of| holds(of.block, address))
        .collect();
    let best = first_by(&fitting, |of| {
        (
            32 - of.block.1,
            7300_u16.saturating_sub(of.community),
            of.hops,
        )
    })
    .unwrap_or(routes[0]);
    let to = Ipv4Addr::from_bits(address);
    let list: Vec<String> = routes
        .iter()
        .map(|of| {
            format!(
                "- `{}`: `{}`, community `7224:{}`, AS path length {}",
                of.name,
                block_text(of.block),
                of.community,
                of.hops
            )
        })
        .collect();
    let others = routes
        .iter()
        .filter(|of| of.name != best.name)
        .map(|of| {
            let why = if !holds(of.block, address) {
                not_held(of.block, address)
            } else if of.block.1 < best.block.1 {
                format!(
                    "{} The prefix counts before the community.",
                    too_short(of.block, best.block)
                )
            } else if of.community < best.community {
                format!(
                    "7224:{} means a lower preference than 7224:{}, and the community counts before the AS path.",
                    of.community, best.community
                )
            } else {
                longer_path(of.hops, best.hops)
            };
            wrong(of.name, why)
        })
        .collect();
    question(
        format!(
            "On private virtual interfaces of Direct Connect in the same Region as the VPC, a data center announces these routes to AWS:\n\n{}\n\nWhich interface does a packet from the VPC to `{to}` take?",
            list.join("\n")
        ),
        best.name,
        format!(
            "{}, 7224:{}, AS path length {}.",
            block_text(best.block),
            best.community,
            best.hops
        ),
        "The order is: longest prefix; then the community, 7224:7300 (high) before 7224:7200 (medium) before 7224:7100 (low); then the shortest AS path.",
        others,
    )
}
