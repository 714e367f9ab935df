//! What one unit costs, and who pays for what is shared.
//!
//! Unit cost is cost divided by the units of business it made possible. Shared cost is split evenly, in proportion to the direct cost,
//! or by fixed shares (`FinOps` Foundation framework, "Unit Economics" and "Allocation"). Tag coverage is a part of the cost, not of the
//! number of resources. Months have 730 hours.

mod easy;
mod hard;
mod medium;

use super::figures::{cents, in_dollars, in_percent, mistake, money};
use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Ratio, decimal};
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "finops-unit",
    name: "Unit cost and allocation",
    about: "cost of a unit, shares of shared cost, tag coverage, savings by smaller servers",
    version: 1,
    seconds: [35, 70, 120],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// Hours of a month as prices reckon them.
const MONTH: i64 = 730;

/// How shared cost is split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Split {
    /// The same for each team.
    Even,
    /// In proportion to direct cost.
    Proportional,
}

/// What is asked. Amounts are dollars of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// The cost of so many units.
    Unit {
        /// All cost.
        cost: i64,
        /// Units.
        units: i64,
        /// What a unit is: `orders`.
        what: &'static str,
        /// How many units the price is wanted for.
        per: i64,
    },
    /// The part of the cost that has tags.
    Tags {
        /// Cost with tags.
        tagged: i64,
        /// Cost without.
        untagged: i64,
        /// Resources with tags.
        resources: i64,
        /// All resources.
        all_resources: i64,
    },
    /// What the first of three teams pays.
    Share {
        /// Direct cost of each team.
        direct: [i64; 3],
        /// Shared cost.
        shared: i64,
        /// How it is split.
        split: Split,
    },
    /// What smaller servers save in a month.
    Smaller {
        /// Servers.
        count: i64,
        /// An hour of one.
        price: Ratio,
        /// An hour of a smaller one.
        smaller: Ratio,
    },
    /// The cost of a unit with its part of what is shared: some of it even, some in proportion.
    Full {
        /// Direct cost of each product; the first is asked for.
        direct: [i64; 3],
        /// Shared cost.
        shared: i64,
        /// Percent of it that is split evenly.
        even: i64,
        /// Units of the first.
        units: i64,
    },
    /// By how much the cost of a unit changed.
    Change {
        /// Cost of both months.
        cost: [i64; 2],
        /// Units of both months.
        units: [i64; 2],
    },
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match (level, dice.chance(1, 2)) {
            (Level::Easy, true) => {
                let (what, per) = *dice.pick(&[
                    ("orders", 1),
                    ("customers", 1),
                    ("requests", 1_000_000),
                    ("messages", 1_000),
                ]);
                let many = dice.steps(12, 90, 2);
                // The price in steps of a dime.
                let price = dice.between(15, 96);
                let scale = if per == 1 { 1_000 } else { 10 };
                Self::Unit {
                    cost: many * scale * price / 10,
                    units: many * scale * per,
                    what,
                    per,
                }
            }
            (Level::Easy, false) => {
                let all_resources = dice.steps(200, 900, 50);
                Self::Tags {
                    tagged: dice.steps(12_000, 80_000, 500),
                    untagged: dice.steps(3_000, 40_000, 500),
                    resources: all_resources * dice.between(60, 97) / 100,
                    all_resources,
                }
            }
            (Level::Medium, true) => Self::Share {
                direct: direct(dice),
                shared: dice.steps(6_000, 30_000, 300),
                split: if dice.chance(1, 3) {
                    Split::Even
                } else {
                    Split::Proportional
                },
            },
            (Level::Medium, false) => {
                let cents = dice.steps(12, 120, 2);
                Self::Smaller {
                    count: dice.between(4, 60),
                    price: decimal(cents, 2),
                    smaller: decimal(
                        if dice.chance(1, 2) {
                            cents / 2
                        } else {
                            cents * 3 / 4
                        },
                        2,
                    ),
                }
            }
            (Level::Hard, true) => Self::Full {
                direct: direct(dice),
                shared: dice.steps(6_000, 30_000, 300),
                even: *dice.pick(&[20, 25, 40, 50]),
                units: dice.steps(2_000, 20_000, 500),
            },
            (Level::Hard, false) => {
                let cost = dice.steps(20_000, 90_000, 1_000);
                let units = dice.steps(8_000, 60_000, 1_000);
                Self::Change {
                    cost: [cost, cost * dice.between(108, 135) / 100],
                    units: [units, units * dice.between(140, 190) / 100],
                }
            }
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Unit {
                cost,
                units,
                what,
                per,
            } => easy::unit(cost, units, what, per),
            Self::Tags {
                tagged,
                untagged,
                resources,
                all_resources,
            } => easy::tags(tagged, untagged, resources, all_resources),
            Self::Share {
                direct,
                shared,
                split,
            } => medium::share(direct, shared, split),
            Self::Smaller {
                count,
                price,
                smaller,
            } => medium::smaller_servers(count, price, smaller),
            Self::Full {
                direct,
                shared,
                even,
                units,
            } => hard::full(direct, shared, even, units),
            Self::Change { cost, units } => hard::change(cost, units),
        }
    }
}

/// Direct cost of three, the first apart from the others, so that an even split differs from a proportional one.
fn direct(dice: &mut Dice) -> [i64; 3] {
    let mut all = [
        dice.steps(8_000, 20_000, 500),
        dice.steps(24_000, 36_000, 500),
        dice.steps(40_000, 64_000, 500),
    ];
    // The one in the middle would get much the same either way.
    if dice.chance(1, 2) {
        all.swap(0, 2);
    }
    all
}
