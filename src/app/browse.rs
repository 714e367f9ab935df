//! The library screen: what is looked for, what was found, and what is done with many items at once.

use std::collections::BTreeSet;

use super::content::Arrival;
use super::{App, Effect, Errand, Only, Query, Route};
use crate::deck::given::Given;
use crate::deck::id::{ItemId, TrackId};
use crate::deck::library::Ask;
use crate::deck::search::Index;
use crate::memory::Grade;
use crate::review::{Answer, Fact, FactId, Record, What};
use crate::study::{due_day, is_leech};
use crate::time::{Day, Stamp};

/// Rows that are shown at first: more than any window holds, and few enough to be drawn anew with every letter (tunable).
pub(super) const ROWS: usize = 30;

/// So many more each time they are asked for.
pub(super) const MORE_ROWS: usize = 100;

/// So many items are picked at once at the most: each is a fact of its own, and a page must not be held up for long.
pub(super) const PICKED_MAX: usize = 1_000;

/// What the learner does in the library.
#[derive(Clone, Debug, PartialEq)]
pub enum Browsing {
    /// Something else is looked for.
    Searched(Query),
    /// More rows are wanted.
    MoreWanted,
    /// An item was picked for what is done with many, or put back.
    Picked(ItemId, bool),
    /// Everything that was found was picked, a thousand at the most, or nothing.
    AllPicked(bool),
    /// This was done with what is picked; or with one item, whether it is picked or not.
    Did(Deed, Option<ItemId>),
    /// What was done last shall be as it was.
    TakenBack,
    /// A note was written to an item.
    Noted(ItemId, String),
    /// The answers to an item were read from the log.
    HistoryRead(ItemId, Vec<PastAnswer>),
    /// The answers to drills were read from the log, each with its item.
    DrillsRead(Vec<(ItemId, PastAnswer)>),
}

/// What is done with items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Mark to come back to.
    Flag,
    /// Take the mark away.
    Unflag,
    /// Not to be asked again.
    Suspend,
    /// To be asked again.
    Resume,
    /// Not to be asked today.
    Bury,
    /// To be asked soon.
    Want,
}

/// The state of the library screen.
#[derive(Debug, Default)]
pub(super) struct Browse {
    index: Index,
    /// How many items there were, and tracks with items, when the index was made.
    basis: (usize, usize),
    query: Query,
    /// Places of what was found.
    pub(super) found: Vec<u32>,
    pub(super) shown: usize,
    pub(super) picked: BTreeSet<ItemId>,
    /// What takes the last deed back, and how many items it was about.
    undo: Vec<What>,
    /// The item whose answers were read, and these.
    pub(super) past: Option<(ItemId, Vec<PastAnswer>)>,
}

impl Browse {
    /// Decks were put in place of others: the words of their items may be others, and so may the places of all items.
    pub(super) fn forget_index(&mut self) {
        self.basis = (0, 0);
    }

    /// How many items the last deed was about, if it can be taken back.
    pub(super) fn undoable(&self) -> usize {
        self.undo.len()
    }
}

impl App {
    /// The library or one of its items was opened: every deck is wanted, and of an item what the log says of it.
    pub(super) fn library_opened(&mut self, now: Stamp) -> Vec<Effect> {
        let mut effects = Vec::new();
        match self.route.clone() {
            Route::Library(query) => {
                let ids: Vec<_> = self.content.packs.keys().cloned().collect();
                effects.extend(ids.iter().filter_map(|id| self.fetch(id)));
                // The same again, after an item of it was looked at: as many rows as before.
                if self.browse.query != query || self.browse.shown == 0 {
                    self.browse.query = query;
                    self.browse.shown = ROWS;
                }
                self.look(now);
            }
            Route::Item(item) => {
                let track = TrackId::new(item.track()).ok();
                effects.extend(track.and_then(|track| self.fetch(&track)));
                self.browse.past = None;
                effects.push(Errand::ReadItem(item).into());
            }
            _ => {}
        }
        effects
    }

