//! One fact of the log.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Form, RoadText, Setting, Step};
use crate::deck::given::Given;
use crate::deck::id::{ItemId, TrackId};
use crate::memory::{Grade, Parameters};
use crate::time::{Day, Stamp};

/// One tab of one device. Every tab writes under a name of its own, so that no two ever give out the same number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Writer(pub u64);

impl fmt::Display for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl Writer {
    /// Reads what `Display` wrote: 16 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = text.len() == 16 && text.bytes().all(|b| b.is_ascii_hexdigit());
        plain
            .then(|| u64::from_str_radix(text, 16).ok())
            .flatten()
            .map(Self)
    }
}

impl Serialize for Writer {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Sixteen digits where people read, a number elsewhere.
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            serializer.serialize_u64(self.0)
        }
    }
}

impl<'de> Deserialize<'de> for Writer {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return u64::deserialize(deserializer).map(Self);
        }
        let text = String::deserialize(deserializer)?;
        Self::parse(&text)
            .ok_or_else(|| serde::de::Error::custom("a writer has 16 hexadecimal digits"))
    }
}

/// Names a fact: who wrote it, and its number in that writer's sequence (from 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FactId {
    /// The writer.
    pub writer: Writer,
    /// Its number, from 1 without gaps.
    pub number: u32,
}

/// Something that happened. As JSON it is a list: `[writer, number, milliseconds, offset, what]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Wire", into = "Wire")]
pub struct Fact {
    /// Its name.
    pub id: FactId,
    /// When it happened.
    pub at: Stamp,
    /// What happened.
    pub what: What,
}

#[derive(Serialize, Deserialize)]
struct Wire(Writer, u32, i64, i16, What);

impl From<Wire> for Fact {
    fn from(Wire(writer, number, at_ms, offset_minutes, what): Wire) -> Self {
        Self {
            id: FactId { writer, number },
            at: Stamp::new(at_ms, offset_minutes),
            what,
        }
    }
}

impl From<Fact> for Wire {
    fn from(fact: Fact) -> Self {
        let Fact { id, at, what } = fact;
        Self(id.writer, id.number, at.at.0, at.offset_minutes, what)
    }
}

/// What can happen. Each fact has a variant of its own; fields are never given a second meaning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// An item was answered and graded.
    Answered(Answer),
    /// An earlier fact was taken back.
    Undone(FactId),
    /// An item shall not be asked until it is resumed.
    Suspended(ItemId),
    /// A suspended item shall be asked again.
    Resumed(ItemId),
    /// An item shall not be asked before this day.
    Buried(ItemId, Day),
    /// An item was marked to come back to (true) or unmarked.
    Flagged(ItemId, bool),
    /// The learner wrote a note on an item; empty text removes it.
    Noted(ItemId, String),
    /// A setting was changed.
    Set(Setting),
    /// The learner brought or changed a deck of their own; the text is the whole file.
    DeckSaved(TrackId, String),
    /// The learner removed a deck of their own. The answers to its items stay.
    DeckRemoved(TrackId),
    /// An exam was booked for this day, or the booking was taken back.
    Booked(TrackId, Option<Day>),
    /// A day was taken off from studying (true), or is a study day after all.
    DayOff(Day, bool),
    /// These memory parameters hold from now on; none: the published ones.
    Trained(Option<Parameters>),
    /// A mock exam was begun; this fact's name is the sitting's.
    Sat(Box<Form>),
    /// Something happened in the sitting of this name.
    Sitting(FactId, Step),
    /// An item shall be asked soon: on the next day that is studied, before others.
    Wanted(ItemId),
    /// The real exam was sat on this day.
    Took(TrackId, Taken),
    /// The lines of an item in a deck of the learner's own were replaced by these: the deck need not be written whole for it.
    ItemEdited(ItemId, String),
    /// Something was done on the roadmap.
    Road(RoadText),
}

/// The result of a real exam.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// Its day.
    pub day: Day,
    /// Whether it was passed.
    pub is_passed: bool,
    /// The score on the vendor's scale, where it was told.
    pub score: Option<u16>,
}

/// An answer to an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The item.
    pub item: ItemId,
    /// The grade it got.
    pub grade: Grade,
    /// What was answered, where it isn't judged by the learner alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub given: Option<Given>,
    /// Milliseconds from seeing the question to the grade, at most an hour; of a drill to its answer, since its speed is part of the skill.
    pub ms: u32,
    /// Whether this learner met the item for the first time.
    pub sighting: Sighting,
    /// The learner overruled the mark of the program ("I meant the other one").
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub corrected: bool,
}

/// Whether an item was new to the learner. A first sighting is evidence of knowledge, a repeat mostly of memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sighting {
    /// Never answered before.
    First,
    /// Answered before.
    Repeated,
}

/// Facts in the order that counts, whatever order they arrived in: time, then writer, then number.
pub fn in_order(facts: &[Fact]) -> Vec<&Fact> {
    let mut ordered: Vec<&Fact> = facts.iter().collect();
    ordered.sort_unstable_by_key(|f| (f.at.at, f.id));
    ordered
}
