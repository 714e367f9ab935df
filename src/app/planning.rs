//! The plan in the program. It is made in steps, each short enough that the page can be used meanwhile: the planner, today's list, and on
//! the plan screen what the coming days hold and what to expect of each exam. It is made anew when the day, the bookings, the items or the memory parameters change.

use super::agenda::{Agenda, More};
use super::content::Arrival;
use super::view::Tomorrow;
use super::{App, Effect, Errand, Phase, ReviewPage, Route};
use crate::deck::library::Library;
use crate::memory::Parameters;
use crate::review::{Fact, History, Sighting, What};
use crate::study::{
    Booked, Costs, DayPlan, Draft, Forecast, Load, Occasion, Planner, Tables, Why, booked, loads,
};
use crate::time::{Day, Stamp};

/// One more helping of the plan, in seconds.
const MORE_SECONDS: f64 = 600.0;

/// The coming weeks are so many days.
const COMING_DAYS: usize = 28;

/// What a plan rests on.
#[derive(Clone, Debug, PartialEq)]
struct Basis {
    day: Day,
    exams: Vec<Booked>,
    parameters: Parameters,
    /// How many items are here: the learner's own answer times are those of items that are known.
    items: usize,
}

/// How far the plan is.
#[derive(Debug, Default)]
pub struct Planning {
    made: Option<Plan>,
    /// A planner without its list as yet.
    half: Option<Half>,
    /// What the last planner leaves to the next one.
    tables: Tables,
    /// What the coming days hold, from this day on with so many items; nothing once something has changed.
    coming: Option<(Day, usize, Vec<Load>)>,
    /// Whether the next step was asked for and has not come yet.
    asked: bool,
    /// Whether a fact of a row changed something, and the row goes on.
    is_stale: bool,
    /// Seconds that the learner wants beyond the minutes of a day.
    extra: Option<(Day, f64)>,
}

#[derive(Debug)]
struct Half {
    basis: Basis,
    planner: Planner,
    stage: Stage,
}

/// What a plan that is being made is at.
#[derive(Debug)]
enum Stage {
    /// The planner.
    Planner,
    /// The planner is whole; next is what may be asked today.
    Whole,
    /// What each of these seems worth.
    Drafting(Draft),
    /// The best of these.
    Drafted(Draft),
}

impl Half {
    /// Takes one step; the list after the last.
    fn go_on(
        &mut self,
        library: &Library,
        history: &History,
        now: Stamp,
        extra: f64,
    ) -> Option<DayPlan> {
        let planner = &mut self.planner;
        self.stage = match std::mem::replace(&mut self.stage, Stage::Whole) {
            Stage::Planner if planner.go_on() => Stage::Planner,
            Stage::Planner => Stage::Whole,
            Stage::Whole => Stage::Drafting(planner.draft(library, history, now, extra)),
            Stage::Drafting(mut draft) => {
                if draft.go_on(planner, library, history) {
                    Stage::Drafting(draft)
                } else {
                    Stage::Drafted(draft)
                }
            }
            Stage::Drafted(draft) => return Some(draft.day(planner, library, history, now)),
        };
        None
    }

    /// What may be asked has changed.
    fn changed(&mut self) {
        if !matches!(self.stage, Stage::Planner) {
            self.stage = Stage::Whole;
        }
    }
}

#[derive(Debug)]
struct Plan {
    basis: Basis,
    planner: Planner,
    today: DayPlan,
    /// What to expect of the exams, as far as it is worked out; nothing once something has changed.
    forecasts: Vec<Forecast>,
}

impl Plan {
    fn is_of(&self, deck: &str) -> bool {
        has(&self.basis.exams, deck)
    }
}

fn has(exams: &[Booked], deck: &str) -> bool {
    exams.iter().any(|exam| exam.track.as_str() == deck)
}

