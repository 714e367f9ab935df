//! What the learner puts on the roadmap: entries of their own, or those of a path in other words.

use serde::{Deserialize, Serialize};

use super::fact::Span;
use crate::deck::id::TrackId;

/// What an entry of the roadmap is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A span of time with a purpose.
    Phase,
    /// An exam.
    Exam,
    /// Something that is built.
    Project,
    /// A list of things to tick.
    Checklist,
    /// A day on which one looks whether it goes well.
    Checkpoint,
    /// A stage of a career.
    Stage,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Phase,
        Self::Exam,
        Self::Project,
        Self::Checklist,
        Self::Checkpoint,
        Self::Stage,
    ];

    /// In words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Phase => "Phase",
            Self::Exam => "Exam",
            Self::Project => "Project",
            Self::Checklist => "Checklist",
            Self::Checkpoint => "Checkpoint",
            Self::Stage => "Stage",
        }
    }
}

/// An entry as the learner wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Unique within the path. That of an entry of the path: it takes its place.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// When.
    pub span: Span,
    /// Hours of study, for an exam.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<u16>,
    /// The track that prepares for it, for an exam.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub track: Option<TrackId>,
    /// Things to tick, one to a line; their ids are `<id>-1` and so on.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}
