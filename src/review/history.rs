//! The log, replayed: what is known of each item, the settings, the days studied, the learner's own decks.
//!
//! ```
//! use cairn::memory::Scheduler;
//! use cairn::review::History;
//!
//! // The same facts with other parameters are another history: nothing derived is stored.
//! let history = History::replay(Scheduler::default(), &[]);
//! assert_eq!(history.records().count(), 0);
//! ```

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Answer, Fact, FactId, Register, Settings, Sighting, What, in_order};
use crate::deck::id::{ItemId, TrackId};
use crate::memory::{Elapsed, Grade, Scheduler, State};
use crate::time::{Day, Stamp};

/// An answer that was given and not taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Past {
    /// Its fact.
    pub id: FactId,
    /// When.
    pub at: Stamp,
    /// The grade.
    pub grade: Grade,
    /// First or repeated.
    pub sighting: Sighting,
    /// Milliseconds it took.
    pub ms: u32,
}

/// What is known of one item.
#[derive(Clone, Debug, Default)]
pub struct Record {
    answers: Vec<Past>,
    state: Option<State>,
    lapses: u32,
    suspended: Register<bool>,
    buried_until: Register<Day>,
    flagged: Register<bool>,
    note: Register<String>,
}

impl Record {
    /// The answers that stand, in order.
    pub fn answers(&self) -> &[Past] {
        &self.answers
    }

    /// The last answer.
    pub fn last(&self) -> Option<&Past> {
        self.answers.last()
    }

    /// The memory after the last answer; `None` if it was never answered.
    pub fn state(&self) -> Option<State> {
        self.state
    }

    /// How often it was forgotten after it had been remembered once.
    pub fn lapses(&self) -> u32 {
        self.lapses
    }

    /// Not to be asked at all.
    pub fn is_suspended(&self) -> bool {
        self.suspended.get().copied().unwrap_or(false)
    }

    /// Not to be asked on this day.
    pub fn is_buried(&self, today: Day) -> bool {
        self.buried_until.get().is_some_and(|until| today < *until)
    }

    /// Marked to come back to.
    pub fn is_flagged(&self) -> bool {
        self.flagged.get().copied().unwrap_or(false)
    }

    /// The learner's note.
    pub fn note(&self) -> Option<&str> {
        self.note
            .get()
            .map(String::as_str)
            .filter(|n| !n.is_empty())
    }

    fn step(&mut self, scheduler: &Scheduler, previous: Option<&Past>, past: &Past, rollover: u8) {
        let elapsed = previous.map_or(
            Elapsed {
                days: 0.0,
                nights: 0,
            },
            |p| Elapsed::between(p.at, past.at, rollover),
        );
        let known_before = self.state.is_some()
            && self
                .answers
                .iter()
                .any(|a| a.grade.passed() && a.at < past.at);
        if past.grade == Grade::Again && known_before {
            self.lapses += 1;
        }
        self.state = Some(scheduler.outlook(self.state, elapsed).after(past.grade));
    }

    fn refold(&mut self, scheduler: &Scheduler, rollover: u8) {
        self.state = None;
        self.lapses = 0;
        let answers = self.answers.clone();
        let mut previous = None;
        for past in &answers {
            self.step(scheduler, previous, past, rollover);
            previous = Some(past);
        }
    }
}

/// What happened on one study day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayTally {
    /// Answers.
    pub answers: u32,
    /// Of those, first sightings.
    pub firsts: u32,
    /// Of those, not remembered.
    pub again: u32,
    /// Milliseconds spent answering.
    pub ms: u64,
}

/// Everything that follows from the log.
#[derive(Clone, Debug)]
pub struct History {
    scheduler: Scheduler,
    records: HashMap<ItemId, Record>,
    /// Which item an answer belongs to, to find it again when it is undone.
    answered: HashMap<FactId, ItemId>,
    seen: HashSet<FactId>,
    undone: HashSet<FactId>,
    settings: Settings,
    decks: BTreeMap<TrackId, Register<Option<String>>>,
    newest: Option<Stamp>,
    rollover: u8,
}

impl History {
    /// Replays facts in any order.
    pub fn replay(scheduler: Scheduler, facts: &[Fact]) -> Self {
        let settings = Settings::default();
        let mut history = Self {
            scheduler,
            records: HashMap::new(),
            answered: HashMap::new(),
            seen: HashSet::new(),
            undone: HashSet::new(),
            rollover: settings.rollover_hour(),
            settings,
            decks: BTreeMap::new(),
            newest: None,
        };
        // What is undone further on need not be folded first.
        history.undone = facts
            .iter()
            .filter_map(|f| match f.what {
                What::Undone(id) => Some(id),
                _ => None,
            })
            .collect();
        for fact in in_order(facts) {
            history.apply(fact);
        }
        history
    }

