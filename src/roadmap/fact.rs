//! What the learner does on the roadmap, as the log keeps it. Nothing that follows from it is stored.

use serde::{Deserialize, Serialize};

use super::own::Entry;
use crate::review::RoadText;
use crate::time::Day;

/// Something that happened on the roadmap. The first text is the path's id, the second that of an entry of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoadFact {
    /// A path was laid, or laid anew: from when, and with how much time.
    Laid(String, Laying),
    /// A path was taken off the roadmap. What was ticked on it stays.
    Lifted(String),
    /// An entry was moved to these days, or back to where the path has it.
    Moved(String, String, Option<Span>),
    /// An entry was ticked, or unticked.
    Ticked(String, String, Option<Evidence>),
    /// How well the learner meets something, by their own word: 0 not yet, 1 in part, 2 meets it, 3 exceeds it.
    Rated(String, String, u8),
    /// One of a path's branches was chosen, or none.
    Chosen(String, Option<String>),
    /// An entry of the learner's own, or one of the path in the learner's words.
    Entered(String, Entry),
    /// An entry is not wanted (true), or wanted again.
    Dropped(String, String, bool),
    /// An amount of money is this much, in whole units of its currency, or again as the path has it.
    Priced(String, String, Option<u32>),
    /// Something was studied outside of Cairn for an exam of the path: a course, a lab. Minutes, on a day.
    Studied(String, String, Day, u16),
    /// A review was held.
    Reviewed(Review),
    /// The review of this period was not wanted: nobody is reminded of it any more. It can still be held.
    Skipped(Ritual, Span),
}

impl RoadFact {
    /// As the log keeps it.
    pub fn to_text(&self) -> RoadText {
        // Plain data with texts for keys: it is never refused.
        RoadText::new(&serde_json::to_value(self).unwrap_or_default())
    }

    /// Reads what the log keeps; `None` if another version wrote it.
    pub fn of(text: &RoadText) -> Option<Self> {
        serde_json::from_str(text.as_str()).ok()
    }
}

/// How a path is laid into the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Laying {
    /// The day on which it begins.
    pub start: Day,
    /// Hours a week for everything on it.
    pub hours_week: u16,
    /// The month of the path in which the learner begins; what lies before it is behind them.
    pub first_month: u16,
    /// Its name, where the path is the learner's own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
}

/// Days from and to, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// The first.
    pub from: Day,
    /// The last, never before the first.
    pub to: Day,
}

impl Span {
    /// One day.
    pub fn on(day: Day) -> Self {
        Self { from: day, to: day }
    }

    /// How many days.
    pub fn days(self) -> i32 {
        self.to.since(self.from) + 1
    }

    /// So many days later.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self {
            from: self.from.plus(days),
            to: self.to.plus(days),
        }
    }

    /// Whether a day is within.
    pub fn has(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }
}

/// What shows that something was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// When.
    pub day: Day,
    /// In the learner's words; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Where it can be seen; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub link: String,
}

/// How often one looks back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ritual {
    /// Weekly assessment.
    Weekly,
    /// Monthly review.
    Monthly,
    /// Quarterly evaluation.
    Quarterly,
}

/// A review that was held. What the log says of the period is worked out again each time it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Which one.
    pub ritual: Ritual,
    /// The period it looks back on.
    pub period: Span,
    /// The learner's notes; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// What was proposed for the next period and accepted, in words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<String>,
}