    /// Something that the library shows may have changed.
    pub(super) fn library_changed(&mut self, now: Stamp) {
        if matches!(self.route, Route::Library(_)) {
            self.look(now);
        }
    }

    pub(super) fn browsing(&mut self, event: Browsing, now: Stamp) -> Vec<Effect> {
        match event {
            Browsing::Searched(query) => {
                self.route = Route::Library(query.clone());
                self.browse.query = query;
                self.browse.shown = ROWS;
                self.browse.picked.clear();
                self.look(now);
                return vec![Errand::Show(self.route.clone()).into()];
            }
            Browsing::MoreWanted => self.browse.shown += MORE_ROWS,
            Browsing::Picked(item, true) => {
                self.browse.picked.insert(item);
            }
            Browsing::Picked(item, false) => {
                self.browse.picked.remove(&item);
            }
            Browsing::AllPicked(false) => self.browse.picked.clear(),
            Browsing::AllPicked(true) => {
                let asks = self.library.asks();
                let found = self.browse.found.iter().take(PICKED_MAX);
                let ids = found.filter_map(|place| asks.get(*place as usize));
                self.browse.picked = ids.map(|ask| ask.id.clone()).collect();
            }
            Browsing::Did(deed, item) => return self.did(deed, item, now),
            Browsing::TakenBack => {
                let undo = std::mem::take(&mut self.browse.undo);
                return self.record_all(undo, now);
            }
            Browsing::Noted(item, text) => {
                let noted = self.noted(&item, &text);
                return self.record_all(noted.into_iter().collect(), now);
            }
            Browsing::DrillsRead(past) => self.drills_read(past),
            Browsing::HistoryRead(item, past) => {
                if self.route == Route::Item(item.clone()) {
                    self.browse.past = Some((item, past));
                }
            }
        }
        Vec::new()
    }

    /// Looks again, in the index of the items as they are.
    fn look(&mut self, now: Stamp) {
        let here = |pack: &&super::content::Pack| pack.arrival == Arrival::Here;
        let packs = self.content.packs.values().filter(here).count();
        let basis = (self.library.asks().len(), packs);
        if self.browse.basis != basis {
            self.browse.index = Index::of(&self.library);
            self.browse.basis = basis;
        }
        let mut found = self.browse.index.find(&self.browse.query.words);
        let query = &self.browse.query;
        let today = self.history.day(now);
        let asks = self.library.asks();
        // A first letter finds nearly everything: nobody is asked what nobody wants to know.
        if query.track.is_some() || query.only != Only::Any {
            found.retain(|place| {
                let ask = &asks[*place as usize];
                is_within(ask, query) && self.is_so(ask, query.only, today)
            });
        }
        self.browse.found = found;
    }

    /// Whether an item stands as is wanted.
    fn is_so(&self, ask: &Ask, only: Only, today: Day) -> bool {
        let record = self.history.of(&ask.id);
        let last = record.and_then(Record::last);
        let is = |wanted: fn(&Record) -> bool| record.is_some_and(wanted);
        match only {
            Only::Any => true,
            Only::New => last.is_none() && !is(Record::is_suspended),
            Only::Due => {
                let due = record.and_then(|record| due_day(&self.history, &ask.id, record));
                due.is_some_and(|day| day <= today) && !is(Record::is_suspended)
            }
            Only::Missed => last.is_some_and(|last| last.grade == Grade::Again),
            Only::Flagged => is(Record::is_flagged),
            Only::Noted => record.is_some_and(|r| r.note().is_some()),
            Only::Leech => record.is_some_and(|r| is_leech(r, self.history.settings().leech())),
            Only::Suspended => is(Record::is_suspended),
        }
    }

