//! What is done with the item at hand beside answering it, and how the steps of a session are taken back.

use super::saving::Then;
use super::session::Phase;
use super::{App, Effect};
use crate::deck::id::ItemId;
use crate::review::What;
use crate::time::Stamp;

impl App {
    pub(super) fn note_step(&mut self, effects: &[Effect], item: ItemId) {
        if let (Some(Effect::Append(fact)), Some(session)) = (effects.first(), &mut self.session) {
            session.steps.push((fact.id, item));
        }
    }

    pub(super) fn at_hand(&self) -> Option<ItemId> {
        match self.session.as_ref().map(|s| &s.phase) {
            Some(Phase::Asking(asking) | Phase::Revealed(asking, _)) => Some(asking.ask.id.clone()),
            _ => None,
        }
    }

    pub(super) fn set_aside(
        &mut self,
        what: impl FnOnce(ItemId) -> What,
        now: Stamp,
    ) -> Vec<Effect> {
        let Some(item) = self.at_hand() else {
            return Vec::new();
        };
        let effects = self.record(what(item.clone()), Then::Advance, now);
        self.note_step(&effects, item);
        effects
    }

    pub(super) fn toggle_flag(&mut self, now: Stamp) -> Vec<Effect> {
        let Some(item) = self.at_hand() else {
            return Vec::new();
        };
        let flagged = self
            .history
            .of(&item)
            .is_some_and(crate::review::Record::is_flagged);
        self.record(What::Flagged(item, !flagged), Then::Stay, now)
    }

    /// Takes back the last step of this session; before its beginning, the last answer to this deck there is.
    pub(super) fn undo(&mut self, now: Stamp) -> Vec<Effect> {
        let Some(session) = &mut self.session else {
            return Vec::new();
        };
        let deck = session.deck.clone();
        let step = session.steps.pop().or_else(|| {
            let answers = self.library.of_deck(deck.as_str()).filter_map(|ask| {
                let last = self.history.of(&ask.id)?.last()?;
                Some((last.at.at, last.id, ask.id.clone()))
            });
            answers.max().map(|(_, id, item)| (id, item))
        });
        match step {
            Some((id, item)) => self.record(What::Undone(id), Then::Ask(item), now),
            None => Vec::new(),
        }
    }
}
