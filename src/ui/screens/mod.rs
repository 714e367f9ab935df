//! One file or folder for each screen.

mod data;
mod decks;
mod start;
mod study;

pub(super) use data::DataScreen;
pub(super) use decks::DecksScreen;
pub(super) use start::StartScreen;
pub(super) use study::StudyScreen;
