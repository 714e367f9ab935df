//! What can be wrong with a path.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::career::Pay;
use super::path::{Months, Path};

/// Something that is wrong with a path, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathProblem {
    /// The path.
    pub path: String,
    /// The id of what is wrong; that of the path for the path itself.
    pub place: String,
    /// What it is.
    pub what: PathFault,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathFault {
    /// An id is not of small letters, digits and hyphens.
    NotASlug,
    /// Two have the same id.
    Twice,
    /// A span of months is empty, begins before the first, or ends after the path.
    OutOfTime(Months),
    /// There is no such track.
    NoTrack(String),
    /// There is no such branch.
    NoBranch(String),
    /// There is no exam of this id.
    NoExam(String),
    /// Each of these exams comes before itself.
    Circle(Vec<String>),
    /// Something that must be said is not.
    Empty(&'static str),
    /// From is more than to.
    Backwards,
}

impl fmt::Display for PathProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "decks/paths/{}.toml, `{}`: ", self.path, self.place)?;
        match &self.what {
            PathFault::NotASlug => write!(f, "an id has small letters, digits and hyphens only"),
            PathFault::Twice => write!(f, "this id is there twice; give one of them another"),
            PathFault::OutOfTime(months) => write!(
                f,
                "months {} to {} do not lie within the path",
                months.from, months.to
            ),
            PathFault::NoTrack(track) => write!(f, "there is no track `{track}`"),
            PathFault::NoBranch(branch) => write!(f, "there is no branch `{branch}` in this path"),
            PathFault::NoExam(exam) => write!(f, "there is no exam `{exam}` in this path"),
            PathFault::Circle(exams) => write!(
                f,
                "each of these exams would have to come before itself: {}",
                exams.join(", ")
            ),
            PathFault::Empty(what) => write!(f, "{what} is missing"),
            PathFault::Backwards => write!(f, "from is more than to"),
        }
    }
}

/// Everything that is wrong with a path. `tracks` are the ids of the tracks there are.
pub fn check(path: &Path, tracks: &BTreeSet<&str>) -> Vec<PathProblem> {
    let mut found = Found {
        path,
        problems: Vec::new(),
    };
    found.ids();
    found.times();
    found.texts();
    found.exams(tracks);
    found.amounts();
    found.problems
}

struct Found<'p> {
    path: &'p Path,
    problems: Vec<PathProblem>,
}

impl Found<'_> {
    fn add(&mut self, place: &str, what: PathFault) {
        self.problems.push(PathProblem {
            path: self.path.id.clone(),
            place: place.to_owned(),
            what,
        });
    }

    fn ids(&mut self) {
        let is_slug = |id: &str| {
            let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            !id.is_empty() && id.chars().all(fits)
        };
        let mut seen = BTreeSet::new();
        for id in std::iter::once(self.path.id.as_str()).chain(ids(self.path)) {
            if !is_slug(id) {
                self.add(id, PathFault::NotASlug);
            }
            if !seen.insert(id) {
                self.add(id, PathFault::Twice);
            }
        }
    }

    fn times(&mut self) {
        let last = self.path.months;
        let is_within =
            |months: Months| months.from >= 1 && months.from <= months.to && months.to <= last;
        for (id, months) in spans(self.path) {
            if !is_within(months) {
                self.add(id, PathFault::OutOfTime(months));
            }
        }
    }

    fn texts(&mut self) {
        if self.path.about.trim().is_empty() {
            self.add(&self.path.id, PathFault::Empty("what it is about"));
        }
        for (id, name) in names(self.path) {
            if name.trim().is_empty() {
                self.add(id, PathFault::Empty("its name"));
            }
        }
        for list in self
            .path
            .checklists
            .iter()
            .filter(|list| list.items.is_empty())
        {
            self.add(&list.id, PathFault::Empty("something to tick"));
        }
    }

    fn exams(&mut self, tracks: &BTreeSet<&str>) {
        let exams: BTreeMap<&str, &[String]> = self
            .path
            .exams
            .iter()
            .map(|exam| (exam.id.as_str(), exam.after.as_slice()))
            .collect();
        for exam in &self.path.exams {
            for track in exam
                .tracks
                .iter()
                .filter(|track| !tracks.contains(track.as_str()))
            {
                self.add(&exam.id, PathFault::NoTrack(track.clone()));
            }
            for before in exam
                .after
                .iter()
                .filter(|id| !exams.contains_key(id.as_str()))
            {
                self.add(&exam.id, PathFault::NoExam(before.clone()));
            }
        }
        let circle = in_circles(&exams);
        if let Some(first) = circle.first() {
            self.add(
                first,
                PathFault::Circle(circle.iter().map(|id| (*id).to_owned()).collect()),
            );
        }
        for dimension in &self.path.scorecard {
            for track in dimension
                .tracks
                .iter()
                .filter(|track| !tracks.contains(track.as_str()))
            {
                self.add(&dimension.id, PathFault::NoTrack(track.clone()));
            }
        }
        let branches: BTreeSet<&str> = self.path.branches.iter().map(|b| b.id.as_str()).collect();
        for list in &self.path.checklists {
            if !list.branch.is_empty() && !branches.contains(list.branch.as_str()) {
                self.add(&list.id, PathFault::NoBranch(list.branch.clone()));
            }
        }
    }

    fn amounts(&mut self) {
        let backwards = |pay: &[Pay]| pay.iter().any(|pay| pay.from > pay.to);
        for stage in self
            .path
            .stages
            .iter()
            .filter(|stage| backwards(&stage.pay))
        {
            self.add(&stage.id, PathFault::Backwards);
        }
        for branch in &self.path.branches {
            if backwards(&branch.pay) || branch.steps.iter().any(|step| backwards(&step.pay)) {
                self.add(&branch.id, PathFault::Backwards);
            }
        }
        for ladder in &self.path.ladders {
            if ladder.steps.iter().any(|step| backwards(&step.pay)) {
                self.add(&ladder.id, PathFault::Backwards);
            }
        }
        for amount in self
            .path
            .money
            .iter()
            .filter(|amount| amount.from > amount.to)
        {
            self.add(&amount.id, PathFault::Backwards);
        }
    }
}

