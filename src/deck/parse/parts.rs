//! The body of an item, cut into question, answer, entries, explanation and references.
//! What the entries mean is the business of [`super::kinds`].

use super::source::{Line, Source};
use crate::deck::item::{Kind, Reference};
use crate::deck::problem::ProblemKind;

/// What an entry's line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// `- [x]` (true) or `- [ ]` (false).
    Box(bool),
    /// `1.`
    Step,
    /// `-`
    Bullet,
}

/// One line of the answer's list with what is indented below it.
pub(super) struct RawEntry {
    pub(super) number: usize,
    pub(super) line: String,
    pub(super) mark: Mark,
    pub(super) text: String,
    pub(super) why: Option<String>,
}

/// A body in parts; texts are trimmed.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) stem: String,
    pub(super) separated: bool,
    pub(super) after: String,
    pub(super) entries: Vec<RawEntry>,
    pub(super) explanation: Option<String>,
    pub(super) references: Vec<Reference>,
}

/// Lines of the texts under construction.
#[derive(Default)]
struct Builder {
    parts: Parts,
    stem: Vec<String>,
    after: Vec<String>,
    quote: Vec<String>,
    why: Vec<String>,
    in_entry: bool,
    complained: bool,
    previous_blank: bool,
}

/// Cuts the lines `from..to` of the source. An error in here does not stop the cutting.
pub(super) fn parts(source: &mut Source, kind: Kind, from: usize, to: usize) -> Parts {
    let mut builder = Builder {
        previous_blank: true,
        ..Builder::default()
    };
    let mut fence: Option<(String, usize)> = None;
    for index in from..to {
        let Line { number, text } = &source.lines[index];
        let (number, text) = (*number, text.trim_end().to_owned());
        if let Some((open, _)) = &fence {
            if closes(&text, open) {
                fence = None;
            }
            builder.keep(source, number, &text);
        } else if let Some(open) = opens(&text) {
            fence = Some((open, number));
            builder.keep(source, number, &text);
        } else {
            builder.line(source, kind, number, &text);
        }
        builder.previous_blank = text.is_empty();
    }
    if let Some((open, number)) = fence {
        source.problem(number, 1, &open, ProblemKind::FenceOpen);
    }
    builder.finish()
}

/// The run of fence characters that a line opens a code block with.
pub(super) fn opens(text: &str) -> Option<String> {
    let body = text.trim_start();
    ['`', '~'].into_iter().find_map(|c| {
        let run: String = body.chars().take_while(|x| *x == c).collect();
        let info = &body[run.len()..];
        (run.len() >= 3 && !(c == '`' && info.contains('`'))).then_some(run)
    })
}

/// Whether a line closes the code block that `open` opened.
pub(super) fn closes(text: &str, open: &str) -> bool {
    let body = text.trim();
    body.len() >= open.len() && body.chars().all(|c| open.starts_with(c))
}

fn entry_start(kind: Kind, separated: bool, text: &str) -> Option<(Mark, &str)> {
    let bullet = text.strip_prefix("- ").or_else(|| text.strip_prefix("* "));
    match kind {
        Kind::Choice | Kind::Typed => {
            let rest = bullet?;
            let checked = |mark: &str| {
                let after = rest.strip_prefix(mark)?;
                (after.is_empty() || after.starts_with(' ')).then(|| after.trim())
            };
            checked("[ ]")
                .map(|t| (Mark::Box(false), t))
                .or_else(|| checked("[x]").map(|t| (Mark::Box(true), t)))
                .or_else(|| checked("[X]").map(|t| (Mark::Box(true), t)))
        }
        Kind::Order => {
            let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
            let after = rest.strip_prefix('.').or_else(|| rest.strip_prefix(')'))?;
            let numbered = rest.len() < text.len() && after.starts_with(' ');
            numbered.then(|| (Mark::Step, after.trim()))
        }
        Kind::Match => bullet.map(|t| (Mark::Bullet, t.trim())),
        Kind::Case => {
            let t = bullet.filter(|_| separated)?.trim();
            t.starts_with('(').then_some((Mark::Bullet, t))
        }
        Kind::Card | Kind::Cloze | Kind::Drill => None,
    }
}

