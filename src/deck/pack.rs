//! Decks as the browser fetches them: one small index that every start loads, and one pack for each track. Both in postcard, a
//! plain binary form that takes little code to read. The build writes them; texts are in the form of [`super::wire`].

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Deck;
use super::id::TrackId;
use super::item::{Body, Item};
use super::track::Track;
use super::wire::{wire, wire_cloze};

/// The version of both forms, their first byte. A page and its files come from one build, so only a half-updated host mixes two.
const VERSION: u8 = 2;

/// Why a file is no index or pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackError {
    /// Of another version of Cairn.
    Version,
    /// Not as it was written.
    Damaged,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Version => "it is of another version of Cairn; reload the page",
            Self::Damaged => "it did not arrive as it was written; reload the page",
        })
    }
}

/// Every track, and where its items are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// In the order of their places.
    pub tracks: Vec<Entry>,
}

/// A track of the index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The track, without what no screen needs at the start.
    pub track: Track,
    /// How many items it has.
    pub items: u32,
    /// The pack's file, beside the index; none where there are no items.
    pub pack: Option<String>,
}

/// The items of a track.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// The track.
    pub track: TrackId,
    /// Its files.
    pub decks: Vec<Deck>,
}

fn bytes<T: Serialize>(value: &T) -> Vec<u8> {
    let mut bytes = vec![VERSION];
    // Plain data of known lengths: postcard refuses none of it.
    bytes.extend(postcard::to_allocvec(value).unwrap_or_default());
    bytes
}

fn read<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, PackError> {
    match bytes.split_first() {
        Some((&VERSION, rest)) => postcard::from_bytes(rest).map_err(|_| PackError::Damaged),
        Some(_) => Err(PackError::Version),
        None => Err(PackError::Damaged),
    }
}

impl Index {
    /// As it is fetched.
    pub fn to_bytes(&self) -> Vec<u8> {
        bytes(self)
    }

    /// Reads what was fetched.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackError> {
        read(bytes)
    }
}

impl Pack {
    /// Decks with their texts made ready to be shown.
    pub fn of(track: TrackId, mut decks: Vec<Deck>) -> Self {
        for item in decks.iter_mut().flat_map(|deck| &mut deck.items) {
            make_ready(item);
        }
        Self { track, decks }
    }

    /// As it is fetched.
    pub fn to_bytes(&self) -> Vec<u8> {
        bytes(self)
    }

    /// Reads what was fetched.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PackError> {
        read(bytes)
    }
}

/// Every text that is shown as it is written; typed answers stay, since they are compared.
fn make_ready(item: &mut Item) {
    let text = |text: &mut String| *text = wire(text);
    let some = |why: &mut Option<String>| {
        if let Some(why) = why {
            *why = wire(why);
        }
    };
    some(&mut item.explanation);
    match &mut item.body {
        Body::Card { front, back } => {
            text(front);
            text(back);
        }
        Body::Cloze { text } => *text = wire_cloze(text),
        Body::Choice {
            stem,
            options: entries,
        }
        | Body::Order {
            stem,
            steps: entries,
        } => {
            text(stem);
            for entry in entries {
                text(&mut entry.text);
                some(&mut entry.why);
            }
        }
        Body::Match { stem, pairs } => {
            text(stem);
            for pair in pairs {
                text(&mut pair.left);
                text(&mut pair.right);
                some(&mut pair.why);
            }
        }
        Body::Typed { stem, answers, .. } => {
            text(stem);
            for answer in answers {
                some(&mut answer.why);
            }
        }
        Body::Drill { stem, .. } => text(stem),
        Body::Case {
            stem,
            model,
            rubric,
        } => {
            text(stem);
            text(model);
            for criterion in rubric {
                text(&mut criterion.text);
                some(&mut criterion.why);
            }
        }
    }
}
