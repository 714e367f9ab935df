//! The decks screen: own decks, and the file that is looked at.

use super::super::{App, DeckPreview};
use crate::deck::id::TrackId;

/// The decks screen.
#[derive(Clone, Debug, PartialEq)]
pub struct DecksView {
    /// Own decks.
    pub own: Vec<OwnDeckRow>,
    /// The file that is looked at.
    pub preview: Option<DeckPreview>,
    /// What could not be stored, in words.
    pub save_error: Option<String>,
}

/// One own deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnDeckRow {
    /// Its id.
    pub id: TrackId,
    /// Its name.
    pub name: String,
    /// Items that can be studied.
    pub items: usize,
    /// Problems in its file.
    pub problems: usize,
}

impl App {
    /// The decks screen.
    pub fn decks_view(&self) -> DecksView {
        let own = self
            .own_decks
            .list()
            .map(|(id, name, items, problems)| OwnDeckRow {
                id: id.clone(),
                name: name.to_owned(),
                items,
                problems,
            });
        DecksView {
            own: own.collect(),
            preview: self.own_decks.preview().cloned(),
            save_error: self.save_error().map(ToString::to_string),
        }
    }
}
