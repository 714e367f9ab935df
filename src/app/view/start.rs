//! The start page: what is due, and the tracks there are.

use std::collections::BTreeMap;

use super::super::content::Arrival;
use super::super::{App, Storage};
use crate::deck::id::TrackId;
use crate::deck::track::{Status, TrackKind};
use crate::study::{Queue, due_day};
use crate::time::{Day, Stamp};

/// A clock may be behind the log by so many days: another device's may be wrong by some hours.
const CLOCK_DAYS: f64 = 1.0;

/// The start page.
#[derive(Clone, Debug, PartialEq)]
pub struct StartView {
    /// Today, in words.
    pub today: String,
    /// Where Enter leads.
    pub first: Option<TrackId>,
    /// Its name.
    pub first_name: String,
    /// Items waiting in everything that was begun.
    pub waiting: usize,
    /// Answers given today.
    pub answered_today: u32,
    /// Minutes spent answering today.
    pub minutes_today: u64,
    /// Minutes that the learner has today; 0 on a day off.
    pub minutes_planned: u16,
    /// Nothing was begun yet, and the tracks are here: the page asks what to study for.
    pub is_first_run: bool,
    /// Why the day of the exam was not taken.
    pub refused: Option<&'static str>,
    /// Begun or own, most waiting first.
    pub begun: Vec<TrackRow>,
    /// Not begun, with items.
    pub open: Vec<TrackRow>,
    /// Without items as yet.
    pub empty: Vec<TrackRow>,
    /// The list of tracks didn't come; why.
    pub failed: Option<String>,
    /// The list of tracks is on its way, or what says how much waits.
    pub loading: bool,
    /// What is wrong with the storage.
    pub storage: Storage,
    /// How full the store is in percent, from the moment that it matters.
    pub nearly_full: Option<u8>,
    /// The clock shows a day that the log has long left behind; in words.
    pub clock: Option<String>,
    /// A gentle word about backups, when it is time for one.
    pub reminder: Option<String>,
}

/// One track or own deck.
#[derive(Clone, Debug, PartialEq)]
pub struct TrackRow {
    /// Its id.
    pub id: TrackId,
    /// Its name.
    pub name: String,
    /// Exam code and vendor, or what else says where it comes from.
    pub origin: String,
    /// Items that can be studied.
    pub items: usize,
    /// Items that were answered at least once.
    pub seen: usize,
    /// Items waiting today, new ones included.
    pub waiting: usize,
    /// Of those, new.
    pub new: usize,
    /// Whether its items are here.
    pub state: RowState,
    /// Something to know before booking: the exam ends, say.
    pub notice: Option<String>,
    /// Facts of the exam in one line.
    pub facts: String,
}

/// What the start page rests on.
#[cfg(feature = "whole")]
#[derive(Clone, Debug, PartialEq)]
pub struct StartBasis {
    facts: usize,
    items: usize,
    day: Day,
    index: Arrival,
    packs: Vec<(Arrival, bool)>,
    storage: Storage,
    nearly_full: Option<u8>,
    words: [Option<String>; 2],
    refused: Option<super::super::Refused>,
}

/// How far a track's items are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowState {
    /// Here, or fetched when the track is opened.
    Ready,
    /// On their way.
    Fetching,
    /// They didn't come; why.
    Failed(String),
}

impl App {
    /// The start page at `now`.
    pub fn start_view(&self, now: Stamp) -> StartView {
        let today = self.history.day(now);
        let mut rows: Vec<(TrackRow, bool)> = self.track_rows(now, today);
        rows.extend(self.own_rows(now));
        let (mut begun, mut open, mut empty) = (Vec::new(), Vec::new(), Vec::new());
        for (row, own) in rows {
            if row.items == 0 {
                empty.push(row);
            } else if own || row.seen > 0 {
                // Most waiting first, then by name.
                let at = begun.partition_point(|b: &TrackRow| {
                    (row.waiting, &b.name) <= (b.waiting, &row.name)
                });
                begun.insert(at, row);
            } else {
                open.push(row);
            }
        }
        let tally = self.history.tally(today, None);
        // What waits of a track whose items are still to come is not known yet. It is not done for today, and none is begun instead.
        let coming = begun.iter().find(|row| row.state == RowState::Fetching);
        let waiting = begun.iter().map(|row| row.waiting).sum();
        let first = begun
            .iter()
            .find(|row| row.waiting > 0)
            .or(coming)
            .or_else(|| open.first())
            .map(|row| (row.id.clone(), row.name.clone()));
        let is_coming = waiting == 0 && coming.is_some();
        let (first, first_name) = first.unzip();
        StartView {
            today: today.short(),
            first,
            first_name: first_name.unwrap_or_default(),
            waiting,
            answered_today: tally.answers,
            minutes_today: tally.ms.div_ceil(60_000),
            minutes_planned: (self.history.seconds_on(today) / 60.0) as u16,
            is_first_run: self.is_first_run() && self.content.index == Arrival::Here,
            refused: self.refused.map(super::super::Refused::words),
            begun,
            open,
            empty,
            failed: self.content.index.failed(),
            loading: self.content.index == Arrival::Fetching || is_coming,
            storage: self.storage.clone(),
            nearly_full: self.safety.nearly_full(),
            clock: self.clock_notice(now),
            #[cfg(feature = "whole")]
            reminder: self.backup_reminder(now),
            #[cfg(not(feature = "whole"))]
            reminder: None,
        }
    }

