//! The answers of a log that stand, item by item, for whatever is learned or counted from all of them. A [`super::History`] holds only
//! the sum of old answers; whoever wants each of them reads the log once more.

use rustc_hash::FxHashMap;

use super::{Fact, FactId, IdSet, Sighting, What};
use crate::deck::id::ItemId;
use crate::memory::Grade;
use crate::time::Stamp;

/// The answers of a log, taken in as it is read. Of each answer it holds some fifty bytes, where the fact takes several times that.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    items: FxHashMap<ItemId, u32>,
    rows: Vec<Row>,
    known: IdSet,
    undone: IdSet,
}

/// An answer that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stood {
    /// When.
    pub at: Stamp,
    /// Its fact, which tells answers of one moment apart.
    pub id: FactId,
    /// The grade.
    pub grade: Grade,
    /// First or repeated.
    pub sighting: Sighting,
    /// Milliseconds it took.
    pub ms: u32,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    item: u32,
    stood: Stood,
}

impl Stood {
    /// What orders answers: their time, then their names.
    pub(super) fn key(&self) -> (crate::time::Moment, FactId) {
        (self.at.at, self.id)
    }
}

impl Answers {
    /// Takes in facts, in any order. One that was here before is passed over.
    pub fn add(&mut self, facts: &[Fact]) {
        for fact in facts {
            if !self.known.insert(fact.id) {
                continue;
            }
            match &fact.what {
                What::Undone(id) => {
                    self.undone.insert(*id);
                }
                What::Answered(answer) => {
                    let stood = Stood {
                        at: fact.at,
                        id: fact.id,
                        grade: answer.grade,
                        sighting: answer.sighting,
                        ms: answer.ms,
                    };
                    let item = self.number(&answer.item);
                    self.rows.push(Row { item, stood });
                }
                _ => {}
            }
        }
    }

    /// Items are numbered as they come.
    fn number(&mut self, item: &ItemId) -> u32 {
        // Looked up first, because an entry would want a name of its own each time.
        if let Some(number) = self.items.get(item) {
            return *number;
        }
        let number = self.items.len() as u32;
        self.items.insert(item.clone(), number);
        number
    }

    /// The answers that stand, by item; what was taken back is left out.
    pub fn courses(mut self) -> Courses {
        let undone = &self.undone;
        self.rows.retain(|row| !undone.contains(row.stood.id));
        let mut items: Vec<(ItemId, u32)> = self.items.into_iter().collect();
        items.sort_unstable_by_key(|(_, number)| *number);
        // Counted first: a log comes nearly in order, so that each item's few answers need hardly be sorted.
        let mut starts = vec![0_u32; items.len() + 1];
        for row in &self.rows {
            starts[row.item as usize + 1] += 1;
        }
        for place in 1..starts.len() {
            starts[place] += starts[place - 1];
        }
        let mut next = starts.clone();
        let Some(any) = self.rows.first().map(|row| row.stood) else {
            return Courses::default();
        };
        let mut answers = vec![any; self.rows.len()];
        for row in self.rows {
            let place = &mut next[row.item as usize];
            answers[*place as usize] = row.stood;
            *place += 1;
        }
        for pair in starts.windows(2) {
            let course = &mut answers[pair[0] as usize..pair[1] as usize];
            if !course.is_sorted_by_key(Stood::key) {
                course.sort_unstable_by_key(Stood::key);
            }
        }
        Courses {
            items: items.into_iter().map(|(item, _)| item).collect(),
            starts,
            answers,
        }
    }
}

/// The answers that stand, by item, each item's in the order of their time.
#[derive(Clone, Debug, Default)]
pub struct Courses {
    items: Vec<ItemId>,
    /// Where the answers of each item begin, and at last where they end.
    starts: Vec<u32>,
    answers: Vec<Stood>,
}

impl Courses {
    /// How many answers stand.
    pub fn count(&self) -> usize {
        self.answers.len()
    }

    /// Each item with its answers. Items come in the order in which the log told of them; one whose answers were all taken back has none.
    pub fn iter(&self) -> impl Iterator<Item = (&ItemId, &[Stood])> {
        let of = |(place, item)| {
            let (from, to) = (self.starts[place], self.starts[place + 1]);
            (item, &self.answers[from as usize..to as usize])
        };
        self.items.iter().enumerate().map(of)
    }
}