impl App {
    /// Asks for the next step of the plan, if one is left.
    pub(super) fn refresh_plan(&mut self, now: Stamp) -> Option<Effect> {
        let exams = booked(&self.history, self.history.day(now));
        let is_left = if exams.is_empty() {
            self.planning.made = None;
            self.planning.half = None;
            // What waited for a plan that nobody wants any more goes on without.
            self.session_planned(now);
            false
        } else if self.fits(&exams, now) {
            let made = self.planning.made.as_ref();
            let shows = matches!(
                self.route,
                Route::Start
                    | Route::Track(_)
                    | Route::Plan
                    | Route::Readiness(_)
                    | Route::Reviews(ReviewPage::One(..))
            );
            let has_all = made.is_some_and(|p| p.forecasts.len() >= exams.len());
            shows && (!has_all || self.wants_glance(now))
        } else {
            self.planning.made = None;
            // A plan without the items that are on their way would be made twice.
            !exams.iter().any(|exam| self.is_coming(exam))
        };
        let is_new = (is_left || self.wants_coming(now)) && !self.planning.asked;
        self.planning.asked |= is_new;
        is_new.then(|| Errand::Plan.into())
    }

    /// Takes the next step of the plan.
    pub(super) fn plan_on(&mut self, now: Stamp) -> Vec<Effect> {
        self.planning.asked = false;
        let day = self.history.day(now);
        if self.wants_coming(now) {
            let (library, history) = (&self.library, &self.history);
            let loads = loads(library, history, &self.costs(), now, COMING_DAYS);
            self.planning.coming = Some((day, library.asks().len(), loads));
            return Vec::new();
        }
        let exams = booked(&self.history, day);
        if self.fits(&exams, now) {
            if !self.forecast_next(now) {
                self.glance_on(now);
            }
            return Vec::new();
        }
        if exams.is_empty() || exams.iter().any(|exam| self.is_coming(exam)) {
            return Vec::new();
        }
        let basis = Basis {
            day,
            exams,
            parameters: self.history.scheduler().parameters().clone(),
            items: self.library.asks().len(),
        };
        let half = self.planning.half.take();
        let Some(mut half) = half.filter(|half| half.basis == basis) else {
            let tables = &self.planning.tables;
            let planner = Planner::begun(&self.history, self.costs(), now, tables);
            self.planning.half = Some(Half {
                basis,
                planner,
                stage: Stage::Planner,
            });
            return Vec::new();
        };
        let extra = self.extra_seconds(day);
        let Some(today) = half.go_on(&self.library, &self.history, now, extra) else {
            self.planning.half = Some(half);
            return Vec::new();
        };
        self.planning.tables = half.planner.tables();
        self.planning.made = Some(Plan {
            today,
            basis: half.basis,
            planner: half.planner,
            forecasts: Vec::new(),
        });
        self.session_planned(now);
        Vec::new()
    }

    /// Whether what the coming days hold is to be worked out: the screen shows it, and every item that is on its way is here.
    fn wants_coming(&self, now: Stamp) -> bool {
        let of = (self.history.day(now), self.library.asks().len());
        let known = self.planning.coming.as_ref().map(|c| (c.0, c.1));
        let mut packs = self.content.packs.values();
        matches!(self.route, Route::Start | Route::Plan)
            && known != Some(of)
            && self.content.index != Arrival::Fetching
            && !packs.any(|pack| pack.arrival == Arrival::Fetching)
    }

    /// What the coming days hold, if it is worked out.
    pub(super) fn coming(&self) -> Option<&[Load]> {
        let coming = self.planning.coming.as_ref();
        coming.map(|(_, _, loads)| loads.as_slice())
    }

    /// Works out what to expect of one more exam; whether one was left.
    fn forecast_next(&mut self, now: Stamp) -> bool {
        if let Some(made) = &mut self.planning.made
            && let Some(exam) = made.basis.exams.get(made.forecasts.len())
        {
            let (library, history) = (&self.library, &self.history);
            let forecast = made.planner.forecast(library, history, exam.clone(), now);
            made.forecasts.push(forecast);
            return true;
        }
        false
    }

    /// A session that waited for the plan goes on.
    fn session_planned(&mut self, now: Stamp) {
        let waits = |phase: &Phase| matches!(phase, Phase::Loading(Arrival::Fetching));
        let session = self.session.as_ref().filter(|s| waits(&s.phase));
        let deck = session.map(|session| session.deck.clone());
        let pack = deck.and_then(|deck| self.content.packs.get(&deck));
        if pack.is_some_and(|pack| pack.arrival == Arrival::Here) {
            self.advance(now);
        }
    }

