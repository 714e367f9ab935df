//! The log in slots. Each tab writes segments under names of its own, `cairn2.s.<writer>.<first number>`, so no two tabs
//! ever write the same name. Only the newest segment of a tab is rewritten, and it is kept short; older ones never change.
//!
//! Everything that is written goes to a second copy as well (`IndexedDB` in a browser, which alone survives a browser that is
//! killed): [`Journal::take_copies`] hands over what to put there. At start both copies are read and the union counts; what
//! one of them lacks is put back.
//!
//! Reading never overwrites. A text that neither copy holds whole is kept aside under `cairn2.bad.` and reported.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::damage::{Damage, gaps};
use super::line::{Line, decode_line};
use super::segment::{Run, Segment, SegmentError, decode, encode};
use super::slots::{SlotError, Slots};
use crate::review::{Fact, FactId, Writer};

/// Names of the first version, which are read for ever: lines of JSON.
pub const LINES_PREFIX: &str = "cairn1.log.";
/// Names of segments.
pub const PREFIX: &str = "cairn2.s.";
/// Names of texts that are kept aside.
const BAD_PREFIX: &str = "cairn2.bad.";
/// The first line of a chunk of the first version.
const LINES_HEAD: &str = "cairn-log 1";
/// A tab begins a new segment at this many code units: small writes are the fast ones (tunable).
const SEGMENT_UNITS: usize = 1_024;
/// A merged segment is closed at this many facts, some 30,000 units (tunable).
const MERGE_FACTS: usize = 15_000;

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
    /// Facts of the open segment, and what its text would say of the one before it.
    open: Vec<Fact>,
    before: u32,
    sum: u32,
    open_units: usize,
    known: HashSet<FactId>,
    known_lines: HashSet<String>,
    copies: Vec<CopyOf>,
}

impl<S: Slots> Journal<S> {
    /// Reads everything. `writer` must be new: a name that no other tab has. `copy` is the second copy, `None` where there is
    /// none to be had.
    pub fn open(slots: S, copy: Option<Copy>, writer: Writer) -> (Self, Result<Loaded, SlotError>) {
        let mut journal = Self {
            slots,
            writer,
            open: Vec::new(),
            before: 0,
            sum: 0,
            open_units: 0,
            known: HashSet::new(),
            known_lines: HashSet::new(),
            copies: Vec::new(),
        };
        let loaded = journal.load(copy);
        (journal, loaded)
    }

    fn load(&mut self, copy: Option<Copy>) -> Result<Loaded, SlotError> {
        let ours = |key: &String| key.starts_with(PREFIX) || key.starts_with(LINES_PREFIX);
        let mut keys: BTreeSet<String> = self.slots.keys()?.into_iter().filter(ours).collect();
        let here = keys.len();
        let has_copy = copy.is_some();
        let mut copy = copy.unwrap_or_default();
        keys.extend(copy.keys().filter(|k| ours(k)).cloned());
        let mut loaded = Loaded::default();
        let mut restored = 0;
        for key in keys {
            let first = self.slots.get(&key)?;
            let second = copy.remove(&key);
            restored += usize::from(first.is_none());
            self.read_both(
                &key,
                first.as_deref(),
                second.as_deref(),
                has_copy,
                &mut loaded,
            )?;
        }
        if restored > 0 {
            loaded.damage.push(Damage::Restored {
                texts: restored,
                all: here == 0,
            });
        }
        loaded.damage.extend(gaps(&loaded.facts));
        Ok(loaded)
    }

    /// Reads both copies of one name, takes the union, and puts back what one of them lacks.
    fn read_both(
        &mut self,
        key: &str,
        first: Option<&str>,
        second: Option<&str>,
        has_copy: bool,
        loaded: &mut Loaded,
    ) -> Result<(), SlotError> {
        if first == second {
            if let Some(text) = first {
                self.read(key, text, loaded)
                    .unwrap_or_else(|damage| loaded.damage.push(damage));
            }
            return Ok(());
        }
        let before = self.known.len();
        let one = first.map(|text| self.read(key, text, loaded));
        let by_first = self.known.len() - before;
        let two = second.map(|text| self.read(key, text, loaded));
        let more_in_second = self.known.len() - before > by_first;
        match (one, two) {
            (None | Some(Ok(())), Some(Ok(()))) if more_in_second || first.is_none() => {
                // Local storage is behind: the browser was killed before it wrote, or lost the name.
                self.put_back(key, second.unwrap_or_default(), loaded);
            }
            (Some(Ok(())), other) => {
                if let Some(Err(_)) = other {
                    // The second copy is damaged; the first one is whole and replaces it.
                    loaded.damage.push(Damage::Mended(key.to_owned()));
                }
                if has_copy {
                    self.copies.push(CopyOf {
                        key: key.to_owned(),
                        text: first.unwrap_or_default().to_owned(),
                    });
                }
            }
            (Some(Err(damage)), Some(Ok(()))) => {
                if matches!(damage, Damage::Newer(_)) {
                    loaded.damage.push(damage);
                } else {
                    let aside = format!("{BAD_PREFIX}{key}");
                    self.slots.set(&aside, first.unwrap_or_default())?;
                    self.put_back(key, second.unwrap_or_default(), loaded);
                    loaded.damage.push(Damage::Mended(key.to_owned()));
                }
            }
            (one, two) => {
                loaded.damage.extend(one.or(two).and_then(Result::err));
            }
        }
        Ok(())
    }

