//! The log in slots. Each tab writes chunks under names of its own, `cairn1.log.<writer>.<chunk>`, so no two tabs ever
//! write the same name. A chunk is a head line and then a line for each fact; only the newest chunk of this tab is rewritten,
//! and it is kept short.
//!
//! Reading never writes. What cannot be read is reported and left where it is.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt;

use super::line::{Line, decode_line, encode_line};
use super::slots::{SlotError, Slots};
use crate::review::{Fact, FactId, Writer};

/// Every name of this version begins with it.
pub const PREFIX: &str = "cairn1.log.";

/// The first line of each chunk.
const HEAD: &str = "cairn-log 1";

/// A chunk is closed at this many bytes: small writes are the fast ones (tunable).
const CHUNK_BYTES: usize = 8_000;

/// Something in storage that isn't as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// A chunk whose head says a newer version wrote it.
    Newer(String),
    /// A value under our prefix that no version of Cairn wrote.
    NotOurs(String),
    /// So many lines of a chunk are not as they were written.
    Lines(String, usize),
    /// So many facts of one writer are missing.
    Missing(Writer, usize),
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Newer(key) => write!(
                f,
                "“{key}” was written by a newer version of Cairn. It is kept as it is; reload to get that version."
            ),
            Self::NotOurs(key) => write!(f, "“{key}” was not written by Cairn. It is left alone."),
            Self::Lines(key, count) => write!(
                f,
                "{count} entries of “{key}” are damaged and were left out. They are kept as they are; import a backup to fill the gap."
            ),
            Self::Missing(writer, count) => write!(
                f,
                "{count} entries written by {writer} are missing from this browser. Import a backup to fill the gap."
            ),
        }
    }
}

/// What was found at start.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// Every readable fact, each once.
    pub facts: Vec<Fact>,
    /// Whole lines of newer versions.
    pub foreign: Vec<String>,
    /// What isn't as it should be.
    pub damage: Vec<Damage>,
}

/// The log in a store of slots.
#[derive(Debug)]
pub struct Journal<S> {
    slots: S,
    writer: Writer,
    chunk: u32,
    tail: String,
    known: HashSet<FactId>,
    known_lines: BTreeSet<String>,
}

impl<S: Slots> Journal<S> {
    /// Reads everything. `writer` must be new: a name that no other tab has.
    pub fn open(slots: S, writer: Writer) -> (Self, Result<Loaded, SlotError>) {
        let mut journal = Self {
            slots,
            writer,
            chunk: 0,
            tail: String::new(),
            known: HashSet::new(),
            known_lines: BTreeSet::new(),
        };
        let loaded = journal.load();
        (journal, loaded)
    }

    fn load(&mut self) -> Result<Loaded, SlotError> {
        // A tree rather than a sort: the keys come in any order.
        let ours = |key: &String| key.starts_with(PREFIX);
        let mut keys = BTreeSet::new();
        for key in self.slots.keys()?.into_iter().filter(ours) {
            keys.insert(key);
        }
        let mut loaded = Loaded::default();
        for key in keys {
            if let Some(text) = self.slots.get(&key)? {
                self.read_chunk(&key, &text, &mut loaded);
            }
        }
        loaded.damage.extend(gaps(&loaded.facts));
        Ok(loaded)
    }

    fn read_chunk(&mut self, key: &str, text: &str, loaded: &mut Loaded) {
        let mut lines = text.lines();
        match lines.next() {
            Some(HEAD) => {}
            Some(head) if head.starts_with("cairn-log ") => {
                return loaded.damage.push(Damage::Newer(key.to_owned()));
            }
            _ => return loaded.damage.push(Damage::NotOurs(key.to_owned())),
        }
        let mut damaged = 0;
        for line in lines.filter(|l| !l.is_empty()) {
            match decode_line(line) {
                Ok(Line::Known(fact)) => {
                    if self.known.insert(fact.id) {
                        loaded.facts.push(*fact);
                    }
                }
                Ok(Line::Foreign(line)) => {
                    if self.known_lines.insert(line.clone()) {
                        loaded.foreign.push(line);
                    }
                }
                Err(_) => damaged += 1,
            }
        }
        if damaged > 0 {
            loaded.damage.push(Damage::Lines(key.to_owned(), damaged));
        }
    }

