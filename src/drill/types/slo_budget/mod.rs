//! Error budgets: what an SLO leaves to fail, how fast it is spent, and when somebody is woken.
//!
//! The budget is 1 - SLO of the window, in minutes or in requests. The burn rate is the share of errors over 1 - SLO: at rate 1 the
//! budget lasts exactly the window. An alert of several windows fires when a long and a short one are both above its rate (Google, "The
//! Site Reliability Workbook", chapter 5: 14.4 over 1 hour and 5 minutes, 6 over 6 hours and 30 minutes, 1 over 3 days and 6 hours).

pub(in crate::drill) mod alert;
mod burn;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Precision, Ratio, Unit, decimal, plain, rounded, whole};
use crate::drill::question::{Mistake, Question, Wanted};

/// The type.
pub const TYPE: Type = Type {
    id: "slo-budget",
    name: "Error budgets",
    about: "the budget in minutes and requests, burn rates, and whether an alert fires",
    version: 1,
    seconds: [35, 60, 90],
    make: |dice, level| Case::draw(dice, level).tell(),
};

const MINUTES: Unit = Unit::Word("minute", "minutes");

/// What is asked. The SLO is in percent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// The budget in minutes.
    Minutes {
        /// Percent.
        slo: Ratio,
        /// Days of the window.
        days: i64,
    },
    /// The budget in requests.
    Requests {
        /// Percent.
        slo: Ratio,
        /// Requests of the window.
        count: i64,
    },
    /// How fast the budget is spent.
    Burn {
        /// Percent.
        slo: Ratio,
        /// Percent of the requests that fail.
        errors: Ratio,
        /// Days of the window, which the rate does not depend on.
        days: i64,
    },
    /// The share of the budget that is left after an outage.
    Left {
        /// Percent.
        slo: Ratio,
        /// Days of the window.
        days: i64,
        /// Whole minutes of the outage, in which everything failed.
        outage: i64,
    },
    /// Hours until a budget of which a part is spent is gone.
    Exhausted {
        /// Percent.
        slo: Ratio,
        /// Days of the window.
        days: i64,
        /// Percent of the budget that is spent already.
        spent: i64,
        /// Percent of the requests that fail from now on.
        errors: Ratio,
    },
    /// What an alert of several windows does.
    Alert {
        /// Percent.
        slo: Ratio,
        /// Percent of errors over 5 minutes, 30 minutes, 1 hour, 6 hours and 3 days.
        errors: [Ratio; 5],
    },
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            // There are few windows that anybody uses, so requests are asked for more often.
            Level::Easy if dice.chance(1, 3) => Self::Minutes {
                slo: slo(dice),
                days: *dice.pick(&[7, 14, 28, 30, 60, 90]),
            },
            Level::Easy => Self::Requests {
                slo: slo(dice),
                count: 100_000 * dice.between(2, 295),
            },
            Level::Medium if dice.chance(1, 2) => {
                let slo = slo(dice);
                let rate = decimal(
                    *dice.pick(&[15, 20, 25, 30, 40, 50, 60, 80, 100, 120, 144]),
                    1,
                );
                Self::Burn {
                    slo,
                    errors: (whole(100) - slo) * rate,
                    days: *dice.pick(&[28, 30, 90]),
                }
            }
            Level::Medium => {
                let days = *dice.pick(&[28, 30]);
                let slo = slo(dice);
                let budget = lost(slo) * whole(days * 24 * 60);
                let most = (budget * decimal(90, 2)).to_integer() as i64;
                Self::Left {
                    slo,
                    days,
                    outage: dice.between((most / 5 + 1).max(2), most.max(2)),
                }
            }
            Level::Hard if dice.chance(1, 2) => {
                let slo = slo(dice);
                let rate = *dice.pick(&[2, 3, 4, 5, 6, 8, 10, 12]);
                Self::Exhausted {
                    slo,
                    days: *dice.pick(&[28, 30]),
                    spent: 5 * dice.between(4, 15),
                    errors: (whole(100) - slo) * whole(rate),
                }
            }
            Level::Hard => alert::draw(dice),
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Minutes { slo, days } => minutes(slo, days),
            Self::Requests { slo, count } => requests(slo, count),
            Self::Burn { slo, errors, days } => burn::rate(slo, errors, days),
            Self::Left { slo, days, outage } => burn::left(slo, days, outage),
            Self::Exhausted {
                slo,
                days,
                spent,
                errors,
            } => burn::exhausted(slo, days, spent, errors),
            Self::Alert { slo, errors } => alert::tell(slo, errors),
        }
    }
}

