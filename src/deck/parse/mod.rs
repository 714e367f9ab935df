//! Markdown to a deck. Never stops at the first problem, never panics.
//!
//! ```
//! use cairn::deck::parse::parse;
//!
//! let text = "---\ndeck: mine\n---\n\n## Ports {#https .card}\n\nWhich port is HTTPS?\n\n---\n\n443\n";
//! let parsed = parse("mine.md", text.as_bytes());
//! assert!(parsed.problems.is_empty());
//! assert_eq!(parsed.deck.unwrap().items[0].slug, "https");
//! ```

mod front;
mod heading;
mod kinds;
mod parts;
mod source;
#[cfg(feature = "whole")]
mod span;

use std::collections::HashMap;

use self::heading::Heading;
use self::kinds::Spot;
pub use self::source::LINE_MAX;
use self::source::Source;
#[cfg(feature = "whole")]
pub use self::span::{slug_in, span_of};
use super::problem::{Place, Problem, ProblemKind, Severity};
use super::{Deck, Item};

/// What came of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The items that stand; `None` where the file does not say which deck it is.
    pub deck: Option<Deck>,
    /// Where each item's heading stands, beside `deck.items`.
    pub places: Vec<Place>,
    /// Everything that is wrong, in the order of the file.
    pub problems: Vec<Problem>,
}

impl Parsed {
    /// How many problems keep an item from being used.
    pub fn errors(&self) -> usize {
        let errors = |p: &&Problem| p.severity() == Severity::Error;
        self.problems.iter().filter(errors).count()
    }
}

/// Reads one file of a deck. `file` is only used to name places.
pub fn parse(file: &str, bytes: &[u8]) -> Parsed {
    let mut source = Source::read(file, bytes);
    let (header, start) = front::header(&mut source);
    let own = header.as_ref().is_none_or(|h| h.own);
    let mut items = Vec::new();
    let mut places = Vec::new();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (from, to) in sections(&mut source, start) {
        let number = source.lines[from].number;
        let line = source.lines[from].text.clone();
        let head = heading::heading(&mut source, number, &line);
        if let Some(slug) = &head.slug {
            if let Some(first) = seen.get(slug) {
                let kind = ProblemKind::DuplicateId(slug.clone(), file.to_owned(), *first);
                source.problem_at(number, &line, &format!("#{slug}"), kind);
                continue;
            }
            seen.insert(slug.clone(), number);
        }
        if let Some(item) = item(&mut source, head, &line, own, from + 1, to) {
            items.push(item);
            places.push(Place {
                file: file.to_owned(),
                line: number,
                column: 1,
            });
        }
    }
    let mut problems: Vec<Problem> = Vec::new();
    for problem in source.problems {
        let place = |p: &Problem| (p.place.line, p.place.column);
        let at = problems.partition_point(|p| place(p) <= place(&problem));
        problems.insert(at, problem);
    }
    Parsed {
        deck: header.map(|header| Deck { header, items }),
        places,
        problems,
    }
}

/// The line ranges of the items: heading to the line before the next one. Text before the first is a problem.
fn sections(source: &mut Source, start: usize) -> Vec<(usize, usize)> {
    let mut starts = Vec::new();
    let mut stray = None;
    let mut fence: Option<String> = None;
    for (index, line) in source.lines.iter().enumerate().skip(start) {
        let text = line.text.trim_end();
        if let Some(open) = &fence {
            // An item's heading inside a fence that is never closed still begins an item,
            // so that one forgotten fence does not swallow the rest of the file.
            if parts::closes(text, open) {
                fence = None;
            }
            if !(text.starts_with("## ") && text.ends_with('}') && text.contains("{#")) {
                continue;
            }
            fence = None;
        } else if let Some(open) = parts::opens(text) {
            fence = Some(open);
        }
        if text.starts_with("## ") {
            starts.push(index);
        } else if starts.is_empty()
            && stray.is_none()
            && !text.is_empty()
            && !text.starts_with("# ")
        {
            stray = Some((line.number, text.to_owned()));
        }
    }
    if let Some((number, text)) = stray {
        source.problem(number, 1, &text, ProblemKind::StrayText);
    }
    let ends = starts.iter().skip(1).copied().chain([source.lines.len()]);
    starts.iter().copied().zip(ends).collect()
}

fn item(
    source: &mut Source,
    head: Heading,
    line: &str,
    own: bool,
    from: usize,
    to: usize,
) -> Option<Item> {
    let spot = Spot {
        number: head.number,
        line,
    };
    if head.task.is_none() && !own {
        source.problem(head.number, 1, line, ProblemKind::MissingTask);
    }
    let kind = head.kind?;
    let errors_before = source.problems.len();
    let mut parts = parts::parts(source, kind, from, to);
    let said = kinds::Said {
        compare: head.compare.unwrap_or_default(),
        drill: head.drill.clone(),
    };
    let body = kinds::body(source, &spot, kind, said, &mut parts);
    // Lines that could not be read were reported before the item was looked at.
    let last = source.lines[..to].last().map_or(0, |l| l.number);
    let unreadable = |p: &Problem| {
        let kind = matches!(p.kind, ProblemKind::NotUtf8 | ProblemKind::LineTooLong(_));
        kind && (spot.number..=last).contains(&p.place.line)
    };
    let errors = source.problems[errors_before..]
        .iter()
        .any(|p| p.severity() == Severity::Error)
        || source.problems.iter().any(unreadable);
    if errors || (head.task.is_none() && !own) || head.title.is_empty() {
        return None;
    }
    Some(Item {
        slug: head.slug?,
        title: head.title,
        task: head.task,
        also: head.also,
        level: head.level,
        idea: head.idea,
        minutes: head.minutes,
        body: body?,
        explanation: parts.explanation,
        references: parts.references,
    })
}
