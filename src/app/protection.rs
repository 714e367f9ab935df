//! Backups outside the browser: when the last one was made, when to remind, and the folder that they go to by themselves.

use super::{App, Effect, Errand};
use crate::time::{Day, Stamp};

/// After so many answers since the last backup the learner is reminded (tunable).
const ANSWERS_UNPROTECTED: usize = 300;
/// ... or after so many days, if there was an answer since (tunable).
const DAYS_UNPROTECTED: i32 = 7;
/// A backup goes to the folder after so many answers (tunable).
const ANSWERS_PER_COPY: usize = 50;

/// The last backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastBackup {
    /// The calendar's day.
    pub day: Day,
    /// Answers in it.
    pub answers: usize,
}

impl LastBackup {
    /// As it is kept beside the log.
    pub fn to_text(self) -> String {
        format!("{} {}", self.day.0, self.answers)
    }

    /// Reads what was kept.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, answers) = text.split_once(' ')?;
        Some(Self {
            day: Day(day.parse().ok()?),
            answers: answers.parse().ok()?,
        })
    }
}

/// The folder that backups go to by themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Folder {
    /// This browser writes to no folder.
    #[default]
    Unknown,
    /// It can, and none is chosen.
    None,
    /// Chosen, but the browser wants to be asked again.
    Asleep(String),
    /// Backups go there.
    Ready(String),
    /// The last one could not be written; the folder, and why.
    Failed(String, String),
}

/// What is known of backups.
#[derive(Clone, Debug, Default)]
pub struct Protection {
    last: Option<LastBackup>,
    folder: Folder,
    /// Answers in the last copy that went to the folder, or was on its way.
    copied: usize,
    later: bool,
}

impl Protection {
    /// The last backup.
    pub fn last(&self) -> Option<LastBackup> {
        self.last
    }

    /// The folder.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }
}

impl App {
    /// What was kept of the last backup was read.
    pub(super) fn backup_noted(&mut self, last: LastBackup) -> Vec<Effect> {
        self.protection.last = Some(last);
        Vec::new()
    }

    /// A backup with everything was made.
    pub(super) fn backup_made(&mut self, now: Stamp) -> Effect {
        let last = LastBackup {
            day: now.day(0),
            answers: self.history.answer_count(),
        };
        self.protection.last = Some(last);
        Errand::NoteBackup(last).into()
    }

    pub(super) fn folder_is(&mut self, folder: Folder, now: Stamp) -> Vec<Effect> {
        let ready = matches!(folder, Folder::Ready(_));
        self.protection.folder = folder;
        if ready {
            return self.copy_to_folder(now);
        }
        Vec::new()
    }

    pub(super) fn folder_written(&mut self, result: Result<(), String>, now: Stamp) -> Vec<Effect> {
        match (result, &self.protection.folder) {
            (Ok(()), _) => vec![self.backup_made(now)],
            (Err(words), Folder::Ready(name)) => {
                self.protection.folder = Folder::Failed(name.clone(), words);
                Vec::new()
            }
            (Err(_), _) => Vec::new(),
        }
    }

    /// After some answers a backup goes to the folder, if there is one.
    pub(super) fn copy_now_and_then(&mut self, now: Stamp) -> Vec<Effect> {
        if self.history.answer_count() < self.protection.copied + ANSWERS_PER_COPY {
            return Vec::new();
        }
        self.copy_to_folder(now)
    }

    fn copy_to_folder(&mut self, now: Stamp) -> Vec<Effect> {
        if !matches!(self.protection.folder, Folder::Ready(_)) {
            return Vec::new();
        }
        self.protection.copied = self.history.answer_count();
        let name = super::data::backup_name(now, super::Form::Compact);
        vec![Errand::SaveToFolder(name).into()]
    }

    pub(super) fn reminded_later(&mut self) -> Vec<Effect> {
        self.protection.later = true;
        Vec::new()
    }

    /// A gentle word when much would be lost with this browser; `None` when all is well or the learner said later.
    pub fn backup_reminder(&self, now: Stamp) -> Option<String> {
        let answers = self.history.answer_count();
        if self.protection.later {
            return None;
        }
        let Some(last) = self.protection.last else {
            return (answers >= ANSWERS_UNPROTECTED).then(|| {
                format!(
                    "{answers} answers are kept in this browser only. A backup takes one click."
                )
            });
        };
        let since = answers.saturating_sub(last.answers);
        let days = now.day(0).since(last.day);
        let due = since >= ANSWERS_UNPROTECTED || (since > 0 && days >= DAYS_UNPROTECTED);
        let ago = match days {
            ..=0 => "today".to_owned(),
            1 => "yesterday".to_owned(),
            _ => format!("{days} days ago"),
        };
        let answers = if since == 1 {
            "1 answer has come".to_owned()
        } else {
            format!("{since} answers have come")
        };
        due.then(|| format!("The last backup was made {ago}; {answers} since."))
    }
}
