//! The paths that can be laid, and one path before it is.

use super::super::super::App;
use crate::roadmap::currency::range;
use crate::roadmap::path::Summary;
use crate::roadmap::{Laying, Path};
use crate::time::Stamp;

/// The paths that can be laid.
#[derive(Clone, Debug, PartialEq)]
pub struct PathsView {
    /// Whether nothing lies on the roadmap yet.
    pub is_first: bool,
    /// The ready-made paths.
    pub paths: Vec<PathRow>,
    /// Hours a week that the learner's minutes come to, to begin with.
    pub hours: u16,
}

/// One ready-made path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who it is for and where it leads.
    pub about: String,
    /// What it holds, in words.
    pub holds: String,
    /// Whether it lies on the roadmap.
    pub is_laid: bool,
}

/// One path: what it holds, and how it is laid.
#[derive(Clone, Debug, PartialEq)]
pub struct PathPage {
    /// The path itself.
    pub row: PathRow,
    /// The day it begins, as `2026-12-31`: as it lies, or today.
    pub start: String,
    /// Hours a week: as it lies, or what the learner's minutes come to.
    pub hours: u16,
    /// Hours a week that the path counts with, where it says so.
    pub wanted: Option<u16>,
    /// The month of it in which the learner begins.
    pub month: u16,
    /// Where one can begin: a month, and in words what begins then.
    pub beginnings: Vec<(u16, String)>,
    /// Branches of which one can be chosen, and which is.
    pub branches: Vec<BranchRow>,
    /// Short lists under their headings: duties, resources, habits, notes.
    pub sections: Vec<(String, Vec<String>)>,
}

/// Something to choose one of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BranchRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub about: String,
    /// Whether it was chosen.
    pub is_chosen: bool,
}

impl App {
    pub(super) fn paths_view(&self) -> PathsView {
        let paths = self.road.summaries.iter();
        PathsView {
            is_first: self.road.roads.laid().is_empty(),
            paths: paths.map(|summary| self.path_row(summary)).collect(),
            hours: self.hours_week(),
        }
    }

    fn path_row(&self, summary: &Summary) -> PathRow {
        let laid = self.road.roads.laid();
        PathRow {
            id: summary.id.clone(),
            name: summary.name.clone(),
            about: summary.about.clone(),
            holds: holds(summary),
            is_laid: laid.iter().any(|(id, ..)| *id == summary.id),
        }
    }

    /// Whole hours a week that the learner's minutes come to, at least one.
    pub(super) fn hours_week(&self) -> u16 {
        let settings = self.history.settings();
        let minutes: u16 = (0..7).map(|day| settings.minutes(day)).sum();
        (minutes / 60).max(1)
    }

    pub(super) fn path_page(&self, id: &str, now: Stamp) -> Option<PathPage> {
        let path = self.path(id)?;
        let marks = self.road.roads.marks(id);
        let laying = marks.and_then(|marks| marks.laying.as_ref());
        let chosen = marks.and_then(|marks| marks.chosen.as_deref());
        let summary = Summary::of(&path, String::new());
        let first = |of: &Laying| of.first_month;
        Some(PathPage {
            row: self.path_row(&summary),
            start: laying
                .map_or(self.history.day(now), |laying| laying.start)
                .to_string(),
            hours: laying.map_or(self.hours_week(), |laying| laying.hours_week),
            wanted: summary.hours_week,
            month: laying.map_or(1, first),
            beginnings: summary.beginnings,
            branches: path
                .branches
                .iter()
                .map(|branch| BranchRow {
                    id: branch.id.clone(),
                    name: branch.name.clone(),
                    about: branch.about.clone(),
                    is_chosen: chosen == Some(branch.id.as_str()),
                })
                .collect(),
            sections: sections(&path),
        })
    }
}

/// `6 years, 9 exams, 11 projects, 43 things to tick`.
fn holds(summary: &Summary) -> String {
    let count = |count: usize, one: &str, more: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {more}")),
    };
    let time = match summary.months {
        months if months % 12 == 0 => count(usize::from(months / 12), "year", "years"),
        months => Some(format!("{months} months")),
    };
    [
        time,
        count(summary.exams, "exam", "exams"),
        count(summary.projects, "project", "projects"),
        count(summary.ticks, "thing to tick", "things to tick"),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(", ")
}

