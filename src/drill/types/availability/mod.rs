//! How much of the time a system is up, from that of its parts.
//!
//! Parts that are all needed are up together: their shares are multiplied. Copies of which one is enough are down together: what is
//! multiplied is the share that each is down. Of k out of n all states with at least k up are added (AWS, "Availability and Beyond",
//! the chapters on dependencies and on redundancy; the rules of chance for independent events).

mod mixed;
mod parts;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Precision, Ratio, Unit, decimal, plain, rounded, whole};
use crate::drill::question::{Mistake, Question, Wanted};

/// The type.
pub const TYPE: Type = Type {
    id: "availability",
    name: "Availability",
    about: "parts in a chain, redundant copies, k of n, and the downtime that is left",
    version: 1,
    seconds: [40, 75, 150],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// Minutes of a day.
const DAY: i64 = 24 * 60;

const MINUTES: Unit = Unit::Word("minute", "minutes");

/// What is asked. Availabilities are in percent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// Minutes of downtime that an availability allows.
    Downtime {
        /// Percent.
        percent: Ratio,
        /// Days of the period.
        days: i64,
    },
    /// Parts that are all needed.
    Serial {
        /// Percent of each, all different.
        parts: Vec<Ratio>,
    },
    /// Copies of which one is enough.
    Copies {
        /// Percent of each.
        each: Ratio,
        /// How many.
        copies: u32,
    },
    /// How many copies reach a target, one being enough.
    Needed {
        /// Percent of each.
        each: Ratio,
        /// Percent wanted.
        target: Ratio,
    },
    /// A front, copies of which one is enough, and a database, as downtime in 30 days.
    Chain {
        /// Percent of the front.
        front: Ratio,
        /// Percent of each copy.
        each: Ratio,
        /// Copies.
        copies: u32,
        /// Percent of the database.
        data: Ratio,
    },
    /// So many of so many must be up, as downtime in 365 days.
    Quorum {
        /// Percent of each.
        each: Ratio,
        /// How many must be up.
        need: u32,
        /// How many there are.
        of: u32,
    },
}

/// Availabilities of services, in hundredths of a percent.
const SERVICES: [i64; 8] = [9_900, 9_950, 9_970, 9_980, 9_990, 9_995, 9_998, 9_999];

/// Availabilities of single machines with numbers of copies whose result is short.
const FLEETS: [(i64, u32); 14] = [
    (8_000, 2),
    (8_000, 3),
    (8_000, 4),
    (8_500, 2),
    (9_000, 2),
    (9_000, 3),
    (9_000, 4),
    (9_200, 2),
    (9_500, 2),
    (9_500, 3),
    (9_700, 2),
    (9_800, 2),
    (9_900, 2),
    (9_950, 2),
];

fn percent(hundredths: i64) -> Ratio {
    decimal(hundredths, 2)
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            Level::Easy if dice.chance(1, 2) => Self::Downtime {
                percent: percent(*dice.pick(&[9_900, 9_950, 9_980, 9_990, 9_995, 9_999])),
                days: *dice.pick(&[7, 30, 90, 365]),
            },
            Level::Easy => Self::Serial {
                parts: drawn(dice, 2),
            },
            Level::Medium => match dice.below(4) {
                0 => {
                    let (each, copies) = *dice.pick(&FLEETS);
                    Self::Copies {
                        each: percent(each),
                        copies,
                    }
                }
                1 => Self::Needed {
                    each: percent(*dice.pick(&[8_000, 8_500, 9_000, 9_500, 9_700, 9_800])),
                    target: percent(*dice.pick(&[9_900, 9_950, 9_990, 9_995, 9_999])),
                },
                _ => Self::Serial {
                    parts: drawn(dice, 3),
                },
            },
            Level::Hard if dice.chance(2, 3) => Self::Chain {
                front: percent(*dice.pick(&[9_990, 9_995, 9_999])),
                each: percent(*dice.pick(&[9_000, 9_500, 9_700, 9_800, 9_900])),
                copies: dice.between(2, 3) as u32,
                data: percent(*dice.pick(&[9_950, 9_980, 9_990, 9_995])),
            },
            Level::Hard => {
                let (need, of) = *dice.pick(&[(2, 3), (2, 4), (3, 4), (3, 5), (4, 6)]);
                Self::Quorum {
                    each: percent(*dice.pick(&[9_000, 9_500, 9_600, 9_800, 9_900])),
                    need,
                    of,
                }
            }
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Downtime { percent, days } => downtime(percent, days),
            Self::Serial { parts } => parts::serial(&parts),
            Self::Copies { each, copies } => parts::redundant(each, copies),
            Self::Needed { each, target } => parts::needed(each, target),
            Self::Chain {
                front,
                each,
                copies,
                data,
            } => mixed::chain(front, each, copies, data),
            Self::Quorum { each, need, of } => mixed::quorum(each, need, of),
        }
    }
}

fn drawn(dice: &mut Dice, count: usize) -> Vec<Ratio> {
    dice.some(&SERVICES, count)
        .into_iter()
        .map(percent)
        .collect()
}

/// A percentage as a share of 1.
fn share(percent: Ratio) -> Ratio {
    percent / whole(100)
}

fn power(base: Ratio, times: u32) -> Ratio {
    (0..times).fold(whole(1), |product, _| product * base)
}

/// Percent of copies of which one is enough.
fn any(each: Ratio, copies: u32) -> Ratio {
    (whole(1) - power(whole(1) - share(each), copies)) * whole(100)
}

fn slip(name: &'static str, value: Ratio, why: String) -> Mistake {
    Mistake { name, value, why }
}

fn downtime(percent: Ratio, days: i64) -> Question {
    let lost = whole(100) - percent;
    let of = |days: i64| share(lost) * whole(days * DAY);
    let value = of(days);
    let other = if days == 30 { 365 } else { 30 };
    let mistakes = vec![
        slip(
            "another period",
            of(other),
            format!("That is what {other} days allow. The question asks for {days}."),
        ),
        slip(
            "hours for minutes",
            value / whole(60),
            "That is in hours. The question asks for minutes.".to_owned(),
        ),
        slip(
            "decimal point",
            value * whole(10),
            format!(
                "{} % is {} of the time; you took ten times that.",
                plain(lost),
                plain(share(lost))
            ),
        ),
        slip(
            "hours of a day left out",
            share(lost) * whole(days * 60),
            "A day has 24 hours of 60 minutes; that leaves out the 24.".to_owned(),
        ),
    ];
    Question {
        stem: format!(
            "A service is promised to be available {} % of the time. How long may it be down in {days} days?",
            plain(percent)
        ),
        wanted: Wanted::Number {
            value,
            unit: MINUTES,
            precision: Precision::Places(2),
            mistakes,
        },
        why: format!("{} % of {} minutes.", plain(lost), plain(whole(days * DAY))),
        working: format!(
            "100 % - {} % = {} % may be lost. {days} days are {days} x 24 x 60 = {} minutes, and {} x {} = **{} minutes**.",
            plain(percent),
            plain(lost),
            plain(whole(days * DAY)),
            plain(whole(days * DAY)),
            plain(share(lost)),
            plain(rounded(value, 2)),
        ),
    }
}
