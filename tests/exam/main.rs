//! Mock exams: forms, sittings, scores.

mod adaptive;
mod form;
mod hall;
mod score;
mod sitting;
