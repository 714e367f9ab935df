//! How long data takes over a link, and when a device in the mail is faster.
//!
//! Bytes are 8 bits; links are sold in bits a second and disks in bytes. Both count in powers of ten (ISO/IEC 80000-13): a terabyte is
//! 8,000,000 megabits. What a link carries is its rate times the share of it that may be used.

mod verdict;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Precision, Ratio, Unit, plain, ratio, rounded, whole};
use crate::drill::question::{Mistake, Question, Wanted};

/// The type.
pub const TYPE: Type = Type {
    id: "transfer-time",
    name: "Transfer times",
    about: "hours and days for terabytes over a link, the rate that is needed, network or device",
    version: 1,
    seconds: [45, 60, 110],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// What is asked. Sizes are in terabytes, rates in megabits a second, shares in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Hours over a link.
    Hours {
        /// Size.
        size: i64,
        /// Rate.
        rate: i64,
        /// Share of the rate.
        share: i64,
    },
    /// The rate that is needed.
    Rate {
        /// Size.
        size: i64,
        /// Hours that there are.
        hours: i64,
        /// Share of the rate.
        share: i64,
    },
    /// Days over a link while new data comes in.
    Growing {
        /// Size.
        size: i64,
        /// Rate.
        rate: i64,
        /// Share of the rate.
        share: i64,
        /// Gigabytes that are added each day.
        growth: i64,
    },
    /// Network or device.
    Verdict {
        /// Size.
        size: i64,
        /// Rate.
        rate: i64,
        /// Share of the rate.
        share: i64,
        /// Megabytes a second onto the device.
        copy: i64,
        /// Days for the delivery of the device, its return and the import.
        mail: i64,
    },
}

/// Megabits of a terabyte.
const MEGABITS: i64 = 8_000_000;

/// Seconds of a day.
const DAY: i64 = 86_400;

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            Level::Easy => {
                let rate = *dice.pick(&[500, 1_000, 2_000, 5_000, 10_000]);
                Self::Hours {
                    size: dice.between(1, 20) * (rate / 1_000).max(1),
                    rate,
                    share: 100,
                }
            }
            Level::Medium if dice.chance(1, 2) => {
                let rate = *dice.pick(&[200, 500, 1_000, 2_000, 5_000, 10_000]);
                let share = *dice.pick(&[25, 40, 50, 60, 70, 80]);
                // Some hours at least, so that one decimal is enough, and five or six days at most.
                let most = rate * share * 6 / 10_000;
                Self::Hours {
                    size: dice.between((most / 8).max(1), most),
                    rate,
                    share,
                }
            }
            Level::Medium => {
                let hours = *dice.pick(&[12, 20, 24, 48, 72]);
                let share = *dice.pick(&[40, 50, 60, 80]);
                // A link of 10 Gbps is enough.
                let most = hours * share * 9 / 200;
                Self::Rate {
                    size: dice.between((most / 8).max(1), most),
                    hours,
                    share,
                }
            }
            Level::Hard if dice.chance(1, 3) => Self::Growing {
                size: dice.between(20, 120),
                rate: *dice.pick(&[500, 1_000, 2_000]),
                share: *dice.pick(&[50, 60, 70, 80]),
                growth: dice.steps(200, 1_400, 100),
            },
            Level::Hard => loop {
                let of = Self::Verdict {
                    size: dice.steps(30, 80, 5),
                    rate: *dice.pick(&[200, 500, 1_000, 2_000]),
                    share: *dice.pick(&[30, 40, 50, 60, 80]),
                    copy: *dice.pick(&[100, 200, 250, 400]),
                    mail: dice.between(5, 10),
                };
                let Self::Verdict {
                    size,
                    rate,
                    share,
                    copy,
                    mail,
                } = of
                else {
                    return of;
                };
                // Nobody argues about half a day.
                let apart = network(size, rate, share) - device(size, copy, mail);
                if apart > whole(1) || apart < whole(-1) {
                    return of;
                }
            },
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Hours { size, rate, share } => hours(size, rate, share),
            Self::Rate { size, hours, share } => needed(size, hours, share),
            Self::Growing {
                size,
                rate,
                share,
                growth,
            } => growing(size, rate, share, growth),
            Self::Verdict {
                size,
                rate,
                share,
                copy,
                mail,
            } => verdict::verdict(size, [rate, share], [copy, mail]),
        }
    }
}

/// Days over a link.
fn network(size: i64, rate: i64, share: i64) -> Ratio {
    ratio(size * MEGABITS, rate * share * DAY) * whole(100)
}

/// Days with a device.
fn device(size: i64, copy: i64, mail: i64) -> Ratio {
    ratio(size * MEGABITS, copy * 8 * DAY) + whole(mail)
}

fn slip(name: &'static str, value: Ratio, why: impl Into<String>) -> Mistake {
    Mistake {
        name,
        value,
        why: why.into(),
    }
}

fn number(value: Ratio, unit: Unit, mistakes: Vec<Mistake>) -> Wanted {
    let precision = Precision::Places(1);
    Wanted::Number {
        value,
        unit,
        precision,
        mistakes,
    }
}

/// A rate as people say it: `200 Mbps`, `10 Gbps`.
fn said(rate: i64) -> String {
    if rate % 1_000 == 0 {
        format!("{} Gbps", rate / 1_000)
    } else {
        format!("{rate} Mbps")
    }
}

