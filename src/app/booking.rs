//! Booking exams and days off.

use super::saving::Then;
use super::{App, Effect};
use crate::deck::id::TrackId;
use crate::review::What;
use crate::time::{Day, Stamp};

/// Why a date cannot be booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is not a date.
    NoDate,
    /// It is today or gone.
    Past,
    /// It is more than ten years away.
    Far,
}

impl Refused {
    /// In words for the learner.
    pub fn words(self) -> &'static str {
        match self {
            Self::NoDate => "That is not a date. Choose the day of the exam.",
            Self::Past => "That day is not to come any more. Choose a day from tomorrow on.",
            Self::Far => "That is more than ten years away. Choose a day that you can plan for.",
        }
    }
}

impl App {
    pub(super) fn booked(&mut self, track: TrackId, text: &str, now: Stamp) -> Vec<Effect> {
        let today = self.history.day(now);
        let checked = match Day::parse(text) {
            None => Err(Refused::NoDate),
            Some(day) if day <= today => Err(Refused::Past),
            Some(day) if day.since(today) > 3_660 => Err(Refused::Far),
            Some(day) => Ok(day),
        };
        match checked {
            Ok(day) => {
                self.refused = None;
                let mut effects: Vec<Effect> = self.fetch(&track).into_iter().collect();
                effects.extend(self.record(What::Booked(track, Some(day)), Then::Stay, now));
                effects
            }
            Err(refused) => {
                self.refused = Some(refused);
                Vec::new()
            }
        }
    }

    pub(super) fn unbooked(&mut self, track: TrackId, now: Stamp) -> Vec<Effect> {
        self.refused = None;
        self.record(What::Booked(track, None), Then::Stay, now)
    }

    pub(super) fn day_off(&mut self, text: &str, off: bool, now: Stamp) -> Vec<Effect> {
        if let Some(day) = Day::parse(text) {
            self.refused = None;
            return self.record(What::DayOff(day, off), Then::Stay, now);
        }
        self.refused = Some(Refused::NoDate);
        Vec::new()
    }

    /// Why the last date was not taken.
    pub fn refused(&self) -> Option<Refused> {
        self.refused
    }
}
