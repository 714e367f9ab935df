//! How much is lost and how long it takes: recovery point and recovery time.
//!
//! A backup holds what was there when it began and helps only once its copy has arrived, so the worst loss is the interval plus the
//! copy. The recovery time is the sum of the steps that wait for each other, of parallel ones the longest, and begins with the failure
//! and not with the alarm (AWS, "Disaster Recovery of Workloads on AWS"; NIST SP 800-34 on RPO and RTO).

mod pattern;
mod time;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Precision, Unit, whole};
use crate::drill::question::{Mistake, Question, Wanted};

/// The type.
pub const TYPE: Type = Type {
    id: "rpo-rto",
    name: "RPO and RTO",
    about: "the worst loss of data, the time to recover, the cheapest way that fits",
    version: 1,
    seconds: [40, 60, 100],
    make: |dice, level| Case::draw(dice, level).tell(),
};

const MINUTES: Unit = Unit::Word("minute", "minutes");

/// A way to prepare for a disaster, as a table of a company gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Its name.
    pub name: &'static str,
    /// Minutes of data that are lost at worst.
    pub point: i64,
    /// Minutes from the order to recover until the service is back.
    pub time: i64,
    /// Dollars a month.
    pub cost: i64,
}

/// What is asked. Times are in minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// The worst loss with backups that are copied away.
    Loss {
        /// Between the beginnings of two backups.
        every: i64,
        /// From the beginning of a backup until its copy can be used.
        copy: i64,
        /// Restoring, which has nothing to do with it.
        restore: i64,
    },
    /// The time of steps one after another.
    Steps {
        /// Until somebody knows.
        detect: i64,
        /// Until it is decided.
        decide: i64,
        /// Restoring.
        restore: i64,
        /// Until clients follow.
        switch: i64,
        /// Between two backups, which has nothing to do with it.
        every: i64,
    },
    /// The longest interval that keeps an RPO.
    Interval {
        /// The RPO.
        point: i64,
        /// Until a copy can be used.
        copy: i64,
        /// The RTO, which has nothing to do with it.
        time: i64,
    },
    /// The time with a restore whose length follows from the size.
    Restore {
        /// Gigabytes.
        size: i64,
        /// Megabytes a second.
        rate: i64,
        /// Until it begins.
        before: i64,
        /// Tests after it.
        after: i64,
    },
    /// The time with two things at once.
    Parallel {
        /// Until somebody knows.
        detect: i64,
        /// Restoring the database.
        database: i64,
        /// Starting servers meanwhile.
        servers: i64,
        /// Loading caches, once the servers are up and while the database is restored.
        caches: i64,
        /// Until clients follow.
        switch: i64,
    },
    /// The cheapest pattern.
    Choose {
        /// The four, from the cheapest to the dearest.
        patterns: Vec<Pattern>,
        /// The RPO.
        point: i64,
        /// The RTO.
        time: i64,
        /// From the failure until the recovery is ordered.
        detect: i64,
    },
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            Level::Easy if dice.chance(1, 2) => Self::Loss {
                every: 60 * *dice.pick(&[1, 2, 3, 4, 6, 8, 12, 24]),
                copy: dice.steps(10, 50, 5),
                restore: dice.steps(70, 190, 10),
            },
            Level::Easy => Self::Steps {
                detect: dice.between(3, 15),
                decide: dice.steps(10, 30, 5),
                restore: dice.steps(45, 150, 5),
                switch: dice.between(1, 9),
                every: 60 * *dice.pick(&[4, 6, 8, 12]),
            },
            Level::Medium if dice.chance(1, 2) => Self::Interval {
                point: 60 * dice.between(2, 12),
                copy: dice.steps(10, 55, 5),
                time: 60 * dice.between(13, 24),
            },
            Level::Medium => {
                // Whole minutes: a gigabyte is 1,000 megabytes.
                let rate = *dice.pick(&[100, 125, 200, 250, 400, 500]);
                let restore = dice.steps(20, 180, 10);
                Self::Restore {
                    size: restore * 60 * rate / 1_000,
                    rate,
                    before: dice.steps(10, 40, 5),
                    after: dice.steps(10, 45, 5),
                }
            }
            Level::Hard if dice.chance(1, 2) => {
                let [servers, caches] = [dice.steps(10, 45, 5), dice.steps(10, 45, 5)];
                let mut database = dice.steps(30, 90, 5);
                // One branch is the longer one.
                if database == servers + caches {
                    database += 5;
                }
                Self::Parallel {
                    detect: dice.between(4, 20),
                    database,
                    servers,
                    caches,
                    switch: dice.between(2, 10),
                }
            }
            Level::Hard => pattern::draw(dice),
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Loss {
                every,
                copy,
                restore,
            } => time::loss(every, copy, restore),
            Self::Steps {
                detect,
                decide,
                restore,
                switch,
                every,
            } => time::steps([detect, decide, restore, switch], every),
            Self::Interval { point, copy, time } => time::interval(point, copy, time),
            Self::Restore {
                size,
                rate,
                before,
                after,
            } => time::restore(size, rate, before, after),
            Self::Parallel {
                detect,
                database,
                servers,
                caches,
                switch,
            } => time::parallel(detect, database, [servers, caches], switch),
            Self::Choose {
                patterns,
                point,
                time,
                detect,
            } => pattern::choose(&patterns, point, time, detect),
        }
    }
}

fn slip(name: &'static str, value: i64, why: String) -> Mistake {
    Mistake {
        name,
        value: whole(value),
        why,
    }
}

fn minutes(value: i64, mistakes: Vec<Mistake>) -> Wanted {
    Wanted::Number {
        value: whole(value),
        unit: MINUTES,
        precision: Precision::Exact,
        mistakes,
    }
}

/// A time as people say it: `4 hours`, `90 minutes`.
fn said(minutes: i64) -> String {
    match minutes {
        60 => "1 hour".to_owned(),
        1 => "1 minute".to_owned(),
        _ if minutes % 60 == 0 => format!("{} hours", minutes / 60),
        _ => format!("{minutes} minutes"),
    }
}
