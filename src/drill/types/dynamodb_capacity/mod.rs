//! Capacity of `DynamoDB` tables: what reads and writes use, and what that costs.
//!
//! A read of up to 4 KB uses 1 unit if it is strongly consistent, half a unit if eventually consistent and 2 in a transaction; a write of
//! up to 1 KB uses 1 and in a transaction 2. Sizes are rounded up item by item; a query rounds the sum of what it reads (Amazon
//! `DynamoDB` developer guide, "Read and write operations").

mod cost;
mod units;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Precision, Ratio, Unit, decimal, plain};
use crate::drill::question::{Mistake, Question, Wanted};

/// The type.
pub const TYPE: Type = Type {
    id: "dynamodb-capacity",
    name: "DynamoDB capacity",
    about: "units for reads, writes, transactions and queries, on-demand against provisioned",
    version: 1,
    seconds: [45, 70, 110],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// How something is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Read {
    /// Sees every write before it.
    Strong,
    /// May be a moment old.
    Eventual,
    /// In a transaction.
    Transaction,
}

impl Read {
    fn word(self) -> &'static str {
        match self {
            Self::Strong => "strongly consistent",
            Self::Eventual => "eventually consistent",
            Self::Transaction => "transactional",
        }
    }
}

/// Items of one size, so many a second. Sizes are in tenths of a KB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// Tenths of a KB.
    pub size: i64,
    /// A second.
    pub rate: i64,
}

impl Load {
    fn size(self) -> String {
        plain(decimal(self.size, 1))
    }
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Units of reads.
    Reads {
        /// The items.
        load: Load,
        /// How they are read.
        read: Read,
    },
    /// Units of writes.
    Writes {
        /// The items.
        load: Load,
        /// Whether in a transaction.
        is_transaction: bool,
    },
    /// Units of two kinds of reads together.
    Mixed {
        /// Read strongly consistent.
        strong: Load,
        /// Read eventually consistent.
        eventual: Load,
    },
    /// Units of queries a second that each read so many neighbours.
    Query {
        /// Items of a query.
        items: i64,
        /// Bytes of each.
        bytes: i64,
        /// Queries a second.
        rate: i64,
        /// Strongly or eventually consistent.
        read: Read,
    },
    /// Which of the two ways to pay for writes is cheaper.
    Modes {
        /// Writes a second at the peak, which is provisioned.
        peak: i64,
        /// Writes of 30 days, in millions.
        millions: i64,
        /// Size of each.
        size: i64,
        /// Hundred thousandths of a dollar for a unit and an hour.
        hour: i64,
        /// Thousandths of a dollar for a million units.
        million: i64,
    },
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            Level::Easy if dice.chance(1, 2) => Self::Reads {
                load: load(dice, 150),
                read: *dice.pick(&[Read::Strong, Read::Eventual]),
            },
            Level::Easy => Self::Writes {
                load: load(dice, 45),
                is_transaction: false,
            },
            Level::Medium => match dice.below(3) {
                0 => Self::Reads {
                    load: load(dice, 150),
                    read: Read::Transaction,
                },
                1 => Self::Writes {
                    load: load(dice, 45),
                    is_transaction: true,
                },
                _ => Self::Mixed {
                    strong: load(dice, 150),
                    eventual: load(dice, 150),
                },
            },
            Level::Hard if dice.chance(1, 2) => Self::Query {
                items: dice.steps(10, 60, 5),
                bytes: dice.steps(200, 900, 50),
                rate: 2 * dice.between(5, 50),
                read: *dice.pick(&[Read::Strong, Read::Eventual]),
            },
            Level::Hard => cost::draw(dice),
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Reads { load, read } => units::reads(load, read),
            Self::Writes {
                load,
                is_transaction,
            } => units::writes(load, is_transaction),
            Self::Mixed { strong, eventual } => units::mixed(strong, eventual),
            Self::Query {
                items,
                bytes,
                rate,
                read,
            } => units::query([items, bytes, rate], read),
            Self::Modes {
                peak,
                millions,
                size,
                hour,
                million,
            } => cost::modes([peak, millions, size], hour, million),
        }
    }
}

/// Items of up to so many tenths of a KB, an even number of times a second, so that halves of units add up to whole ones.
fn load(dice: &mut Dice, most: i64) -> Load {
    let size = dice.steps(15, most, 5);
    Load {
        size,
        rate: 10 * dice.between(2, 40),
    }
}

fn slip(name: &'static str, value: Ratio, why: impl Into<String>) -> Mistake {
    Mistake {
        name,
        value,
        why: why.into(),
    }
}

fn count(value: Ratio, mistakes: Vec<Mistake>) -> Wanted {
    Wanted::Number {
        value,
        unit: Unit::None,
        precision: Precision::Exact,
        mistakes,
    }
}

/// How many blocks of so many tenths of a KB an item takes.
fn blocks(size: i64, block: i64) -> i64 {
    size / block + i64::from(size % block > 0)
}
