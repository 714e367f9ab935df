//! The plan in the program: the planner is made anew when the day, the bookings or the memory parameters change.

use super::agenda::{Agenda, More};
use super::content::Arrival;
use super::saving::Then;
use super::view::Tomorrow;
use super::{App, Effect};
use crate::deck::id::TrackId;
use crate::memory::Parameters;
use crate::review::{Fact, Sighting, What};
use crate::study::{Booked, Costs, DayPlan, Forecast, Occasion, Planner, Why, booked};
use crate::time::{Day, Stamp};

/// One more helping of the plan, in seconds.
const MORE_SECONDS: f64 = 600.0;

/// The planner, what it was made for, and today's list.
#[derive(Debug)]
pub struct Planning {
    day: Day,
    exams: Vec<Booked>,
    parameters: Parameters,
    /// How many items were known: the learner's own answer times are those of known items.
    items: usize,
    planner: Planner,
    today: DayPlan,
    /// Seconds that the learner wants beyond the minutes of the day.
    extra: f64,
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

impl Planning {
    fn is_of(&self, deck: &str) -> bool {
        self.exams.iter().any(|exam| exam.track.as_str() == deck)
    }
}

impl App {
    /// Makes the planner anew if what it rests on has changed.
    pub(super) fn refresh_plan(&mut self, now: Stamp) {
        let day = self.history.day(now);
        let exams = booked(&self.history, day);
        let parameters = self.history.scheduler().parameters();
        let items = self.library.asks().len();
        let fits = |p: &Planning| {
            p.day == day && p.exams == exams && p.parameters == *parameters && p.items == items
        };
        if self.planning.as_ref().is_some_and(fits) || exams.iter().any(|e| self.is_coming(e)) {
            return;
        }
        let before = self.planning.take();
        if exams.is_empty() {
            return;
        }
        let planner = Planner::of(&self.history, self.costs(), now);
        let extra = before.filter(|p| p.day == day).map_or(0.0, |p| p.extra);
        self.planning = Some(Planning {
            day,
            parameters: parameters.clone(),
            items,
            today: planner.day_with(&self.library, &self.history, now, extra),
            planner,
            exams,
            extra,
        });
    }

    /// Whether the items of an exam are on their way: a plan without them would be made twice.
    fn is_coming(&self, exam: &Booked) -> bool {
        let pack = self.content.packs.get(&exam.track);
        pack.is_some_and(|pack| pack.arrival == Arrival::Fetching)
    }

    /// A fact was added to the history: an answer moves today's list on, anything else may change it.
    pub(super) fn plan_fact(&mut self, fact: &Fact, now: Stamp) {
        match (&mut self.planning, &fact.what) {
            (Some(planning), What::Answered(answer)) => {
                let seconds = f64::from(answer.ms) / 1_000.0;
                planning.today.answered(&answer.item, answer.grade, seconds);
            }
            _ => self.plan_today(now),
        }
    }

    /// Makes today's list anew.
    pub(super) fn plan_today(&mut self, now: Stamp) {
        if let Some(planning) = &mut self.planning {
            let (library, history) = (&self.library, &self.history);
            planning.today = planning
                .planner
                .day_with(library, history, now, planning.extra);
        }
    }

    /// More is wanted than the minutes of the day; whether the plan gives it.
    pub(super) fn plan_more(&mut self, deck: &str, now: Stamp) -> bool {
        let Some(planning) = self.planning.as_mut().filter(|p| p.is_of(deck)) else {
            return false;
        };
        // What was used beyond the minutes is not counted against what is wanted now.
        let short = (-planning.today.seconds_left).max(0.0);
        planning.extra += MORE_SECONDS + short;
        self.plan_today(now);
        true
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
    pub(super) fn planned(&self, deck: &str) -> Option<Agenda> {
        let planning = self.planning.as_ref().filter(|p| p.is_of(deck))?;
        let today = planning.today.clone().of_deck(&self.library, deck);
        let new = today.entries.iter().filter(|e| e.why == Why::New).count();
        Some(Agenda {
            next: today.next(),
            due: today.entries.len() - new,
            new,
            relearn: today.relearning(),
            more: if today.entries.is_empty() && today.beyond() == 0 {
                More::Nothing
            } else {
                More::Minutes
            },
        })
    }

    /// What the plan has for tomorrow, if something is planned for this track.
    pub(super) fn planned_tomorrow(&self, deck: &str) -> Option<Tomorrow> {
        let planning = self.planning.as_ref()?;
        let mut exams = planning.exams.iter();
        let exam = exams.find(|exam| exam.track.as_str() == deck)?;
        let tomorrow = planning.day.plus(1);
        if exam.day == tomorrow {
            return Some(Tomorrow::Exam);
        }
        let minutes = self.history.seconds_on(tomorrow) / 60.0;
        Some(Tomorrow::Minutes(minutes.round() as u32))
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
