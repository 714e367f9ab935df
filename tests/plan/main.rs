//! The plan keeps its promises: never longer than the minutes, the same for the same log, and an answer to every odd booking.

mod day;
mod forecast;
mod log;
mod odd;
mod pace;
mod reviews;
