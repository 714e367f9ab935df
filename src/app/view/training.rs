//! The part of the data screen about memory parameters: which hold, and what came of a training.

use super::super::{App, Step, Training};
use super::figures::{counted, grouped};
use crate::memory::trial::{LESSONS_MIN, Trial};
use crate::time::Stamp;

/// A training is offered once so many answers have come since the last one (tunable).
const ANSWERS_OFFERED: usize = 400;

/// Memory parameters, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrainingView {
    /// Which hold.
    pub holds: String,
    /// Whether those are the learner's own, so that the published ones can be had back.
    pub is_own: bool,
    /// The day of the learner's own that held before and can be had back.
    pub before: Option<String>,
    /// Why a training may be worth its time now.
    pub offer: Option<String>,
    /// How it stands with the training.
    pub shown: TrainingShown,
}

/// How it stands with the training.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrainingShown {
    /// There is none.
    Nothing,
    /// It is going on: steps done, and what is done now.
    Running(u32, String),
    /// It found something better, by so much, which can be taken up.
    Found(String),
    /// ... and it was taken up.
    InUse(String),
    /// It ended, and nothing changes; why.
    Ended(String),
}

impl App {
    /// The part of the data screen about memory parameters.
    pub fn training_view(&self) -> TrainingView {
        let trained = self.history().trained();
        let version = self.history().scheduler().parameters().version();
        let holds = match trained {
            None => format!(
                "The published parameters of FSRS-{version} hold, fitted to some 10,000 learners."
            ),
            Some(at) => {
                let day = self.history().day(at);
                let since = self.history().answers_after(day);
                let answers = self.history().answer_count().saturating_sub(since);
                format!(
                    "Parameters of your own hold, taken up on {} with {} in the log (FSRS-{version}).",
                    day.short(),
                    answers_in_words(answers)
                )
            }
        };
        let before = self.history().trained_before();
        let shown = self.training_shown();
        TrainingView {
            holds,
            is_own: trained.is_some(),
            before: before.map(|before| self.history().day(before.at).short()),
            offer: (shown == TrainingShown::Nothing)
                .then(|| self.training_offer())
                .flatten(),
            shown,
        }
    }

    fn training_shown(&self) -> TrainingShown {
        const AS_BEFORE: &str = "Nothing was changed.";
        match self.training() {
            Training::Idle => TrainingShown::Nothing,
            Training::Running(step) => {
                let place = step.done() + 1;
                let words = format!("Step {place} of {}: {}…", Step::COUNT, step.words());
                TrainingShown::Running(step.done(), words)
            }
            Training::Found(trial) if self.holds(&trial.parameters) => {
                TrainingShown::InUse(format!("{} They are in use now.", better(trial)))
            }
            Training::Found(trial) => TrainingShown::Found(better(trial)),
            Training::NotBetter(trial) => {
                TrainingShown::Ended(format!("{} {AS_BEFORE}", no_better(trial)))
            }
            Training::TooFew(lessons) => TrainingShown::Ended(format!(
                "Training needs {LESSONS_MIN} answers to items that you had answered on a day before; there are {lessons} so far. {AS_BEFORE}"
            )),
            Training::Failed(words) => TrainingShown::Ended(format!(
                "The training could not be done: {words}. {AS_BEFORE}"
            )),
            Training::Cancelled => {
                TrainingShown::Ended(format!("The training was stopped. {AS_BEFORE}"))
            }
        }
    }

    fn training_offer(&self) -> Option<String> {
        let last = self.history().last_training();
        let day_of = |at: Stamp| self.history().day(at);
        let since = last.map_or(self.history().answer_count(), |at| {
            self.history().answers_after(day_of(at))
        });
        let came = answers_in_words(since);
        (since >= ANSWERS_OFFERED).then(|| {
            if last.is_some() {
                format!("{came} have come since the last training: it may predict you better now.")
            } else {
                format!("{came} are here to learn from: training may predict you better.")
            }
        })
    }
}

fn answers_in_words(count: usize) -> String {
    counted(count as u64, "answer")
}

fn better(trial: &Trial) -> String {
    let tenths = ((trial.before - trial.after) / trial.before * 1_000.0).round() as u64;
    let by = match tenths {
        0 => "less than 0.1".to_owned(),
        _ => format!("{}.{}", tenths / 10, tenths % 10),
    };
    format!(
        "Trained on {}. On the {} newest, predictions are {by} % better (log loss {} instead of {}).",
        answers_in_words(trial.taught),
        grouped(trial.judged as u64),
        loss(trial.after),
        loss(trial.before)
    )
}

fn no_better(trial: &Trial) -> String {
    format!(
        "Trained on {}. On the {} newest, predictions are no better than with the parameters that hold (log loss {}, as against {}).",
        answers_in_words(trial.taught),
        grouped(trial.judged as u64),
        loss(trial.after),
        loss(trial.before)
    )
}

/// A loss to three places, in whole numbers, since printing floats takes several kilobytes of the module.
fn loss(loss: f64) -> String {
    let thousandths = (loss * 1_000.0).round() as u64;
    format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::Parameters;

    fn trial(before: f64, after: f64) -> Trial {
        Trial {
            parameters: Parameters::default(),
            taught: 4_812,
            judged: 1_203,
            before,
            after,
        }
    }

    #[test]
    fn figures_are_told_to_the_places_that_mean_something() {
        assert_eq!(
            better(&trial(0.425_2, 0.412)),
            "Trained on 4,812 answers. On the 1,203 newest, predictions are 3.1 % better (log loss 0.412 instead of 0.425)."
        );
        assert!(better(&trial(0.425, 0.424_9)).contains("less than 0.1 % better"));
        assert!(
            better(&trial(1.2, 0.6)).contains("50.0 % better (log loss 0.600 instead of 1.200)")
        );
        assert!(no_better(&trial(0.4, 0.41)).contains("(log loss 0.410, as against 0.400)"));
    }
}
