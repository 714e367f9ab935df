//! The exams of the roadmap against what really happened: hours studied and left, a forecast for each, and what can be changed.

use std::collections::{BTreeMap, BTreeSet};

use super::fact::Span;
use super::lay::{Laid, doubles};
use super::own::Kind;
use super::pace::{Forecast, Pace, forecast};
use super::roads::Roads;
use crate::deck::id::TrackId;
use crate::review::History;
use crate::time::Day;

/// Weeks of the past that the pace rests on (tunable).
const PACE_WEEKS: i32 = 52;

/// Hours that a week of rituals takes (tunable): a weekly assessment of half an hour.
pub const RITUAL_HOURS: f64 = 0.5;

const HOUR_MS: f64 = 3_600_000.0;

/// An exam that is still to be sat, and how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// The entry: path and id.
    pub key: (String, String),
    /// Its name.
    pub name: String,
    /// The track that is booked for it.
    pub track: Option<TrackId>,
    /// When it is to be sat.
    pub day: Day,
    /// Whether that day is booked.
    pub is_booked: bool,
    /// Hours of study that it takes; none where nobody said.
    pub hours: Option<f64>,
    /// Hours studied for it: in Cairn and outside.
    pub done: f64,
    /// Hours a week from now on that it takes beside the exams before it, to be ready on the day; none where no hours are known.
    pub needed: Option<f64>,
    /// When its hours will be done, those of the exams before it first.
    pub forecast: Option<Forecast>,
    /// How that looks.
    pub verdict: Verdict,
}

impl Outlook {
    /// Hours that are left.
    pub fn left(&self) -> f64 {
        (self.hours.unwrap_or(0.0) - self.done).max(0.0)
    }
}

/// How an exam's preparation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nobody said how many hours it takes.
    NoHours,
    /// Nine times in ten its hours are done before the day.
    OnTime,
    /// More likely on time than not.
    Tight,
    /// So many days late, most likely.
    Late(i32),
    /// Nothing is studied, so it will never be ready.
    Never,
}

/// Something that would bring an exam on time again.
#[derive(Clone, Debug, PartialEq)]
pub enum Remedy {
    /// Sit it on this day.
    Later(Day),
    /// Sit it so many days later, and those after it, too: their keys.
    Shift(i32, Vec<(String, String)>),
    /// Study so many minutes more on each study day.
    More(u16),
    /// Sit this other exam (its key and name) only on that day, after it.
    PutOff((String, String), String, Day),
}

/// Time studied, as the log has it.
#[derive(Clone, Debug, Default)]
pub struct Hours {
    /// By track or own deck: hours so far, in Cairn.
    by_track: BTreeMap<String, f64>,
    /// By entry: hours so far outside.
    outside: BTreeMap<(String, String), f64>,
    /// Of each week of seven days, the oldest first, the last one ending yesterday: everything.
    pub weeks: Vec<f64>,
}

impl Hours {
    /// Of a log. Weeks count from `since` on, at most a year of them.
    pub fn of(history: &History, roads: &Roads, since: Day, today: Day) -> Self {
        let mut hours = Self::default();
        let count = (today.since(since) / 7).clamp(0, PACE_WEEKS);
        hours.weeks = vec![0.0; count as usize];
        let first = today.plus(-7 * count);
        let mut add = |day: Day, studied: f64| {
            if day >= first && day < today {
                let week = day.since(first) / 7;
                if let Some(week) = hours.weeks.get_mut(week as usize) {
                    *week += studied;
                }
            }
        };
        for (day, tracks) in history.times(Day(i32::MIN / 2), today) {
            for (track, ms) in tracks {
                let studied = ms as f64 / HOUR_MS;
                *hours.by_track.entry(track.to_owned()).or_default() += studied;
                add(day, studied);
            }
        }
        for (path, _, marks) in roads.laid() {
            for (id, day, minutes) in &marks.studied {
                let studied = f64::from(*minutes) / 60.0;
                let key = (path.to_owned(), id.clone());
                *hours.outside.entry(key).or_default() += studied;
                add(*day, studied);
            }
        }
        hours
    }

    /// Hours studied for an entry.
    fn of_entry(&self, entry: &Laid) -> f64 {
        let key = (entry.path.clone(), entry.id.clone());
        let tracks = entry
            .tracks
            .iter()
            .filter_map(|track| self.by_track.get(track.as_str()));
        tracks.sum::<f64>() + self.outside.get(&key).copied().unwrap_or(0.0)
    }
}

/// How every exam stands that is still to be sat, in the order of their days. An exam that two paths want is there once.
pub fn outlooks(entries: &[Laid], hours: &Hours, pace: &Pace, today: Day) -> Vec<Outlook> {
    let doubles = doubles(entries);
    let is_one = |entry: &&Laid| {
        entry.kind == Kind::Exam
            && entry.is_open()
            && !doubles.contains(&(entry.path.clone(), entry.id.clone()))
    };
    let mut exams: Vec<&Laid> = entries.iter().filter(is_one).collect();
    exams.sort_by_key(|exam| (exam.span.to, &exam.path, &exam.id));
    // Hours are given to the exam that comes first, until they are done.
    let mut before = 0.0;
    exams
        .into_iter()
        .map(|exam| {
            let mut outlook = outlook(exam, hours, pace, today, before);
            let weeks = f64::from(outlook.day.since(today).max(1)) / 7.0;
            before += outlook.left();
            outlook.needed = outlook.hours.map(|_| before / weeks);
            outlook
        })
        .collect()
}

