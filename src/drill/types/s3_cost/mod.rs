//! What objects cost in S3: storage, retrieval, requests, minimum durations and minimum sizes.
//!
//! Storage is billed by GB and month. Standard-IA bills at least 30 days and at least 128 KB of each object, Glacier
//! Instant and Flexible Retrieval at least 90 days, Deep Archive at least 180 days; what leaves a class earlier is billed to the end of
//! that time. Retrieval is billed by GB, transitions by request (Amazon S3 user guide, "Expiring objects" and "Transitioning objects
//! using Amazon S3 Lifecycle"; Amazon S3 pricing). Every price and minimum stands in the question. Months have 30 days here.

mod minimum;
mod plain_month;

use super::figures::{cents, gb, in_dollars, mistake};
use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Ratio, decimal};
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "s3-cost",
    name: "Cost of S3 storage",
    about: "storage, retrieval and requests, minimum durations and sizes, lifecycles",
    version: 1,
    seconds: [45, 75, 150],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// Days of a month.
const MONTH: i64 = 30;

/// A storage class that bills a minimum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class {
    /// Its name.
    pub name: &'static str,
    /// Dollars of a GB and month.
    pub price: Ratio,
    /// Days that are billed at least.
    pub least: i64,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// A month of storage with retrieval.
    Retrieved {
        /// Where it lies.
        class: Class,
        /// GB that lie there.
        stored: i64,
        /// GB that are read.
        read: i64,
        /// Dollars of a GB that is read.
        retrieval: Ratio,
    },
    /// Objects that are deleted after so many days.
    Deleted {
        /// Where they lie.
        class: Class,
        /// GB.
        stored: i64,
        /// Days until then.
        days: i64,
    },
    /// How much may be read in a month before the cheaper class is the dearer one.
    Even {
        /// Dollars of a GB and month in Standard.
        standard: Ratio,
        /// The other class.
        class: Class,
        /// GB that lie there.
        stored: i64,
        /// Dollars of a GB that is read from it.
        retrieval: Ratio,
    },
    /// A life in Standard and then in another class.
    Life {
        /// Dollars of a GB and month in Standard.
        standard: Ratio,
        /// The second class.
        class: Class,
        /// GB.
        stored: i64,
        /// Days in Standard.
        first: i64,
        /// Days from creation to expiry.
        expiry: i64,
        /// Thousands of objects.
        thousands: i64,
        /// Dollars of a thousand transitions.
        transition: Ratio,
    },
    /// Small objects in a class with a least size.
    Small {
        /// The class.
        class: Class,
        /// Objects.
        objects: i64,
        /// KB of each.
        size: i64,
    },
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        let standard = decimal(dice.between(210, 260), 4);
        let infrequent = Class {
            name: "Standard-IA",
            price: decimal(dice.between(100, 138), 4),
            least: 30,
        };
        let instant = Class {
            name: "Glacier Instant Retrieval",
            price: decimal(dice.between(40, 50), 4),
            least: 90,
        };
        let deep = Class {
            name: "Glacier Deep Archive",
            price: decimal(dice.between(10, 20), 4),
            least: 180,
        };
        let first = dice.chance(1, 2);
        match level {
            Level::Easy => {
                let stored = dice.steps(1_000, 20_000, 500);
                Self::Retrieved {
                    class: infrequent,
                    stored,
                    read: stored * dice.between(5, 60) / 100,
                    retrieval: decimal(dice.between(10, 14), 3),
                }
            }
            Level::Medium if first => {
                let class = *dice.pick(&[infrequent, instant, deep]);
                let days = stay(dice, class);
                Self::Deleted {
                    class,
                    stored: dice.steps(1_000, 20_000, 500),
                    days,
                }
            }
            Level::Medium => {
                let retrieval = decimal(dice.between(10, 14), 3);
                Self::Even {
                    standard,
                    class: infrequent,
                    stored: dice.steps(1_000, 20_000, 500),
                    retrieval,
                }
            }
            Level::Hard if dice.chance(2, 3) => life(dice, standard, &[infrequent, instant, deep]),
            Level::Hard => Self::Small {
                class: infrequent,
                objects: dice.steps(4_096_000, 40_960_000, 819_200),
                size: *dice.pick(&[16, 32, 48, 64, 80]),
            },
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Retrieved {
                class,
                stored,
                read,
                retrieval,
            } => plain_month::retrieved(class, stored, read, retrieval),
            Self::Deleted {
                class,
                stored,
                days,
            } => minimum::deleted(class, stored, days),
            Self::Even {
                standard,
                class,
                stored,
                retrieval,
            } => plain_month::even(standard, class, stored, retrieval),
            Self::Life { .. } => minimum::life(self),
            Self::Small {
                class,
                objects,
                size,
            } => minimum::small(class, objects, size),
        }
    }
}

/// Days that objects stay in a class, mostly fewer than it bills.
fn stay(dice: &mut Dice, class: Class) -> i64 {
    if dice.chance(3, 4) {
        dice.between(class.least / 5, class.least * 4 / 5)
    } else {
        class.least + dice.between(5, 60)
    }
}

/// A life in Standard and then in one of these classes.
fn life(dice: &mut Dice, standard: Ratio, classes: &[Class]) -> Case {
    let class = *dice.pick(classes);
    // In these steps every part of the cost is a whole number of cents, so that the parts add up as they are told.
    let stored = dice.steps(3_000, 21_000, 3_000);
    let first = dice.steps(30, 60, 10);
    Case::Life {
        standard,
        class,
        stored,
        first,
        expiry: first + stay(dice, class),
        // About 5 to 30 MB each.
        thousands: 2 * (stored * dice.between(15, 100) / 1_000),
        transition: decimal(dice.steps(10, 60, 5), 3),
    }
}
