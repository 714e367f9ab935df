//! What is done again and again, how weeks are laid out, and what goes wrong.

use serde::{Deserialize, Serialize};

use super::path::Months;

/// How often something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Every {
    /// Day.
    Day,
    /// Week.
    Week,
    /// Two weeks.
    Fortnight,
    /// Month.
    Month,
    /// Quarter of a year.
    Quarter,
    /// Year.
    Year,
}

/// Something that is done again and again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Habit {
    /// Unique within the path.
    pub id: String,
    /// What.
    pub name: String,
    /// How often.
    pub every: Every,
    /// So many times, from and to, or minutes where the name says so; none where nothing is said.
    #[serde(default)]
    pub count: Option<Count>,
    /// When; none: always.
    #[serde(default)]
    pub months: Option<Months>,
}

/// A number, or a range of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// At least.
    pub from: u16,
    /// At most.
    pub to: u16,
}

/// A week as it is laid out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeekPlan {
    /// Unique within the path.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When.
    #[serde(default)]
    pub months: Option<Months>,
    /// Its parts.
    pub blocks: Vec<Block>,
}

/// A part of a week.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Which days, and when on them: `Mon–Fri, morning`.
    pub when: String,
    /// Hours on each of these days.
    pub hours: f32,
    /// What is done.
    pub what: String,
}

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Warning {
    /// Unique within the path.
    pub id: String,
    /// What, and what to do instead.
    pub text: String,
    /// When the app can see it.
    #[serde(default)]
    pub when: Option<Sign>,
}

/// What a warning is seen by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "sign")]
pub enum Sign {
    /// One stage takes longer than so many months.
    Lingering {
        /// Months.
        months: u16,
    },
    /// So many exams are booked or under way at once.
    ManyExams {
        /// Exams.
        count: u16,
    },
    /// So many exams passed, and no project ticked.
    NoProject {
        /// Exams.
        exams: u16,
    },
    /// Less than this share of the hours planned were studied for four weeks, in percent.
    Slack {
        /// Percent.
        percent: u16,
    },
    /// No weekly review for so many weeks.
    NoReview {
        /// Weeks.
        weeks: u16,
    },
}
