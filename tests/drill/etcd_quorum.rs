//! Quorum: two sets of members that both decide must share one, which is tried with every set.

#![allow(clippy::cast_possible_wrap, reason = "what a test counts is small")]

use crate::{each, number, says};
use cairn::deck::item::Level;
use cairn::drill::number::whole;
use cairn::drill::types::etcd_quorum::{Case, TYPE};

/// The smallest size at which any two sets of members meet, by trying all pairs.
fn smallest_meeting(members: u32) -> i64 {
    let sets = |size: u32| (0_u32..1 << members).filter(move |set| set.count_ones() == size);
    let size = (1..=members).find(|size| {
        let first = sets(*size).next().expect("a set");
        // By symmetry one set against all others is enough.
        sets(*size).all(|other| first & other != 0)
    });
    i64::from(size.expect("all of them meet"))
}

/// Fails members one after the other until too few are left.
fn spare(mut running: i64, quorum: i64) -> i64 {
    let mut failed = 0;
    while running > quorum {
        running -= 1;
        failed += 1;
    }
    failed
}

#[test]
fn answers_are_right_by_trying() {
    let quorum: Vec<i64> = (0..=16)
        .map(|n| if n == 0 { 0 } else { smallest_meeting(n) })
        .collect();
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        let of = |members: i64| quorum[usize::try_from(members).expect("a count")];
        let (right, figures): (i64, Vec<String>) = match &case {
            Case::Quorum { members } => (of(*members), vec![members.to_string()]),
            Case::Spare { members, down } => {
                assert!(members - down >= of(*members), "{name}: already stopped");
                (
                    spare(members - down, of(*members)),
                    vec![members.to_string()],
                )
            }
            Case::Zones { zones, down, .. } => {
                let members: Vec<usize> = zones
                    .iter()
                    .enumerate()
                    .flat_map(|(zone, size)| vec![zone; *size as usize])
                    .collect();
                // The failed are the first of zone a.
                let alive = &members[*down as usize..];
                assert!(*down <= zones[0] && alive.len() as i64 >= of(members.len() as i64));
                let lost = (0..zones.len())
                    .filter(|zone| {
                        let left = alive.iter().filter(|of| *of != zone).count();
                        left as i64 >= of(members.len() as i64)
                    })
                    .count();
                let figures = zones.iter().map(|size| format!(": {size} member"));
                (lost as i64, figures.collect())
            }
            Case::Replaced {
                members,
                dead,
                added,
            } => {
                // Each new member is let in while all others run; what goes later leaves a majority of the list.
                for step in 1..=*added {
                    let running = members + step - 1;
                    assert!(running >= of(members + step), "{name}: not let in");
                }
                let running = members - dead + added;
                assert!(running >= of(members + added), "{name}: stopped");
                let right = spare(running, of(members + added));
                (right, vec![members.to_string(), dead.to_string()])
            }
            Case::Torn { parts, down } => {
                let members = parts.iter().sum::<i64>() + down;
                let parts_that_decide: Vec<&i64> =
                    parts.iter().filter(|part| **part >= of(members)).collect();
                assert!(parts_that_decide.len() <= 1, "{name}");
                let right = parts_that_decide.first().map_or(0, |part| **part);
                (right, vec![format!("{members} members")])
            }
        };
        assert_eq!(number(&question), whole(right), "{name}");
        says(&question, &figures, name);
    });
}

#[test]
fn levels_ask_for_more() {
    each(&TYPE, Case::draw, |case, level, name| {
        let fits = match case {
            Case::Quorum { .. } => level == Level::Easy,
            Case::Spare { down, .. } => (level == Level::Easy) == (down == 0),
            Case::Zones { down, .. } => (level == Level::Medium) == (down == 0),
            Case::Replaced { .. } | Case::Torn { .. } => level == Level::Hard,
        };
        assert!(fits, "{name}");
    });
}
