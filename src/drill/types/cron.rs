//! Schedules: when a job runs next, and what becomes of runs that take longer than their interval.
//!
//! Five fields: minute, hour, day of month, month, day of week with 0 for Sunday. When both day fields are set, either is enough; a step
//! begins anew with its field, so `*/25` runs at 0, 25 and 50 (POSIX `crontab`; crontab(5) by Vixie; Kubernetes documentation,
//! "`CronJob`", schedule syntax). A `CronJob` that forbids concurrency starts no run while one is running; when that one ends, the last
//! run that was due is made up for, unless `startingDeadlineSeconds` is over for it, so the questions set it to 30 and let every run end
//! later than that. A `CronJob` that replaces stops the run before ("`CronJob`", concurrency policy).

mod told;

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, Timelike};

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "cron",
    name: "Schedules",
    about: "the next run of a cron schedule, and runs that overlap",
    version: 1,
    seconds: [35, 60, 90],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// A field of a schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// `*`
    Any,
    /// `*/15`
    Every(u32),
    /// `8-17`
    Range(u32, u32),
    /// `1,15`
    At(Vec<u32>),
}

impl Field {
    /// As it is written.
    pub fn text(&self) -> String {
        match self {
            Self::Any => "*".to_owned(),
            Self::Every(step) => format!("*/{step}"),
            Self::Range(low, high) => format!("{low}-{high}"),
            Self::At(list) => {
                let list: Vec<String> = list.iter().map(u32::to_string).collect();
                list.join(",")
            }
        }
    }

    fn has(&self, value: u32) -> bool {
        match self {
            Self::Any => true,
            Self::Every(step) => value.is_multiple_of(*step),
            Self::Range(low, high) => (*low..=*high).contains(&value),
            Self::At(list) => list.contains(&value),
        }
    }
}

/// A schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Minute.
    pub minute: Field,
    /// Hour.
    pub hour: Field,
    /// Day of the month; `Any`, `Range` or `At`.
    pub day: Field,
    /// Day of the week; `Any`, `Range` or `At`.
    pub weekday: Field,
}

/// Days that are searched for the next run.
const DAYS: i64 = 800;

impl Schedule {
    /// As it is written; every month.
    pub fn text(&self) -> String {
        format!(
            "{} {} {} * {}",
            self.minute.text(),
            self.hour.text(),
            self.day.text(),
            self.weekday.text()
        )
    }

    fn has_both_days(&self) -> bool {
        self.day != Field::Any && self.weekday != Field::Any
    }

    fn has_day(&self, date: NaiveDate) -> bool {
        let day = self.day.has(date.day());
        let weekday = self.weekday.has(date.weekday().num_days_from_sunday());
        if self.has_both_days() {
            day || weekday
        } else {
            day && weekday
        }
    }

    /// Whether it runs at this very minute.
    fn is_due(&self, time: NaiveDateTime) -> bool {
        self.has_day(time.date()) && self.hour.has(time.hour()) && self.minute.has(time.minute())
    }

    /// The first time after this one on a day that `on` accepts.
    fn next_on(
        &self,
        after: NaiveDateTime,
        on: impl Fn(NaiveDate) -> bool,
    ) -> Option<NaiveDateTime> {
        let hours: Vec<u32> = (0..24).filter(|of| self.hour.has(*of)).collect();
        let minutes: Vec<u32> = (0..60).filter(|of| self.minute.has(*of)).collect();
        let mut dates = (0..DAYS)
            .map(|days| after.date() + Duration::days(days))
            .filter(|date| on(*date));
        dates.find_map(|date| {
            let times = hours.iter().flat_map(|hour| {
                let at = |minute: &u32| date.and_hms_opt(*hour, *minute, 0);
                minutes.iter().filter_map(at)
            });
            times.into_iter().find(|time| *time > after)
        })
    }

    /// The first time after this one.
    fn next(&self, after: NaiveDateTime) -> Option<NaiveDateTime> {
        self.next_on(after, |date| self.has_day(date))
    }
}

/// What a `CronJob` does when a run is due and one still runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Both run.
    Allow,
    /// The new one is skipped.
    Forbid,
    /// The old one is stopped.
    Replace,
}

impl Policy {
    /// As a manifest says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Allow => "Allow",
            Self::Forbid => "Forbid",
            Self::Replace => "Replace",
        }
    }
}

