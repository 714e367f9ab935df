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

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::record::Rules;
use super::spread::Loads;
use super::{
    Answer, DayTally, DeckWrite, Fact, FactId, IdSet, Past, Record, Register, RoadText, Sat,
    Settings, Slot, Taken, What, in_order,
};
use crate::deck::id::{ItemId, TrackId};
use crate::memory::{Parameters, Scheduler};
use crate::time::{DAY_MS, Day, Moment, Stamp};

/// Answers older than this, against the newest one, are settled: their sum is held and not each of them (tunable). Taking one
/// of them back is possible, but means a replay.
pub const SETTLED_AFTER_MS: i64 = 3 * DAY_MS;

/// Everything that follows from the log.
#[derive(Clone, Debug)]
pub struct History {
    pub(super) scheduler: Scheduler,
    pub(super) records: FxHashMap<ItemId, Record>,
    /// Items with answers that are not settled.
    pub(super) unsettled: FxHashSet<ItemId>,
    pub(super) ids: IdSet,
    /// What was taken back, arrived or not.
    pub(super) undone: IdSet,
    pub(super) settings: Settings,
    pub(super) decks: BTreeMap<TrackId, Register<DeckWrite>>,
    pub(super) exams: BTreeMap<TrackId, Register<Option<Day>>>,
    pub(super) days_off: BTreeMap<Day, Register<bool>>,
    pub(super) trained: Register<Option<Parameters>>,
    /// The mock exams.
    pub(super) sittings: BTreeMap<FactId, Sat>,
    /// The real exams.
    pub(super) taken: BTreeMap<TrackId, Register<Taken>>,
    /// What was done on the roadmap.
    pub(super) road: Register<RoadText>,
    pub(super) newest: Option<Stamp>,
    pub(super) rollover: u8,
    pub(super) answers: usize,
    /// Settled answers by day and track.
    pub(super) days: BTreeMap<Day, BTreeMap<String, DayTally>>,
    /// Answers before this may be settled.
    pub(super) horizon: Moment,
    /// What settled answers put on each day, and what all of them do.
    pub(super) settled_loads: Loads,
    pub(super) loads: Loads,
    /// The latest answer that was folded.
    pub(super) latest: Option<(Moment, FactId)>,
    /// Whether recent answers are to be put on their days anew.
    pub(super) is_displaced: bool,
    pub(super) outdated: bool,
}

impl History {
    /// A history in which nothing has happened.
    pub fn new(scheduler: Scheduler) -> Self {
        let settings = Settings::default();
        Self {
            scheduler,
            records: FxHashMap::default(),
            unsettled: FxHashSet::default(),
            ids: IdSet::default(),
            undone: IdSet::default(),
            rollover: settings.rollover_hour(),
            settings,
            decks: BTreeMap::new(),
            exams: BTreeMap::new(),
            days_off: BTreeMap::new(),
            trained: Register::default(),
            sittings: BTreeMap::new(),
            taken: BTreeMap::new(),
            road: Register::default(),
            newest: None,
            answers: 0,
            days: BTreeMap::new(),
            horizon: Moment(i64::MIN),
            settled_loads: Loads::default(),
            loads: Loads::default(),
            latest: None,
            is_displaced: false,
            outdated: false,
        }
    }

    /// Replays facts in any order.
    pub fn replay(scheduler: Scheduler, facts: &[Fact]) -> Self {
        let mut history = Self::new(scheduler);
        history.extend(facts);
        history
    }

    /// Adds many facts, in any order.
    pub fn extend(&mut self, facts: &[Fact]) {
        // What is undone further on need not be folded first.
        for fact in facts {
            if let What::Undone(id) = fact.what
                && !self.ids.contains(id)
            {
                self.undone.insert(id);
            }
        }
        for fact in in_order(facts) {
            self.take_in(fact);
        }
        self.replace();
    }

    /// A new start for a replay that can no longer be incremental: what must be known beforehand is known, what was taken
    /// back, the settings and the memory parameters that hold.
    #[must_use]
    pub fn again(&self) -> Self {
        Self {
            undone: self.undone.clone(),
            settings: self.settings.clone(),
            rollover: self.settings.rollover_hour(),
            trained: self.trained.clone(),
            ..Self::new(self.wanted_scheduler())
        }
    }

    /// The memory model that the log asks for: with the parameters that were trained last, if they are usable.
    fn wanted_scheduler(&self) -> Scheduler {
        let trained = self.trained.get().and_then(Option::as_ref);
        trained
            .and_then(|parameters| Scheduler::new(parameters).ok())
            .unwrap_or_default()
    }

    /// Other parameters change what every answer did.
    pub(super) fn parameters_changed(&mut self) {
        let wanted = self.wanted_scheduler();
        if wanted.parameters() != self.scheduler.parameters() {
            self.scheduler = wanted;
            self.refold_all();
        }
    }

    /// Whether a fact arrived that reaches back into what is settled, so that only a replay of the whole log can tell what
    /// follows ([`History::again`]).
    pub fn is_outdated(&self) -> bool {
        self.outdated
    }

    /// Holds only the sum of the answers before `horizon`. Everything that this type tells stays as it is.
    pub fn settle(&mut self, horizon: Moment) {
        if horizon <= self.horizon {
            return;
        }
        self.horizon = horizon;
        let (days, rollover) = (&mut self.days, self.rollover);
        let (records, loads) = (&mut self.records, &mut self.settled_loads);
        self.unsettled.retain(|item| {
            let Some(record) = records.get_mut(item) else {
                return false;
            };
            let last = record.settled().last;
            let mut put_on = last.and_then(|last| last.put_on(last.at.day(rollover)));
            record.settle(&self.scheduler, horizon, rollover, |past| {
                let today = past.at.day(rollover);
                loads.follow(&mut put_on, past.put_on(today));
                let day = days.entry(today).or_default();
                if !day.contains_key(item.track()) {
                    day.insert(item.track().to_owned(), DayTally::default());
                }
                if let Some(tally) = day.get_mut(item.track()) {
                    tally.add(past);
                }
            });
            !record.recent().is_empty()
        });
    }

