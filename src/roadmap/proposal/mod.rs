//! What a review proposes for the next period: minutes, what to look at first, other days for exams. Each part is a list of facts, with
//! words that say what and why; accepting it records exactly these.

mod late;

use super::exams::Outlook;
use super::pace::Pace;
use super::weak::{Weak, wanted};
use crate::deck::id::TrackId;
use crate::deck::library::Library;
use crate::review::{History, Setting, What};
use crate::time::Day;

/// Who studied less of the plan than this share has too large a plan (tunable).
const KEPT_LITTLE: f64 = 0.75;
/// Who studied more than this share has too small a plan (tunable).
const KEPT_MORE: f64 = 1.25;
/// Minutes are proposed in steps of so many.
const STEP: f64 = 5.0;
/// One period changes the minutes by no more than this (tunable): a bad week halves them at the most.
const CHANGE: (f64, f64) = (0.5, 1.5);
/// Nobody is asked for more minutes on a weekday (tunable).
const MINUTES_MAX: u16 = 180;
/// So many items of each weak task come first (tunable): a few minutes of a session.
const FOCUS_ITEMS: usize = 5;

/// Which part of a proposal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartKey {
    /// Other minutes.
    Minutes,
    /// The weakest tasks first.
    Focus,
    /// An exam on another day: its entry on the roadmap (path and id), or its track with an empty path.
    Exam(String, String),
}

/// A part of a proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Which.
    pub key: PartKey,
    /// What, in a few words.
    pub what: String,
    /// Why, in a sentence or two.
    pub why: String,
    /// What is recorded if it is accepted.
    pub facts: Vec<What>,
}

/// An exam whose chance wants more minutes than there are.
#[derive(Clone, Debug, PartialEq)]
pub struct Need {
    /// Its track.
    pub track: TrackId,
    /// Its name.
    pub name: String,
    /// The day that is booked.
    pub day: Day,
    /// Minutes a day, on the average of the week, that it takes to be ready.
    pub minutes: u16,
    /// The chance on the day with the minutes of now, and with those, in percent.
    pub chances: (u32, u32),
}

/// What a proposal rests on.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// The log.
    pub history: &'a History,
    /// The items.
    pub library: &'a Library,
    /// Minutes studied in the period, and planned.
    pub minutes: (u32, u32),
    /// The weakest tasks.
    pub weak: &'a [Weak],
    /// Exams of the roadmap that are still to be sat, and how fast the learner is.
    pub road: (&'a [Outlook], &'a Pace),
    /// Booked exams that want more minutes, the next one first.
    pub needs: &'a [Need],
    /// Today.
    pub today: Day,
}

/// More minutes on each study day, and why.
struct More {
    minutes: u16,
    why: String,
}

