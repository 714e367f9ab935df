//! One entry of the roadmap: what it is, when, what can be ticked in it, and what shows that it was done.

use super::super::super::App;
use super::super::super::road::free;
use super::standing::ExamStanding;
use super::timeline::{Look, when};
use crate::deck::id::TrackId;
use crate::roadmap::currency::{FEES, in_words};
use crate::roadmap::lay::Laid;
use crate::roadmap::warn::expires;
use crate::roadmap::{Entry, Evidence, Kind, Marks, Path, Span};
use crate::time::Stamp;

/// The name in an address of an entry that is yet to be written.
const NEW: &str = "new";

/// One entry.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryPage {
    /// Its path, and the path's name.
    pub path: (String, String),
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// When, in words.
    pub when: String,
    /// First and last day, as `2026-12-31`.
    pub span: (String, String),
    /// Where the path has it, in words, if it was moved from there.
    pub moved_from: Option<String>,
    /// How it stands.
    pub look: Look,
    /// Short lists under headings: goals, technologies, features, what it is worth.
    pub sections: Vec<(&'static str, Vec<String>)>,
    /// Facts: name and words.
    pub facts: Vec<(&'static str, String)>,
    /// What can be ticked in it.
    pub ticks: Vec<TickRow>,
    /// The entry itself, where it can be ticked.
    pub own_tick: Option<TickRow>,
    /// How it stands with the exam.
    pub exam: Option<ExamStanding>,
    /// The track that prepares for the exam.
    pub track: Option<TrackId>,
    /// Whether the learner wrote it.
    pub is_own: bool,
    /// Whether it is yet to be written.
    pub is_new: bool,
    /// As it can be edited.
    pub entry: Entry,
    /// Tracks that an exam can be booked for, with their names.
    pub tracks: Vec<(TrackId, String)>,
}

/// Something to tick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TickRow {
    /// Its path.
    pub path: String,
    /// Its id.
    pub id: String,
    /// What was done, or can be said.
    pub text: String,
    /// When it was ticked, as `2026-12-31` and in words; the note; the link.
    pub by: Option<(String, String, String, String)>,
}

impl TickRow {
    /// Of something with what was ticked on its path.
    pub fn of(path: &str, id: &str, text: &str, marks: &Marks) -> Self {
        let by = |by: &Evidence| {
            (
                by.day.to_string(),
                by.day.in_full(),
                by.note.clone(),
                by.link.clone(),
            )
        };
        Self {
            path: path.to_owned(),
            id: id.to_owned(),
            text: text.to_owned(),
            by: marks.ticked.get(id).map(by),
        }
    }
}

impl App {
    pub(super) fn entry_page(&self, path_id: &str, id: &str, now: Stamp) -> Option<EntryPage> {
        let paths = self.laid_paths();
        let (path, _, marks) = paths.iter().find(|(path, ..)| path.id == path_id)?;
        if id == NEW {
            return Some(self.new_entry(path, marks, now));
        }
        let standing = self.standing(now);
        let of = |entry: &&Laid| entry.path == path_id && entry.id == id;
        let entry = standing.entries.iter().find(of)?;
        let look = Look::of(entry, standing.today);
        let view = self.standing_view(&standing, now);
        let key = (path_id.to_owned(), id.to_owned());
        let ticks = entry.ticks.iter();
        let ticks = ticks.map(|tick| TickRow::of(path_id, &tick.id, &tick.text, marks));
        let can_tick = entry.ticks.is_empty() && entry.kind != Kind::Phase;
        Some(EntryPage {
            path: (path.id.clone(), path.name.clone()),
            id: id.to_owned(),
            kind: entry.kind,
            name: entry.name.clone(),
            when: when(entry),
            span: (entry.span.from.to_string(), entry.span.to.to_string()),
            moved_from: (entry.is_moved() && entry.booked.is_none() && entry.done.is_none()).then(
                || {
                    when(&Laid {
                        span: entry.planned,
                        ..entry.clone()
                    })
                },
            ),
            look,
            sections: sections(path, id),
            facts: self.exam_facts(path, entry),
            ticks: ticks.collect(),
            own_tick: can_tick.then(|| {
                let words = match entry.kind {
                    Kind::Exam => "Passed",
                    _ => "Done",
                };
                TickRow::of(path_id, id, words, marks)
            }),
            exam: view.exams.into_iter().find(|exam| exam.key == key),
            track: entry.tracks.first().cloned(),
            is_own: entry.is_own,
            is_new: false,
            entry: Entry {
                id: id.to_owned(),
                kind: entry.kind,
                name: entry.name.clone(),
                span: entry.span,
                hours: entry.hours,
                track: entry.tracks.first().cloned(),
                text: texts(entry),
            },
            tracks: self.exam_tracks(),
        })
    }

