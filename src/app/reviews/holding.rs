//! Holding a review: notes that are kept, what is accepted, taken back, or not wanted. Each is a fact.

use super::super::{App, Effect};
use super::Undo;
use crate::deck::track::Track;
use crate::review::{FactId, What};
use crate::roadmap::digest::Time;
use crate::roadmap::pace::Pace;
use crate::roadmap::proposal::{Basis, Part};
use crate::roadmap::weak::{Weak, weakest};
use crate::roadmap::{Review, Ritual, RoadFact, Span};
use crate::study::booked;
use crate::time::Stamp;

/// So many of the weakest tasks are told of.
const WEAKEST: usize = 3;

/// Notes have at most so many characters: some pages.
pub(in crate::app) const NOTES_MAX: usize = 20_000;

impl App {
    /// What is kept of a review; nothing is there before it is held.
    pub(in crate::app) fn review_of(&self, ritual: Ritual, period: Span) -> Review {
        let held = self.road.roads.review(ritual, period);
        held.map_or_else(
            || Review {
                ritual,
                period,
                notes: String::new(),
                accepted: Vec::new(),
            },
            |(_, review)| review.clone(),
        )
    }

    /// The notes of a review as they are written, kept or not.
    pub(in crate::app) fn review_notes(&self, ritual: Ritual, period: Span) -> String {
        match &self.reviews.draft {
            Some((of, text)) if *of == (ritual, period) => text.clone(),
            _ => self.review_of(ritual, period).notes,
        }
    }

    /// Keeps the notes of a review. While something else is being stored they wait.
    pub(super) fn review_noted(
        &mut self,
        of: (Ritual, Span),
        text: String,
        now: Stamp,
    ) -> Vec<Effect> {
        let (ritual, period) = of;
        if self.pending.is_some() {
            self.reviews.draft = Some((of, text));
            return Vec::new();
        }
        self.reviews.draft = None;
        let notes: String = text.trim().chars().take(NOTES_MAX).collect();
        let review = self.review_of(ritual, period);
        if review.notes == notes {
            return Vec::new();
        }
        if let Some(undo) = &mut self.reviews.undo {
            undo.is_noted |= (undo.ritual, undo.period) == (ritual, period);
        }
        let review = Review { notes, ..review };
        self.record_all(vec![fact(&RoadFact::Reviewed(review))], now)
    }

    /// The weakest tasks of the exams that are booked, or where none is, of the tracks that were studied in the period.
    pub(in crate::app) fn weakest(&self, period: Span, now: Stamp) -> Vec<Weak> {
        let today = self.history.day(now);
        let exams = booked(&self.history, today);
        let track = |id: &str| self.library.track(id);
        let mut tracks: Vec<&Track> = exams
            .iter()
            .filter_map(|exam| track(exam.track.as_str()))
            .collect();
        if tracks.is_empty() {
            let times = self.history.times(period.from, period.to);
            let mut ids: Vec<&str> = times.values().flat_map(|day| day.keys().copied()).collect();
            ids.sort_unstable();
            ids.dedup();
            tracks = ids.into_iter().filter_map(track).collect();
        }
        weakest(&self.library, &self.history, &tracks, today, WEAKEST)
    }

    /// What a review proposes.
    pub(in crate::app) fn proposal(&self, ritual: Ritual, period: Span, now: Stamp) -> Vec<Part> {
        if !self.is_offered(ritual, period, now) {
            return Vec::new();
        }
        let today = self.history.day(now);
        let time = Time::of(&self.history, &self.road.roads, period, today);
        let standing = (!self.road.roads.laid().is_empty()).then(|| self.standing(now));
        let pace = Pace::of(&[], 0.0);
        let road = match &standing {
            Some(standing) => (standing.exams.as_slice(), &standing.pace),
            None => (&[][..], &pace),
        };
        let basis = Basis {
            history: &self.history,
            library: &self.library,
            minutes: (time.studied(), time.planned()),
            weak: &self.weakest(period, now),
            road,
            needs: &self.needs(now),
            today,
        };
        basis.parts()
    }

    /// The review that is open is held: what is chosen of its proposal happens, and then it is noted in words.
    pub(super) fn review_accepted(&mut self, now: Stamp) -> Vec<Effect> {
        let Some((ritual, period)) = self.review_here() else {
            return Vec::new();
        };
        if self.pending.is_some() || !self.is_offered(ritual, period, now) {
            return Vec::new();
        }
        let review = self.review_of(ritual, period);
        if !review.accepted.is_empty() {
            return Vec::new();
        }
        let mut parts = self.proposal(ritual, period, now);
        parts.retain(|part| !self.reviews.left_out.contains(&part.key));
        let review = Review {
            notes: self.review_notes(ritual, period).trim().to_owned(),
            accepted: parts.iter().map(|part| part.what.clone()).collect(),
            ..review
        };
        let mut facts: Vec<What> = parts.into_iter().flat_map(|part| part.facts).collect();
        facts.push(fact(&RoadFact::Reviewed(review)));
        self.reviews.draft = None;
        self.reviews.undo = Some(Undo {
            ritual,
            period,
            facts: self.names_of_next(facts.len()),
            is_noted: false,
        });
        self.record_all(facts, now)
    }

    /// The names of the facts that come next.
    fn names_of_next(&self, count: usize) -> Vec<FactId> {
        let writer = self.writer;
        let numbers = (self.next_number..).take(count);
        numbers.map(|number| FactId { writer, number }).collect()
    }

    /// What was accepted is taken back. Notes that were written since stay.
    pub(super) fn review_taken_back(&mut self, now: Stamp) -> Vec<Effect> {
        if self.pending.is_some() {
            return Vec::new();
        }
        let Some(undo) = self.reviews.undo.take() else {
            return Vec::new();
        };
        let mut facts: Vec<What> = undo.facts.into_iter().map(What::Undone).collect();
        if undo.is_noted {
            let review = Review {
                accepted: Vec::new(),
                ..self.review_of(undo.ritual, undo.period)
            };
            facts.push(fact(&RoadFact::Reviewed(review)));
        }
        self.record_all(facts, now)
    }

    /// Whether what a review accepted can be taken back.
    pub(in crate::app) fn can_take_back(&self, ritual: Ritual, period: Span) -> bool {
        let undo = self.reviews.undo.as_ref();
        undo.is_some_and(|undo| (undo.ritual, undo.period) == (ritual, period))
    }

    pub(super) fn reviews_skipped(
        &mut self,
        which: Vec<(Ritual, Span)>,
        now: Stamp,
    ) -> Vec<Effect> {
        if self.pending.is_some() {
            return Vec::new();
        }
        let skipped = |(ritual, period)| fact(&RoadFact::Skipped(ritual, period));
        self.record_all(which.into_iter().map(skipped).collect(), now)
    }
}

fn fact(of: &RoadFact) -> What {
    What::Road(of.to_text())
}
