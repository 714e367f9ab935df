//! How long answers take.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Seen;
use crate::deck::item::Kind;

/// Between which times the bins lie, in seconds: each is twice as long as the one before, about.
pub const SPEED_SECONDS: [u16; 8] = [2, 4, 8, 15, 30, 60, 120, 240];

/// How long answers took.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Speed {
    /// By time: below the first of [`SPEED_SECONDS`], between each two of them, from the last on.
    pub bins: [u32; SPEED_SECONDS.len() + 1],
    /// All answers.
    pub all: Typical,
    /// By kind of item, in the order of the kinds; those of items that are no longer there come first.
    pub kinds: Vec<KindSpeed>,
}

/// So many answers, and the time within which half of them were given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typical {
    /// How many.
    pub answers: u32,
    /// The median, in milliseconds; 0 where there are none.
    pub ms: u32,
}

/// How long answers to items of a kind took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindSpeed {
    /// The kind; none where it is not known.
    pub kind: Option<Kind>,
    /// First sightings.
    pub first: Typical,
    /// Repeats.
    pub later: Typical,
}

/// Answers as they come.
#[derive(Debug, Default)]
pub(super) struct Clocked {
    bins: [u32; SPEED_SECONDS.len() + 1],
    all: Vec<u32>,
    kinds: BTreeMap<Option<Kind>, [Vec<u32>; 2]>,
}

impl Clocked {
    /// Counts answers to an item of a kind.
    pub(super) fn add<'a>(&mut self, kind: Option<Kind>, seen: impl Iterator<Item = &'a Seen>) {
        let mut seen = seen.peekable();
        if seen.peek().is_none() {
            return;
        }
        let of_kind = self.kinds.entry(kind).or_default();
        for seen in seen {
            let bin = SPEED_SECONDS.partition_point(|s| u32::from(*s) * 1_000 <= seen.ms);
            self.bins[bin] += 1;
            self.all.push(seen.ms);
            of_kind[usize::from(!seen.is_first)].push(seen.ms);
        }
    }

    pub(super) fn finish(mut self) -> Speed {
        let kinds = self
            .kinds
            .iter_mut()
            .map(|(kind, [first, later])| KindSpeed {
                kind: *kind,
                first: typical(first),
                later: typical(later),
            });
        Speed {
            bins: self.bins,
            kinds: kinds.collect(),
            all: typical(&mut self.all),
        }
    }
}

fn typical(times: &mut [u32]) -> Typical {
    let answers = times.len() as u32;
    let middle = times.len() / 2;
    let ms = if times.is_empty() {
        0
    } else {
        *times.select_nth_unstable(middle).1
    };
    Typical { answers, ms }
}
