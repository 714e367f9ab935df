//! Will I pass? A probability with its range, the evidence behind it, and what would raise it most.
//!
//! What a learner knows of each task is estimated by a logistic model with guessing (three-parameter item response theory with equal
//! discriminations): an ability of the track, an offset of each domain and one of each task, all with normal priors, so that tasks of
//! which little is known lean on their domain, and domains on the track. First sightings of questions count in full, those of timed
//! mocks a little more, repeats hardly; cards count through their predicted recall. The posterior is Laplace's approximation; the score
//! of a real form is drawn from it, with the exam's weights, number of scored questions, guessing, how far bank and exam may differ,
//! and how far the cut may lie from what is believed. `cargo xtask simulate --readiness` measures it on learners who share none of this.

pub mod advice;
pub mod estimate;
pub mod evidence;
pub mod gate;
mod posterior;

pub use advice::{Action, actions};
pub use estimate::{Estimate, FEW_DRAWS, Outlook, estimate, estimate_by};
pub use evidence::{Evidence, Observation};
pub use gate::{Gate, Missing};
