//! The screen of a track: its blueprint with its weights, how far each task is known, and where that leads.

use super::super::content::Arrival;
use super::super::{App, Refused, Route};
use super::exams::SittingRow;
use super::plan::ExamRow;
use super::start::{facts, notice};
use crate::deck::id::TrackId;
use crate::deck::library::Ask;
use crate::deck::track::{Domain, Track, TrackKind};
use crate::exam::Sitting;
use crate::roadmap::weak::recall;
use crate::time::{Day, Stamp};

/// So many of the weakest tasks are named.
const WEAKEST: usize = 3;

/// The screen of a track.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackView {
    /// Its id.
    pub id: TrackId,
    /// What is shown.
    pub shown: TrackShown,
}

/// What the screen of a track shows.
#[derive(Clone, Debug, PartialEq)]
pub enum TrackShown {
    /// Its items are on their way.
    Loading,
    /// They didn't come; why.
    Failed(String),
    /// There is no such track.
    Unknown,
    /// The track.
    Here(Box<TrackPage>),
}

/// A track with what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackPage {
    /// Its name.
    pub name: String,
    /// Vendor, code and facts of the exam in one line.
    pub facts: String,
    /// Something to know before booking: the exam ends, say.
    pub notice: Option<String>,
    /// All together.
    pub all: Known,
    /// Its domains, in the order of the blueprint.
    pub domains: Vec<DomainKnown>,
    /// The tasks on which most of the exam is not known yet: number, name, and percent of the exam that is missing.
    pub weakest: Vec<(String, String, f64)>,
    /// Its mock exams, the last one first.
    pub sittings: Vec<SittingRow>,
    /// The drills that its exam asks for: id and name.
    pub drills: Vec<(&'static str, &'static str)>,
}

/// The booking of an exam on the screen of its track.
#[derive(Clone, Debug, PartialEq)]
pub struct BookingView {
    /// The day, and what to expect.
    pub row: ExamRow,
    /// Why the last date was not taken.
    pub refused: Option<&'static str>,
    /// What could not be stored, in words.
    pub save_error: Option<String>,
}

/// How far something is known.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Known {
    /// Items.
    pub items: usize,
    /// Those that were answered at least once.
    pub seen: usize,
    /// The share that would be remembered today, 0 to 1; items never seen count nothing.
    pub share: f64,
}

/// A domain.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainKnown {
    /// Its number.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Percent of the exam.
    pub weight: u8,
    /// How far it is known.
    pub known: Known,
    /// Its tasks: number, name, how far each is known.
    pub tasks: Vec<(String, String, Known)>,
}

impl Known {
    /// Items with the share of each that is remembered; none: never seen.
    pub(in crate::app) fn of(items: &[Option<f64>]) -> Self {
        let seen = items.iter().flatten();
        // An empty sum of floats is -0, which reads badly.
        let recalled = seen.clone().fold(0.0, |sum, recall| sum + recall);
        Self {
            items: items.len(),
            seen: seen.count(),
            share: recalled / items.len().max(1) as f64,
        }
    }
}

/// What the blueprint of a track rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackBasis {
    track: TrackId,
    facts: usize,
    items: usize,
    day: Day,
    arrival: Option<Arrival>,
    index: Arrival,
}

impl App {
    /// What the screen of a track rests on, apart from its booking; `None` on other screens.
    pub fn track_basis(&self, now: Stamp) -> Option<TrackBasis> {
        let Route::Track(id) = &self.route else {
            return None;
        };
        Some(TrackBasis {
            track: id.clone(),
            facts: self.history.ids().len(),
            items: self.library.asks().len(),
            day: self.history.day(now),
            arrival: self.content.packs.get(id).map(|pack| pack.arrival.clone()),
            index: self.content.index.clone(),
        })
    }

