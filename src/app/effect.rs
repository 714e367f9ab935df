//! What the program wants done outside. The shell performs each and answers with an event.

use crate::deck::id::TrackId;
use crate::review::Fact;

/// An effect.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Fetch the list of tracks; answer with `IndexFetched`.
    FetchIndex,
    /// Fetch a track's items from this file; answer with `PackFetched`.
    FetchPack(TrackId, String),
    /// Store a fact; answer with `Stored` or `StoreFailed` before anything else happens.
    Append(Fact),
    /// Open this screen.
    Go(super::Route),
    /// Load the module that has every screen; the page starts anew with it.
    #[cfg(not(feature = "whole"))]
    LoadWhole,
    /// The same, if it is here already: a start page that shows less is better than one that waits, or fails without a network.
    #[cfg(not(feature = "whole"))]
    LoadKept,
    /// What the desk wants done.
    #[cfg(feature = "whole")]
    Desk(super::Errand),
    /// Read the whole log again; answer with `Reread`.
    Reread,
    /// Ask the browser to keep the data even when it runs short of space; answer with `Persisted`.
    AskToPersist,
}
