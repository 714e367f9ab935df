//! Which facts are there: for each writer the stretches of numbers, which are few because a writer numbers without gaps.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{FactId, Writer};

/// A set of facts' names. A million facts of ten thousand writers take some 200 kB.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdSet {
    /// First and last number of each stretch, in order, never touching.
    writers: BTreeMap<Writer, Vec<(u32, u32)>>,
}

impl IdSet {
    /// Adds a name; whether it was new.
    pub fn insert(&mut self, id: FactId) -> bool {
        let stretches = self.writers.entry(id.writer).or_default();
        let number = id.number;
        let place = stretches.partition_point(|(_, last)| *last < number);
        if stretches
            .get(place)
            .is_some_and(|(first, _)| *first <= number)
        {
            return false;
        }
        let joins_before = place > 0 && stretches[place - 1].1.checked_add(1) == Some(number);
        let joins_after = number.checked_add(1).is_some_and(|next| {
            stretches
                .get(place)
                .is_some_and(|(first, _)| *first == next)
        });
        match (joins_before, joins_after) {
            (true, true) => {
                stretches[place - 1].1 = stretches[place].1;
                stretches.remove(place);
            }
            (true, false) => stretches[place - 1].1 = number,
            (false, true) => stretches[place].0 = number,
            (false, false) => stretches.insert(place, (number, number)),
        }
        true
    }

    /// Whether a name is there.
    pub fn contains(&self, id: FactId) -> bool {
        self.writers.get(&id.writer).is_some_and(|stretches| {
            let place = stretches.partition_point(|(_, last)| *last < id.number);
            stretches
                .get(place)
                .is_some_and(|(first, _)| *first <= id.number)
        })
    }

    /// A writer's highest number, 0 if it has none.
    pub fn highest(&self, writer: Writer) -> u32 {
        let last = self
            .writers
            .get(&writer)
            .and_then(|stretches| stretches.last());
        last.map_or(0, |(_, last)| *last)
    }

    /// How many numbers its writer lacks to have come as far as this name; 0 if it has.
    pub fn short_of(&self, id: FactId) -> u32 {
        id.number.saturating_sub(self.highest(id.writer))
    }

    /// The highest name of each writer.
    pub fn ends(&self) -> impl Iterator<Item = FactId> {
        self.writers.iter().filter_map(|(writer, stretches)| {
            let (_, number) = *stretches.last()?;
            let writer = *writer;
            Some(FactId { writer, number })
        })
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        self.stretches()
            .map(|(_, first, last)| (last - first) as usize + 1)
            .sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.writers.is_empty()
    }

    /// Each stretch: writer, first and last number.
    pub fn stretches(&self) -> impl Iterator<Item = (Writer, u32, u32)> {
        let of = |(writer, list): (&Writer, &Vec<(u32, u32)>)| {
            let writer = *writer;
            list.clone()
                .into_iter()
                .map(move |(first, last)| (writer, first, last))
        };
        self.writers.iter().flat_map(of)
    }

    /// Whether the stretches are in order and never touch: those of a file may not.
    pub fn is_sound(&self) -> bool {
        self.writers.values().all(|stretches| {
            let forward = stretches.iter().all(|(first, last)| first <= last);
            let apart = |pair: &[(u32, u32)]| u64::from(pair[0].1) + 1 < u64::from(pair[1].0);
            forward && stretches.windows(2).all(apart)
        })
    }

    /// Adds a whole stretch.
    pub fn insert_stretch(&mut self, writer: Writer, first: u32, last: u32) {
        let stretches = self.writers.entry(writer).or_default();
        if stretches
            .last()
            .is_none_or(|(_, end)| end.checked_add(1).is_some_and(|next| next < first))
        {
            stretches.push((first, last));
            return;
        }
        for number in first..=last {
            self.insert(FactId { writer, number });
        }
    }

    /// Writers whose numbers below their highest are not all there, and how many are missing. Numbers begin at 1.
    pub fn gaps(&self) -> impl Iterator<Item = (Writer, usize)> {
        self.writers.iter().filter_map(|(writer, stretches)| {
            let highest = stretches.last().map_or(0, |(_, last)| *last as usize);
            let there: usize = stretches
                .iter()
                .map(|(first, last)| (last - first) as usize + 1)
                .sum();
            // One more than the highest are there if a number 0 is, which nobody gives out.
            let missing = highest.saturating_sub(there);
            (missing > 0).then_some((*writer, missing))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn it_is_a_set_whatever_the_order() {
        let mut ids = IdSet::default();
        let mut plain = BTreeSet::new();
        // A walk that visits 0 to 100 in a scrambled order, some of them twice.
        for step in 0..250_u32 {
            let id = FactId {
                writer: Writer(u64::from(step % 3)),
                number: 1 + step * 37 % 101,
            };
            assert_eq!(ids.insert(id), plain.insert(id));
            assert_eq!(ids.len(), plain.len());
        }
        for number in 0..110 {
            let id = FactId {
                writer: Writer(1),
                number,
            };
            assert_eq!(ids.contains(id), plain.contains(&id));
        }
        let mut copy = IdSet::default();
        for (writer, first, last) in ids.stretches() {
            copy.insert_stretch(writer, first, last);
        }
        assert_eq!(copy, ids);
    }

    #[test]
    fn gaps_are_told_by_writer() {
        let mut ids = IdSet::default();
        for number in [1, 2, 5] {
            ids.insert(FactId {
                writer: Writer(7),
                number,
            });
        }
        ids.insert(FactId {
            writer: Writer(8),
            number: 1,
        });
        assert_eq!(ids.gaps().collect::<Vec<_>>(), [(Writer(7), 2)]);
    }
}
