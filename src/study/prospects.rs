//! What each item is worth today for one exam: the programme's tables, looked through once for the days that are left, so that
//! twenty thousand items are ranked in a few milliseconds.
//!
//! An answer `gap` days after the last one is forgotten or recalled. What follows from each, in value and in seconds still to be spent,
//! is tabulated over price, wait, gap, stability and difficulty; the chance of each is worked out exactly.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use super::cost::{Occasion, of_card};
use super::programme::{
    DAYS_MAX, GAPS, Lane, Outcomes, PASSED, PRICES, Place, Programme, STATES, add, price_place,
    state_of,
};
use crate::memory::{Grade, State};

/// Days that an item may wait from today on before it is asked, if it is not asked today.
const WAITS: [usize; 8] = [0, 1, 2, 4, 8, 16, 32, 64];

/// Value and seconds after a forgotten and after a recalled answer.
type After = [f32; 4];

/// The prospects of every state for an exam with so many days left.
#[derive(Clone, Debug)]
pub(super) struct Prospects {
    programme: Arc<Programme>,
    left: usize,
    /// How many of the waits end before the exam.
    waits: usize,
    /// By wait, gap and state: for each price what follows from an answer.
    table: OnceCell<Vec<[After; PRICES]>>,
    /// Recall on the day after a forgotten and after a recalled answer today, by gap and state.
    alone: OnceCell<Vec<[f32; 2]>>,
    /// The place of each number of days among the gaps.
    gaps: Vec<Gap>,
    /// Seconds of a forgotten and of a recalled answer to a card.
    seconds: [f64; 2],
    /// A new item, answered.
    first: Outcomes,
    /// By wait: what follows for a new item, in value and in seconds.
    new: Vec<(Lane, Lane)>,
}

/// Where a price lies among those of the tables: the lower one, and how far it is to the next.
type PricePlace = (usize, f64);

impl Prospects {
    /// For an exam that leaves so many study days, today included.
    pub(super) fn new(programme: &Arc<Programme>, left: usize) -> Self {
        let left = left.min(DAYS_MAX);
        let grades = [Grade::Hard, Grade::Good, Grade::Easy];
        let recalled = PASSED.iter().zip(grades);
        let recalled = recalled.map(|(share, grade)| share * of_card(Occasion::Later, grade));
        let first = Outcomes::of(&programme.scheduler, None, 0.0);
        let waits = WAITS.iter().filter(|wait| **wait < left).count().max(1);
        let new = WAITS[..waits].iter().map(|wait| {
            let mut sum = ([0.0; PRICES], [0.0; PRICES]);
            for (chance, after) in first.states {
                let (value, seconds) = programme.at(left.saturating_sub(*wait), Place::of(after));
                add(&mut sum.0, chance as f32, &value);
                add(&mut sum.1, chance as f32, &seconds);
            }
            sum
        });
        Self {
            left,
            waits,
            table: OnceCell::new(),
            alone: OnceCell::new(),
            gaps: (0..=GAPS[GAPS.len() - 1]).map(Gap::of).collect(),
            seconds: [
                of_card(Occasion::Later, Grade::Again) + of_card(Occasion::Relearn, Grade::Good),
                recalled.sum(),
            ],
            new: new.collect(),
            first,
            programme: Arc::clone(programme),
        }
    }

    /// Makes the tables now and not when they are first looked at.
    pub(super) fn prepare(&self) {
        self.table();
        self.alone();
    }

    /// Whether they are for so many days left.
    pub(super) fn is_for(&self, left: usize) -> bool {
        self.left == left.min(DAYS_MAX)
    }

    fn table(&self) -> &[[After; PRICES]] {
        self.table.get_or_init(|| {
            let mut table = Vec::with_capacity(self.waits * GAPS.len() * STATES);
            for wait in &WAITS[..self.waits] {
                let later = self.left - wait;
                for step in &self.programme.steps {
                    let (forgotten, ever) = self.programme.at(later, step.outcomes[0].1);
                    let (mut value, mut seconds) = ([0.0; PRICES], [0.0; PRICES]);
                    for ((_, corner), share) in step.outcomes[1..].iter().zip(PASSED) {
                        let (of, takes) = self.programme.at(later, *corner);
                        add(&mut value, share as f32, &of);
                        add(&mut seconds, share as f32, &takes);
                    }
                    table.push(std::array::from_fn(|of| {
                        [forgotten[of], ever[of], value[of], seconds[of]]
                    }));
                }
            }
            table
        })
    }

    fn alone(&self) -> &[[f32; 2]] {
        self.alone.get_or_init(|| {
            let curve = &self.programme.curve;
            let recall = |index| curve.recall(state_of(index), self.left as f64) as f32;
            let recalls: Vec<f32> = (0..STATES).map(recall).collect();
            let recall = |corner: Place| corner.mix(|index| recalls[index]);
            let steps = self.programme.steps.iter();
            steps
                .map(|step| {
                    let recalled = step.outcomes[1..].iter().zip(PASSED);
                    let recalled =
                        recalled.map(|((_, corner), share)| share as f32 * recall(*corner));
                    [recall(step.outcomes[0].1), recalled.sum()]
                })
                .collect()
        })
    }