/// How a link is told whose whole rate, or only a share of it, may be used.
fn link(rate: i64, share: i64) -> String {
    if share == 100 {
        format!("a link of {}, all of which may be used", said(rate))
    } else {
        format!("a link of {}, of which {share} % may be used", said(rate))
    }
}

fn short(value: Ratio) -> String {
    plain(rounded(value, 1))
}

fn hours(size: i64, rate: i64, share: i64) -> Question {
    let right = network(size, rate, share) * whole(24);
    let usable = ratio(rate * share, 100);
    let mut mistakes = vec![
        slip(
            "bits for bytes",
            right / whole(8),
            "The link counts bits and the data bytes, and a byte is 8 bits.",
        ),
        slip("days for hours", right / whole(24), "That is in days."),
        slip(
            "minutes for hours",
            right * whole(60),
            "That is in minutes.",
        ),
    ];
    if share < 100 {
        mistakes.insert(
            1,
            slip(
                "full rate",
                right * ratio(share, 100),
                format!("That fills the link. Only {share} % of it may be used."),
            ),
        );
        mistakes.insert(
            2,
            slip(
                "the rest of the rate",
                network(size, rate, 100 - share) * whole(24),
                format!(
                    "That uses {} % of the link, the share that may not be used.",
                    100 - share
                ),
            ),
        );
    }
    Question {
        stem: format!(
            "A copy of {size} TB (1 TB is 1,000,000 MB) runs over {}. How long does it take?",
            link(rate, share)
        ),
        wanted: number(right, Unit::Word("hour", "hours"), mistakes),
        why: format!(
            "{} megabits at {} Mbps.",
            plain(whole(size * MEGABITS)),
            plain(usable)
        ),
        working: format!(
            "{size} x 1,000,000 MB x 8 = {} megabits. At {} Mbps that takes {} seconds; / 3,600 = **{} hours**.",
            plain(whole(size * MEGABITS)),
            plain(usable),
            plain(rounded(whole(size * MEGABITS) / usable, 0)),
            short(right)
        ),
    }
}

fn needed(size: i64, hours: i64, share: i64) -> Question {
    let flow = ratio(size * MEGABITS, hours * 3_600);
    let right = flow * ratio(100, share);
    let mistakes = vec![
        slip(
            "bits for bytes",
            right / whole(8),
            "That is in megabytes a second. The rate of a link counts bits, 8 to a byte.",
        ),
        slip(
            "full rate",
            flow,
            format!(
                "That is what must flow. The link must be faster, as only {share} % of it may be used."
            ),
        ),
        slip(
            "share taken twice",
            flow * ratio(share, 100),
            format!(
                "The share makes the link that is needed faster, not slower: divide by {}.",
                plain(ratio(share, 100))
            ),
        ),
    ];
    Question {
        stem: format!(
            "A copy of {size} TB (1 TB is 1,000,000 MB) must be done in {hours} hours, and {share} % of a link may be used for it. What rate must the link have at least?"
        ),
        wanted: number(right, Unit::Sign("Mbps"), mistakes),
        why: format!(
            "{} megabits in {} seconds over {share} % of the link.",
            plain(whole(size * MEGABITS)),
            plain(whole(hours * 3_600))
        ),
        working: format!(
            "{} megabits / {} seconds = {} Mbps must flow. That is {share} % of the link: {} / {} = **{} Mbps**.",
            plain(whole(size * MEGABITS)),
            plain(whole(hours * 3_600)),
            short(flow),
            short(flow),
            plain(ratio(share, 100)),
            short(right)
        ),
    }
}

fn growing(size: i64, rate: i64, share: i64, growth: i64) -> Question {
    // Terabytes a day.
    let flow = whole(size) / network(size, rate, share);
    let added = ratio(growth, 1_000);
    let right = whole(size) / (flow - added);
    let full = flow * ratio(100, share);
    let mistakes = vec![
        slip(
            "growth left out",
            whole(size) / flow,
            format!(
                "Meanwhile {} GB a day are added, which must be copied as well.",
                plain(whole(growth))
            ),
        ),
        slip(
            "growth added",
            whole(size) / (flow + added),
            "What is added each day slows the copy down; it does not speed it up.",
        ),
        slip(
            "one day of growth",
            (whole(size) + added) / flow,
            "That adds the data of a single day. It comes in on every day of the copy.",
        ),
        slip(
            "full rate",
            whole(size) / (full - added),
            format!("That fills the link. Only {share} % of it may be used."),
        ),
    ];
    Question {
        stem: format!(
            "A copy of {size} TB (1 TB is 1,000 GB) runs over {}. Meanwhile {} GB of new data a day are added, evenly, and must be copied as well. After how many days is everything copied?",
            link(rate, share),
            plain(whole(growth))
        ),
        wanted: number(right, Unit::Word("day", "days"), mistakes),
        why: format!(
            "{} TB a day go over the link, and {} TB a day are added.",
            plain(flow),
            plain(added)
        ),
        working: format!(
            "{} Mbps x 86,400 seconds / 8 = {} TB a day. {} TB of new data a day leave {} - {} = {} TB a day, and {size} / {} = **{} days**.",
            plain(ratio(rate * share, 100)),
            plain(flow),
            plain(added),
            plain(flow),
            plain(added),
            plain(flow - added),
            plain(flow - added),
            short(right)
        ),
    }
}
