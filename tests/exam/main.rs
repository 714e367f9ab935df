//! Mock exams: forms, sittings, scores, and the readiness that follows from them.

mod adaptive;
mod form;
mod hall;
mod readiness;
mod score;
mod sitting;