    /// Whether the plan that was made still holds.
    fn fits(&self, exams: &[Booked], now: Stamp) -> bool {
        let fits = |plan: &Plan| {
            let basis = &plan.basis;
            basis.day == self.history.day(now)
                && basis.exams == exams
                && basis.parameters == *self.history.scheduler().parameters()
                && basis.items == self.library.asks().len()
        };
        self.planning.made.as_ref().is_some_and(fits)
    }

    /// Whether a track is booked and its plan is still to be made.
    pub(super) fn is_planning(&self, deck: &str, now: Stamp) -> bool {
        let exams = booked(&self.history, self.history.day(now));
        has(&exams, deck) && !self.fits(&exams, now)
    }

    /// Whether the items of an exam are on their way, or the list of tracks that says where they are.
    fn is_coming(&self, exam: &Booked) -> bool {
        let pack = self.content.packs.get(&exam.track);
        self.content.index == Arrival::Fetching
            || pack.is_some_and(|pack| pack.arrival == Arrival::Fetching)
    }

    fn extra_seconds(&self, day: Day) -> f64 {
        let extra = self.planning.extra.filter(|(of, _)| *of == day);
        extra.map_or(0.0, |(_, seconds)| seconds)
    }

    /// A fact was added to the history: an answer moves today's list on, anything else may change it.
    pub(super) fn plan_fact(&mut self, fact: &Fact, now: Stamp) {
        let is_last = !self.is_storing_more();
        // What is written or marked, and what lies on the roadmap, decides nothing that is asked. A booking is a fact of its own.
        let is_beside = matches!(
            fact.what,
            What::Road(_) | What::Noted(..) | What::Flagged(..)
        );
        if is_beside && !self.planning.is_stale {
            return;
        }
        self.planning.coming = None;
        self.planning.is_stale = !is_last;
        match (&mut self.planning.made, &fact.what) {
            (Some(made), What::Answered(answer)) => {
                let seconds = f64::from(answer.ms) / 1_000.0;
                made.today.answered(&answer.item, answer.grade, seconds);
                made.forecasts.clear();
            }
            // What happens in a sitting changes no plan before its answers do.
            (_, What::Sat(_) | What::Sitting(..) | What::Took(..)) => {}
            // Of many facts in a row the last one makes the list anew.
            _ if is_last => self.plan_today(now),
            _ => {}
        }
    }

    /// Makes today's list anew.
    pub(super) fn plan_today(&mut self, now: Stamp) {
        self.planning.coming = None;
        let extra = self.extra_seconds(self.history.day(now));
        if let Some(half) = &mut self.planning.half {
            half.changed();
        }
        if let Some(made) = &mut self.planning.made {
            let (library, history) = (&self.library, &self.history);
            made.today = made.planner.day_with(library, history, now, extra);
            made.forecasts.clear();
        }
    }

    /// More is wanted than the minutes of the day; whether the plan gives it.
    pub(super) fn plan_more(&mut self, deck: &str, now: Stamp) -> bool {
        let Some(made) = self.planning.made.as_ref().filter(|p| p.is_of(deck)) else {
            return false;
        };
        // What was used beyond the minutes is not counted against what is wanted now.
        let short = (-made.today.seconds_left).max(0.0);
        let day = made.basis.day;
        self.planning.extra = Some((day, self.extra_seconds(day) + MORE_SECONDS + short));
        self.plan_today(now);
        true
    }

    /// The learner's own times, from the answers of the last days.
    pub(super) fn costs(&self) -> Costs {
        let mut costs = Costs::default();
        for (id, record) in self.history.unsettled() {
            let Some(ask) = self.library.ask(id) else {
                continue;
            };
            for past in record.recent() {
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
        let planning = self.planning.made.as_ref().filter(|p| p.is_of(deck))?;
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
        let planning = self.planning.made.as_ref()?;
        let mut exams = planning.basis.exams.iter();
        let exam = exams.find(|exam| exam.track.as_str() == deck)?;
        let tomorrow = planning.basis.day.plus(1);
        if exam.day == tomorrow {
            return Some(Tomorrow::Exam);
        }
        let minutes = self.history.seconds_on(tomorrow) / 60.0;
        Some(Tomorrow::Minutes(minutes.round() as u32))
    }

    /// What to expect of the booked exams, as far as it is worked out.
    pub(super) fn forecasts(&self) -> &[Forecast] {
        let made = self.planning.made.as_ref();
        made.map_or(&[], |made| &made.forecasts)
    }
}
