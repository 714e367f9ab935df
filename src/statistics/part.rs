//! The parts of what is counted, side by side: the tracks of everything, the domains of a track.

use serde::{Deserialize, Serialize};

use super::Recall;
use super::recall::MILLION;

/// A part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The track's or domain's id; empty for items of no domain, or no longer there.
    pub id: String,
    /// Answers in the period.
    pub answers: u32,
    /// Milliseconds spent on them.
    pub ms: u64,
    /// What was remembered in the period.
    pub recall: Recall,
    /// Items answered by the end of the period.
    pub items: u32,
    /// The sum of their chances to be remembered then, in millionths.
    pub known: u64,
}

impl Part {
    /// How many of its items are expected to be remembered.
    pub fn known(&self) -> f64 {
        self.known as f64 / MILLION
    }
}
