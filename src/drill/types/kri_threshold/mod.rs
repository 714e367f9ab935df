//! Key risk indicators: what a value means, when a limit is crossed, and which indicator warns early.
//!
//! Appetite is how much risk is wanted, tolerance how far beyond it may still be gone; an indicator is green up to the first, amber up to
//! the second and red above it. A leading indicator moves before a loss, a lagging one counts what has happened (ISO 31000:2018; COSO
//! ERM 2017; ISACA, "The Risk IT Framework"). The limits and how they are read stand in the stem.

mod ahead;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Precision, Unit, plain, ratio, rounded, whole};
use crate::drill::question::{Mistake, Question, Wanted, Wrong};
use crate::drill::types::parts::count;

/// The type.
pub const TYPE: Type = Type {
    id: "kri-threshold",
    name: "Risk indicators",
    about: "green, amber or red, when tolerance is left, and which indicator leads",
    version: 1,
    seconds: [35, 50, 90],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// Something that is counted of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// What is counted: `servers that miss a critical patch`.
    pub what: &'static str,
    /// Of what: `servers`.
    pub of: &'static str,
}

/// An indicator with a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Its name.
    pub name: &'static str,
    /// Its value now.
    pub now: i64,
    /// By how much it changes each month.
    pub change: i64,
    /// Its tolerance: one that rises must not be above, one that falls not below.
    pub limit: i64,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// Which colour a value has.
    Colour {
        /// What is counted.
        counted: Counted,
        /// How many.
        count: i64,
        /// Of how many.
        all: i64,
        /// Percent that are wanted at most.
        appetite: i64,
        /// Percent that are tolerated at most.
        tolerance: i64,
    },
    /// In which month from now tolerance is left.
    Month {
        /// What is counted.
        counted: Counted,
        /// Now.
        now: i64,
        /// More each month.
        change: i64,
        /// Wanted at most.
        appetite: i64,
        /// Tolerated at most.
        tolerance: i64,
    },
    /// Which indicator leads, by the places of a risk and its indicators.
    Leads {
        /// The risk.
        risk: usize,
        /// The leading indicator.
        leading: usize,
        /// The lagging ones.
        lagging: Vec<usize>,
    },
    /// Which of these leaves its tolerance first.
    First {
        /// Four of them.
        indicators: Vec<Indicator>,
    },
}

const COUNTED: [Counted; 6] = [
    Counted {
        what: "servers that miss a critical patch",
        of: "servers",
    },
    Counted {
        what: "accounts without a second factor",
        of: "accounts",
    },
    Counted {
        what: "suppliers without a current assessment",
        of: "suppliers",
    },
    Counted {
        what: "employees without this year's training",
        of: "employees",
    },
    Counted {
        what: "systems whose restore test is overdue",
        of: "systems",
    },
    Counted {
        what: "applications whose access review is overdue",
        of: "applications",
    },
];

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            Level::Easy => {
                let appetite = dice.between(2, 6);
                let tolerance = appetite + dice.between(2, 5);
                let all = 50 * dice.between(2, 12);
                // A little beside each limit, on either side.
                let near = if dice.chance(1, 2) {
                    appetite
                } else {
                    tolerance
                };
                let count = all * near / 100 + dice.between(-all / 60, all / 60);
                Self::Colour {
                    counted: *dice.pick(&COUNTED),
                    count,
                    all,
                    appetite,
                    tolerance,
                }
            }
            Level::Medium if dice.chance(1, 4) => ahead::draw(dice),
            Level::Medium => {
                let now = dice.between(4, 30);
                let change = dice.between(2, 7);
                let appetite = now + change * dice.between(0, 2) + dice.between(1, 3);
                Self::Month {
                    counted: *dice.pick(&COUNTED),
                    now,
                    change,
                    appetite,
                    tolerance: appetite + dice.between(3, 24),
                }
            }
            Level::Hard => ahead::race(dice),
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Colour {
                counted,
                count,
                all,
                appetite,
                tolerance,
            } => colour(counted, [count, all], appetite, tolerance),
            Self::Month {
                counted,
                now,
                change,
                appetite,
                tolerance,
            } => month(counted, [now, change], appetite, tolerance),
            Self::Leads {
                risk,
                leading,
                lagging,
            } => ahead::leads(risk, leading, &lagging),
            Self::First { indicators } => ahead::first(&indicators),
        }
    }
}

