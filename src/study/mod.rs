//! What to ask next, without an exam date: items at the desired retention, new ones up to a daily limit, and what was
//! forgotten today again until it sits.
//!
//! Everything here is derived from the log and `now` each time it is asked for, so a reload changes nothing, and the same log
//! on the same day gives the same order. This room cannot see how anything is saved.

pub mod due;
pub mod queue;
pub mod suggest;

pub use due::{due_day, interval_days};
pub use queue::{Next, Queue, Why};
pub use suggest::suggestion;
