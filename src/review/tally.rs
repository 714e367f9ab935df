//! What happened on one study day.

#[cfg(feature = "whole")]
use std::collections::BTreeMap;

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
    /// What happened on each of so many days up to `last`, in all tracks and own decks, the oldest first.
    pub fn tallies(&self, last: Day, days: usize) -> Vec<DayTally> {
        let mut tallies = vec![DayTally::default(); days];
        let place = |day: Day| {
            let back = usize::try_from(last.since(day)).ok()?;
            days.checked_sub(back + 1)
        };
        let first = last.plus(1 - i32::try_from(days).unwrap_or(i32::MAX));
        for (day, tracks) in self.days.range(first..=last) {
            if let Some(tally) = place(*day).and_then(|place| tallies.get_mut(place)) {
                for settled in tracks.values() {
                    tally.answers += settled.answers;
                    tally.firsts += settled.firsts;
                    tally.again += settled.again;
                    tally.ms += settled.ms;
                }
            }
        }
        for (_, record) in self.unsettled() {
            for past in record.recent() {
                let place = place(self.day(past.at));
                if let Some(tally) = place.and_then(|place| tallies.get_mut(place)) {
                    tally.add(past);
                }
            }
        }
        tallies
    }

    /// Milliseconds spent answering on each day from `first` to `last`, by track or own deck.
    #[cfg(feature = "whole")]
    pub fn times(&self, first: Day, last: Day) -> BTreeMap<Day, BTreeMap<&str, u64>> {
        let mut times: BTreeMap<Day, BTreeMap<&str, u64>> = BTreeMap::new();
        if first > last {
            return times;
        }
        for (day, tracks) in self.days.range(first..=last) {
            let of_day = times.entry(*day).or_default();
            for (track, tally) in tracks {
                *of_day.entry(track).or_default() += tally.ms;
            }
        }
        for (item, record) in self.unsettled() {
            for past in record.recent() {
                let day = self.day(past.at);
                if (first..=last).contains(&day) {
                    let of_day = times.entry(day).or_default();
                    *of_day.entry(item.track()).or_default() += u64::from(past.ms);
                }
            }
        }
        times
    }

    /// The day of the first answer that stands.
    #[cfg(feature = "whole")]
    pub fn begun(&self) -> Option<Day> {
        let settled = self.days.keys().next().copied();
        let recent = self.unsettled().flat_map(|(_, record)| record.recent());
        let recent = recent.map(|past| self.day(past.at)).min();
        settled.into_iter().chain(recent).min()
    }

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
