//! Many short segments become few long ones. It happens when nothing else does, in one tab, and in two steps that lie a session
//! apart: first the long text is written to both copies with a note of what it replaces; only in a later session, once both copies
//! are seen to hold it and everything in it, the short ones are taken away.

use std::collections::BTreeSet;

use super::journal::{Copy, CopyOf, LINES_PREFIX, PREFIX, merged_key, segments};
use super::scan::{Part, part};
use super::segment::encode;
use crate::review::{Fact, FactId, Writer};

/// Names of notes: which texts a long one replaces.
pub const NOTE_PREFIX: &str = "cairn2.parts.";
/// So many short texts are worth making a long one of (tunable).
const SHORT_MIN: usize = 24;
/// A text of fewer code units than this is short (tunable); long ones have some 30,000.
const SHORT_UNITS: usize = 8_000;

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
    let noted: BTreeSet<&str> = notes(copy).flat_map(|(_, note)| note.lines()).collect();
    let alive = |key: &str| {
        living
            .iter()
            .any(|writer| key.contains(&writer.to_string()))
    };
    let mut parts: Vec<Part> = Vec::new();
    for (key, text) in copy
        .range(PREFIX.to_owned()..)
        .chain(copy.range(LINES_PREFIX.to_owned()..))
    {
        let ours = key.starts_with(PREFIX) || key.starts_with(LINES_PREFIX);
        let short = text.chars().count() < SHORT_UNITS || key.starts_with(LINES_PREFIX);
        if ours && short && !alive(key) && !noted.contains(key.as_str()) {
            parts.extend(part(key, text));
        }
    }
    parts.sort_by(|a, b| a.key.cmp(&b.key));
    parts.dedup_by(|a, b| a.key == b.key);
    if parts.len() < SHORT_MIN {
        return Merging::default();
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
    let note = texts.first().map(|first| CopyOf {
        key: format!("{NOTE_PREFIX}{}", first.key.trim_start_matches(PREFIX)),
        text: keys.join("\n"),
    });
    Merging { texts, note }
}

fn notes(copy: &Copy) -> impl Iterator<Item = (&str, &str)> {
    copy.range(NOTE_PREFIX.to_owned()..)
        .take_while(|(key, _)| key.starts_with(NOTE_PREFIX))
        .map(|(key, text)| (key.as_str(), text.as_str()))
}

/// The texts that notes name and that may go: every fact and line in them is in other texts of both copies, which no note names.
/// The notes themselves go with them. `first` is local storage, `second` the second copy, `old` the notes that an earlier session
/// left.
pub fn replaced(first: &Copy, second: &Copy, old: &BTreeSet<String>) -> Vec<String> {
    let mut gone = Vec::new();
    let mut named: BTreeSet<&str> = BTreeSet::new();
    for (key, note) in notes(second).filter(|(key, _)| old.contains(*key)) {
        named.extend(note.lines());
        gone.push(key.to_owned());
    }
    if named.is_empty() {
        return gone;
    }
    let staying = |copy: &Copy| {
        let mut held = Held::default();
        for (key, text) in copy.range(PREFIX.to_owned()..) {
            if key.starts_with(PREFIX) && !named.contains(key.as_str()) {
                held.add(key, text);
            }
        }
        held
    };
    let (in_first, in_second) = (staying(first), staying(second));
    for key in named {
        let mut held = Held::default();
        for copy in [first, second] {
            if let Some(text) = copy.get(key) {
                held.add(key, text);
            }
        }
        if !held.whole || !in_first.includes(&held) || !in_second.includes(&held) {
            // Something is not as it should be: nothing is taken away.
            return Vec::new();
        }
        gone.push(key.to_owned());
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
    fn add(&mut self, key: &str, text: &str) {
        match part(key, text).ok().and_then(|part| part.read().ok()) {
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
