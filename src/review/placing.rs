//! Putting items on days, in the order of the answers: each by what was put there before it ([`super::spread`]).
//!
//! An answer that is later than all others is put at once. Where one arrives late or is taken back, or a setting that counts for them,
//! the recent answers are put anew, from what the settled ones left; what reaches further back outdates the history as
//! anything does that does.

use super::history::History;
use super::record::{Record, Rules};
use super::spread::draw;
use super::{FactId, Slot, Writer};
use crate::deck::id::ItemId;
use crate::memory::{Grade, State};
use crate::time::Stamp;

impl History {
    /// What every answer did is another thing.
    pub(super) fn refold_all(&mut self) {
        self.outdated |= self.records.values().any(Record::has_settled);
        let rules = Rules {
            scheduler: &self.scheduler,
            settings: &self.settings,
            rollover: self.rollover,
        };
        for record in self.records.values_mut() {
            record.refold(&rules);
        }
        self.is_displaced = true;
    }

    /// Puts the items of all recent answers on their days anew, if something has displaced them.
    pub(super) fn replace(&mut self) {
        if !std::mem::take(&mut self.is_displaced) {
            return;
        }
        let mut order = Vec::new();
        for (item, record) in self.unsettled() {
            let recent = record.recent().iter().enumerate();
            order.extend(recent.map(|(place, past)| (past.at.at, past.id, item.clone(), place)));
        }
        order.sort_unstable_by_key(|(at, id, ..)| (*at, *id));
        self.loads = self.settled_loads.clone();
        let rules = Rules {
            scheduler: &self.scheduler,
            settings: &self.settings,
            rollover: self.rollover,
        };
        for (_, _, item, place) in order {
            if let Some(record) = self.records.get_mut(&item) {
                record.put(&rules, place, &mut self.loads);
            }
        }
    }

    /// Where an answer would put an item if it were given now, as the latest, and led to `state`.
    pub fn slot(&self, item: &ItemId, grade: Grade, state: State, now: Stamp) -> Slot {
        // As it stands after every fact that there is.
        let last = FactId {
            writer: Writer(u64::MAX),
            number: u32::MAX,
        };
        let by = self.settings.spreading(now.at, last);
        let mut slot = Slot::of(&self.scheduler, by.retention, grade, state);
        let record = self.of(item);
        let mut loads = self.loads.clone();
        let last = record.and_then(Record::last);
        if let Some(day) = last.and_then(|last| last.put_on(self.day(last.at))) {
            loads.take(day);
        }
        let answers = record.map_or(0, Record::count) + 1;
        let draw = draw(item, answers);
        if slot.is_open() {
            slot.choose(self.day(now), draw, &loads, &by);
        }
        slot
    }
}
