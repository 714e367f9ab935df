//! A path: a career plan of some years as data, with everything that can be dated, ticked or measured on it.
//!
//! A file `decks/paths/<id>.toml` holds one. Texts are written for Cairn; facts come from the career documents. Where a fact differs
//! from a document's own figure, because fees and codes have changed since, both are there.

use serde::{Deserialize, Serialize};

use super::career::{Branch, Dimension, Kpi, Ladder, Stage};
use super::rhythm::{Habit, Warning, WeekPlan};

/// A span of a path in months, both included, the first month being 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Months {
    /// First month.
    pub from: u16,
    /// Last month.
    pub to: u16,
}

/// A path.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Path {
    /// Its id, the name of its file.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who it is for and where it leads, in two or three sentences.
    pub about: String,
    /// Months from its beginning to its end.
    pub months: u16,
    /// Phases, blocks or stages of time, in order.
    #[serde(default)]
    pub phases: Vec<Phase>,
    /// Exams.
    #[serde(default)]
    pub exams: Vec<PathExam>,
    /// Portfolio projects.
    #[serde(default)]
    pub projects: Vec<Project>,
    /// Lists of things to tick.
    #[serde(default)]
    pub checklists: Vec<Checklist>,
    /// Days on which one looks whether it goes well.
    #[serde(default)]
    pub checkpoints: Vec<Checkpoint>,
    /// Stages of a career.
    #[serde(default)]
    pub stages: Vec<Stage>,
    /// Of these one is chosen: specialisations, branches.
    #[serde(default)]
    pub branches: Vec<Branch>,
    /// Sequences of posts.
    #[serde(default)]
    pub ladders: Vec<Ladder>,
    /// What is measured.
    #[serde(default)]
    pub kpis: Vec<Kpi>,
    /// Dimensions of a scorecard.
    #[serde(default)]
    pub scorecard: Vec<Dimension>,
    /// What is done again and again.
    #[serde(default)]
    pub habits: Vec<Habit>,
    /// Weeks as they are laid out.
    #[serde(default)]
    pub weeks: Vec<WeekPlan>,
    /// Books, courses, documentation, by skill.
    #[serde(default)]
    pub resources: Vec<Resource>,
    /// What is paid for, and what comes back.
    #[serde(default)]
    pub money: Vec<Amount>,
    /// What goes wrong, told when it can be seen.
    #[serde(default)]
    pub warnings: Vec<Warning>,
    /// Everything else that is worth reading, as short lists under a heading.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// What is told of a path before it is fetched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who it is for and where it leads.
    pub about: String,
    /// Months from its beginning to its end.
    pub months: u16,
    /// Hours a week that it counts with in the first month for which it says so.
    pub hours_week: Option<u16>,
    /// How many exams it has.
    pub exams: usize,
    /// How many projects.
    pub projects: usize,
    /// How many things to tick.
    pub ticks: usize,
    /// Where one can begin: a month and what begins then.
    pub beginnings: Vec<(u16, String)>,
    /// The file that holds it, beside the list.
    pub file: String,
}

impl Summary {
    /// Of a path that lies in this file.
    pub fn of(path: &Path, file: String) -> Self {
        let lists = path.checklists.iter().map(|list| list.items.len());
        let points = path.checkpoints.iter().map(|point| point.items.len());
        let stages = path.stages.iter().map(|stage| stage.ready.len());
        let phases = path.phases.iter().map(|of| (of.months.from, &of.name));
        let stages_begin = path.stages.iter().map(|of| (of.months.from, &of.name));
        let mut beginnings: Vec<(u16, String)> = phases
            .chain(stages_begin)
            .map(|(month, name)| (month, name.clone()))
            .collect();
        beginnings.sort_by_key(|(month, _)| *month);
        Self {
            id: path.id.clone(),
            name: path.name.clone(),
            about: path.about.clone(),
            months: path.months,
            hours_week: path.phases.iter().find_map(|phase| phase.hours_week),
            exams: path.exams.len(),
            projects: path.projects.len(),
            ticks: lists.chain(points).chain(stages).sum(),
            beginnings,
            file,
        }
    }
}

