//! What the answers add up to: whether recall is what was predicted, when and how fast is answered, what is known and how that grew.
//!
//! A log's answers are replayed once ([`Replayed`]); from that the [`Figures`] of any scope and period are counted in one pass. Sums are
//! whole numbers, so that nothing depends on the order in which the log arrived.
//!
//! ```
//! use cairn::memory::Scheduler;
//! use cairn::review::Answers;
//! use cairn::statistics::{Period, Replayed, Scope, Table};
//! use cairn::time::Day;
//!
//! let replayed = Replayed::of(&Answers::default().courses(), &Table::default(), &Scheduler::default(), 4);
//! let period = Period { first: None, last: Day(20_000) };
//! assert_eq!(replayed.figures(&Scope::All, period).answers, 0);
//! ```

mod calibration;
mod days;
mod figures;
mod growth;
mod holding;
mod part;
mod recall;
mod replay;
mod scope;
mod speed;

pub use calibration::{Calibration, EDGES};
pub use days::DayFigures;
pub use figures::Figures;
pub use growth::{Growth, Point};
pub use holding::{Holding, RECALLS, STABILITY_DAYS};
pub use part::Part;
pub use recall::Recall;
pub use replay::{Replayed, Seen};
pub use scope::{Period, Scope, Table};
pub use speed::{KindSpeed, SPEED_SECONDS, Speed, Typical};
