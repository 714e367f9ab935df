//! The program without a screen, driven by events over days, with a journal behind it as in a browser.

mod bench;
mod changed_questions;
mod exams;
mod leech;
mod library;
mod plan;
mod study;
mod track;
mod training;