/// Everything of a path that has no day of its own, under headings.
fn sections(path: &Path) -> Vec<(String, Vec<String>)> {
    let mut sections: Vec<(String, Vec<String>)> = Vec::new();
    let mut add = |name: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            sections.push((name.to_owned(), lines));
        }
    };
    let money = |of: &crate::roadmap::career::Pay| range(&of.currency, of.from, of.to, of.is_open);
    let pay = |pay: &[crate::roadmap::career::Pay]| {
        let all: Vec<String> = pay.iter().map(money).collect();
        if all.is_empty() {
            String::new()
        } else {
            format!(" ({})", all.join("; "))
        }
    };
    let phases = path.phases.iter().map(|phase| {
        let hours = phase.hours_week;
        let hours = hours.map_or(String::new(), |hours| format!(", {hours} hours a week"));
        format!(
            "{}: months {} to {}{hours}",
            phase.name, phase.months.from, phase.months.to
        )
    });
    add("Phases", phases.collect());
    let exams = path.exams.iter().map(|exam| {
        let month = exam.month.map(|month| format!("month {month}"));
        let hours = exam.hours.map(|hours| format!("{hours} hours"));
        let facts: Vec<String> = month.into_iter().chain(hours).collect();
        if facts.is_empty() {
            exam.name.clone()
        } else {
            format!("{}: {}", exam.name, facts.join(", "))
        }
    });
    add("Exams", exams.collect());
    let projects = path.projects.iter().map(|project| {
        format!(
            "{}: months {} to {}",
            project.name, project.months.from, project.months.to
        )
    });
    add("Projects", projects.collect());
    for stage in &path.stages {
        let mut lines = stage.duties.clone();
        lines.extend(stage.skills.iter().cloned());
        if !stage.milestone.is_empty() {
            lines.push(stage.milestone.clone());
        }
        add(&format!("{}{}", stage.name, pay(&stage.pay)), lines);
    }
    for branch in &path.branches {
        let mut lines = branch.items.clone();
        let steps = branch.steps.iter();
        lines.extend(steps.map(|post| format!("{}{}", post.name, pay(&post.pay))));
        add(&branch.name, lines);
    }
    for ladder in &path.ladders {
        let steps = ladder.steps.iter();
        let steps = steps.map(|post| format!("{}{}", post.name, pay(&post.pay)));
        add(&ladder.name, steps.collect());
    }
    let habits = path.habits.iter().map(|habit| {
        let count = habit
            .count
            .map_or(String::new(), |count| match (count.from, count.to) {
                (from, to) if from == to => format!("{from} × "),
                (from, to) => format!("{from} to {to} × "),
            });
        format!("{count}{}, {}", habit.name, every(habit.every))
    });
    add("Habits", habits.collect());
    for week in &path.weeks {
        let blocks = week.blocks.iter();
        let blocks =
            blocks.map(|block| format!("{}, {} h: {}", block.when, block.hours, block.what));
        add(&week.name, blocks.collect());
    }
    let resources = path.resources.iter().map(|of| {
        let parts = if of.parts.is_empty() {
            String::new()
        } else {
            format!(" ({})", of.parts.join("; "))
        };
        let note = if of.note.is_empty() {
            String::new()
        } else {
            format!(": {}", of.note)
        };
        format!("{}: {}{parts}{note}", of.skill, of.name)
    });
    add("To learn from", resources.collect());
    let warnings = path.warnings.iter().map(|warning| warning.text.clone());
    add("What goes wrong", warnings.collect());
    for note in &path.notes {
        add(&note.name, note.lines.clone());
    }
    sections
}

fn every(every: crate::roadmap::rhythm::Every) -> &'static str {
    use crate::roadmap::rhythm::Every;
    match every {
        Every::Day => "every day",
        Every::Week => "every week",
        Every::Fortnight => "every two weeks",
        Every::Month => "every month",
        Every::Quarter => "every quarter",
        Every::Year => "every year",
    }
}
