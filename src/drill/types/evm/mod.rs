//! Earned value: where a project stands in money and time, and where it will end.
//!
//! CV = EV - AC, SV = EV - PV, CPI = EV / AC, SPI = EV / PV. Estimate at completion: BAC / CPI where the cost so far is typical,
//! AC + (BAC - EV) where it is not, AC + (BAC - EV) / (CPI x SPI) where the schedule presses as well. TCPI = work left / money left
//! (ANSI/EIA-748; PMI Standard for Earned Value Management).

mod ahead;
mod now;

use super::figures::{cents, in_dollars, mistake, money};
use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Precision, Ratio, Unit, plain, rounded};
use crate::drill::question::{Mistake, Question, Wanted};

/// The type.
pub const TYPE: Type = Type {
    id: "evm",
    name: "Earned value",
    about: "variances and indices, estimates at completion, the index that is still needed",
    version: 1,
    seconds: [30, 60, 110],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// Where a project stands, in dollars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// Budget at completion.
    pub budget: i64,
    /// Percent of the work that should be done.
    pub planned: i64,
    /// Percent of the work that is done.
    pub done: i64,
    /// Actual cost.
    pub cost: i64,
}

impl State {
    /// Planned value.
    pub fn planned_value(self) -> i64 {
        self.budget / 100 * self.planned
    }

    /// Earned value.
    pub fn earned_value(self) -> i64 {
        self.budget / 100 * self.done
    }
}

/// A measure of the present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Cost variance.
    CostVariance,
    /// Schedule variance.
    ScheduleVariance,
    /// Cost performance index.
    CostIndex,
    /// Schedule performance index.
    ScheduleIndex,
}

/// How the work that is left will cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// As the work so far.
    Typical,
    /// As planned.
    Atypical,
    /// As cost and schedule so far, both.
    Both,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// A measure of the present.
    Now(State, Measure),
    /// Whether it is above the budget and behind the schedule.
    Verdict(State),
    /// The estimate at completion.
    End(State, Outlook),
    /// What is still to be paid, where the cost so far is typical.
    Left(State),
    /// The index that the rest needs to end within the budget.
    Needed(State),
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        let state = state(dice);
        match level {
            Level::Easy => {
                let measure = *dice.pick(&[
                    Measure::CostVariance,
                    Measure::ScheduleVariance,
                    Measure::CostIndex,
                    Measure::ScheduleIndex,
                ]);
                Self::Now(state, measure)
            }
            Level::Medium => match dice.below(4) {
                0 => Self::Verdict(state),
                1 => Self::End(state, Outlook::Atypical),
                _ => Self::End(state, Outlook::Typical),
            },
            Level::Hard => match dice.below(3) {
                0 => Self::Left(state),
                1 => Self::Needed(state),
                _ => Self::End(state, Outlook::Both),
            },
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Now(state, Measure::CostVariance | Measure::ScheduleVariance) => {
                now::variance(state, self)
            }
            Self::Now(state, measure) => now::index(state, measure),
            Self::Verdict(state) => now::verdict(state),
            Self::End(state, outlook) => ahead::end(state, outlook),
            Self::Left(state) => ahead::left(state),
            Self::Needed(state) => ahead::needed(state),
        }
    }
}

/// A project of which a quarter to seven tenths is done, whose cost and schedule are off by 5 percent at least.
fn state(dice: &mut Dice) -> State {
    let budget = dice.steps(200_000, 2_000_000, 20_000);
    let done = dice.steps(25, 70, 5);
    let planned = if dice.chance(3, 5) {
        done + dice.steps(5, 15, 5)
    } else {
        done - dice.steps(5, 10, 5)
    };
    let earned = budget / 100 * done;
    let off = if dice.chance(3, 5) {
        dice.between(106, 132)
    } else {
        dice.between(80, 94)
    };
    State {
        budget,
        planned,
        done,
        cost: earned / 100 * off,
    }
}

fn two(value: Ratio) -> String {
    plain(rounded(value, 2))
}

fn an_index(value: Ratio, mistakes: Vec<Mistake>) -> Wanted {
    Wanted::Number {
        value,
        unit: Unit::None,
        precision: Precision::Places(2),
        mistakes,
    }
}

fn told(state: State) -> String {
    format!(
        "A project has a budget at completion of {}. By now {} % of the work should be done; {} % is done. So far it has cost {}.",
        money(state.budget),
        state.planned,
        state.done,
        money(state.cost)
    )
}

/// `PV = $1 x 2 % = $3, EV = ...`
fn values(state: State) -> String {
    format!(
        "PV = {} x {} % = {}; EV = {} x {} % = {}; AC = {}.",
        money(state.budget),
        state.planned,
        money(state.planned_value()),
        money(state.budget),
        state.done,
        money(state.earned_value()),
        money(state.cost)
    )
}
