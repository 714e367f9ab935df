//! One item in one head: how well it is remembered, what an answer does to that, and when to ask again.
//!
//! FSRS-6 through the `fsrs` crate, the reference implementation. A later model comes in beside it without changing
//! callers: [`Parameters`] carry their version, and [`Elapsed`] brings both the nights that FSRS-6 counts and the
//! fractional days that FSRS-7 takes.
//!
//! This room knows no item and no log.

mod curve;
mod grade;
mod parameters;
mod scheduler;
pub mod training;
pub mod trial;

pub use curve::Curve;
pub use grade::Grade;
pub use parameters::{Parameters, ParametersError, VERSION};
pub use scheduler::{Elapsed, Outlook, STEEP_DECAY, Scheduler, State};

/// The probability of recall at which an item is asked again unless the learner chose another (tunable, 0.7 to 0.97).
pub const RETENTION: f64 = 0.9;
