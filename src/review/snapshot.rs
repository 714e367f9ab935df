//! A history as plain data, to be kept as a cache: what follows from the log up to a moment, without the log. It may be deleted at
//! any time, and one that another version or other memory parameters made is not used.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::history::History;
use super::record::{Folded, Past, Record};
use super::spread::Loads;
use super::{DayTally, DeckWrite, FactId, IdSet, Register, RoadText, Sat, Settings, Taken};
use crate::deck::id::{ItemId, TrackId};
use crate::memory::{Parameters, Scheduler};
use crate::time::{Day, Moment, Stamp};

/// Changes whenever the same facts give another history.
pub const SNAPSHOT_VERSION: u16 = 5;

/// Everything that a [`History`] holds.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Snapshot {
    version: u16,
    parameters: Parameters,
    records: Vec<Kept>,
    ids: IdSet,
    undone: IdSet,
    settings: Settings,
    decks: Vec<(TrackId, Register<DeckWrite>)>,
    exams: Vec<(TrackId, Register<Option<Day>>)>,
    days_off: Vec<(Day, Register<bool>)>,
    trained: Register<Option<Parameters>>,
    sittings: Vec<(FactId, Sat)>,
    taken: Vec<(TrackId, Register<Taken>)>,
    road: Register<RoadText>,
    newest: Option<Stamp>,
    rollover: u8,
    answers: u32,
    days: Vec<(Day, Vec<(String, DayTally)>)>,
    horizon: Moment,
    /// What settled answers put on each day.
    loads: Vec<(Day, u32)>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Kept {
    item: ItemId,
    settled: Folded,
    recent: Vec<Past>,
    /// Most items have none of these.
    marks: Option<Marks>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Marks {
    suspended: Register<bool>,
    buried_until: Register<Day>,
    flagged: Register<bool>,
    note: Register<String>,
    wanted: Register<()>,
}

impl Snapshot {
    /// The history as it stands.
    pub fn of(history: &History) -> Self {
        let kept = |(item, record): (&ItemId, &Record)| Kept {
            item: item.clone(),
            settled: *record.settled(),
            recent: record.recent().to_vec(),
            marks: record.has_marks().then(|| Marks {
                suspended: record.suspended.clone(),
                buried_until: record.buried_until.clone(),
                flagged: record.flagged.clone(),
                note: record.note.clone(),
                wanted: record.wanted.clone(),
            }),
        };
        let days = history.days.iter().map(|(day, tracks)| {
            let tracks = tracks.iter().map(|(track, tally)| (track.clone(), *tally));
            (*day, tracks.collect())
        });
        Self {
            version: SNAPSHOT_VERSION,
            parameters: history.scheduler.parameters().clone(),
            records: history.records.iter().map(kept).collect(),
            ids: history.ids.clone(),
            undone: history.undone.clone(),
            settings: history.settings.clone(),
            decks: pairs(&history.decks),
            exams: pairs(&history.exams),
            days_off: pairs(&history.days_off),
            trained: history.trained.clone(),
            sittings: pairs(&history.sittings),
            taken: pairs(&history.taken),
            road: history.road.clone(),
            newest: history.newest,
            rollover: history.rollover,
            answers: u32::try_from(history.answers).unwrap_or(u32::MAX),
            days: days.collect(),
            horizon: history.horizon,
            loads: history.settled_loads.days(),
        }
    }

    /// The facts that it has taken in.
    pub fn ids(&self) -> &IdSet {
        &self.ids
    }

    /// The history again; `None` if another version made it, or nobody who counts.
    pub fn restore(self) -> Option<History> {
        if self.version != SNAPSHOT_VERSION {
            return None;
        }
        if !(self.ids.is_sound() && self.undone.is_sound()) {
            return None;
        }
        let scheduler = Scheduler::new(&self.parameters).ok()?;
        let mut history = History::new(scheduler);
        history.records.reserve(self.records.len());
        history.settled_loads = Loads::of(&self.loads);
        history.loads = history.settled_loads.clone();
        for kept in self.records {
            if !kept.recent.is_empty() {
                history.unsettled.insert(kept.item.clone());
            }
            let put_on = |past: &Past| past.put_on(past.at.day(self.rollover));
            let last = kept.settled.last.as_ref();
            let mut before = last.and_then(put_on);
            for past in &kept.recent {
                history.loads.follow(&mut before, put_on(past));
            }
            let latest = kept.recent.last().or(last);
            let latest = latest.map(|past| (past.at.at, past.id));
            history.latest = history.latest.max(latest);
            let mut record = Record::of(&kept.item);
            record.restore(&history.scheduler, kept.settled, kept.recent, self.rollover);
            if let Some(marks) = kept.marks {
                record.suspended = marks.suspended;
                record.buried_until = marks.buried_until;
                record.flagged = marks.flagged;
                record.note = marks.note;
                record.wanted = marks.wanted;
            }
            history.records.insert(kept.item, record);
        }
        history.ids = self.ids;
        history.undone = self.undone;
        history.settings = self.settings;
        for (id, deck) in self.decks {
            history.decks.insert(id, deck);
        }
        for (track, day) in self.exams {
            history.exams.insert(track, day);
        }
        for (day, off) in self.days_off {
            history.days_off.insert(day, off);
        }
        history.trained = self.trained;
        for (track, results) in self.taken {
            history.taken.insert(track, results);
        }
        history.road = self.road;
        for (id, sat) in self.sittings {
            history.sittings.insert(id, sat);
        }
        history.newest = self.newest;
        history.rollover = self.rollover;
        history.answers = self.answers as usize;
        for (day, tracks) in self.days {
            let of_day = history.days.entry(day).or_default();
            for (track, tally) in tracks {
                of_day.insert(track, tally);
            }
        }
        history.horizon = self.horizon;
        Some(history)
    }
}

fn pairs<K: Clone, V: Clone>(map: &BTreeMap<K, V>) -> Vec<(K, V)> {
    map.iter().map(|(k, v)| (k.clone(), v.clone())).collect()
}
