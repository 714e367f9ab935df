//! What happened on one study day.

use serde::{Deserialize, Serialize};

use super::{History, Past, Sighting};
use crate::memory::Grade;
use crate::time::Day;

/// What happened on one study day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayTally {
    /// Answers.
    pub answers: u32,
    /// Of those, first sightings.
    pub firsts: u32,
    /// Of those, not remembered.
    pub again: u32,
    /// Milliseconds spent answering.
    pub ms: u64,
}

impl DayTally {
    pub(super) fn add(&mut self, past: &Past) {
        self.answers += 1;
        self.firsts += u32::from(past.sighting == Sighting::First);
        self.again += u32::from(past.grade == Grade::Again);
        self.ms += u64::from(past.ms);
    }
}

impl History {
    /// What happened on a day, in one track or own deck or in all.
    pub fn tally(&self, day: Day, track: Option<&str>) -> DayTally {
        let mut tally = DayTally::default();
        let wanted = |of: &str| track.is_none_or(|track| track == of);
        for (of, settled) in self.days.get(&day).into_iter().flatten() {
            if wanted(of) {
                tally.answers += settled.answers;
                tally.firsts += settled.firsts;
                tally.again += settled.again;
                tally.ms += settled.ms;
            }
        }
        for (_, record) in self.unsettled().filter(|(id, _)| wanted(id.track())) {
            let recent = record.recent().iter().rev();
            for past in recent.filter(|p| self.day(p.at) == day) {
                tally.add(past);
            }
        }
        tally
    }
}
