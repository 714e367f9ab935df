//! Text to items: tracks with their blueprints, and decks in Markdown.
//!
//! A deck is text that somebody wrote by hand, so the parser never stops at the first problem and never panics:
//! [`parse::parse`] gives the items that stand and every [`problem::Problem`] with its place and what to do.
//! `decks/WRITING.md` describes the format for writers.
//!
//! This room knows nothing of time, memory or logs.

pub mod blueprint;
pub mod check;
pub mod cloze;
pub mod command;
#[cfg(feature = "whole")]
pub mod edit;
pub mod given;
pub mod id;
pub mod item;
pub mod library;
#[cfg(feature = "whole")]
mod markdown;
pub mod marking;
pub mod markup;
pub mod pack;
pub mod parse;
pub mod problem;
pub mod search;
pub mod track;
pub mod version;
pub mod wire;
pub mod write;

use serde::{Deserialize, Serialize};

use id::TrackId;
use item::Item;

/// What the front matter of a file says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The track this file belongs to, or the slug of a learner's own deck.
    pub deck: TrackId,
    /// True for a learner's own deck (`deck:`), which needs neither tasks nor references.
    pub own: bool,
    /// The name shown, for a learner's own deck.
    pub name: Option<String>,
    /// The track whose tasks the items name, if any. In a track's own file the same as `deck`.
    pub track: Option<TrackId>,
    /// The exam domain of the file.
    pub domain: Option<String>,
}

/// One file of items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deck {
    /// Its front matter.
    pub header: Header,
    /// In the order of the file.
    pub items: Vec<Item>,
}
