//! What was answered on each day.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::Seen;
use crate::time::Day;

/// What was answered on one study day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayFigures {
    /// The day.
    pub day: Day,
    /// Answers.
    pub answers: u32,
    /// Of those, first sightings.
    pub firsts: u32,
    /// Of those, not remembered.
    pub again: u32,
    /// Milliseconds spent answering.
    pub ms: u64,
}

/// The days on which something was answered.
#[derive(Debug, Default)]
pub(super) struct Days(FxHashMap<Day, DayFigures>);

impl Days {
    pub(super) fn add(&mut self, seen: &Seen) {
        let day = seen.day;
        let of = self.0.entry(day).or_insert(DayFigures {
            day,
            answers: 0,
            firsts: 0,
            again: 0,
            ms: 0,
        });
        of.answers += 1;
        of.firsts += u32::from(seen.is_first);
        of.again += u32::from(!seen.is_recalled);
        of.ms += u64::from(seen.ms);
    }

    /// In the order of time.
    pub(super) fn finish(self) -> Vec<DayFigures> {
        let mut days: Vec<DayFigures> = self.0.into_values().collect();
        days.sort_unstable_by_key(|of| of.day);
        days
    }
}
