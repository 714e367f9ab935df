//! Many short segments become few long ones. It happens when nothing else does, in one tab, and in two steps that lie a session
//! apart: first the long text is written to both copies with a note of what it replaces; only in a later session, once both copies
//! are seen to hold it and everything in it, the short ones are taken away.

use std::collections::{BTreeMap, BTreeSet};

use super::journal::{Copy, CopyOf, LINES_PREFIX, PREFIX, merged_key, segments};
use super::scan::{Part, part};
use super::segment::encode;
use crate::review::{Fact, FactId, Writer};

/// Names of notes. A note has a line for each new text, `+name`, and for each that it replaces, `-name`.
pub const NOTE_PREFIX: &str = "cairn2.parts.";
/// So many short texts are worth making a long one of (tunable).
const SHORT_MIN: usize = 12;
/// A text of fewer code units than this is short (tunable); the longest have some 120,000.
const SHORT_UNITS: usize = 60_000;
/// So many code units are made into one at a time, the shortest texts first: the page must not be held up (tunable).
const AT_ONCE_UNITS: usize = 80_000;

/// What to write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merging {
    /// Long texts.
    pub texts: Vec<CopyOf>,
    /// The note to write once these are in both copies.
    pub note: Option<CopyOf>,
}

/// Looks for short texts in the second copy and makes long ones of them. Texts of writers that are alive are left alone, as are
/// damaged and newer ones, and those that a note names already.
pub fn merge_short(copy: &Copy, living: &[Writer]) -> Merging {
    let lines = notes(copy).flat_map(|(_, note)| note.lines());
    let noted: BTreeSet<&str> = lines.filter_map(|line| line.get(1..)).collect();
    let alive = |key: &str| {
        living
            .iter()
            .any(|writer| key.contains(&writer.to_string()))
    };
    // By length and name: the shortest come first, and the same log gives the same texts.
    let mut short: BTreeMap<(usize, &str), &str> = BTreeMap::new();
    for (key, text) in copy {
        let ours = key.starts_with(PREFIX) || key.starts_with(LINES_PREFIX);
        let units = text.chars().count();
        let is_short = units < SHORT_UNITS || key.starts_with(LINES_PREFIX);
        if ours && is_short && !alive(key) && !noted.contains(key.as_str()) {
            short.insert((units, key), text);
        }
    }
    if short.len() < SHORT_MIN {
        return Merging::default();
    }
    let mut parts: Vec<Part> = Vec::new();
    let mut taken = 0;
    for ((units, key), text) in short {
        taken += units;
        if taken > AT_ONCE_UNITS && parts.len() >= SHORT_MIN {
            break;
        }
        parts.extend(part(key, text));
    }
    let mut keys = Vec::new();
    let (mut facts, mut lines): (Vec<Fact>, Vec<String>) = (Vec::new(), Vec::new());
    let mut seen: BTreeSet<FactId> = BTreeSet::new();
    for part in parts {
        let key = part.key.clone();
        if let Ok((found, foreign)) = part.read() {
            keys.push(key);
            facts.extend(found.into_iter().filter(|fact| seen.insert(fact.id)));
            lines.extend(foreign);
        }
    }
    let texts: Vec<CopyOf> = segments(&facts, lines)
        .iter()
        .map(|segment| {
            let (text, sum) = encode(segment, 0);
            CopyOf {
                key: merged_key(sum, &text),
                text,
            }
        })
        .collect();
    keys.retain(|key| texts.iter().all(|text| text.key != *key));
    let new = texts.iter().map(|text| format!("+{}", text.key));
    let old = keys.iter().map(|key| format!("-{key}"));
    let note = texts.first().map(|first| CopyOf {
        key: format!("{NOTE_PREFIX}{}", first.key.trim_start_matches(PREFIX)),
        text: new.chain(old).collect::<Vec<_>>().join("\n"),
    });
    Merging { texts, note }
}

fn notes(copy: &Copy) -> impl Iterator<Item = (&str, &str)> {
    copy.range(NOTE_PREFIX.to_owned()..)
        .take_while(|(key, _)| key.starts_with(NOTE_PREFIX))
        .map(|(key, text)| (key.as_str(), text.as_str()))
}

/// The texts that notes replace and that may go: every fact and line in them is in the new texts of their note, in both copies.
/// The notes themselves go with them. `first` is local storage, `second` the second copy, `old` the notes that an earlier session
/// left.
pub fn replaced(first: &Copy, second: &Copy, old: &BTreeSet<String>) -> Vec<String> {
    let mut gone = Vec::new();
    for (key, note) in notes(second).filter(|(key, _)| old.contains(*key)) {
        let named = |sign: char| note.lines().filter_map(move |line| line.strip_prefix(sign));
        let leaving = named('-').fold(Held::default(), |mut leaving, key| {
            // One of the two may be gone already; what is there must be readable.
            for text in [first.get(key), second.get(key)].into_iter().flatten() {
                leaving.add(key, Some(text));
            }
            leaving
        });
        let both = [first, second].map(|copy| {
            named('+').fold(Held::default(), |mut new, key| {
                new.add(key, copy.get(key).map(String::as_str));
                new
            })
        });
        // If something is not as it should be, nothing is taken away.
        if leaving.whole && both.iter().all(|new| new.whole && new.includes(&leaving)) {
            gone.extend(named('-').map(str::to_owned));
            gone.push(key.to_owned());
        }
    }
    gone
}

/// The facts and lines of some texts.
struct Held {
    facts: BTreeSet<FactId>,
    lines: BTreeSet<String>,
    /// All of them could be read.
    whole: bool,
}

impl Default for Held {
    fn default() -> Self {
        Self {
            facts: BTreeSet::new(),
            lines: BTreeSet::new(),
            whole: true,
        }
    }
}

impl Held {
    fn add(&mut self, key: &str, text: Option<&str>) {
        let read = text.and_then(|text| part(key, text).ok()?.read().ok());
        match read {
            Some((facts, lines)) => {
                self.facts.extend(facts.iter().map(|fact| fact.id));
                self.lines.extend(lines);
            }
            None => self.whole = false,
        }
    }

    fn includes(&self, other: &Self) -> bool {
        self.facts.is_superset(&other.facts) && self.lines.is_superset(&other.lines)
    }
}