    fn gap(&self, days: usize) -> Gap {
        self.gaps[days.min(self.gaps.len() - 1)]
    }

    /// What an item is worth `elapsed` days after its last answer: asked today, and at best if it waits. `state` is none for a
    /// new item. `price` is per second for an item of weight one, `pace` scales the seconds.
    pub(super) fn worth(
        &self,
        state: Option<State>,
        elapsed: usize,
        price: f64,
        pace: f64,
    ) -> Worth {
        self.worth_against(1..self.waits, state, elapsed, price, pace)
    }

    /// The same at a third of the time: against one wait only, so that it seems worth as much per second as it is, or more.
    pub(super) fn glance(
        &self,
        state: Option<State>,
        elapsed: usize,
        price: f64,
        pace: f64,
    ) -> Worth {
        // Not before the last days is mostly the best of them.
        let last = self.waits.saturating_sub(1).max(1)..self.waits;
        self.worth_against(last, state, elapsed, price, pace)
    }

    fn worth_against(
        &self,
        waits: Range<usize>,
        state: Option<State>,
        elapsed: usize,
        price: f64,
        pace: f64,
    ) -> Worth {
        let at = price_place(price * pace);
        let corner = state.map(Place::of);
        let asked = |wait: usize| match state.zip(corner) {
            None => self.new_asked(wait, at, pace),
            Some((state, corner)) => self.asked(state, corner, elapsed, wait, at, pace),
        };
        let curve = &self.programme.curve;
        let left_alone = (elapsed + self.left) as f64;
        let alone = state.map_or(0.0, |state| curve.recall(state, left_alone));
        let today = asked(0);
        let (mut waiting, mut waiting_seconds) = (alone, 0.0);
        for wait in waits {
            let later = asked(wait);
            if later.value - price * later.seconds > waiting {
                waiting = later.value - price * later.seconds;
                waiting_seconds = later.seconds + later.to_come;
            }
        }
        let gain = self.once_more(state.zip(corner), elapsed) - alone;
        let net = today.value - price * today.seconds;
        let is_better = net > waiting;
        Worth {
            per_second: (today.value - waiting) / today.seconds,
            greedy_per_second: gain / today.seconds,
            seconds: today.seconds,
            seconds_to_come: if is_better {
                today.seconds + today.to_come
            } else {
                waiting_seconds
            },
            value: if is_better { net } else { waiting },
        }
    }

    /// Expected recall on the day if the item is asked today and never again.
    fn once_more(&self, known: Option<(State, Place)>, elapsed: usize) -> f64 {
        let curve = &self.programme.curve;
        let Some((state, corner)) = known else {
            let recall = |after| curve.recall(after, self.left as f64);
            return self.first.expect(recall);
        };
        let recall = curve.recall(state, elapsed as f64);
        let (mut forgotten, mut recalled) = (0.0, 0.0);
        for (at, weight) in self.gap(elapsed).corners(corner) {
            let [after_forgotten, after_recalled] = self.alone()[at];
            forgotten += weight * after_forgotten;
            recalled += weight * after_recalled;
        }
        (1.0 - recall) * f64::from(forgotten) + recall * f64::from(recalled)
    }

    fn asked(
        &self,
        state: State,
        corner: Place,
        elapsed: usize,
        wait: usize,
        (low, share): PricePlace,
        pace: f64,
    ) -> Asked {
        let days = elapsed + WAITS[wait];
        let recall = self.programme.curve.recall(state, days as f64);
        let table = &self.table()[wait * GAPS.len() * STATES..][..GAPS.len() * STATES];
        let (mut below, mut above) = ([0.0; 4], [0.0; 4]);
        for (at, weight) in self.gap(days).corners(corner) {
            let after = &table[at];
            for of in 0..4 {
                below[of] += weight * after[low][of];
                above[of] += weight * after[low + 1][of];
            }
        }
        let share = share as f32;
        let mix = |of: usize| f64::from((1.0 - share) * below[of] + share * above[of]);
        let [forgotten, ever, value, seconds] = std::array::from_fn(mix);
        Asked {
            value: (1.0 - recall) * forgotten + recall * value,
            seconds: ((1.0 - recall) * self.seconds[0] + recall * self.seconds[1]) * pace,
            to_come: ((1.0 - recall) * ever + recall * seconds) * pace,
        }
    }

    fn new_asked(&self, wait: usize, (low, share): PricePlace, pace: f64) -> Asked {
        let mix = |of: &Lane| f64::from(of[low]) * (1.0 - share) + f64::from(of[low + 1]) * share;
        let (value, seconds) = &self.new[wait];
        Asked {
            value: mix(value),
            seconds: self.first.seconds * pace,
            to_come: mix(seconds) * pace,
        }
    }
}

/// An item asked after some wait.
struct Asked {
    /// Expected value afterwards, before the price of these seconds.
    value: f64,
    /// Expected seconds of asking it.
    seconds: f64,
    /// Expected seconds after that.
    to_come: f64,
}

