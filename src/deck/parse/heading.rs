//! An item's heading: `## Title {#id .kind task=1.2 level=medium}`.

use super::source::Source;
use crate::deck::id::{TaskRef, TrackId, check_slug, slug_of};
use crate::deck::item::{Compare, Kind, Level};
use crate::deck::problem::{ProblemKind, nearest};

const ATTRIBUTES: [&str; 7] = [
    "task", "also", "level", "idea", "compare", "minutes", "drill",
];

/// What a heading says.
#[derive(Default)]
pub(super) struct Heading {
    pub(super) number: usize,
    pub(super) title: String,
    pub(super) slug: Option<String>,
    pub(super) kind: Option<Kind>,
    pub(super) task: Option<String>,
    pub(super) also: Vec<TaskRef>,
    pub(super) level: Option<Level>,
    pub(super) idea: Option<String>,
    pub(super) compare: Option<Compare>,
    pub(super) minutes: Option<u16>,
    pub(super) drill: Option<String>,
}

/// Reads a heading line, which begins with `## `.
pub(super) fn heading(source: &mut Source, number: usize, line: &str) -> Heading {
    let text = line[2..].trim();
    let mut head = Heading {
        number,
        ..Heading::default()
    };
    let Some(open) = text
        .rfind('{')
        .filter(|open| text[*open..].starts_with("{#") || text.ends_with('}'))
    else {
        text.clone_into(&mut head.title);
        source.problem(number, 1, line, ProblemKind::NoAttributes);
        return head;
    };
    text[..open].trim().clone_into(&mut head.title);
    let block = &text[open + 1..];
    let block = block.strip_suffix('}').unwrap_or_else(|| {
        source.problem_at(number, line, &text[open..], ProblemKind::AttributesOpen);
        block
    });
    for word in block.split_whitespace() {
        attribute(source, &mut head, line, word);
    }
    if head.title.is_empty() {
        source.problem(number, 1, line, ProblemKind::MissingTitle);
    }
    if head.slug.is_none() && !block.contains('#') {
        let suggestion = slug_of(&head.title);
        source.problem(number, 1, line, ProblemKind::MissingId(suggestion));
    }
    if head.kind.is_none() && !block.split_whitespace().any(|w| w.starts_with('.')) {
        source.problem(number, 1, line, ProblemKind::MissingKind);
    }
    head
}

fn attribute(source: &mut Source, head: &mut Heading, line: &str, word: &str) {
    let number = head.number;
    if let Some(slug) = word.strip_prefix('#') {
        if head.slug.is_some() {
            let kind = ProblemKind::RepeatedAttribute("#id".into());
            return source.problem_at(number, line, word, kind);
        }
        match check_slug(slug) {
            Ok(()) => head.slug = Some(slug.to_owned()),
            Err(why) => {
                source.problem_at(
                    number,
                    line,
                    word,
                    ProblemKind::BadSlug(slug.to_owned(), why),
                );
            }
        }
    } else if let Some(name) = word.strip_prefix('.') {
        let known = Kind::ALL.into_iter().find(|kind| kind.word() == name);
        if known.is_none() {
            let near = nearest(name, Kind::ALL.map(Kind::word));
            source.problem_at(
                number,
                line,
                word,
                ProblemKind::UnknownKind(name.to_owned(), near),
            );
        } else if head.kind.is_some() {
            let kind = ProblemKind::RepeatedAttribute(".kind".into());
            source.problem_at(number, line, word, kind);
        }
        head.kind = head.kind.or(known);
    } else if let Some((key, value)) = word.split_once('=') {
        let column = line.find(word).map_or(1, |b| line[..b].chars().count() + 1);
        if let Err(kind) = head.set(key, value) {
            source.problem(number, column, line, kind);
        }
    } else {
        source.problem_at(
            number,
            line,
            word,
            ProblemKind::BadAttribute(word.to_owned()),
        );
    }
}

/// Puts a value into its place, unless it is taken.
fn put<T>(slot: &mut Option<T>, key: &str, value: T) -> Result<(), ProblemKind> {
    if slot.is_some() {
        return Err(ProblemKind::RepeatedAttribute(key.to_owned()));
    }
    *slot = Some(value);
    Ok(())
}

impl Heading {
    fn set(&mut self, key: &str, value: &str) -> Result<(), ProblemKind> {
        match key {
            "task" if !value.is_empty() => put(&mut self.task, key, value.to_owned()),
            "also" => {
                for part in value.split(',').filter(|p| !p.is_empty()) {
                    self.also.push(task_ref(part)?);
                }
                Ok(())
            }
            "level" => {
                let level = [Level::Easy, Level::Medium, Level::Hard]
                    .into_iter()
                    .find(|level| level.word() == value)
                    .ok_or_else(|| bad("level", value, "easy, medium, hard"))?;
                put(&mut self.level, key, level)
            }
            "idea" => {
                check_slug(value).map_err(|why| ProblemKind::BadSlug(value.to_owned(), why))?;
                put(&mut self.idea, key, value.to_owned())
            }
            "compare" => {
                let compare = [
                    Compare::Text,
                    Compare::Exact,
                    Compare::Command,
                    Compare::Number,
                    Compare::Near,
                ]
                .into_iter()
                .find(|compare| compare.word() == value)
                .ok_or_else(|| bad("compare", value, "text, exact, command, number, near"))?;
                put(&mut self.compare, key, compare)
            }
            "minutes" => {
                let minutes = value
                    .parse::<u16>()
                    .ok()
                    .filter(|m| (1..=600).contains(m))
                    .ok_or_else(|| bad("minutes", value, "a whole number from 1 to 600"))?;
                put(&mut self.minutes, key, minutes)
            }
            "drill" => {
                check_slug(value).map_err(|why| ProblemKind::BadSlug(value.to_owned(), why))?;
                put(&mut self.drill, key, value.to_owned())
            }
            "task" => Err(bad("task", value, "a task's number, such as 1.2")),
            _ => Err(ProblemKind::UnknownAttribute(
                key.to_owned(),
                nearest(key, ATTRIBUTES),
            )),
        }
    }
}

fn bad(key: &'static str, value: &str, allowed: &'static str) -> ProblemKind {
    ProblemKind::BadValue(key, value.to_owned(), allowed)
}

fn task_ref(text: &str) -> Result<TaskRef, ProblemKind> {
    let wrong = || bad("also", text, "track:task, such as cncf-cks:2.1");
    let (track, task) = text.split_once(':').ok_or_else(wrong)?;
    if task.is_empty() {
        return Err(wrong());
    }
    Ok(TaskRef {
        track: TrackId::new(track).map_err(|_| wrong())?,
        task: task.to_owned(),
    })
}
