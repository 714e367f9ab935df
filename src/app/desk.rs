//! What the learner does beside studying: own decks, backups, settings. Only the whole module has it; the module that a first
//! visit loads does without, so that the first card is there soon.

use super::{App, Count, Effect, Folder, Held, LastBackup, Report, Route, data, saving};
use crate::deck::id::{ItemId, TrackId};
use crate::review::{Fact, Setting, What};
use crate::roadmap::Span;
use crate::store::SlotError;
use crate::time::Stamp;

/// The two forms of a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Compact, to be kept.
    Compact,
    /// Lines of JSON, to be read by people and other programs.
    Lines,
}

/// What the desk wants done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Errand {
    /// Store facts of a backup and lines of newer versions, all or none; answer with `Merged`.
    Merge(Vec<Fact>, Vec<String>),
    /// Write everything stored to a file of this name, compact or as lines for people; answer with `BackupSaved`.
    SaveBackup(String, Form),
    /// Remember when a backup was last written, and how many answers it held.
    NoteBackup(LastBackup),
    /// Let the learner choose a folder for backups; answer with `FolderIs`.
    ChooseFolder,
    /// Write a backup of this name into the chosen folder; answer with `FolderWritten`.
    SaveToFolder(String),
    /// Show this address; the screen is open already, and Back leads to the one before.
    Show(Route),
    /// Read the answers to an item from the log; answer with `Browsing::HistoryRead`.
    ReadItem(ItemId),
    /// Read the answers to drills from the log; answer with `Browsing::DrillsRead`.
    ReadDrills,
    /// Let the page be drawn, then answer with `PlanOn`: a step of the plan is to be taken.
    Plan,
    /// Train memory parameters on the log, beside the page; answer with `TrainingTold` until it is over.
    Train(Held),
    /// End the training that is going on.
    StopTraining,
    /// Count what the answers add up to, beside the page; answer with `Counting::Told` until it is over, and with `Counting::Slow` and this
    /// number after a second.
    Count(u32, Box<Count>),
    /// Nobody wants to know any more: end what is being counted, and let go of what was read for it.
    StopCounting,
    /// Fetch the list of paths; answer with `Roading::PathsFetched`.
    FetchPaths,
    /// Fetch a path from this file; answer with `Roading::PathFetched`.
    FetchPath(String, String),
    /// Read from the log what the answers of these periods did, nights beginning at this hour; answer with `Reviewing::Read`.
    ReadAnswers(Vec<Span>, u8),
    /// Let the page be drawn, then answer with `Reviewing::WentOn`: a step of a review is to be taken.
    ReviewOn,
    /// Give the learner a file of this name with this text; answer with `TextSaved`.
    SaveText(String, String),
    /// Take away everything that this page keeps in this browser, and start anew.
    Erase,
}

impl From<Errand> for Effect {
    fn from(errand: Errand) -> Self {
        Self::Desk(errand)
    }
}

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
    /// An exam shall be booked for this day, as `2026-12-31`.
    Booked(TrackId, String),
    /// A booking shall be taken back.
    Unbooked(TrackId),
    /// A day shall be off (true) or a study day.
    DayOff(String, bool),
    /// The next step of the plan can be taken.
    PlanOn,
    /// A backup is wanted, in this form.
    BackupAsked(Form),
    /// What was kept of the last backup.
    BackupNoted(LastBackup),
    /// The learner will be reminded another day.
    RemindedLater,
    /// The learner wants backups to go to a folder by themselves, or wakes the chosen one.
    FolderAsked,
    /// This is how it stands with the folder.
    FolderIs(Folder),
    /// A backup is in the folder, or not and why.
    FolderWritten(Result<(), String>),
    /// A chosen file is larger than anything that is read; its bytes.
    FileTooLarge(usize),
    /// The learner typed the word and wants everything taken away.
    Erased,
    /// The backup is written (bytes), or not.
    BackupSaved(Result<usize, SlotError>),
    /// A file of the learner's own figures or notes is written, or not and why.
    TextSaved(Result<(), String>),
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
    /// So many minutes shall be studied on every weekday that has some.
    MinutesChosen(u16),
    /// Memory parameters shall be trained on the learner's own answers.
    TrainingAsked,
    /// ... and no longer.
    TrainingCancelled,
    /// The training tells how far it is, or what came of it.
    TrainingTold(Report),
    /// The parameters that were found shall hold.
    TrainingAdopted,
    /// What came of the training was read.
    TrainingDismissed,
    /// The published memory parameters shall hold again.
    PublishedAgain,
    /// The learner's own parameters that held before shall hold again.
    BeforeAgain,
}

impl App {
    pub(super) fn desk(&mut self, event: Desk, now: Stamp) -> Vec<Effect> {
        match event {
            Desk::DeckPicked(name, bytes) => self.deck_picked(&name, &bytes),
            Desk::DeckAccepted => self.deck_accepted(now),
            Desk::DeckDismissed => self.deck_dismissed(),
            Desk::DeckRemoved(id) => self.deck_removed(id, now),
            Desk::Booked(track, day) => self.booked(track, &day, now),
            Desk::Unbooked(track) => self.unbooked(track, now),
            Desk::DayOff(day, off) => self.day_off(&day, off, now),
            Desk::PlanOn => self.plan_on(now),
            Desk::BackupAsked(form) => {
                vec![Errand::SaveBackup(data::backup_name(now, form), form).into()]
            }
            Desk::BackupSaved(result) => self.backup_saved(result, now),
            Desk::BackupNoted(last) => self.backup_noted(last),
            Desk::RemindedLater => self.reminded_later(),
            Desk::FolderAsked => vec![Errand::ChooseFolder.into()],
            Desk::FolderIs(folder) => self.folder_is(folder, now),
            Desk::FolderWritten(result) => self.folder_written(result, now),
            Desk::FileTooLarge(bytes) => self.file_too_large(bytes),
            Desk::Erased => vec![Errand::Erase.into()],
            Desk::TextSaved(result) => self.text_saved(result),
            Desk::BackupPicked(bytes) => self.backup_picked(&bytes),
            Desk::ImportAccepted => self.import_accepted(),
            Desk::ImportDismissed => self.import_dismissed(),
            Desk::Merged(result) => self.merged(result),
            Desk::Changed(setting) => self.record(What::Set(setting), saving::Then::Stay, now),
            Desk::MinutesChosen(minutes) => self.minutes_chosen(minutes, now),
            Desk::TrainingAsked => self.training_asked(),
            Desk::TrainingCancelled => self.training_cancelled(),
            Desk::TrainingTold(report) => self.training_told(report),
            Desk::TrainingAdopted => self.training_adopted(now),
            Desk::TrainingDismissed => self.training_dismissed(),
            Desk::PublishedAgain => self.published_again(now),
            Desk::BeforeAgain => self.parameters_before_again(now),
        }
    }
}
