//! What an item is worth on the day of the exam if it is studied as well as it can be, at a price for each second: a small dynamic
//! programme over the days left, stability and difficulty.
//!
//! Right after an answer an item with `n` days to go can be left alone, which gives its recall on the day, or be asked again
//! after some days, which costs seconds and gives the value of whatever state the answer leaves:
//!
//! ```text
//! V(n, s) = max( R(n, s),  max over k < n of  -price x seconds(k, s) + sum over grades g of P(g | R(k, s)) V(n - k, s after g) )
//! ```
//! Forgotten items are asked again the same day until they sit, as in a session. Values are for an item of weight one: an item of
//! weight `w` at `price` is `w` times an item of weight one at `price / w`. Tables are made for a few prices, which stand side by
//! side so that one look serves them all, and interpolated.

use crate::memory::{Curve, Elapsed, Grade, Scheduler, State};
use crate::study::cost::{Occasion, of_card};

/// Grid of stabilities, in days, evenly in their logarithm.
const STABILITIES: usize = 32;
const STABILITY_MIN: f64 = 0.05;
const STABILITY_MAX: f64 = 3_650.0;
/// Grid of difficulties, 1 to 10.
const DIFFICULTIES: usize = 4;
/// Days between two answers for which is worked out what the second one does.
pub(super) const GAPS: [usize; 15] = [1, 2, 3, 4, 6, 9, 13, 19, 28, 40, 60, 90, 135, 200, 300];
/// An item may be asked again after so many of them: up to 90 days.
const WAITS: usize = 12;
/// Prices, in recall per second for an item of weight one, evenly in their logarithm.
pub(super) const PRICES: usize = 8;
const PRICE_MIN: f64 = 2e-5;
const PRICE_MAX: f64 = 2e-2;
/// Days that the tables reach; further away is as far as this.
pub const DAYS_MAX: usize = 180;

/// How grades fall among answers that were right: Hard, Good, Easy. Source: fsrs-rs 6.6.2, `simulation.rs`.
pub(super) const PASSED: [f64; 3] = [0.224, 0.631, 0.145];
/// How the first grades of new items fall: Again, Hard, Good, Easy. Source: the same.
const FIRST: [f64; 4] = [0.24, 0.094, 0.495, 0.171];

/// What an answer may lead to: the chance of each outcome, the state it leaves for the night, and the seconds expected.
#[derive(Clone, Copy, Debug)]
pub struct Outcomes {
    /// Chance and state.
    pub states: [(f64, State); 4],
    /// Seconds, the same day's repeats included.
    pub seconds: f64,
}

impl Outcomes {
    /// Of an item in `state`, asked after `days`; a new one has no state. Seconds are those of a card before anything is known of the learner.
    pub fn of(scheduler: &Scheduler, state: Option<State>, days: f64) -> Self {
        let nights = Elapsed {
            days,
            nights: days.round().max(0.0) as u32,
        };
        let outlook = scheduler.outlook(state, nights);
        let chances = match state {
            None => FIRST,
            Some(state) => {
                let recall = scheduler.retrievability(state, days);
                let [hard, good, easy] = PASSED.map(|share| share * recall);
                [1.0 - recall, hard, good, easy]
            }
        };
        let occasion = if state.is_none() {
            Occasion::First
        } else {
            Occasion::Later
        };
        let mut seconds = 0.0;
        let states = std::array::from_fn(|index| {
            let grade = Grade::ALL[index];
            seconds += chances[index] * of_card(occasion, grade);
            let mut after = outlook.after(grade);
            if grade == Grade::Again {
                let same_day = Elapsed {
                    days: 0.0,
                    nights: 0,
                };
                after = scheduler.after(Some(after), same_day, Grade::Good);
                seconds += chances[index] * of_card(Occasion::Relearn, Grade::Good);
            }
            (chances[index], after)
        });
        Self { states, seconds }
    }

    /// The expected value of a function of the state that is left.
    pub fn expect(&self, value: impl Fn(State) -> f64) -> f64 {
        self.states
            .iter()
            .map(|(chance, state)| chance * value(*state))
            .sum()
    }
}

/// A place in the grid: the lower corner and how far it is to the next.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    corner: usize,
    stability: f32,
    difficulty: f32,
}

