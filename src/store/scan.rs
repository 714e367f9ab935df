//! Looking through both copies of the log at start: what is whole, what differs, what is damaged, without reading every fact.
//!
//! A [`Part`] is a text that is as it was written. Parts come in the order of their first facts, so that a long log can be read
//! in slices and folded as it comes.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::damage::Damage;
use super::journal::{BAD_PREFIX, Copy, CopyOf, LINES_PREFIX, PREFIX, merged_key};
#[cfg(feature = "whole")]
use super::line::{Line, decode_line};
use super::segment::{SegmentError, Whole, head_of_damaged, inspect};
use super::slots::{SlotError, Slots};
use crate::review::{Fact, FactId};
use crate::time::Moment;

/// The first line of a chunk of the first version.
#[cfg(feature = "whole")]
const LINES_HEAD: &str = "cairn-log 1";

/// A text of the log that is as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub key: String,
    /// Its checksum, which tells whether a snapshot has it; 0 for a text of the first version.
    pub sum: u32,
    body: Body,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Body {
    Segment(Whole),
    /// Known to be as it was written, and covered by the snapshot: it need not be read.
    Sound,
    /// A text of the first version, read already.
    #[cfg_attr(not(feature = "whole"), allow(dead_code))]
    Lines(Vec<Fact>, Vec<String>),
}

impl Part {
    /// Whether it was not looked into, since a snapshot covers it.
    pub fn is_sound(&self) -> bool {
        self.body == Body::Sound
    }

    /// The earliest time of its facts.
    pub fn first(&self) -> Moment {
        match &self.body {
            Body::Segment(whole) => whole.first,
            Body::Sound => Moment(i64::MIN),
            Body::Lines(facts, _) => facts.iter().map(|f| f.at.at).min().unwrap_or(Moment(0)),
        }
    }

    /// Whether it holds lines of newer versions, which no snapshot has.
    pub fn has_lines(&self) -> bool {
        match &self.body {
            Body::Segment(whole) => whole.has_lines,
            Body::Sound => false,
            Body::Lines(_, lines) => !lines.is_empty(),
        }
    }

    /// Reads its facts and its lines of newer versions.
    pub fn read(self) -> Result<(Vec<Fact>, Vec<String>), Damage> {
        match self.body {
            Body::Lines(facts, lines) => Ok((facts, lines)),
            Body::Sound => Ok((Vec::new(), Vec::new())),
            Body::Segment(whole) => {
                let segment = whole
                    .read()
                    .map_err(|_| Damage::Segment(self.key, Some((whole.first, whole.facts))))?;
                let facts = segment.runs.into_iter().flat_map(|run| run.facts);
                Ok((facts.collect(), segment.lines))
            }
        }
    }

    fn ids(&self) -> BTreeSet<FactId> {
        let read = self.clone().read();
        read.map(|(facts, _)| facts.iter().map(|f| f.id).collect())
            .unwrap_or_default()
    }
}

/// What was found at start.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    /// What can be read, in the order of the first facts.
    pub parts: VecDeque<Part>,
    /// What isn't as it should be.
    pub damage: Vec<Damage>,
    /// Changes that the second copy is to follow.
    pub copies: Vec<CopyOf>,
}

/// Texts of which both copies were found to be the same, and as a snapshot knows them: name and checksum. They are not looked into.
pub type Sound = BTreeMap<String, u32>;

/// Looks through local storage and the second copy (`None`: there is none to be had).
pub(super) fn scan(
    slots: &mut impl Slots,
    copy: Option<Copy>,
    sound: &Sound,
) -> Result<Scan, SlotError> {
    let ours = |key: &String| {
        (key.starts_with(PREFIX) || key.starts_with(LINES_PREFIX)) && !sound.contains_key(key)
    };
    // A tree rather than a sort: the keys come in any order.
    let mut keys = BTreeSet::new();
    keys.extend(slots.keys()?.into_iter().filter(ours));
    let here = keys.len();
    let has_copy = copy.is_some();
    let mut copy = copy.unwrap_or_default();
    // A log of the first version never had a second copy.
    let gone = has_copy
        && copy.is_empty()
        && sound.is_empty()
        && keys.iter().any(|key| key.starts_with(PREFIX));
    keys.extend(copy.keys().filter(|k| ours(k)).cloned());
    let mut pair = Pair {
        slots,
        scan: Scan::default(),
        restored: 0,
        by_time: BTreeMap::new(),
        has_copy,
    };
    for key in keys {
        let first = pair.slots.get(&key)?;
        let second = copy.remove(&key);
        pair.look(&key, first, second);
    }
    let (restored, mut scan) = (pair.restored, pair.scan);
    for (key, sum) in sound {
        scan.parts.push_back(Part {
            key: key.clone(),
            sum: *sum,
            body: Body::Sound,
        });
    }
    scan.parts.extend(pair.by_time.into_values());
    if gone {
        scan.damage.push(Damage::Rebuilt);
    }
    if restored > 0 {
        scan.damage.push(Damage::Restored {
            texts: restored,
            all: here == 0 && sound.is_empty(),
        });
    }
    Ok(scan)
}

struct Pair<'a, S> {
    slots: &'a mut S,
    scan: Scan,
    restored: usize,
    by_time: BTreeMap<(Moment, String), Part>,
    has_copy: bool,
}