    /// The booking of the track whose screen is open; `None` on other screens, and for what is no exam.
    pub fn booking_view(&self, now: Stamp) -> Option<BookingView> {
        let Route::Track(id) = &self.route else {
            return None;
        };
        let track = self.library.track(id.as_str())?;
        (track.kind == TrackKind::Exam).then(|| BookingView {
            row: self.exam_row(track, now),
            refused: self.refused().map(Refused::words),
            save_error: self.save_error().map(ToString::to_string),
        })
    }

    /// The screen of a track; `None` on other screens.
    pub fn track_view(&self, now: Stamp) -> Option<TrackView> {
        let Route::Track(id) = &self.route else {
            return None;
        };
        Some(TrackView {
            id: id.clone(),
            shown: self.track_shown(id, now),
        })
    }

    fn track_shown(&self, id: &TrackId, now: Stamp) -> TrackShown {
        let pack = self.content.packs.get(id);
        let arrival = pack.map(|pack| &pack.arrival);
        let failed = self
            .content
            .index
            .failed()
            .or_else(|| arrival.and_then(Arrival::failed));
        match (self.library.track(id.as_str()), failed) {
            (_, Some(words)) => TrackShown::Failed(words),
            (Some(track), None) if arrival != Some(&Arrival::Fetching) => {
                TrackShown::Here(Box::new(self.track_page(track, now)))
            }
            (None, None) if self.content.index == Arrival::Here => TrackShown::Unknown,
            _ => TrackShown::Loading,
        }
    }

    fn track_page(&self, track: &Track, now: Stamp) -> TrackPage {
        let today = self.history.day(now);
        let domains: Vec<DomainKnown> = track
            .domains
            .iter()
            .map(|domain| self.domain_known(track, domain, today))
            .collect();
        // By the exam's weights: what one would score if it asked just these items.
        let weighted = |of: &DomainKnown| of.known.share * f64::from(of.weight) / 100.0;
        let all = Known {
            items: domains.iter().map(|d| d.known.items).sum(),
            seen: domains.iter().map(|d| d.known.seen).sum(),
            share: domains.iter().map(weighted).sum(),
        };
        let tasks = domains.iter().flat_map(|domain| &domain.tasks);
        let missing = tasks.map(|(id, name, known)| {
            let percent = track.weight_of(id) * (1.0 - known.share) * 100.0;
            (id.clone(), name.clone(), percent)
        });
        let mut weakest: Vec<_> = missing.collect();
        weakest.sort_by(|a, b| b.2.total_cmp(&a.2));
        weakest.truncate(WEAKEST);
        let is_exam = track.kind == TrackKind::Exam;
        let origin = if is_exam {
            format!("{} · {} · ", track.vendor, track.code)
        } else {
            String::new()
        };
        let sittings = Sitting::all(&self.history)
            .into_iter()
            .filter(|s| s.form.track == track.id);
        TrackPage {
            name: track.short.clone(),
            facts: format!("{origin}{}", facts(track)),
            notice: notice(track),
            all,
            weakest,
            domains,
            sittings: sittings.map(|sitting| self.sitting_row(&sitting)).collect(),
            drills: self.drills_of(&track.id),
        }
    }

    fn domain_known(&self, track: &Track, domain: &Domain, today: Day) -> DomainKnown {
        let mut all = Vec::new();
        let tasks = domain.tasks.iter().map(|task| {
            let serves = |ask: &&Ask| {
                ask.tasks
                    .iter()
                    .any(|of| of.track == track.id && of.task == task.id)
            };
            let asks = self.library.asks().iter().filter(serves);
            let recalls: Vec<Option<f64>> = asks
                .map(|ask| recall(&self.history, &ask.id, today))
                .collect();
            all.extend(recalls.iter().copied());
            (task.id.clone(), task.name.clone(), Known::of(&recalls))
        });
        let tasks: Vec<_> = tasks.collect();
        DomainKnown {
            id: domain.id.clone(),
            name: domain.name.clone(),
            weight: domain.weight,
            known: Known::of(&all),
            tasks,
        }
    }
}
