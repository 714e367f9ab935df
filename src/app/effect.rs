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
    /// Load the module that has every screen; the page starts anew with it.
    #[cfg(not(feature = "whole"))]
    LoadWhole,
    /// Store facts of a backup, all or none; answer with `Merged`.
    #[cfg(feature = "whole")]
    Merge(Vec<Fact>, Vec<String>),
    /// Write everything stored to a file of this name, compact or as lines for people; answer with `BackupSaved`.
    #[cfg(feature = "whole")]
    SaveBackup(String, super::Form),
    /// Remember when a backup was last written, and how many answers it held.
    #[cfg(feature = "whole")]
    NoteBackup(super::LastBackup),
    /// Let the learner choose a folder for backups; answer with `FolderIs`.
    #[cfg(feature = "whole")]
    ChooseFolder,
    /// Write a backup of this name into the chosen folder; answer with `FolderWritten`.
    #[cfg(feature = "whole")]
    SaveToFolder(String),
    /// Take away everything that this page keeps in this browser, and start anew.
    #[cfg(feature = "whole")]
    Erase,
    /// Read the whole log again; answer with `Reread`.
    Reread,
    /// Ask the browser to keep the data even when it runs short of space; answer with `Persisted`.
    AskToPersist,
}
