//! A path laid into the calendar: its entries with their days, as they were moved, ticked and written anew.

use std::collections::BTreeSet;

use super::calendar::Calendar;
use super::fact::{Laying, Span};
use super::own::{Entry, Kind};
use super::path::{Months, Path, Tick};
use super::roads::Marks;
use crate::deck::id::TrackId;
use crate::review::History;
use crate::time::Day;

/// Months of a path of the learner's own, which ends where its last entry does.
const OWN_MONTHS: u16 = 72;

/// An entry of the roadmap.
#[derive(Clone, Debug, PartialEq)]
pub struct Laid {
    /// The path's id.
    pub path: String,
    /// Its own id within the path.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// When.
    pub span: Span,
    /// When the path has it, at the learner's hours; another day than `span` means it was moved.
    pub planned: Span,
    /// Hours of study, for an exam; none where nobody says.
    pub hours: Option<u16>,
    /// Tracks that prepare for it, for an exam: the first is the one that is booked.
    pub tracks: Vec<TrackId>,
    /// Exams of the same path that come before it, by id.
    pub after: Vec<String>,
    /// What can be ticked in it.
    pub ticks: Vec<Tick>,
    /// How many of these are ticked.
    pub ticked: usize,
    /// Whether it is done: ticked itself, or all that can be ticked in it is; and when.
    pub done: Option<Day>,
    /// The day for which its exam is booked: that is when it is.
    pub booked: Option<Day>,
    /// Whether its exam was passed, by what the learner told of it.
    pub is_passed: bool,
    /// Whether it lies before the month in which the learner began.
    pub is_behind: bool,
    /// Whether the learner wrote it.
    pub is_own: bool,
}

impl Laid {
    /// Whether it was moved from where the path has it.
    pub fn is_moved(&self) -> bool {
        self.span != self.planned
    }

    /// Whether it is still to be done on a day.
    pub fn is_open(&self) -> bool {
        self.done.is_none() && !self.is_behind
    }

    /// Whether it should have been done before a day. A phase or a stage is a time and cannot be late.
    pub fn is_late(&self, today: Day) -> bool {
        let can_be = !matches!(self.kind, Kind::Phase | Kind::Stage);
        can_be && self.is_open() && self.span.to < today
    }
}

/// Every entry of a path that is wanted, in the order of its days.
pub fn lay(path: &Path, laying: &Laying, marks: &Marks) -> Vec<Laid> {
    let mut laying = Layer {
        path,
        calendar: Calendar::new(path, laying),
        first_month: laying.first_month,
        marks,
        entries: Vec::new(),
    };
    laying.phases();
    laying.exams();
    laying.projects();
    laying.lists();
    laying.own();
    let mut entries = laying.entries;
    entries.retain(|entry| !marks.dropped.contains(&entry.id));
    entries.sort_by(|a, b| (a.span, a.kind, &a.id).cmp(&(b.span, b.kind, &b.id)));
    entries
}

struct Layer<'a> {
    path: &'a Path,
    calendar: Calendar,
    first_month: u16,
    marks: &'a Marks,
    entries: Vec<Laid>,
}

