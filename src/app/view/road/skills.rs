//! What one can do: the stages of a career, the scorecard, what is measured at work, and where it can lead. What Cairn measured and what
//! the learner says stand side by side, each called what it is.

use super::super::super::App;
use super::TickRow;
use super::timeline::{Look, when};
use crate::deck::id::TrackId;
use crate::roadmap::calendar::Calendar;
use crate::roadmap::career::{Dimension, Ladder, Pay, Post, Stage};
use crate::roadmap::currency::range;
use crate::roadmap::lay::Laid;
use crate::roadmap::markdown::rating_word;
use crate::roadmap::path::Tick;
use crate::roadmap::{Kind, Laying, Marks, Path};
use crate::time::{Day, Stamp};

/// A word and a figure differ when the learner says that they meet something of which less than this is known (tunable).
const AHEAD: f64 = 0.3;

/// ... or that they do not meet it when more than this is (tunable).
const BEHIND: f64 = 0.7;

/// The page of skills.
#[derive(Clone, Debug, PartialEq)]
pub struct SkillsPage {
    /// The paths that have something to show.
    pub paths: Vec<PathSkills>,
}

/// What one path asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct PathSkills {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its stages.
    pub stages: Vec<StageRow>,
    /// Its scorecard.
    pub scorecard: Vec<DimensionRow>,
    /// What is measured at work.
    pub kpis: Vec<KpiRow>,
    /// Where it can lead: of these one is chosen.
    pub branches: Vec<WayRow>,
    /// Sequences of posts.
    pub ladders: Vec<WayRow>,
}

/// A stage of a career.
#[derive(Clone, Debug, PartialEq)]
pub struct StageRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When, in words.
    pub when: String,
    /// Whether the learner is at it: the first that is not done.
    pub is_now: bool,
    /// How it stands.
    pub look: Look,
    /// How much is ticked, in words.
    pub ticked: String,
    /// What marks it; may be empty.
    pub milestone: String,
    /// What can be said when one is ready for the next.
    pub ticks: Vec<TickRow>,
}

/// A dimension of a scorecard.
#[derive(Clone, Debug, PartialEq)]
pub struct DimensionRow {
    /// Its path.
    pub path: String,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What meets it.
    pub meets: String,
    /// What exceeds it.
    pub exceeds: String,
    /// The learner's own word: 0 not yet, 1 in part, 2 meets it, 3 exceeds it.
    pub rating: Option<u8>,
    /// What items measured of it.
    pub measured: Measured,
    /// What to make of the two, where they differ.
    pub note: Option<&'static str>,
    /// The tracks that measure it: address and name.
    pub tracks: Vec<(TrackId, String)>,
}

/// What items measured.
#[derive(Clone, Debug, PartialEq)]
pub enum Measured {
    /// No track of Cairn has to do with it.
    Nothing,
    /// Items are on their way.
    Coming,
    /// So many percent would be remembered today; in words, how many items that rests on.
    Percent(u32, String),
}

/// Something that is measured at work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KpiRow {
    /// Its name.
    pub name: String,
    /// What is counted.
    pub what: String,
    /// Why; may be empty.
    pub why: String,
    /// What is wanted; may be empty.
    pub target: String,
    /// How often it is looked at; may be empty.
    pub frequency: String,
}

/// A branch or a ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayRow {
    /// Its id.
    pub id: String,
    /// Its name, with its pay where that is said.
    pub name: String,
    /// What it is; may be empty.
    pub about: String,
    /// What one does or learns.
    pub items: Vec<String>,
    /// Its posts: name, and in words when and for which pay.
    pub posts: Vec<(String, String)>,
    /// Whether it was chosen.
    pub is_chosen: bool,
}

/// The words for the four ratings.
pub fn ratings() -> [(u8, &'static str); 4] {
    [0, 1, 2, 3].map(|rating| (rating, rating_word(rating)))
}

impl App {
    pub(super) fn skills_page(&self, now: Stamp) -> SkillsPage {
        let entries = self.laid_entries();
        let today = self.history.day(now);
        let paths = self.laid_paths().into_iter();
        let paths = paths.map(|(path, laying, marks)| {
            let stages = stages(&path, marks, &entries, today);
            let dimensions = path.scorecard.iter();
            PathSkills {
                id: path.id.clone(),
                name: path.name.clone(),
                stages,
                scorecard: dimensions
                    .map(|dimension| self.dimension(&path, dimension, marks, today))
                    .collect(),
                kpis: kpis(&path),
                branches: branches(&path, laying, marks),
                ladders: path
                    .ladders
                    .iter()
                    .map(|ladder| ladder_row(ladder, &path, laying))
                    .collect(),
            }
        });
        let has_some = |of: &PathSkills| {
            !(of.stages.is_empty()
                && of.scorecard.is_empty()
                && of.kpis.is_empty()
                && of.branches.is_empty()
                && of.ladders.is_empty())
        };
        SkillsPage {
            paths: paths.filter(has_some).collect(),
        }
    }

    fn dimension(
        &self,
        path: &Path,
        dimension: &Dimension,
        marks: &Marks,
        today: Day,
    ) -> DimensionRow {
        let rating = marks.rated.get(&dimension.id).copied();
        let known = self.measured(&dimension.tracks, today);
        let measured = match known {
            _ if dimension.tracks.is_empty() => Measured::Nothing,
            None => Measured::Coming,
            Some(known) if known.items == 0 => Measured::Nothing,
            Some(known) => {
                let percent = (known.share * 100.0).round() as u32;
                let words = match known.seen {
                    0 => format!("none of {} items met yet", known.items),
                    seen => format!("{seen} of {} items met", known.items),
                };
                Measured::Percent(percent, words)
            }
        };
        let share = known.filter(|known| known.items > 0).map(|of| of.share);
        let tracks = dimension.tracks.iter();
        DimensionRow {
            path: path.id.clone(),
            id: dimension.id.clone(),
            name: dimension.name.clone(),
            meets: dimension.meets.clone(),
            exceeds: dimension.exceeds.clone(),
            rating,
            measured,
            note: rating.zip(share).and_then(|(of, share)| note(of, share)),
            tracks: tracks
                .filter_map(|id| self.library.track(id))
                .map(|track| (track.id.clone(), track.short.clone()))
                .collect(),
        }
    }
}

/// What to make of a word and a figure that differ.
fn note(rating: u8, share: f64) -> Option<&'static str> {
    if rating >= 2 && share < AHEAD {
        Some(
            "Your word is ahead of what was measured. Answer some items of it, and you see whether it holds.",
        )
    } else if rating <= 1 && share > BEHIND {
        Some("You know more of it than you say. Look for a project that shows it.")
    } else {
        None
    }
}

