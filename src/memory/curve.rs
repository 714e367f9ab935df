//! The forgetting curve as a table, for plans and statistics that look it up a million times: powers are slow in a browser.
//!
//! FSRS-6 has one curve for all items, a function of the days gone by, divided by the stability. The table holds it at 128 places for
//! each doubling of that, and is linear in between.

use super::{Scheduler, State};

/// Places in each doubling, as a power of two.
const FINE_BITS: u32 = 7;
/// From 2^-10 to 2^22 times the stability: what hardly held at all is met again after years, too.
const FROM: u32 = (127 - 10) << FINE_BITS;
const TO: u32 = (127 + 22) << FINE_BITS;
/// Bits of the mantissa that lie between two places.
const REST_BITS: u32 = 23 - FINE_BITS;

/// The forgetting curve of a scheduler.
#[derive(Clone, Debug)]
pub struct Curve {
    recalls: Vec<f32>,
}

impl Curve {
    /// Its table.
    pub fn of(scheduler: &Scheduler) -> Self {
        let one = State {
            stability: 1.0,
            difficulty: 5.0,
        };
        // The places are those of the leading bits of a float.
        let times = |place: u32| f64::from(f32::from_bits(place << REST_BITS));
        let recall = |place| scheduler.retrievability(one, times(place)) as f32;
        Self {
            recalls: (FROM..=TO).map(recall).collect(),
        }
    }

    /// The chance of recall, 0 to 1, so many days after the last answer; within a hundred-thousandth of
    /// [`Scheduler::retrievability`].
    pub fn recall(&self, state: State, days: f64) -> f64 {
        let times = (days as f32 / state.stability).max(0.0);
        let bits = times.to_bits();
        let place = bits >> REST_BITS;
        if place < FROM {
            // Next to nothing has been forgotten.
            let first = f64::from(self.recalls[0]);
            let share = f64::from(times / f32::from_bits(FROM << REST_BITS));
            return 1.0 - (1.0 - first) * share;
        }
        if place >= TO {
            return f64::from(self.recalls[self.recalls.len() - 1]);
        }
        let index = (place - FROM) as usize;
        let share = (bits & ((1 << REST_BITS) - 1)) as f32 / (1_u32 << REST_BITS) as f32;
        let (low, high) = (self.recalls[index], self.recalls[index + 1]);
        f64::from(low + (high - low) * share)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::STEEP_DECAY;

    #[test]
    fn the_table_tells_what_the_formula_tells() {
        for scheduler in [
            Scheduler::default(),
            Scheduler::default().steeper(STEEP_DECAY),
        ] {
            let curve = Curve::of(&scheduler);
            let mut worst = 0.0_f64;
            for stability in [
                0.001, 0.01, 0.4, 1.7, 6.0, 22.0, 90.0, 400.0, 3_650.0, 36_500.0,
            ] {
                let state = State {
                    stability,
                    difficulty: 5.0,
                };
                for tenths in 0..40_000 {
                    let days = f64::from(tenths) / 10.0;
                    let error = curve.recall(state, days) - scheduler.retrievability(state, days);
                    worst = worst.max(error.abs());
                }
            }
            assert!(worst < 1e-5, "{worst}");
        }
    }
}
