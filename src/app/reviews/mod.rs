//! Reviews in the program: what is read and worked out for them, step by step, and what the learner does with them. What the log says of
//! a period is never stored; the learner's notes and what was accepted are facts.

mod holding;
mod page;
mod reading;

use std::collections::{BTreeMap, BTreeSet};

use super::{App, Effect, Route};
use crate::review::{Answers, Done, FactId};
use crate::roadmap::proposal::{Need, PartKey};
use crate::roadmap::ritual::due;
use crate::roadmap::{Ritual, Span};
use crate::time::Stamp;
pub use page::ReviewPage;
use reading::{Look, Tally};

/// What happens around reviews.
#[derive(Clone, Debug, PartialEq)]
pub enum Reviewing {
    /// What the answers of these periods did was read from the log.
    Read(Vec<(Span, Done)>),
    /// The next step can be taken.
    WentOn,
    /// Something was written into the notes of a review; nothing is kept by it.
    Wrote((Ritual, Span), String),
    /// The notes of a review shall be kept.
    Noted((Ritual, Span), String),
    /// A part of the proposal shall be accepted (true) or left out.
    Chosen(PartKey, bool),
    /// The review that is open is held, and what is chosen of its proposal is accepted.
    Accepted,
    /// What was accepted last shall be as it was.
    TakenBack,
    /// These reviews are not wanted.
    Skipped(Vec<(Ritual, Span)>),
    /// Every review that was held is wanted as a file.
    ExportAsked,
}

/// The state of the reviews.
#[derive(Debug, Default)]
pub(super) struct Reviews {
    /// What the answers of periods did, and what these had answered when it was read.
    done: BTreeMap<Span, (Tally, Done)>,
    /// Whether the log is being read.
    is_reading: bool,
    /// What is known of each exam, as far as it is worked out.
    looks: Vec<Look>,
    /// Exams that want more minutes, as far as it is worked out; none for one that does not.
    needs: Vec<(reading::NeedBasis, Option<Need>)>,
    /// Whether the next step was asked for and has not come yet.
    is_asked: bool,
    /// Parts of the proposal that are left out.
    left_out: BTreeSet<PartKey>,
    /// What was written and is not kept yet, and of which review.
    draft: Option<((Ritual, Span), String)>,
    /// What was accepted last.
    undo: Option<Undo>,
    /// Whether everything is to be written to a file, as soon as it is worked out.
    is_exporting: bool,
    /// Counts what a page may show anew.
    turn: u32,
}

/// What was accepted, and can be taken back.
#[derive(Clone, Debug)]
struct Undo {
    ritual: Ritual,
    period: Span,
    facts: Vec<FactId>,
    /// Whether the notes were changed since.
    is_noted: bool,
}

impl Reviews {
    /// Counts what a page may show anew.
    pub(super) fn turn(&self) -> u32 {
        self.turn
    }

    /// Whether a part of the proposal is chosen: all are until they are left out.
    pub(super) fn is_chosen(&self, part: &PartKey) -> bool {
        !self.left_out.contains(part)
    }

    /// Whether everything is to be written to a file.
    pub(super) fn is_exporting(&self) -> bool {
        self.is_exporting
    }
}

/// What the answers among some facts of the log did in each of these periods; nights begin at `rollover` o'clock.
pub fn done_in(facts: Answers, periods: &[Span], rollover: u8) -> Vec<(Span, Done)> {
    let spans: Vec<_> = periods.iter().map(|of| (of.from, of.to)).collect();
    let done = facts.done(&spans, rollover);
    periods.iter().copied().zip(done).collect()
}

impl App {
    pub(super) fn reviewing(&mut self, event: Reviewing, now: Stamp) -> Vec<Effect> {
        // What is being written changes nothing that is drawn.
        if !matches!(event, Reviewing::Wrote(..)) {
            self.reviews.turn += 1;
        }
        match event {
            Reviewing::Read(done) => self.periods_read(done),
            Reviewing::WentOn => return self.reviews_on(now),
            Reviewing::Wrote(of, text) => self.reviews.draft = Some((of, text)),
            Reviewing::Noted(of, text) => return self.review_noted(of, text, now),
            Reviewing::Chosen(part, true) => {
                self.reviews.left_out.remove(&part);
            }
            Reviewing::Chosen(part, false) => {
                self.reviews.left_out.insert(part);
            }
            Reviewing::Accepted => return self.review_accepted(now),
            Reviewing::TakenBack => return self.review_taken_back(now),
            Reviewing::Skipped(which) => return self.reviews_skipped(which, now),
            Reviewing::ExportAsked => self.reviews.is_exporting = true,
        }
        Vec::new()
    }

    /// Reviews were opened: where there is a roadmap, its paths are wanted.
    pub(super) fn reviews_opened(&mut self) -> Vec<Effect> {
        self.roads_changed();
        self.roads_wanted()
    }

    /// A page of reviews is left, or another one opened: notes that were written are kept, and what was begun is over.
    pub(super) fn leave_review(&mut self, now: Stamp) -> Vec<Effect> {
        let kept = match self.reviews.draft.clone() {
            Some((of, text)) => self.review_noted(of, text, now),
            None => Vec::new(),
        };
        self.reviews.undo = None;
        self.reviews.left_out.clear();
        self.reviews.is_exporting = false;
        kept
    }

    /// The reviews that are due today.
    pub(super) fn due_reviews(&self, now: Stamp) -> Vec<(Ritual, Span)> {
        due(&self.road.roads, &self.history, self.history.day(now))
    }

    /// The review that is open.
    pub(super) fn review_here(&self) -> Option<(Ritual, Span)> {
        match self.route {
            Route::Reviews(ReviewPage::One(ritual, period)) => Some((ritual, period)),
            _ => None,
        }
    }

    /// Whether a proposal of this review can still be accepted: the period that it is for is not over.
    pub(super) fn is_live(&self, ritual: Ritual, period: Span, now: Stamp) -> bool {
        period == ritual.last(self.history.day(now))
    }
}
