//! What is noted apart from both copies of the log: the day it was last written, and how far the last writers had come. If the log
//! lacks what the marks say, the end of it is gone, which no number in the log itself can tell.

use crate::review::{FactId, IdSet, Writer};
use crate::time::Day;

/// So many writers are remembered.
const WRITERS_MAX: usize = 8;

/// The day, and the last writers with their highest number noted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    day: String,
    writers: Vec<FactId>,
}

impl Marks {
    /// Reads what was noted: `2026-11-21 <writer>:<number> …`.
    pub fn parse(text: &str) -> Self {
        let mut words = text.split_whitespace();
        let day = words.next().unwrap_or_default().to_owned();
        let id = |word: &str| {
            let (writer, number) = word.split_once(':')?;
            Some(FactId {
                writer: Writer::parse(writer)?,
                number: number.parse().ok()?,
            })
        };
        Self {
            day,
            writers: words.filter_map(id).collect(),
        }
    }

    /// As it is noted.
    pub fn to_text(&self) -> String {
        let mut text = self.day.clone();
        for id in &self.writers {
            text.push_str(&format!(" {}:{}", id.writer, id.number));
        }
        text
    }

    /// Notes how far a writer has come.
    pub fn add(&mut self, day: Day, id: FactId) {
        self.day = day.to_string();
        self.writers.retain(|other| other.writer != id.writer);
        self.writers.push(id);
        if self.writers.len() > WRITERS_MAX {
            self.writers.remove(0);
        }
    }

    /// Forgets the writers of which something is missing.
    pub fn forget_missing(&mut self, known: &IdSet) {
        self.writers.retain(|end| known.short_of(*end) == 0);
    }

    /// The day the log was last written; empty if nothing was ever noted.
    pub fn day(&self) -> &str {
        &self.day
    }

    /// How far each of the last writers had come.
    pub fn ends(&self) -> impl Iterator<Item = FactId> {
        self.writers.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_back_and_forget_whose_end_is_gone() {
        let id = |writer, number| FactId {
            writer: Writer(writer),
            number,
        };
        let mut marks = Marks::default();
        for writer in 1..=10 {
            marks.add(Day(20_000), id(writer, 21));
        }
        marks.add(Day(20_001), id(9, 31));
        let mut marks = Marks::parse(&marks.to_text());
        assert_eq!(marks.day(), "2024-10-05");
        assert_eq!(marks.writers.len(), WRITERS_MAX);
        let mut known = IdSet::default();
        for writer in 1..=8 {
            known.insert_stretch(Writer(writer), 1, 25);
        }
        known.insert_stretch(Writer(9), 1, 28);
        marks.forget_missing(&known);
        assert_eq!(marks.ends().count(), WRITERS_MAX - 2);
        assert!(marks.ends().all(|end| end.writer.0 <= 8));
        assert_eq!(Marks::parse("").ends().count(), 0);
    }
}
