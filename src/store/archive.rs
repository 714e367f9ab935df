//! The backup file: the log's own segments, which are compact already, behind a line that says what it is.
//!
//! ```text
//! cairn-backup 2 <segments> <facts>\n
//! then each segment as bytes (see `segment`), one after the other
//! ```
//! A million answers are some 3.5 MB. The older form, lines of JSON for people (`backup`), is read as well.

use super::backup::{Backup, BackupError, FACTS_MAX, read_backup};
use super::journal::segments;
use super::scan::Part;
use super::segment::{SegmentError, from_bytes, to_bytes};

const HEAD: &str = "cairn-backup 2 ";
/// What a file may unfold to: so much, and so many times its own length. Answers take some forty times their room in a file.
const WEIGHT_MAX: usize = 16_000_000;
const WEIGHT_TIMES: usize = 128;

/// Writes everything that was found as one file. Parts that cannot be read are left out.
pub fn write_archive(parts: impl IntoIterator<Item = Part>) -> Vec<u8> {
    let (mut body, mut count, mut total) = (Vec::new(), 0, 0_u64);
    for part in parts {
        let Ok((facts, lines)) = part.read() else {
            continue;
        };
        for segment in segments(&facts, lines) {
            body.extend(to_bytes(&segment, 0).0);
            count += 1;
            total += segment
                .runs
                .iter()
                .map(|run| run.facts.len() as u64)
                .sum::<u64>();
        }
    }
    let mut file = format!("{HEAD}{count} {total}\n").into_bytes();
    file.extend(body);
    file
}

/// Reads a backup of either form, whole or not at all.
pub fn read_archive(bytes: &[u8]) -> Result<Backup, BackupError> {
    if !bytes.starts_with(HEAD.as_bytes()) {
        return read_backup(bytes);
    }
    let line = bytes.iter().take(64).position(|b| *b == b'\n');
    let line = line.ok_or(BackupError::NotABackup)?;
    let head =
        std::str::from_utf8(&bytes[HEAD.len()..line]).map_err(|_| BackupError::NotABackup)?;
    let numbers = head.split_once(' ').and_then(|(segments, facts)| {
        Some((segments.parse::<usize>().ok()?, facts.parse::<u64>().ok()?))
    });
    let (segments, facts) = numbers.ok_or(BackupError::NotABackup)?;
    if facts > FACTS_MAX {
        return Err(BackupError::TooMany(facts));
    }
    // Everything is checked before anything is read: a file that is cut short costs nothing.
    let mut rest = &bytes[line + 1..];
    let mut wholes = Vec::new();
    while !rest.is_empty() {
        let (whole, end) = from_bytes(rest).map_err(|error| match error {
            SegmentError::Newer(version) => BackupError::Newer(format!("segments {version}")),
            _ => BackupError::Part(wholes.len() + 1),
        })?;
        wholes.push(whole);
        rest = &rest[end..];
    }
    let found: u64 = wholes.iter().map(|whole| u64::from(whole.facts)).sum();
    if wholes.len() != segments || found != facts {
        return Err(BackupError::CutShort(facts as usize, found as usize));
    }
    let mut backup = Backup::default();
    let most = WEIGHT_MAX + bytes.len().saturating_mul(WEIGHT_TIMES);
    let mut weight = 0;
    for (index, whole) in wholes.into_iter().enumerate() {
        let segment = whole.read().map_err(|_| BackupError::Part(index + 1))?;
        weight += segment.weight();
        if weight > most {
            return Err(BackupError::Part(index + 1));
        }
        backup
            .facts
            .extend(segment.runs.into_iter().flat_map(|run| run.facts));
        backup.foreign.extend(segment.lines);
    }
    Ok(backup)
}
