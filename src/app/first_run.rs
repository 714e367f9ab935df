//! The first run: what to study for, the day if it is booked, and the minutes there are; the first question follows at once.

use super::{App, Effect, Route, Storage};
use crate::deck::id::TrackId;
use crate::review::{Setting, What};
use crate::time::Stamp;

/// What a first visitor said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// The track.
    pub track: TrackId,
    /// The day of the exam as `2026-12-31`; empty where none is booked.
    pub day: String,
    /// Minutes a day.
    pub minutes: u16,
}

impl App {
    /// Keeps what was said, as far as it says something new, and opens the first session.
    pub(super) fn began(&mut self, beginning: &Beginning, now: Stamp) -> Vec<Effect> {
        if self.pending.is_some() || matches!(self.storage, Storage::Unusable(_)) {
            return Vec::new();
        }
        self.refused = None;
        let mut facts = Vec::new();
        if !beginning.day.trim().is_empty() {
            match self.bookable(&beginning.day, now) {
                Ok(day) => facts.push(What::Booked(beginning.track.clone(), Some(day))),
                Err(refused) => {
                    self.refused = Some(refused);
                    return Vec::new();
                }
            }
        }
        let minutes = beginning.minutes.min(1_440);
        let settings = self.history.settings();
        let other = (0..7).filter(|weekday| settings.minutes(*weekday) != minutes);
        facts.extend(other.map(|weekday| What::Set(Setting::Minutes(weekday, minutes))));
        let mut effects = self.record_all(facts, now);
        effects.push(Effect::Go(Route::Study(beginning.track.clone())));
        effects
    }

    /// Whether nothing was begun here as yet: no answer, no booking, no deck of the learner's own, no path.
    pub(super) fn is_first_run(&self) -> bool {
        self.history.records().next().is_none()
            && self.history.exams().next().is_none()
            && self.history.decks().next().is_none()
            && self.history.road().is_empty()
    }
}
