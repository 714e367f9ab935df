//! What the roadmap holds: the list of paths, those that were fetched, and what the log says of them.

use std::collections::BTreeMap;

use super::super::content::Arrival;
use super::super::{App, Effect, Errand, Route};
use super::{Export, Refusal, RoadPage};
use crate::review::FactId;
use crate::roadmap::lay::empty;
use crate::roadmap::path::Summary;
use crate::roadmap::{Path, Roads};
use crate::time::Stamp;

/// The state of the roadmap.
#[derive(Debug)]
pub(in crate::app) struct RoadState {
    /// How far the list of paths has come.
    pub(in crate::app) list: Arrival,
    /// The paths that can be laid.
    pub(in crate::app) summaries: Vec<Summary>,
    /// Paths that were asked for.
    paths: BTreeMap<String, Fetched>,
    /// What the log says, and how many facts of the roadmap it had then.
    pub(in crate::app) roads: Roads,
    basis: Option<usize>,
    /// Why what was entered last could not be taken.
    pub(in crate::app) refused: Option<Refusal>,
    /// The file that is wanted once the paths are here.
    pub(in crate::app) wanted: Option<Export>,
    /// The facts of what was done last, and what it was in words.
    pub(in crate::app) undo: Option<(Vec<FactId>, String)>,
    /// Whether what was done leads to another page, where it can still be taken back.
    pub(in crate::app) leads: bool,
}

impl Default for RoadState {
    fn default() -> Self {
        Self {
            list: Arrival::Waiting,
            summaries: Vec::new(),
            paths: BTreeMap::new(),
            roads: Roads::default(),
            basis: None,
            refused: None,
            wanted: None,
            undo: None,
            leads: false,
        }
    }
}

/// A path that was asked for.
#[derive(Debug)]
enum Fetched {
    Coming,
    Here(Box<Path>),
    Failed(String),
}

impl App {
    /// The log may have changed: what it says of the roadmap is read again. Facts are few, and are only ever added.
    pub(in crate::app) fn roads_changed(&mut self) {
        let basis = self.history.road().len();
        if self.road.basis != Some(basis) {
            self.road.roads = Roads::of(&self.history);
            self.road.basis = Some(basis);
        }
    }

    /// A page of the roadmap was opened: the list of paths is wanted, and those that it shows.
    pub(in crate::app) fn road_opened(&mut self) -> Vec<Effect> {
        let Route::Road(page) = &self.route else {
            return Vec::new();
        };
        let shown = match page {
            RoadPage::Path(id) | RoadPage::Entry(id, _) => Some(id.clone()),
            _ => None,
        };
        self.road.refused = None;
        if !std::mem::take(&mut self.road.leads) {
            self.road.undo = None;
        }
        self.roads_changed();
        let mut effects = self.fetch_paths();
        effects.extend(shown.and_then(|id| self.fetch_path(&id)));
        effects.extend(self.fetch_measured());
        effects
    }

    /// What lies on the roadmap is wanted elsewhere: nothing is asked for where nothing does.
    pub(in crate::app) fn roads_wanted(&mut self) -> Vec<Effect> {
        if self.road.roads.laid().is_empty() {
            return Vec::new();
        }
        self.fetch_paths()
    }

    /// Asks for the list of paths, or for those that lie on the roadmap.
    fn fetch_paths(&mut self) -> Vec<Effect> {
        match self.road.list {
            Arrival::Waiting | Arrival::Failed(_) => {
                self.road.list = Arrival::Fetching;
                vec![Errand::FetchPaths.into()]
            }
            Arrival::Fetching => Vec::new(),
            Arrival::Here => {
                let laid = self.road.roads.laid();
                let ids: Vec<String> = laid.iter().map(|(id, ..)| (*id).to_owned()).collect();
                ids.iter().filter_map(|id| self.fetch_path(id)).collect()
            }
        }
    }

    /// Asks for a path, unless it is here, on its way, or the learner's own.
    fn fetch_path(&mut self, id: &str) -> Option<Effect> {
        let is_wanted = !matches!(
            self.road.paths.get(id),
            Some(Fetched::Here(_) | Fetched::Coming)
        );
        let of = |summary: &&Summary| summary.id == id;
        let summary = self.road.summaries.iter().find(of).filter(|_| is_wanted)?;
        let file = summary.file.clone();
        self.road.paths.insert(id.to_owned(), Fetched::Coming);
        Some(Errand::FetchPath(id.to_owned(), file).into())
    }

    pub(super) fn paths_fetched(&mut self, result: Result<Vec<u8>, String>) -> Vec<Effect> {
        let read = result.and_then(|bytes| {
            serde_json::from_slice::<Vec<Summary>>(&bytes)
                .map_err(|_| "the list of paths cannot be read; reload the page".to_owned())
        });
        match read {
            Ok(summaries) => {
                self.road.summaries = summaries;
                self.road.list = Arrival::Here;
                let mut effects = self.fetch_paths();
                if let Route::Road(RoadPage::Path(id)) = self.route.clone() {
                    effects.extend(self.fetch_path(&id));
                }
                effects
            }
            Err(words) => {
                self.road.list = Arrival::Failed(words);
                Vec::new()
            }
        }
    }

    /// A path or the list of them is here: what waited for it is done.
    pub(super) fn paths_arrived(&mut self, now: Stamp) -> Vec<Effect> {
        let mut effects = self.fetch_measured();
        effects.extend(self.export_wanted(now));
        effects
    }

    pub(super) fn path_fetched(&mut self, id: String, result: Result<Vec<u8>, String>) {
        let read = result.and_then(|bytes| {
            serde_json::from_slice::<Path>(&bytes)
                .map_err(|_| "the path cannot be read; reload the page".to_owned())
        });
        let fetched = match read {
            Ok(path) => Fetched::Here(Box::new(path)),
            Err(words) => Fetched::Failed(words),
        };
        self.road.paths.insert(id, fetched);
    }

    /// What failed to come is asked for again.
    pub(super) fn paths_retried(&mut self) -> Vec<Effect> {
        self.road
            .paths
            .retain(|_, path| !matches!(path, Fetched::Failed(_)));
        self.road_opened()
    }

    /// Why what was entered last on the roadmap could not be taken.
    pub fn road_refused(&self) -> Option<&Refusal> {
        self.road.refused.as_ref()
    }

    /// A path that is here, or the learner's own.
    pub(in crate::app) fn path(&self, id: &str) -> Option<std::borrow::Cow<'_, Path>> {
        match self.road.paths.get(id) {
            Some(Fetched::Here(path)) => Some(std::borrow::Cow::Borrowed(path)),
            Some(_) => None,
            None => {
                let marks = self.road.roads.marks(id)?;
                let name = &marks.laying.as_ref()?.name;
                // Only the learner's own paths have their name in the log.
                (!name.is_empty()).then(|| std::borrow::Cow::Owned(empty(id, name)))
            }
        }
    }

    /// Whether a path of the roadmap is on its way, or the list of paths.
    pub(in crate::app) fn is_road_coming(&self) -> bool {
        let coming = |path: &Fetched| matches!(path, Fetched::Coming);
        matches!(self.road.list, Arrival::Fetching | Arrival::Waiting)
            || self.road.paths.values().any(coming)
    }

    /// Why a path or the list of them did not come.
    pub(in crate::app) fn road_failed(&self) -> Option<String> {
        self.road.list.failed().or_else(|| {
            self.road.paths.values().find_map(|path| match path {
                Fetched::Failed(words) => Some(words.clone()),
                _ => None,
            })
        })
    }
}
