//! An item of the learner's own deck is edited: the lines it has in the deck's text, and the whole deck saved with them.

use super::super::saving::Then;
use super::super::{App, Effect};
use crate::deck::edit::{self, Refused};
use crate::deck::id::{ItemId, TrackId};
use crate::review::{FactId, What};
use crate::time::Stamp;

/// An item that is being edited.
#[derive(Clone, Debug)]
pub(in super::super) struct Draft {
    deck: TrackId,
    slug: String,
    /// The item's lines as the deck had them.
    before: String,
    /// As they stand in the editor.
    pub(in super::super) text: String,
    pub(in super::super) said: Said,
    /// The fact that is to save it, and the lines that go with it.
    saving: Option<(FactId, String)>,
}

/// What the editor has to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Said {
    /// Nothing.
    #[default]
    Nothing,
    /// To close it once more throws the changes away.
    ThrowAway,
    /// The session goes on once the changes are saved or thrown away.
    First,
    /// The deck has another text of the item meanwhile; to save once more puts this one in its place.
    Elsewhere,
    /// It was not saved; why.
    Refused(Refused),
}

impl Draft {
    /// Whether something would be lost with it.
    pub(in super::super) fn is_changed(&self) -> bool {
        self.text.trim() != self.before
    }
}

impl App {
    /// Whether the learner can edit an item: it is of a deck of their own.
    pub(in super::super) fn is_own(&self, item: &ItemId) -> bool {
        let ask = self.library.ask(item);
        ask.is_some_and(|ask| self.own_decks.decks.contains_key(&ask.deck))
    }

    /// The editor of an item, if it is open.
    pub(in super::super) fn draft(&self, item: &ItemId) -> Option<&Draft> {
        self.writing.drafts.get(&whole(item))
    }

    fn draft_mut(&mut self, item: &ItemId) -> Option<&mut Draft> {
        self.writing.drafts.get_mut(&whole(item))
    }

    /// The text of an own deck.
    fn deck_text(&self, deck: &TrackId) -> Option<&str> {
        self.own_decks.text(deck)
    }

    pub(super) fn edit_opened(&mut self, item: &ItemId, now: Stamp) -> Vec<Effect> {
        if !self.is_own(item) {
            return Vec::new();
        }
        self.writing.asked += 1;
        let effects = self.close_note(now);
        self.writes(now);
        if self.draft(item).is_some() {
            return effects;
        }
        let of = self.library.ask(item);
        let Some((deck, slug)) = of.map(|ask| (ask.deck.clone(), ask.item.slug.clone())) else {
            return effects;
        };
        let text = self.deck_text(&deck);
        if let Some(text) = text.and_then(|text| edit::source_of(text, &slug)) {
            let draft = Draft {
                deck,
                slug,
                before: text.clone(),
                text,
                said: Said::Nothing,
                saving: None,
            };
            self.writing.drafts.insert(whole(item), draft);
        }
        effects
    }

    pub(super) fn edit_typed(&mut self, item: &ItemId, text: String) {
        if let Some(draft) = self.draft_mut(item) {
            draft.text = text;
            // What is wrong stays to be read while it is mended.
            if !matches!(draft.said, Said::Refused(_)) {
                draft.said = Said::Nothing;
            }
        }
    }

    pub(super) fn edit_cancelled(&mut self, item: &ItemId, now: Stamp) {
        let Some(draft) = self.draft_mut(item) else {
            return;
        };
        if draft.is_changed() && draft.said != Said::ThrowAway {
            draft.said = Said::ThrowAway;
            return;
        }
        self.writing.drafts.remove(&whole(item));
        self.writing.aside.end(now);
    }

    /// Whether an editor with changes is open for the item; it says so. One without changes is closed.
    pub(super) fn edit_holds(&mut self, item: &ItemId) -> bool {
        let Some(draft) = self.draft_mut(item) else {
            return false;
        };
        if draft.is_changed() {
            draft.said = Said::First;
            self.writing.asked += 1;
            return true;
        }
        self.writing.drafts.remove(&whole(item));
        false
    }

    pub(super) fn edit_saved(&mut self, item: &ItemId, now: Stamp) -> Vec<Effect> {
        if self.pending.is_some() {
            // It is what could not be stored, or waits behind it.
            return self.store_retried();
        }
        let Some(draft) = self.draft(item).cloned() else {
            return Vec::new();
        };
        if !draft.is_changed() {
            self.edit_cancelled(item, now);
            return Vec::new();
        }
        match self.edited(&draft) {
            Ok(()) => {
                let what = What::ItemEdited(whole(item), draft.text.trim().to_owned());
                let effects = self.record(what, Then::Stay, now);
                let id = self.pending.as_ref().map(|pending| pending.fact.id);
                if let Some(draft) = self.draft_mut(item) {
                    draft.said = Said::Nothing;
                    draft.saving = id.map(|id| (id, draft.text.trim().to_owned()));
                }
                effects
            }
            Err((said, before)) => {
                self.writing.asked += 1;
                if let Some(draft) = self.draft_mut(item) {
                    draft.said = said;
                    draft.before = before;
                }
                Vec::new()
            }
        }
    }

    /// Whether the deck can have the edited item; or why not, and the item's lines as the deck has them.
    fn edited(&self, draft: &Draft) -> Result<(), (Said, String)> {
        let deck = self.deck_text(&draft.deck).unwrap_or_default();
        let here = edit::source_of(deck, &draft.slug);
        if let Some(here) = here.filter(|here| *here != draft.before) {
            return Err((Said::Elsewhere, here));
        }
        let tracks = self.library.tracks();
        edit::rewritten(deck, &draft.slug, &draft.text, tracks)
            .map(drop)
            .map_err(|refused| (Said::Refused(refused), draft.before.clone()))
    }

    /// An item or its deck is stored: the editor that saved it closes, unless something else was typed meanwhile.
    pub(super) fn edit_stored(&mut self, deck: &TrackId, id: FactId, now: Stamp) {
        let drafts = &mut self.writing.drafts;
        let is_it = |draft: &Draft| {
            let saving = draft.saving.as_ref();
            draft.deck == *deck && saving.is_some_and(|(fact, _)| *fact == id)
        };
        let Some(item) = drafts
            .iter()
            .find(|(_, d)| is_it(d))
            .map(|(i, _)| i.clone())
        else {
            return;
        };
        let saved = drafts.get_mut(&item).and_then(|draft| {
            draft.before = draft.saving.take()?.1;
            Some(!draft.is_changed())
        });
        if saved == Some(true) {
            drafts.remove(&item);
            self.writing.aside.end(now);
        }
    }
}

/// The id of an item as a whole: deletions of one cloze are edited together.
fn whole(item: &ItemId) -> ItemId {
    let whole = item.as_str().split(':').next().and_then(ItemId::parse);
    whole.unwrap_or_else(|| item.clone())
}
