//! An adaptive exam in the room: the next question, or the end.

use super::super::{App, Effect};
use super::entry::complete;
use super::room::spent;
use crate::exam::adaptive::{Decision, draw, lengths};
use crate::exam::report::decision;
use crate::exam::score::marks;
use crate::exam::{self, Pool, Sitting};
use crate::review::{Ending, Step, What};
use crate::time::Stamp;

impl App {
    /// The next question of an adaptive exam, or its end. Steps that were left as they lay are an answer, too.
    pub(super) fn adaptive_next(&mut self, sitting: &Sitting, now: Stamp) -> Vec<Effect> {
        let Some(seat) = self.exam.room.as_ref().map(|room| &room.seat) else {
            return Vec::new();
        };
        let mut facts = self.left_seat(now);
        let mut sitting = sitting.clone();
        // A question whose item is gone is passed over.
        if let Some(asking) = &seat.asking {
            let Some(given) = complete(asking) else {
                return Vec::new();
            };
            let response = &mut sitting.questions[seat.place].response;
            if response.given.is_none() {
                response.given = Some(given);
                response.ms = spent(seat, now);
                let step = Step::Responded(seat.place as u16, response.clone());
                facts = vec![What::Sitting(sitting.id, step)];
            }
        }
        match self.adaptive_step(&sitting) {
            Some(next) => {
                facts.extend(next);
                self.record_all(facts, now)
            }
            None => self.close(&sitting, facts, Ending::Decided, now),
        }
    }

    /// What comes next in an adaptive exam; none: it is decided, or nothing is left to ask.
    pub(super) fn adaptive_step(&self, sitting: &Sitting) -> Option<Vec<What>> {
        let track = self.library.track(sitting.form.track.as_str())?;
        let marks = marks(sitting, &self.library, track);
        let (decision, ability) = decision(sitting, track, &marks);
        if decision != Decision::GoOn || sitting.questions.len() >= lengths(&sitting.form, track).1
        {
            return None;
        }
        let asked: Vec<_> = marks
            .iter()
            .map(|m| (sitting.questions[m.place].place.item.clone(), m.domain))
            .collect();
        let pool = Pool::of(&self.library, &self.history, track);
        let place = draw(&pool, track, &sitting.form, &asked, ability)?;
        let version = self.asked(&sitting.form, sitting.questions.len(), [&place]);
        let steps = [Step::Drawn(place), version];
        Some(steps.map(|step| What::Sitting(sitting.id, step)).into())
    }
}

/// Whether the questions are drawn as the answers come.
pub(in super::super) fn is_adaptive(app: &App, sitting: &Sitting) -> bool {
    let track = app.library.track(sitting.form.track.as_str());
    track.is_some_and(|track| exam::is_adaptive(track, sitting.form.kind))
}