impl Basis<'_> {
    /// Every part that there is reason for; none: the plan can stay as it is.
    pub fn parts(&self) -> Vec<Part> {
        let late = self.late();
        let mut parts: Vec<Part> = self.time(late.more).into_iter().collect();
        parts.extend(self.focus());
        parts.extend(late.moved);
        parts
    }

    /// The share of the planned minutes that was studied; `None` where nothing was planned.
    fn kept(&self) -> Option<f64> {
        let (studied, planned) = self.minutes;
        (planned > 0).then(|| f64::from(studied) / f64::from(planned))
    }

    /// Minutes of each weekday as they are set.
    fn now(&self) -> [u16; 7] {
        let settings = self.history.settings();
        std::array::from_fn(|day| settings.minutes(day as u8))
    }

    /// Minutes a day, on the average of the week.
    fn a_day(&self) -> f64 {
        let minutes = self.now().into_iter().map(f64::from);
        minutes.sum::<f64>() / 7.0
    }

    /// Weekdays with minutes.
    fn study_days(&self) -> u16 {
        self.now().iter().filter(|minutes| **minutes > 0).count() as u16
    }

    /// Other minutes: more where an exam wants them and the plan was kept, else what was really studied, where that is far from the plan.
    fn time(&self, more: Option<More>) -> Option<Part> {
        let (studied, planned) = self.minutes;
        let kept = self.kept()?;
        let now = self.now();
        let words = format!("You studied {studied} of {planned} minutes.");
        let (then, why) = match more {
            Some(more) => {
                let then = now.map(|minutes| match minutes {
                    0 => 0,
                    minutes => stepped(f64::from(minutes + more.minutes), minutes),
                });
                (then, more.why)
            }
            None if studied > 0 && kept < KEPT_LITTLE => {
                let why =
                    format!("{words} A plan that is kept tells you more truly where it leads.");
                (scaled(now, kept), why)
            }
            None if kept > KEPT_MORE => {
                let why =
                    format!("{words} With the time that you really have, more can be planned.");
                (scaled(now, kept), why)
            }
            None => return None,
        };
        let days = (0..7_u8).filter(|day| then[usize::from(*day)] != now[usize::from(*day)]);
        let facts: Vec<What> = days
            .map(|day| What::Set(Setting::Minutes(day, then[usize::from(day)])))
            .collect();
        if facts.is_empty() {
            return None;
        }
        Some(Part {
            key: PartKey::Minutes,
            what: change_in_words(then, now),
            why,
            facts,
        })
    }

    /// Items of the weakest tasks first.
    fn focus(&self) -> Option<Part> {
        let (mut facts, mut tasks) = (Vec::new(), Vec::new());
        for weak in self.weak {
            let items = wanted(self.library, self.history, weak, self.today, FOCUS_ITEMS);
            let items: Vec<What> = items.into_iter().map(What::Wanted).collect();
            // An item may serve two of them.
            let items: Vec<What> = items
                .into_iter()
                .filter(|item| !facts.contains(item))
                .collect();
            if !items.is_empty() {
                tasks.push(format!("{} {}", weak.task, weak.name));
                facts.extend(items);
            }
        }
        let count = match facts.len() {
            0 => return None,
            1 => "1 item".to_owned(),
            count => format!("{count} items"),
        };
        Some(Part {
            key: PartKey::Focus,
            what: format!("{count} of your weakest tasks first"),
            why: format!(
                "Most of the exam is missing there: {}. They come first on the next day you study.",
                tasks.join("; ")
            ),
            facts,
        })
    }
}

/// Minutes in whole steps, at least one step and at most what anybody is asked for, or what is set `now` where that is more.
fn stepped(minutes: f64, now: u16) -> u16 {
    let steps = (minutes / STEP).round().max(1.0) * STEP;
    (steps as u16).min(MINUTES_MAX.max(now))
}

/// Each weekday's minutes times so much, within what one period changes.
fn scaled(now: [u16; 7], by: f64) -> [u16; 7] {
    let by = by.clamp(CHANGE.0, CHANGE.1);
    now.map(|minutes| match minutes {
        0 => 0,
        minutes => stepped(f64::from(minutes) * by, minutes),
    })
}

/// Minutes of a week as people say them: how many, and of what: `20`, ` minutes a day`; ` minutes on 5 days a week`; or where days differ
/// `140`, ` minutes a week`.
fn in_words(minutes: [u16; 7]) -> (u16, String) {
    let days = minutes.iter().filter(|minutes| **minutes > 0).count();
    let most = minutes.iter().copied().max().unwrap_or(0);
    let is_even = minutes.iter().all(|of| *of == 0 || *of == most);
    match days {
        7 if is_even => (most, "minutes a day".to_owned()),
        1 => (most, "minutes on 1 day a week".to_owned()),
        days if is_even => (most, format!("minutes on {days} days a week")),
        _ => (minutes.iter().sum(), "minutes a week".to_owned()),
    }
}

/// `15 minutes a day instead of 20`.
fn change_in_words(then: [u16; 7], now: [u16; 7]) -> String {
    match (in_words(then), in_words(now)) {
        ((then, unit), (now, before)) if unit == before => {
            format!("{then} {unit} instead of {now}")
        }
        // By the week they can be compared whatever the days are.
        _ => {
            let [then, now] = [then, now].map(|of| of.iter().sum::<u16>());
            format!("{then} minutes a week instead of {now}")
        }
    }
}
