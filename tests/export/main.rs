//! The roadmap taken out: as a calendar, as Markdown, as money.

mod calendar_file;
mod ground;
mod markdown;
mod money;
