//! Days and moments. This room never asks what time it is: every caller brings a [`Stamp`].
//!
//! A learner's day does not end at midnight: somebody who studies at one in the morning is still in
//! yesterday evening. The day rolls over at [`ROLLOVER_HOUR`] local time, as it does in Anki. Local time is
//! the offset that held when the answer was given; it is stored with the answer, so that a journey to
//! another time zone does not change the past.

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// Milliseconds in one day.
pub const DAY_MS: i64 = 86_400_000;

/// The hour, local time, at which a new study day begins unless the learner chose another (tunable).
pub const ROLLOVER_HOUR: u8 = 4;

/// A point in time: milliseconds since 1970-01-01 00:00 UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// Days from `earlier` to this moment, with the fraction; negative if `earlier` is later.
    pub fn days_since(self, earlier: Self) -> f64 {
        self.0.saturating_sub(earlier.0) as f64 / DAY_MS as f64
    }
}

/// A moment, and how local time stood to UTC where and when it was noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stamp {
    /// The moment itself.
    pub at: Moment,
    /// Minutes to add to UTC to get local time: 60 in Berlin in winter, -300 in New York.
    pub offset_minutes: i16,
}

impl Stamp {
    /// A stamp from milliseconds since 1970 (UTC) and the local offset in minutes.
    pub const fn new(at_ms: i64, offset_minutes: i16) -> Self {
        Self {
            at: Moment(at_ms),
            offset_minutes,
        }
    }

    /// The study day this stamp falls into, where days begin at `rollover_hour` (0 to 23) local time.
    pub fn day(self, rollover_hour: u8) -> Day {
        let local_ms = self
            .at
            .0
            .saturating_add(i64::from(self.offset_minutes) * 60_000);
        let shifted_ms = local_ms.saturating_sub(i64::from(rollover_hour) * 3_600_000);
        let days = shifted_ms.div_euclid(DAY_MS);
        Day(i32::try_from(days).unwrap_or(if days < 0 { i32::MIN / 2 } else { i32::MAX / 2 }))
    }

    /// Local time of day in minutes since midnight, 0 to 1439.
    pub fn minute_of_day(self) -> u16 {
        let local_minutes = self.at.0.div_euclid(60_000) + i64::from(self.offset_minutes);
        u16::try_from(local_minutes.rem_euclid(1_440)).unwrap_or(0)
    }
}

/// A study day: days since 1970-01-01 in the learner's own calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i32);

/// The days of the week, as `Day::weekday` numbers them.
pub const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// Names of the months.
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

impl Day {
    /// The day `days` later (earlier when negative), saturating far beyond any calendar.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    /// Whole days from `earlier` to this one; negative if `earlier` is later.
    pub fn since(self, earlier: Self) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// Reads `2026-11-21`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let date =
            NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
        Some(Self(date.to_epoch_days()))
    }

    fn date(self) -> Option<NaiveDate> {
        NaiveDate::from_epoch_days(self.0)
    }

    /// The same day of the month, so many months later; the last day of a month that has no such day.
    #[must_use]
    pub fn plus_months(self, months: u16) -> Self {
        let date = self.date();
        let later = date.and_then(|date| date.checked_add_months(Months::new(u32::from(months))));
        later.map_or(self.plus(i32::from(months) * 30), |date| {
            Self(date.to_epoch_days())
        })
    }

    /// Year and month, January being 1; `None` far beyond any calendar.
    pub fn month(self) -> Option<(i32, u8)> {
        let date = self.date()?;
        Some((date.year(), u8::try_from(date.month()).unwrap_or(1)))
    }

    /// The first day of its month.
    #[must_use]
    pub fn month_begins(self) -> Self {
        let date = self.date().and_then(|date| date.with_day(1));
        date.map_or(self, |date| Self(date.to_epoch_days()))
    }

    /// `Jan` to `Dec`.
    pub fn month_name(self) -> &'static str {
        let month = self.month().map_or(1, |(_, month)| month);
        MONTHS[usize::from(month.clamp(1, 12)) - 1]
    }

    /// `21 Nov`.
    pub fn of_month(self) -> String {
        let day = self.date().map_or(0, |date| date.day());
        format!("{day} {}", self.month_name())
    }

    /// `21 Nov 2026`, for places where the year is not plain.
    pub fn in_full(self) -> String {
        self.date().map_or_else(
            || format!("day {}", self.0),
            |date| format!("{} {} {}", date.day(), self.month_name(), date.year()),
        )
    }

    /// 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        u8::try_from((i64::from(self.0) + 3).rem_euclid(7)).unwrap_or(0)
    }

    /// `Sat 21 Nov`, for places where the year is plain.
    pub fn short(self) -> String {
        self.date().map_or_else(
            || format!("day {}", self.0),
            |date| {
                format!(
                    "{} {} {}",
                    &WEEKDAYS[usize::from(self.weekday())][..3],
                    date.day(),
                    MONTHS[date.month0() as usize]
                )
            },
        )
    }
}

