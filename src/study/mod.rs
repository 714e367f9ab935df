//! What to ask next. With an exam booked, [`plan`] fills today's minutes with what adds most to the score on the day. Without one,
//! [`queue`] asks items at the desired retention, new ones up to a daily limit. What was forgotten today comes again until it sits.
//!
//! Everything here is derived from the log and `now` each time it is asked for, so a reload changes nothing, and the same log
//! on the same day gives the same order. This room cannot see how anything is saved.

mod appraisal;
pub mod booked;
mod candidate;
pub mod cost;
pub mod day_plan;
mod draft;
pub mod due;
mod field;
pub mod forecast;
pub mod gap;
pub mod leech;
pub mod load;
pub mod plan;
pub mod programme;
mod prospects;
pub mod queue;
mod ranking;
pub mod relearn;
pub mod shares;
pub mod suggest;

pub use booked::{Booked, booked};
pub use cost::{Costs, Occasion};
pub use day_plan::{DayPlan, Entry};
pub use draft::Draft;
pub use due::{days_after, due_day};
pub use forecast::Forecast;
pub use gap::Gap;
pub use leech::{is_leech, is_told};
pub use load::{Load, loads, loads_of};
pub use plan::{Planner, Tables};
pub use queue::{Next, Queue, Why};
pub use relearn::Relearn;
pub use shares::score_as_is;
pub use suggest::suggestion;
