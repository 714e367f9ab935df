//! The timeline: lanes of bars between two days.

use super::super::super::Zoom;
use super::super::super::road::Standing;
use super::rituals::RitualRow;
use crate::roadmap::Kind;
use crate::roadmap::lay::Laid;
use crate::roadmap::warn::whole;
use crate::time::Day;

/// A name beside a bar takes about so much of the window's width, in percent: another bar of the row begins only behind it.
const NAME_SHARE: f64 = 18.0;

/// Everything that the timeline draws. Places are in days from its first day.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineView {
    /// How much of it is seen at once.
    pub zoom: Zoom,
    /// The first day.
    pub first: Day,
    /// Days from the first to the last.
    pub days: i32,
    /// Days that are seen at once.
    pub seen: i32,
    /// Today.
    pub today: i32,
    /// Where months or years begin, and what stands there.
    pub scale: Vec<(i32, String)>,
    /// The lanes, from above.
    pub lanes: Vec<Lane>,
    /// The reviews, below them.
    pub rituals: Vec<RitualRow>,
}

/// Entries of one kind, in rows so that none covers another.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// What they are.
    pub name: &'static str,
    /// The kind.
    pub kind: Kind,
    /// The rows.
    pub rows: Vec<Vec<Bar>>,
}

/// An entry on the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its path.
    pub path: String,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it begins.
    pub at: i32,
    /// How many days it takes.
    pub days: i32,
    /// How many days there are for it and its name, before the next one of its row.
    pub room: i32,
    /// How it looks.
    pub look: Look,
    /// Everything in words, for who does not see it.
    pub words: String,
}

/// How an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// It is done.
    Done,
    /// It should have been done.
    Late,
    /// It is to come, or under way.
    Open,
    /// Its exam is booked.
    Booked,
    /// It lies before the learner's beginning.
    Behind,
}

impl Look {
    /// Of an entry on a day.
    pub fn of(entry: &Laid, today: Day) -> Self {
        if entry.done.is_some() {
            Self::Done
        } else if entry.is_behind {
            Self::Behind
        } else if entry.is_late(today) {
            Self::Late
        } else if entry.booked.is_some() {
            Self::Booked
        } else {
            Self::Open
        }
    }

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Late => "late",
            Self::Open => "to come",
            Self::Booked => "booked",
            Self::Behind => "before your start",
        }
    }

    /// For the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Self::Done => "is-done",
            Self::Late => "is-late",
            Self::Open => "is-open",
            Self::Booked => "is-booked",
            Self::Behind => "is-behind",
        }
    }
}

/// When an entry is, in words.
pub(super) fn when(entry: &Laid) -> String {
    if entry.span.from == entry.span.to {
        entry.span.to.in_full()
    } else {
        format!(
            "{} to {}",
            entry.span.from.in_full(),
            entry.span.to.in_full()
        )
    }
}

impl TimelineView {
    /// The timeline of a roadmap as it stands.
    pub(super) fn of(zoom: Zoom, standing: &Standing) -> Self {
        let today = standing.today;
        let shown = standing.entries.iter().filter(|entry| !entry.is_behind);
        let shown: Vec<Laid> = shown.cloned().collect();
        let all = whole(&shown);
        let from = all.map_or(today, |all| all.from).min(today.plus(-7));
        let to = all.map_or(today, |all| all.to).max(today.plus(28));
        // A week begins on a Monday, everything else on the first of a month.
        let from = match zoom {
            Zoom::Week => from.plus(-i32::from(from.weekday())),
            _ => from.month_begins(),
        };
        let days = to.since(from) + 1;
        let seen = match zoom {
            Zoom::All => days,
            Zoom::Year => 365,
            Zoom::Quarter => 91,
            Zoom::Week => 7,
        };
        let days = days.max(seen);
        let mut view = Self {
            zoom,
            first: from,
            days,
            seen,
            today: today.since(from),
            scale: scale(from, days, seen),
            lanes: Vec::new(),
            rituals: Vec::new(),
        };
        for (kind, name) in LANES {
            let bars = shown.iter().filter(|entry| entry.kind == kind);
            let bars = bars.map(|entry| bar(entry, from, today));
            let rows = packed(bars, seen, days);
            if !rows.is_empty() {
                view.lanes.push(Lane { name, kind, rows });
            }
        }
        view
    }
}

/// The lanes from above.
const LANES: [(Kind, &str); 6] = [
    (Kind::Phase, "Phases"),
    (Kind::Stage, "Stages"),
    (Kind::Exam, "Exams"),
    (Kind::Project, "Projects"),
    (Kind::Checkpoint, "Checkpoints"),
    (Kind::Checklist, "Checklists"),
];

fn bar(entry: &Laid, from: Day, today: Day) -> Bar {
    let look = Look::of(entry, today);
    let ticks = match entry.ticks.len() {
        0 => String::new(),
        all => format!(", {} of {all} ticked", entry.ticked),
    };
    Bar {
        path: entry.path.clone(),
        id: entry.id.clone(),
        name: entry.name.clone(),
        at: entry.span.from.since(from),
        days: entry.span.days(),
        room: entry.span.days(),
        look,
        words: format!(
            "{} {}: {}, {}{ticks}",
            entry.kind.word(),
            entry.name,
            when(entry),
            look.words()
        ),
    }
}

/// Bars in rows, each behind the one before it and its name.
fn packed(bars: impl Iterator<Item = Bar>, seen: i32, days: i32) -> Vec<Vec<Bar>> {
    let name = (f64::from(seen) * NAME_SHARE / 100.0).ceil() as i32;
    let mut rows: Vec<Vec<Bar>> = Vec::new();
    for bar in bars {
        let is_free = |row: &&mut Vec<Bar>| {
            row.last()
                .is_none_or(|last| last.at + last.days.max(name) <= bar.at)
        };
        match rows.iter_mut().find(is_free) {
            Some(row) => row.push(bar),
            None => rows.push(vec![bar]),
        }
    }
    for row in &mut rows {
        let begins: Vec<i32> = row.iter().skip(1).map(|bar| bar.at).collect();
        let begins = begins.into_iter().chain(std::iter::once(days));
        for (bar, next) in row.iter_mut().zip(begins) {
            // A long name may reach as far as the next bar, but not over half of what is seen.
            let most = bar.days.max(seen / 2);
            bar.room = (next - bar.at).clamp(bar.days, most);
        }
    }
    rows
}

/// Where a year, a quarter, a month or a day begins, as many as can be read.
fn scale(from: Day, days: i32, seen: i32) -> Vec<(i32, String)> {
    let mut marks = Vec::new();
    if seen <= 14 {
        for place in 0..days {
            marks.push((place, from.plus(place).short()));
        }
        return marks;
    }
    let step = match seen {
        15..=400 => 1,
        401..=1_100 => 3,
        1_101..=2_600 => 6,
        _ => 12,
    };
    let mut day = from.month_begins();
    while day.since(from) < days {
        let (year, month) = day.month().unwrap_or((0, 1));
        if (u16::from(month) - 1).is_multiple_of(step) {
            let words = match (month, step) {
                (1, _) => year.to_string(),
                _ => day.month_name().to_owned(),
            };
            if day >= from {
                marks.push((day.since(from), words));
            }
        }
        day = day.plus_months(1);
    }
    marks
}
