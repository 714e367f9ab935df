//! Plain values that screens draw. Each is derived from the state and the time; none holds anything of its own.

#[cfg(feature = "whole")]
pub mod browse;
#[cfg(feature = "whole")]
mod data;
#[cfg(feature = "whole")]
mod decks;
#[cfg(feature = "whole")]
pub mod exams;
#[cfg(feature = "whole")]
pub mod palette;
#[cfg(feature = "whole")]
mod plan;
mod question;
#[cfg(feature = "whole")]
pub mod readiness;
mod start;
mod study;
#[cfg(feature = "whole")]
pub mod track;
#[cfg(feature = "whole")]
mod training;

#[cfg(feature = "whole")]
pub use data::DataView;
#[cfg(feature = "whole")]
pub use decks::{DecksView, OwnDeckRow};
#[cfg(feature = "whole")]
pub use plan::{Coming, ExamRow, Outlook, PlanView};
pub use start::{RowState, StartView, TrackRow};
pub use study::{
    Answered, ChoiceRow, GradeButton, PairRow, Parts, QuestionView, RubricRow, Shown, StepRow,
    StudyView, Summary, Tomorrow,
};
#[cfg(feature = "whole")]
pub use training::{TrainingShown, TrainingView};
