//! A deck of the learner's own is looked at, with every problem, before it is added.

use super::content::Arrival;
use super::own_decks::{OwnDecks, name_of};
use super::saving::Then;
use super::{App, Effect};
use crate::deck::check::settle;
use crate::deck::edit::DECK_MAX_BYTES;
use crate::deck::id::TrackId;
use crate::deck::parse::parse;
use crate::deck::problem::Problem;
use crate::review::What;
use crate::time::Stamp;

/// A file the learner chose, before it is added.
#[derive(Clone, Debug, PartialEq)]
pub struct DeckPreview {
    /// The file's name.
    pub file: String,
    /// The deck it would become; `None` if it cannot be added.
    pub id: Option<TrackId>,
    /// Its name.
    pub name: String,
    /// Items that can be studied.
    pub items: usize,
    /// Whether a deck of this id is there already and would be replaced.
    pub replaces: bool,
    /// Everything that is wrong with it.
    pub problems: Vec<Problem>,
    /// Why it cannot be added, if it can't.
    pub refused: Option<String>,
    text: String,
}

impl OwnDecks {
    /// The file that is looked at.
    pub fn preview(&self) -> Option<&DeckPreview> {
        self.preview.as_ref()
    }
}

impl App {
    pub(super) fn deck_picked(&mut self, file: &str, bytes: &[u8]) -> Vec<Effect> {
        if self.content.index == Arrival::Fetching {
            self.own_decks.waiting = Some((file.to_owned(), bytes.to_vec()));
            return Vec::new();
        }
        let mut preview = DeckPreview {
            file: file.to_owned(),
            id: None,
            name: file.to_owned(),
            items: 0,
            replaces: false,
            problems: Vec::new(),
            refused: None,
            text: String::new(),
        };
        if bytes.len() > DECK_MAX_BYTES {
            preview.refused = Some(format!(
                "This file has {} kB; a deck may have {} kB. Split it into several decks.",
                bytes.len() / 1_000,
                DECK_MAX_BYTES / 1_000
            ));
            self.own_decks.preview = Some(preview);
            return Vec::new();
        }
        let mut parsed = parse(file, bytes);
        settle(&mut parsed, self.library.tracks());
        preview.problems.clone_from(&parsed.problems);
        match &parsed.deck {
            None => {
                preview.refused =
                    Some("The file does not say which deck it is (see the first problem).".into());
            }
            Some(deck) if self.library.track(deck.header.deck.as_str()).is_some() => {
                preview.refused = Some(format!(
                    "`{}` is the name of a track that comes with Cairn. Write `deck: my-{}` at the top to make it your own.",
                    deck.header.deck, deck.header.deck
                ));
            }
            Some(deck) if deck.items.is_empty() => {
                preview.refused = Some("There is no item in it that can be studied.".into());
            }
            Some(deck) => {
                preview.items = deck.items.len();
                preview.name = name_of(&parsed, &deck.header.deck);
                preview.replaces = self.own_decks.decks.contains_key(&deck.header.deck);
                preview.id = Some(deck.header.deck.clone());
                preview.text = String::from_utf8_lossy(bytes).into_owned();
            }
        }
        self.own_decks.preview = Some(preview);
        Vec::new()
    }

    pub(super) fn deck_accepted(&mut self, now: Stamp) -> Vec<Effect> {
        let Some(DeckPreview {
            id: Some(id), text, ..
        }) = &self.own_decks.preview
        else {
            return Vec::new();
        };
        let what = What::DeckSaved(id.clone(), text.clone());
        self.record(what, Then::Stay, now)
    }

    pub(super) fn deck_dismissed(&mut self) -> Vec<Effect> {
        self.own_decks.preview = None;
        Vec::new()
    }

    pub(super) fn deck_removed(&mut self, id: TrackId, now: Stamp) -> Vec<Effect> {
        self.record(What::DeckRemoved(id), Then::Stay, now)
    }
}
