//! The roadmap: the paths that are laid, what is done on them, and how it stands with each exam.

mod doing;
mod export;
mod measured;
mod page;
mod refusal;
mod standing;
mod state;

pub use doing::Roading;
pub(super) use doing::free;
pub use export::Export;
pub use page::{RoadPage, Zoom};
pub use refusal::Refusal;
pub(in crate::app) use standing::Standing;
pub(super) use state::RoadState;