fn outlook(exam: &Laid, hours: &Hours, pace: &Pace, today: Day, before: f64) -> Outlook {
    let mut outlook = Outlook {
        key: (exam.path.clone(), exam.id.clone()),
        name: exam.name.clone(),
        track: exam.tracks.first().cloned(),
        day: exam.span.to,
        is_booked: exam.booked.is_some(),
        hours: exam.hours.map(f64::from),
        done: hours.of_entry(exam),
        needed: None,
        forecast: None,
        verdict: Verdict::NoHours,
    };
    if outlook.hours.is_some() {
        outlook.forecast = forecast(before + outlook.left(), pace, today);
        outlook.verdict = match outlook.forecast {
            None => Verdict::Never,
            Some(of) if of.late <= outlook.day => Verdict::OnTime,
            Some(of) if of.day <= outlook.day => Verdict::Tight,
            Some(of) => Verdict::Late(of.day.since(outlook.day)),
        };
    }
    outlook
}

/// What would bring an exam on time again, of several that stand like this; nothing where it is on time. `days` are the study days of
/// a week.
pub fn remedies(of: &Outlook, all: &[Outlook], pace: &Pace, today: Day, days: u8) -> Vec<Remedy> {
    if !matches!(of.verdict, Verdict::Late(_) | Verdict::Never) {
        return Vec::new();
    }
    let mut found = Vec::new();
    if let Some(forecast) = of.forecast {
        // A week in hand, so that the next bad week does not move it again.
        let days = forecast.day.plus(7).since(of.day);
        let after = all.iter().filter(|other| is_after(other, of));
        // Alone it would come behind exams that take its hours: those move with it, as far as they are not booked.
        if after.clone().any(|other| other.day <= of.day.plus(days)) {
            let keys = after.map(|other| other.key.clone());
            found.push(Remedy::Shift(days, keys.collect()));
        } else {
            found.push(Remedy::Later(of.day.plus(days)));
        }
    }
    if let (Some(needed), 1..) = (of.needed, days) {
        let more = (needed - pace.hours).max(0.0) * 60.0 / f64::from(days);
        let more = (more / 5.0).ceil() * 5.0;
        if more <= 240.0 {
            found.push(Remedy::More(more as u16));
        }
    }
    let before = all
        .iter()
        .filter(|other| other.day <= of.day && other.key != of.key);
    let mut before: Vec<&Outlook> = before
        .filter(|other| !other.is_booked && other.left() > 0.0)
        .collect();
    before.sort_by_key(|other| other.left().to_bits());
    let sum: f64 = all
        .iter()
        .filter(|other| other.day <= of.day && other.key != of.key)
        .map(Outlook::left)
        .sum();
    let helps = |other: &&&Outlook| {
        let without = forecast(sum - other.left() + of.left(), pace, today);
        without.is_some_and(|without| without.day <= of.day)
    };
    if let Some(other) = before.iter().find(helps) {
        let ready = forecast(sum + of.left(), pace, today).map(|of| of.day.plus(7));
        if let Some(day) = ready {
            found.push(Remedy::PutOff(other.key.clone(), other.name.clone(), day));
        }
    }
    found
}

/// Whether an exam comes after another and can be moved.
fn is_after(other: &Outlook, of: &Outlook) -> bool {
    other.key != of.key && other.day >= of.day && !other.is_booked
}

/// Hours of one week to come.
#[derive(Clone, Debug, PartialEq)]
pub struct Week {
    /// Its days.
    pub span: Span,
    /// Hours by exam: its key, and how many.
    pub exams: Vec<((String, String), f64)>,
    /// Hours for reviews of the plan.
    pub rituals: f64,
    /// Hours left for projects and everything else; less than 0: more is wanted than there is.
    pub rest: f64,
}

/// The hours of each week to come, `hours` a week: those that are left of each exam spread evenly over the weeks to its day, from the
/// exam before it on, where that leaves enough of them.
pub fn weeks(all: &[Outlook], hours: f64, today: Day, count: usize) -> Vec<Week> {
    let mut parts: Vec<(&Outlook, Day, f64)> = Vec::new();
    let mut free = today;
    for exam in all {
        let left = exam.left();
        if left <= 0.0 || exam.day <= today {
            continue;
        }
        // Not later than it takes at all the hours there are.
        let takes = (left / hours.max(0.5) * 7.0).ceil() as i32;
        let from = free.min(exam.day.plus(-takes)).max(today);
        let weeks = f64::from(exam.day.since(from).max(1)) / 7.0;
        parts.push((exam, from, left / weeks));
        free = exam.day;
    }
    let of_week = |number: usize| {
        let from = today.plus(7 * i32::try_from(number).unwrap_or(0));
        let span = Span {
            from,
            to: from.plus(6),
        };
        let mut exams = Vec::new();
        for (exam, begins, rate) in &parts {
            let days = exam
                .day
                .min(span.to.plus(1))
                .since((*begins).max(span.from));
            if days > 0 {
                exams.push((exam.key.clone(), rate * f64::from(days) / 7.0));
            }
        }
        let sum: f64 = exams.iter().map(|(_, hours)| hours).sum();
        Week {
            span,
            exams,
            rituals: RITUAL_HOURS,
            rest: hours - sum - RITUAL_HOURS,
        }
    };
    (0..count).map(of_week).collect()
}

/// Keys of exams that come before one that they should follow.
pub fn out_of_order(entries: &[Laid]) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    let exams = || entries.iter().filter(|entry| entry.kind == Kind::Exam);
    for exam in exams().filter(|exam| exam.is_open()) {
        let before =
            exams().filter(|other| other.path == exam.path && exam.after.contains(&other.id));
        if before
            .into_iter()
            .any(|other| other.is_open() && other.span.to >= exam.span.to)
        {
            found.insert((exam.path.clone(), exam.id.clone()));
        }
    }
    found
}
