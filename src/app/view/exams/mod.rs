//! The screens of mock exams: the list, one track's, the exam room, and the report.

mod report;
mod room;
mod setup;

pub use report::{DomainLine, MissRow, Outcome, ReportView, ScoreView, TaskToMark};
pub(super) use room::beginning;
pub use room::{Clock, ListRow, RoomQuestion, RoomShown, RoomView};
pub use setup::{
    Choices, DomainChoice, ExamSetup, ExamsRow, ExamsView, Offer, SetupState, SittingRow,
};