/// Exams that come before themselves, by way of others.
fn in_circles<'p>(exams: &BTreeMap<&'p str, &'p [String]>) -> Vec<&'p str> {
    let mut left: BTreeSet<&str> = exams.keys().copied().collect();
    // An exam that waits for none of those that are left can be sat; what can never be sat is in a circle, or waits for one.
    loop {
        let free = left.iter().copied().find(|id| {
            let mut before = exams.get(id).into_iter().flat_map(|after| after.iter());
            !before.any(|id| left.contains(id.as_str()))
        });
        match free {
            Some(id) => left.remove(id),
            None => return left.into_iter().collect(),
        };
    }
}

/// Every id but the path's own.
fn ids(path: &Path) -> impl Iterator<Item = &str> {
    let ticks = path.checklists.iter().flat_map(|list| &list.items);
    let ticks = ticks.chain(path.checkpoints.iter().flat_map(|point| &point.items));
    let ticks = ticks.chain(path.stages.iter().flat_map(|stage| &stage.ready));
    names(path)
        .map(|(id, _)| id)
        .chain(ticks.map(|tick| tick.id.as_str()))
}

/// Everything that has a name.
fn names(path: &Path) -> impl Iterator<Item = (&str, &str)> {
    macro_rules! of {
        ($kind:ident, $name:ident) => {
            path.$kind
                .iter()
                .map(|of| (of.id.as_str(), of.$name.as_str()))
        };
    }
    of!(phases, name)
        .chain(of!(exams, name))
        .chain(of!(projects, name))
        .chain(of!(checklists, name))
        .chain(of!(checkpoints, name))
        .chain(of!(stages, name))
        .chain(of!(branches, name))
        .chain(of!(ladders, name))
        .chain(of!(kpis, name))
        .chain(of!(scorecard, name))
        .chain(of!(habits, name))
        .chain(of!(weeks, name))
        .chain(of!(resources, name))
        .chain(of!(money, name))
        .chain(of!(warnings, text))
        .chain(of!(notes, name))
}

/// Every span of months.
fn spans(path: &Path) -> impl Iterator<Item = (&str, Months)> {
    let one = |month: u16| Months {
        from: month,
        to: month,
    };
    let sure = path.phases.iter().map(|of| (of.id.as_str(), of.months));
    let sure = sure.chain(path.projects.iter().map(|of| (of.id.as_str(), of.months)));
    let sure = sure.chain(path.stages.iter().map(|of| (of.id.as_str(), of.months)));
    let sure = sure.chain(
        path.checkpoints
            .iter()
            .map(move |of| (of.id.as_str(), one(of.month))),
    );
    let exams = path
        .exams
        .iter()
        .filter_map(move |of| Some((of.id.as_str(), one(of.month?))));
    let lists = path
        .checklists
        .iter()
        .filter_map(|of| Some((of.id.as_str(), of.months?)));
    let habits = path
        .habits
        .iter()
        .filter_map(|of| Some((of.id.as_str(), of.months?)));
    let weeks = path
        .weeks
        .iter()
        .filter_map(|of| Some((of.id.as_str(), of.months?)));
    let money = path
        .money
        .iter()
        .filter_map(|of| Some((of.id.as_str(), of.months?)));
    sure.chain(exams)
        .chain(lists)
        .chain(habits)
        .chain(weeks)
        .chain(money)
}
