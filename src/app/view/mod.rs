//! Plain values that screens draw. Each is derived from the state and the time; none holds anything of its own.

#[cfg(feature = "whole")]
mod data;
#[cfg(feature = "whole")]
mod decks;
mod question;
mod start;
mod study;

#[cfg(feature = "whole")]
pub use data::DataView;
#[cfg(feature = "whole")]
pub use decks::{DecksView, OwnDeckRow};
pub use start::{RowState, StartView, TrackRow};
pub use study::{
    Answered, ChoiceRow, GradeButton, PairRow, Parts, Progress, QuestionView, RubricRow, Shown,
    StepRow, StudyView, Summary,
};
