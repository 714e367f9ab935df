//! A log's answers, replayed: before each the recall that was to be expected, after each the memory that it left.

use rustc_hash::FxHashMap;

use super::{Scope, Table};
use crate::deck::id::ItemId;
use crate::deck::item::Kind;
use crate::memory::{Curve, Elapsed, Scheduler, State};
use crate::review::{Courses, Sighting, Stood};
use crate::time::Day;

/// An answer, with what replay tells of it.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// Its study day.
    pub day: Day,
    /// The hour on the learner's clock, 0 to 23.
    pub hour: u8,
    /// Whether the item was remembered.
    pub is_recalled: bool,
    /// Whether it was met for the first time.
    pub is_first: bool,
    /// Milliseconds it took.
    pub ms: u32,
    /// The recall that was predicted, where the answer came a night or more after the one before.
    pub predicted: Option<f32>,
    /// The memory that it left.
    pub state: State,
}

/// The answers of a log, replayed.
#[derive(Clone, Debug)]
pub struct Replayed {
    items: Vec<Item>,
    seen: Vec<Seen>,
    domains: Vec<String>,
    pub(super) curve: Curve,
}

#[derive(Clone, Debug)]
struct Item {
    id: ItemId,
    kind: Option<Kind>,
    domain: Option<u16>,
    /// Where its answers end.
    end: usize,
}

/// An item's answers in the order of their time, at least one, and what the table says of it.
pub(super) struct Course<'a> {
    pub(super) id: &'a ItemId,
    pub(super) kind: Option<Kind>,
    /// Its domain; empty where it has none or the table does not know it.
    pub(super) domain: &'a str,
    pub(super) seen: &'a [Seen],
}

impl Replayed {
    /// Replays answers with the parameters of a scheduler; nights begin at `rollover` o'clock.
    pub fn of(courses: &Courses, table: &Table, scheduler: &Scheduler, rollover: u8) -> Self {
        let told: FxHashMap<&ItemId, (Kind, Option<u16>)> = table
            .items
            .iter()
            .map(|(id, kind, domain)| (id, (*kind, *domain)))
            .collect();
        let mut items = Vec::new();
        let mut seen = Vec::with_capacity(courses.count());
        for (id, course) in courses.iter().filter(|(_, course)| !course.is_empty()) {
            replay(course, scheduler, rollover, &mut seen);
            let (kind, domain) = told.get(id).copied().unzip();
            items.push(Item {
                id: id.clone(),
                kind,
                domain: domain.flatten(),
                end: seen.len(),
            });
        }
        Self {
            items,
            seen,
            domains: table.domains.clone(),
            curve: Curve::of(scheduler),
        }
    }

    /// How many answers there are.
    pub fn count(&self) -> usize {
        self.seen.len()
    }

    /// Each item with its answers, as they were replayed.
    pub fn items(&self) -> impl Iterator<Item = (&ItemId, &[Seen])> {
        self.courses(&Scope::All)
            .map(|course| (course.id, course.seen))
    }

    /// The items of a scope.
    pub(super) fn courses<'a>(&'a self, scope: &'a Scope) -> impl Iterator<Item = Course<'a>> {
        let mut begin = 0;
        let courses = self.items.iter().map(move |item| {
            let from = std::mem::replace(&mut begin, item.end);
            let domain = item.domain.and_then(|at| self.domains.get(usize::from(at)));
            Course {
                id: &item.id,
                kind: item.kind,
                domain: domain.map_or("", String::as_str),
                seen: &self.seen[from..item.end],
            }
        });
        courses.filter(move |course| match scope {
            Scope::All => true,
            Scope::Track(track) => course.id.track() == track,
            Scope::Domain(track, domain) => course.domain == domain && course.id.track() == track,
        })
    }
}

/// Replays the answers to one item, as [`crate::review::Record`] does.
fn replay(course: &[Stood], scheduler: &Scheduler, rollover: u8, seen: &mut Vec<Seen>) {
    let mut last: Option<(State, &Stood)> = None;
    for stood in course {
        let elapsed = last.map_or(
            Elapsed {
                days: 0.0,
                nights: 0,
            },
            |(_, last)| Elapsed::between(last.at, stood.at, rollover),
        );
        let before = last.map(|(state, _)| state);
        let judged = before.filter(|_| elapsed.nights > 0);
        let recall = |state| scheduler.retrievability(state, f64::from(elapsed.nights)) as f32;
        let state = scheduler.after(before, elapsed, stood.grade);
        seen.push(Seen {
            day: stood.at.day(rollover),
            hour: (stood.at.minute_of_day() / 60) as u8,
            is_recalled: stood.grade.passed(),
            is_first: stood.sighting == Sighting::First,
            ms: stood.ms,
            predicted: judged.map(recall),
            state,
        });
        last = Some((state, stood));
    }
}