/// A place between two gaps, in the logarithm of the days.
#[derive(Clone, Copy, Debug)]
struct Gap {
    low: usize,
    share: f32,
}

impl Gap {
    fn of(days: usize) -> Self {
        let last = GAPS.len() - 1;
        let days = days.clamp(GAPS[0], GAPS[last]);
        let low = (GAPS.partition_point(|gap| *gap <= days) - 1).min(last - 1);
        let (from, to) = (GAPS[low] as f64, GAPS[low + 1] as f64);
        Self {
            low,
            share: ((days as f64 / from).ln() / (to / from).ln()) as f32,
        }
    }

    /// The corners around a place at this gap, by their index in a table, and what each counts.
    fn corners(&self, place: Place) -> [(usize, f32); 8] {
        let around = place.corners();
        std::array::from_fn(|index| {
            let (corner, weight) = around[index % 4];
            if index < 4 {
                (self.low * STATES + corner, weight * (1.0 - self.share))
            } else {
                ((self.low + 1) * STATES + corner, weight * self.share)
            }
        })
    }
}

/// What studying an item today is worth, for an item of weight one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Worth {
    /// Expected recall on the day gained by asking today rather than at the best later time, per second. Above the price it should
    /// be asked today.
    pub(super) per_second: f64,
    /// Expected recall on the day gained by asking today and never again, per second.
    pub(super) greedy_per_second: f64,
    /// Expected seconds today.
    pub(super) seconds: f64,
    /// Expected seconds from now to the exam on the best course.
    pub(super) seconds_to_come: f64,
    /// Expected recall on the day on the best course, less the price of its seconds.
    pub(super) value: f64,
}

impl Worth {
    /// Between two beliefs: `share` of the other one.
    pub(super) fn mixed(self, other: Self, share: f64) -> Self {
        let mix = |a: f64, b: f64| a * (1.0 - share) + b * share;
        Self {
            per_second: mix(self.per_second, other.per_second),
            greedy_per_second: mix(self.greedy_per_second, other.greedy_per_second),
            seconds: mix(self.seconds, other.seconds),
            seconds_to_come: mix(self.seconds_to_come, other.seconds_to_come),
            value: mix(self.value, other.value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::Scheduler;

    /// The same without tables: the expected value after asking an item that has waited.
    fn exact(of: &Programme, state: State, gap: f64, later: usize, price_index: usize) -> f64 {
        let outcomes = Outcomes::of(&of.scheduler, Some(state), gap);
        outcomes.expect(|after| f64::from(of.at(later, Place::of(after)).0[price_index]))
    }

    #[test]
    fn the_tables_tell_what_working_it_out_tells() {
        let programme = Programme::new(&Scheduler::default(), 60);
        let programme = Arc::new(programme);
        let prospects = Prospects::new(&programme, 45);
        let (mut worst, mut sum, mut count) = (0.0_f64, 0.0, 0.0);
        for stability in [0.4, 1.7, 6.0, 22.0, 90.0, 400.0] {
            for difficulty in [1.5_f32, 4.0, 7.5, 9.5] {
                for elapsed in [1, 5, 17, 55, 150] {
                    for (wait, days_off) in WAITS[..prospects.waits].iter().enumerate() {
                        let state = State {
                            stability,
                            difficulty,
                        };
                        let days = (elapsed + days_off) as f64;
                        let wanted = exact(&programme, state, days, 45 - days_off, 3);
                        let at = price_place(super::super::programme::price(3));
                        let place = Place::of(state);
                        let found = prospects.asked(state, place, elapsed, wait, at, 1.0);
                        let error = (found.value - wanted).abs();
                        worst = worst.max(error);
                        sum += error;
                        count += 1.0;
                    }
                }
            }
        }
        assert!(worst < 0.03, "at worst {worst}");
        assert!(sum / count < 0.004, "on average {}", sum / count);
    }

    #[test]
    fn what_is_remembered_well_is_worth_less_than_what_is_slipping() {
        let programme = Programme::new(&Scheduler::default(), 60);
        let programme = Arc::new(programme);
        let prospects = Prospects::new(&programme, 20);
        let worth = |stability, elapsed| {
            let state = State {
                stability,
                difficulty: 5.0,
            };
            prospects.worth(Some(state), elapsed, 1e-4, 1.0)
        };
        assert!(worth(300.0, 2).per_second < worth(4.0, 6).per_second);
        assert!(worth(300.0, 2).value > worth(4.0, 6).value);
        let new = prospects.worth(None, 0, 1e-4, 1.0);
        assert!(new.per_second > 0.0 && new.greedy_per_second > 0.0);
        // At a price that nothing is worth, nothing is asked any more.
        let dear = prospects.worth(
            Some(State {
                stability: 4.0,
                difficulty: 5.0,
            }),
            6,
            1.0,
            1.0,
        );
        assert!(dear.seconds_to_come.abs() < 1e-9 && dear.value > 0.0);
    }
}
