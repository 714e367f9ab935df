//! How far the bill is from its forecast, where it will be at the end of the month, and which day is out of the ordinary.
//!
//! Variance is (actual - forecast) / forecast; the average of such errors takes their sizes, so that too much and too little do not
//! make up for each other (`FinOps` Foundation framework, "Forecasting"). A run rate carries the average of the days so far to the end of
//! the month. An anomaly is a day that leaves its average by more than a threshold, in percent, in dollars or both (AWS Cost Anomaly
//! Detection, "Alert preferences").

mod easy;
mod hard;
mod medium;

use super::figures::{cents, in_dollars, in_percent, mistake, money};
use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Ratio, plain, rounded, whole};
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "forecast-variance",
    name: "Forecast and run rate",
    about: "variance in percent, run rate to the end of the month, days that are anomalies",
    version: 1,
    seconds: [35, 75, 120],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// What is asked. Amounts are dollars.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// How far a month is from its forecast.
    Variance {
        /// Forecast.
        forecast: i64,
        /// Actual.
        actual: i64,
    },
    /// The bill at the end of the month.
    RunRate {
        /// Spent so far.
        spent: i64,
        /// Days so far.
        days: i64,
        /// Days of the month.
        month: i64,
    },
    /// How far over the budget the month will end.
    Budget {
        /// Spent so far.
        spent: i64,
        /// Days so far.
        days: i64,
        /// Days of the month.
        month: i64,
        /// Budget of the month.
        budget: i64,
    },
    /// The mean error of three months, in percent, whatever its direction.
    MeanError {
        /// Forecasts.
        forecast: [i64; 3],
        /// Actual bills.
        actual: [i64; 3],
    },
    /// The bill at the end of a month in which one charge falls only once.
    Once {
        /// Spent so far, with that charge.
        spent: i64,
        /// The charge.
        once: i64,
        /// Days so far.
        days: i64,
        /// Days of the month.
        month: i64,
    },
    /// How many days are anomalies.
    Anomalies {
        /// What a day usually costs.
        usual: i64,
        /// Bills of seven days.
        days: [i64; 7],
        /// More than so many percent above that.
        percent: i64,
        /// And more than so many dollars above it.
        least: i64,
    },
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        let is_first = dice.chance(1, 2);
        let month = *dice.pick(&[28, 30, 31]);
        let days = dice.between(6, 20);
        match (level, is_first) {
            (Level::Easy, true) => {
                let forecast = dice.steps(20_000, 90_000, 1_000);
                let mut percent = dice.between(-25, 30);
                if (-4..=4).contains(&percent) {
                    percent += 10;
                }
                Self::Variance {
                    forecast,
                    actual: forecast * (100 + percent) / 100,
                }
            }
            (Level::Easy, false) => Self::RunRate {
                spent: dice.steps(300, 2_500, 10) * days,
                days,
                month,
            },
            (Level::Medium, true) => {
                let daily = dice.steps(300, 2_500, 10);
                // The budget in hundreds, and the month well above it.
                let budget = daily * month * 100 / dice.between(108, 145) / 100 * 100;
                Self::Budget {
                    spent: daily * days,
                    days,
                    month,
                    budget,
                }
            }
            (Level::Medium, false) => mean_error(dice),
            (Level::Hard, true) => {
                let daily = dice.steps(300, 2_500, 10);
                let once = daily * dice.between(4, 12);
                Self::Once {
                    spent: daily * days + once,
                    once,
                    days,
                    month,
                }
            }
            (Level::Hard, false) => anomalies(dice),
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Variance { forecast, actual } => easy::variance(forecast, actual),
            Self::RunRate { spent, days, month } => easy::run_rate(spent, days, month),
            Self::Budget {
                spent,
                days,
                month,
                budget,
            } => medium::over_budget(spent, days, month, budget),
            Self::MeanError { forecast, actual } => medium::error(forecast, actual),
            Self::Once {
                spent,
                once,
                days,
                month,
            } => hard::with_once(spent, once, days, month),
            Self::Anomalies {
                usual,
                days,
                percent,
                least,
            } => hard::count(usual, days, percent, least),
        }
    }
}

/// Three months that err in both directions.
fn mean_error(dice: &mut Dice) -> Case {
    let mut errors = [
        dice.between(4, 20),
        -dice.between(4, 20),
        dice.between(2, 15),
    ];
    dice.shuffle(&mut errors);
    let forecast = [(); 3].map(|()| dice.steps(20_000, 60_000, 1_000));
    let mut actual = forecast;
    for (bill, error) in actual.iter_mut().zip(errors) {
        *bill = *bill * (100 + error) / 100;
    }
    Case::MeanError { forecast, actual }
}

/// Seven days, of which some pass one threshold, some both. None lies on a threshold.
fn anomalies(dice: &mut Dice) -> Case {
    let usual = dice.steps(400, 2_000, 100);
    let percent = *dice.pick(&[20, 25, 30, 40]);
    let step = usual * percent / 100;
    // The dollars are the stricter threshold in one half, the percent in the other.
    let least = if dice.chance(1, 2) {
        step + dice.steps(40, 160, 20)
    } else {
        (step - dice.steps(40, 60, 20)).max(20)
    };
    let (low, high) = (least.min(step), least.max(step));
    let mut above = [
        dice.between(-90, -10),
        dice.between(1, low - 5),
        dice.between(low + 2, high - 2),
        dice.between(low + 2, high - 2),
        high + dice.between(8, 300),
        dice.between(-60, low - 5),
        0,
    ];
    above[6] = if dice.chance(1, 2) {
        high + dice.between(8, 300)
    } else {
        dice.between(-60, low - 5)
    };
    if dice.chance(1, 3) {
        above[3] = high + dice.between(8, 200);
    }
    dice.shuffle(&mut above);
    Case::Anomalies {
        usual,
        days: above.map(|above| usual + above),
        percent,
        least,
    }
}

fn one(value: Ratio) -> String {
    plain(rounded(value, 1))
}

fn size(value: Ratio) -> Ratio {
    if value < whole(0) { -value } else { value }
}