    /// Adds one fact. It may be older than facts that are there, and may retract one that has yet to arrive.
    pub fn apply(&mut self, fact: &Fact) {
        if !self.seen.insert(fact.id) {
            return;
        }
        self.newest = self.newest.max(Some(fact.at));
        if let What::Undone(id) = &fact.what {
            self.undone.insert(*id);
            self.retract(*id);
            return;
        }
        if self.undone.contains(&fact.id) {
            return;
        }
        let (at, id) = (fact.at, fact.id);
        match &fact.what {
            What::Answered(answer) => self.answer(at, id, answer),
            What::Undone(_) => {}
            What::Suspended(item) => self.record(item).suspended.set(at, id, true),
            What::Resumed(item) => self.record(item).suspended.set(at, id, false),
            What::Buried(item, until) => self.record(item).buried_until.set(at, id, *until),
            What::Flagged(item, flag) => self.record(item).flagged.set(at, id, *flag),
            What::Noted(item, text) => self.record(item).note.set(at, id, text.clone()),
            What::Set(setting) => {
                self.settings.set(at, id, *setting);
                self.settings_changed();
            }
            What::DeckSaved(deck, text) => {
                let register = self.decks.entry(deck.clone()).or_default();
                register.set(at, id, Some(text.clone()));
            }
            What::DeckRemoved(deck) => {
                self.decks
                    .entry(deck.clone())
                    .or_default()
                    .set(at, id, None);
            }
        }
    }

    fn record(&mut self, item: &ItemId) -> &mut Record {
        self.records.entry(item.clone()).or_default()
    }

    fn answer(&mut self, at: Stamp, id: FactId, answer: &Answer) {
        let past = Past {
            id,
            at,
            grade: answer.grade,
            sighting: answer.sighting,
            ms: answer.ms,
        };
        self.answered.insert(id, answer.item.clone());
        let (scheduler, rollover) = (&self.scheduler, self.rollover);
        let record = self.records.entry(answer.item.clone()).or_default();
        let place = record
            .answers
            .partition_point(|p| (p.at.at, p.id) <= (at.at, id));
        if place == record.answers.len() {
            let previous = record.answers.last().copied();
            record.step(scheduler, previous.as_ref(), &past, rollover);
            record.answers.push(past);
        } else {
            record.answers.insert(place, past);
            record.refold(scheduler, rollover);
        }
    }

    fn retract(&mut self, id: FactId) {
        if let Some(item) = self.answered.remove(&id)
            && let Some(record) = self.records.get_mut(&item)
        {
            record.answers.retain(|p| p.id != id);
            record.refold(&self.scheduler, self.rollover);
            return;
        }
        for record in self.records.values_mut() {
            record.suspended.retract(id);
            record.buried_until.retract(id);
            record.flagged.retract(id);
            record.note.retract(id);
        }
        for deck in self.decks.values_mut() {
            deck.retract(id);
        }
        self.settings.retract(id);
        self.settings_changed();
    }

    /// A new rollover hour moves answers to other days, which changes what FSRS-6 makes of them.
    fn settings_changed(&mut self) {
        if self.rollover != self.settings.rollover_hour() {
            self.rollover = self.settings.rollover_hour();
            for record in self.records.values_mut() {
                record.refold(&self.scheduler, self.rollover);
            }
        }
    }

    /// Whether a fact is part of this history, undone or not.
    pub fn knows(&self, id: FactId) -> bool {
        self.seen.contains(&id)
    }

    /// Answers that stand.
    pub fn answer_count(&self) -> usize {
        self.answered.len()
    }

    /// What is known of an item; `None` if nothing ever happened to it.
    pub fn of(&self, item: &ItemId) -> Option<&Record> {
        self.records.get(item)
    }

    /// Every item that something happened to, in no order.
    pub fn records(&self) -> impl Iterator<Item = (&ItemId, &Record)> {
        self.records.iter()
    }

    /// The settings that hold.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The memory model the history was replayed with.
    pub fn scheduler(&self) -> &Scheduler {
        &self.scheduler
    }

    /// The study day of a stamp, by the rollover hour that holds.
    pub fn day(&self, at: Stamp) -> Day {
        at.day(self.rollover)
    }

    /// The hour at which a study day begins.
    pub fn rollover_hour(&self) -> u8 {
        self.rollover
    }

    /// The learner's own decks that are not removed: id and text.
    pub fn decks(&self) -> impl Iterator<Item = (&TrackId, &str)> {
        self.decks
            .iter()
            .filter_map(|(id, register)| Some((id, register.get()?.as_deref()?)))
    }

    /// The newest stamp in the log: a clock that shows less was set back.
    pub fn newest(&self) -> Option<Stamp> {
        self.newest
    }

    /// What happened on a day, over the items that `wanted` picks.
    pub fn tally(&self, day: Day, wanted: impl Fn(&ItemId) -> bool) -> DayTally {
        let mut tally = DayTally::default();
        for (_, record) in self.records.iter().filter(|(id, _)| wanted(id)) {
            let today = record
                .answers
                .iter()
                .rev()
                .take_while(|p| self.day(p.at) >= day);
            for past in today.filter(|p| self.day(p.at) == day) {
                tally.answers += 1;
                tally.firsts += u32::from(past.sighting == Sighting::First);
                tally.again += u32::from(past.grade == Grade::Again);
                tally.ms += u64::from(past.ms);
            }
        }
        tally
    }
}
