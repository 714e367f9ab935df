//! Plain values that screens draw. Each is derived from the state and the time; none holds anything of its own.

#[cfg(feature = "whole")]
pub mod browse;
#[cfg(feature = "whole")]
mod data;
#[cfg(feature = "whole")]
mod decks;
#[cfg(feature = "whole")]
pub mod drills;
#[cfg(feature = "whole")]
pub mod exams;
#[cfg(feature = "whole")]
mod figures;
#[cfg(feature = "whole")]
pub mod in_place;
#[cfg(feature = "whole")]
pub mod palette;
#[cfg(feature = "whole")]
mod plan;
mod question;
#[cfg(feature = "whole")]
pub mod readiness;
mod reasons;
#[cfg(feature = "whole")]
pub mod reviews;
#[cfg(feature = "whole")]
pub mod road;
#[cfg(feature = "whole")]
pub mod run;
mod start;
#[cfg(feature = "whole")]
pub mod statistics;
mod study;
#[cfg(feature = "whole")]
mod today;
#[cfg(feature = "whole")]
pub mod track;
#[cfg(feature = "whole")]
mod training;

#[cfg(feature = "whole")]
pub use crate::drill::figure as drawing;
#[cfg(feature = "whole")]
pub use data::DataView;
#[cfg(feature = "whole")]
pub use decks::{DecksView, OwnDeckRow};
#[cfg(feature = "whole")]
pub use plan::{Coming, ExamRow, Outlook, PlanView};
#[cfg(feature = "whole")]
pub use start::StartBasis;
pub use start::{RowState, StartView, TrackRow};
pub use study::{
    Answered, ChoiceRow, GradeButton, PairRow, Parts, QuestionView, RubricRow, Shown, StepRow,
    StudyView, Summary, Tomorrow,
};
#[cfg(feature = "whole")]
pub use today::{Calendar, ExamCard, ExamChance, Share, TodayView};
#[cfg(feature = "whole")]
pub use training::{TrainingShown, TrainingView};
