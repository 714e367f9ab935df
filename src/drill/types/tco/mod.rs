//! What something costs over its years, and when a migration has paid for itself.
//!
//! Total cost of ownership adds everything that is paid over a term: what is bought at the start and what runs each year or month. A
//! migration has paid for itself when staying would have cost more; while both sides run, both are paid (AWS Prescriptive Guidance,
//! "Building a business case"). Return on investment is net gain divided by what was invested.

mod bills;
mod change;

use super::figures::{in_dollars, mistake, money};
use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Precision, Ratio, Unit};
use crate::drill::question::{Mistake, Question, Wanted};

/// The type.
pub const TYPE: Type = Type {
    id: "tco",
    name: "Total cost and payback",
    about: "cost over years on both sides of a migration, payback with a parallel run, return",
    version: 1,
    seconds: [35, 80, 140],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// What is asked. Amounts are dollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Months until a migration is paid for.
    Payback {
        /// What it costs.
        migration: i64,
        /// A month before.
        before: i64,
        /// A month after.
        after: i64,
    },
    /// What both ways differ by over some years.
    Apart {
        /// Servers bought at the start.
        hardware: i64,
        /// Power, space and licences of a year.
        running: i64,
        /// Tenths of a person that look after them.
        tenths: i64,
        /// What a person costs in a year.
        salary: i64,
        /// What the migration costs.
        migration: i64,
        /// A month in the cloud.
        monthly: i64,
        /// Years.
        years: i64,
    },
    /// Months until a migration with a parallel run is paid for.
    Parallel {
        /// What it costs beside the bills.
        migration: i64,
        /// A month before.
        before: i64,
        /// A month after.
        after: i64,
        /// Months in which both are paid.
        both: i64,
    },
    /// Return over three years, where staying grows dearer.
    Return {
        /// What the migration costs.
        migration: i64,
        /// The first year of staying.
        before: i64,
        /// By how many percent each year of staying is dearer than the one before.
        growth: i64,
        /// Each year after.
        after: i64,
    },
    /// Three years in the cloud with a commitment from the second one on.
    Committed {
        /// What the migration costs.
        migration: i64,
        /// A month without a commitment.
        monthly: i64,
        /// Percent of it that the commitment covers.
        covered: i64,
        /// Percent that the covered part gets cheaper.
        discount: i64,
    },
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        let after = dice.steps(4_000, 20_000, 500);
        let saved = dice.steps(1_500, 8_000, 500);
        let before = after + saved;
        let first = dice.chance(1, 2);
        match level {
            Level::Easy => Self::Payback {
                migration: saved * dice.between(4, 30),
                before,
                after,
            },
            Level::Medium if first => {
                let saved = after * dice.between(30, 60) / 100 / 500 * 500;
                let before = after + saved;
                let both = dice.between(2, 5);
                // More than whole months, so that the month is never in doubt.
                let months = before * both / saved + dice.between(4, 16);
                let cost = saved * months + saved * dice.between(3, 7) / 10;
                Self::Parallel {
                    migration: cost - before * both,
                    before,
                    after,
                    both,
                }
            }
            Level::Medium => apart(dice),
            Level::Hard if first => {
                let after = dice.steps(80_000, 200_000, 10_000);
                let saved = dice.steps(40_000, 120_000, 10_000);
                Self::Return {
                    // As much as one to two and a half years save.
                    migration: saved / 10 * dice.between(12, 25),
                    before: after + saved,
                    growth: *dice.pick(&[4, 5, 8, 10]),
                    after,
                }
            }
            Level::Hard => Self::Committed {
                migration: dice.steps(20_000, 90_000, 5_000),
                monthly: dice.steps(5_000, 30_000, 500),
                covered: dice.steps(40, 80, 10),
                discount: dice.steps(20, 50, 5),
            },
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Payback {
                migration,
                before,
                after,
            } => bills::payback(migration, before, after),
            Self::Apart { .. } => bills::differ(self),
            Self::Parallel {
                migration,
                before,
                after,
                both,
            } => bills::parallel(migration, before, after, both),
            Self::Return {
                migration,
                before,
                growth,
                after,
            } => change::gain(migration, before, growth, after),
            Self::Committed {
                migration,
                monthly,
                covered,
                discount,
            } => change::committed(migration, monthly, covered, discount),
        }
    }
}

fn apart(dice: &mut Dice) -> Case {
    let years = *dice.pick(&[3, 4, 5]);
    let hardware = dice.steps(120_000, 400_000, 10_000);
    let running = dice.steps(20_000, 80_000, 5_000);
    let tenths = dice.between(3, 15);
    let salary = dice.steps(90_000, 150_000, 10_000);
    let all = hardware + years * (running + salary * tenths / 10);
    // The cloud costs 55 to 85 percent of staying.
    let cloud = all * dice.between(55, 85) / 100;
    let migration = dice.steps(20_000, 80_000, 5_000);
    Case::Apart {
        hardware,
        running,
        tenths,
        salary,
        migration,
        monthly: (cloud - migration) / (12 * years) / 100 * 100,
        years,
    }
}

fn months(value: Ratio, mistakes: Vec<Mistake>) -> Wanted {
    Wanted::Number {
        value,
        unit: Unit::Word("month", "months"),
        precision: Precision::Exact,
        mistakes,
    }
}
