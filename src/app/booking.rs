//! Booking exams and days off.

use super::App;
#[cfg(feature = "whole")]
use super::{Effect, saving::Then};
#[cfg(feature = "whole")]
use crate::deck::id::TrackId;
#[cfg(feature = "whole")]
use crate::review::{Setting, What};
use crate::time::{Day, Stamp};

/// Nobody books an exam further ahead than ten years.
const FAR_DAYS: i32 = 3_660;

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
    /// The day that was entered, if an exam can be booked for it.
    pub(super) fn bookable(&self, text: &str, now: Stamp) -> Result<Day, Refused> {
        let today = self.history.day(now);
        match Day::parse(text) {
            None => Err(Refused::NoDate),
            Some(day) if day <= today => Err(Refused::Past),
            Some(day) if day.since(today) > FAR_DAYS => Err(Refused::Far),
            Some(day) => Ok(day),
        }
    }

    #[cfg(feature = "whole")]
    pub(super) fn booked(&mut self, track: TrackId, text: &str, now: Stamp) -> Vec<Effect> {
        match self.bookable(text, now) {
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

    #[cfg(feature = "whole")]
    pub(super) fn unbooked(&mut self, track: TrackId, now: Stamp) -> Vec<Effect> {
        self.refused = None;
        self.record(What::Booked(track, None), Then::Stay, now)
    }

    #[cfg(feature = "whole")]
    pub(super) fn day_off(&mut self, text: &str, off: bool, now: Stamp) -> Vec<Effect> {
        if let Some(day) = Day::parse(text) {
            self.refused = None;
            return self.record(What::DayOff(day, off), Then::Stay, now);
        }
        self.refused = Some(Refused::NoDate);
        Vec::new()
    }

    /// The same minutes for every weekday that has some; for all of them where none has.
    #[cfg(feature = "whole")]
    pub(super) fn minutes_chosen(&mut self, minutes: u16, now: Stamp) -> Vec<Effect> {
        let settings = self.history.settings();
        let is_idle = (0..7).all(|day| settings.minutes(day) == 0);
        let days = (0..7).filter(|day| {
            let has = settings.minutes(*day);
            has != minutes && (has > 0 || is_idle)
        });
        let facts = days.map(|day| What::Set(Setting::Minutes(day, minutes.min(1_440))));
        let facts = facts.collect();
        self.record_all(facts, now)
    }

    /// Why the last date was not taken.
    pub fn refused(&self) -> Option<Refused> {
        self.refused
    }
}
