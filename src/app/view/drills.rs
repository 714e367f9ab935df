//! The screens of the drills: all types, and one type with what was answered to it.

use std::collections::BTreeMap;

use super::super::content::Arrival;
use super::super::drills::skill_of;
use super::super::{App, PastAnswer, Route};
use crate::deck::id::{ItemId, TrackId};
use crate::deck::item::Level;
use crate::deck::library::Ask;
use crate::drill::types::ALL;
use crate::study::booked;
use crate::time::{Day, Stamp};

/// The levels, in the order in which they are shown.
pub(super) const LEVELS: [Level; 3] = [Level::Easy, Level::Medium, Level::Hard];
/// So many answers of a level are drawn, the last ones.
const DRAWN: usize = 40;
/// So many answers are one step of the comparison of now with before.
const STEP: usize = 10;
/// Days with answers that are listed.
const DAYS: usize = 14;

/// The list of types.
#[derive(Clone, Debug, PartialEq)]
pub enum DrillsView {
    /// The decks are on their way.
    Loading,
    /// They did not come; why.
    Failed(String),
    /// The types that the decks here have: under a heading each.
    Here(Vec<(String, Vec<DrillRow>)>),
}

/// A type in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct DrillRow {
    /// The type.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What is practised.
    pub about: &'static str,
    /// Its levels: the item that asks for it, and answers with the right ones among them.
    pub levels: Vec<(Level, ItemId, (u32, u32))>,
}

/// One type.
#[derive(Clone, Debug, PartialEq)]
pub struct DrillPage {
    /// Its name.
    pub name: &'static str,
    /// What is practised.
    pub about: &'static str,
    /// The tracks whose exams ask for it.
    pub tracks: Vec<String>,
    /// Its levels.
    pub levels: Vec<LevelView>,
    /// The days on which it was practised, the last one first; none while they are being read.
    pub days: Option<Vec<DayRow>>,
    /// The decks are still on their way.
    pub is_loading: bool,
}

/// A level of a type.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelView {
    /// The level.
    pub level: Level,
    /// Under which it is practised; none: no deck that is here has it.
    pub item: Option<ItemId>,
    /// Seconds that somebody who would just pass needs for one.
    pub seconds: u16,
    /// Answers, and the right ones among them.
    pub answers: (u32, u32),
    /// The last answers, the oldest first: seconds, and whether it was right.
    pub dots: Vec<(f64, bool)>,
    /// What they say, in a sentence or two.
    pub words: Option<String>,
}

/// A day of practice.
#[derive(Clone, Debug, PartialEq)]
pub struct DayRow {
    /// The day.
    pub day: Day,
    /// Answers, and the right ones among them.
    pub answers: (usize, usize),
    /// The median of the seconds they took.
    pub seconds: u32,
}

impl App {
    /// The list of types; `None` on other screens.
    pub fn drills_view(&self, now: Stamp) -> Option<DrillsView> {
        if self.route != Route::Drills(None) {
            return None;
        }
        if let Some(words) = self.drills_failed() {
            return Some(DrillsView::Failed(words));
        }
        if self.are_drills_coming() {
            return Some(DrillsView::Loading);
        }
        let exams = booked(&self.history, self.history.day(now));
        let mut mine: BTreeMap<usize, Vec<DrillRow>> = BTreeMap::new();
        let mut others = Vec::new();
        for (of, skill) in ALL.iter().zip(self.skills()) {
            let rows = LEVELS.iter().zip(&skill).filter_map(|(level, items)| {
                let item = self.practised_as(items, now)?.id.clone();
                Some((*level, item, self.drilled(items)))
            });
            let row = DrillRow {
                id: of.id,
                name: of.name,
                about: of.about,
                levels: rows.collect(),
            };
            let serves = |ask: &&&Ask| exams.iter().position(|exam| exam.track == ask.deck);
            let exam = skill.iter().flatten().filter_map(|ask| serves(&ask)).min();
            match exam {
                _ if row.levels.is_empty() => {}
                Some(exam) => mine.entry(exam).or_default().push(row),
                None => others.push(row),
            }
        }
        let mut groups: Vec<(String, Vec<DrillRow>)> = Vec::new();
        for (exam, rows) in mine {
            groups.push((self.deck_name(&exams[exam].track), rows));
        }
        let heading = if groups.is_empty() {
            "All drills"
        } else {
            "Other drills"
        };
        if !others.is_empty() {
            groups.push((heading.to_owned(), others));
        }
        for (_, rows) in &mut groups {
            rows.sort_by_key(|row| row.name);
        }
        Some(DrillsView::Here(groups))
    }

    fn drills_failed(&self) -> Option<String> {
        let packs = self.content.packs.values();
        let here = packs.clone().any(|pack| pack.arrival == Arrival::Here);
        let failed = packs
            .filter(|_| !here)
            .find_map(|pack| pack.arrival.failed());
        self.content.index.failed().or(failed)
    }

