//! From when a commitment is cheaper than paying by the hour.
//!
//! A reservation or Savings Plan is paid for every hour of its term, used or not, and part of it or all of it may be paid at the start
//! (AWS Savings Plans user guide, "What are Savings Plans?"; Amazon EC2 user guide, "Reserved Instances"). It breaks even where on
//! demand would have cost as much: hours used x price on demand = all that the commitment costs. Months have 730 hours, years 8,760.

mod easy;
mod hard;
mod medium;

use super::figures::mistake;
use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Ratio, Unit, decimal, rounded, whole};
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "commitment-breakeven",
    name: "Break-even of commitments",
    about: "hours, months and utilisation from which a reservation is cheaper than on demand",
    version: 1,
    seconds: [45, 75, 120],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// Hours of a month as prices reckon them.
const MONTH: i64 = 730;
/// Hours of a year.
const YEAR: i64 = 8_760;

/// What is asked. Prices are in dollars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// From how many hours of a month on.
    Hours {
        /// An hour on demand.
        on_demand: Ratio,
        /// A month of the reservation.
        monthly: Ratio,
    },
    /// From what part of the hours on.
    Share {
        /// An hour on demand.
        on_demand: Ratio,
        /// An hour of the commitment.
        reserved: Ratio,
    },
    /// In which month, where all hours are used.
    Month {
        /// An hour on demand.
        on_demand: Ratio,
        /// An hour of the reservation.
        reserved: Ratio,
        /// What is paid at the start.
        upfront: Ratio,
    },
    /// From what part of the term on, where all is paid at the start.
    Upfront {
        /// An hour on demand.
        on_demand: Ratio,
        /// What is paid at the start.
        upfront: Ratio,
        /// Years of the term.
        years: i64,
    },
    /// From how many hours of a month on, where a part is paid at the start.
    Partial {
        /// An hour on demand.
        on_demand: Ratio,
        /// A month of the reservation beside what is paid at the start.
        monthly: Ratio,
        /// What is paid at the start.
        upfront: Ratio,
        /// Years of the term.
        years: i64,
    },
    /// What is won or lost where the work ends before the term of a year.
    Ended {
        /// A month on demand.
        on_demand: Ratio,
        /// A month of the reservation beside what is paid at the start.
        monthly: Ratio,
        /// What is paid at the start.
        upfront: Ratio,
        /// Months of work.
        months: i64,
    },
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        let cents = dice.between(8, 96);
        let on_demand = decimal(cents, 2);
        let is_first = dice.chance(1, 2);
        match (level, is_first) {
            (Level::Easy, true) => Self::Hours {
                on_demand,
                monthly: on_demand * whole(dice.steps(300, 640, 5)),
            },
            (Level::Easy, false) => Self::Share {
                on_demand,
                reserved: decimal(cents * dice.between(45, 78) / 10, 3),
            },
            (Level::Medium, true) => {
                let reserved = decimal(cents * dice.between(4, 6) / 10, 2);
                let saved = (on_demand - reserved) * whole(MONTH);
                let months = dice.between(2, 9);
                // Far from a whole number of months, so that the month is never in doubt.
                let tenths = decimal(months * 10 + dice.between(3, 8), 1);
                Self::Month {
                    on_demand,
                    reserved,
                    upfront: rounded(saved * tenths, 0),
                }
            }
            (Level::Medium, false) => {
                let years = *dice.pick(&[1, 3]);
                let percent = if years == 1 {
                    dice.between(52, 74)
                } else {
                    dice.between(32, 52)
                };
                let full = on_demand * whole(YEAR * years);
                Self::Upfront {
                    on_demand,
                    upfront: rounded(full * decimal(percent, 2), 0),
                    years,
                }
            }
            (Level::Hard, true) => {
                let years = *dice.pick(&[1, 3]);
                let hours = dice.steps(320, 560, 10);
                let part = hours * dice.between(4, 6) / 10;
                Self::Partial {
                    on_demand,
                    monthly: on_demand * whole(hours - part),
                    upfront: on_demand * whole(part * 12 * years),
                    years,
                }
            }
            (Level::Hard, false) => {
                let monthly = 10 * dice.between(4, 60);
                let on_demand = monthly * dice.between(18, 24) / 10;
                let upfront = 10 * (monthly * dice.between(20, 50) / 100);
                let months = dice.between(5, 10);
                // The two ways never cost the same.
                let more = if upfront + 12 * monthly == on_demand * months {
                    10
                } else {
                    0
                };
                Self::Ended {
                    on_demand: whole(on_demand),
                    monthly: whole(monthly),
                    upfront: whole(upfront + more),
                    months,
                }
            }
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Hours { on_demand, monthly } => easy::hours(on_demand, monthly),
            Self::Share {
                on_demand,
                reserved,
            } => easy::share(on_demand, reserved),
            Self::Month {
                on_demand,
                reserved,
                upfront,
            } => medium::month(on_demand, reserved, upfront),
            Self::Upfront {
                on_demand,
                upfront,
                years,
            } => medium::all_upfront(on_demand, upfront, years),
            Self::Partial {
                on_demand,
                monthly,
                upfront,
                years,
            } => hard::partial(on_demand, monthly, upfront, years),
            Self::Ended {
                on_demand,
                monthly,
                upfront,
                months,
            } => hard::ended(on_demand, monthly, upfront, months),
        }
    }
}

const HOURS: Unit = Unit::Word("hour", "hours");

fn years_of(years: i64) -> String {
    if years == 1 {
        "a year".to_owned()
    } else {
        format!("{years} years")
    }
}
