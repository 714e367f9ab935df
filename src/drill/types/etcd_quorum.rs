//! Quorum of etcd: how many members decide, and how many may fail.
//!
//! Of n members floor(n / 2) + 1 must answer before anything is written, so n - quorum may fail (etcd documentation, "FAQ", cluster
//! size and failure tolerance; Raft, Ongaro and Ousterhout 2014). Members that are gone count until they are removed. New members are only
//! added here while all others run: etcd's own check of reconfigurations lets nobody in while one does not answer.

mod told;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "etcd-quorum",
    name: "Quorum of etcd",
    about: "quorum, failures that are survived, zones, and members that are replaced",
    version: 1,
    seconds: [25, 45, 75],
    make: |dice, level| Case::draw(dice, level).tell(),
};

const REGIONS: &[&str] = &["eu-central-1", "eu-west-1", "us-east-1", "ap-south-1"];
/// Regions that have a zone d as well.
const LARGE: &[&str] = &["us-east-1", "us-west-2"];

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// How many must answer.
    Quorum {
        /// All members.
        members: i64,
    },
    /// How many may fail.
    Spare {
        /// All members.
        members: i64,
        /// Those that do not answer.
        down: i64,
    },
    /// How many zones may be lost, one at a time.
    Zones {
        /// Where they are.
        region: &'static str,
        /// Members in zone a, b, c and so on.
        zones: Vec<i64>,
        /// Members that do not answer, all of them in zone a.
        down: i64,
    },
    /// How many may fail after new members came and old ones went, which stayed in the list.
    Replaced {
        /// Members before, all of them running.
        members: i64,
        /// Of these, those that were switched off for good afterwards.
        dead: i64,
        /// Added and running.
        added: i64,
    },
    /// How many still take writes when the network is torn.
    Torn {
        /// Members that run, in each part of the network.
        parts: Vec<i64>,
        /// Members that do not run anywhere.
        down: i64,
    },
}

fn quorum(members: i64) -> i64 {
    members / 2 + 1
}

fn sizes(dice: &mut Dice, total: i64, parts: i64) -> Vec<i64> {
    let mut sizes = vec![1; parts as usize];
    for _ in parts..total {
        let place = dice.below(parts as u32) as usize;
        sizes[place] += 1;
    }
    sizes
}

/// A region that has so many zones.
fn region(dice: &mut Dice, zones: i64) -> &'static str {
    let regions = if zones > 3 { LARGE } else { REGIONS };
    dice.pick::<&'static str>(regions)
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            Level::Easy if dice.chance(1, 2) => Self::Quorum {
                members: dice.between(3, 9),
            },
            Level::Easy => Self::Spare {
                members: dice.between(3, 9),
                down: 0,
            },
            Level::Medium if dice.chance(1, 4) => {
                let members = dice.between(5, 9);
                Self::Spare {
                    members,
                    down: dice.between(1, members - quorum(members)),
                }
            }
            Level::Medium => {
                let parts = dice.between(2, 4);
                let total = dice.between(parts.max(3), 9);
                Self::Zones {
                    region: region(dice, parts),
                    zones: sizes(dice, total, parts),
                    down: 0,
                }
            }
            Level::Hard => match dice.below(3) {
                0 => Self::draw_replaced(dice),
                1 => Self::draw_torn(dice),
                _ => Self::draw_failed(dice),
            },
        }
    }

    fn draw_replaced(dice: &mut Dice) -> Self {
        let members = dice.between(3, 7);
        let added = dice.between(1, 2);
        // As many at most as leave a majority of all that are listed then.
        let most = members + added - quorum(members + added);
        Self::Replaced {
            members,
            dead: dice.between(1, most),
            added,
        }
    }

    /// In two thirds of them one part goes on.
    fn draw_torn(dice: &mut Dice) -> Self {
        let goes_on = dice.chance(2, 3);
        loop {
            let down = dice.between(0, 2);
            let total = dice.between(4, 9 - down);
            let count = dice.between(2, 3);
            let parts = sizes(dice, total, count);
            let needed = quorum(total + down);
            if parts.iter().any(|part| *part >= needed) == goes_on {
                return Self::Torn { parts, down };
            }
        }
    }

    /// Zones, some of whose members do not answer any more.
    fn draw_failed(dice: &mut Dice) -> Self {
        let parts = dice.between(3, 4);
        let total = dice.between(6, 9);
        let zones = sizes(dice, total, parts);
        let most = zones[0].min((total - 1) / 2);
        let down = dice.between(1, most.max(1));
        Self::Zones {
            region: region(dice, parts),
            zones,
            down,
        }
    }

    /// Tells it.
    pub fn tell(&self) -> Question {
        match self {
            Self::Quorum { members } => told::needed(*members),
            Self::Spare { members, down } => told::spare(*members, *down),
            Self::Zones {
                region,
                zones,
                down,
            } => told::zones(region, zones, *down),
            Self::Replaced {
                members,
                dead,
                added,
            } => told::replaced(*members, *dead, *added),
            Self::Torn { parts, down } => told::torn(parts, *down),
        }
    }
}
