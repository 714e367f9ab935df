//! How much of the use is covered by a commitment, how much of the commitment is used, and what that makes of the price.
//!
//! Utilisation is the part of the commitment that is used; coverage is the part of the eligible spend, counted at on-demand prices,
//! that the commitment covers (AWS Savings Plans user guide, "Using the utilization report" and "Using your coverage report"). A Savings
//! Plan is a promise per hour: what one hour leaves unused is lost. The effective savings rate compares all that is paid with what the
//! same use would cost on demand (`FinOps` Foundation). Amortized cost spreads what is paid at the start over the term, unblended cost
//! shows it when it is charged (AWS Cost and Usage Report, "Understanding your amortized reservation data").

mod day;
mod month;

use super::figures::{in_percent, mistake};
use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Ratio, plain, ratio, rounded, whole};
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "commitment-coverage",
    name: "Coverage and utilisation",
    about: "coverage and utilisation of commitments, the effective savings rate, amortized cost",
    version: 1,
    seconds: [40, 75, 150],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// A Savings Plan beside what is used, in dollars of a month. Some hours leave a part of it, others go beyond it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What was promised.
    pub commitment: Ratio,
    /// How much of it is used.
    pub used: Ratio,
    /// What the covered use would cost on demand.
    pub covered: Ratio,
    /// What is paid on demand beside it.
    pub rest: Ratio,
}

/// Two parts of a day with a Savings Plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// What was promised per hour, in dollars.
    pub commitment: Ratio,
    /// How much cheaper the plan is than on demand, in percent.
    pub discount: i64,
    /// Hours of the busy part; the rest of the 24 is quiet.
    pub busy_hours: i64,
    /// Use of each busy hour at on-demand prices.
    pub busy: i64,
    /// Use of each quiet hour at on-demand prices.
    pub quiet: i64,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// The part of the commitment that is used.
    Utilisation(Plan),
    /// The part of the use that is covered.
    Coverage(Plan),
    /// What is saved of the price on demand.
    Rate(Plan),
    /// What a month shows.
    Month {
        /// Paid at the start of the year.
        upfront: i64,
        /// Paid in each month.
        monthly: i64,
        /// Other cost of the month.
        other: i64,
        /// Which month of the year is asked for.
        month: i64,
        /// Amortized, or as charged.
        is_amortized: bool,
    },
    /// The utilisation of a day.
    DayUtilisation(Day),
    /// The coverage of a day.
    DayCoverage(Day),
    /// The cost of a day.
    DayCost(Day),
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            Level::Easy => {
                let plan = plan(dice);
                if dice.chance(1, 2) {
                    Self::Utilisation(plan)
                } else {
                    Self::Coverage(plan)
                }
            }
            Level::Medium if dice.chance(1, 2) => Self::Rate(plan(dice)),
            Level::Medium => month(dice),
            Level::Hard => {
                let day = day(dice);
                match dice.below(3) {
                    0 => Self::DayUtilisation(day),
                    1 => Self::DayCoverage(day),
                    _ => Self::DayCost(day),
                }
            }
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Utilisation(plan) => month::utilisation(plan),
            Self::Coverage(plan) => month::coverage(plan),
            Self::Rate(plan) => month::rate(plan),
            Self::Month {
                upfront,
                monthly,
                other,
                month,
                is_amortized,
            } => month::month_of(upfront, monthly, other, month, is_amortized),
            Self::DayUtilisation(day) => day::day_utilisation(day),
            Self::DayCoverage(day) => day::day_coverage(day),
            Self::DayCost(day) => day::day_cost(day),
        }
    }
}

fn plan(dice: &mut Dice) -> Plan {
    let discount = *dice.pick(&[20, 25, 30, 40, 50]);
    let covered = dice.steps(2_000, 18_000, 200);
    let used = ratio(covered * (100 - discount), 100);
    // A used part of at most 96 percent, of a commitment in tens of dollars; what is covered is worth more than the commitment, so that
    // the plan saves something.
    let least = ((100 - discount) * 105 / 100 + 1).max(75);
    let commitment = used * whole(100) / whole(dice.between(least, 96));
    Plan {
        commitment: rounded(commitment / whole(10), 0) * whole(10),
        used,
        covered: whole(covered),
        rest: whole(covered / 100 * dice.between(20, 150)),
    }
}

fn month(dice: &mut Dice) -> Case {
    let monthly = dice.steps(100, 900, 20);
    // What is paid at the start is about as much as all the months together, but not the same.
    let twelfth = 10 * (monthly * dice.between(8, 12) / 100);
    let twelfth = if twelfth == monthly {
        twelfth + 10
    } else {
        twelfth
    };
    Case::Month {
        upfront: 12 * twelfth,
        monthly,
        other: dice.steps(500, 6_000, 50),
        month: dice.between(1, 6),
        is_amortized: dice.chance(2, 3),
    }
}

fn day(dice: &mut Dice) -> Day {
    loop {
        let discount = *dice.pick(&[20, 25, 30, 40, 50]);
        let quiet = dice.steps(8, 40, 2);
        let covered = quiet + dice.steps(4, 20, 2);
        let busy_hours = *dice.pick(&[6, 8, 9, 10, 12]);
        let busy = covered + dice.steps(4, 40, 2);
        // What is covered is worth more than the commitment, so that the plan saves something.
        let worth = busy_hours * covered + (24 - busy_hours) * quiet;
        if 100 * worth > 24 * covered * (100 - discount) {
            return Day {
                commitment: ratio(covered * (100 - discount), 100),
                discount,
                busy_hours,
                busy,
                quiet,
            };
        }
    }
}

fn percent(part: Ratio, of: Ratio) -> Ratio {
    part / of * whole(100)
}

fn one(value: Ratio) -> String {
    plain(rounded(value, 1))
}