    /// What the start page rests on: it is counted anew when this changes, and not with every step of a plan.
    #[cfg(feature = "whole")]
    pub fn start_basis(&self, now: Stamp) -> StartBasis {
        let packs = self.content.packs.iter();
        StartBasis {
            facts: self.history.ids().len(),
            items: self.library.asks().len(),
            day: self.history.day(now),
            index: self.content.index.clone(),
            packs: packs
                .map(|(id, pack)| (pack.arrival.clone(), self.is_planning(id.as_str(), now)))
                .collect(),
            storage: self.storage.clone(),
            nearly_full: self.safety.nearly_full(),
            words: [self.clock_notice(now), self.backup_reminder(now)],
            refused: self.refused,
        }
    }

    /// A clock that was set back would put answers on days that are gone.
    fn clock_notice(&self, now: Stamp) -> Option<String> {
        let newest = self.history.newest()?;
        let ahead = newest.at.days_since(now.at);
        (ahead > CLOCK_DAYS).then(|| {
            let (today, newest) = (self.history.day(now), self.history.day(newest));
            format!(
                "This device's clock says {today}, but you were here on {newest}. Set the clock right before you study: until then \
                 answers and the plan count for the wrong day. Nothing is lost."
            )
        })
    }

    fn track_rows(&self, now: Stamp, today: Day) -> Vec<(TrackRow, bool)> {
        let elsewhere = self.elsewhere(today);
        let rows = self.library.tracks().iter().filter_map(|track| {
            let pack = self.content.packs.get(&track.id)?;
            let id = track.id.as_str();
            let here = pack.arrival == Arrival::Here;
            let (seen, waiting, new) = if here {
                let asks = self.library.of_deck(id);
                let seen = asks.filter(|a| self.answered(&a.id)).count();
                let agenda = self.agenda(id, now, 0);
                (seen, agenda.left(), agenda.new)
            } else {
                let (seen, due) = elsewhere.get(id).copied().unwrap_or_default();
                (seen, due, 0)
            };
            let (notice, facts) = (notice(track), facts(track));
            let row = TrackRow {
                id: track.id.clone(),
                name: track.short.clone(),
                origin: match track.kind {
                    TrackKind::Exam => format!("{} · {}", track.vendor, track.code),
                    TrackKind::Pack => "Skill pack".to_owned(),
                },
                items: if here {
                    self.library.of_deck(id).count()
                } else {
                    pack.items
                },
                seen,
                waiting,
                new,
                state: match &pack.arrival {
                    #[cfg(feature = "whole")]
                    Arrival::Here if self.is_planning(id, now) => RowState::Fetching,
                    Arrival::Fetching => RowState::Fetching,
                    Arrival::Failed(words) => RowState::Failed(words.clone()),
                    Arrival::Here | Arrival::Waiting => RowState::Ready,
                },
                notice,
                facts,
            };
            Some((row, false))
        });
        rows.collect()
    }

    /// Items that were answered, and those of them that are due, by tracks whose items are not here.
    fn elsewhere(&self, today: Day) -> BTreeMap<&str, (usize, usize)> {
        let packs = self.content.packs.iter();
        let mut counts: BTreeMap<&str, (usize, usize)> = packs
            .filter(|(_, pack)| pack.arrival != Arrival::Here)
            .map(|(id, _)| (id.as_str(), (0, 0)))
            .collect();
        if counts.is_empty() {
            return counts;
        }
        for (item, record) in self.history.records() {
            let Some((seen, due)) = counts.get_mut(item.track()) else {
                continue;
            };
            if record.last().is_some() {
                *seen += 1;
                let day = due_day(&self.history, item, record);
                *due += usize::from(!record.is_suspended() && day.is_some_and(|d| d <= today));
            }
        }
        counts
    }

    fn own_rows(&self, now: Stamp) -> Vec<(TrackRow, bool)> {
        let rows = self.own_decks.list().map(|(id, name, _, problems)| {
            let queue = Queue::of(&self.library, &self.history, id.as_str(), now, 0);
            let asks = || self.library.of_deck(id.as_str());
            let row = TrackRow {
                id: id.clone(),
                name: name.to_owned(),
                origin: "Your own deck".to_owned(),
                items: asks().count(),
                seen: asks().filter(|a| self.answered(&a.id)).count(),
                waiting: queue.left(),
                new: queue.new.len(),
                state: RowState::Ready,
                notice: (problems > 0)
                    .then(|| format!("{problems} problems in the file: see Decks")),
                facts: String::new(),
            };
            (row, true)
        });
        rows.collect()
    }

    fn answered(&self, item: &crate::deck::id::ItemId) -> bool {
        self.history.of(item).is_some_and(|r| r.last().is_some())
    }
}

pub(super) fn notice(track: &crate::deck::track::Track) -> Option<String> {
    match &track.status {
        Status::Retiring { on, .. } => Some(format!("Last exam day {on}")),
        Status::Current { .. } => None,
    }
}

pub(super) fn facts(track: &crate::deck::track::Track) -> String {
    let exam = &track.exam;
    if track.kind == TrackKind::Pack {
        return format!("{} domains, no exam", track.domains.len());
    }
    let unit = if exam.item_types.iter().any(|t| t == "performance") {
        "tasks"
    } else {
        "questions"
    };
    let count = if exam.items_min == exam.items_max {
        format!("{} {unit}", exam.items_max)
    } else {
        format!("{}–{} {unit}", exam.items_min, exam.items_max)
    };
    let fee = exam.fee_cents.map(dollars).unwrap_or_default();
    format!("{count} · {} min{fee}", exam.minutes)
}

/// ` · $70.50`, or ` · $150` where there are no cents.
fn dollars(cents: u32) -> String {
    match cents % 100 {
        0 => format!(" · ${}", cents / 100),
        rest => format!(" · ${}.{rest:02}", cents / 100),
    }
}