fn colour(counted: Counted, [count, all]: [i64; 2], appetite: i64, tolerance: i64) -> Question {
    let share = ratio(count * 100, all);
    let (green, amber, red) = (
        "Green: within appetite",
        "Amber: beyond appetite, within tolerance",
        "Red: beyond tolerance",
    );
    let (right, place) = if share <= whole(appetite) {
        (green, format!("not more than the appetite of {appetite} %"))
    } else if share <= whole(tolerance) {
        (
            amber,
            format!(
                "more than the appetite of {appetite} %, but not more than the tolerance of {tolerance} %"
            ),
        )
    } else {
        (red, format!("more than the tolerance of {tolerance} %"))
    };
    let told = plain(rounded(share, 2));
    let wrong = |text: &str, why: String| Wrong {
        name: "another colour",
        text: text.to_owned(),
        why,
    };
    let all_wrong = [
        wrong(
            green,
            format!("{told} % is more than the appetite of {appetite} %."),
        ),
        wrong(
            amber,
            if share > whole(tolerance) {
                format!("{told} % is more than the tolerance of {tolerance} %.")
            } else {
                format!("{told} % is not more than the appetite of {appetite} %.")
            },
        ),
        wrong(
            red,
            format!("{told} % is not more than the tolerance of {tolerance} %."),
        ),
    ];
    Question {
        stem: format!(
            "A risk indicator is the share of {}. The risk appetite is {appetite} %, the tolerance {tolerance} %: the indicator is green up to and including the appetite, amber beyond it up to and including the tolerance, and red beyond that. Of {all} {} it counts {count}. In which state is it?",
            counted.what, counted.of
        ),
        why: format!("{count} of {all} are {told} %, {place}."),
        working: format!("{count} / {all} = {told} %. That is {place}: **{right}**."),
        wanted: Wanted::Text {
            right: right.to_owned(),
            wrong: all_wrong
                .into_iter()
                .filter(|of| of.text != right)
                .collect(),
        },
    }
}

/// The first month in which a value that rises evenly is above a limit.
fn above(now: i64, change: i64, limit: i64) -> i64 {
    (limit - now) / change + 1
}

fn month(counted: Counted, [now, change]: [i64; 2], appetite: i64, tolerance: i64) -> Question {
    let right = above(now, change, tolerance);
    let months = count(right, "month", "months");
    let slip = |name, value: i64, why: String| Mistake {
        name,
        value: whole(value),
        why,
    };
    let mistakes = vec![
        slip(
            "appetite for tolerance",
            above(now, change, appetite),
            format!(
                "That is when it is beyond the appetite of {appetite}. The question is about the tolerance of {tolerance}."
            ),
        ),
        slip(
            "a month too early",
            right - 1,
            format!(
                "By then it is at {}, which is still tolerated.",
                now + change * (right - 1)
            ),
        ),
        slip(
            "from nothing",
            above(0, change, tolerance),
            format!("It does not begin at 0 but at {now}."),
        ),
        slip(
            "from the appetite",
            above(appetite, change, tolerance),
            format!("It is at {now} now, not at the appetite of {appetite}."),
        ),
        slip(
            "a month too late",
            right + 1,
            format!(
                "A month earlier it is at {} already, which is beyond the tolerance.",
                now + change * right
            ),
        ),
    ];
    Question {
        stem: format!(
            "A risk indicator counts {}: {now} now, and {change} more at the end of each month. The risk appetite is {appetite} at most, the tolerance {tolerance} at most. If nothing is done, after how many months is it beyond the tolerance for the first time?",
            counted.what
        ),
        wanted: Wanted::Number {
            value: whole(right),
            unit: Unit::Word("month", "months"),
            precision: Precision::Exact,
            mistakes,
        },
        why: format!(
            "After {months} it is at {}, above {tolerance}; a month earlier it is at {}, which is not.",
            now + change * right,
            now + change * (right - 1)
        ),
        working: format!(
            "There is room for {tolerance} - {now} = {} more, and {change} come each month. After {months} it is at {now} + {right} x {change} = {}, which is above {tolerance}; a month earlier it is at {}, which is not: **{months}**.",
            tolerance - now,
            now + change * right,
            now + change * (right - 1)
        ),
    }
}
