//! Today's list, and how it is worked through.

use std::collections::{HashMap, VecDeque};

use super::booked::Booked;
use super::queue::{Next, Why};
use super::ranking::{Ranked, Ranking};
use super::relearn::Relearn;
use crate::deck::id::ItemId;
use crate::deck::library::Library;
use crate::memory::Grade;
use crate::review::{History, Record};
use crate::time::{Day, Stamp};

/// An item is asked again the same day at most so often (guard rail, tunable).
const REPEATS_MAX: u32 = 4;
/// So many times the seconds of the day are listed, so that a quick learner does not run out (tunable).
const RESERVE: f64 = 4.0;
/// Among so many of the best, one of another domain than the last is preferred (tunable).
const INTERLEAVE_AMONG: usize = 6;

/// An item on today's list.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The item.
    pub id: ItemId,
    /// New or known.
    pub why: Why,
    /// Expected score on the day gained per second.
    pub rank: f64,
    /// Expected seconds.
    pub seconds: f64,
    pub(super) domain: Option<String>,
}

/// Today's list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DayPlan {
    /// What is left to ask, the best first.
    pub entries: Vec<Entry>,
    /// Seconds that today still has.
    pub seconds_left: f64,
    /// Who answers faster than expected goes on with these.
    reserve: VecDeque<Entry>,
    /// How many more there are.
    rest: usize,
    relearn: Relearn,
    repeats: HashMap<ItemId, u32>,
    last_domain: Option<String>,
}

impl Entry {
    /// An entry of a list that somebody else made: its place is its rank.
    pub fn new(id: ItemId, why: Why, seconds: f64, domain: Option<String>) -> Self {
        Self {
            id,
            why,
            rank: 0.0,
            seconds,
            domain,
        }
    }
}

impl From<&Ranked<'_>> for Entry {
    fn from(ranked: &Ranked<'_>) -> Self {
        Self {
            id: ranked.ask.id.clone(),
            why: ranked.why,
            rank: ranked.rank,
            seconds: ranked.seconds,
            domain: ranked.ask.domain.clone(),
        }
    }
}

impl DayPlan {
    /// A day by a list that somebody else made, for comparisons.
    pub fn listed(entries: Vec<Entry>, seconds_left: f64) -> Self {
        Self {
            entries,
            seconds_left,
            ..Self::default()
        }
    }

    /// Takes in what was answered today: what was forgotten comes again, and nothing is asked too often.
    pub(super) fn take_in(
        &mut self,
        library: &Library,
        history: &History,
        exams: &[Booked],
        today: Day,
    ) {
        let is_booked = |id: &ItemId| {
            let tasks = library.ask(id).map_or(&[][..], |ask| &ask.tasks);
            let mut tracks = tasks.iter().map(|task| &task.track);
            tracks.any(|track| exams.iter().any(|exam| exam.track == *track))
        };
        let of_today = |at: &Stamp| history.day(*at) == today;
        let answered: Vec<(&ItemId, &Record)> = history
            .unsettled()
            .filter(|(_, record)| record.last().is_some_and(|last| of_today(&last.at)))
            .collect();
        let stamps: Vec<Stamp> = answered
            .iter()
            .flat_map(|(_, record)| record.recent().iter().map(|past| past.at))
            .filter(of_today)
            .collect();
        for (id, record) in answered {
            let recent = record.recent().iter();
            let times = recent.filter(|past| of_today(&past.at)).count();
            self.repeats.insert(id.clone(), times as u32);
            let forgotten = record.last().filter(|last| last.grade == Grade::Again);
            let comes_again = !(record.is_suspended() || record.is_buried(today))
                && times < REPEATS_MAX as usize
                && is_booked(id);
            if let Some(last) = forgotten.filter(|_| comes_again) {
                let since = stamps.iter().filter(|at| at.at > last.at.at).count();
                self.relearn.add(id.clone(), since);
            }
        }
    }

    /// Seconds of the items that are listed or held in reserve.
    pub(super) fn reach(&self) -> f64 {
        self.seconds_left * RESERVE
    }

    /// Lists the best of a ranking, no longer than the minutes there are. Some of the rest is held in reserve.
    pub(super) fn list(&mut self, ranking: Ranking<'_>) {
        let (mut seconds, all) = (0.0, ranking.list.len() + ranking.beyond);
        let wanted = self.reach();
        let reached = ranking.list.into_iter().take_while(|ranked| {
            let fits = seconds < wanted;
            seconds += ranked.seconds;
            fits
        });
        self.reserve = reached.map(|ranked| Entry::from(&ranked)).collect();
        self.rest = all - self.reserve.len();
        self.refill();
    }

    /// Takes from the reserve what the seconds that are left still hold.
    fn refill(&mut self) {
        let mut seconds: f64 = self.entries.iter().map(|entry| entry.seconds).sum();
        while seconds < self.seconds_left
            && let Some(entry) = self.reserve.pop_front()
        {
            seconds += entry.seconds;
            self.entries.push(entry);
        }
    }

    /// How many items there are beyond today's seconds.
    pub fn beyond(&self) -> usize {
        self.reserve.len() + self.rest
    }

    /// The same for one track or own deck alone, out of the same minutes.
    #[must_use]
    pub fn of_deck(mut self, library: &Library, deck: &str) -> Self {
        let of_deck = |id: &ItemId| library.ask(id).is_some_and(|ask| ask.deck.as_str() == deck);
        self.entries.retain(|entry| of_deck(&entry.id));
        self.reserve.retain(|entry| of_deck(&entry.id));
        self.relearn.retain(of_deck);
        self
    }

    /// How many items were forgotten today and will be asked again.
    pub fn relearning(&self) -> usize {
        self.relearn.len()
    }

    /// What to ask next: what was forgotten today, once enough else has come in between; else the best, of another domain than
    /// the last where that costs little; at the end what was forgotten, at once. `None` when the minutes are used.
    pub fn next(&self) -> Option<Next> {
        if self.seconds_left <= 0.0 {
            return None;
        }
        if let Some(waiting) = self.relearn.ready() {
            return Some(waiting);
        }
        let among = self.entries.iter().take(INTERLEAVE_AMONG);
        let other = |entry: &&Entry| entry.domain.is_none() || entry.domain != self.last_domain;
        let best = among.clone().find(other).or_else(|| self.entries.first());
        best.map(|entry| Next {
            id: entry.id.clone(),
            why: entry.why,
        })
        .or_else(|| self.relearn.first())
    }

    /// An item was answered: it leaves the list, comes back today if it was forgotten, and its seconds are spent.
    pub fn answered(&mut self, id: &ItemId, grade: Grade, seconds: f64) {
        self.seconds_left -= seconds;
        if let Some(entry) = self.entries.iter().find(|entry| entry.id == *id) {
            self.last_domain.clone_from(&entry.domain);
        }
        self.entries.retain(|entry| entry.id != *id);
        self.relearn.answered(id);
        let repeats = self.repeats.entry(id.clone()).or_default();
        *repeats += 1;
        if grade == Grade::Again && *repeats < REPEATS_MAX {
            self.relearn.add(id.clone(), 0);
        }
        self.refill();
    }
}
