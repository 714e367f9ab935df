//! The log in slots. Each tab writes segments under names of its own, `cairn2.s.<writer>.<first number>`, so no two tabs
//! ever write the same name. Only the newest segment of a tab is rewritten, and it is kept short; older ones never change.
//!
//! Everything that is written goes to a second copy as well (`IndexedDB` in a browser, which alone survives a browser that is
//! killed): [`Journal::take_copies`] hands over what to put there. At start both copies are looked through
//! ([`Journal::scan`]) and the union counts; what one of them lacks is put back.
//!
//! Reading never overwrites. A text that neither copy holds whole stays where it is and is reported; a damaged one that the
//! other copy replaces is kept aside under `cairn2.bad.`.

use std::collections::{BTreeMap, BTreeSet};

use super::bulk::{bulk, fits};
use super::damage::Damage;
use super::scan::{Part, Scan, Sound, scan};
use super::segment::{Run, Segment, encode};
use super::slots::{SlotError, Slots};
use crate::review::{Fact, IdSet, Writer, in_order};

/// Names of the first version, which are read for ever: lines of JSON.
pub const LINES_PREFIX: &str = "cairn1.log.";
/// Names of segments.
pub const PREFIX: &str = "cairn2.s.";
/// Names of texts that are kept aside.
pub const BAD_PREFIX: &str = "cairn2.bad.";
/// A tab begins a new segment at this many code units: small writes are the fast ones (tunable).
const SEGMENT_UNITS: usize = 1_024;
/// A merged segment is closed at this many facts, some 120,000 units (tunable): the more, the fewer items are named twice.
const MERGE_FACTS: usize = 40_000;

/// The texts of the second copy, by name.
pub type Copy = BTreeMap<String, String>;

/// A change that the second copy is to follow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyOf {
    /// The name.
    pub key: String,
    /// The text.
    pub text: String,
}

/// A whole log, read.
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
    /// Facts of the open segment, and what its text would say of the one before it.
    open: Vec<Fact>,
    before: u32,
    sum: u32,
    open_units: usize,
    known: IdSet,
    known_lines: BTreeSet<String>,
    copies: Vec<CopyOf>,
}

impl<S: Slots> Journal<S> {
    /// A journal that has read nothing yet. `writer` must be new: a name that no other tab has.
    pub fn new(slots: S, writer: Writer) -> Self {
        Self {
            slots,
            writer,
            open: Vec::new(),
            before: 0,
            sum: 0,
            open_units: 0,
            known: IdSet::default(),
            known_lines: BTreeSet::new(),
            copies: Vec::new(),
        }
    }

    /// Reads everything at once. `copy` is the second copy, `None` where there is none to be had.
    pub fn open(slots: S, copy: Option<Copy>, writer: Writer) -> (Self, Result<Loaded, SlotError>) {
        let mut journal = Self::new(slots, writer);
        let loaded = journal
            .scan(copy, &Sound::new())
            .map(|scan| journal.load(scan));
        (journal, loaded)
    }

    /// Looks through both copies, mends what can be mended, and gives what there is to read.
    /// Texts in `sound` are taken for whole.
    pub fn scan(&mut self, copy: Option<Copy>, sound: &Sound) -> Result<Scan, SlotError> {
        let mut found = scan(&mut self.slots, copy, sound)?;
        self.copies.append(&mut found.copies);
        Ok(found)
    }

    fn load(&mut self, scan: Scan) -> Loaded {
        let mut loaded = Loaded {
            damage: scan.damage,
            ..Loaded::default()
        };
        for part in scan.parts {
            match self.read(part) {
                Ok((facts, foreign)) => {
                    loaded.facts.extend(facts);
                    loaded.foreign.extend(foreign);
                }
                Err(damage) => loaded.damage.push(damage),
            }
        }
        loaded.damage.extend(self.missing());
        loaded
    }

    /// Reads one part: its facts and lines of newer versions that were not read before.
    pub fn read(&mut self, part: Part) -> Result<(Vec<Fact>, Vec<String>), Damage> {
        let (mut facts, mut lines) = part.read()?;
        facts.retain(|fact| self.known.insert(fact.id));
        lines.retain(|line| self.known_lines.insert(line.clone()));
        Ok((facts, lines))
    }

    /// Takes facts for read that a snapshot holds.
    pub fn trust(&mut self, ids: &IdSet) {
        for (writer, first, last) in ids.stretches() {
            self.known.insert_stretch(writer, first, last);
        }
    }

    /// What the numbers of the facts read so far say is missing.
    pub fn missing(&self) -> impl Iterator<Item = Damage> {
        let missing = |(writer, count)| Damage::Missing(writer, count);
        self.known.gaps().map(missing)
    }

    /// What somebody remembers and the log no longer has, beyond the gaps that the log's own numbers show.
    pub fn forgotten(&self, remembered: &IdSet) -> impl Iterator<Item = Damage> {
        remembered.ends().filter_map(|end| {
            let lacking = self.known.short_of(end) as usize;
            (lacking > 0).then_some(Damage::Missing(end.writer, lacking))
        })
    }

