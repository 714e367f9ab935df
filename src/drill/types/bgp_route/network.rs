//! How routes are drawn.

use super::{DEFAULTS, GATEWAY, Learned, Row, Source, TARGETS, Tagged, around, beside};
use crate::drill::dice::Dice;

pub(super) fn table(dice: &mut Dice, address: u32) -> Vec<Row> {
    let mut targets = dice.some(&TARGETS, 3);
    targets.insert(0, *dice.pick(&DEFAULTS));
    let long = dice.between(20, 25) as u8;
    let short = dice.between(9, 18) as u8;
    let is_tie = dice.chance(1, 2);
    let row = |place: usize, block, is_propagated| Row {
        block,
        target: targets[place],
        is_propagated,
    };
    let mut rows = vec![
        row(0, (0, 0), false),
        row(1, around(address, short), dice.chance(1, 3)),
        row(2, around(address, long), false),
        // The same block once more but propagated, or a longer one beside it.
        if is_tie {
            row(3, around(address, long), true)
        } else {
            row(3, beside(address, long + 2), false)
        },
    ];
    // Only one of them is propagated.
    if rows[3].is_propagated {
        rows[1].is_propagated = false;
    }
    for row in rows.iter_mut().filter(|row| row.is_propagated) {
        row.target = GATEWAY;
    }
    dice.shuffle(&mut rows);
    rows
}

pub(super) fn gateway(dice: &mut Dice, address: u32) -> Vec<Learned> {
    let long = dice.between(18, 24) as u8;
    let short = long - dice.between(1, 4) as u8;
    let same = around(address, long);
    let wide = around(address, short);
    let route = |name, block, source, hops| Learned {
        name,
        block,
        source,
        hops,
    };
    let hops = dice.between(1, 3) as u8;
    let more = hops + dice.between(1, 3) as u8;
    let mut routes = match dice.below(4) {
        // Direct Connect against static and BGP VPN, with a longer path.
        0 => vec![
            route("DX-1", same, Source::Direct, more),
            route("VPN-1", same, Source::StaticVpn, 0),
            route("VPN-2", same, Source::Vpn, hops),
        ],
        // A VPN with a longer prefix against Direct Connect.
        1 => vec![
            route("DX-1", wide, Source::Direct, hops),
            route("VPN-1", same, Source::Vpn, more),
            route("VPN-2", wide, Source::StaticVpn, 0),
        ],
        // Static VPN against BGP VPN; Direct Connect leads elsewhere.
        2 => vec![
            route("DX-1", beside(address, long), Source::Direct, hops),
            route("VPN-1", same, Source::StaticVpn, 0),
            route("VPN-2", same, Source::Vpn, hops),
        ],
        // Two paths of different length.
        _ => vec![
            route("DX-1", wide, Source::Direct, hops),
            route("VPN-1", same, Source::Vpn, more),
            route("VPN-2", same, Source::Vpn, hops),
        ],
    };
    routes.push(route("VPN-3", wide, Source::Vpn, hops));
    dice.shuffle(&mut routes);
    routes
}

pub(super) fn interfaces(dice: &mut Dice, address: u32) -> Vec<Tagged> {
    let long = dice.between(18, 24) as u8;
    let short = long - dice.between(1, 4) as u8;
    let (same, wide) = (around(address, long), around(address, short));
    let [low, middle, high] = [7100, 7200, 7300];
    let few = dice.between(1, 2) as u8;
    let many = few + dice.between(1, 3) as u8;
    let (better, worse) = *dice.pick(&[(high, middle), (high, low), (middle, low)]);
    let mut rows = match dice.below(3) {
        // The community decides against the shorter path.
        0 => [
            (same, better, many),
            (same, worse, few),
            (wide, high, few),
            (same, worse, many),
        ],
        // Equal communities: the path decides.
        1 => [
            (same, better, few),
            (same, better, many),
            (wide, high, few),
            (same, worse, few),
        ],
        // The prefix decides against community and path.
        _ => [
            (same, worse, many),
            (wide, better, many),
            (wide, high, few),
            (beside(address, long), high, few),
        ],
    };
    dice.shuffle(&mut rows);
    let names = ["VIF-1", "VIF-2", "VIF-3", "VIF-4"];
    names
        .into_iter()
        .zip(rows)
        .map(|(name, (block, community, hops))| Tagged {
            name,
            block,
            community,
            hops,
        })
        .collect()
}