    fn did(&mut self, deed: Deed, item: Option<ItemId>, now: Stamp) -> Vec<Effect> {
        let items = item.map_or_else(
            || self.browse.picked.iter().cloned().collect(),
            |item| vec![item],
        );
        let today = self.history.day(now);
        let (mut facts, mut undo) = (Vec::new(), Vec::new());
        for item in items {
            if let Some((fact, back)) = self.deed(deed, item, today) {
                facts.push(fact);
                undo.extend(back);
            }
        }
        self.browse.undo = undo;
        self.record_all(facts, now)
    }

    /// The fact that does it and the one that takes it back; none where it is so already.
    fn deed(&self, deed: Deed, item: ItemId, today: Day) -> Option<(What, Option<What>)> {
        let record = self.history.of(&item);
        let is = |wanted: fn(&Record) -> bool| record.is_some_and(wanted);
        let again = item.clone();
        let pair = match deed {
            Deed::Flag if !is(Record::is_flagged) => {
                (What::Flagged(item, true), What::Flagged(again, false))
            }
            Deed::Unflag if is(Record::is_flagged) => {
                (What::Flagged(item, false), What::Flagged(again, true))
            }
            Deed::Suspend if !is(Record::is_suspended) => {
                (What::Suspended(item), What::Resumed(again))
            }
            Deed::Resume if is(Record::is_suspended) => {
                (What::Resumed(item), What::Suspended(again))
            }
            Deed::Bury if !record.is_some_and(|r| r.is_buried(today)) => {
                return Some((What::Buried(item, today), None));
            }
            Deed::Want if !is(Record::is_wanted) => return Some((What::Wanted(item), None)),
            _ => return None,
        };
        Some((pair.0, Some(pair.1)))
    }
}

/// Whether an item belongs to the track and task that are wanted.
fn is_within(ask: &Ask, query: &Query) -> bool {
    let Some(track) = &query.track else {
        return true;
    };
    let Some(wanted) = &query.task else {
        return ask.deck == *track || ask.tasks.iter().any(|task| task.track == *track);
    };
    let mut tasks = ask.tasks.iter().filter(|task| task.track == *track);
    tasks.any(|task| {
        let rest = task.task.strip_prefix(wanted.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}

/// An answer in an item's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PastAnswer {
    /// Its fact.
    pub id: FactId,
    /// When.
    pub at: Stamp,
    /// The grade.
    pub grade: Grade,
    /// Milliseconds it took.
    pub ms: u32,
}

/// Answers to one item among facts of the log, in order; those that were taken back are left out.
pub fn answers_to(item: &ItemId, facts: impl IntoIterator<Item = Fact>) -> Vec<PastAnswer> {
    let past = answers(facts, |answer| answer.item == *item);
    past.into_iter().map(|(_, past)| past).collect()
}

/// Answers to drills among facts of the log, in order, each with its item.
pub fn drilled(facts: impl IntoIterator<Item = Fact>) -> Vec<(ItemId, PastAnswer)> {
    answers(facts, |answer| {
        matches!(answer.given, Some(Given::Drawn(..)))
    })
}

fn answers(
    facts: impl IntoIterator<Item = Fact>,
    is_wanted: impl Fn(&Answer) -> bool,
) -> Vec<(ItemId, PastAnswer)> {
    let mut past: Vec<(ItemId, PastAnswer)> = Vec::new();
    let mut undone: BTreeSet<FactId> = BTreeSet::new();
    for fact in facts {
        match fact.what {
            What::Answered(answer) if is_wanted(&answer) => {
                let of = PastAnswer {
                    id: fact.id,
                    at: fact.at,
                    grade: answer.grade,
                    ms: answer.ms,
                };
                past.push((answer.item, of));
            }
            What::Undone(id) => {
                undone.insert(id);
            }
            _ => {}
        }
    }
    past.retain(|(_, past)| !undone.contains(&past.id));
    past.sort_by_key(|(_, past)| (past.at.at, past.id));
    past.dedup_by_key(|(_, past)| past.id);
    past
}
