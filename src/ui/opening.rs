//! Opening the log at start: both copies are read and compared, a snapshot spares most of the reading, and what is left is read part
//! by part, with its progress on the page.

#[cfg(feature = "whole")]
use std::collections::BTreeSet;

use futures_util::future::join;
use wasm_bindgen::{JsCast as _, JsValue};

use super::browser::copies::Copies;
use super::browser::slots::LocalSlots;
use super::browser::{clock, locks, marker, page};
use crate::memory::Scheduler;
use crate::review::{History, Snapshot, Writer};
use crate::store::{
    self, Cover, Damage, Journal, Marks, Opening, SlotError, Sound, decode_snapshot, sum_in_head,
};

/// A log of more parts than this is read with pauses, so that the page can show how far it is (tunable).
const PARTS_AT_ONCE: usize = 8;

/// Both copies of the log, opened and read.
pub struct Opened {
    pub(super) copies: Result<Copies, String>,
    pub(super) journal: Journal<LocalSlots>,
    pub(super) log: Result<store::Opened, SlotError>,
    pub(super) marks: Marks,
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
    let ((copies, texts, snapshot), marked) = join(second_copy(), marker::read()).await;
    page::mark("cairn-copies");
    #[cfg(feature = "whole")]
    let notes = texts
        .iter()
        .flatten()
        .map(|(key, _)| key)
        .filter(|key| key.starts_with(store::NOTE_PREFIX))
        .cloned()
        .collect();
    let mut marks = Marks::parse(&marked.unwrap_or_default());
    let log = read(&mut journal, texts.as_deref(), snapshot.as_deref(), &marks).await;
    if let Ok(log) = &log {
        // What is lost was told; it is not told again once the learner has gone on.
        marks.forget_missing(log.history.ids());
    }
    Opened {
        copies,
        journal,
        log,
        marks,
        #[cfg(feature = "whole")]
        notes,
    }
}

/// Texts as the browser holds them.
type Raw = [(String, JsValue)];

/// The second copy, its texts and the snapshot, as far as they are to be had.
async fn second_copy() -> (
    Result<Copies, String>,
    Option<Vec<(String, JsValue)>>,
    Option<Vec<u8>>,
) {
    let copies = match Copies::open().await {
        Ok(copies) => copies,
        Err(words) => return (Err(words), None, None),
    };
    let (texts, snapshot) = join(copies.read(), copies.snapshot()).await;
    match texts {
        Ok(texts) => (Ok(copies), Some(texts), snapshot),
        Err(words) => (Err(words), None, snapshot),
    }
}

/// Texts that the snapshot covers, if both copies have them, alike and with the checksum that the snapshot knows. Two stores of
/// different kinds do not lose the same letter.
fn sound(texts: &Raw, cover: &Cover) -> Sound {
    let mut sound = Sound::new();
    for (key, text) in texts {
        let Some(sum) = cover.sum(key) else { continue };
        let head = || text.unchecked_ref::<js_sys::JsString>().substring(0, 9);
        if LocalSlots::raw(key) == *text && sum_in_head(&String::from(head())) == Some(sum) {
            sound.insert(key.clone(), sum);
        }
    }
    sound
}

async fn read(
    journal: &mut Journal<LocalSlots>,
    texts: Option<&Raw>,
    snapshot: Option<&[u8]>,
    marks: &Marks,
) -> Result<store::Opened, SlotError> {
    let snapshot = snapshot.and_then(decode_snapshot);
    let sound = match (texts, &snapshot) {
        (Some(texts), Some((cover, _))) => sound(texts, cover),
        _ => Sound::new(),
    };
    page::mark("cairn-compared");
    let spared = !sound.is_empty();
    let opened = read_with(journal, texts, snapshot, &sound, marks).await?;
    if let Some(opened) = opened.filter(|opened| !(spared && opened.history.is_outdated())) {
        return Ok(opened);
    }
    // The snapshot is of no use after all: everything is read.
    let opened = read_with(journal, texts, None, &Sound::new(), marks).await?;
    opened.ok_or(SlotError::Failed("the log could not be read".to_owned()))
}

async fn read_with(
    journal: &mut Journal<LocalSlots>,
    texts: Option<&Raw>,
    snapshot: Option<(Cover, Snapshot)>,
    sound: &Sound,
    marks: &Marks,
) -> Result<Option<store::Opened>, SlotError> {
    let looked_into = |(key, text): &(String, JsValue)| {
        (!sound.contains_key(key)).then(|| Some((key.clone(), text.as_string()?)))?
    };
    let copy = texts.map(|texts| texts.iter().filter_map(looked_into).collect());
    let scan = journal.scan(copy, sound)?;
    LocalSlots::probe()?;
    page::mark("cairn-scanned");
    let empty = scan.parts.is_empty() && scan.damage.is_empty();
    let fresh = History::new(Scheduler::default());
    let Some(mut opening) = Opening::new(scan, snapshot, fresh, journal) else {
        return Ok(None);
    };
    if !empty {
        opening.remember(marks);
    }
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
    if empty && !marks.day().is_empty() {
        // Both copies are empty, but there was a log here once.
        opened.damage.push(Damage::AllGone(marks.day().to_owned()));
    }
    Ok(Some(opened))
}

/// Reads the log again from local storage, when something has reached back into what was settled.
pub(super) async fn again() -> Option<History> {
    let mut journal = Journal::new(LocalSlots, Writer(0));
    let opened = read(&mut journal, None, None, &Marks::default())
        .await
        .ok()?;
    Some(opened.history)
}