/// A phase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Unique within the path.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When.
    pub months: Months,
    /// Hours a week for everything; none where the document says nothing.
    #[serde(default)]
    pub hours_week: Option<u16>,
    /// What it is for.
    #[serde(default)]
    pub goals: Vec<String>,
}

/// An exam on a path.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PathExam {
    /// Unique within the path.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Tracks of Cairn that prepare for it; the first is the one that is booked. Empty: none does.
    #[serde(default)]
    pub tracks: Vec<String>,
    /// Month in which it is sat; none where the document names no time.
    #[serde(default)]
    pub month: Option<u16>,
    /// Hours of study; none where the document says nothing.
    #[serde(default)]
    pub hours: Option<u16>,
    /// The fee as the document has it, in words; empty: it says nothing.
    #[serde(default)]
    pub fee_then: String,
    /// Today's fee in cents of a dollar, where no track says it.
    #[serde(default)]
    pub fee_cents: Option<u32>,
    /// Exams of this path that come before it, by id.
    #[serde(default)]
    pub after: Vec<String>,
    /// Something to know: what the document calls it, or what has changed since.
    #[serde(default)]
    pub note: String,
}

/// A project for the portfolio.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Project {
    /// Unique within the path.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When.
    pub months: Months,
    /// The same as the document says it, where it counts in weeks.
    #[serde(default)]
    pub when: String,
    /// What it is built with.
    #[serde(default)]
    pub technologies: Vec<String>,
    /// What it can do.
    #[serde(default)]
    pub features: Vec<String>,
    /// What a business has of it.
    #[serde(default)]
    pub value: Vec<String>,
}

/// A list of things to tick.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    /// Unique within the path.
    pub id: String,
    /// Its heading.
    pub name: String,
    /// When; none: at any time.
    #[serde(default)]
    pub months: Option<Months>,
    /// It belongs to this branch; empty: to everybody.
    #[serde(default)]
    pub branch: String,
    /// What is ticked.
    pub items: Vec<Tick>,
}

/// One thing to tick, with a date, a note and a link as evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tick {
    /// Unique within the path; once shipped it is never reused.
    pub id: String,
    /// What was done, or can be said.
    pub text: String,
}

/// A day on which one looks whether it goes well.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    /// Unique within the path.
    pub id: String,
    /// Its name.
    pub name: String,
    /// At the end of this month.
    pub month: u16,
    /// Whether it is the sign for the next step, and not only a look back.
    #[serde(default)]
    pub is_trigger: bool,
    /// What can be said then.
    pub items: Vec<Tick>,
}

/// Something to learn from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// Unique within the path.
    pub id: String,
    /// The skill.
    pub skill: String,
    /// Title, author, maker.
    pub name: String,
    /// The chapters or parts of it that are meant; empty: all.
    #[serde(default)]
    pub parts: Vec<String>,
    /// What makes it of use here; empty: nothing is said.
    #[serde(default)]
    pub note: String,
}

/// What is paid, or comes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// Unique within the path.
    pub id: String,
    /// What for.
    pub name: String,
    /// Whether it comes in, and does not go out.
    #[serde(default)]
    pub is_income: bool,
    /// How it stands to the pay of a post, where it comes in.
    #[serde(default)]
    pub income: Income,
    /// Whether the fees of this path's exams in these months are part of it, where it goes out.
    #[serde(default)]
    pub with_fees: bool,
    /// `USD`, `GBP`.
    pub currency: String,
    /// From.
    pub from: u32,
    /// To.
    pub to: u32,
    /// Whether it is a year's.
    #[serde(default)]
    pub is_yearly: bool,
    /// When; none: over the whole path.
    #[serde(default)]
    pub months: Option<Months>,
}

/// How something that comes in stands to the pay of a post.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Income {
    /// It is that pay.
    #[default]
    Pay,
    /// It comes on top of what is paid now.
    Rise,
    /// It comes from elsewhere, beside a post.
    Beside,
}

/// Short lists under a heading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Unique within the path.
    pub id: String,
    /// The heading.
    pub name: String,
    /// The lines.
    pub lines: Vec<String>,
}
