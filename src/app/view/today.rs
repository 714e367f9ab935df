//! What the start page says beside today's work: the booked exams, the coming week, and the weeks behind.

use super::super::App;
use super::figures::counted;
use super::plan::{Coming, Outlook, gap_of};
use super::readiness::Figure;
use super::reviews::Nudge;
use crate::deck::id::TrackId;
use crate::readiness::Missing;
use crate::readiness::gate::FIRSTS_MIN;
use crate::review::DayTally;
use crate::time::{Day, Stamp};

/// So many of the coming days are shown.
const AHEAD: usize = 7;

/// From so many days on an exam is weeks away.
const DAYS_COUNTED: i32 = 60;

/// From so many minutes on time is told in hours.
const HOURS_FROM: u32 = 120;

/// The calendar goes back so many weeks, this one included.
const WEEKS: usize = 12;

/// The start page beside today's work.
#[derive(Clone, Debug, PartialEq)]
pub struct TodayView {
    /// Booked exams, the next one first; those whose day is over stand before them until the learner tells how it went.
    pub exams: Vec<ExamCard>,
    /// What comes due from today on, day by day; empty until it is worked out or where nothing is known yet.
    pub week: Vec<Coming>,
    /// The weeks behind; none before the first answer.
    pub calendar: Option<Calendar>,
    /// Reviews that are due.
    pub nudge: Option<Nudge>,
}

/// A booked exam.
#[derive(Clone, Debug, PartialEq)]
pub struct ExamCard {
    /// Its track.
    pub track: TrackId,
    /// Its name.
    pub name: String,
    /// The day, in words.
    pub day: String,
    /// How far away it is: `in 20 days`.
    pub away: String,
    /// The chance of passing.
    pub chance: ExamChance,
    /// Percent of the score that is expected on the day with the plan kept, once it is worked out.
    pub expected: Option<u32>,
    /// Percent by week, the oldest first.
    pub trend: Vec<Option<u32>>,
    /// What slipped, what it costs, and what brings it back.
    pub gap: Option<String>,
}

/// The chance of passing, as far as it is known.
#[derive(Clone, Debug, PartialEq)]
pub enum ExamChance {
    /// Being worked out.
    Working,
    /// None is told; why, or what comes next, in words.
    Words(String),
    /// If the exam were today; and on the day with the plan kept.
    Known(Figure, Option<Figure>),
}

/// The weeks behind, a column each, Monday first.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// Each day: in words, minutes, and how much of what was planned they are. Days to come are none.
    pub weeks: Vec<[Option<(String, u32, Share)>; 7]>,
    /// The same in one sentence.
    pub words: String,
    /// This week in one sentence.
    pub week: String,
}

/// How much of the minutes of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Share {
    /// Nothing.
    None,
    /// Less than half.
    Some,
    /// Half and more.
    Half,
    /// All of them.
    Full,
}

impl Share {
    fn of(minutes: u32, planned: u32) -> Self {
        match minutes {
            0 => Self::None,
            minutes if minutes >= planned => Self::Full,
            minutes if minutes * 2 >= planned => Self::Half,
            _ => Self::Some,
        }
    }
}

impl App {
    /// The start page beside today's work.
    pub fn today_view(&self, now: Stamp) -> TodayView {
        let today = self.history().day(now);
        let mut exams: Vec<(Day, ExamCard)> = self
            .history()
            .exams()
            .map(|(track, day)| (day, self.exam_card(track, day, today)))
            .collect();
        exams.sort_by_key(|(day, _)| *day);
        let week = self.coming().unwrap_or_default().iter().take(AHEAD);
        let week: Vec<Coming> = week.map(Coming::from).collect();
        TodayView {
            exams: exams.into_iter().map(|(_, card)| card).collect(),
            week: if week.iter().any(|day| day.due > 0) {
                week
            } else {
                Vec::new()
            },
            calendar: self.calendar(today),
            nudge: self.nudge(now),
        }
    }

