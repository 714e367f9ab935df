//! An item: one idea that is asked, answered and remembered. Texts are Markdown.

use serde::{Deserialize, Serialize};

use super::id::TaskRef;

/// How hard an item is for somebody who would just pass, as its author judged.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Level {
    /// Known to nearly everybody who prepared.
    Easy,
    /// What the exam is made of.
    #[default]
    Medium,
    /// Tells the very good from the good.
    Hard,
}

impl Level {
    /// As written in `level=`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Easy => "easy",
            Self::Medium => "medium",
            Self::Hard => "hard",
        }
    }
}

/// How a typed answer is compared with the accepted ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Compare {
    /// Case and spacing do not matter.
    #[default]
    Text,
    /// Character by character, after trimming.
    Exact,
    /// A command line: the order of flags and `--flag=value` or `--flag value` do not matter.
    Command,
    /// A number; thousands separators and the unit's spelling do not matter.
    Number,
    /// A number that may be off by 1 %: what is rounded on the way comes out so.
    Near,
}

impl Compare {
    /// As written in `compare=`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Exact => "exact",
            Self::Command => "command",
            Self::Number => "number",
            Self::Near => "near",
        }
    }
}

/// A line of a list in an item: an option, a step, an accepted answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What is shown.
    pub text: String,
    /// Whether it is right (options and typed answers); true for steps.
    pub right: bool,
    /// Why it is right or wrong, or stands where it does.
    pub why: Option<String>,
}

/// One pair of a match item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// The term.
    pub left: String,
    /// What belongs to it.
    pub right: String,
    /// Why.
    pub why: Option<String>,
}

/// One line of a case's marking rubric.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// What it is worth, 1 to 99.
    pub points: u8,
    /// What must be true of the learner's solution.
    pub text: String,
    /// More about it.
    pub why: Option<String>,
}

/// What an item asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Body {
    /// A question and its short answer, judged by the learner.
    Card {
        /// The question.
        front: String,
        /// The answer.
        back: String,
    },
    /// A text with deletions; each deletion number is remembered on its own.
    Cloze {
        /// The text, with `{{c1::hidden::hint}}`.
        text: String,
    },
    /// A question with options, of which one or more are right.
    Choice {
        /// The question.
        stem: String,
        /// At least two, one of them right.
        options: Vec<Entry>,
    },
    /// Steps to be brought into order.
    Order {
        /// The question.
        stem: String,
        /// In the right order, at least two.
        steps: Vec<Entry>,
    },
    /// Pairs to be found.
    Match {
        /// The question.
        stem: String,
        /// At least two.
        pairs: Vec<Pair>,
    },
    /// An answer to be typed.
    Typed {
        /// The question.
        stem: String,
        /// Accepted answers and known mistakes; the first accepted one is the model.
        answers: Vec<Entry>,
        /// How they are compared.
        compare: Compare,
    },
    /// A task marked by the learner against a rubric.
    Case {
        /// The situation and what to do.
        stem: String,
        /// A model solution.
        model: String,
        /// At least one criterion.
        rubric: Vec<Criterion>,
    },
    /// A question that is made anew each time it is asked, at the level of the item.
    Drill {
        /// What is practised, for lists; the question itself is made.
        stem: String,
        /// The type of the drill: `cidr`.
        drill: String,
    },
}

impl Body {
    /// As written after the dot in the heading: `choice`.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Card { .. } => Kind::Card,
            Self::Cloze { .. } => Kind::Cloze,
            Self::Choice { .. } => Kind::Choice,
            Self::Order { .. } => Kind::Order,
            Self::Match { .. } => Kind::Match,
            Self::Typed { .. } => Kind::Typed,
            Self::Case { .. } => Kind::Case,
            Self::Drill { .. } => Kind::Drill,
        }
    }

    /// The text that is shown before the answer.
    pub fn stem(&self) -> &str {
        match self {
            Self::Card { front, .. } => front,
            Self::Cloze { text } => text,
            Self::Choice { stem, .. }
            | Self::Order { stem, .. }
            | Self::Match { stem, .. }
            | Self::Typed { stem, .. }
            | Self::Case { stem, .. }
            | Self::Drill { stem, .. } => stem,
        }
    }
}

/// The kinds of items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Question and short answer.
    Card,
    /// Text with deletions.
    Cloze,
    /// Options, one or more right.
    Choice,
    /// Steps in order.
    Order,
    /// Pairs.
    Match,
    /// Typed answer.
    Typed,
    /// Task with a marking rubric.
    Case,
    /// Question that is made from a seed.
    Drill,
}

impl Kind {
    /// All kinds, in the order of the documentation.
    pub const ALL: [Self; 8] = [
        Self::Card,
        Self::Cloze,
        Self::Choice,
        Self::Order,
        Self::Match,
        Self::Typed,
        Self::Case,
        Self::Drill,
    ];

    /// As written in the heading.
    pub fn word(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Cloze => "cloze",
            Self::Choice => "choice",
            Self::Order => "order",
            Self::Match => "match",
            Self::Typed => "typed",
            Self::Case => "case",
            Self::Drill => "drill",
        }
    }
}

/// A link to the page that an item can be checked against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// The page's title.
    pub title: String,
    /// `https://…`.
    pub url: String,
    /// The month in which it was checked, `2026-11`.
    pub checked: Option<String>,
}

/// One item of a deck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Unique in its track; never changed, never used again.
    pub slug: String,
    /// A short name for lists; not shown with the question.
    pub title: String,
    /// The numbered task of the deck's own track.
    pub task: Option<String>,
    /// Tasks of this or other tracks that an answer is evidence for as well.
    pub also: Vec<TaskRef>,
    /// As its author judged; `None` where nothing is said.
    pub level: Option<Level>,
    /// Shared by items that give each other away.
    pub idea: Option<String>,
    /// How long it should take, where the author said so.
    pub minutes: Option<u16>,
    /// What it asks.
    pub body: Body,
    /// Shown after the answer.
    pub explanation: Option<String>,
    /// Where it can be checked.
    pub references: Vec<Reference>,
}
