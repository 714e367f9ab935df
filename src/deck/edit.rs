//! One item of a deck's text, taken out to be edited and put back. The deck as a whole goes through the parser again, and what
//! would break it is told instead.

use std::fmt;

use super::check::settle;
use super::parse::{parse, slug_in, span_of};
use super::problem::{Problem, ProblemKind};
use super::track::Track;

/// The largest deck of a learner's own, in bytes: a book's worth.
pub const DECK_MAX_BYTES: usize = 1_000_000;

/// Why an edited item is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The deck has no such item any more.
    Gone,
    /// The first line is not the item's heading; the id it must have.
    NoHeading(String),
    /// The heading has another id, or none: what it must be, and what it is.
    OtherId(String, Option<String>),
    /// The deck would be too large; its bytes.
    TooLarge(usize),
    /// What would be wrong that was not wrong before.
    Problems(Vec<Finding>),
}

/// A problem that an edited item has or makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whether it stands in the item's own text, of which its line is counted then; else in another part of the deck.
    pub is_here: bool,
    /// The problem.
    pub problem: Problem,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gone => write!(
                f,
                "The deck has no such item any more. Copy your text if you want to keep it."
            ),
            Self::NoHeading(slug) => write!(
                f,
                "The first line must be the item's heading: `## Title {{#{slug} .kind}}`."
            ),
            Self::OtherId(slug, is) => {
                match is {
                    Some(is) => write!(f, "The id `#{slug}` has become `#{is}`. ")?,
                    None => write!(f, "The heading has lost its id `#{slug}`. ")?,
                }
                write!(
                    f,
                    "What you answered hangs on it: write `#{slug}` again. Another item can stand below this one, with a heading and an id of its own."
                )
            }
            Self::TooLarge(bytes) => write!(
                f,
                "The deck would have {} kB; a deck may have {} kB. Split it into several decks.",
                bytes / 1_000,
                DECK_MAX_BYTES / 1_000
            ),
            Self::Problems(found) if found.len() == 1 => {
                write!(f, "There is a problem; nothing was saved.")
            }
            Self::Problems(found) => {
                write!(f, "There are {} problems; nothing was saved.", found.len())
            }
        }
    }
}

/// The lines of an item as they stand in the deck, with plain line ends.
pub fn source_of(deck: &str, slug: &str) -> Option<String> {
    span_of(deck, slug).map(|span| deck[span].replace("\r\n", "\n"))
}

/// The deck with what was edited since, item by item, in the order of the edits. What has no place any more is left out: the item was
/// taken out of the deck meanwhile.
pub fn patched<'a>(deck: &str, edits: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut deck = deck.to_owned();
    for (slug, item) in edits {
        if let Some(span) = span_of(&deck, slug) {
            let item = fitted(&deck, &deck[span.clone()], item);
            deck.replace_range(span, &item);
        }
    }
    deck
}

/// An item's lines with the line ends of their place in the deck.
fn fitted(deck: &str, place: &str, item: &str) -> String {
    let item = item.trim().replace("\r\n", "\n");
    if has_crlf(deck, place) {
        item.replace('\n', "\r\n")
    } else {
        item
    }
}

/// The deck with an item's lines replaced, if it is none the worse for it. Line ends are those that the deck has.
pub fn rewritten(deck: &str, slug: &str, item: &str, tracks: &[Track]) -> Result<String, Refused> {
    let span = span_of(deck, slug).ok_or(Refused::Gone)?;
    let item = item.trim().replace("\r\n", "\n");
    check_heading(item.lines().next().unwrap_or_default(), slug)?;
    let lines = item.lines().count();
    let item = fitted(deck, &deck[span.clone()], &item);
    let whole = format!("{}{item}{}", &deck[..span.start], &deck[span.end..]);
    if whole.len() > DECK_MAX_BYTES && whole.len() > deck.len() {
        return Err(Refused::TooLarge(whole.len()));
    }
    let first = deck[..span.start].matches('\n').count() + 1;
    let found = fresh(
        &problems(deck, tracks),
        problems(&whole, tracks),
        first,
        lines,
    );
    if found.is_empty() {
        Ok(whole)
    } else {
        Err(Refused::Problems(found))
    }
}

fn check_heading(line: &str, slug: &str) -> Result<(), Refused> {
    if !line.starts_with("## ") {
        return Err(Refused::NoHeading(slug.to_owned()));
    }
    let is = slug_in(line);
    if is.as_deref() == Some(slug) {
        return Ok(());
    }
    Err(Refused::OtherId(slug.to_owned(), is))
}

/// Whether an item's lines end as on Windows; of an item of one line the whole deck tells.
fn has_crlf(deck: &str, item: &str) -> bool {
    let telling = if item.contains('\n') { item } else { deck };
    telling.contains("\r\n")
}

fn problems(deck: &str, tracks: &[Track]) -> Vec<Problem> {
    let mut parsed = parse("this deck", deck.as_bytes());
    settle(&mut parsed, tracks);
    parsed.problems
}

/// What is wrong now and was not before. Lines shift, so problems are told apart by what they are and counted; those outside the
/// item's lines are the ones that are old, if any are.
fn fresh(before: &[Problem], now: Vec<Problem>, first: usize, lines: usize) -> Vec<Finding> {
    let mut old: Vec<ProblemKind> = before.iter().map(|p| without_line(&p.kind)).collect();
    let (here, elsewhere): (Vec<Problem>, Vec<Problem>) = now
        .into_iter()
        .partition(|p| (first..first + lines).contains(&p.place.line));
    let mut is_new = |problem: &Problem| {
        let kind = without_line(&problem.kind);
        match old.iter().position(|known| *known == kind) {
            Some(at) => {
                old.swap_remove(at);
                false
            }
            None => true,
        }
    };
    let elsewhere: Vec<Problem> = elsewhere.into_iter().filter(&mut is_new).collect();
    let here = here.into_iter().filter(&mut is_new).map(|mut problem| {
        problem.place.line -= first - 1;
        Finding {
            is_here: true,
            problem,
        }
    });
    let elsewhere = elsewhere.into_iter().map(|problem| Finding {
        is_here: false,
        problem,
    });
    here.chain(elsewhere).collect()
}

/// The same problem after the lines before it have become more or fewer.
fn without_line(kind: &ProblemKind) -> ProblemKind {
    match kind {
        ProblemKind::DuplicateId(id, file, _) => {
            ProblemKind::DuplicateId(id.clone(), file.clone(), 0)
        }
        other => other.clone(),
    }
}
