//! Mock exams in the program: drawing a form, the exam room, the end, and what comes after it.
//!
//! What was done in a sitting is in the log and nowhere else; here is only what is on the screen: which question, since when, and what
//! is being entered. One thing that happens may be several facts (handing in: an answer for each question): they are stored one after
//! another, and the sitting's end last, so that what was cut off can be handed in again.

pub(super) mod adaptive;
mod ending;
pub(super) mod entry;
mod room;

use super::content::Arrival;
use super::saving::Then;
use super::{App, Effect, Route};
use crate::deck::id::TrackId;
use crate::deck::version::version;
use crate::exam::{Pool, Request, Sitting, asked, assemble};
use crate::review::{Ending, Fact, FactId, Form, Place, Reason, Step, What};
use crate::time::Stamp;
pub use room::{Room, Seat};

/// What the learner does with mock exams.
#[derive(Clone, Debug, PartialEq)]
pub enum Exams {
    /// A form shall be drawn from this seed, and the sitting begins.
    Begun(TrackId, Request, u64),
    /// The sitting that is open is taken up again.
    Resumed,
    /// The clock is stopped.
    Paused,
    /// The sitting is given up.
    Abandoned,
    /// Another question, by its place.
    Went(usize),
    /// The next question, or the list after the last.
    Next,
    /// The question before.
    Back,
    /// The list of questions was opened or closed.
    ListToggled,
    /// The question is marked to look at again, or no longer.
    FlagToggled,
    /// An option is struck out or no longer, by its place on the screen.
    Struck(usize),
    /// Something was written beside the question.
    Noted(String),
    /// An answer was typed; nothing is sent by it.
    Entered(String),
    /// The answer shall be checked and shown now.
    Checked,
    /// It is handed in.
    Submitted,
    /// A second went by.
    Ticked,
    /// Why a question was missed.
    Tagged(usize, Option<Reason>),
    /// The learner marked a task: these criteria are met.
    Marked(usize, Vec<u16>),
    /// What was missed, and what belongs to it, shall be asked soon.
    Wanted,
    /// The real exam was sat on this day, as `2026-12-31`: passed or not, and the score if it was told.
    Took(TrackId, String, bool, Option<u16>),
}

/// What is on the screen of mock exams.
#[derive(Debug, Default)]
pub(super) struct ExamState {
    /// Why no form could be drawn, in words, and the longest that could be.
    pub(super) refused: Option<(TrackId, String, usize)>,
    /// The question at hand.
    pub(super) room: Option<Room>,
}

impl App {
    pub(super) fn exams(&mut self, event: Exams, now: Stamp) -> Vec<Effect> {
        if self.pending.is_some() {
            // What could not be stored comes first.
            return Vec::new();
        }
        match event {
            Exams::Begun(track, request, seed) => self.exam_begun(&track, &request, seed, now),
            Exams::Resumed => self.sitting_step(Step::Resumed, now),
            Exams::Paused => self.sitting_paused(now),
            Exams::Abandoned => self.sitting_step(Step::Ended(Ending::Abandoned), now),
            Exams::Submitted => self.sitting_over(Ending::Submitted, now),
            Exams::Ticked => self.sitting_ticked(now),
            Exams::Tagged(place, reason) => {
                self.sitting_step(Step::Tagged(place as u16, reason), now)
            }
            Exams::Marked(place, met) => self.task_marked(place, met, now),
            Exams::Wanted => self.misses_wanted(now),
            Exams::Took(track, day, is_passed, score) => {
                self.exam_taken(track, &day, is_passed, score, now)
            }
            other => self.in_room(other, now),
        }
    }

    /// A sitting's screen is left: the time on its question is kept.
    pub(super) fn leave_exam(&mut self, to: &Route, now: Stamp) -> Vec<Effect> {
        if self.route == *to || self.exam.room.is_none() || self.pending.is_some() {
            return Vec::new();
        }
        self.leave_room(now)
    }

    /// Another screen was opened: a sitting's needs its questions, and a list its track's.
    pub(super) fn exam_opened(&mut self, now: Stamp) -> Vec<Effect> {
        let track = match &self.route {
            Route::Exam(track) | Route::Readiness(track) | Route::Track(track) => track.clone(),
            Route::Sitting(id) => match self.history.sitting(*id) {
                Some((_, form, _)) => form.track.clone(),
                None => return Vec::new(),
            },
            _ => return Vec::new(),
        };
        let mut effects: Vec<Effect> = self.fetch(&track).into_iter().collect();
        effects.extend(self.exams(Exams::Ticked, now));
        effects
    }

    fn exam_begun(
        &mut self,
        track: &TrackId,
        request: &Request,
        seed: u64,
        now: Stamp,
    ) -> Vec<Effect> {
        self.exam.refused = None;
        let Some(of_track) = self.library.track(track.as_str()) else {
            return Vec::new();
        };
        let pool = Pool::of(&self.library, &self.history, of_track);
        match assemble(&pool, of_track, request, seed) {
            Ok(form) => {
                let asked = self.asked(&form, 0, &form.places);
                let effects = self.record(What::Sat(Box::new(form)), Then::Stay, now);
                let begun = effects.iter().find_map(|effect| match effect {
                    Effect::Append(fact) => Some(fact.id),
                    _ => None,
                });
                let queued = begun.map(|id| What::Sitting(id, asked));
                self.queue_more(queued);
                let go = begun.map(|id| Effect::Go(Route::Sitting(id)));
                effects.into_iter().chain(go).collect()
            }
            Err(few) => {
                self.exam.refused = Some((track.clone(), few.to_string(), few.longest));
                Vec::new()
            }
        }
    }

    /// The sitting whose screen is open.
    pub(super) fn sitting_here(&self) -> Option<Sitting> {
        match &self.route {
            Route::Sitting(id) => self.sitting(*id),
            _ => None,
        }
    }

    /// A sitting, with the items as they are.
    pub(super) fn sitting(&self, id: FactId) -> Option<Sitting> {
        Sitting::find(&self.history, id).map(|sitting| sitting.with(&self.library))
    }

    /// The versions of the items of these places, from one place on.
    pub(super) fn asked<'p>(
        &self,
        form: &Form,
        from: usize,
        places: impl IntoIterator<Item = &'p Place>,
    ) -> Step {
        let version = |(place, of): (usize, &Place)| {
            let ask = asked(&self.library, form, place, &of.item);
            ask.map_or(0, |(ask, _)| version(&ask.item.body))
        };
        let places = (from..).zip(places);
        Step::Asked(from as u16, places.map(version).collect())
    }

    fn sitting_step(&mut self, step: Step, now: Stamp) -> Vec<Effect> {
        let Route::Sitting(id) = self.route else {
            return Vec::new();
        };
        self.record_all(vec![What::Sitting(id, step)], now)
    }

    /// The last of some facts is stored: the screen is brought up to date.
    pub(super) fn exam_stored(&mut self, fact: &Fact, now: Stamp) -> Vec<Effect> {
        if matches!(
            fact.what,
            What::Sat(_) | What::Sitting(..) | What::Answered(_)
        ) {
            return self.sitting_ticked(now);
        }
        Vec::new()
    }

    /// Whether the questions of a track are here.
    pub(super) fn is_here(&self, track: &TrackId) -> bool {
        let pack = self.content.packs.get(track);
        pack.is_some_and(|pack| pack.arrival == Arrival::Here)
    }
}