impl fmt::Display for Day {
    /// `2026-11-21`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.date() {
            Some(date) => write!(
                f,
                "{:04}-{:02}-{:02}",
                date.year(),
                date.month(),
                date.day()
            ),
            None => write!(f, "day {}", self.0),
        }
    }
}

/// A span of days in words: `8 minutes`-sized spans do not occur here, so `today`, `1 day`, `3 weeks`, `5 months`.
pub fn days_in_words(days: i32) -> String {
    match days {
        ..=0 => "today".to_owned(),
        1 => "1 day".to_owned(),
        2..=30 => format!("{days} days"),
        31..=364 => format!("{} months", tenths(i64::from(days) * 1_000, 3_044)),
        _ => format!("{} years", tenths(i64::from(days) * 1_000, 36_525)),
    }
}

/// A quotient of whole numbers, in tenths, as text: `tenths(1000, 400)` is `2.5` since both carry a factor of ten.
/// Whole numbers, because printing floats would put several kilobytes into the module.
fn tenths(value: i64, divisor: i64) -> String {
    let tenths = (value + divisor / 2) / divisor;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(day: &str, hour: i64, minute: i64, offset_minutes: i16) -> Stamp {
        let midnight = i64::from(Day::parse(day).expect("a date").0) * DAY_MS;
        let local = midnight + (hour * 60 + minute) * 60_000;
        Stamp::new(local - i64::from(offset_minutes) * 60_000, offset_minutes)
    }

    #[test]
    fn the_day_rolls_over_at_four_local_time() {
        let before = stamp("2026-11-21", 3, 59, 60);
        let after = stamp("2026-11-21", 4, 0, 60);
        assert_eq!(before.day(ROLLOVER_HOUR).to_string(), "2026-11-20");
        assert_eq!(after.day(ROLLOVER_HOUR).to_string(), "2026-11-21");
    }

    #[test]
    fn an_offset_west_of_utc_is_taken_into_account() {
        let evening = stamp("2026-11-21", 23, 30, -300);
        assert_eq!(evening.day(ROLLOVER_HOUR).to_string(), "2026-11-21");
        assert_eq!(evening.minute_of_day(), 23 * 60 + 30);
    }

    #[test]
    fn weekdays_follow_the_calendar() {
        let day = Day::parse("2026-11-21").expect("a date");
        assert_eq!(day.weekday(), 5);
        assert_eq!(day.short(), "Sat 21 Nov");
        assert_eq!(day.plus(2).short(), "Mon 23 Nov");
    }

    #[test]
    fn spans_are_told_in_the_largest_unit_that_fits() {
        assert_eq!(days_in_words(0), "today");
        assert_eq!(days_in_words(1), "1 day");
        assert_eq!(days_in_words(30), "30 days");
        assert_eq!(days_in_words(45), "1.5 months");
        assert_eq!(days_in_words(364), "12.0 months");
        assert_eq!(days_in_words(731), "2.0 years");
    }

    #[test]
    fn days_before_1970_and_beyond_the_calendar_do_not_panic() {
        assert_eq!(Stamp::new(-1, 0).day(0), Day(-1));
        let far = Stamp::new(i64::MAX, 840).day(4);
        assert!(far.short().starts_with("day "));
        assert!(Day::parse("2026-02-30").is_none());
    }
}
