//! The note of the item at hand: open, typed, kept.

use super::super::saving::Then;
use super::super::{App, Effect};
use crate::deck::id::ItemId;
use crate::review::{Record, What};
use crate::time::Stamp;

/// A note whose field is open.
#[derive(Clone, Debug)]
pub(in super::super) struct Note {
    pub(in super::super) item: ItemId,
    /// As it stands in the field.
    pub(in super::super) text: String,
}

impl App {
    /// The fact that keeps this note; none where it is kept so already.
    pub(in super::super) fn noted(&self, item: &ItemId, text: &str) -> Option<What> {
        let text = text.trim();
        let kept = self.history.of(item).and_then(Record::note);
        (kept.unwrap_or_default() != text).then(|| What::Noted(item.clone(), text.to_owned()))
    }

    pub(super) fn note_opened(&mut self, item: ItemId, now: Stamp) -> Vec<Effect> {
        // One thing is written at a time, so that a key has one meaning.
        if self.edit_holds(&item) {
            return Vec::new();
        }
        self.writing.asked += 1;
        self.writes(now);
        let is_open = |note: &Note| note.item == item;
        if self.writing.note.as_ref().is_some_and(is_open) {
            return Vec::new();
        }
        let effects = self.close_note(now);
        if self.writing.note.is_none() {
            let kept = self.history.of(&item).and_then(Record::note);
            let text = kept.unwrap_or_default().to_owned();
            self.writes(now);
            self.writing.note = Some(Note { item, text });
        }
        effects
    }

    pub(super) fn note_typed(&mut self, item: &ItemId, text: String) {
        if let Some(note) = self.writing.note.as_mut().filter(|n| n.item == *item) {
            note.text = text;
        }
    }

    /// The fact that keeps the note in the field, if it is not kept so already.
    pub(super) fn unkept_note(&self) -> Option<What> {
        let note = self.writing.note.as_ref()?;
        self.noted(&note.item, &note.text)
    }

    pub(super) fn keep_note(&mut self, now: Stamp) -> Vec<Effect> {
        match self.unkept_note() {
            Some(what) => self.record(what, Then::Stay, now),
            None => Vec::new(),
        }
    }

    /// Keeps the note and closes its field; while something else cannot be stored, the field stays open and keeps it.
    pub(super) fn close_note(&mut self, now: Stamp) -> Vec<Effect> {
        let what = self.unkept_note();
        if what.is_some() && self.pending.is_some() {
            return Vec::new();
        }
        self.writing.note = None;
        self.writing.aside.end(now);
        what.map_or_else(Vec::new, |what| self.record(what, Then::Stay, now))
    }
}
