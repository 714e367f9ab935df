//! Memory parameters from the learner's own answers: they are trained beside the page, tried on the newest answers, and hold only
//! if they predicted those better and the learner wants them. What holds is a fact of the log; here is only what came of the last
//! training.

mod work;

use serde::{Deserialize, Serialize};

use super::saving::Then;
use super::{App, Effect, Errand};
use crate::memory::Parameters;
use crate::memory::trial::Trial;
use crate::review::What;
use crate::time::Stamp;

pub use work::{Held, learn};

/// How it stands with training.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Training {
    /// Nothing was trained since the start.
    #[default]
    Idle,
    /// It is going on.
    Running(Step),
    /// What was learned predicts the newest answers better.
    Found(Trial),
    /// ... or does not.
    NotBetter(Trial),
    /// The log has only so many answers that teach something.
    TooFew(usize),
    /// It could not be done, and why.
    Failed(String),
    /// The learner stopped it.
    Cancelled,
}

/// What a training does one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Step {
    /// The log is read.
    Reading,
    /// Parameters are learned from all but the newest answers.
    Learning,
    /// The newest answers are predicted with them.
    Judging,
    /// Parameters are learned from all answers.
    LearningAll,
}

impl Step {
    /// How many there are.
    pub const COUNT: u32 = 4;

    /// How many come before it.
    pub fn done(self) -> u32 {
        self as u32
    }

    /// In words for the learner.
    pub fn words(self) -> &'static str {
        match self {
            Self::Reading => "Reading your answers",
            Self::Learning => "Learning from the older answers",
            Self::Judging => "Predicting the newest answers",
            Self::LearningAll => "Learning from all answers",
        }
    }
}

/// What a training tells while it goes on, and at its end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Report {
    /// It has come to this step.
    At(Step),
    /// It is over.
    Done(Trial),
    /// The log has only so many answers that teach something.
    TooFew(usize),
    /// It could not be done, and why.
    Failed(String),
}

/// The training, and the parameters that it was tried against.
#[derive(Clone, Debug, Default)]
pub(super) struct Trainer {
    state: Training,
    against: Parameters,
}

impl App {
    /// The learner wants parameters trained.
    pub(super) fn training_asked(&mut self) -> Vec<Effect> {
        if matches!(self.trainer.state, Training::Running(_)) {
            return Vec::new();
        }
        let held = Held {
            parameters: self.history.scheduler().parameters().clone(),
            rollover: self.history.rollover_hour(),
        };
        self.trainer = Trainer {
            state: Training::Running(Step::Reading),
            against: held.parameters.clone(),
        };
        vec![Errand::Train(held).into()]
    }

    /// The learner does not want to wait for it.
    pub(super) fn training_cancelled(&mut self) -> Vec<Effect> {
        if !matches!(self.trainer.state, Training::Running(_)) {
            return Vec::new();
        }
        self.trainer.state = Training::Cancelled;
        vec![Errand::StopTraining.into()]
    }

    /// A training tells something. One that was stopped has nothing to tell.
    pub(super) fn training_told(&mut self, report: Report) -> Vec<Effect> {
        if matches!(self.trainer.state, Training::Running(_)) {
            self.trainer.state = match report {
                Report::At(step) => Training::Running(step),
                Report::Done(trial) if trial.is_better() => Training::Found(trial),
                Report::Done(trial) => Training::NotBetter(trial),
                Report::TooFew(lessons) => Training::TooFew(lessons),
                Report::Failed(words) => Training::Failed(words),
            };
        }
        Vec::new()
    }

    /// What was found shall hold.
    pub(super) fn training_adopted(&mut self, now: Stamp) -> Vec<Effect> {
        match self.training() {
            Training::Found(trial) if !self.holds(&trial.parameters) => {
                let parameters = trial.parameters.clone();
                self.record(What::Trained(Some(parameters)), Then::Stay, now)
            }
            _ => Vec::new(),
        }
    }

    /// What came of the training is looked at no longer; what held, holds.
    pub(super) fn training_dismissed(&mut self) -> Vec<Effect> {
        if !matches!(self.trainer.state, Training::Running(_)) {
            self.trainer.state = Training::Idle;
        }
        Vec::new()
    }

    /// The published parameters shall hold again.
    pub(super) fn published_again(&mut self, now: Stamp) -> Vec<Effect> {
        if self.history.trained().is_none() {
            return Vec::new();
        }
        self.record(What::Trained(None), Then::Stay, now)
    }

    /// Those that held before shall hold again: the last change is taken back.
    pub(super) fn parameters_before_again(&mut self, now: Stamp) -> Vec<Effect> {
        match self.history.trained_before() {
            Some(before) => self.record(What::Undone(before.until), Then::Stay, now),
            None => Vec::new(),
        }
    }

    /// How it stands with training. What was tried against parameters that no longer hold says nothing about those that do.
    pub fn training(&self) -> &Training {
        match &self.trainer.state {
            Training::Found(trial)
                if !(self.holds(&self.trainer.against) || self.holds(&trial.parameters)) =>
            {
                &Training::Idle
            }
            Training::NotBetter(_) if !self.holds(&self.trainer.against) => &Training::Idle,
            state => state,
        }
    }

    /// Whether these are the parameters that hold.
    pub(super) fn holds(&self, parameters: &Parameters) -> bool {
        self.history.scheduler().parameters() == parameters
    }
}
