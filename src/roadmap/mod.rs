//! The long road: career plans of some years, laid into the calendar and compared with what really happened.
//!
//! ```text
//! decks/paths/*.toml -> Path ─┐
//! facts of the log  -> Roads ─┴-> lay -> entries with days -> pace, forecasts, money, calendar file
//! ```

pub mod calendar;
pub mod calendar_file;
pub mod career;
mod check;
pub mod currency;
pub mod digest;
pub mod exams;
mod fact;
mod ical_text;
pub mod lay;
pub mod markdown;
mod markdown_text;
pub mod money;
pub mod moves;
mod own;
pub mod pace;
pub mod path;
pub mod pay;
pub mod proposal;
pub mod rhythm;
pub mod ritual;
mod roads;
pub mod warn;
pub mod weak;

pub use check::{PathFault, PathProblem, check};
pub use fact::{Evidence, Laying, Review, Ritual, RoadFact, Span};
pub use own::{Entry, Kind};
pub use path::Path;
pub use roads::{Marks, Roads};