    fn exam_card(&self, track: &TrackId, day: Day, today: Day) -> ExamCard {
        let glance = self.glance(track);
        let forecast = self.forecasts().iter().find(|f| f.exam.track == *track);
        ExamCard {
            track: track.clone(),
            name: self.deck_name(track),
            day: day.short(),
            away: match day.since(today) {
                ..0 => "over".to_owned(),
                0 => "today".to_owned(),
                1 => "tomorrow".to_owned(),
                days if days < DAYS_COUNTED => format!("in {days} days"),
                days => format!("in {} weeks", days / 7),
            },
            chance: self.exam_chance(track, day, today),
            expected: forecast.map(|forecast| Outlook::from(forecast).planned),
            trend: glance
                .map(|glance| glance.trend.clone())
                .unwrap_or_default(),
            gap: forecast
                .and_then(|forecast| forecast.gap.as_ref())
                .map(gap_of),
        }
    }

    fn exam_chance(&self, track: &TrackId, day: Day, today: Day) -> ExamChance {
        let pack = self.content.packs.get(track);
        if day < today {
            return ExamChance::Words(
                "How did it go? Tell it on its page, or book another day.".to_owned(),
            );
        }
        if day == today {
            return ExamChance::Words("The exam is today. Good luck!".to_owned());
        }
        if pack.is_some_and(|pack| pack.arrival.failed().is_some()) {
            return ExamChance::Words(
                "Its items could not be loaded, so nothing can be told.".to_owned(),
            );
        }
        let glance = self.glance(track);
        match glance.map(|glance| &glance.today) {
            None => ExamChance::Working,
            Some(Err(missing)) => ExamChance::Words(next_in_words(missing)),
            Some(Ok(figure)) => {
                ExamChance::Known(*figure, glance.and_then(|glance| glance.planned))
            }
        }
    }

    fn calendar(&self, today: Day) -> Option<Calendar> {
        let weekday = today.weekday();
        let days = WEEKS * 7 - 6 + usize::from(weekday);
        let tallies = self.history().tallies(today, days);
        let is_begun = self
            .history()
            .records()
            .any(|(_, record)| record.last().is_some());
        let minutes: Vec<u32> = tallies.iter().map(minutes_of).collect();
        let first = today.plus(1 - i32::try_from(days).unwrap_or(0));
        let planned = |day: Day| (self.history().seconds_on(day) / 60.0).round() as u32;
        let cell = |place: usize| {
            let minutes = *minutes.get(place)?;
            let day = first.plus(i32::try_from(place).unwrap_or(0));
            Some((
                day.short(),
                minutes,
                Share::of(minutes, planned(day).max(1)),
            ))
        };
        let weeks = (0..WEEKS).map(|week| std::array::from_fn(|day| cell(week * 7 + day)));
        let studied = minutes.iter().filter(|minutes| **minutes > 0).count();
        let this = usize::from(weekday) + 1;
        let week = &minutes[days - this..];
        let monday = today.plus(-i32::from(weekday));
        let wanted: u32 = (0..7).map(|day| planned(monday.plus(day))).sum();
        let time = match minutes.iter().sum::<u32>() {
            minutes if minutes < HOURS_FROM => counted(minutes.into(), "minute"),
            minutes => format!("{:.1} hours", f64::from(minutes) / 60.0),
        };
        is_begun.then(|| Calendar {
            weeks: weeks.collect(),
            words: format!(
                "In the last {WEEKS} weeks you studied on {}, {time} in all.",
                counted(studied as u64, "day")
            ),
            week: format!(
                "This week {} of {wanted} minutes, on {} of {} so far.",
                week.iter().sum::<u32>(),
                week.iter().filter(|minutes| **minutes > 0).count(),
                counted(u64::from(weekday) + 1, "day"),
            ),
        })
    }
}

/// Minutes that were begun: somebody who answered was here.
fn minutes_of(tally: &DayTally) -> u32 {
    u32::try_from(tally.ms.div_ceil(60_000)).unwrap_or(u32::MAX)
}

/// What is wanted next before a chance can be told.
fn next_in_words(missing: &Missing) -> String {
    if missing.firsts > 0 {
        let done = FIRSTS_MIN - missing.firsts.min(FIRSTS_MIN);
        return format!(
            "{done} of {FIRSTS_MIN} questions met so far; then your chance can be told."
        );
    }
    if let Some((domain, wanted)) = missing.domains.first() {
        return format!("{wanted} more from “{domain}”; then your chance can be told.");
    }
    format!(
        "{} more tasks with three questions each; then your chance can be told.",
        missing.tasks.1
    )
}