fn stages(path: &Path, marks: &Marks, entries: &[Laid], today: Day) -> Vec<StageRow> {
    let of_path = |entry: &&Laid| entry.path == path.id && entry.kind == Kind::Stage;
    let laid: Vec<&Laid> = entries.iter().filter(of_path).collect();
    let now = laid.iter().find(|entry| entry.is_open());
    let now = now.map(|entry| entry.id.clone());
    let row = |entry: &&Laid| {
        let of = |stage: &&Stage| stage.id == entry.id;
        let stage = path.stages.iter().find(of);
        let tick = |tick: &Tick| TickRow::of(&path.id, &tick.id, &tick.text, marks);
        StageRow {
            id: entry.id.clone(),
            name: entry.name.clone(),
            when: when(entry),
            is_now: now.as_ref() == Some(&entry.id),
            look: Look::of(entry, today),
            ticked: match entry.ticks.len() {
                0 => String::new(),
                all => format!("{} of {all} ticked", entry.ticked),
            },
            milestone: stage.map(|of| of.milestone.clone()).unwrap_or_default(),
            ticks: entry.ticks.iter().map(tick).collect(),
        }
    };
    laid.iter().map(row).collect()
}

fn kpis(path: &Path) -> Vec<KpiRow> {
    let row = |kpi: &crate::roadmap::career::Kpi| KpiRow {
        name: kpi.name.clone(),
        what: kpi.what.clone(),
        why: kpi.why.clone(),
        target: kpi.target.clone(),
        frequency: kpi.frequency.clone(),
    };
    path.kpis.iter().map(row).collect()
}

fn branches(path: &Path, laying: &Laying, marks: &Marks) -> Vec<WayRow> {
    let chosen = marks.chosen.as_deref();
    let row = |branch: &crate::roadmap::career::Branch| WayRow {
        id: branch.id.clone(),
        name: branch.name.clone(),
        about: with_pay(&branch.about, &branch.pay),
        items: branch.items.clone(),
        posts: posts(&branch.steps, path, laying),
        is_chosen: chosen == Some(branch.id.as_str()),
    };
    path.branches.iter().map(row).collect()
}

fn ladder_row(ladder: &Ladder, path: &Path, laying: &Laying) -> WayRow {
    WayRow {
        id: ladder.id.clone(),
        name: ladder.name.clone(),
        about: String::new(),
        items: Vec::new(),
        posts: posts(&ladder.steps, path, laying),
        is_chosen: false,
    }
}

fn posts(steps: &[Post], path: &Path, laying: &Laying) -> Vec<(String, String)> {
    let calendar = Calendar::new(path, laying);
    let row = |post: &Post| {
        let months = post.months.filter(|of| of.to >= laying.first_month);
        let when = months.map(|months| {
            let span = calendar.span(months);
            format!("{} to {}", month(span.from), month(span.to))
        });
        let words: Vec<String> = when.into_iter().chain(pays(&post.pay)).collect();
        (post.name.clone(), words.join(" · "))
    };
    steps.iter().map(row).collect()
}

/// `Mar 2027`.
fn month(day: Day) -> String {
    let year = day.month().map_or(0, |(year, _)| year);
    format!("{} {year}", day.month_name())
}

fn with_pay(about: &str, pay: &[Pay]) -> String {
    match pays(pay) {
        Some(pay) => format!("{about} {pay} a year.").trim().to_owned(),
        None => about.to_owned(),
    }
}

/// A year's pay in each currency.
fn pays(pay: &[Pay]) -> Option<String> {
    let all = pay.iter();
    let all = all.map(|pay| range(&pay.currency, pay.from, pay.to, pay.is_open));
    let all: Vec<String> = all.collect();
    (!all.is_empty()).then(|| all.join(", "))
}
