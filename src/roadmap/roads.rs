//! Everything the learner did on the roadmap, folded: the paths that are laid, and what was moved, ticked, rated, written on each.

use std::collections::{BTreeMap, BTreeSet};

use super::fact::{Evidence, Laying, Review, Ritual, RoadFact, Span};
use super::own::Entry;
use crate::review::History;
use crate::time::{Day, Stamp};

/// The roadmap as the log has it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roads {
    /// By the path's id.
    marks: BTreeMap<String, Marks>,
    /// Reviews that were held, in the order of their periods; of those of one period the last.
    reviews: Vec<(Stamp, Review)>,
    /// Periods whose review was not wanted.
    skipped: BTreeSet<(Ritual, Span)>,
    /// Facts of a newer version, which are kept and not understood.
    pub unread: usize,
}

/// What was done on one path.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// How it lies; none: it is not on the roadmap.
    pub laying: Option<Laying>,
    /// Entries that were moved, and where to.
    pub moved: BTreeMap<String, Span>,
    /// What was ticked.
    pub ticked: BTreeMap<String, Evidence>,
    /// What was rated: 0 to 3.
    pub rated: BTreeMap<String, u8>,
    /// The branch that was chosen.
    pub chosen: Option<String>,
    /// Entries of the learner's own.
    pub entered: BTreeMap<String, Entry>,
    /// Entries that are not wanted.
    pub dropped: BTreeSet<String>,
    /// Amounts that the learner knows better.
    pub priced: BTreeMap<String, u32>,
    /// Minutes outside of Cairn by exam and day.
    pub studied: Vec<(String, Day, u16)>,
}

impl Roads {
    /// Of a log.
    pub fn of(history: &History) -> Self {
        let mut roads = Self::default();
        for (at, _, text) in history.road() {
            match RoadFact::of(text) {
                Some(fact) => roads.take_in(*at, fact),
                None => roads.unread += 1,
            }
        }
        roads
    }

    fn on(&mut self, path: String) -> &mut Marks {
        self.marks.entry(path).or_default()
    }

    /// The facts come in order, so of each thing the last one holds.
    fn take_in(&mut self, at: Stamp, fact: RoadFact) {
        match fact {
            RoadFact::Laid(path, laying) => self.on(path).laying = Some(laying),
            RoadFact::Lifted(path) => self.on(path).laying = None,
            RoadFact::Moved(path, id, to) => put(&mut self.on(path).moved, id, to),
            RoadFact::Ticked(path, id, by) => put(&mut self.on(path).ticked, id, by),
            RoadFact::Rated(path, id, rating) => {
                self.on(path).rated.insert(id, rating.min(3));
            }
            RoadFact::Chosen(path, branch) => self.on(path).chosen = branch,
            RoadFact::Entered(path, entry) => {
                self.on(path).entered.insert(entry.id.clone(), entry);
            }
            RoadFact::Dropped(path, id, true) => {
                self.on(path).dropped.insert(id);
            }
            RoadFact::Dropped(path, id, false) => {
                self.on(path).dropped.remove(&id);
            }
            RoadFact::Priced(path, id, amount) => put(&mut self.on(path).priced, id, amount),
            RoadFact::Studied(path, id, day, minutes) => {
                self.on(path).studied.push((id, day, minutes));
            }
            RoadFact::Reviewed(review) => {
                let is_same = |(_, old): &(Stamp, Review)| {
                    old.ritual == review.ritual && old.period == review.period
                };
                self.reviews.retain(|old| !is_same(old));
                let key = |of: &Review| (of.period.to, of.ritual);
                let place = self
                    .reviews
                    .partition_point(|(_, old)| key(old) <= key(&review));
                self.reviews.insert(place, (at, review));
            }
            RoadFact::Skipped(ritual, period) => {
                self.skipped.insert((ritual, period));
            }
        }
    }

    /// The paths that are laid, with what was done on them, in the order of their beginning.
    pub fn laid(&self) -> Vec<(&str, &Laying, &Marks)> {
        let laid = self.marks.iter();
        let laid =
            laid.filter_map(|(path, marks)| Some((path.as_str(), marks.laying.as_ref()?, marks)));
        let mut laid: Vec<_> = laid.collect();
        laid.sort_by_key(|(path, laying, _)| (laying.start, *path));
        laid
    }

    /// What was done on a path, laid or not.
    pub fn marks(&self, path: &str) -> Option<&Marks> {
        self.marks.get(path)
    }

    /// Reviews that were held, in the order of their periods.
    pub fn reviews(&self) -> impl DoubleEndedIterator<Item = (Stamp, &Review)> {
        self.reviews.iter().map(|(at, review)| (*at, review))
    }

    /// The review of a period, if it was held, and when it was last written to.
    pub fn review(&self, ritual: Ritual, period: Span) -> Option<(Stamp, &Review)> {
        let mut reviews = self.reviews();
        reviews.find(|(_, review)| review.ritual == ritual && review.period == period)
    }

    /// Whether the review of a period was not wanted.
    pub fn is_skipped(&self, ritual: Ritual, period: Span) -> bool {
        self.skipped.contains(&(ritual, period))
    }
}

fn put<V>(map: &mut BTreeMap<String, V>, id: String, value: Option<V>) {
    match value {
        Some(value) => map.insert(id, value),
        None => map.remove(&id),
    };
}
