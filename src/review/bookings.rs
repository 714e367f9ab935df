//! What the learner planned: exams, minutes, days off.

use super::{History, Register, Taken};
use crate::deck::id::TrackId;
use crate::time::Day;

impl History {
    /// The exams that are booked, and their days.
    pub fn exams(&self) -> impl Iterator<Item = (&TrackId, Day)> {
        self.exams
            .iter()
            .filter_map(|(track, register)| Some((track, (*register.get()?)?)))
    }

    /// The real exams of a track and their results, as they were told.
    pub fn taken(&self, track: &TrackId) -> impl Iterator<Item = Taken> {
        let results = self.taken.get(track).into_iter();
        results.flat_map(|of| of.writes().iter().map(|(_, _, taken)| *taken))
    }

    /// Whether a day was taken off.
    pub fn is_day_off(&self, day: Day) -> bool {
        self.days_off
            .get(&day)
            .and_then(Register::get)
            .copied()
            .unwrap_or(false)
    }

    /// The days that were taken off.
    pub fn days_off(&self) -> impl Iterator<Item = Day> {
        let off = |(day, register): (&Day, &Register<bool>)| {
            (register.get() == Some(&true)).then_some(*day)
        };
        self.days_off.iter().filter_map(off)
    }

    /// Seconds for studying on a day: the weekday's minutes, none on a day off.
    pub fn seconds_on(&self, day: Day) -> f64 {
        if self.is_day_off(day) {
            return 0.0;
        }
        f64::from(self.settings.minutes(day.weekday())) * 60.0
    }

    /// Seconds that were planned for a day when it was over: minutes that were chosen later do not change what was planned then.
    #[cfg(feature = "whole")]
    pub fn seconds_planned(&self, day: Day) -> f64 {
        if self.is_day_off(day) {
            return 0.0;
        }
        let minutes = self
            .settings
            .minutes_then(day.weekday(), day, self.rollover);
        f64::from(minutes) * 60.0
    }
}