    /// Adds one fact. It may be older than facts that are there, and may retract one that has yet to arrive.
    pub fn apply(&mut self, fact: &Fact) {
        self.take_in(fact);
        self.replace();
    }

    fn take_in(&mut self, fact: &Fact) {
        if !self.ids.insert(fact.id) {
            return;
        }
        self.newest = self.newest.max(Some(fact.at));
        if let What::Undone(id) = &fact.what {
            if self.undone.insert(*id) && self.ids.contains(*id) {
                self.retract(*id);
            }
            return;
        }
        if self.undone.contains(fact.id) {
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
                if setting.spreads() && self.latest > Some((at.at, id)) {
                    self.refold_all();
                }
            }
            What::DeckSaved(deck, text) => {
                let register = self.decks.entry(deck.clone()).or_default();
                register.set(at, id, DeckWrite::Whole(text.clone()));
            }
            What::DeckRemoved(deck) => {
                let register = self.decks.entry(deck.clone()).or_default();
                register.set(at, id, DeckWrite::Removed);
            }
            What::ItemEdited(item, lines) => {
                // An item's id begins with that of its deck.
                if let Ok(deck) = TrackId::new(item.track()) {
                    let write = DeckWrite::Item(item.slug().to_owned(), lines.clone());
                    self.decks.entry(deck).or_default().set(at, id, write);
                }
            }
            What::Booked(track, day) => {
                self.exams
                    .entry(track.clone())
                    .or_default()
                    .set(at, id, *day);
            }
            What::DayOff(day, off) => self.days_off.entry(*day).or_default().set(at, id, *off),
            What::Trained(parameters) => {
                self.trained.set(at, id, parameters.clone());
                self.parameters_changed();
            }
            What::Sat(form) => {
                self.sittings.entry(id).or_default().begun = Some((at, (**form).clone()));
            }
            What::Sitting(sitting, step) => {
                let sat = self.sittings.entry(*sitting).or_default();
                sat.steps.set(at, id, step.clone());
            }
            What::Took(track, taken) => {
                let results = self.taken.entry(track.clone()).or_default();
                results.set(at, id, *taken);
            }
            What::Wanted(item) => self.record(item).wanted.set(at, id, ()),
            What::Road(text) => self.road.set(at, id, text.clone()),
        }
    }

    fn record(&mut self, item: &ItemId) -> &mut Record {
        let new = || Record::of(item);
        self.records.entry(item.clone()).or_insert_with(new)
    }

    fn answer(&mut self, at: Stamp, id: FactId, answer: &Answer) {
        if at.at < self.horizon {
            self.outdated = true;
            return;
        }
        let past = Past {
            id,
            at,
            grade: answer.grade,
            sighting: answer.sighting,
            ms: answer.ms,
            slot: Slot::default(),
        };
        self.answers += 1;
        let is_latest = self.latest < Some((at.at, id));
        self.is_displaced |= !is_latest;
        self.latest = self.latest.max(Some((at.at, id)));
        let rules = Rules {
            scheduler: &self.scheduler,
            settings: &self.settings,
            rollover: self.rollover,
        };
        let is_alone = !self.is_displaced;
        let loads = &mut self.loads;
        let mut add = |record: &mut Record| {
            record.add(&rules, past);
            if is_alone {
                record.put(&rules, record.recent().len() - 1, loads);
            }
        };
        // Looked up first, because an entry would want a name of its own each time.
        if let Some(record) = self.records.get_mut(&answer.item) {
            if record.recent().is_empty() {
                self.unsettled.insert(answer.item.clone());
            }
            return add(record);
        }
        let mut record = Record::of(&answer.item);
        add(&mut record);
        self.unsettled.insert(answer.item.clone());
        self.records.insert(answer.item.clone(), record);
    }

    /// A new rollover hour moves answers to other days, which changes what FSRS-6 makes of them.
    pub(super) fn settings_changed(&mut self) {
        if self.rollover != self.settings.rollover_hour() {
            self.rollover = self.settings.rollover_hour();
            self.refold_all();
        }
    }

    /// Whether a fact is part of this history, undone or not.
    pub fn knows(&self, id: FactId) -> bool {
        self.ids.contains(id)
    }

    /// The facts that are part of this history.
    pub fn ids(&self) -> &IdSet {
        &self.ids
    }

    /// Answers that stand.
    pub fn answer_count(&self) -> usize {
        self.answers
    }

    /// What is known of an item; `None` if nothing ever happened to it.
    pub fn of(&self, item: &ItemId) -> Option<&Record> {
        self.records.get(item)
    }

    /// Every item that something happened to, in no order.
    pub fn records(&self) -> impl Iterator<Item = (&ItemId, &Record)> {
        self.records.iter()
    }

    /// The items with answers of the last days, in no order: all that were answered on a day that is not settled are among them.
    pub fn unsettled(&self) -> impl Iterator<Item = (&ItemId, &Record)> {
        self.unsettled
            .iter()
            .filter_map(|item| self.records.get_key_value(item))
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

    /// The newest stamp in the log: a clock that shows less was set back.
    pub fn newest(&self) -> Option<Stamp> {
        self.newest
    }
}
