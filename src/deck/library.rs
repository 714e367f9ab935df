//! Everything that can be asked: tracks, and the items of all loaded decks, one [`Ask`] for each thing that is remembered.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Deck;
use super::cloze;
use super::id::{ItemId, TaskRef, TrackId};
use super::item::{Body, Item};
use super::track::Track;

/// One thing that is asked and remembered: an item, or one deletion of a cloze.
#[derive(Clone, Debug)]
pub struct Ask {
    /// Its name in the log.
    pub id: ItemId,
    /// The item.
    pub item: Arc<Item>,
    /// The deletion that is asked, for a cloze.
    pub group: Option<u8>,
    /// The track or own deck it belongs to.
    pub deck: TrackId,
    /// The domain of its task, or of its file.
    pub domain: Option<String>,
    /// Every task that an answer is evidence for.
    pub tasks: Vec<TaskRef>,
    /// What gives it away: asks with the same kin are not asked on one day. See [`Ask::kin`].
    kin: Arc<str>,
}

impl Ask {
    /// Equal for deletions of one cloze and for items that share an `idea`.
    pub fn kin(&self) -> &str {
        &self.kin
    }
}

/// Tracks and asks.
#[derive(Clone, Debug, Default)]
pub struct Library {
    tracks: Vec<Track>,
    asks: Vec<Ask>,
    by_id: FxHashMap<ItemId, usize>,
}

impl Library {
    /// A library that knows these tracks and has no items yet.
    pub fn new(tracks: Vec<Track>) -> Self {
        Self {
            tracks,
            ..Self::default()
        }
    }

    /// The tracks.
    pub fn tracks(&self) -> &[Track] {
        &self.tracks
    }

    /// A track by its id.
    pub fn track(&self, id: &str) -> Option<&Track> {
        self.tracks.iter().find(|t| t.id.as_str() == id)
    }

    /// Every ask, in the order of decks and files.
    pub fn asks(&self) -> &[Ask] {
        &self.asks
    }

    /// The asks of one track or own deck.
    pub fn of_deck<'a>(&'a self, deck: &'a str) -> impl Iterator<Item = &'a Ask> {
        self.asks
            .iter()
            .filter(move |ask| ask.deck.as_str() == deck)
    }

    /// An ask by its id.
    pub fn ask(&self, id: &ItemId) -> Option<&Ask> {
        self.by_id.get(id).map(|index| &self.asks[*index])
    }

    /// Puts the files of one track or own deck in place of what was there of it.
    pub fn replace(&mut self, id: &TrackId, files: &[Deck]) {
        let before = self.asks.len();
        self.asks.retain(|ask| ask.deck != *id);
        if self.asks.len() < before {
            self.by_id.clear();
        }
        for deck in files.iter().filter(|d| d.header.deck == *id) {
            for item in &deck.items {
                // The module of a first visit makes no drills; the whole one, which comes while the learner studies, asks them.
                if cfg!(not(feature = "whole")) && matches!(item.body, Body::Drill { .. }) {
                    continue;
                }
                let item = Arc::new(item.clone());
                self.add(deck, &item);
            }
        }
        // What was there before keeps its place unless something was taken away.
        for (index, ask) in self.asks.iter().enumerate().skip(self.by_id.len()) {
            self.by_id.insert(ask.id.clone(), index);
        }
    }

    fn add(&mut self, deck: &Deck, item: &Arc<Item>) {
        let id = &deck.header.deck;
        let own_task = item.task.as_ref().zip(deck.header.track.as_ref());
        let mut tasks: Vec<TaskRef> = own_task
            .map(|(task, track)| TaskRef {
                track: track.clone(),
                task: task.clone(),
            })
            .into_iter()
            .chain(item.also.iter().cloned())
            .collect();
        tasks.dedup();
        let domain = own_task
            .and_then(|(task, track)| self.track(track.as_str())?.task(task))
            .map(|(domain, _)| domain.id.clone())
            .or_else(|| deck.header.domain.clone());
        let kin: Arc<str> = match &item.idea {
            Some(idea) => format!("{id}/~{idea}").into(),
            None => format!("{id}/{}", item.slug).into(),
        };
        let groups = match &item.body {
            Body::Cloze { text } => cloze::groups(text).into_iter().map(Some).collect(),
            _ => vec![None],
        };
        for group in groups {
            self.asks.push(Ask {
                id: match group {
                    Some(group) => ItemId::of_cloze(id, &item.slug, group),
                    None => ItemId::of(id, &item.slug),
                },
                item: Arc::clone(item),
                group,
                deck: id.clone(),
                domain: domain.clone(),
                tasks: tasks.clone(),
                kin: Arc::clone(&kin),
            });
        }
    }
}
