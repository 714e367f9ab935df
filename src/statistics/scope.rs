//! What is counted: of which items, and of which days.

use serde::{Deserialize, Serialize};

use crate::deck::id::ItemId;
use crate::deck::item::Kind;
use crate::deck::library::Library;
use crate::time::Day;

/// The items that are counted. An item belongs to its own deck and domain, also where an answer to it is evidence for other tracks: so the
/// scopes of all tracks together are everything, and those of all domains together a track.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    /// All of them.
    #[default]
    All,
    /// Those of a track or own deck.
    Track(String),
    /// Those of a domain of a track; empty: those that have none, or are no longer there.
    Domain(String, String),
}

/// The days that are counted, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// The first; none: from the first answer on.
    pub first: Option<Day>,
    /// The last.
    pub last: Day,
}

/// What the log does not say of items: their kinds and domains.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The ids of domains.
    pub domains: Vec<String>,
    /// Items with their kind and the place of their domain.
    pub items: Vec<(ItemId, Kind, Option<u16>)>,
}

impl Table {
    /// The items of a library that are wanted.
    pub fn of(library: &Library, is_wanted: impl Fn(&ItemId) -> bool) -> Self {
        let mut table = Self::default();
        for ask in library.asks().iter().filter(|ask| is_wanted(&ask.id)) {
            let domain = ask.domain.as_deref().and_then(|id| table.domain(id));
            let kind = ask.item.body.kind();
            table.items.push((ask.id.clone(), kind, domain));
        }
        table
    }

    /// The place of a domain. Items come in the order of their files, so it is most often the last one.
    fn domain(&mut self, id: &str) -> Option<u16> {
        let known = self.domains.iter().rposition(|known| known == id);
        let place = known.unwrap_or_else(|| {
            self.domains.push(id.to_owned());
            self.domains.len() - 1
        });
        u16::try_from(place).ok()
    }
}
