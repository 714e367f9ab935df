//! What the worker is given to count, and what it tells.

use serde::{Deserialize, Serialize};

use crate::memory::Parameters;
use crate::statistics::{Figures, Period, Scope, Table};

/// What is to be counted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Count {
    /// What the log that comes with it is replayed with; none: the log that was read before stands.
    pub basis: Option<CountBasis>,
    /// Of which items.
    pub scope: Scope,
    /// Of which days.
    pub period: Period,
}

/// What a log is replayed with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountBasis {
    /// The memory parameters that hold.
    pub parameters: Parameters,
    /// The hour at which a study day begins.
    pub rollover: u8,
    /// The kinds and domains of items.
    pub table: Table,
}

/// What a counting does one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CountStep {
    /// The log is read.
    Reading,
    /// What each answer did is worked out.
    Replaying,
    /// The answers are counted.
    Counting,
}

impl CountStep {
    /// In words for the learner.
    pub fn words(self) -> &'static str {
        match self {
            Self::Reading => "Reading your answers…",
            Self::Replaying => "Working out what each answer did…",
            Self::Counting => "Counting…",
        }
    }
}

/// What a counting tells while it goes on, and at its end.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum CountReport {
    /// It has come to this step.
    At(CountStep),
    /// It is over.
    Done(Box<Figures>),
    /// It could not be done, and why.
    Failed(String),
}
