//! The learner's own decks, kept whole in the log.

use std::collections::BTreeMap;

use super::App;
use crate::deck::check::settle;
use crate::deck::id::TrackId;
use crate::deck::parse::{Parsed, parse};
use crate::review::OwnText;

/// Own decks, and the one that is looked at.
#[derive(Debug, Default)]
pub struct OwnDecks {
    pub(super) decks: BTreeMap<TrackId, OwnDeck>,
    #[cfg(feature = "whole")]
    pub(super) preview: Option<super::DeckPreview>,
    /// A file that was chosen before the list of tracks had come, against which it is checked.
    #[cfg(feature = "whole")]
    pub(super) waiting: Option<(String, Vec<u8>)>,
}

#[derive(Debug)]
pub(super) struct OwnDeck {
    /// As it was last saved, with what was edited since.
    #[cfg(feature = "whole")]
    text: String,
    name: String,
    items: usize,
    problems: usize,
}

impl OwnDecks {
    /// The name of an own deck.
    pub fn name(&self, id: &TrackId) -> Option<String> {
        self.decks.get(id).map(|deck| deck.name.clone())
    }

    /// The text of an own deck.
    #[cfg(feature = "whole")]
    pub(super) fn text(&self, id: &TrackId) -> Option<&str> {
        self.decks.get(id).map(|deck| deck.text.as_str())
    }

    /// Every own deck: id, name, items, problems.
    pub fn list(&self) -> impl Iterator<Item = (&TrackId, &str, usize, usize)> {
        self.decks
            .iter()
            .map(|(id, d)| (id, d.name.as_str(), d.items, d.problems))
    }
}

/// A deck's text with what was edited since it was saved.
#[cfg(feature = "whole")]
fn whole_of(own: &OwnText<'_>) -> String {
    crate::deck::edit::patched(own.text, own.edits.iter().copied())
}

/// The module of a first visit reads no Markdown: where there is a deck, the whole one is loaded.
#[cfg(not(feature = "whole"))]
fn whole_of(own: &OwnText<'_>) -> String {
    own.text.to_owned()
}

pub(super) fn name_of(parsed: &Parsed, id: &TrackId) -> String {
    let header = parsed.deck.as_ref().map(|d| &d.header);
    header
        .and_then(|h| h.name.clone())
        .unwrap_or_else(|| id.to_string())
}

impl App {
    /// Reads the own decks of the log into the library.
    pub(super) fn own_decks_from_history(&mut self) {
        let gone: Vec<TrackId> = self.own_decks.decks.keys().cloned().collect();
        for id in gone {
            self.library.replace(&id, &[]);
        }
        self.own_decks.decks.clear();
        #[cfg(feature = "whole")]
        {
            self.own_decks.preview = None;
            self.browse.forget_index();
        }
        let texts: Vec<(TrackId, String)> = self
            .history
            .decks()
            .map(|(id, own)| (id.clone(), whole_of(&own)))
            .collect();
        for (id, text) in texts {
            let mut parsed = parse(id.as_str(), text.as_bytes());
            settle(&mut parsed, self.library.tracks());
            let deck = OwnDeck {
                #[cfg(feature = "whole")]
                text,
                name: name_of(&parsed, &id),
                items: parsed.deck.as_ref().map_or(0, |d| d.items.len()),
                problems: parsed.problems.len(),
            };
            self.library.replace(&id, parsed.deck.as_slice());
            self.own_decks.decks.insert(id, deck);
        }
    }
}