    fn are_drills_coming(&self) -> bool {
        let mut packs = self.content.packs.values();
        self.content.index == Arrival::Fetching
            || packs.any(|pack| pack.arrival == Arrival::Fetching)
    }

    /// The types that a track's deck asks for, by name.
    pub(super) fn drills_of(&self, track: &TrackId) -> Vec<(&'static str, &'static str)> {
        let asks = self.library.of_deck(track.as_str());
        let mut found: Vec<(&'static str, &'static str)> = asks
            .filter_map(|ask| skill_of(ask).map(|(of, _)| (of.id, of.name)))
            .collect();
        found.sort_unstable_by_key(|(_, name)| *name);
        found.dedup();
        found
    }

    /// Answers to these items, and the right ones among them.
    fn drilled(&self, items: &[&Ask]) -> (u32, u32) {
        let records = items.iter().filter_map(|ask| self.history.of(&ask.id));
        records.fold((0, 0), |(all, right), record| {
            (all + record.count() as u32, right + record.passed())
        })
    }

    /// The screen of one type; `None` on other screens.
    pub fn drill_page(&self, now: Stamp) -> Option<DrillPage> {
        let Route::Drills(Some(id)) = self.route else {
            return None;
        };
        let place = ALL.iter().position(|of| of.id == id)?;
        let of = &ALL[place];
        let skill = self.skills().swap_remove(place);
        let mut tracks: Vec<String> = Vec::new();
        for ask in skill.iter().flatten() {
            let name = self.deck_name(&ask.deck);
            if !tracks.contains(&name) {
                tracks.push(name);
            }
        }
        let past = self.drill.past.as_deref();
        let past_of = |items: &[&Ask]| -> Vec<PastAnswer> {
            let past = past.unwrap_or_default().iter();
            let of_items = past.filter(|(item, _)| items.iter().any(|ask| ask.id == *item));
            of_items.map(|(_, answer)| *answer).collect()
        };
        let levels = LEVELS.iter().zip(&skill).map(|(level, items)| {
            let past = past_of(items);
            let seconds = of.seconds[*level as usize];
            let last = &past[past.len().saturating_sub(DRAWN)..];
            LevelView {
                level: *level,
                item: self.practised_as(items, now).map(|ask| ask.id.clone()),
                seconds,
                answers: self.drilled(items),
                dots: last.iter().map(|a| dot(a.ms, a.grade.passed())).collect(),
                words: compared(&past),
            }
        });
        let levels = levels.collect();
        let all: Vec<&Ask> = skill.iter().flatten().copied().collect();
        Some(DrillPage {
            name: of.name,
            about: of.about,
            tracks,
            levels,
            days: past.map(|_| self.days_of(&past_of(&all))),
            is_loading: self.are_drills_coming(),
        })
    }

    fn days_of(&self, past: &[PastAnswer]) -> Vec<DayRow> {
        let mut days: BTreeMap<Day, Vec<&PastAnswer>> = BTreeMap::new();
        for answer in past {
            days.entry(self.history.day(answer.at))
                .or_default()
                .push(answer);
        }
        let row = |(day, answers): (Day, Vec<&PastAnswer>)| DayRow {
            day,
            answers: (
                answers.len(),
                answers.iter().filter(|a| a.grade.passed()).count(),
            ),
            seconds: middle(answers.iter().map(|a| a.ms)),
        };
        days.into_iter().rev().take(DAYS).map(row).collect()
    }
}

/// Seconds to tenths.
pub(super) fn dot(ms: u32, is_right: bool) -> (f64, bool) {
    (f64::from(ms.div_ceil(100)) / 10.0, is_right)
}

/// The median, in whole seconds and at least one; 0 of none.
pub(super) fn middle(ms: impl Iterator<Item = u32>) -> u32 {
    let mut all: Vec<u32> = ms.collect();
    all.sort_unstable();
    all.get(all.len() / 2)
        .map_or(0, |ms| ((ms + 500) / 1_000).max(1))
}

/// The last ten beside the ten before them.
fn compared(past: &[PastAnswer]) -> Option<String> {
    if past.is_empty() {
        return None;
    }
    let words = |part: &[PastAnswer]| {
        let right = part.iter().filter(|a| a.grade.passed()).count();
        let seconds = middle(part.iter().map(|a| a.ms));
        format!(
            "{right} of {} right, half of them in {seconds} s or less",
            part.len()
        )
    };
    let (before, last) = past.split_at(past.len().saturating_sub(STEP));
    let before = &before[before.len().saturating_sub(STEP)..];
    let now = match last.len() {
        1 => "Your only answer".to_owned(),
        n => format!("Your last {n}"),
    };
    let then = (!before.is_empty()).then(|| format!(" Before that: {}.", words(before)));
    Some(format!(
        "{now}: {}.{}",
        words(last),
        then.unwrap_or_default()
    ))
}
