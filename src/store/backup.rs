//! Everything in one file for people, and back: JSON Lines that a person can read. The first line says what it is; each further line is a
//! fact with its checksum, as in the log.

use std::fmt;

use super::line::{Line, decode_line, encode_line};
use crate::review::{Fact, in_order};

const HEAD: &str = "cairn-backup 1";

/// The largest backup that is read, in bytes. A million answers are some 150 MB as lines.
pub const BACKUP_MAX_BYTES: usize = 200_000_000;

/// The most facts that a file may bring: three times the largest known life of answers.
pub(super) const FACTS_MAX: u64 = 2_000_000;

/// What a backup holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// Facts of this version.
    pub facts: Vec<Fact>,
    /// Lines of newer versions.
    pub foreign: Vec<String>,
}

/// Why a file is no usable backup. Nothing is imported then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// Not text, or not begun as a backup is.
    NotABackup,
    /// Written by a newer version.
    Newer(String),
    /// A line is not as it was written; its number.
    Damaged(usize),
    /// The end is missing: lines said to be there, and lines found.
    CutShort(usize, usize),
    /// A part of the file is not as it was written; its number.
    Part(usize),
    /// Larger than anything that is read.
    TooLarge(usize),
    /// More facts than anybody can have.
    TooMany(u64),
}

impl fmt::Display for BackupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotABackup => write!(
                f,
                "This file is not a backup of Cairn. Nothing was changed."
            ),
            Self::Newer(version) => write!(
                f,
                "This backup was written by a newer version of Cairn ({version}). Reload to get that version; nothing was changed."
            ),
            Self::Damaged(line) => write!(
                f,
                "Line {line} of this backup is damaged. Nothing was changed; try another copy of the file."
            ),
            Self::CutShort(said, found) => write!(
                f,
                "This backup was cut short: it holds {found} of {said} entries. Nothing was changed; try another copy."
            ),
            Self::Part(number) => write!(
                f,
                "Part {number} of this backup is damaged or cut short. Nothing was changed; try another copy of the file."
            ),
            Self::TooMany(facts) => write!(
                f,
                "This file says that it holds {facts} entries, more than anybody can have. Nothing was changed."
            ),
            Self::TooLarge(bytes) => write!(
                f,
                "This file is too large for a backup ({} MB). Nothing was changed.",
                bytes / 1_000_000
            ),
        }
    }
}

/// Writes a backup. The order is that of the facts' times, so equal logs make equal files.
pub fn write_backup(facts: &[Fact], foreign: &[String]) -> String {
    let ordered = in_order(facts);
    let mut text = format!("{HEAD} {}\n", facts.len() + foreign.len());
    for line in ordered
        .into_iter()
        .map(encode_line)
        .chain(foreign.iter().cloned())
    {
        text.push_str(&line);
        text.push('\n');
    }
    text
}

/// Reads a backup, whole or not at all.
pub fn read_backup(bytes: &[u8]) -> Result<Backup, BackupError> {
    if bytes.len() > BACKUP_MAX_BYTES {
        return Err(BackupError::TooLarge(bytes.len()));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| BackupError::NotABackup)?;
    let mut lines = text.lines().enumerate();
    let head = lines.next().map(|(_, l)| l).unwrap_or_default();
    let count = match head.strip_prefix(HEAD).map(str::trim) {
        Some(count) => count.parse::<u64>().map_err(|_| BackupError::NotABackup)?,
        None if head.starts_with("cairn-backup ") => {
            return Err(BackupError::Newer(head.to_owned()));
        }
        None => return Err(BackupError::NotABackup),
    };
    if count > FACTS_MAX {
        return Err(BackupError::TooMany(count));
    }
    let mut backup = Backup::default();
    for (index, line) in lines.filter(|(_, l)| !l.is_empty()) {
        match decode_line(line) {
            Ok(Line::Known(fact)) => backup.facts.push(*fact),
            Ok(Line::Foreign(line)) => backup.foreign.push(line),
            // A last line without its end was cut off; anywhere else the file is damaged.
            Err(_) if !text.ends_with('\n') && index + 1 == text.lines().count() => break,
            Err(_) => return Err(BackupError::Damaged(index + 1)),
        }
    }
    let found = backup.facts.len() + backup.foreign.len();
    if found as u64 != count {
        return Err(BackupError::CutShort(count as usize, found));
    }
    Ok(backup)
}