fn slo(dice: &mut Dice) -> Ratio {
    decimal(
        *dice.pick(&[9_900, 9_925, 9_950, 9_970, 9_980, 9_990, 9_995, 9_999]),
        2,
    )
}

/// The share that an SLO lets fail.
pub(in crate::drill) fn lost(slo: Ratio) -> Ratio {
    (whole(100) - slo) / whole(100)
}

fn slip(name: &'static str, value: Ratio, why: String) -> Mistake {
    Mistake { name, value, why }
}

fn number(value: Ratio, unit: Unit, precision: Precision, mistakes: Vec<Mistake>) -> Wanted {
    Wanted::Number {
        value,
        unit,
        precision,
        mistakes,
    }
}

fn minutes(slo: Ratio, days: i64) -> Question {
    let of = |days: i64| lost(slo) * whole(days * 24 * 60);
    let right = of(days);
    let other = if days == 30 { 28 } else { 30 };
    let mistakes = vec![
        slip(
            "another window",
            of(other),
            format!("That is the budget of {other} days. This window has {days}."),
        ),
        slip(
            "decimal point",
            right * whole(10),
            format!(
                "{} % is {} of the time; that takes ten times as much.",
                plain(whole(100) - slo),
                plain(lost(slo))
            ),
        ),
        slip(
            "hours for minutes",
            right / whole(60),
            "That is in hours. Minutes are asked for.".to_owned(),
        ),
        slip(
            "hours left out",
            right / whole(24),
            "A day has 24 hours of 60 minutes; that leaves out the 24.".to_owned(),
        ),
    ];
    let told = rounded(right, 2);
    let end = if told == right {
        format!("**{} minutes**", plain(right))
    } else {
        format!("{}, rounded **{} minutes**", plain(right), plain(told))
    };
    Question {
        stem: format!(
            "A service has an SLO of {} % availability, measured in minutes over {days} days. How large is its error budget?",
            plain(slo)
        ),
        wanted: number(right, MINUTES, Precision::Places(2), mistakes),
        why: format!(
            "{} % of {} minutes.",
            plain(whole(100) - slo),
            plain(whole(days * 1_440))
        ),
        working: format!(
            "{days} days are {days} x 24 x 60 = {} minutes. 100 % - {} % = {} % of them: {} x {} = {end}.",
            plain(whole(days * 1_440)),
            plain(slo),
            plain(whole(100) - slo),
            plain(whole(days * 1_440)),
            plain(lost(slo))
        ),
    }
}

fn requests(slo: Ratio, count: i64) -> Question {
    let right = lost(slo) * whole(count);
    let mistakes = vec![
        slip(
            "decimal point",
            right * whole(10),
            format!(
                "{} % is {} of the requests; that takes ten times as much.",
                plain(whole(100) - slo),
                plain(lost(slo))
            ),
        ),
        slip(
            "decimal point, other way",
            right / whole(10),
            format!(
                "{} % is {} of the requests; that takes a tenth of it.",
                plain(whole(100) - slo),
                plain(lost(slo))
            ),
        ),
        slip(
            "good for bad",
            whole(count) - right,
            "That is how many must succeed. The budget is how many may fail.".to_owned(),
        ),
    ];
    Question {
        stem: format!(
            "An SLO demands that {} % of the requests succeed. In its window {} requests are expected. How many of them may fail?",
            plain(slo),
            plain(whole(count))
        ),
        wanted: number(right, Unit::None, Precision::Exact, mistakes),
        why: format!("{} % of {}.", plain(whole(100) - slo), plain(whole(count))),
        working: format!(
            "100 % - {} % = {} % may fail: {} x {} = **{}** requests.",
            plain(slo),
            plain(whole(100) - slo),
            plain(whole(count)),
            plain(lost(slo)),
            plain(right)
        ),
    }
}
