//! How safe what was answered is: in local storage at once, in the second copy and on the disk a moment later.

use super::Effect;
use crate::review::FactId;

/// The learner is told of a store that is so full, in percent.
const SPACE_WARNED: u8 = 80;

/// What the learner may know of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was stored in this tab as yet.
    #[default]
    Nothing,
    /// The second copy is being written.
    Writing,
    /// Both copies have everything.
    Safe,
    /// There is one copy only; why.
    OneCopy(String),
}

/// The state of both copies.
#[derive(Clone, Debug, Default)]
pub struct Safety {
    last: Option<FactId>,
    copied: Option<FactId>,
    trouble: Option<String>,
    kept: Option<bool>,
    asked: bool,
    space: u8,
}

impl Safety {
    pub(super) fn stored(&mut self, id: FactId) {
        self.last = Some(id);
    }

    pub(super) fn copied(&mut self, id: FactId, result: Result<(), String>) -> Vec<Effect> {
        match result {
            Ok(()) => {
                self.copied = self.copied.max(Some(id));
                self.trouble = None;
            }
            Err(words) => self.trouble = Some(words),
        }
        Vec::new()
    }

    pub(super) fn no_copy(&mut self, words: String) -> Vec<Effect> {
        self.trouble = Some(words);
        Vec::new()
    }

    pub(super) fn persisted(&mut self, kept: bool) -> Vec<Effect> {
        self.kept = Some(kept);
        Vec::new()
    }

    pub(super) fn space(&mut self, percent: u8) -> Vec<Effect> {
        self.space = percent;
        Vec::new()
    }

    /// How full the store is in percent, from the moment that it matters.
    pub fn nearly_full(&self) -> Option<u8> {
        (self.space >= SPACE_WARNED).then_some(self.space)
    }

    /// Whether the browser should be asked to keep the data; once in the life of a tab.
    pub(super) fn wants_asking(&mut self) -> bool {
        !std::mem::replace(&mut self.asked, true)
    }

    /// What the learner may know.
    pub fn saved(&self) -> Saved {
        match (&self.trouble, self.last) {
            (Some(words), _) => Saved::OneCopy(words.clone()),
            (None, None) => Saved::Nothing,
            (None, last) if self.copied >= last => Saved::Safe,
            (None, _) => Saved::Writing,
        }
    }

    /// Whether the browser promised to keep the data when it runs short of space; `None` if it was not asked.
    pub fn kept(&self) -> Option<bool> {
        self.kept
    }
}
