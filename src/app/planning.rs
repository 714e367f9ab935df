//! The plan in the program: the planner is made anew when the day, the bookings or the memory parameters change.

use super::agenda::Agenda;
use super::saving::Then;
use super::{App, Effect};
use crate::deck::id::TrackId;
use crate::memory::Parameters;
use crate::review::{Sighting, What};
use crate::study::{Booked, Costs, Forecast, Occasion, Planner, Why, booked};
use crate::time::{Day, Stamp};

/// The planner, and what it was made for.
#[derive(Debug)]
pub struct Planning {
    day: Day,
    exams: Vec<Booked>,
    parameters: Parameters,
    planner: Planner,
}

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
    /// Makes the planner anew if what it rests on has changed.
    pub(super) fn refresh_plan(&mut self, now: Stamp) {
        let day = self.history.day(now);
        let exams = booked(&self.history, day);
        let parameters = self.history.scheduler().parameters();
        let fits = |p: &Planning| p.day == day && p.exams == exams && p.parameters == *parameters;
        if self.planning.as_ref().is_some_and(fits) {
            return;
        }
        self.planning = (!exams.is_empty()).then(|| Planning {
            day,
            parameters: parameters.clone(),
            planner: Planner::of(&self.history, self.costs(), now),
            exams,
        });
    }

    /// The learner's own times, from the answers of the last days.
    fn costs(&self) -> Costs {
        let mut costs = Costs::default();
        for ask in self.library.asks() {
            let recent = self.history.of(&ask.id).map_or(&[][..], |r| r.recent());
            for past in recent {
                let occasion = match past.sighting {
                    Sighting::First => Occasion::First,
                    Sighting::Repeated => Occasion::Later,
                };
                costs.learn(ask.item.body.kind(), occasion, past.grade, past.ms);
            }
        }
        costs
    }

    /// What the plan holds for a track today; `None` where nothing is booked for it.
    pub(super) fn planned(&self, deck: &str, now: Stamp) -> Option<Agenda> {
        let planning = self.planning.as_ref()?;
        planning
            .exams
            .iter()
            .find(|exam| exam.track.as_str() == deck)?;
        let day = planning.planner.day(&self.library, &self.history, now);
        let day = day.of_deck(&self.library, deck);
        let new = day.entries.iter().filter(|e| e.why == Why::New).count();
        Some(Agenda {
            next: day.next(),
            due: day.entries.len() - new,
            new,
            relearn: day.relearning(),
            later: 0,
            minutes_left: Some((day.seconds_left / 60.0).round() as u32),
        })
    }

    /// What to expect of each exam.
    pub fn forecasts(&self, now: Stamp) -> Vec<Forecast> {
        let planning = self.planning.as_ref();
        planning.map_or_else(Vec::new, |planning| {
            planning
                .planner
                .forecasts(&self.library, &self.history, now)
        })
    }

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