impl Layer<'_> {
    /// Adds an entry of the path, in the learner's words where there are some.
    fn add(&mut self, id: &str, kind: Kind, name: &str, months: Months) -> &mut Laid {
        let own = self.marks.entered.get(id);
        let planned = self.calendar.span(months);
        let planned = match (own, kind) {
            (Some(own), _) => own.span,
            // An exam and a checkpoint come at the end of their month.
            (None, Kind::Exam | Kind::Checkpoint) => Span::on(planned.to),
            (None, _) => planned,
        };
        let laid = Laid {
            path: self.path.id.clone(),
            id: id.to_owned(),
            kind,
            name: own.map_or(name, |own| own.name.as_str()).to_owned(),
            span: self.marks.moved.get(id).copied().unwrap_or(planned),
            planned,
            hours: own.and_then(|own| own.hours),
            tracks: own.and_then(|own| own.track.clone()).into_iter().collect(),
            after: Vec::new(),
            ticks: Vec::new(),
            ticked: 0,
            done: self.marks.ticked.get(id).map(|by| by.day),
            booked: None,
            is_passed: false,
            is_behind: own.is_none() && months.to < self.first_month,
            is_own: false,
        };
        let place = self.entries.len();
        self.entries.push(laid);
        &mut self.entries[place]
    }

    /// What can be ticked in the entry that was added last.
    fn ticks(&mut self, ticks: &[Tick]) {
        let Some(entry) = self.entries.last_mut() else {
            return;
        };
        let days = ticks
            .iter()
            .filter_map(|tick| self.marks.ticked.get(&tick.id));
        let days: Vec<Day> = days.map(|by| by.day).collect();
        entry.ticked = days.len();
        entry.ticks = ticks.to_vec();
        let is_whole = !ticks.is_empty() && days.len() == ticks.len();
        entry.done = entry
            .done
            .or_else(|| days.into_iter().max().filter(|_| is_whole));
    }

    fn phases(&mut self) {
        let path = self.path;
        for phase in &path.phases {
            self.add(&phase.id, Kind::Phase, &phase.name, phase.months);
        }
        for stage in &path.stages {
            self.add(&stage.id, Kind::Stage, &stage.name, stage.months);
            self.ticks(&stage.ready);
        }
    }

    fn exams(&mut self) {
        let path = self.path;
        let last = path.months;
        for exam in &path.exams {
            // An exam without a month can be sat until the path ends.
            let month = exam.month.unwrap_or(last);
            let months = Months {
                from: month,
                to: month,
            };
            let laid = self.add(&exam.id, Kind::Exam, &exam.name, months);
            laid.hours = laid.hours.or(exam.hours);
            if laid.tracks.is_empty() {
                let tracks = exam.tracks.iter();
                laid.tracks = tracks
                    .filter_map(|track| TrackId::new(track).ok())
                    .collect();
            }
            laid.after.clone_from(&exam.after);
        }
    }

    fn projects(&mut self) {
        let path = self.path;
        for project in &path.projects {
            self.add(&project.id, Kind::Project, &project.name, project.months);
        }
    }

    fn lists(&mut self) {
        let path = self.path;
        let chosen = self.marks.chosen.as_deref();
        let is_for = |branch: &str| branch.is_empty() || chosen == Some(branch);
        for list in path.checklists.iter().filter(|list| is_for(&list.branch)) {
            let whole = Months {
                from: 1,
                to: path.months,
            };
            let months = list.months.unwrap_or(whole);
            self.add(&list.id, Kind::Checklist, &list.name, months);
            self.ticks(&list.items);
        }
        for point in &path.checkpoints {
            let months = Months {
                from: point.month,
                to: point.month,
            };
            self.add(&point.id, Kind::Checkpoint, &point.name, months);
            self.ticks(&point.items);
        }
    }

    /// Entries that the learner wrote and the path does not have.
    fn own(&mut self) {
        let marks = self.marks;
        let known: BTreeSet<String> = self.entries.iter().map(|of| of.id.clone()).collect();
        for entry in marks.entered.values().filter(|of| !known.contains(&of.id)) {
            self.entries.push(Laid {
                path: self.path.id.clone(),
                id: entry.id.clone(),
                kind: entry.kind,
                name: entry.name.clone(),
                span: marks.moved.get(&entry.id).copied().unwrap_or(entry.span),
                planned: entry.span,
                hours: entry.hours,
                tracks: entry.track.iter().cloned().collect(),
                after: Vec::new(),
                ticks: Vec::new(),
                ticked: 0,
                done: marks.ticked.get(&entry.id).map(|by| by.day),
                booked: None,
                is_passed: false,
                is_behind: false,
                is_own: true,
            });
            self.ticks(&ticks_of(entry));
        }
    }
}

/// The things to tick of an entry that the learner wrote: its lines.
pub fn ticks_of(entry: &Entry) -> Vec<Tick> {
    let lines = entry.text.lines().map(str::trim);
    let tick = |(number, line): (usize, &str)| Tick {
        id: format!("{}-{}", entry.id, number + 1),
        text: line.to_owned(),
    };
    lines
        .filter(|line| !line.is_empty())
        .enumerate()
        .map(tick)
        .collect()
}

/// A path of the learner's own, with nothing on it.
pub fn empty(id: &str, name: &str) -> Path {
    Path {
        id: id.to_owned(),
        name: name.to_owned(),
        months: OWN_MONTHS,
        ..Path::default()
    }
}

/// What the log says of exams: one that is booked is on that day, and one that was passed is done.
pub fn settle(entries: &mut [Laid], history: &History) {
    for entry in entries.iter_mut().filter(|e| e.kind == Kind::Exam) {
        let Some(track) = entry.tracks.first() else {
            continue;
        };
        let passed = history.taken(track).filter(|taken| taken.is_passed);
        if let Some(passed) = passed.map(|taken| taken.day).max() {
            entry.is_passed = true;
            entry.done = Some(passed);
            entry.span = Span::on(passed);
            continue;
        }
        let booked = history.exams().find(|(of, _)| *of == track);
        if let Some((_, day)) = booked.filter(|_| entry.is_open()) {
            entry.booked = Some(day);
            entry.span = Span::on(day);
        }
    }
    entries.sort_by(|a, b| (a.span, a.kind, &a.id).cmp(&(b.span, b.kind, &b.id)));
}

/// Exams that two paths want: the earlier one is sat, and the others are passed with it. Gives the keys (path, id) of the others.
pub fn doubles(entries: &[Laid]) -> BTreeSet<(String, String)> {
    let mut seen: BTreeSet<&TrackId> = BTreeSet::new();
    let mut exams: Vec<&Laid> = entries.iter().filter(|e| e.kind == Kind::Exam).collect();
    exams.sort_by_key(|exam| (exam.span.from, &exam.path, &exam.id));
    let mut found = BTreeSet::new();
    for exam in exams {
        if let Some(track) = exam.tracks.first()
            && !seen.insert(track)
        {
            found.insert((exam.path.clone(), exam.id.clone()));
        }
    }
    found
}
