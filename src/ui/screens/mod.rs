//! One file or folder for each screen.

/// The id of the field that searches the library.
pub(super) const SEARCH: &str = "search";

#[cfg(feature = "whole")]
mod booking;
#[cfg(feature = "whole")]
mod decks;
#[cfg(feature = "whole")]
mod drills;
#[cfg(feature = "whole")]
mod exams;
#[cfg(feature = "whole")]
mod in_place;
#[cfg(feature = "whole")]
mod library;
#[cfg(feature = "whole")]
mod minutes;
#[cfg(feature = "whole")]
mod plan;
#[cfg(feature = "whole")]
mod readiness;
#[cfg(feature = "whole")]
mod reviews;
#[cfg(feature = "whole")]
mod road;
#[cfg(feature = "whole")]
mod settings;
mod start;
#[cfg(feature = "whole")]
mod statistics;
mod study;
#[cfg(feature = "whole")]
mod track;

#[cfg(feature = "whole")]
pub(super) use decks::DecksScreen;
#[cfg(feature = "whole")]
pub(super) use drills::DrillsScreen;
#[cfg(feature = "whole")]
pub(super) use exams::{ExamsScreen, RoomScreen, SetupScreen};
#[cfg(feature = "whole")]
pub(super) use library::{ItemScreen, LibraryScreen};
#[cfg(feature = "whole")]
pub(super) use plan::PlanScreen;
#[cfg(feature = "whole")]
pub(super) use readiness::ReadinessScreen;
#[cfg(feature = "whole")]
pub(super) use reviews::ReviewsScreen;
#[cfg(feature = "whole")]
pub(super) use road::RoadScreen;
#[cfg(feature = "whole")]
pub(super) use settings::SettingsScreen;
pub(super) use start::{FIRST_RUN, StartScreen, of_page as of_start};
#[cfg(feature = "whole")]
pub(super) use statistics::StatisticsScreen;
pub(super) use study::StudyScreen;
#[cfg(feature = "whole")]
pub(super) use track::TrackScreen;
