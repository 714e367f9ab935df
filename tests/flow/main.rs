//! The program without a screen, driven by events over days, with a journal behind it as in a browser.

mod bench;
mod changed_questions;
mod drill;
mod drills_in_mocks;
mod exams;
mod in_place;
mod leech;
mod library;
mod plan;
mod practice;
mod reasons;
mod reviews;
mod road;
mod road_pages;
mod statistics;
mod study;
mod today;
mod track;
mod training;
