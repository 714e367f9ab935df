//! What happened in a period, as far as the log says it: time against plan, items learned and forgotten, accuracy, mocks, what slipped.
//! Nothing of it is stored: it is worked out each time it is read.

use std::collections::BTreeMap;

use super::fact::Span;
use super::lay::Laid;
use super::own::Kind;
use super::roads::Roads;
use crate::deck::id::TrackId;
use crate::deck::library::Library;
use crate::exam::Sitting;
use crate::exam::score::wilson;
use crate::review::{Done, FactId, FormKind, History};
use crate::time::Day;

/// Time spent in a period, day by day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Time {
    /// The days that count: from the first that was ever studied on, up to today.
    pub days: Vec<DayTime>,
    /// Minutes studied outside of Cairn.
    pub outside: u32,
}

/// One day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayTime {
    /// Which.
    pub day: Day,
    /// Minutes that were begun: somebody who answered was here.
    pub minutes: u32,
    /// Minutes that were planned, as the plan was then.
    pub planned: u32,
    /// Answers.
    pub answers: u32,
    /// Of those, right or remembered.
    pub right: u32,
}

impl Time {
    /// Of a period.
    pub fn of(history: &History, roads: &Roads, period: Span, today: Day) -> Self {
        let Some(begun) = history.begun() else {
            return Self::default();
        };
        let (first, last) = (period.from.max(begun), period.to.min(today));
        let count = usize::try_from(last.since(first) + 1).unwrap_or(0);
        let tallies = history.tallies(last, count).into_iter();
        let day = |(day, tally): (i32, crate::review::DayTally)| {
            let day = first.plus(day);
            DayTime {
                day,
                minutes: u32::try_from(tally.ms.div_ceil(60_000)).unwrap_or(u32::MAX),
                planned: (history.seconds_planned(day) / 60.0).round() as u32,
                answers: tally.answers,
                right: tally.answers - tally.again,
            }
        };
        let laid = roads.laid();
        let outside = laid.iter().flat_map(|(_, _, marks)| &marks.studied);
        let outside = outside.filter(|(_, day, _)| period.has(*day));
        Self {
            days: (0..).zip(tallies).map(day).collect(),
            outside: outside.map(|(.., minutes)| u32::from(*minutes)).sum(),
        }
    }

    /// Minutes studied in Cairn.
    pub fn studied(&self) -> u32 {
        self.days.iter().map(|day| day.minutes).sum()
    }

    /// Minutes planned.
    pub fn planned(&self) -> u32 {
        self.days.iter().map(|day| day.planned).sum()
    }

    /// Days on which something was answered, and days that count.
    pub fn studied_days(&self) -> (usize, usize) {
        let studied = self.days.iter().filter(|day| day.answers > 0);
        (studied.count(), self.days.len())
    }

    /// Answers, and of those right or remembered.
    pub fn answers(&self) -> (u32, u32) {
        let days = self.days.iter();
        days.fold((0, 0), |(answers, right), day| {
            (answers + day.answers, right + day.right)
        })
    }
}

/// What the answers of a period did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Learning {
    /// Items that were right or remembered for the first time.
    pub learned: usize,
    /// Items that were forgotten after they had been remembered.
    pub forgotten: usize,
    /// By domain, in the order of tracks and blueprints; then by own deck.
    pub accuracy: Vec<Accuracy>,
}

/// How many answers to a domain were right or remembered.
#[derive(Clone, Debug, PartialEq)]
pub struct Accuracy {
    /// The track or own deck.
    pub track: TrackId,
    /// The domain's number and name; none: the items of the deck that belong to none, or are gone.
    pub domain: Option<(String, String)>,
    /// Answers.
    pub answers: u32,
    /// Of those, right or remembered.
    pub right: u32,
    /// What share of all such answers that says to expect, 0 to 1: nine times in ten it lies from here to there
    /// ([`wilson`], as for mock exams).
    pub range: (f64, f64),
}

impl Learning {
    /// Of what was done.
    pub fn of(library: &Library, done: &Done) -> Self {
        let mut sums: BTreeMap<(usize, &str, usize), (u32, u32)> = BTreeMap::new();
        let tracks = library.tracks();
        let place = |id: &str| tracks.iter().position(|track| track.id.as_str() == id);
        for (item, deeds) in done {
            let track = place(item.track());
            let domain = library
                .ask(item)
                .and_then(|ask| ask.domain.as_deref())
                .zip(track)
                .and_then(|(id, track)| {
                    let mut domains = tracks[track].domains.iter();
                    domains.position(|domain| domain.id == id)
                });
            // What has no place comes last.
            let key = (
                track.unwrap_or(usize::MAX),
                item.track(),
                domain.unwrap_or(usize::MAX),
            );
            let sum = sums.entry(key).or_default();
            sum.0 += deeds.answers;
            sum.1 += deeds.right;
        }
        let row = |((track, id, domain), (answers, right)): ((usize, &str, usize), (u32, u32))| {
            let share = f64::from(right) / f64::from(answers.max(1));
            let of = tracks.get(track);
            let domain = of.and_then(|track| track.domains.get(domain));
            Some(Accuracy {
                track: TrackId::new(id).ok()?,
                domain: domain.map(|domain| (domain.id.clone(), domain.name.clone())),
                answers,
                right,
                range: wilson(share, f64::from(answers.max(1))),
            })
        };
        Self {
            learned: done.values().filter(|deeds| deeds.is_learned).count(),
            forgotten: done.values().filter(|deeds| deeds.lapses > 0).count(),
            accuracy: sums.into_iter().filter_map(row).collect(),
        }
    }
}

/// The mock exams that were begun in a period and finished, the first one first.
pub fn mocks(history: &History, period: Span) -> Vec<FactId> {
    let sat = Sitting::all(history).into_iter().rev();
    let sat = sat.filter(|sitting| {
        let day = history.day(sitting.begun);
        sitting.form.kind == FormKind::Mock && sitting.is_finished() && period.has(day)
    });
    sat.map(|sitting| sitting.id).collect()
}

/// Something on the roadmap that was meant to be done in a period, and was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// When it was meant to be done.
    pub was: Day,
    /// So many days late: on the day on which it was done, or today.
    pub days: i32,
    /// Whether it was done since.
    pub is_done: bool,
}

/// What slipped in a period, as the roadmap lies now. A phase or a stage is a time and cannot slip.
pub fn slips(entries: &[Laid], period: Span, today: Day) -> Vec<Slip> {
    let slipped = |entry: &&Laid| {
        let can = !matches!(entry.kind, Kind::Phase | Kind::Stage) && !entry.is_behind;
        let was = entry.span.to;
        can && period.has(was) && was < today && entry.done.is_none_or(|done| done > period.to)
    };
    let slip = |entry: &Laid| Slip {
        name: entry.name.clone(),
        kind: entry.kind,
        was: entry.span.to,
        days: entry.done.unwrap_or(today).since(entry.span.to),
        is_done: entry.done.is_some(),
    };
    entries.iter().filter(slipped).map(slip).collect()
}
