//! The block at the top of a file: `---`, `key: value` lines, `---`.

use super::source::Source;
use crate::deck::Header;
use crate::deck::id::TrackId;
use crate::deck::problem::{ProblemKind, nearest};

const KEYS: [&str; 4] = ["deck", "name", "track", "domain"];

/// Reads the header and tells at which line index the rest begins.
pub(super) fn header(source: &mut Source) -> (Option<Header>, usize) {
    let first = source.lines.iter().position(|l| !l.text.trim().is_empty());
    let Some(first) = first.filter(|i| source.lines[*i].text.trim_end() == "---") else {
        let (number, text) = first.map_or((1, String::new()), |i| {
            (source.lines[i].number, source.lines[i].text.clone())
        });
        source.problem(number, 1, &text, ProblemKind::NoFrontMatter);
        return (None, first.unwrap_or(0));
    };
    let close = source.lines[first + 1..]
        .iter()
        .position(|l| l.text.trim_end() == "---")
        .map(|i| first + 1 + i);
    let Some(close) = close else {
        source.problem(first + 1, 1, "---", ProblemKind::FrontMatterOpen);
        return (None, source.lines.len());
    };
    let values = values(source, first + 1, close);
    (build(source, values, first + 1), close + 1)
}

/// The values of the known keys, each with its line number.
fn values(source: &mut Source, from: usize, to: usize) -> [Option<(usize, String)>; 4] {
    let mut values: [Option<(usize, String)>; 4] = Default::default();
    for index in from..to {
        let number = source.lines[index].number;
        let text = source.lines[index].text.clone();
        if text.trim().is_empty() {
            continue;
        }
        let Some((key, value)) = text.split_once(':') else {
            source.problem(number, 1, &text, ProblemKind::FrontMatterLine);
            continue;
        };
        let (key, value) = (key.trim(), value.trim().trim_matches('"').trim());
        match KEYS.iter().position(|known| *known == key) {
            Some(slot) if values[slot].is_some() => {
                let kind = ProblemKind::RepeatedAttribute(key.to_owned());
                source.problem(number, 1, &text, kind);
            }
            Some(slot) => {
                if !value.is_empty() {
                    values[slot] = Some((number, value.to_owned()));
                }
            }
            None => {
                let kind = ProblemKind::UnknownFrontKey(key.to_owned(), nearest(key, KEYS));
                source.problem(number, 1, &text, kind);
            }
        }
    }
    values
}

fn build(
    source: &mut Source,
    [deck, name, track, domain]: [Option<(usize, String)>; 4],
    top: usize,
) -> Option<Header> {
    let mut slug = |value: Option<(usize, String)>| -> Result<Option<TrackId>, ()> {
        let Some((number, text)) = value else {
            return Ok(None);
        };
        TrackId::new(&text).map(Some).map_err(|why| {
            let line = format!(": {text}");
            source.problem(number, 1, &line, ProblemKind::BadSlug(text, why));
        })
    };
    let (deck, track) = (slug(deck).ok()?, slug(track).ok()?);
    let own = deck.is_some();
    let Some(id) = deck.or_else(|| track.clone()) else {
        source.problem(top, 1, "---", ProblemKind::MissingFrontKey("deck"));
        return None;
    };
    Some(Header {
        deck: id,
        own,
        name: name.map(|(_, text)| text),
        track,
        domain: domain.map(|(_, text)| text),
    })
}
