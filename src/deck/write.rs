//! A deck to Markdown: what [`super::parse::parse`] reads back as the same deck.

use std::fmt::Write as _;

use super::item::{Body, Compare, Entry, Item};
use super::{Deck, Header};

/// The whole file.
pub fn write(deck: &Deck) -> String {
    let mut out = String::from("---\n");
    header(&mut out, &deck.header);
    out.push_str("---\n");
    for item in &deck.items {
        out.push('\n');
        write_item(&mut out, item);
    }
    out
}

fn header(out: &mut String, header: &Header) {
    if header.own {
        line(out, "deck", Some(header.deck.as_str()));
    }
    line(out, "name", header.name.as_deref());
    line(
        out,
        "track",
        header.track.as_ref().map(super::TrackId::as_str),
    );
    line(out, "domain", header.domain.as_deref());
}

fn line(out: &mut String, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{key}: {value}");
    }
}

/// One item, heading to references.
pub fn write_item(out: &mut String, item: &Item) {
    let mut head = format!(
        "## {} {{#{} .{}",
        item.title,
        item.slug,
        item.body.kind().word()
    );
    let also: Vec<String> = item.also.iter().map(ToString::to_string).collect();
    let compare = match &item.body {
        Body::Typed { compare, .. } if *compare != Compare::Text => Some(compare.word().to_owned()),
        _ => None,
    };
    let drill = match &item.body {
        Body::Drill { drill, .. } => Some(drill.clone()),
        _ => None,
    };
    let attributes = [
        ("task", item.task.clone()),
        ("also", (!also.is_empty()).then(|| also.join(","))),
        ("level", item.level.map(|level| level.word().to_owned())),
        ("idea", item.idea.clone()),
        ("compare", compare),
        ("minutes", item.minutes.map(|m| m.to_string())),
        ("drill", drill),
    ];
    for (key, value) in attributes {
        if let Some(value) = value {
            let _ = write!(head, " {key}={value}");
        }
    }
    let _ = writeln!(out, "{head}}}\n");
    body(out, &item.body);
    if let Some(explanation) = &item.explanation {
        out.push('\n');
        for text in explanation.lines() {
            let _ = writeln!(out, "{}", format!("> {text}").trim_end());
        }
    }
    for (index, reference) in item.references.iter().enumerate() {
        if index == 0 {
            out.push('\n');
        }
        let _ = write!(out, "[{}]({})", reference.title, reference.url);
        if let Some(month) = &reference.checked {
            let _ = write!(out, " (checked {month})");
        }
        out.push('\n');
    }
}

fn body(out: &mut String, body: &Body) {
    let _ = writeln!(out, "{}", body.stem());
    match body {
        Body::Card { back, .. } => {
            let _ = writeln!(out, "\n---\n\n{back}");
        }
        Body::Cloze { .. } | Body::Drill { .. } => {}
        Body::Choice { options, .. } => boxes(out, options),
        Body::Typed { answers, .. } => boxes(out, answers),
        Body::Order { steps, .. } => {
            out.push('\n');
            for (index, step) in steps.iter().enumerate() {
                entry(
                    out,
                    &format!("{}. ", index + 1),
                    &step.text,
                    step.why.as_deref(),
                );
            }
        }
        Body::Match { pairs, .. } => {
            out.push('\n');
            for pair in pairs {
                let text = format!("{} => {}", pair.left, pair.right);
                entry(out, "- ", &text, pair.why.as_deref());
            }
        }
        Body::Case { model, rubric, .. } => {
            let _ = writeln!(out, "\n---\n\n{model}\n");
            for criterion in rubric {
                let mark = format!("- ({}) ", criterion.points);
                entry(out, &mark, &criterion.text, criterion.why.as_deref());
            }
        }
    }
}

fn boxes(out: &mut String, entries: &[Entry]) {
    out.push('\n');
    for each in entries {
        let mark = if each.right { "- [x] " } else { "- [ ] " };
        entry(out, mark, &each.text, each.why.as_deref());
    }
}

fn entry(out: &mut String, mark: &str, text: &str, why: Option<&str>) {
    for (index, part) in text
        .lines()
        .chain(why.iter().flat_map(|w| w.lines()))
        .enumerate()
    {
        if index == 0 {
            let _ = writeln!(out, "{mark}{part}");
        } else {
            let _ = writeln!(out, "{}", format!("  {part}").trim_end());
        }
    }
}
