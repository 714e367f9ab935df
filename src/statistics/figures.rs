//! All figures of a scope and a period, counted in one pass.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::days::Days;
use super::holding::Holder;
use super::replay::Course;
use super::speed::Clocked;
use super::{
    Calibration, DayFigures, Growth, Holding, Part, Period, Recall, Replayed, Scope, Seen, Speed,
};
use crate::time::Day;

/// The figures of a scope and a period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// The first day: the period's, or that of the scope's first answer if that is later.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// Answers that stand.
    pub answers: u32,
    /// Of those, first sightings.
    pub firsts: u32,
    /// Milliseconds spent on them.
    pub ms: u64,
    /// Predictions beside what came of them.
    pub calibration: Calibration,
    /// By the hour on the learner's clock: answers, and what was remembered.
    pub hours: [(u32, Recall); 24],
    /// By the weekday of the study day, Monday first.
    pub weekdays: [(u32, Recall); 7],
    /// How long answers took.
    pub speed: Speed,
    /// How the items hold on the last day.
    pub holding: Holding,
    /// How what is known grew.
    pub growth: Growth,
    /// The days on which something was answered.
    pub days: Vec<DayFigures>,
    /// Its parts by their ids; none where the scope is a domain.
    pub parts: Vec<Part>,
}

/// A period is so long at the most: a hundred years, about. What a wrong clock wrote lies outside.
const DAYS_MAX: i32 = 36_000;

impl Replayed {
    /// Counts.
    pub fn figures(&self, scope: &Scope, period: Period) -> Figures {
        // Not only the first answer to each item: who travels west may answer on an earlier day than before.
        let days = self.courses(scope).flat_map(|course| course.seen);
        let begin = days.map(|seen| seen.day).min().unwrap_or(period.last);
        let first = period.first.map_or(begin, |first| first.max(begin));
        let first = first.max(period.last.plus(-DAYS_MAX)).min(period.last);
        let mut counter = Counter::over(first, period.last);
        let mut parts: BTreeMap<&str, Part> = BTreeMap::new();
        for course in self.courses(scope) {
            let known = counter.holder.add(course.seen, period.last, &self.curve);
            counter.growth.add(course.seen, &self.curve);
            let mut part = counter.course(&course);
            if let Some(known) = known {
                part.items = 1;
                part.known = known;
            }
            if let Some(id) = part_of(scope, &course) {
                add(parts.entry(id).or_default(), &part);
            }
        }
        let named = parts.into_iter().map(|(id, part)| Part {
            id: id.to_owned(),
            ..part
        });
        let some = |part: &Part| part.answers > 0 || part.items > 0;
        counter.finish(named.filter(some).collect())
    }
}

/// To which part an item belongs.
fn part_of<'a>(scope: &Scope, course: &Course<'a>) -> Option<&'a str> {
    match scope {
        Scope::All => Some(course.id.track()),
        Scope::Track(_) => Some(course.domain),
        Scope::Domain(..) => None,
    }
}

fn add(to: &mut Part, part: &Part) {
    to.answers += part.answers;
    to.ms += part.ms;
    to.recall = to.recall.plus(part.recall);
    to.items += part.items;
    to.known += part.known;
}

/// What is counted as the items come.
struct Counter {
    first: Day,
    last: Day,
    answers: u32,
    firsts: u32,
    ms: u64,
    calibration: Calibration,
    hours: [(u32, Recall); 24],
    weekdays: [(u32, Recall); 7],
    clocked: Clocked,
    holder: Holder,
    growth: Growth,
    days: Days,
}

impl Counter {
    fn over(first: Day, last: Day) -> Self {
        Self {
            first,
            last,
            answers: 0,
            firsts: 0,
            ms: 0,
            calibration: Calibration::default(),
            hours: [(0, Recall::default()); 24],
            weekdays: [(0, Recall::default()); 7],
            clocked: Clocked::default(),
            holder: Holder::default(),
            growth: Growth::over(first, last),
            days: Days::default(),
        }
    }

    /// Counts the answers to one item that the period holds; gives what they add to its part.
    fn course(&mut self, course: &Course<'_>) -> Part {
        let mut part = Part::default();
        let (first, last) = (self.first, self.last);
        let within = || {
            let seen = course.seen.iter();
            seen.filter(|seen| first <= seen.day && seen.day <= last)
        };
        for seen in within() {
            self.seen(seen);
            part.answers += 1;
            part.ms += u64::from(seen.ms);
            if let Some(predicted) = seen.predicted {
                part.recall.add(predicted, seen.is_recalled);
            }
        }
        self.clocked.add(course.kind, within());
        part
    }

    fn seen(&mut self, seen: &Seen) {
        self.answers += 1;
        self.firsts += u32::from(seen.is_first);
        self.ms += u64::from(seen.ms);
        self.days.add(seen);
        let hour = &mut self.hours[usize::from(seen.hour % 24)];
        let weekday = &mut self.weekdays[usize::from(seen.day.weekday() % 7)];
        hour.0 += 1;
        weekday.0 += 1;
        if let Some(predicted) = seen.predicted {
            self.calibration.add(predicted, seen.is_recalled);
            hour.1.add(predicted, seen.is_recalled);
            weekday.1.add(predicted, seen.is_recalled);
        }
    }

    fn finish(self, parts: Vec<Part>) -> Figures {
        Figures {
            first: self.first,
            last: self.last,
            answers: self.answers,
            firsts: self.firsts,
            ms: self.ms,
            calibration: self.calibration,
            hours: self.hours,
            weekdays: self.weekdays,
            speed: self.clocked.finish(),
            holding: self.holder.finish(),
            growth: self.growth,
            days: self.days.finish(),
            parts,
        }
    }
}
