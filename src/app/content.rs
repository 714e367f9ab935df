//! Tracks and packs as the build wrote them, and how far they have arrived.

use std::collections::{BTreeMap, BTreeSet};

use super::{App, Effect, Phase};
use crate::deck::id::TrackId;
use crate::deck::library::Library;
use crate::deck::pack;
use crate::deck::track::Track;
use crate::time::Stamp;

/// What has arrived.
#[derive(Debug, Default)]
pub struct Content {
    pub(super) index: Arrival,
    pub(super) packs: BTreeMap<TrackId, Pack>,
}

/// How far something has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Arrival {
    /// Asked for.
    #[default]
    Fetching,
    /// There.
    Here,
    /// Not asked for yet.
    Waiting,
    /// It didn't come; why.
    Failed(String),
}

impl Arrival {
    /// Why it didn't come, if it didn't.
    pub(super) fn failed(&self) -> Option<String> {
        match self {
            Self::Failed(words) => Some(words.clone()),
            _ => None,
        }
    }
}

/// One track's items.
#[derive(Clone, Debug)]
pub(super) struct Pack {
    /// The file, if the track has items.
    pub(super) file: Option<String>,
    pub(super) items: usize,
    pub(super) arrival: Arrival,
}

impl App {
    pub(super) fn index_fetched(
        &mut self,
        result: Result<Vec<u8>, String>,
        now: Stamp,
    ) -> Vec<Effect> {
        let read = result.and_then(|bytes| {
            let index = pack::Index::from_bytes(&bytes);
            index.map_err(|e| format!("the list of tracks cannot be read: {e}"))
        });
        let index = match read {
            Ok(index) => index,
            Err(words) => {
                self.content.index = Arrival::Failed(words);
                return Vec::new();
            }
        };
        self.content.index = Arrival::Here;
        let mut tracks = Vec::new();
        for entry in index.tracks {
            self.content.packs.insert(
                entry.track.id.clone(),
                Pack {
                    file: entry.pack,
                    items: entry.items as usize,
                    arrival: Arrival::Waiting,
                },
            );
            let at = tracks.partition_point(|t: &Track| t.place <= entry.track.place);
            tracks.insert(at, entry.track);
        }
        self.library = Library::new(tracks);
        self.own_decks_from_history();
        #[cfg(feature = "whole")]
        if let Some((file, bytes)) = self.own_decks.waiting.take() {
            self.deck_picked(&file, &bytes);
        }
        let mut effects = self.fetch_studied();
        if let super::Route::Study(deck) = self.route.clone() {
            effects.extend(self.open_session(&deck, now));
        }
        #[cfg(feature = "whole")]
        if let super::Route::Practice(item) = self.route.clone() {
            effects.extend(self.open_practice(&item, now));
        }
        #[cfg(feature = "whole")]
        effects.extend(self.drills_opened());
        #[cfg(feature = "whole")]
        effects.extend(self.exam_opened(now));
        #[cfg(feature = "whole")]
        effects.extend(self.library_opened(now));
        #[cfg(feature = "whole")]
        effects.extend(self.fetch_measured());
        effects
    }

    /// The packs of every track that is booked or that something was answered of: their counts stand on the start page.
    fn fetch_studied(&mut self) -> Vec<Effect> {
        let mut studied: BTreeSet<&str> = BTreeSet::new();
        for (item, _) in self.history.records() {
            studied.insert(item.track());
        }
        studied.extend(self.history.exams().map(|(track, _)| track.as_str()));
        let ids = self.content.packs.keys();
        let studied: Vec<TrackId> = ids
            .filter(|id| studied.contains(id.as_str()))
            .cloned()
            .collect();
        studied.iter().filter_map(|id| self.fetch(id)).collect()
    }

    /// Asks for a pack unless it is here or on its way.
    pub(super) fn fetch(&mut self, id: &TrackId) -> Option<Effect> {
        let pack = self.content.packs.get_mut(id)?;
        let file = pack.file.clone()?;
        let wanted = matches!(pack.arrival, Arrival::Waiting | Arrival::Failed(_));
        wanted.then(|| {
            pack.arrival = Arrival::Fetching;
            Effect::FetchPack(id.clone(), file)
        })
    }

    pub(super) fn pack_fetched(
        &mut self,
        id: &TrackId,
        result: Result<Vec<u8>, String>,
        now: Stamp,
    ) -> Vec<Effect> {
        let read = result.and_then(|bytes| {
            let pack = pack::Pack::from_bytes(&bytes);
            pack.map_err(|e| format!("the deck cannot be read: {e}"))
        });
        let arrival = match read {
            Ok(pack) => {
                self.library.replace(id, &pack.decks);
                Arrival::Here
            }
            Err(words) => Arrival::Failed(words),
        };
        if let Some(pack) = self.content.packs.get_mut(id) {
            pack.arrival = arrival.clone();
        }
        let waiting = self
            .session
            .as_ref()
            .is_some_and(|s| s.deck == *id && matches!(s.phase, Phase::Loading(_)));
        if waiting {
            self.session_pack_arrived(&arrival, now);
        }
        #[cfg(feature = "whole")]
        self.library_changed(now);
        #[cfg(feature = "whole")]
        return self.exams(super::Exams::Ticked, now);
        #[cfg(not(feature = "whole"))]
        Vec::new()
    }

    pub(super) fn fetch_retried(&mut self) -> Vec<Effect> {
        if matches!(self.content.index, Arrival::Failed(_)) {
            self.content.index = Arrival::Fetching;
            return vec![Effect::FetchIndex];
        }
        let failed: Vec<TrackId> = self
            .content
            .packs
            .iter()
            .filter(|(_, pack)| matches!(pack.arrival, Arrival::Failed(_)))
            .map(|(id, _)| id.clone())
            .collect();
        if let Some(session) = &mut self.session
            && matches!(session.phase, Phase::Loading(_))
        {
            session.phase = Phase::Loading(Arrival::Fetching);
        }
        failed.iter().filter_map(|id| self.fetch(id)).collect()
    }
}
