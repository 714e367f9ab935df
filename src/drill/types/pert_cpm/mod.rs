//! How long a plan takes: estimates of three points, the critical path, float, and what it costs to be faster.
//!
//! PERT takes (O + 4M + P) / 6 as the mean and (P - O) / 6 as the deviation (Malcolm, Roseboom, Clark, Fazar 1959). The critical path is
//! the longest chain; total float is how long an activity may slip until the project ends later; only a shorter critical path makes a
//! project shorter, and each path that has become critical counts (Kelley and Walker 1959).

pub(in crate::drill) mod ask;
pub(in crate::drill) mod network;

use super::figures::mistake;
use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Precision, Ratio, Unit, ratio, shown, whole};
use crate::drill::question::{Mistake, Question, Wanted};

/// The type.
pub const TYPE: Type = Type {
    id: "pert-cpm",
    name: "Critical path and estimates",
    about: "estimates of three points, the critical path, float, the cheapest way to be faster",
    version: 1,
    seconds: [35, 110, 180],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// A step of a plan. Activities are called A, B, C in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    /// Days.
    pub days: i64,
    /// Activities that must be done before, by their places, each before this one.
    pub after: Vec<usize>,
    /// By how many days it can be made shorter.
    pub shorter: i64,
    /// What each of these days costs, in dollars.
    pub price: i64,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// The mean of three estimates, or their deviation.
    Points {
        /// Optimistic, most likely, pessimistic.
        days: [i64; 3],
        /// The mean, or else the deviation.
        is_mean: bool,
    },
    /// How long the plan takes.
    Length(Vec<Activity>),
    /// How long an activity may slip.
    Float(Vec<Activity>, usize),
    /// By how many days the project ends later.
    Late {
        /// The plan.
        plan: Vec<Activity>,
        /// The activity that is late.
        which: usize,
        /// By so many days.
        by: i64,
    },
    /// The least cost of being so many days faster.
    Faster {
        /// The plan.
        plan: Vec<Activity>,
        /// Days.
        by: i64,
    },
}

/// Plans: what each activity waits for.
const SHAPES: [&[&[usize]]; 5] = [
    &[&[], &[0], &[0], &[1], &[2], &[3, 4]],
    &[&[], &[], &[0], &[0, 1], &[2], &[3, 4]],
    &[&[], &[0], &[0], &[1, 2], &[2], &[3, 4]],
    &[&[], &[0], &[0], &[0], &[1, 2], &[3, 4]],
    &[&[], &[], &[0], &[1], &[1, 2], &[3, 4]],
];

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            Level::Easy => {
                let low = dice.between(2, 12);
                // The deviation is a whole number, and the worst case of a short activity not out of all proportion.
                let high = low + 6 * dice.between(1, if low < 6 { 2 } else { 4 });
                // Nearer to the low end, as estimates are.
                let likely = dice.between(low + 1, i64::midpoint(low, high));
                Self::Points {
                    days: [low, likely, high],
                    is_mean: dice.chance(2, 3),
                }
            }
            Level::Medium => {
                let plan = plan(dice);
                let loose = network::loose(&plan);
                if loose.is_empty() || dice.chance(1, 2) {
                    Self::Length(plan)
                } else {
                    let which = *dice.pick(&loose);
                    Self::Float(plan, which)
                }
            }
            Level::Hard => {
                let mut plan = plan(dice);
                let loose = network::loose(&plan);
                if !loose.is_empty() && dice.chance(1, 3) {
                    let which = *dice.pick(&loose);
                    let by = network::float(&plan, which) + dice.between(1, 4);
                    return Self::Late { plan, which, by };
                }
                price(dice, &mut plan);
                let most = network::length(&plan) - network::length(&network::shortest(&plan));
                Self::Faster {
                    by: dice.between(2, 3).min(most),
                    plan,
                }
            }
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Points { days, is_mean } => points(days, is_mean),
            Self::Length(plan) => ask::how_long(&plan),
            Self::Float(plan, which) => ask::how_loose(&plan, which),
            Self::Late { plan, which, by } => ask::how_late(&plan, which, by),
            Self::Faster { plan, by } => ask::how_dear(&plan, by),
        }
    }
}

