//! A track: one exam or skill pack, as `track.toml` describes it.
//!
//! The structs mirror the file. They are read from TOML on a host and fetched by the browser in a form that the build makes
//! ([`super::pack`]), so they are plain data in whole numbers; what is computed from them stands in [`super::blueprint`].

use serde::{Deserialize, Serialize};

use super::id::TrackId;

/// One exam or skill pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Track {
    /// `aws-saa-c03`; the folder's name.
    pub id: TrackId,
    /// The certificate's full name.
    pub name: String,
    /// A name that fits a narrow column.
    pub short: String,
    /// Who gives it.
    pub vendor: String,
    /// The exam's code, `SAA-C03`.
    pub code: String,
    /// The version of outline or product, where there is one.
    #[serde(default)]
    pub version: Option<String>,
    /// How early in the career plans it stands: 1, 2 or 3.
    pub tier: u8,
    /// Where it stands in lists, about in the order in which people sit these exams.
    pub place: u8,
    /// Exam or skill pack.
    pub kind: TrackKind,
    /// When the facts were last checked, `2026-09` or `2026-09-28`.
    pub checked: String,
    /// Official pages. Left out of the index that the browser fetches, like all that no screen needs at the start.
    #[serde(default)]
    pub links: Vec<String>,
    /// Where the facts were read.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Whether task numbers are the vendor's own.
    pub task_numbering: Origin,
    /// Whether the domain weights are published.
    pub weights: Origin,
    /// What else a learner should know.
    #[serde(default)]
    pub note: Option<String>,
    /// Whether it can still be sat.
    pub status: Status,
    /// The exam's form.
    pub exam: Exam,
    /// How well each group of facts is supported; empty for skill packs.
    #[serde(default)]
    pub prov: Provenance,
    /// The blueprint.
    pub domains: Vec<Domain>,
}

impl Track {
    /// Without what no screen needs before the first card: every visitor waits for the index.
    #[must_use]
    pub fn light(mut self) -> Self {
        self.links.clear();
        self.sources.clear();
        self.note = None;
        self.prov = Provenance::default();
        self.exam.scoring.navigation.clear();
        self.exam.scoring.report.clear();
        self.exam.scoring.multi_select = None;
        for task in self.domains.iter_mut().flat_map(|d| &mut d.tasks) {
            task.topics.clear();
            task.drills.clear();
        }
        self
    }
}

/// Exam or skill pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TrackKind {
    /// An exam that can be booked.
    Exam,
    /// A body of knowledge with a blueprint of our own.
    Pack,
}

/// Who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// Published by the vendor.
    Official,
    /// Estimated from the outline.
    Estimate,
    /// Numbered or weighed by this project.
    Ours,
}

/// Whether an exam can still be sat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub enum Status {
    /// It can.
    Current {
        /// What to watch.
        #[serde(default)]
        note: String,
    },
    /// Until a day.
    Retiring {
        /// The last day, `2026-12-31`.
        on: String,
        /// What comes instead.
        #[serde(default)]
        note: String,
    },
}

/// The form of an exam.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exam {
    /// Time allowed.
    pub minutes: u16,
    /// Fewest items a candidate may meet.
    pub items_min: u16,
    /// Most items a candidate may meet.
    pub items_max: u16,
    /// Items of a mock form.
    pub items_form: u16,
    /// Of those, how many count.
    pub items_scored: u16,
    /// Of those, how many don't.
    pub items_unscored: u16,
    /// Fee in US cents.
    #[serde(default)]
    pub fee_cents: Option<u32>,
    /// Months the certificate is valid.
    #[serde(default)]
    pub valid_months: Option<u16>,
    /// The vendor's item types.
    pub item_types: Vec<String>,
    /// Percent of items with more than one right option, estimated.
    #[serde(default)]
    pub multi_percent: Option<u8>,
    /// The pass mark.
    pub pass: Pass,
    /// How it is scored.
    pub scoring: Scoring,
}

/// A pass mark and its scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pass {
    /// The mark on the scale, where it is published.
    #[serde(default)]
    pub mark: Option<u16>,
    /// Lowest score.
    pub scale_min: u16,
    /// Highest score.
    pub scale_max: u16,
    /// Whether the mark is published.
    pub published: bool,
    /// The percent of points that the mark corresponds to.
    pub raw_percent: u8,
    /// Whether that percentage is published.
    pub raw_published: bool,
}

/// How an exam is scored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scoring {
    /// The family of rules.
    pub model: ScoringModel,
    /// How one may move between items.
    #[serde(default)]
    pub navigation: String,
    /// What the candidate is told.
    #[serde(default)]
    pub report: String,
    /// The rule for items with several right options.
    #[serde(default)]
    pub multi_select: Option<String>,
    /// Fewest items of an adaptive exam.
    #[serde(default)]
    pub adaptive_min: Option<u16>,
    /// Most items of an adaptive exam.
    #[serde(default)]
    pub adaptive_max: Option<u16>,
}

/// Families of scoring rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ScoringModel {
    /// A scaled score, compensatory over domains.
    Scaled,
    /// Pass or fail; neither count nor mark is published.
    Unpublished,
    /// Points for each passed check of each task.
    Checks,
    /// A percentage of right answers.
    Percent,
    /// Computerized adaptive testing.
    Adaptive,
}

/// Provenance marks: `O` official text, `C` stored copy of it, `T` third party that checked it, `M` memory.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Provenance {
    /// Questions, minutes, pass mark.
    pub format: String,
    /// Domains and tasks.
    pub domains: String,
    /// Fee.
    pub cost: String,
    /// Status.
    pub status: String,
}

/// One domain of a blueprint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Domain {
    /// Its number.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Percent of the exam's score.
    pub weight: u8,
    /// Its tasks.
    pub tasks: Vec<Task>,
}

/// One numbered task of an exam guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Its number.
    pub id: String,
    /// A short paraphrase.
    pub name: String,
    /// What belongs to it.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Generated questions that serve it.
    #[serde(default)]
    pub drills: Vec<String>,
}
