//! The readiness screen: the chance of passing, why, and what raises it most.

mod words;

use super::super::content::Arrival;
use super::super::{App, Route};
use crate::deck::id::TrackId;
use crate::deck::track::{Track, TrackKind};
use crate::readiness::estimate::DomainEstimate;
use crate::readiness::evidence::Evidence;
use crate::readiness::gate::MARGIN;
use crate::readiness::{
    Action, Estimate, FEW_DRAWS, Gate, Outlook, actions, estimate, estimate_by,
};
use crate::study::{Booked, score_as_is};
use crate::time::{Day, Stamp};
use words::{missing_in_words, moved, unready};

/// The line goes back so many weeks.
const WEEKS: i32 = 8;

/// The readiness screen.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadinessView {
    /// The track.
    pub track: TrackId,
    /// Its name.
    pub name: String,
    /// How far the screen is.
    pub state: ReadinessState,
    /// What could not be stored, in words.
    pub save_error: Option<String>,
}

/// What the screen rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Basis {
    track: TrackId,
    facts: usize,
    items: usize,
    day: Day,
    booked: Option<Day>,
    planned: Option<u32>,
    arrival: Option<Arrival>,
    index: Arrival,
    is_saved: bool,
}

/// How far the screen is.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadinessState {
    /// The items are on their way.
    Loading,
    /// They didn't come; why.
    Failed(String),
    /// There is no such exam.
    Unknown,
    /// Here.
    Here(Box<Readiness>),
}

/// What is known of an exam.
#[derive(Clone, Debug, PartialEq)]
pub struct Readiness {
    /// First sightings of questions so far.
    pub firsts: usize,
    /// What is missing before anything can be told, in words; empty: nothing.
    pub missing: Vec<String>,
    /// The chance of passing, once there is evidence enough.
    pub chance: Option<Chance>,
    /// Timed mocks of new questions: day, percent, and whether they were above the cut and the margin.
    pub mocks: Vec<(String, u32, bool)>,
    /// Real exams that were sat: day, passed, score, and percent that was foretold on the day before, if it was.
    pub taken: Vec<(String, bool, Option<u16>, Option<u32>)>,
    /// Today, as `2026-12-31`, for a result.
    pub today: String,
    /// Whether it is a real exam.
    pub is_exam: bool,
}

/// The chance of passing. Percent.
#[derive(Clone, Debug, PartialEq)]
pub struct Chance {
    /// Today, with its range.
    pub today: Figure,
    /// On the day that is booked with the plan kept, and with no more study; with the day in words.
    pub booked: Option<(String, Option<Figure>, Figure)>,
    /// Whether the bar for "ready" is reached; if not, what is missing.
    pub ready: Result<(), Vec<String>>,
    /// Expected score, its interval, and the cut.
    pub score: (u32, u32, u32, u32),
    /// By domain.
    pub domains: Vec<DomainRow>,
    /// What raises it most.
    pub actions: Vec<ActionRow>,
    /// Week by week, the oldest first: the day in words and the chance with its range.
    pub trend: Vec<(String, Option<Figure>)>,
    /// What moved it since a week ago, in words.
    pub moved: Option<String>,
}

/// A chance and its range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Percent.
    pub percent: u32,
    /// ... from, to.
    pub range: (u32, u32),
}

/// One domain.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainRow {
    /// Number and name.
    pub name: String,
    /// Percent of the exam.
    pub weight: u8,
    /// Questions seen for the first time.
    pub firsts: usize,
    /// Expected percent right, from, to.
    pub share: (u32, u32, u32),
    /// Points of the score that it adds or costs against the cut, in tenths.
    pub tenths: i32,
    /// Its tasks: number and name, questions seen for the first time, expected percent right.
    pub tasks: Vec<(String, usize, u32)>,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionRow {
    /// The task.
    pub name: String,
    /// Minutes.
    pub minutes: u32,
    /// Points of percent that the chance rises by, in tenths.
    pub tenths: u32,
}

impl App {
    /// The screen of one exam's readiness; `None` on other screens.
    pub fn readiness_view(&self, now: Stamp) -> Option<ReadinessView> {
        let Route::Readiness(id) = &self.route else {
            return None;
        };
        let track = self.library.track(id.as_str());
        let state = match self.content.packs.get(id).map(|pack| &pack.arrival) {
            Some(Arrival::Here) => track.map_or(ReadinessState::Unknown, |track| {
                ReadinessState::Here(Box::new(self.readiness(track, now)))
            }),
            Some(Arrival::Failed(words)) => ReadinessState::Failed(words.clone()),
            Some(_) => ReadinessState::Loading,
            None if self.content.index == Arrival::Fetching => ReadinessState::Loading,
            None => self
                .content
                .index
                .failed()
                .map_or(ReadinessState::Unknown, ReadinessState::Failed),
        };
        Some(ReadinessView {
            track: id.clone(),
            name: self.deck_name(id),
            state,
            save_error: self.save_error().map(ToString::to_string),
        })
    }

    /// What the screen rests on: it is worked out anew when this changes, and not with every step that something else takes.
    pub fn readiness_basis(&self, now: Stamp) -> Option<Basis> {
        let Route::Readiness(id) = &self.route else {
            return None;
        };
        let booked = self.history.exams().find(|(track, _)| *track == id);
        let forecast = self
            .forecasts()
            .iter()
            .find(|forecast| forecast.exam.track == *id);
        Some(Basis {
            track: id.clone(),
            facts: self.history.ids().len(),
            items: self.library.asks().len(),
            day: self.history.day(now),
            booked: booked.map(|(_, day)| day),
            planned: forecast.map(|forecast| percent(forecast.planned)),
            arrival: self.content.packs.get(id).map(|pack| pack.arrival.clone()),
            index: self.content.index.clone(),
            is_saved: self.save_error().is_none(),
        })
    }