/// `[title](url)`, perhaps with `(checked 2026-11)`, and nothing else on the line.
fn reference(text: &str) -> Option<(Reference, Option<String>)> {
    let rest = text.strip_prefix('[')?;
    let (title, rest) = rest.split_once("](")?;
    let (url, rest) = rest.split_once(')')?;
    if title.contains('[') {
        return None;
    }
    let rest = rest.trim();
    let mut bad_month = None;
    let checked = if rest.is_empty() {
        None
    } else {
        let inner = rest.strip_prefix("(checked ")?.strip_suffix(')')?.trim();
        let month = inner.split_once('-').is_some_and(|(year, month)| {
            let good_year = year.len() == 4 && year.parse::<u16>().is_ok();
            good_year && month.len() == 2 && month.parse().is_ok_and(|m: u8| (1..=12).contains(&m))
        });
        if !month {
            bad_month = Some(inner.to_owned());
        }
        month.then(|| inner.to_owned())
    };
    let found = Reference {
        title: title.trim().to_owned(),
        url: url.trim().to_owned(),
        checked,
    };
    Some((found, bad_month))
}

impl Builder {
    fn line(&mut self, source: &mut Source, kind: Kind, number: usize, text: &str) {
        if let Some((mark, content)) = entry_start(kind, self.parts.separated, text) {
            self.close_entry();
            self.in_entry = true;
            self.parts.entries.push(RawEntry {
                number,
                line: text.to_owned(),
                mark,
                text: content.to_owned(),
                why: None,
            });
        } else if let Some(quoted) = text.strip_prefix('>') {
            self.close_entry();
            let body = quoted.strip_prefix(' ').unwrap_or(quoted);
            self.quote.push(body.to_owned());
        } else if let Some((found, bad_month)) = reference(text) {
            self.close_entry();
            if !found.url.starts_with("https://") {
                let kind = ProblemKind::BadLink(found.url.clone());
                source.problem_at(number, text, &found.url, kind);
            }
            if let Some(month) = bad_month {
                source.problem_at(number, text, &month, ProblemKind::BadMonth(month.clone()));
            }
            self.parts.references.push(found);
        } else if text == "---" && matches!(kind, Kind::Card | Kind::Case) && !self.parts.separated
        {
            if !self.previous_blank {
                source.problem(number, 1, text, ProblemKind::SeparatorGlued);
            }
            self.parts.separated = true;
        } else {
            self.keep(source, number, text);
        }
    }

    /// Puts a line to the text it belongs to.
    fn keep(&mut self, source: &mut Source, number: usize, text: &str) {
        if self.in_entry && (text.is_empty() || text.starts_with("  ") || text.starts_with('\t')) {
            let body = text.strip_prefix("  ").or_else(|| text.strip_prefix('\t'));
            self.why.push(body.unwrap_or(text).to_owned());
        } else if !self.parts.entries.is_empty() {
            if !text.trim().is_empty() && !self.complained {
                self.complained = true;
                source.problem(number, 1, text, ProblemKind::TextAfterAnswers);
            }
        } else if self.parts.separated {
            self.after.push(text.to_owned());
        } else {
            self.stem.push(text.to_owned());
        }
    }

    fn close_entry(&mut self) {
        let lines = std::mem::take(&mut self.why);
        if !std::mem::replace(&mut self.in_entry, false) {
            return;
        }
        let Some(entry) = self.parts.entries.last_mut() else {
            return;
        };
        let mut rest = lines.as_slice();
        // A code block right below the option belongs to the option, not to its explanation.
        if let Some(open) = rest.first().and_then(|first| opens(first)) {
            let close = rest[1..].iter().position(|l| closes(l, &open));
            let end = close.map_or(rest.len(), |i| i + 2);
            entry.text = format!("{}\n{}", entry.text, rest[..end].join("\n"));
            rest = &rest[end..];
        }
        entry.why = trimmed(rest);
    }

    fn finish(mut self) -> Parts {
        self.close_entry();
        self.parts.stem = trimmed(&self.stem).unwrap_or_default();
        self.parts.after = trimmed(&self.after).unwrap_or_default();
        self.parts.explanation = trimmed(&self.quote);
        self.parts
    }
}

/// Lines joined without blank ones at either end; `None` if nothing is left.
fn trimmed(lines: &[String]) -> Option<String> {
    let first = lines.iter().position(|l| !l.trim().is_empty())?;
    let last = lines.iter().rposition(|l| !l.trim().is_empty())?;
    Some(lines[first..=last].join("\n"))
}
