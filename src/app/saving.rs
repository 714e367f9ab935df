//! A fact on its way into the log. The state moves on only when it is stored; until then the learner sees what was answered,
//! and if it could not be stored, why, and can try again.

use super::{App, Effect, Storage};
use crate::deck::given::Given;
use crate::deck::id::ItemId;
use crate::memory::Grade;
use crate::review::{Answer, Fact, FactId, Record, Sighting, What};
use crate::store::SlotError;
use crate::study::is_told;
use crate::time::Stamp;

/// What follows once the fact is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Then {
    /// Nothing on the screen changes.
    Stay,
    /// The session asks what comes next.
    Advance,
    /// The session asks this item (an answer to it was taken back).
    Ask(ItemId),
}

/// A fact that is being stored, or could not be.
#[derive(Clone, Debug)]
pub(super) struct Pending {
    pub(super) fact: Fact,
    pub(super) then: Then,
    pub(super) error: Option<SlotError>,
}

/// Answers take an hour at the most: beyond that somebody went to lunch.
const ANSWER_MAX_MS: i64 = 3_600_000;

impl App {
    /// An answer as the log takes it, after so many milliseconds on the question.
    pub(super) fn answer(
        &self,
        item: &ItemId,
        grade: Grade,
        given: Option<Given>,
        ms: i64,
    ) -> Answer {
        let met = self.history.of(item).is_some_and(|r| r.last().is_some());
        Answer {
            item: item.clone(),
            grade,
            given,
            ms: (ms.clamp(0, ANSWER_MAX_MS) as u32).div_ceil(100) * 100,
            sighting: if met {
                Sighting::Repeated
            } else {
                Sighting::First
            },
            corrected: false,
        }
    }

    /// Hands a fact over to be stored. While one is on its way, nothing else is recorded.
    pub(super) fn record(&mut self, what: What, then: Then, now: Stamp) -> Vec<Effect> {
        if self.pending.is_some() {
            return Vec::new();
        }
        let fact = self.fact(what, now);
        self.pending = Some(Pending {
            fact,
            then,
            error: None,
        });
        self.store_retried()
    }

    /// Hands facts over to be stored, one after another.
    pub(super) fn record_all(&mut self, facts: Vec<What>, now: Stamp) -> Vec<Effect> {
        self.queue_more(facts);
        match self.queue.pop_front() {
            Some(first) => self.record(first, Then::Stay, now),
            None => Vec::new(),
        }
    }

    /// Facts that follow the one that is being stored.
    pub(super) fn queue_more(&mut self, facts: impl IntoIterator<Item = What>) {
        self.queue.extend(facts);
    }

    /// Whether facts wait for the one that is being stored.
    #[cfg(feature = "whole")]
    pub(super) fn is_storing_more(&self) -> bool {
        !self.queue.is_empty()
    }

    pub(super) fn stored(&mut self, id: FactId, now: Stamp) -> Vec<Effect> {
        let Some(pending) = self.pending.take_if(|p| p.fact.id == id) else {
            return Vec::new();
        };
        let before = self.lapses(&pending.fact);
        self.history.apply(&pending.fact);
        let after = self.lapses(&pending.fact);
        let threshold = self.history.settings().leech();
        if let Some(session) = self.session.as_mut().filter(|_| pending.then != Then::Stay) {
            session.leech = Some(after).filter(|_| is_told(before, after, threshold));
        }
        self.safety.stored(id);
        self.after_fact(&pending.fact, now);
        let more = match self.queue.pop_front() {
            Some(next) => self.record(next, Then::Stay, now),
            #[cfg(feature = "whole")]
            None => self.exam_stored(&pending.fact, now),
            #[cfg(not(feature = "whole"))]
            None => Vec::new(),
        };
        match pending.then {
            Then::Stay => {}
            Then::Advance => self.advance(now),
            Then::Ask(item) => self.ask_again(&item, now),
        }
        let mut effects = more;
        #[cfg(feature = "whole")]
        effects.extend(self.after_writing(&pending.fact, now));
        #[cfg(feature = "whole")]
        if self.session.is_some() {
            effects.extend(self.copy_now_and_then(now));
        }
        // After the first session that was worth something the question makes sense to the learner.
        let is_done = |session: &super::Session| matches!(session.phase, super::Phase::Done);
        if self.session.as_ref().is_some_and(is_done) && self.safety.wants_asking() {
            effects.push(Effect::AskToPersist);
        }
        effects
    }

    /// The lapses of the item that a fact answers; 0 if it answers none.
    fn lapses(&self, fact: &Fact) -> u32 {
        match &fact.what {
            What::Answered(answer) => self.history.of(&answer.item).map_or(0, Record::lapses),
            _ => 0,
        }
    }

    /// Another tab stored a fact: it counts here, too.
    pub(super) fn arrived(&mut self, fact: &Fact, now: Stamp) -> Vec<Effect> {
        if !self.history.knows(fact.id) {
            self.history.apply(fact);
            self.after_fact(fact, now);
            self.count(now);
        }
        Vec::new()
    }

    fn after_fact(&mut self, fact: &Fact, now: Stamp) {
        if let Some(meanwhile) = &mut self.rereading {
            meanwhile.push(fact.clone());
        }
        if matches!(
            fact.what,
            What::DeckSaved(..) | What::DeckRemoved(_) | What::ItemEdited(..)
        ) {
            self.own_decks_from_history();
        }
        #[cfg(feature = "whole")]
        self.roads_changed();
        #[cfg(feature = "whole")]
        self.plan_fact(fact, now);
        #[cfg(feature = "whole")]
        if !self.is_storing_more() {
            self.library_changed(now);
        }
        #[cfg(not(feature = "whole"))]
        let _ = now;
    }

    pub(super) fn store_failed(&mut self, id: FactId, error: SlotError) -> Vec<Effect> {
        if let Some(pending) = self.pending.as_mut().filter(|p| p.fact.id == id) {
            pending.error = Some(error);
        }
        Vec::new()
    }

    pub(super) fn store_retried(&mut self) -> Vec<Effect> {
        let Some(pending) = self.pending.as_mut() else {
            return Vec::new();
        };
        if matches!(self.storage, Storage::Newer(_)) {
            pending.error = Some(SlotError::ReadOnly);
            return Vec::new();
        }
        pending.error = None;
        vec![Effect::Append(pending.fact.clone())]
    }

    /// Why the fact at hand could not be stored.
    pub fn save_error(&self) -> Option<&SlotError> {
        self.pending.as_ref()?.error.as_ref()
    }
}