    /// An entry that is yet to be written: a project of four weeks from today on.
    fn new_entry(&self, path: &Path, marks: &Marks, now: Stamp) -> EntryPage {
        let today = self.history.day(now);
        let id = free("own", |id| !marks.entered.contains_key(id));
        let span = Span {
            from: today,
            to: today.plus(27),
        };
        EntryPage {
            path: (path.id.clone(), path.name.clone()),
            id: id.clone(),
            kind: Kind::Project,
            name: String::new(),
            when: String::new(),
            span: (span.from.to_string(), span.to.to_string()),
            moved_from: None,
            look: Look::Open,
            sections: Vec::new(),
            facts: Vec::new(),
            ticks: Vec::new(),
            own_tick: None,
            exam: None,
            track: None,
            is_own: true,
            is_new: true,
            entry: Entry {
                id,
                kind: Kind::Project,
                name: String::new(),
                span,
                hours: None,
                track: None,
                text: String::new(),
            },
            tracks: self.exam_tracks(),
        }
    }

    /// Tracks of exams that can be put on the roadmap.
    pub(super) fn exam_tracks(&self) -> Vec<(TrackId, String)> {
        let tracks = self.library.tracks().iter();
        tracks
            .map(|track| (track.id.clone(), track.short.clone()))
            .collect()
    }

    fn exam_facts(&self, path: &Path, entry: &Laid) -> Vec<(&'static str, String)> {
        let mut facts = Vec::new();
        let exam = path.exams.iter().find(|exam| exam.id == entry.id);
        let track = entry.tracks.first();
        let track = track.and_then(|id| self.library.track(id.as_str()));
        if let Some(track) = track {
            facts.push(("Code", track.code.clone()));
        }
        // Where it takes two exams, both are paid.
        let tracks = entry.tracks.iter();
        let fees = tracks.filter_map(|id| self.library.track(id.as_str())?.exam.fee_cents);
        let cents = fees
            .reduce(|sum, fee| sum + fee)
            .or(exam.and_then(|exam| exam.fee_cents));
        let dollars = cents.map(|cents| in_words(FEES, i64::from(cents)));
        let then = exam.map(|exam| exam.fee_then.clone()).unwrap_or_default();
        match (dollars, then.is_empty()) {
            (Some(now), true) => facts.push(("Fee", now)),
            (Some(now), false) if now == then => facts.push(("Fee", now)),
            (Some(now), false) => facts.push(("Fee", format!("{now} today; the plan has {then}"))),
            (None, false) => facts.push(("Fee", format!("{then} in the plan"))),
            (None, true) => {}
        }
        if let Some(hours) = exam.and_then(|exam| exam.hours) {
            facts.push(("Study", format!("{hours} h in the plan")));
        }
        if let (Some(passed), Some(track)) = (entry.done, track) {
            let ends = expires(passed, track);
            facts.push((
                "Valid",
                ends.map_or("for life".to_owned(), |day| {
                    format!("until {}", day.in_full())
                }),
            ));
        }
        if let Some(note) = exam.map(|exam| &exam.note).filter(|note| !note.is_empty()) {
            facts.push(("Note", note.clone()));
        }
        facts
    }
}

/// The things to tick of an entry as lines.
fn texts(entry: &Laid) -> String {
    let lines: Vec<&str> = entry.ticks.iter().map(|tick| tick.text.as_str()).collect();
    lines.join("\n")
}

/// What a path says of an entry, under headings.
fn sections(path: &Path, id: &str) -> Vec<(&'static str, Vec<String>)> {
    let mut sections = Vec::new();
    if let Some(phase) = path.phases.iter().find(|phase| phase.id == id) {
        sections.push(("Goals", phase.goals.clone()));
        if let Some(hours) = phase.hours_week {
            sections.push(("Time", vec![format!("{hours} hours a week in the plan")]));
        }
    }
    if let Some(project) = path.projects.iter().find(|project| project.id == id) {
        sections.push(("Built with", project.technologies.clone()));
        sections.push(("What it can do", project.features.clone()));
        sections.push(("What a business has of it", project.value.clone()));
    }
    if let Some(stage) = path.stages.iter().find(|stage| stage.id == id) {
        sections.push(("What one does", stage.duties.clone()));
        sections.push(("What one learns", stage.skills.clone()));
        if !stage.milestone.is_empty() {
            sections.push(("What marks it", vec![stage.milestone.clone()]));
        }
    }
    sections.retain(|(_, lines)| !lines.is_empty());
    sections
}