    fn readiness(&self, track: &Track, now: Stamp) -> Readiness {
        let today = self.history.day(now);
        let evidence = Evidence::of(&self.library, &self.history, track, now, today);
        let gate = Gate::of(&evidence, track);
        let taken = self.history.taken(&track.id).map(|taken| {
            let before = Evidence::of(&self.library, &self.history, track, now, taken.day.plus(-1));
            let foretold = matches!(Gate::of(&before, track), Gate::Open { .. });
            let foretold = foretold
                .then(|| percent(estimate(&before.observations, track, Outlook::TODAY).passing));
            (taken.day.short(), taken.is_passed, taken.score, foretold)
        });
        Readiness {
            firsts: evidence.total(),
            missing: match &gate {
                Gate::Closed(missing) => missing_in_words(missing),
                Gate::Open { .. } => Vec::new(),
            },
            chance: matches!(gate, Gate::Open { .. })
                .then(|| self.chance(track, &evidence, &gate, now)),
            mocks: evidence
                .mocks
                .iter()
                .map(|(day, share, cut)| {
                    (day.short(), percent(*share), share + 1e-9 >= cut + MARGIN)
                })
                .collect(),
            taken: taken.collect(),
            today: today.to_string(),
            is_exam: track.kind == TrackKind::Exam,
        }
    }

    fn chance(&self, track: &Track, evidence: &Evidence, gate: &Gate, now: Stamp) -> Chance {
        let found = estimate(&evidence.observations, track, Outlook::TODAY);
        let today = self.history.day(now);
        let trend: Vec<(String, Option<Figure>)> = (0..WEEKS)
            .rev()
            .map(|weeks| {
                let day = today.plus(-7 * weeks);
                (day.short(), week(track, evidence, day))
            })
            .collect();
        let before = trend.iter().rev().nth(1).and_then(|(_, figure)| *figure);
        Chance {
            today: figure(&found),
            booked: self.on_the_day(track, evidence, now),
            ready: if gate.is_ready(found.passing) {
                Ok(())
            } else {
                Err(unready(&found, gate))
            },
            score: (
                percent(found.score),
                percent(found.interval.0),
                percent(found.interval.1),
                percent(found.cut),
            ),
            domains: domain_rows(track, evidence, &found),
            actions: actions(&found, &self.library, track, 3)
                .iter()
                .map(action_row)
                .collect(),
            moved: before
                .map(|before| moved(before.percent, percent(found.passing), evidence, today)),
            trend,
        }
    }

    /// The chance on the day that is booked, with the plan kept and with no more study; with the day in words.
    pub(in super::super) fn on_the_day(
        &self,
        track: &Track,
        evidence: &Evidence,
        now: Stamp,
    ) -> Option<(String, Option<Figure>, Figure)> {
        let booked = crate::study::booked(&self.history, self.history.day(now));
        let exam = booked.into_iter().find(|exam| exam.track == track.id)?;
        let score = |left: usize| {
            let exam = Booked {
                left,
                ..exam.clone()
            };
            score_as_is(&self.library, &self.history, &exam, now)
        };
        let (known, as_is) = (score(0), score(exam.left));
        let figure_with = |then: f64| {
            figure(&estimate(
                &evidence.observations,
                track,
                Outlook { now: known, then },
            ))
        };
        let forecast = self
            .forecasts()
            .iter()
            .find(|forecast| forecast.exam.track == track.id);
        let planned = forecast.map(|forecast| figure_with(forecast.planned));
        Some((exam.day.short(), planned, figure_with(as_is)))
    }
}

/// The chance at the end of a day, by what was known then.
pub(in super::super) fn week(track: &Track, evidence: &Evidence, day: Day) -> Option<Figure> {
    let known = evidence.until(day);
    let is_open = matches!(Gate::of(&known, track), Gate::Open { .. });
    is_open.then(|| {
        let found = estimate_by(&known.observations, track, Outlook::TODAY, FEW_DRAWS);
        figure(&found)
    })
}

fn percent(share: f64) -> u32 {
    // Nothing is certain.
    (share * 100.0).round().clamp(1.0, 99.0) as u32
}

pub(in super::super) fn figure(of: &Estimate) -> Figure {
    Figure {
        percent: percent(of.passing),
        range: (percent(of.range.0), percent(of.range.1)),
    }
}

fn domain_rows(track: &Track, evidence: &Evidence, found: &Estimate) -> Vec<DomainRow> {
    let all = track.tasks().zip(&evidence.firsts).zip(&found.tasks);
    let all: Vec<_> = all.collect();
    let row = |of: &DomainEstimate| {
        let domain = &track.domains[of.domain];
        let own = all.iter().filter(|(((d, _), _), _)| d.id == domain.id);
        let tasks: Vec<(String, usize, u32)> = own
            .map(|(((_, task), firsts), share)| {
                let name = format!("{} {}", task.id, task.name);
                (name, **firsts, percent(**share))
            })
            .collect();
        DomainRow {
            name: format!("{} {}", domain.id, domain.name),
            weight: domain.weight,
            firsts: tasks.iter().map(|(_, firsts, _)| firsts).sum(),
            share: (
                percent(of.share),
                percent(of.interval.0),
                percent(of.interval.1),
            ),
            tenths: (of.weight * (of.share - found.cut) * 1_000.0).round() as i32,
            tasks,
        }
    };
    found.domains.iter().map(row).collect()
}

fn action_row(action: &Action) -> ActionRow {
    ActionRow {
        name: action.name.clone(),
        minutes: action.minutes.ceil() as u32,
        tenths: (action.gain * 1_000.0).round() as u32,
    }
}
