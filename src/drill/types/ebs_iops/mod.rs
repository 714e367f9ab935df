//! What volumes do in a second: operations, throughput, bursts and what it costs.
//!
//! A gp2 volume does 3 operations a second for each GiB within a floor and a ceiling and saves up credits for bursts; gp3 includes a
//! base and sells more. Throughput is operations times their size, whichever limit comes first (Amazon EBS user guide, "General
//! Purpose SSD volumes"). Limits and prices stand in the stem, as they change.

mod limits;
mod sizes;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Ratio, whole};
use crate::drill::question::{Mistake, Question};

/// The type.
pub const TYPE: Type = Type {
    id: "ebs-iops",
    name: "EBS performance",
    about: "IOPS and throughput of volumes, bursts, stripes and the price of more",
    version: 1,
    seconds: [30, 60, 100],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// What is asked. Sizes are in GiB, operations in KiB, throughput in MiB a second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// The base of a gp2 volume.
    Base {
        /// Its size.
        size: i64,
    },
    /// The smallest gp2 volume for so many operations.
    Size {
        /// Operations a second.
        iops: i64,
        /// What is stored.
        stored: i64,
    },
    /// Operations a second of this size, under both limits.
    Limited {
        /// Operations a second.
        iops: i64,
        /// Throughput.
        throughput: i64,
        /// Size of an operation.
        block: i64,
    },
    /// How long a gp2 volume bursts.
    Burst {
        /// Its size.
        size: i64,
    },
    /// A stripe of volumes at an instance, in operations of this size.
    Stripe {
        /// Volumes.
        volumes: i64,
        /// Operations a second of each.
        iops: i64,
        /// Throughput of each.
        throughput: i64,
        /// Size of an operation.
        block: i64,
        /// Operations a second of the instance.
        all_iops: i64,
        /// Throughput of the instance.
        all_throughput: i64,
    },
    /// What a gp3 volume costs in a month. Prices are in thousandths of a dollar.
    Cost {
        /// Its size.
        size: i64,
        /// Operations a second.
        iops: i64,
        /// Throughput.
        throughput: i64,
        /// For a GiB.
        price: i64,
        /// For an operation a second above the base.
        per_iops: i64,
        /// For a MiB a second above the base.
        per_throughput: i64,
    },
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            Level::Easy if dice.chance(1, 4) => Self::Base {
                size: *dice.pick(&[8, 10, 16, 20, 25, 30, 32, 5_500, 6_000, 8_000, 10_000]),
            },
            Level::Easy => Self::Base {
                size: 10 * dice.between(5, 500),
            },
            Level::Medium if dice.chance(1, 2) => Self::Size {
                iops: 250 * dice.between(4, 50),
                stored: 50 * dice.between(2, 60),
            },
            Level::Medium => Self::draw_limited(dice),
            Level::Hard => match dice.below(3) {
                0 => Self::Burst {
                    size: 10 * dice.between(5, 80),
                },
                1 => Self::Stripe {
                    volumes: dice.between(2, 6),
                    iops: 1_000 * dice.between(3, 16),
                    throughput: 125 * dice.between(2, 6),
                    block: *dice.pick(&[16, 32, 64, 128]),
                    all_iops: 5_000 * dice.between(3, 12),
                    all_throughput: 125 * dice.between(4, 16),
                },
                _ => Self::Cost {
                    size: 50 * dice.between(2, 40),
                    iops: 500 * dice.between(7, 24),
                    throughput: 25 * dice.between(6, 20),
                    price: dice.steps(76, 96, 4),
                    per_iops: dice.between(4, 6),
                    per_throughput: dice.steps(30, 60, 10),
                },
            },
        }
    }

    /// Two limits, one of them tighter.
    fn draw_limited(dice: &mut Dice) -> Self {
        loop {
            let iops = 1_000 * dice.between(3, 16);
            let throughput = 125 * dice.between(1, 6);
            let block = *dice.pick(&[16, 32, 64, 128, 256]);
            if limits::carried(throughput, block) != iops {
                return Self::Limited {
                    iops,
                    throughput,
                    block,
                };
            }
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Base { size } => sizes::base(size),
            Self::Size { iops, stored } => sizes::size(iops, stored),
            Self::Burst { size } => sizes::burst(size),
            Self::Limited {
                iops,
                throughput,
                block,
            } => limits::limited(iops, throughput, block),
            Self::Stripe {
                volumes,
                iops,
                throughput,
                block,
                all_iops,
                all_throughput,
            } => limits::stripe(
                volumes,
                [iops, throughput],
                block,
                [all_iops, all_throughput],
            ),
            Self::Cost {
                size,
                iops,
                throughput,
                price,
                per_iops,
                per_throughput,
            } => limits::cost([size, iops, throughput], [price, per_iops, per_throughput]),
        }
    }
}

fn slip(name: &'static str, value: Ratio, why: impl Into<String>) -> Mistake {
    Mistake {
        name,
        value,
        why: why.into(),
    }
}

fn count(name: &'static str, value: i64, why: impl Into<String>) -> Mistake {
    slip(name, whole(value), why)
}
