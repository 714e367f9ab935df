//! How the items hold at the end of the period: their stability, difficulty and retrievability.

use serde::{Deserialize, Serialize};

use super::Seen;
use super::recall::MILLION;
use crate::memory::Curve;
use crate::time::Day;

/// Between which stabilities the bins lie, in days: a day, three, a week, two, a month, a quarter, half a year, a year.
pub const STABILITY_DAYS: [u16; 8] = [1, 3, 7, 14, 30, 90, 180, 365];

/// Bins of difficulty, one wide, from 1 to 10.
const DIFFICULTIES: usize = 9;

/// Bins of retrievability, ten percent wide.
pub const RECALLS: usize = 10;

/// The items that were answered by the end of the period.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Holding {
    /// How many.
    pub items: u32,
    /// By stability: below the first of [`STABILITY_DAYS`], between each two of them, from the last on.
    pub stability: [u32; STABILITY_DAYS.len() + 1],
    /// Half of the items are more stable than this, in days.
    pub stability_median: Option<f32>,
    /// By difficulty: 1 to 2, and so on to 9 to 10.
    pub difficulty: [u32; DIFFICULTIES],
    /// By retrievability: below 10 %, and so on to 90 % and more.
    pub recall: [u32; RECALLS],
    /// The sum of the retrievabilities, in millionths.
    pub known: u64,
}

impl Holding {
    /// How many items are expected to be remembered.
    pub fn known(&self) -> f64 {
        self.known as f64 / MILLION
    }
}

/// Items as they come.
#[derive(Debug, Default)]
pub(super) struct Holder {
    of: Holding,
    stabilities: Vec<f32>,
}

impl Holder {
    /// Counts one item by its answers up to the last day; gives the chance that it is remembered then, in millionths. None if it was not
    /// answered by then.
    pub(super) fn add(&mut self, seen: &[Seen], last: Day, curve: &Curve) -> Option<u64> {
        let mut before = seen.iter().take_while(|seen| seen.day <= last);
        let seen = before.next().map(|first| before.last().unwrap_or(first))?;
        let (state, of) = (seen.state, &mut self.of);
        of.items += 1;
        let stability = STABILITY_DAYS.partition_point(|days| f32::from(*days) <= state.stability);
        of.stability[stability] += 1;
        self.stabilities.push(state.stability);
        let difficulty = (state.difficulty - 1.0).max(0.0) as usize;
        of.difficulty[difficulty.min(DIFFICULTIES - 1)] += 1;
        let recall = curve.recall(state, f64::from(last.since(seen.day)));
        let known = (recall * MILLION).round() as u64;
        of.recall[((recall * RECALLS as f64) as usize).min(RECALLS - 1)] += 1;
        of.known += known;
        Some(known)
    }

    pub(super) fn finish(mut self) -> Holding {
        let middle = self.stabilities.len() / 2;
        self.of.stability_median = (!self.stabilities.is_empty()).then(|| {
            let (_, median, _) = self
                .stabilities
                .select_nth_unstable_by(middle, f32::total_cmp);
            *median
        });
        self.of
    }
}
