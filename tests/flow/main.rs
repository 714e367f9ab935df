//! The program without a screen, driven by events over days, with a journal behind it as in a browser.

mod bench;
mod exams;
mod leech;
mod plan;
mod study;
mod training;