fn plan(dice: &mut Dice) -> Vec<Activity> {
    dice.pick(&SHAPES)
        .iter()
        .map(|after| Activity {
            days: dice.between(3, 14),
            after: after.to_vec(),
            shorter: 0,
            price: 0,
        })
        .collect()
}

/// Lets four activities be made shorter, each day of each at a price of its own. One of them, the last, is on
/// every path.
fn price(dice: &mut Dice, plan: &mut [Activity]) {
    let mut places = dice.some(&[0, 1, 2, 3, 4], 3);
    places.push(5);
    let mut prices = dice.some(&[3, 4, 5, 6, 7, 8, 9], 3);
    // Dear, or it would always be the answer.
    prices.push(dice.between(10, 16));
    for (place, price) in places.into_iter().zip(prices) {
        plan[place].shorter = dice.between(1, 2);
        plan[place].price = price * 100;
    }
    // So that two days can be won whatever was drawn.
    plan[5].shorter = 2;
}

const DAYS: Unit = Unit::Word("day", "days");

fn in_days(value: i64, mistakes: Vec<Mistake>) -> Wanted {
    Wanted::Number {
        value: whole(value),
        unit: DAYS,
        precision: Precision::Exact,
        mistakes,
    }
}

fn points(days: [i64; 3], is_mean: bool) -> Question {
    let [low, likely, high] = days;
    let what = if is_mean {
        "expected duration"
    } else {
        "standard deviation"
    };
    let (value, why, mistakes) = if is_mean { mean(days) } else { deviation(days) };
    let formula = if is_mean {
        "(O + 4M + P) / 6"
    } else {
        "(P - O) / 6"
    };
    Question {
        stem: format!(
            "An activity takes {low} days at best, {likely} days most likely and {high} days at worst. What is its {what} by PERT (beta distribution)?"
        ),
        wanted: Wanted::Number {
            value,
            unit: DAYS,
            precision: Precision::Places(1),
            mistakes,
        },
        working: format!(
            "{formula} = {why} = **{}**.",
            shown(value, DAYS, Precision::Places(1))
        ),
        why: format!("{why}."),
    }
}

/// The expected duration: its value, the sum that makes it, and mistakes.
fn mean([low, likely, high]: [i64; 3]) -> (Ratio, String, Vec<Mistake>) {
    let mistakes = vec![
        mistake(
            "triangular",
            ratio(low + likely + high, 3),
            format!(
                "That is the plain mean of the three; PERT counts the likely {likely} four times."
            ),
        ),
        mistake(
            "middle of the ends",
            ratio(low + high, 2),
            "That is the middle between best and worst, without the likely value.",
        ),
        mistake(
            "likely value",
            whole(likely),
            "The likely value alone leaves out how far the worst case reaches.",
        ),
        mistake(
            "divided by 3",
            ratio(low + 4 * likely + high, 3),
            "Four likely values and two ends are six parts.",
        ),
    ];
    (
        ratio(low + 4 * likely + high, 6),
        format!("({low} + 4 x {likely} + {high}) / 6"),
        mistakes,
    )
}

/// The standard deviation: its value, the sum that makes it, and mistakes.
fn deviation(days: [i64; 3]) -> (Ratio, String, Vec<Mistake>) {
    let [low, _, high] = days;
    let value = ratio(high - low, 6);
    let mistakes = vec![
        mistake(
            "range",
            whole(high - low),
            "That is the whole range; the deviation is a sixth of it.",
        ),
        mistake(
            "divided by 3",
            ratio(high - low, 3),
            "The range holds six deviations, three to each side.",
        ),
        mistake("mean", mean(days).0, "That is the expected duration."),
        mistake(
            "variance",
            value * value,
            "That is the square of it, the variance.",
        ),
    ];
    (value, format!("({high} - {low}) / 6"), mistakes)
}
