//! Expected loss in dollars, and what a control is worth.
//!
//! Single loss expectancy SLE = asset value x exposure factor; annualised loss expectancy ALE = SLE x annualised rate of occurrence. A
//! control is worth the ALE before it, less the ALE with it, less its own cost of a year (FIPS PUB 65, "Guideline for Automatic Data
//! Processing Risk Analysis"; textbook form of quantitative risk analysis).

mod best_of;
mod control;
mod loss_of;

use super::figures::{cents, in_dollars, mistake, money};
use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Ratio, ratio, whole};
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "risk-ale",
    name: "Expected loss",
    about: "single and annual loss expectancy, the worth of a control, the best of three",
    version: 1,
    seconds: [30, 60, 120],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// How often something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// So many times.
    pub times: i64,
    /// In so many years.
    pub years: i64,
}

impl Rate {
    /// As an annual rate.
    pub fn annual(self) -> Ratio {
        ratio(self.times, self.years)
    }

    /// `once in 5 years`, `3 times a year`.
    pub fn text(self) -> String {
        match (self.times, self.years) {
            (1, 1) => "once a year".to_owned(),
            (1, years) => format!("once in {years} years"),
            (2, _) => "twice a year".to_owned(),
            (times, _) => format!("{times} times a year"),
        }
    }
}

/// A control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Control {
    /// What it costs in a year.
    pub cost: i64,
    /// The exposure factor with it, in percent.
    pub exposure: i64,
    /// How often the loss happens with it.
    pub rate: Rate,
}

/// What is asked. Amounts are dollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// One loss.
    Single {
        /// Value of the asset.
        asset: i64,
        /// Part of it that is lost, in percent.
        exposure: i64,
    },
    /// A year.
    Annual {
        /// One loss.
        single: i64,
        /// How often.
        rate: Rate,
    },
    /// A year, from the asset.
    Asset {
        /// Value of the asset.
        asset: i64,
        /// Part of it that is lost, in percent.
        exposure: i64,
        /// How often.
        rate: Rate,
    },
    /// What a control is worth per year, where only the rate changes.
    Worth {
        /// One loss.
        single: i64,
        /// How often without it.
        rate: Rate,
        /// How often with it.
        with: Rate,
        /// What it costs in a year.
        cost: i64,
    },
    /// What a control that is bought is worth per year.
    Bought {
        /// Value of the asset.
        asset: i64,
        /// Part of it that is lost, in percent.
        exposure: i64,
        /// How often.
        rate: Rate,
        /// With the control; its cost is that of running it.
        with: Control,
        /// What it costs once.
        price: i64,
        /// Years over which that is spread.
        years: i64,
    },
    /// Which of three controls is worth the most.
    Best {
        /// Value of the asset.
        asset: i64,
        /// Part of it that is lost, in percent.
        exposure: i64,
        /// How often.
        rate: Rate,
        /// The controls.
        controls: [Control; 3],
    },
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        let asset = dice.steps(200_000, 3_000_000, 100_000);
        let rate = rate(dice);
        // What happens several times a year takes little of the asset each time.
        let exposure = if rate.times > 1 {
            dice.steps(2, 6, 2)
        } else {
            dice.steps(15, 80, 5)
        };
        let first = dice.chance(1, 2);
        match (level, first) {
            (Level::Easy, true) => Self::Single {
                asset,
                exposure: dice.steps(15, 80, 5),
            },
            (Level::Easy, false) => Self::Annual {
                single: single(asset, rate),
                rate,
            },
            (Level::Medium, true) => Self::Asset {
                asset,
                exposure,
                rate,
            },
            (Level::Medium, false) => {
                let single = single(asset, rate);
                let with = rarer(dice, rate);
                let gain = whole(single) * (rate.annual() - with.annual());
                let cost = part(gain, dice.between(20, 80));
                Self::Worth {
                    single,
                    rate,
                    with,
                    cost,
                }
            }
            (Level::Hard, true) => bought(dice, asset, exposure, rate),
            (Level::Hard, false) => best_of::best(dice, asset, exposure, rate),
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Single { asset, exposure } => loss_of::single_loss(asset, exposure),
            Self::Annual { single, rate } => loss_of::annual(single, rate),
            Self::Asset {
                asset,
                exposure,
                rate,
            } => loss_of::from_asset(asset, exposure, rate),
            Self::Worth {
                single,
                rate,
                with,
                cost,
            } => control::worth(single, rate, with, cost),
            Self::Bought { .. } => control::bought(self),
            Self::Best { .. } => best_of::choice(self),
        }
    }
}

fn rate(dice: &mut Dice) -> Rate {
    if dice.chance(2, 3) {
        Rate {
            times: 1,
            years: *dice.pick(&[2, 4, 5, 8, 10, 20]),
        }
    } else {
        Rate {
            times: dice.between(2, 6),
            years: 1,
        }
    }
}

/// What an incident of this rate costs each time: less where it happens several times a year.
fn single(asset: i64, rate: Rate) -> i64 {
    if rate.times > 1 {
        asset / 50
    } else {
        asset / 4
    }
}

/// An exposure factor below this one.
fn smaller(dice: &mut Dice, exposure: i64) -> i64 {
    let step = if exposure < 15 { 1 } else { 5 };
    dice.steps(step, exposure - step, step)
}

/// A rate below this one.
fn rarer(dice: &mut Dice, rate: Rate) -> Rate {
    if rate.times > 1 {
        Rate {
            times: dice.between(1, rate.times - 1),
            years: 1,
        }
    } else {
        Rate {
            times: 1,
            years: rate.years * *dice.pick(&[2, 4, 5]),
        }
    }
}

/// About so many percent of an amount, in hundreds, at least 100.
fn part(of: Ratio, percent: i64) -> i64 {
    let hundreds = (of * ratio(percent, 10_000)).round().to_integer();
    100 * i64::try_from(hundreds).unwrap_or(1).max(1)
}

/// A control that is bought, dearer than what it saves now and then, but never worth exactly nothing.
fn bought(dice: &mut Dice, asset: i64, exposure: i64, rate: Rate) -> Case {
    let mut with = Control {
        cost: 0,
        exposure: smaller(dice, exposure),
        rate: rarer(dice, rate),
    };
    let gain = loss(asset, exposure, rate) - loss(asset, with.exposure, with.rate);
    with.cost = part(gain, dice.between(5, 60));
    let spread = part(gain, dice.between(20, 60));
    if whole(with.cost + spread) == gain {
        with.cost += 100;
    }
    let years = *dice.pick(&[3, 4, 5]);
    Case::Bought {
        asset,
        exposure,
        rate,
        with,
        price: spread * years,
        years,
    }
}

/// What is lost in a year.
fn loss(asset: i64, exposure: i64, rate: Rate) -> Ratio {
    whole(asset) * ratio(exposure, 100) * rate.annual()
}
