//! What the learner writes about an item where they meet it, on the study screen or on the item's page: a note of it, or the
//! item itself anew, if it is of a deck of their own. What is typed is held here and not in the field, so that nothing that
//! happens on the screen can lose it.

mod editor;
mod note;
mod redraw;

use std::collections::BTreeMap;

pub(super) use editor::Draft;
pub use editor::Said;
pub(super) use note::Note;

use super::{App, Effect, Event, Phase, Route};
use crate::deck::id::{ItemId, TrackId};
use crate::review::{Fact, What};
use crate::time::{Moment, Stamp};

/// What the learner does with the item at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InPlace {
    /// The note is to be written, or gone on with.
    NoteOpened,
    /// This stands in its field now.
    NoteTyped(String),
    /// The field was left, and stays open.
    NoteLeft,
    /// The field is not needed any more.
    NoteClosed,
    /// The item's text is to be edited, or gone on with.
    EditOpened,
    /// This stands in the editor now.
    EditTyped(String),
    /// The deck shall have it so.
    EditSaved,
    /// The item shall stay as it was. What was changed is thrown away at the second time of asking only.
    EditCancelled,
}

/// What is being written.
#[derive(Debug, Default)]
pub(super) struct Writing {
    /// The note whose field is open.
    pub(super) note: Option<Note>,
    /// The items whose editors are open, by the id of the whole item. They stay open while the learner is elsewhere.
    pub(super) drafts: BTreeMap<ItemId, Draft>,
    /// Counted up when the field or the editor is to have the focus.
    pub(super) asked: u32,
    /// How often a question was drawn anew because its item was changed.
    redrawn: u32,
    /// What the learner did while a note had to be stored first.
    then: Option<Event>,
    aside: Aside,
}

/// The time that went into writing while a question was shown: it is no part of the time that the answer took.
#[derive(Clone, Copy, Debug, Default)]
struct Aside {
    /// The showing it belongs to, by its moment.
    shown: Option<Moment>,
    /// Since when something is being written.
    since: Option<i64>,
    ms: i64,
}

impl Aside {
    fn begin(&mut self, shown: Option<Moment>, now: Stamp) {
        if self.shown != shown {
            *self = Self {
                shown,
                ..Self::default()
            };
        }
        self.since = self.since.or(Some(now.at.0));
    }

    fn end(&mut self, now: Stamp) {
        if let Some(since) = self.since.take() {
            self.ms += now.at.0.saturating_sub(since).max(0);
        }
    }
}

impl App {
    pub(super) fn in_place(&mut self, event: InPlace, now: Stamp) -> Vec<Effect> {
        let Some(item) = self.item_here() else {
            return Vec::new();
        };
        match event {
            InPlace::NoteOpened => self.note_opened(item, now),
            InPlace::NoteTyped(text) => {
                self.writes(now);
                self.note_typed(&item, text);
                Vec::new()
            }
            InPlace::NoteLeft => {
                self.writing.aside.end(now);
                self.keep_note(now)
            }
            InPlace::NoteClosed => self.close_note(now),
            InPlace::EditOpened => self.edit_opened(&item, now),
            InPlace::EditTyped(text) => {
                self.writes(now);
                self.edit_typed(&item, text);
                Vec::new()
            }
            InPlace::EditSaved => self.edit_saved(&item, now),
            InPlace::EditCancelled => {
                self.edit_cancelled(&item, now);
                Vec::new()
            }
        }
    }

    /// The item that the screen is about.
    pub(super) fn item_here(&self) -> Option<ItemId> {
        match &self.route {
            Route::Study(_) => self.at_hand(),
            Route::Item(id) => Some(id.clone()),
            _ => None,
        }
    }

    /// Something of the item that the screen is about is being written from now on.
    fn writes(&mut self, now: Stamp) {
        self.writing.aside.begin(self.shown_at(), now);
    }

    /// How often a question was drawn anew because its item was changed.
    pub(super) fn redrawn(&self) -> u32 {
        self.writing.redrawn
    }

    /// When the question of the session was shown.
    fn shown_at(&self) -> Option<Moment> {
        match &self.session.as_ref()?.phase {
            Phase::Asking(asking) | Phase::Revealed(asking, _) => Some(asking.shown.at),
            _ => None,
        }
    }

    /// Milliseconds of the time since the question was shown that went into writing.
    pub(super) fn written_ms(&self, now: Stamp) -> i64 {
        let mut aside = self.writing.aside;
        aside.end(now);
        if aside.shown == self.shown_at() {
            aside.ms
        } else {
            0
        }
    }

    /// What must be done before the session leaves its item: an editor with changes holds it back, and a note is stored first; the
    /// event follows then.
    pub(super) fn written_first(&mut self, event: &Event, now: Stamp) -> Option<Vec<Effect>> {
        let leaves = matches!(
            event,
            Event::Graded(_) | Event::Accepted | Event::Suspended | Event::Buried | Event::Undid
        );
        let item = self.at_hand().filter(|_| leaves)?;
        if self.edit_holds(&item) {
            return Some(Vec::new());
        }
        let note = self.unkept_note();
        self.writing.aside.end(now);
        let note = note?;
        self.writing.then = Some(event.clone());
        Some(self.record(note, super::saving::Then::Stay, now))
    }

    /// Another screen comes.
    pub(super) fn leave_writing(&mut self, now: Stamp) -> Vec<Effect> {
        self.writing.aside.end(now);
        self.close_note(now)
    }

    /// A fact is stored: the item may be another now, and what waited for it is done.
    pub(super) fn after_writing(&mut self, fact: &Fact, now: Stamp) -> Vec<Effect> {
        let deck = match &fact.what {
            What::DeckSaved(deck, _) => Some(deck.clone()),
            What::ItemEdited(item, _) => TrackId::new(item.track()).ok(),
            _ => None,
        };
        if let Some(deck) = deck {
            self.edit_stored(&deck, fact.id, now);
            self.item_changed(now);
        }
        if self.pending.is_some() {
            return Vec::new();
        }
        if let Some(event) = self.writing.then.take() {
            return self.study(event, now);
        }
        // A note that could not be stored when its item was left is stored when something can be again.
        let is_left = |note: &Note| self.item_here().is_none_or(|here| here != note.item);
        if self.writing.note.as_ref().is_some_and(is_left) {
            return self.close_note(now);
        }
        Vec::new()
    }
}
