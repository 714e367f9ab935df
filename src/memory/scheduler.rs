//! The forgetting curve, and what each of the four grades would do.

use fsrs::{FSRS, FSRSItem, FSRSReview, MemoryState};
use serde::{Deserialize, Serialize};

use super::{Grade, Parameters, ParametersError};
use crate::time::Stamp;

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
