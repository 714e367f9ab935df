//! What the learner does beside studying: own decks, backups, settings. Only the whole module has it; the module that a first
//! visit loads does without, so that the first card is there soon.

use super::{App, Effect, data, saving};
use crate::deck::id::TrackId;
use crate::review::{Setting, What};
use crate::store::SlotError;
use crate::time::Stamp;

/// An event at the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum Desk {
    /// A file with a deck was chosen: its name and content.
    DeckPicked(String, Vec<u8>),
    /// The deck looked at shall be added.
    DeckAccepted,
    /// ... or not.
    DeckDismissed,
    /// An own deck shall be removed.
    DeckRemoved(TrackId),
    /// A backup is wanted.
    BackupAsked,
    /// The backup is written (bytes), or not.
    BackupSaved(Result<usize, SlotError>),
    /// A file with a backup was chosen.
    BackupPicked(Vec<u8>),
    /// The backup looked at shall be imported.
    ImportAccepted,
    /// ... or not.
    ImportDismissed,
    /// The import is stored (entries added), or not.
    Merged(Result<usize, SlotError>),
    /// A setting was changed.
    Changed(Setting),
}

impl App {
    pub(super) fn desk(&mut self, event: Desk, now: Stamp) -> Vec<Effect> {
        match event {
            Desk::DeckPicked(name, bytes) => self.deck_picked(&name, &bytes),
            Desk::DeckAccepted => self.deck_accepted(now),
            Desk::DeckDismissed => self.deck_dismissed(),
            Desk::DeckRemoved(id) => self.deck_removed(id, now),
            Desk::BackupAsked => vec![Effect::SaveBackup(data::backup_name(now))],
            Desk::BackupSaved(result) => self.backup_saved(result),
            Desk::BackupPicked(bytes) => self.backup_picked(&bytes),
            Desk::ImportAccepted => self.import_accepted(),
            Desk::ImportDismissed => self.import_dismissed(),
            Desk::Merged(result) => self.merged(result),
            Desk::Changed(setting) => self.record(What::Set(setting), saving::Then::Stay, now),
        }
    }
}
