//! The work of a training, done beside the page: from the texts of both copies of the log to what came of it.

use serde::{Deserialize, Serialize};

use super::super::beside::{LogTexts, answers_of};
use super::{Report, Step};
use crate::memory::Parameters;
use crate::memory::trial::{LESSONS_MIN, trial};

/// At most so many of the newest lessons are learned from (tunable). More of them change little and take memory that a phone lacks.
const LESSONS_MAX: usize = 200_000;

/// What a training has to know of the log beside its texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Held {
    /// The parameters that hold, which the trained ones have to beat.
    pub parameters: Parameters,
    /// The hour at which a study day begins.
    pub rollover: u8,
}

/// Trains on a log. `tell` hears of each step as it begins; what came of it is given.
pub fn learn(log: LogTexts, held: &Held, mut tell: impl FnMut(Report)) -> Report {
    tell(Report::At(Step::Reading));
    let answers = match answers_of(log) {
        Ok(answers) => answers,
        Err(error) => return Report::Failed(error.to_string()),
    };
    let lessons = answers.lessons(held.rollover, LESSONS_MAX);
    if lessons.len() < LESSONS_MIN {
        return Report::TooFew(lessons.len());
    }
    let steps = [Step::Learning, Step::Judging, Step::LearningAll];
    let found = trial(&lessons, &held.parameters, |done, _| {
        if let Some(step) = steps.get(done as usize) {
            tell(Report::At(*step));
        }
    });
    match found {
        Ok(Some(trial)) => Report::Done(trial),
        Ok(None) => Report::TooFew(lessons.len()),
        Err(error) => Report::Failed(error.to_string()),
    }
}
