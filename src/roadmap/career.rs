//! Posts, what they ask and pay, and what they are measured by.

use serde::{Deserialize, Serialize};

use super::path::{Months, Tick};
use super::rhythm::Count;

/// A stage of a career.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Unique within the path.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When, at the usual pace.
    pub months: Months,
    /// So many months it takes at a fast pace; none where nothing is said.
    #[serde(default)]
    pub fast: Option<Count>,
    /// What one does.
    #[serde(default)]
    pub duties: Vec<String>,
    /// What one learns.
    #[serde(default)]
    pub skills: Vec<String>,
    /// What can be said when one is ready for the next.
    #[serde(default)]
    pub ready: Vec<Tick>,
    /// What marks it.
    #[serde(default)]
    pub milestone: String,
    /// Yearly pay.
    #[serde(default)]
    pub pay: Vec<Pay>,
}

/// Yearly pay of a post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pay {
    /// `USD`, `GBP`.
    pub currency: String,
    /// From.
    pub from: u32,
    /// To.
    pub to: u32,
    /// Whether it may be more.
    #[serde(default)]
    pub is_open: bool,
}

/// Something to choose one of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Branch {
    /// Unique within the path.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it is, and whom it suits.
    #[serde(default)]
    pub about: String,
    /// What one does or learns.
    #[serde(default)]
    pub items: Vec<String>,
    /// Yearly pay.
    #[serde(default)]
    pub pay: Vec<Pay>,
    /// Its posts, from the first to the last.
    #[serde(default)]
    pub steps: Vec<Post>,
}

/// A sequence of posts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// Unique within the path.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its posts, from the first to the last.
    pub steps: Vec<Post>,
}

/// A post.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// Its name.
    pub name: String,
    /// When it can be reached, from the path's first month; none where nothing is said.
    #[serde(default)]
    pub months: Option<Months>,
    /// Yearly pay.
    #[serde(default)]
    pub pay: Vec<Pay>,
}

/// Something that is measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kpi {
    /// Unique within the path.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What is counted.
    pub what: String,
    /// Why.
    #[serde(default)]
    pub why: String,
    /// What is wanted.
    #[serde(default)]
    pub target: String,
    /// How often it is looked at.
    #[serde(default)]
    pub frequency: String,
}

/// A dimension of a scorecard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// Unique within the path.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What meets it.
    pub meets: String,
    /// What exceeds it.
    pub exceeds: String,
    /// Tracks whose items measure some of it.
    #[serde(default)]
    pub tracks: Vec<String>,
}
