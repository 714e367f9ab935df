//! Many short segments become few long ones. It happens when nothing else does, in one tab, and in two steps that lie a session
//! apart: first the long text is written to both copies with a note of what it replaces; only in a later session, once both copies
//! are seen to hold it and everything in it, the short ones are taken away.

use std::collections::BTreeSet;

use super::journal::{Copy, CopyOf, LINES_PREFIX, PREFIX, merged_key, segments};
use super::scan::{Part, part};
use super::segment::encode;
use crate::review::{Fact, FactId, Writer};

/// Names of notes. A note has a line for each new text, `+name`, and for each that it replaces, `-name`.
pub const NOTE_PREFIX: &str = "cairn2.parts.";
/// So many short texts are worth making a long one of (tunable).
const SHORT_MIN: usize = 24;
/// A text of fewer code units than this is short (tunable); the longest have some 120,000.
const SHORT_UNITS: usize = 60_000;

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
