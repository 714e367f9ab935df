//! What a mock exam leaves in the log: the form as it was drawn, and what happened in the sitting, step by step.

use serde::{Deserialize, Serialize};

use super::{FactId, History, Register};
use crate::deck::given::Given;
use crate::deck::id::{ItemId, TrackId};
use crate::time::Stamp;

/// The question list of a sitting, as it was drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// The exam.
    pub track: TrackId,
    /// What kind of sitting it is.
    pub kind: FormKind,
    /// When it is told what was right.
    pub feedback: Feedback,
    /// From which it was drawn; draws it again from the same items and log.
    pub seed: u64,
    /// Seconds allowed; none: as long as it takes.
    pub seconds: Option<u32>,
    /// Its questions in their order; of an adaptive exam none, since each is drawn when it is asked.
    pub places: Vec<Place>,
    /// The most questions that it may have.
    pub count: u16,
}

/// One question of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The item.
    pub item: ItemId,
    /// Whether it counts; vendors try new questions out on candidates without saying which.
    pub is_scored: bool,
}

/// Kinds of sittings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormKind {
    /// Like the real exam, by its blueprint, perhaps shorter.
    Mock,
    /// Some domains or tasks. Shown as such: a *drill* is a question that is made anew.
    Drill,
    /// Ten questions.
    Quick,
    /// What was missed last time or is flagged.
    Missed,
}

/// When the learner is told what was right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Feedback {
    /// After the last question, as in the exam.
    AtEnd,
    /// After each question.
    Each,
}

/// Something that happened in a sitting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// An adaptive exam drew its next question.
    Drawn(Place),
    /// What the learner has done with a question so far; replaces what was there.
    Responded(u16, Response),
    /// The clock was stopped.
    Paused,
    /// A page took the sitting up again, after a pause or after the page before it was gone.
    Resumed,
    /// It is over.
    Ended(Ending),
    /// Why a question was missed, as the learner judges.
    Tagged(u16, Option<Reason>),
    /// The questions from this place on are asked as these versions of their items ([`crate::deck::version`]). An answer to another
    /// version is none any more.
    Asked(u16, Vec<u16>),
    /// What these questions came to, each with its place: kept for the day on which an item is another or gone.
    Marked(Vec<(u16, Kept)>),
}

/// What a question came to when it was marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The place of its domain in the track.
    pub domain: u16,
    /// As its author judged it: 0 easy, 1 medium, 2 hard.
    pub level: u8,
    /// Whether it was wholly right.
    pub is_right: bool,
    /// Hundredths of points reached.
    pub got: u32,
    /// ... of those there are.
    pub of: u32,
}

/// What the learner has done with a question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The answer; none: unanswered.
    pub given: Option<Given>,
    /// Marked to look at again.
    pub is_flagged: bool,
    /// Options struck out, by their place in the item.
    pub struck: Vec<u16>,
    /// What the learner wrote beside it.
    pub note: String,
    /// Milliseconds on this question, all visits together.
    pub ms: u32,
    /// It was checked and the answer shown; nothing changes any more.
    pub is_checked: bool,
}

/// How a sitting ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// The learner handed it in.
    Submitted,
    /// The time ran out.
    TimeUp,
    /// An adaptive exam knew enough.
    Decided,
    /// The learner gave it up; it has no score.
    Abandoned,
}

/// Why a question was missed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// A fact was not known.
    Fact,
    /// It was taken for something that looks like it.
    LookAlike,
    /// The deciding word was overlooked.
    MissedKeyword,
    /// The question was misread.
    Misread,
    /// The facts were known, the conclusion was wrong.
    Reasoning,
    /// A limit or a number was not known.
    Limit,
}

/// The facts of one sitting.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Sat {
    /// When it was begun, with what form; none while that fact has not arrived.
    pub begun: Option<(Stamp, Form)>,
    /// What happened, in order, each with the name of its fact.
    pub steps: Register<Step>,
}

impl Sat {
    /// Takes a fact back; whether it was one of these.
    pub(super) fn retract(&mut self, id: FactId, sitting: FactId) -> bool {
        let is_begin = id == sitting && self.begun.take().is_some();
        self.steps.retract(id) || is_begin
    }
}

impl History {
    /// The mock exams whose beginning is known: name, when it was begun, form, and what happened.
    pub fn sittings(&self) -> impl Iterator<Item = (FactId, Stamp, &Form, &Register<Step>)> {
        self.sittings.iter().filter_map(|(id, sat)| {
            let (begun, form) = sat.begun.as_ref()?;
            Some((*id, *begun, form, &sat.steps))
        })
    }

    /// One of them.
    pub fn sitting(&self, id: FactId) -> Option<(Stamp, &Form, &Register<Step>)> {
        let sat = self.sittings.get(&id)?;
        let (begun, form) = sat.begun.as_ref()?;
        Some((*begun, form, &sat.steps))
    }
}
