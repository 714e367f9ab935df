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
    /// The answer to a question that was made from a seed; never one of these within another. Options say that it was asked as a choice,
    /// which an exam does whatever its level.
    Drawn(Drawn, Box<Given>),
}

impl Given {
    /// What was answered, whether the question was made from a seed or not.
    pub fn plain(&self) -> &Self {
        match self {
            Self::Drawn(_, given) => given,
            other => other,
        }
    }
}

/// Which question of a drill it was: the item names its type and level. Together they make the same question for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawn {
    /// The version of the type.
    pub version: u16,
    /// The seed.
    pub seed: u32,
}