impl<S: Slots> Pair<'_, S> {
    /// Looks at both copies of one name, and puts back what one of them lacks.
    fn look(&mut self, key: &str, first: Option<String>, second: Option<String>) {
        if first == second {
            match part(key, first.as_deref().unwrap_or_default()) {
                Ok(part) => self.take(part),
                Err(broken) => {
                    let (damage, rest) = *broken;
                    self.scan.damage.push(damage);
                    self.take_some(rest);
                }
            }
            return;
        }
        let one = first.as_deref().map(|text| part(key, text));
        let two = second.as_deref().map(|text| part(key, text));
        let (first, second) = (first.unwrap_or_default(), second.unwrap_or_default());
        match (one, two) {
            (None, Some(Ok(two))) => {
                self.restored += 1;
                self.put_back(key, &second);
                self.take(two);
            }
            (Some(Ok(one)), None) => {
                self.copy(key, first);
                self.take(one);
            }
            (Some(Ok(one)), Some(Ok(two))) => self.differ(one, two, &first, &second),
            (Some(Ok(one)), Some(Err(broken))) => {
                let (damage, _) = *broken;
                if matches!(damage, Damage::Newer(_)) {
                    self.scan.damage.push(damage);
                } else {
                    // The damaged one is kept aside where it is.
                    self.copy(&format!("{BAD_PREFIX}{key}"), second);
                    self.copy(key, first);
                    self.scan.damage.push(Damage::Mended(key.to_owned()));
                }
                self.take(one);
            }
            (Some(Err(broken)), Some(Ok(two))) => {
                let (damage, _) = *broken;
                if matches!(damage, Damage::Newer(_)) {
                    self.scan.damage.push(damage);
                } else {
                    match self.slots.set(&format!("{BAD_PREFIX}{key}"), &first) {
                        Ok(()) => {
                            self.put_back(key, &second);
                            self.scan.damage.push(Damage::Mended(key.to_owned()));
                        }
                        // No room to keep it aside, so it stays where it is; the other copy is read all the same.
                        Err(error) => {
                            let damage = Damage::NotPutBack(key.to_owned(), error);
                            self.scan.damage.push(damage);
                        }
                    }
                }
                self.take(two);
            }
            (one, two) => {
                for broken in [one, two].into_iter().flatten().filter_map(Result::err) {
                    let (damage, rest) = *broken;
                    if !self.scan.damage.contains(&damage) {
                        self.scan.damage.push(damage);
                    }
                    self.take_some(rest);
                }
            }
        }
    }

    /// Both are whole and not the same: one of them is behind.
    fn differ(&mut self, one: Part, two: Part, first: &str, second: &str) {
        let (in_one, in_two) = (one.ids(), two.ids());
        if in_one.is_superset(&in_two) {
            self.copy(&one.key.clone(), first.to_owned());
            self.take(one);
        } else if in_two.is_superset(&in_one) {
            // The browser was killed before it had written local storage.
            self.restored += 1;
            self.put_back(&two.key.clone(), second);
            self.take(two);
        } else {
            // No program of ours does this, but both are kept.
            self.copy(&one.key.clone(), first.to_owned());
            let key = merged_key(two.sum, second);
            self.put_back(&key, second);
            self.copy(&key, second.to_owned());
            self.take(one);
            self.take(Part { key, ..two });
        }
    }

    fn take(&mut self, part: Part) {
        self.by_time.insert((part.first(), part.key.clone()), part);
    }

    fn take_some(&mut self, part: Option<Part>) {
        if let Some(part) = part {
            self.take(part);
        }
    }

    fn copy(&mut self, key: &str, text: String) {
        if self.has_copy {
            let key = key.to_owned();
            self.scan.copies.push(CopyOf { key, text });
        }
    }

    fn put_back(&mut self, key: &str, text: &str) {
        if let Err(error) = self.slots.set(key, text) {
            let damage = Damage::NotPutBack(key.to_owned(), error);
            self.scan.damage.push(damage);
        }
    }
}

/// What is wrong with a text, and what can be read of it all the same.
pub(super) type Broken = Box<(Damage, Option<Part>)>;

pub(super) fn part(key: &str, text: &str) -> Result<Part, Broken> {
    if key.starts_with(LINES_PREFIX) {
        return lines(key, text);
    }
    let whole = inspect(text).map_err(|error| {
        let key = key.to_owned();
        let damage = match error {
            SegmentError::NotOurs => Damage::NotOurs(key),
            SegmentError::Newer(_) => Damage::Newer(key),
            SegmentError::Damaged => Damage::Segment(key, head_of_damaged(text)),
        };
        Box::new((damage, None))
    })?;
    Ok(Part {
        key: key.to_owned(),
        sum: whole.sum,
        body: Body::Segment(whole),
    })
}

/// The module of a first visit meets no log of the first version: the page loads the whole one where there is one.
#[cfg(not(feature = "whole"))]
fn lines(key: &str, _: &str) -> Result<Part, Broken> {
    Err(Box::new((Damage::Newer(key.to_owned()), None)))
}

/// A text of the first version, line by line.
#[cfg(feature = "whole")]
fn lines(key: &str, text: &str) -> Result<Part, Broken> {
    let mut lines = text.lines();
    match lines.next() {
        Some(LINES_HEAD) => {}
        Some(head) if head.starts_with("cairn-log ") => {
            return Err(Box::new((Damage::Newer(key.to_owned()), None)));
        }
        _ => return Err(Box::new((Damage::NotOurs(key.to_owned()), None))),
    }
    let (mut facts, mut foreign) = (Vec::new(), Vec::new());
    let mut damaged = 0;
    for line in lines.filter(|l| !l.is_empty()) {
        match decode_line(line) {
            Ok(Line::Known(fact)) => facts.push(*fact),
            Ok(Line::Foreign(line)) => foreign.push(line),
            Err(_) => damaged += 1,
        }
    }
    let part = Part {
        key: key.to_owned(),
        sum: 0,
        body: Body::Lines(facts, foreign),
    };
    if damaged > 0 {
        let damage = Damage::Lines(key.to_owned(), damaged);
        return Err(Box::new((damage, Some(part))));
    }
    Ok(part)
}
