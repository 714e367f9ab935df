//! One file or folder for each screen.

#[cfg(feature = "whole")]
mod data;
#[cfg(feature = "whole")]
mod decks;
mod start;
mod study;

#[cfg(feature = "whole")]
pub(super) use data::DataScreen;
#[cfg(feature = "whole")]
pub(super) use decks::DecksScreen;
pub(super) use start::StartScreen;
pub(super) use study::StudyScreen;
