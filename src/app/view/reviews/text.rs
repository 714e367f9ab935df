//! Every review that was held as Markdown, to be kept or read elsewhere.

use super::super::super::App;
use super::one::ReviewView;
use crate::time::Stamp;

impl App {
    /// Name and text of a file with every review that was held, the newest first.
    pub(in crate::app) fn reviews_as_text(&self, now: Stamp) -> (String, String) {
        let today = self.history.day(now);
        let mut text = format!("# Reviews\n\nWritten by Cairn on {today}.\n");
        for (_, review) in self.road.roads.reviews().rev() {
            let view = self.review_of_period(review.ritual, review.period, now);
            text += "\n";
            text += &in_markdown(&view);
        }
        (format!("cairn-reviews-{today}.md"), text)
    }
}

/// One review.
fn in_markdown(view: &ReviewView) -> String {
    let mut text = format!("## {}, {}\n", view.name, view.period);
    let mut paragraph = |words: &str| text += &format!("\n{words}\n");
    if view.time.is_empty() {
        paragraph("Nothing was studied.");
    } else {
        paragraph(&view.time.join(" "));
    }
    if let Some(learning) = &view.learning
        && learning.answers.0 > 0
    {
        let (answers, percent) = learning.answers;
        let (learned, forgotten) = learning.items;
        paragraph(&format!(
            "{answers} answers, {percent} % right or remembered. Items learned: {learned}. Items forgotten: {forgotten}."
        ));
        text += "\n| Domain | Answers | Right or remembered | Range |\n|---|---:|---:|---:|\n";
        for row in &learning.accuracy {
            let (percent, from, to) = row.percent;
            let name = cell(&format!("{}: {}", row.track, row.domain));
            let answers = row.answers;
            text += &format!("| {name} | {answers} | {percent} % | {from} to {to} % |\n");
        }
    }
    let mocks = view.mocks.iter();
    let mocks =
        mocks.map(|row| format!("{}: {}, {}, {}", row.track, row.form, row.day, row.result));
    list(&mut text, "Mock exams", mocks);
    let moves = view.moves.iter().map(|row| {
        let moved = row.moved.as_deref().unwrap_or_default();
        format!("{}: {moved} {}", row.name, row.why)
    });
    list(&mut text, "Chance of passing", moves);
    let slips = view.slips.iter().flatten().cloned();
    list(&mut text, "Slipped on the roadmap", slips);
    list(&mut text, "Accepted", view.accepted.iter().cloned());
    if !view.notes.1.trim().is_empty() {
        text += "\n### Notes\n\n";
        for line in view.notes.1.trim().lines() {
            // As a quotation, so that what is written stays within it.
            text += format!("> {line}").trim_end();
            text += "\n";
        }
    }
    text
}

/// A list under a heading; nothing without any.
fn list(text: &mut String, heading: &str, rows: impl Iterator<Item = String>) {
    for (place, row) in rows.enumerate() {
        if place == 0 {
            *text += &format!("\n### {heading}\n\n");
        }
        *text += &format!("- {row}\n");
    }
}

/// Words within a table.
fn cell(words: &str) -> String {
    words.replace('|', "\\|")
}
