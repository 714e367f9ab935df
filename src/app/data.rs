//! Backup and import.

use super::{App, Effect, Errand, Form, Storage};
use crate::review::{Fact, What};
use crate::store::{BackupError, Damage, SlotError, read_archive};
use crate::time::Stamp;

/// The state of the data screen.
#[derive(Debug, Default)]
pub struct Data {
    pub(super) message: Option<Message>,
    pub(super) import: Option<Import>,
    pub(super) unsaved_text: Option<String>,
}

/// The outcome of the last thing done, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Message {
    /// It worked.
    Done(String),
    /// It did not; nothing was changed.
    Failed(String),
}

#[derive(Debug)]
pub(super) struct Import {
    facts: Vec<Fact>,
    foreign: Vec<String>,
    preview: ImportPreview,
}

/// What an import would add.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportPreview {
    /// Entries in the file.
    pub entries: usize,
    /// Answers that are not here yet.
    pub answers: usize,
    /// Other entries that are not here yet.
    pub others: usize,
}

impl Data {
    /// What the chosen backup would add.
    pub fn import(&self) -> Option<ImportPreview> {
        self.import.as_ref().map(|i| i.preview)
    }
}

/// The name of a backup made now: the calendar's day, whatever the learner's day begins at.
pub(super) fn backup_name(now: Stamp, form: Form) -> String {
    let ending = match form {
        Form::Compact => "cairn",
        Form::Lines => "jsonl",
    };
    format!("cairn-backup-{}.{ending}", now.day(0))
}

impl App {
    pub(super) fn backup_saved(
        &mut self,
        result: Result<usize, SlotError>,
        now: Stamp,
    ) -> Vec<Effect> {
        let made = result.is_ok();
        self.data.message = Some(match result {
            Ok(bytes) => Message::Done(format!(
                "Backup written ({} kB). Keep it somewhere outside this browser.",
                bytes.div_ceil(1_000)
            )),
            Err(error) => Message::Failed(error.to_string()),
        });
        if made {
            return vec![self.backup_made(now)];
        }
        Vec::new()
    }

    /// A file was written, which the browser shows by itself; or it was not, which is said on the screen that wanted it.
    pub(super) fn text_saved(&mut self, result: Result<(), String>) -> Vec<Effect> {
        self.data.unsaved_text = result.err();
        Vec::new()
    }

    /// Why the last file of figures or notes could not be written.
    pub fn unsaved_text(&self) -> Option<&str> {
        self.data.unsaved_text.as_deref()
    }

    pub(super) fn file_too_large(&mut self, bytes: usize) -> Vec<Effect> {
        self.data.import = None;
        let words = BackupError::TooLarge(bytes).to_string();
        self.data.message = Some(Message::Failed(words));
        Vec::new()
    }

    pub(super) fn backup_picked(&mut self, bytes: &[u8]) -> Vec<Effect> {
        self.data.message = None;
        self.data.import = None;
        match read_archive(bytes) {
            Err(error) => self.data.message = Some(Message::Failed(error.to_string())),
            Ok(backup) => {
                let mut preview = ImportPreview {
                    entries: backup.facts.len() + backup.foreign.len(),
                    ..ImportPreview::default()
                };
                for fact in backup.facts.iter().filter(|f| !self.history.knows(f.id)) {
                    match fact.what {
                        What::Answered(_) => preview.answers += 1,
                        _ => preview.others += 1,
                    }
                }
                self.data.import = Some(Import {
                    facts: backup.facts,
                    foreign: backup.foreign,
                    preview,
                });
            }
        }
        Vec::new()
    }

    pub(super) fn import_accepted(&mut self) -> Vec<Effect> {
        if matches!(self.storage, Storage::Newer(_)) {
            let words = format!("{} Nothing was imported.", SlotError::ReadOnly);
            self.data.message = Some(Message::Failed(words));
            return Vec::new();
        }
        self.data.import.as_ref().map_or_else(Vec::new, |import| {
            vec![Errand::Merge(import.facts.clone(), import.foreign.clone()).into()]
        })
    }

    pub(super) fn import_dismissed(&mut self) -> Vec<Effect> {
        self.data.import = None;
        Vec::new()
    }

    pub(super) fn merged(&mut self, result: Result<usize, SlotError>) -> Vec<Effect> {
        let Some(import) = self.data.import.take() else {
            return Vec::new();
        };
        match result {
            Ok(added) => {
                self.history.extend(&import.facts);
                if let Some(meanwhile) = &mut self.rereading {
                    meanwhile.extend(import.facts.iter().cloned());
                }
                self.own_decks_from_history();
                self.forget_loss();
                let entries = if added == 1 { "entry" } else { "entries" };
                self.data.message = Some(Message::Done(format!("{added} {entries} added.")));
                let studied = self.content.packs.keys().cloned().collect::<Vec<_>>();
                let of_track = |id: &crate::deck::id::TrackId| {
                    self.history
                        .records()
                        .any(|(item, _)| item.track() == id.as_str())
                };
                let wanted: Vec<_> = studied.into_iter().filter(of_track).collect();
                wanted.iter().filter_map(|id| self.fetch(id)).collect()
            }
            Err(error) => {
                self.data.message = Some(Message::Failed(format!("{error} Nothing was imported.")));
                self.data.import = Some(import);
                Vec::new()
            }
        }
    }

    /// What was said of a log that is gone is no longer so once a backup has come in.
    fn forget_loss(&mut self) {
        if let Storage::Damaged(damage) = &mut self.storage {
            damage.retain(|damage| !matches!(damage, Damage::AllGone(_)));
            if damage.is_empty() {
                self.storage = Storage::Sound;
            }
        }
    }
}
