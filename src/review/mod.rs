//! What happened: an append-only list of facts in the past tense, and what follows from it by replay.
//!
//! The log is the truth. Nothing derived is stored: memory states, due days and counts come from folding the facts with the
//! memory parameters given, so better parameters are a replay, and undo is a fact that names what it retracts.
//! Facts are ordered by time, then writer, then number, whatever order they arrive in; so the union of two devices'
//! logs is the merged log.
//!
//! This room names items by their ids only. It knows no deck.

#[cfg(feature = "whole")]
mod answers;
mod bookings;
#[cfg(feature = "whole")]
mod deeds;
mod evidence;
mod fact;
mod history;
mod ids;
#[cfg(feature = "whole")]
mod lessons;
mod own_deck;
mod placing;
mod record;
mod register;
mod road;
mod settings;
mod sitting;
mod snapshot;
pub mod spread;
mod tally;
#[cfg(feature = "whole")]
mod trained;
mod undo;

#[cfg(feature = "whole")]
pub use answers::{Answers, Courses, Stood};
#[cfg(feature = "whole")]
pub use deeds::{Deeds, Done};
pub use fact::{Answer, Fact, FactId, Sighting, Taken, What, Writer, in_order};
pub use history::{History, SETTLED_AFTER_MS};
pub use ids::IdSet;
pub use own_deck::{DeckWrite, OwnText};
pub use record::{Folded, Past, Record};
pub use register::Register;
pub use road::RoadText;
pub use settings::{Setting, Settings};
pub use sitting::{Ending, Feedback, Form, FormKind, Kept, Place, Reason, Response, Sat, Step};
pub use snapshot::{SNAPSHOT_VERSION, Snapshot};
pub use spread::{DayLoad, Slot};
pub use tally::DayTally;
#[cfg(feature = "whole")]
pub use trained::TrainedBefore;

// The types of an answer's fields, for those who may name this room but not theirs.
pub use crate::deck::given::{Drawn, Given};
pub use crate::memory::Grade;
