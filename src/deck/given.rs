//! What a learner answered. Apart from the items, so that the log can hold it without knowing any deck.

use serde::{Deserialize, Serialize};

/// What the learner answered, in terms of the item as written (before any shuffling).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Given {
    /// Options chosen, by their place in the file, ascending.
    Options(Vec<u16>),
    /// Steps in the order the learner gave them.
    Sequence(Vec<u16>),
    /// For each left side in turn, the place of the right side chosen.
    Pairs(Vec<u16>),
    /// Text typed.
    Text(String),
    /// Criteria of the rubric that the learner's solution meets.
    Criteria(Vec<u16>),
}
