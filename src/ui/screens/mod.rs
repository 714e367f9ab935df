//! One file or folder for each screen.

#[cfg(feature = "whole")]
mod data;
#[cfg(feature = "whole")]
mod decks;
#[cfg(feature = "whole")]
mod exams;
#[cfg(feature = "whole")]
mod library;
#[cfg(feature = "whole")]
mod plan;
#[cfg(feature = "whole")]
mod readiness;
mod start;
mod study;
#[cfg(feature = "whole")]
mod track;
#[cfg(feature = "whole")]
mod training;

#[cfg(feature = "whole")]
pub(super) use data::DataScreen;
#[cfg(feature = "whole")]
pub(super) use decks::DecksScreen;
#[cfg(feature = "whole")]
pub(super) use exams::{ExamsScreen, RoomScreen, SetupScreen};
#[cfg(feature = "whole")]
pub(super) use library::{ItemScreen, LibraryScreen};
#[cfg(feature = "whole")]
pub(super) use plan::PlanScreen;
#[cfg(feature = "whole")]
pub(super) use readiness::ReadinessScreen;
pub(super) use start::StartScreen;
pub(super) use study::StudyScreen;
#[cfg(feature = "whole")]
pub(super) use track::TrackScreen;