    /// The writer of this tab.
    pub fn writer(&self) -> Writer {
        self.writer
    }

    fn key(&self, chunk: u32) -> String {
        format!("{PREFIX}{}.{chunk:06}", self.writer)
    }

    /// Stores one fact. On an error nothing has changed, and the same fact can be tried again.
    pub fn append(&mut self, fact: &Fact) -> Result<(), SlotError> {
        if self.known.contains(&fact.id) {
            return Ok(());
        }
        let line = encode_line(fact);
        let full = !self.tail.is_empty() && self.tail.len() + line.len() > CHUNK_BYTES;
        let chunk = self.chunk + u32::from(full || self.tail.is_empty());
        let mut tail = if full || self.tail.is_empty() {
            HEAD.to_owned()
        } else {
            self.tail.clone()
        };
        tail.push('\n');
        tail.push_str(&line);
        self.slots.set(&self.key(chunk), &tail)?;
        (self.chunk, self.tail) = (chunk, tail);
        self.known.insert(fact.id);
        Ok(())
    }

    /// Stores facts that came from elsewhere, all or none. Facts that are there already are passed over.
    /// Gives how many were added.
    pub fn merge(&mut self, facts: &[Fact], foreign: &[String]) -> Result<usize, SlotError> {
        let mut seen = HashSet::new();
        let fresh: Vec<&Fact> = facts
            .iter()
            .filter(|f| !self.known.contains(&f.id) && seen.insert(f.id))
            .collect();
        let mut lines: Vec<String> = fresh.iter().map(|f| encode_line(f)).collect();
        let unknown = |line: &&String| !self.known_lines.contains(*line);
        lines.extend(foreign.iter().filter(unknown).cloned());
        let mut written: Vec<String> = Vec::new();
        let mut chunk = self.chunk;
        let mut text = String::new();
        for (index, line) in lines.iter().enumerate() {
            if text.is_empty() {
                text.push_str(HEAD);
            }
            text.push('\n');
            text.push_str(line);
            if text.len() > CHUNK_BYTES || index + 1 == lines.len() {
                chunk += 1;
                let key = self.key(chunk);
                if let Err(error) = self.slots.set(&key, &text) {
                    for key in &written {
                        // What cannot be taken away again is whole facts of a backup: no harm in them.
                        let _ = self.slots.remove(key);
                    }
                    return Err(error);
                }
                written.push(key);
                text.clear();
            }
        }
        // The next answer begins a chunk of its own.
        (self.chunk, self.tail) = (chunk, String::new());
        self.known.extend(fresh.iter().map(|f| f.id));
        self.known_lines.extend(foreign.iter().cloned());
        Ok(fresh.len())
    }

    /// The store, to look at in tests.
    pub fn slots(&self) -> &S {
        &self.slots
    }

    /// The store, to break in tests.
    pub fn slots_mut(&mut self) -> &mut S {
        &mut self.slots
    }
}

/// Numbers that are missing below a writer's highest one.
fn gaps(facts: &[Fact]) -> Vec<Damage> {
    let mut writers: BTreeMap<Writer, (u32, usize)> = BTreeMap::new();
    for fact in facts {
        let entry = writers.entry(fact.id.writer).or_default();
        entry.0 = entry.0.max(fact.id.number);
        entry.1 += 1;
    }
    writers
        .into_iter()
        .filter_map(|(writer, (highest, count))| {
            let missing = (highest as usize).saturating_sub(count);
            (missing > 0).then_some(Damage::Missing(writer, missing))
        })
        .collect()
}
