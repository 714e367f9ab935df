//! A fact that was taken back, whatever it was.

use super::record::Rules;
use super::{FactId, History, Record};
use crate::time::Moment;

impl History {
    /// Takes back what this fact did, if it is not settled.
    pub(super) fn retract(&mut self, id: FactId) {
        let rules = Rules {
            scheduler: &self.scheduler,
            settings: &self.settings,
            rollover: self.rollover,
        };
        let records = &mut self.records;
        let mut take_back = |item| {
            let record: Option<&mut Record> = records.get_mut(item);
            record.is_some_and(|record| record.take_back(&rules, id))
        };
        if self.unsettled.iter().any(&mut take_back) {
            self.answers -= 1;
            self.is_displaced = true;
            return;
        }
        let mut found = self.settings.retract(id);
        if found {
            self.refold_all();
        }
        for record in self.records.values_mut() {
            found |= record.suspended.retract(id);
            found |= record.buried_until.retract(id);
            found |= record.flagged.retract(id);
            found |= record.note.retract(id);
            found |= record.wanted.retract(id);
        }
        for deck in self.decks.values_mut() {
            found |= deck.retract(id);
        }
        for exam in self.exams.values_mut() {
            found |= exam.retract(id);
        }
        for off in self.days_off.values_mut() {
            found |= off.retract(id);
        }
        for (sitting, sat) in &mut self.sittings {
            found |= sat.retract(id, *sitting);
        }
        for results in self.taken.values_mut() {
            found |= results.retract(id);
        }
        found |= self.road.retract(id);
        found |= self.trained.retract(id);
        self.parameters_changed();
        self.settings_changed();
        // It must be one of those that are settled.
        self.outdated |= !found && self.horizon > Moment(i64::MIN);
    }
}
