//! A deck of the learner's own in the log: saved as a whole, and then item by item.

use serde::{Deserialize, Serialize};

use super::{History, Register};
use crate::deck::id::TrackId;

/// Something that was written to a deck.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeckWrite {
    /// The whole text.
    Whole(String),
    /// It was removed.
    Removed,
    /// The lines of the item with this name in the deck were replaced by these.
    Item(String, String),
}

/// A deck as the log has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnText<'a> {
    /// The whole text as it was last saved.
    pub text: &'a str,
    /// What was edited since, in its order: the item's name in the deck, and its lines.
    pub edits: Vec<(&'a str, &'a str)>,
}

impl OwnText<'_> {
    fn of(register: &Register<DeckWrite>) -> Option<OwnText<'_>> {
        let writes = register.writes();
        // What was edited before the whole was saved is in it, or was not wanted there.
        let is_whole = |write: &DeckWrite| !matches!(write, DeckWrite::Item(..));
        let from = writes.iter().rposition(|(_, _, write)| is_whole(write))?;
        let DeckWrite::Whole(text) = &writes[from].2 else {
            return None;
        };
        let edits = writes[from + 1..]
            .iter()
            .filter_map(|(_, _, write)| match write {
                DeckWrite::Item(name, lines) => Some((name.as_str(), lines.as_str())),
                DeckWrite::Whole(_) | DeckWrite::Removed => None,
            });
        Some(OwnText {
            text,
            edits: edits.collect(),
        })
    }
}

impl History {
    /// The learner's own decks that are not removed.
    pub fn decks(&self) -> impl Iterator<Item = (&TrackId, OwnText<'_>)> {
        self.decks
            .iter()
            .filter_map(|(id, register)| Some((id, OwnText::of(register)?)))
    }
}
