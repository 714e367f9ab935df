//! The forgetting curve, and what each of the four grades would do.

use fsrs::{FSRS, FSRSItem, FSRSReview, MemoryState};
use serde::{Deserialize, Serialize};

use super::{Grade, Parameters, ParametersError};
use crate::time::Stamp;

/// The exponent of the steepest forgetting curve that the model knows, w20: next to an exponential.
pub const STEEP_DECAY: f32 = 0.8;
/// Predictions are held so far from certain, as in the open benchmark, so that one surprise is not infinitely bad.
pub(super) const CERTAIN: f64 = 1e-4;

/// What is known of one item in one head.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// Days after which recall has fallen to 90 %.
    pub stability: f32,
    /// 1 (easy) to 10 (hard).
    pub difficulty: f32,
}

/// The time between two moments, in the two ways that memory models count it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Elapsed {
    /// Days with their fraction, never negative.
    pub days: f64,
    /// Rollovers of the learner's day between the two, never negative. FSRS-6 counts these: 0 is "the same day".
    pub nights: u32,
}

impl Elapsed {
    /// From `earlier` to `later`. A clock that was set back gives zero, not a negative time.
    pub fn between(earlier: Stamp, later: Stamp, rollover_hour: u8) -> Self {
        let nights = later.day(rollover_hour).since(earlier.day(rollover_hour));
        Self {
            days: later.at.days_since(earlier.at).max(0.0),
            nights: u32::try_from(nights).unwrap_or(0),
        }
    }
}

/// The state after each grade, computed together so that what a button says and what it does cannot differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlook {
    states: [State; 4],
}

impl Outlook {
    /// The state after this grade.
    pub fn after(&self, grade: Grade) -> State {
        self.states[usize::from(grade.number() - 1)]
    }
}

/// A memory model with its parameters.
#[derive(Debug, Clone)]
pub struct Scheduler {
    model: FSRS,
    parameters: Parameters,
    /// The negative exponent of the forgetting curve, w20.
    decay: f32,
}

impl Scheduler {
    /// Takes checked parameters.
    pub fn new(parameters: &Parameters) -> Result<Self, ParametersError> {
        parameters.check()?;
        let weights = parameters.weights();
        let model = FSRS::new(weights).map_err(|_| ParametersError::Value(0))?;
        Ok(Self {
            model,
            parameters: parameters.clone(),
            decay: weights[20],
        })
    }

    /// The same with another exponent of the forgetting curve, w20 (0.1 to 0.8): recall still falls to 90 % after the stability's
    /// days, and from there on faster the larger it is.
    #[must_use]
    pub fn steeper(&self, decay: f32) -> Self {
        let mut weights = self.parameters.weights().to_vec();
        if let Some(last) = weights.last_mut() {
            *last = decay;
        }
        let parameters = Parameters::fsrs6(&weights);
        let changed = parameters.and_then(|parameters| Self::new(&parameters));
        changed.unwrap_or_else(|_| self.clone())
    }

    /// By how much an answer speaks for this forgetting curve and against a steeper one ([`STEEP_DECAY`]), in millionths of a natural
    /// logarithm of likelihood. Whole numbers, so that a sum does not depend on its order.
    pub fn evidence(&self, state: State, nights: u32, recalled: bool) -> i64 {
        let memory = MemoryState {
            stability: state.stability,
            difficulty: state.difficulty,
        };
        let likelihood = |decay: f32| {
            let recall = fsrs::current_retrievability(memory, nights as f32, decay);
            let recall = f64::from(recall).clamp(CERTAIN, 1.0 - CERTAIN);
            if recalled { recall } else { 1.0 - recall }
        };
        let logarithm = (likelihood(self.decay) / likelihood(STEEP_DECAY)).ln();
        (logarithm * 1e6).round() as i64
    }

    /// The parameters.
    pub fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// What each grade would do to an item in `state` (`None`: never answered) after `elapsed`.
    pub fn outlook(&self, state: Option<State>, elapsed: Elapsed) -> Outlook {
        let before = state.map(|s| MemoryState {
            stability: s.stability,
            difficulty: s.difficulty,
        });
        // The retention only enters the intervals, which are asked for separately.
        let next = self.model.next_states(before, 0.9, elapsed.nights);
        // States come from this function alone and parameters are checked, so the model has no reason to refuse;
        // an unchanged state is the harmless answer if it does.
        let unchanged = state.unwrap_or(State {
            stability: 1.0,
            difficulty: 5.0,
        });
        let states = next.map_or([unchanged; 4], |n| {
            [n.again, n.hard, n.good, n.easy].map(|item| State {
                stability: item.memory.stability,
                difficulty: item.memory.difficulty,
            })
        });
        Outlook { states }
    }

    /// What this one grade does: the same as [`Scheduler::outlook`] and then [`Outlook::after`], at a quarter of the cost. For
    /// replaying long logs.
    pub fn after(&self, state: Option<State>, elapsed: Elapsed, grade: Grade) -> State {
        let before = state.map(|s| MemoryState {
            stability: s.stability,
            difficulty: s.difficulty,
        });
        let review = FSRSReview {
            rating: u32::from(grade.number()),
            delta_t: elapsed.nights,
        };
        let item = FSRSItem {
            reviews: vec![review],
        };
        match self.model.memory_state(item, before) {
            Ok(memory) => State {
                stability: memory.stability,
                difficulty: memory.difficulty,
            },
            Err(_) => self.outlook(state, elapsed).after(grade),
        }
    }

    /// The probability of recall, 0 to 1, `days` after the last answer.
    /// FSRS-6: R(t, S) = (1 + F t/S)^-w20 with F = 0.9^(-1/w20) - 1.
    pub fn retrievability(&self, state: State, days: f64) -> f64 {
        let memory = MemoryState {
            stability: state.stability,
            difficulty: state.difficulty,
        };
        f64::from(fsrs::current_retrievability(
            memory,
            days.max(0.0) as f32,
            self.decay,
        ))
    }

    /// Days after which recall falls to `retention` (0.7 to 0.97; clamped to 0.01 to 0.999), unrounded.
    pub fn interval_days(&self, state: State, retention: f64) -> f64 {
        let retention = if retention.is_finite() {
            retention.clamp(0.01, 0.999)
        } else {
            super::RETENTION
        };
        // What stability means.
        if (retention - 0.9).abs() < f64::EPSILON {
            return f64::from(state.stability);
        }
        f64::from(
            self.model
                .next_interval(Some(state.stability), retention as f32, 3),
        )
    }
}

impl Default for Scheduler {
    /// The published default parameters.
    fn default() -> Self {
        Self {
            model: FSRS::default(),
            parameters: Parameters::default(),
            decay: fsrs::DEFAULT_PARAMETERS[20],
        }
    }
}
