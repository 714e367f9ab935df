//! From the parts of a body to what the item asks, by kind.

use std::collections::HashSet;

use super::parts::{Mark, Parts, RawEntry};
use super::source::Source;
use crate::deck::cloze::{self, ClozeError};
use crate::deck::item::{Body, Compare, Criterion, Entry, Kind, Pair};
use crate::deck::problem::ProblemKind;

/// Where the item's heading stands, for problems that concern the whole item.
pub(super) struct Spot<'a> {
    pub(super) number: usize,
    pub(super) line: &'a str,
}

/// What the heading says of the body.
pub(super) struct Said {
    pub(super) compare: Compare,
    pub(super) drill: Option<String>,
}

/// Builds the body, or notes every reason why not.
pub(super) fn body(
    source: &mut Source,
    spot: &Spot<'_>,
    kind: Kind,
    Said { compare, drill }: Said,
    parts: &mut Parts,
) -> Option<Body> {
    let before = source.problems.len();
    complete(source, spot, kind, parts);
    if kind == Kind::Drill && drill.is_none() {
        source.problem(spot.number, 1, spot.line, ProblemKind::MissingDrill);
    }
    let entries = std::mem::take(&mut parts.entries);
    let stem = std::mem::take(&mut parts.stem);
    let built = match kind {
        Kind::Card => Body::Card {
            front: stem,
            back: std::mem::take(&mut parts.after),
        },
        Kind::Cloze => {
            check_cloze(source, spot, &stem);
            Body::Cloze { text: stem }
        }
        Kind::Choice | Kind::Typed => {
            let answers: Vec<Entry> = entries.into_iter().map(plain).collect();
            if !answers.is_empty() && !answers.iter().any(|a| a.right) {
                source.problem(spot.number, 1, spot.line, ProblemKind::NothingRight);
            }
            if kind == Kind::Choice {
                Body::Choice {
                    stem,
                    options: answers,
                }
            } else {
                Body::Typed {
                    stem,
                    answers,
                    compare,
                }
            }
        }
        Kind::Order => Body::Order {
            stem,
            steps: entries.into_iter().map(plain).collect(),
        },
        Kind::Match => Body::Match {
            stem,
            pairs: pairs(source, entries),
        },
        Kind::Case => Body::Case {
            stem,
            model: std::mem::take(&mut parts.after),
            rubric: rubric(source, entries),
        },
        Kind::Drill => Body::Drill {
            stem,
            drill: drill.unwrap_or_default(),
        },
    };
    (source.problems.len() == before).then_some(built)
}

/// Notes what the kind needs and the parts don't have.
fn complete(source: &mut Source, spot: &Spot<'_>, kind: Kind, parts: &Parts) {
    let whole = |source: &mut Source, kind| source.problem(spot.number, 1, spot.line, kind);
    if parts.stem.is_empty() {
        whole(source, ProblemKind::MissingStem);
    }
    if matches!(kind, Kind::Card | Kind::Case) {
        let answer = if kind == Kind::Card {
            "answer"
        } else {
            "model solution"
        };
        if !parts.separated {
            whole(source, ProblemKind::MissingSeparator(kind.word()));
        } else if parts.after.is_empty() {
            whole(source, ProblemKind::MissingAnswer(answer));
        }
    }
    let least = match kind {
        Kind::Choice => Some((2, "options")),
        Kind::Order => Some((2, "steps")),
        Kind::Match => Some((2, "pairs")),
        Kind::Typed => Some((1, "answers")),
        Kind::Case => Some((1, "criteria")),
        Kind::Card | Kind::Cloze | Kind::Drill => None,
    };
    if let Some((least, what)) = least.filter(|(least, _)| parts.entries.len() < *least) {
        whole(source, ProblemKind::TooFew(least, what));
    }
    for entry in &parts.entries {
        if entry.text.trim().is_empty() {
            source.problem(entry.number, 1, &entry.line, ProblemKind::EmptyEntry);
        }
    }
}

fn plain(entry: RawEntry) -> Entry {
    Entry {
        text: entry.text,
        right: !matches!(entry.mark, Mark::Box(false)),
        why: entry.why,
    }
}

fn pairs(source: &mut Source, entries: Vec<RawEntry>) -> Vec<Pair> {
    let mut sides = HashSet::new();
    let mut pairs = Vec::new();
    for entry in entries {
        let Some((left, right)) = entry.text.split_once(" => ") else {
            source.problem(entry.number, 1, &entry.line, ProblemKind::PairWithoutArrow);
            continue;
        };
        let (left, right) = (left.trim().to_owned(), right.trim().to_owned());
        for (side, text) in [("left", &left), ("right", &right)] {
            if !sides.insert((side, text.clone())) {
                let kind = ProblemKind::RepeatedSide(text.clone());
                source.problem_at(entry.number, &entry.line, text, kind);
            }
        }
        pairs.push(Pair {
            left,
            right,
            why: entry.why,
        });
    }
    pairs
}

fn rubric(source: &mut Source, entries: Vec<RawEntry>) -> Vec<Criterion> {
    let mut rubric = Vec::new();
    for entry in entries {
        let parsed = entry.text.strip_prefix('(').and_then(|t| t.split_once(')'));
        let points = parsed.and_then(|(p, _)| p.trim().parse::<u8>().ok());
        let text = parsed.map(|(_, t)| t.trim()).unwrap_or_default();
        match points.filter(|p| (1..=99).contains(p)) {
            Some(points) if !text.is_empty() => rubric.push(Criterion {
                points,
                text: text.to_owned(),
                why: entry.why,
            }),
            _ => source.problem(entry.number, 1, &entry.line, ProblemKind::BadPoints),
        }
    }
    rubric
}

fn check_cloze(source: &mut Source, spot: &Spot<'_>, text: &str) {
    let (byte, kind) = match cloze::pieces(text) {
        Ok(_) if cloze::groups(text).is_empty() => {
            if !text.is_empty() {
                source.problem(spot.number, 1, spot.line, ProblemKind::NoCloze);
            }
            return;
        }
        Ok(_) => return,
        Err(ClozeError::Open(byte)) => (byte, ProblemKind::ClozeOpen),
        Err(ClozeError::Empty(byte)) => (byte, ProblemKind::ClozeEmpty),
        Err(ClozeError::Number(byte, number)) => (byte, ProblemKind::ClozeNumber(number)),
    };
    // The stem is the item's text from its first line on; find the line again below the heading.
    let offending = text[byte..].lines().next().unwrap_or_default();
    let start = text[..byte].rfind('\n').map_or(0, |b| b + 1);
    let line_text = text[start..].lines().next().unwrap_or_default();
    let found = source
        .lines
        .iter()
        .find(|l| l.number > spot.number && l.text.contains(line_text));
    let (number, full) = found.map_or((spot.number, spot.line.to_owned()), |l| {
        (l.number, l.text.clone())
    });
    source.problem_at(number, &full, offending, kind);
}
