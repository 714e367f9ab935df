//! What items measure of a skill: how many of its tracks' items were met, and how many of them would be remembered today.

use std::collections::BTreeSet;

use super::super::content::Arrival;
use super::super::view::track::Known;
use super::super::{App, Effect, Route};
use super::RoadPage;
use crate::deck::id::TrackId;
use crate::deck::library::Ask;
use crate::roadmap::weak::recall;
use crate::time::Day;

impl App {
    /// The items that measure what the page of skills shows, on that page.
    pub(in crate::app) fn fetch_measured(&mut self) -> Vec<Effect> {
        if self.route != Route::Road(RoadPage::Skills) {
            return Vec::new();
        }
        let paths = self.laid_paths();
        let dimensions = paths.iter().flat_map(|(path, ..)| &path.scorecard);
        let tracks = dimensions.flat_map(|dimension| &dimension.tracks);
        let wanted: BTreeSet<TrackId> = tracks.filter_map(|id| TrackId::new(id).ok()).collect();
        wanted.iter().filter_map(|id| self.fetch(id)).collect()
    }

    /// Items that are here, and packs of items on their way.
    pub(in crate::app) fn items_here(&self) -> (usize, usize) {
        let packs = self.content.packs.values();
        let coming = packs.filter(|pack| pack.arrival == Arrival::Fetching);
        (self.library.asks().len(), coming.count())
    }

    /// How far the items of these tracks are known, an item that serves several of them counted once. `None` while some are on their
    /// way.
    pub(in crate::app) fn measured(&self, tracks: &[String], today: Day) -> Option<Known> {
        let is_coming = |id: &String| {
            let pack = TrackId::new(id).ok();
            let pack = pack.and_then(|id| self.content.packs.get(&id));
            pack.is_some_and(|pack| pack.arrival == Arrival::Fetching)
        };
        if self.content.index == Arrival::Fetching || tracks.iter().any(is_coming) {
            return None;
        }
        let serves = |ask: &&Ask| {
            ask.tasks
                .iter()
                .any(|task| tracks.iter().any(|id| task.track.as_str() == id))
        };
        let asks = self.library.asks().iter().filter(serves);
        let recalls: Vec<Option<f64>> = asks
            .map(|ask| recall(&self.history, &ask.id, today))
            .collect();
        Some(Known::of(&recalls))
    }
}