impl Place {
    pub(super) fn of(state: State) -> Self {
        let span = (STABILITY_MAX / STABILITY_MIN).ln();
        let s = (f64::from(state.stability).max(STABILITY_MIN) / STABILITY_MIN).ln() / span;
        let s = (s * (STABILITIES - 1) as f64).clamp(0.0, (STABILITIES - 1) as f64 - 1e-6);
        let d = (f64::from(state.difficulty) - 1.0) / 9.0 * (DIFFICULTIES - 1) as f64;
        let d = d.clamp(0.0, (DIFFICULTIES - 1) as f64 - 1e-6);
        Self {
            corner: s as usize * DIFFICULTIES + d as usize,
            stability: s.fract() as f32,
            difficulty: d.fract() as f32,
        }
    }

    /// What a table gives here, for all prices.
    fn read(self, table: &[Lane]) -> Lane {
        let mut sum = [0.0; PRICES];
        for (corner, weight) in self.corners() {
            add(&mut sum, weight, &table[corner]);
        }
        sum
    }

    /// The four corners by their index, and what each counts.
    pub(super) fn corners(self) -> [(usize, f32); 4] {
        let (s, d) = (self.stability, self.difficulty);
        [
            (self.corner, (1.0 - s) * (1.0 - d)),
            (self.corner + 1, (1.0 - s) * d),
            (self.corner + DIFFICULTIES, s * (1.0 - d)),
            (self.corner + DIFFICULTIES + 1, s * d),
        ]
    }

    /// Between the four corners.
    pub(super) fn mix(self, at: impl Fn(usize) -> f32) -> f32 {
        let (s, d) = (self.stability, self.difficulty);
        let of = |corner: usize| at(corner) * (1.0 - d) + at(corner + 1) * d;
        of(self.corner) * (1.0 - s) + of(self.corner + DIFFICULTIES) * s
    }
}

pub(super) const STATES: usize = STABILITIES * DIFFICULTIES;

pub(super) fn state_of(index: usize) -> State {
    let (s, d) = (index / DIFFICULTIES, index % DIFFICULTIES);
    let share = s as f64 / (STABILITIES - 1) as f64;
    let stability = STABILITY_MIN * (STABILITY_MAX / STABILITY_MIN).powf(share);
    State {
        stability: stability as f32,
        difficulty: 1.0 + 9.0 * d as f32 / (DIFFICULTIES - 1) as f32,
    }
}

pub(super) fn price(index: usize) -> f64 {
    PRICE_MIN * (PRICE_MAX / PRICE_MIN).powf(index as f64 / (PRICES - 1) as f64)
}

/// A value for each price.
pub(super) type Lane = [f32; PRICES];

/// Adds `weight` times a value to a sum, for all prices.
pub(super) fn add(sum: &mut Lane, weight: f32, value: &Lane) {
    for (sum, value) in sum.iter_mut().zip(value) {
        *sum += weight * value;
    }
}

/// One answer in the grid, worked out once for all prices and days: the chance of each grade and where it leads.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) outcomes: [(f32, Place); 4],
    seconds: f32,
    /// The corners that it leads to and what each counts, all outcomes together.
    corners: [(u16, f32); 16],
}

impl Step {
    fn of(outcomes: &Outcomes) -> Self {
        let places = outcomes
            .states
            .map(|(chance, state)| (chance as f32, Place::of(state)));
        let corners = places.map(|(chance, place)| {
            let corners = place.corners();
            corners.map(|(corner, weight)| (corner as u16, chance * weight))
        });
        Self {
            outcomes: places,
            seconds: outcomes.seconds as f32,
            corners: std::array::from_fn(|index| corners[index / 4][index % 4]),
        }
    }

    /// What a table gives for the state that is left, on average.
    fn expect(&self, table: &[Lane]) -> Lane {
        let mut sum = [0.0; PRICES];
        for (corner, weight) in self.corners {
            add(&mut sum, weight, &table[usize::from(corner)]);
        }
        sum
    }
}

/// Values and expected seconds for each price, day and state.
#[derive(Clone, Debug)]
pub struct Programme {
    pub(super) scheduler: Scheduler,
    pub(super) curve: Curve,
    days: usize,
    /// By gap, then state.
    pub(super) steps: Vec<Step>,
    /// By days left, then state.
    values: Vec<Lane>,
    /// Seconds that the best course still takes.
    seconds: Vec<Lane>,
}

