//! Where an item stands in the text of its deck, by the same rules as the parser's.

use std::ops::Range;

use super::source::Source;
use super::{front, heading, sections};

/// The bytes of an item, from its heading to the end of its last line that says something. Where two items have the id, it is
/// the first one, as for the parser.
pub fn span_of(text: &str, slug: &str) -> Option<Range<usize>> {
    let mut source = Source::read("", text.as_bytes());
    let (_, start) = front::header(&mut source);
    let sections = sections(&mut source, start);
    let (from, to) = sections.into_iter().find(|(from, _)| {
        let line = source.lines[*from].text.clone();
        heading::heading(&mut source, 0, &line).slug.as_deref() == Some(slug)
    })?;
    let starts = line_starts(text);
    let begin = starts[from];
    let end = starts.get(to).copied().unwrap_or(text.len());
    Some(begin..begin + text[begin..end].trim_end().len())
}

/// The id that a heading line gives its item; `None` if the line is no heading or its id can't be one.
pub fn slug_in(line: &str) -> Option<String> {
    let mut source = Source::read("", b"");
    line.starts_with("## ")
        .then(|| heading::heading(&mut source, 0, line).slug)?
}

/// The byte at which each line begins. A mark at the beginning of the file belongs to no line.
fn line_starts(text: &str) -> Vec<usize> {
    let first = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let rest = text.match_indices('\n').map(|(at, _)| at + 1);
    [first].into_iter().chain(rest).collect()
}
