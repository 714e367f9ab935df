//! Bytes to lines. A line that is no UTF-8, or far too long, becomes a problem and is cut, and the rest is read.

use crate::deck::problem::{Place, Problem, ProblemKind};

/// The longest line that is read, in bytes. Longer ones are reported and cut.
pub const LINE_MAX: usize = 20_000;

/// How much of an offending line is quoted, in characters.
const QUOTE_MAX: usize = 160;

/// One line of a source, without its line end.
pub(super) struct Line {
    /// Counts from 1.
    pub(super) number: usize,
    pub(super) text: String,
}

/// The lines of a file, and the problems found so far.
pub(super) struct Source {
    pub(super) file: String,
    pub(super) lines: Vec<Line>,
    pub(super) problems: Vec<Problem>,
}

impl Source {
    pub(super) fn read(file: &str, bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut source = Self {
            file: file.to_owned(),
            lines: Vec::new(),
            problems: Vec::new(),
        };
        for (index, raw) in bytes.split(|b| *b == b'\n').enumerate() {
            let raw = raw.strip_suffix(b"\r").unwrap_or(raw);
            source.push(index + 1, raw);
        }
        source
    }

    fn push(&mut self, number: usize, raw: &[u8]) {
        let cut = &raw[..raw.len().min(LINE_MAX)];
        let text = String::from_utf8_lossy(cut).into_owned();
        if raw.len() > LINE_MAX {
            self.problem(number, 1, &text, ProblemKind::LineTooLong(raw.len()));
        } else if let Some(at) = text
            .find('\u{fffd}')
            .filter(|_| std::str::from_utf8(cut).is_ok())
        {
            // What an earlier reading could not decode stays known after it was stored as text.
            let column = text[..at].chars().count() + 1;
            self.problem(number, column, &text, ProblemKind::NotUtf8);
        } else if let Err(error) = std::str::from_utf8(cut) {
            let valid = String::from_utf8_lossy(&cut[..error.valid_up_to()]);
            let column = valid.chars().count() + 1;
            self.problem(number, column, &text, ProblemKind::NotUtf8);
        }
        self.lines.push(Line { number, text });
    }

    /// Notes a problem; `column` counts characters from 1.
    pub(super) fn problem(&mut self, line: usize, column: usize, text: &str, kind: ProblemKind) {
        let mut quote: String = text.chars().take(QUOTE_MAX).collect();
        if quote.len() < text.len() {
            quote.push('…');
        }
        self.problems.push(Problem {
            kind,
            place: Place {
                file: self.file.clone(),
                line,
                column,
            },
            text: quote,
        });
    }

    /// Notes a problem at the first place where `part` stands in the line, or at its beginning.
    pub(super) fn problem_at(&mut self, line: usize, text: &str, part: &str, kind: ProblemKind) {
        let column = text
            .find(part)
            .map_or(1, |byte| text[..byte].chars().count() + 1);
        self.problem(line, column, text, kind);
    }
}
