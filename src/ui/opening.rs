//! Opening the log at start: both copies are read and compared, a snapshot spares most of the reading, and what is left is read part
//! by part, with its progress on the page.

#[cfg(feature = "whole")]
use std::collections::BTreeSet;

use super::browser::copies::Copies;
use super::browser::slots::LocalSlots;
use super::browser::{clock, locks, marker, page};
use crate::memory::Scheduler;
use crate::review::{History, Writer};
#[cfg(feature = "whole")]
use crate::store::Slots as _;
use crate::store::{self, Copy as LogCopy, Damage, Journal, Opening, SlotError};

/// A log of more parts than this is read with pauses, so that the page can show how far it is (tunable).
const PARTS_AT_ONCE: usize = 8;

/// Both copies of the log, opened and read.
pub struct Opened {
    pub(super) copies: Result<Copies, String>,
    pub(super) journal: Journal<LocalSlots>,
    pub(super) log: Result<store::Opened, SlotError>,
    /// Notes that an earlier session left, of short texts that long ones replace.
    #[cfg(feature = "whole")]
    pub(super) notes: BTreeSet<String>,
}

/// Opens the log.
pub(super) async fn open() -> Opened {
    let writer = Writer(clock::random());
    locks::announce(writer);
    let mut journal = Journal::new(LocalSlots, writer);
    page::mark("cairn-begin");
    let (copies, texts) = second_copy().await;
    let snapshot = match &copies {
        Ok(copies) => copies.snapshot().await,
        Err(_) => None,
    };
    page::mark("cairn-copies");
    #[cfg(feature = "whole")]
    let notes = texts
        .iter()
        .flat_map(LogCopy::keys)
        .filter(|key| key.starts_with(store::NOTE_PREFIX))
        .cloned()
        .collect();
    let log = read(&mut journal, texts, snapshot).await;
    Opened {
        copies,
        journal,
        log,
        #[cfg(feature = "whole")]
        notes,
    }
}

async fn second_copy() -> (Result<Copies, String>, Option<LogCopy>) {
    let copies = match Copies::open().await {
        Ok(copies) => copies,
        Err(words) => return (Err(words), None),
    };
    match copies.read().await {
        Ok(texts) => (Ok(copies), Some(texts)),
        Err(words) => (Err(words), None),
    }
}

async fn read(
    journal: &mut Journal<LocalSlots>,
    texts: Option<LogCopy>,
    snapshot: Option<Vec<u8>>,
) -> Result<store::Opened, SlotError> {
    let scan = journal.scan(texts)?;
    LocalSlots::probe()?;
    page::mark("cairn-scanned");
    let empty = scan.parts.is_empty() && scan.damage.is_empty();
    let fresh = History::new(Scheduler::default());
    let mut opening = Opening::new(scan, snapshot.as_deref(), fresh, journal);
    page::mark("cairn-snapshot");
    while opening.step(journal) {
        let (read, total) = opening.progress();
        if total > PARTS_AT_ONCE {
            page::boot(&format!("Reading your log: {read} of {total} parts"));
            page::pause().await;
        }
    }
    let mut opened = opening.finish(journal);
    page::mark("cairn-read");
    if empty && let Some(day) = marker::read().await {
        // Both copies are empty, but there was a log here once.
        opened.damage.push(Damage::AllGone(day));
    }
    Ok(opened)
}

/// Reads the log again from local storage, when something has reached back into what was settled.
pub(super) async fn again() -> Option<History> {
    let mut journal = Journal::new(LocalSlots, Writer(0));
    let opened = read(&mut journal, None, None).await.ok()?;
    Some(opened.history)
}

/// Code units that everything in local storage takes, names included.
#[cfg(feature = "whole")]
pub(super) fn units_used() -> Option<usize> {
    let units = |text: &str| text.encode_utf16().count();
    let mut used = 0;
    for key in LocalSlots.keys().ok()? {
        let text = LocalSlots.get(&key).ok().flatten().unwrap_or_default();
        used += units(&key) + units(&text);
    }
    Some(used)
}