/// Runs that take longer than their interval. All in minutes from the first run, at 12:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Runs {
    /// Minutes from one time that is due to the next; they divide an hour.
    pub every: i64,
    /// Minutes that a run takes.
    pub takes: i64,
    /// The policy.
    pub policy: Policy,
    /// When is counted.
    pub until: i64,
    /// Whether runs that have ended well are counted; otherwise those that were started.
    pub is_completed: bool,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// The next run.
    Next {
        /// The schedule.
        schedule: Schedule,
        /// Now.
        now: NaiveDateTime,
    },
    /// How many runs there were.
    Runs(Runs),
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        if level == Level::Hard && dice.chance(1, 2) {
            return Self::Runs(runs(dice));
        }
        let schedule = match level {
            Level::Easy => easy(dice),
            Level::Medium => medium(dice),
            Level::Hard => hard(dice),
        };
        let mut now = moment(dice);
        // Otherwise the run of this very minute could be taken for the next one.
        if schedule.is_due(now) {
            now += Duration::minutes(1);
        }
        Self::Next { schedule, now }
    }

    /// Tells it.
    pub fn tell(&self) -> Question {
        match self {
            Self::Next { schedule, now } => told::next(schedule, *now),
            Self::Runs(runs) => told::runs(*runs),
        }
    }
}

fn moment(dice: &mut Dice) -> NaiveDateTime {
    let days = dice.between(0, 1_400);
    let minutes = dice.between(0, 24 * 60 - 1);
    NaiveDate::from_ymd_opt(2025, 1, 1)
        .unwrap_or_default()
        .and_hms_opt(0, 0, 0)
        .unwrap_or_default()
        + Duration::days(days)
        + Duration::minutes(minutes)
}

fn one(dice: &mut Dice, low: i64, high: i64) -> Field {
    Field::At(vec![dice.between(low, high) as u32])
}

fn minute(dice: &mut Dice) -> Field {
    Field::At(vec![dice.steps(0, 55, 5) as u32])
}

fn easy(dice: &mut Dice) -> Schedule {
    let (minute, hour, weekday) = match dice.below(3) {
        0 => (minute(dice), one(dice, 0, 23), Field::Any),
        1 => (minute(dice), one(dice, 0, 23), one(dice, 0, 6)),
        _ => (
            Field::Every(*dice.pick(&[5, 10, 15, 20, 30])),
            Field::Any,
            Field::Any,
        ),
    };
    Schedule {
        minute,
        hour,
        day: Field::Any,
        weekday,
    }
}

fn medium(dice: &mut Dice) -> Schedule {
    let week = Field::Range(1, 5);
    let (minute, hour, day, weekday) = match dice.below(5) {
        0 => {
            let from = dice.between(6, 9) as u32;
            let to = dice.between(15, 19) as u32;
            let every = Field::Every(*dice.pick(&[10, 15, 20, 30]));
            (every, Field::Range(from, to), Field::Any, week)
        }
        1 => {
            let early = dice.between(1, 10) as u32;
            let late = dice.between(12, 22) as u32;
            let hours = Field::At(vec![early, late]);
            (minute(dice), hours, Field::Any, week)
        }
        2 => {
            let hours = Field::Every(*dice.pick(&[2, 3, 4, 6, 8]));
            (minute(dice), hours, Field::Any, Field::Any)
        }
        3 => {
            let days = Field::At(vec![1, 15]);
            (minute(dice), one(dice, 0, 23), days, Field::Any)
        }
        _ => {
            let first = dice.between(1, 2) as u32;
            let second = dice.between(3, 6) as u32;
            let days = Field::At(vec![first, second]);
            (minute(dice), one(dice, 0, 23), Field::Any, days)
        }
    };
    Schedule {
        minute,
        hour,
        day,
        weekday,
    }
}

fn hard(dice: &mut Dice) -> Schedule {
    let (minute, hour, day, weekday) = match dice.below(5) {
        0 => {
            let every = Field::Every(*dice.pick(&[7, 11, 13, 25, 35, 40, 45, 50]));
            (every, Field::Any, Field::Any, Field::Any)
        }
        1 => {
            let hours = Field::Every(*dice.pick(&[5, 7, 9, 10, 11]));
            (minute(dice), hours, Field::Any, Field::Any)
        }
        _ => (
            minute(dice),
            one(dice, 0, 23),
            one(dice, 1, 28),
            one(dice, 0, 6),
        ),
    };
    Schedule {
        minute,
        hour,
        day,
        weekday,
    }
}

fn runs(dice: &mut Dice) -> Runs {
    let every = *dice.pick(&[5, 10, 15, 20, 30]);
    let policy = *dice.pick(&[
        Policy::Allow,
        Policy::Allow,
        Policy::Forbid,
        Policy::Forbid,
        Policy::Replace,
    ]);
    // A run ends at least two minutes after a time that was due and before the next, so that no deadline and no tie decides.
    let takes = every * dice.between(1, 3) + dice.between(2, every - 1);
    let mut until = takes + dice.between(20, 150);
    // Neither due nor ending at that very minute.
    while until % every == 0 || (until - takes) % every == 0 {
        until += 1;
    }
    Runs {
        every,
        takes,
        policy,
        until,
        is_completed: dice.chance(2, 3),
    }
}