    /// The writer of this tab.
    pub fn writer(&self) -> Writer {
        self.writer
    }

    /// What the second copy is to follow, in order; handed over once.
    pub fn take_copies(&mut self) -> Vec<CopyOf> {
        std::mem::take(&mut self.copies)
    }

    /// Takes back what the second copy could not be given. Newer texts of the same name go before older ones.
    pub fn copy_again(&mut self, mut failed: Vec<CopyOf>) {
        failed.retain(|old| self.copies.iter().all(|new| new.key != old.key));
        failed.append(&mut self.copies);
        self.copies = failed;
    }

    /// Stores one fact. On an error nothing has changed, and the same fact can be tried again.
    pub fn append(&mut self, fact: &Fact) -> Result<(), SlotError> {
        if self.known.contains(fact.id) {
            return Ok(());
        }
        if !fits(fact) {
            return Err(SlotError::Failed("this text is too long".to_owned()));
        }
        let full = self.open_units >= SEGMENT_UNITS;
        let before = if full { self.sum } else { self.before };
        let mut facts = if full {
            Vec::new()
        } else {
            std::mem::take(&mut self.open)
        };
        facts.push(fact.clone());
        let first = facts[0].id.number;
        let key = format!("{PREFIX}{}.{first:08x}", self.writer);
        let mut segment = Segment {
            runs: vec![Run {
                writer: self.writer,
                facts,
            }],
            lines: Vec::new(),
        };
        let (text, sum) = encode(&segment, before);
        let stored = self.slots.set(&key, &text);
        let mut facts = segment.runs.pop().map(|run| run.facts).unwrap_or_default();
        if let Err(error) = stored {
            if !full {
                facts.pop();
                self.open = facts;
            }
            return Err(error);
        }
        self.open = facts;
        self.open_units = text.chars().count();
        (self.before, self.sum) = (before, sum);
        self.known.insert(fact.id);
        self.copies.push(CopyOf { key, text });
        Ok(())
    }

    /// Stores facts that came from elsewhere, all or none. Facts that are there already are passed over.
    /// Gives how many were added.
    pub fn merge(&mut self, facts: &[Fact], foreign: &[String]) -> Result<usize, SlotError> {
        let mut seen = IdSet::default();
        let fresh: Vec<Fact> = facts
            .iter()
            .filter(|f| !self.known.contains(f.id) && seen.insert(f.id))
            .cloned()
            .collect();
        let lines: Vec<String> = foreign
            .iter()
            .filter(|l| !self.known_lines.contains(*l))
            .cloned()
            .collect();
        let mut written: Vec<CopyOf> = Vec::new();
        for segment in segments(&fresh, lines.clone()) {
            let (text, sum) = encode(&segment, 0);
            let key = merged_key(sum, &text);
            if let Err(error) = self.slots.set(&key, &text) {
                for done in &written {
                    // What cannot be taken away again is whole facts of a backup: no harm in them.
                    let _ = self.slots.remove(&done.key);
                }
                return Err(error);
            }
            written.push(CopyOf { key, text });
        }
        self.copies.extend(written);
        for fact in &fresh {
            self.known.insert(fact.id);
        }
        self.known_lines.extend(lines);
        Ok(fresh.len())
    }

    /// The store, to look at in tests.
    pub fn slots(&self) -> &S {
        &self.slots
    }

    /// The store itself.
    pub fn slots_mut(&mut self) -> &mut S {
        &mut self.slots
    }
}

/// The name of a segment that no tab writes on: after its content, so the same import twice, or in two tabs, is the same text
/// under the same name.
pub(super) fn merged_key(sum: u32, text: &str) -> String {
    format!("{PREFIX}merged.{sum:08x}.{:08x}", text.len())
}

/// Facts of any writers as few segments, in the order of their times, which is also the order that packs best.
pub(super) fn segments(facts: &[Fact], lines: Vec<String>) -> Vec<Segment> {
    let mut segments = vec![Segment::default()];
    let mut count = 0;
    for line in lines {
        if count >= MERGE_FACTS {
            segments.push(Segment::default());
            count = 0;
        }
        count += 4 + line.len() / 8;
        if let Some(segment) = segments.last_mut() {
            segment.lines.push(line);
        }
    }
    for fact in in_order(facts) {
        if count >= MERGE_FACTS {
            segments.push(Segment::default());
            count = 0;
        }
        // A deck weighs as much as the facts that would take the same room.
        count += 1 + bulk(fact) / 8;
        let Some(runs) = segments.last_mut().map(|s| &mut s.runs) else {
            break;
        };
        // A stretch of one writer, in the order of its numbers even where the clock was set back.
        let follows = |run: &&mut Run| {
            let last = run.facts.last().map_or(0, |f| f.id.number);
            run.writer == fact.id.writer && last < fact.id.number
        };
        match runs.last_mut().filter(follows) {
            Some(run) => run.facts.push(fact.clone()),
            None => runs.push(Run {
                writer: fact.id.writer,
                facts: vec![fact.clone()],
            }),
        }
    }
    segments.retain(|s| !s.runs.is_empty() || !s.lines.is_empty());
    segments
}
