//! Routes, chosen by letting each pair meet: the winner is the one that beats every other. Blocks are read with the `ipnet` crate.

use crate::{each, says, text, wrong};
use cairn::deck::item::Level;
use cairn::drill::types::bgp_route::{Block, Case, Source, TYPE, block_text};
use ipnet::Ipv4Net;
use std::net::Ipv4Addr;

fn net(block: Block) -> Ipv4Net {
    let net: Ipv4Net = block_text(block).parse().expect("a block");
    assert_eq!(net, net.trunc(), "no block begins there");
    net
}

/// The one of those that hold the address which beats all the others.
fn winner<T>(
    of: &[T],
    block: impl Fn(&T) -> Block,
    to: Ipv4Addr,
    beats: impl Fn(&T, &T) -> bool,
) -> &T {
    let fitting: Vec<&T> = of
        .iter()
        .filter(|it| net(block(it)).contains(&to))
        .collect();
    let prefers = |a: &T, b: &T| {
        let (left, right) = (net(block(a)), net(block(b)));
        // Of two blocks around one address the more specific lies within the other.
        if left == right {
            beats(a, b)
        } else {
            right.contains(&left)
        }
    };
    let best: Vec<&&T> = fitting
        .iter()
        .filter(|a| {
            fitting
                .iter()
                .all(|b| std::ptr::eq(**a, *b) || prefers(a, b))
        })
        .collect();
    assert_eq!(best.len(), 1, "one wins");
    best[0]
}

fn strength(source: Source) -> u8 {
    match source {
        Source::Direct => 3,
        Source::StaticVpn => 2,
        Source::Vpn => 1,
    }
}

#[test]
fn the_winner_beats_every_other_route() {
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.clone().tell();
        let (address, right, names, blocks): (u32, &str, Vec<&str>, Vec<Block>) = match &case {
            Case::Table(address, rows) => {
                let best = winner(
                    rows,
                    |of| of.block,
                    Ipv4Addr::from_bits(*address),
                    |a, b| !a.is_propagated && b.is_propagated,
                );
                (
                    *address,
                    best.target,
                    rows.iter().map(|of| of.target).collect(),
                    rows.iter().map(|of| of.block).collect(),
                )
            }
            Case::Gateway(address, routes) => {
                let best = winner(
                    routes,
                    |of| of.block,
                    Ipv4Addr::from_bits(*address),
                    |a, b| {
                        strength(a.source) > strength(b.source)
                            || a.source == b.source && a.hops < b.hops
                    },
                );
                (
                    *address,
                    best.name,
                    routes.iter().map(|of| of.name).collect(),
                    routes.iter().map(|of| of.block).collect(),
                )
            }
            Case::Interfaces(address, routes) => {
                let best = winner(
                    routes,
                    |of| of.block,
                    Ipv4Addr::from_bits(*address),
                    |a, b| {
                        a.community > b.community || a.community == b.community && a.hops < b.hops
                    },
                );
                for of in routes {
                    says(&question, &[format!("7224:{}", of.community)], name);
                }
                (
                    *address,
                    best.name,
                    routes.iter().map(|of| of.name).collect(),
                    routes.iter().map(|of| of.block).collect(),
                )
            }
        };
        assert_eq!(text(&question), format!("`{right}`"), "{name}");
        assert_eq!(wrong(&question).len(), names.len() - 1, "{name}: {names:?}");
        assert!(!wrong(&question).contains(&text(&question)), "{name}");
        says(
            &question,
            &names.iter().map(|of| format!("`{of}`")).collect::<Vec<_>>(),
            name,
        );
        says(
            &question,
            &blocks.into_iter().map(block_text).collect::<Vec<_>>(),
            name,
        );
        says(&question, &[Ipv4Addr::from_bits(address).to_string()], name);
        let local: Ipv4Net = "172.16.0.0/16".parse().expect("a block");
        assert!(!local.contains(&Ipv4Addr::from_bits(address)), "{name}");
    });
}

#[test]
fn levels_go_from_a_table_to_communities() {
    each(&TYPE, Case::draw, |case, level, name| {
        let expected = match case {
            Case::Table(..) => Level::Easy,
            Case::Gateway(..) => Level::Medium,
            Case::Interfaces(..) => Level::Hard,
        };
        assert_eq!(level, expected, "{name}");
    });
}