    fn put_back(&mut self, key: &str, text: &str, loaded: &mut Loaded) {
        if let Err(error) = self.slots.set(key, text) {
            loaded
                .damage
                .push(Damage::NotPutBack(key.to_owned(), error));
        }
    }

    fn take(&mut self, fact: Fact, loaded: &mut Loaded) {
        if self.known.insert(fact.id) {
            loaded.facts.push(fact);
        }
    }

    fn take_line(&mut self, line: String, loaded: &mut Loaded) {
        if self.known_lines.insert(line.clone()) {
            loaded.foreign.push(line);
        }
    }

    /// Reads one text of either version.
    fn read(&mut self, key: &str, text: &str, loaded: &mut Loaded) -> Result<(), Damage> {
        if key.starts_with(LINES_PREFIX) {
            return self.read_lines(key, text, loaded);
        }
        let (segment, _, _) = decode(text).map_err(|error| match error {
            SegmentError::NotOurs => Damage::NotOurs(key.to_owned()),
            SegmentError::Newer(_) => Damage::Newer(key.to_owned()),
            SegmentError::Damaged => Damage::Segment(key.to_owned()),
        })?;
        for fact in segment.runs.into_iter().flat_map(|run| run.facts) {
            self.take(fact, loaded);
        }
        for line in segment.lines {
            self.take_line(line, loaded);
        }
        Ok(())
    }

    fn read_lines(&mut self, key: &str, text: &str, loaded: &mut Loaded) -> Result<(), Damage> {
        let mut lines = text.lines();
        match lines.next() {
            Some(LINES_HEAD) => {}
            Some(head) if head.starts_with("cairn-log ") => {
                return Err(Damage::Newer(key.to_owned()));
            }
            _ => return Err(Damage::NotOurs(key.to_owned())),
        }
        let mut damaged = 0;
        for line in lines.filter(|l| !l.is_empty()) {
            match decode_line(line) {
                Ok(Line::Known(fact)) => self.take(*fact, loaded),
                Ok(Line::Foreign(line)) => self.take_line(line, loaded),
                Err(_) => damaged += 1,
            }
        }
        if damaged > 0 {
            return Err(Damage::Lines(key.to_owned(), damaged));
        }
        Ok(())
    }

    /// The writer of this tab.
    pub fn writer(&self) -> Writer {
        self.writer
    }

    /// Whether a fact is stored.
    pub fn knows(&self, id: FactId) -> bool {
        self.known.contains(&id)
    }

    /// What the second copy is to follow, in order; handed over once.
    pub fn take_copies(&mut self) -> Vec<CopyOf> {
        std::mem::take(&mut self.copies)
    }

    /// Stores one fact. On an error nothing has changed, and the same fact can be tried again.
    pub fn append(&mut self, fact: &Fact) -> Result<(), SlotError> {
        if self.known.contains(&fact.id) {
            return Ok(());
        }
        let full = self.open_units >= SEGMENT_UNITS;
        let before = if full { self.sum } else { self.before };
        let mut facts = if full { Vec::new() } else { self.open.clone() };
        facts.push(fact.clone());
        let first = facts[0].id.number;
        let key = format!("{PREFIX}{}.{first:08x}", self.writer);
        let segment = Segment {
            runs: vec![Run {
                writer: self.writer,
                facts,
            }],
            lines: Vec::new(),
        };
        let (text, sum) = encode(&segment, before);
        self.slots.set(&key, &text)?;
        self.open_units = text.chars().count();
        self.open = segment.runs.into_iter().flat_map(|run| run.facts).collect();
        (self.before, self.sum) = (before, sum);
        self.known.insert(fact.id);
        self.copies.push(CopyOf { key, text });
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
        let lines: Vec<String> = foreign
            .iter()
            .filter(|l| !self.known_lines.contains(*l))
            .cloned()
            .collect();
        let mut written: Vec<CopyOf> = Vec::new();
        for segment in merged(&fresh, lines.clone()) {
            let (text, sum) = encode(&segment, 0);
            // Named after its content: the same import twice, or in two tabs, is the same text under the same name.
            let key = format!("{PREFIX}merged.{sum:08x}.{:08x}", text.len());
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
        self.known.extend(fresh.iter().map(|f| f.id));
        self.known_lines.extend(lines);
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

/// Facts of any writers as few segments, each writer's stretches in the order of their numbers.
fn merged(facts: &[&Fact], lines: Vec<String>) -> Vec<Segment> {
    let mut ordered: BTreeMap<FactId, &Fact> = facts.iter().map(|f| (f.id, *f)).collect();
    let mut segments = vec![Segment {
        runs: Vec::new(),
        lines,
    }];
    let mut count = 0;
    while let Some((_, fact)) = ordered.pop_first() {
        if count == MERGE_FACTS {
            segments.push(Segment::default());
            count = 0;
        }
        count += 1;
        let runs = segments.last_mut().map(|s| &mut s.runs);
        let Some(runs) = runs else { break };
        match runs.last_mut().filter(|run| run.writer == fact.id.writer) {
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