impl Programme {
    /// Works the tables out for up to `days` before an exam. Seconds are those of a card by the prior; kinds and learners scale them.
    pub fn new(scheduler: &Scheduler, days: usize) -> Self {
        let mut programme = Self::begun(scheduler, days);
        programme.go_on(usize::MAX);
        programme
    }

    /// The same without its tables as yet: [`Programme::go_on`] works them out.
    pub(super) fn begun(scheduler: &Scheduler, days: usize) -> Self {
        let days = days.clamp(1, DAYS_MAX);
        let steps = GAPS.iter().flat_map(|gap| {
            let of = |state| Outcomes::of(scheduler, Some(state), *gap as f64);
            (0..STATES).map(move |index| Step::of(&of(state_of(index))))
        });
        Self {
            scheduler: scheduler.clone(),
            curve: Curve::of(scheduler),
            days,
            steps: steps.collect(),
            values: Vec::with_capacity((days + 1) * STATES),
            seconds: Vec::with_capacity((days + 1) * STATES),
        }
    }

    /// Whether it holds what is asked for by this memory and so many days before an exam: it is by days left, whatever day it is.
    pub(super) fn serves(&self, scheduler: &Scheduler, days: usize) -> bool {
        let is_same = self.scheduler.parameters() == scheduler.parameters();
        is_same && self.is_whole() && self.days >= days.clamp(1, DAYS_MAX)
    }

    /// Whether all its days are worked out.
    pub(super) fn is_whole(&self) -> bool {
        self.values.len() == (self.days + 1) * STATES
    }

    /// Works out so many more days.
    pub(super) fn go_on(&mut self, days: usize) {
        let prices = std::array::from_fn(|index| price(index) as f32);
        let done = self.values.len() / STATES;
        for left in (done..=self.days).take(days) {
            for index in 0..STATES {
                let recall = self.curve.recall(state_of(index), left as f64) as f32;
                let (value, seconds) = self.best(&prices, left, index, recall);
                self.values.push(value);
                self.seconds.push(seconds);
            }
        }
    }

    /// The best course from a state with so many days left, by the tables of fewer days: its value and seconds.
    fn best(&self, prices: &Lane, left: usize, index: usize, recall: f32) -> (Lane, Lane) {
        let (mut best, mut gaps) = ([recall; PRICES], [usize::MAX; PRICES]);
        // The day of the exam itself is no study day.
        let waits = GAPS[..WAITS].iter().take_while(|wait| **wait < left);
        for (gap, wait) in waits.enumerate() {
            let step = &self.steps[gap * STATES + index];
            let mut value = step.expect(row(&self.values, left - wait));
            add(&mut value, -step.seconds, prices);
            for of in 0..PRICES {
                if value[of] > best[of] {
                    (best[of], gaps[of]) = (value[of], gap);
                }
            }
        }
        let mut seconds = [0.0; PRICES];
        let (mut known, mut taken) = (usize::MAX, [0.0; PRICES]);
        for of in 0..PRICES {
            if gaps[of] == usize::MAX {
                continue;
            }
            // Neighbouring prices mostly wait alike.
            if gaps[of] != known {
                known = gaps[of];
                let step = &self.steps[known * STATES + index];
                taken = step.expect(row(&self.seconds, left - GAPS[known]));
                for taken in &mut taken {
                    *taken += step.seconds;
                }
            }
            seconds[of] = taken[of];
        }
        (best, seconds)
    }

    /// The values of a place with so many days left, and the seconds that it will still take.
    pub(super) fn at(&self, left: usize, place: Place) -> (Lane, Lane) {
        let left = left.min(self.days);
        let read = |table| place.read(row(table, left));
        (read(&self.values), read(&self.seconds))
    }
}

/// The states of a table with so many days left.
fn row(table: &[Lane], left: usize) -> &[Lane] {
    &table[left * STATES..][..STATES]
}

/// Where a price lies among those of the tables: the lower one, and how far it is to the next.
pub(super) fn price_place(price: f64) -> (usize, f64) {
    let span = (PRICE_MAX / PRICE_MIN).ln();
    let at = ((price.max(PRICE_MIN) / PRICE_MIN).ln() / span * (PRICES - 1) as f64)
        .clamp(0.0, (PRICES - 1) as f64 - 1e-6);
    (at as usize, at.fract())
}
