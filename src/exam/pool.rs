//! What a form may be drawn from: the questions of a track that its exam could ask.

use std::collections::BTreeMap;

use crate::deck::item::{Kind, Level};
use crate::deck::library::{Ask, Library};
use crate::deck::track::Track;
use crate::memory::Grade;
use crate::review::{History, Record};
use crate::time::Moment;

/// A question that may be drawn.
#[derive(Clone, Debug)]
pub struct Candidate<'a> {
    /// The question.
    pub ask: &'a Ask,
    /// The place of its domain in the track.
    pub domain: usize,
    /// Its task in the track.
    pub task: &'a str,
    /// As its author judged.
    pub level: Level,
    /// When it was last answered; none: never.
    pub last: Option<Moment>,
    /// It was missed last time, or the learner flagged it.
    pub is_marked: bool,
}

impl Candidate<'_> {
    /// Whether its question is made anew each time.
    pub fn is_drill(&self) -> bool {
        self.ask.item.body.kind() == Kind::Drill
    }
}

/// Everything that may be drawn.
#[derive(Clone, Debug)]
pub struct Pool<'a> {
    /// The questions, in the order of the decks.
    pub candidates: Vec<Candidate<'a>>,
}

impl<'a> Pool<'a> {
    /// The questions of a track of the kinds that its exam has. Nothing that is suspended.
    pub fn of(library: &'a Library, history: &History, track: &'a Track) -> Self {
        let kinds = kinds(track);
        let domains: BTreeMap<&str, (usize, &str)> = track
            .domains
            .iter()
            .enumerate()
            .flat_map(|(place, domain)| {
                domain
                    .tasks
                    .iter()
                    .map(move |task| (task.id.as_str(), (place, task.id.as_str())))
            })
            .collect();
        let candidate = |ask: &'a Ask| {
            if !kinds.contains(&ask.item.body.kind()) {
                return None;
            }
            let task = ask.tasks.iter().find(|task| task.track == track.id)?;
            let (domain, task) = *domains.get(task.task.as_str())?;
            let record = history.of(&ask.id);
            if record.is_some_and(Record::is_suspended) {
                return None;
            }
            let last = record.and_then(Record::last);
            Some(Candidate {
                ask,
                domain,
                task,
                level: ask.item.level.unwrap_or_default(),
                last: last.map(|last| last.at.at),
                is_marked: record.is_some_and(Record::is_flagged)
                    || last.is_some_and(|last| last.grade == Grade::Again),
            })
        };
        Self {
            candidates: library.asks().iter().filter_map(candidate).collect(),
        }
    }

    /// How many there are of each domain.
    pub fn by_domain(&self, domains: usize) -> Vec<usize> {
        let mut counts = vec![0; domains];
        for candidate in &self.candidates {
            counts[candidate.domain] += 1;
        }
        counts
    }

    /// How many were never answered.
    pub fn unseen(&self) -> usize {
        self.candidates
            .iter()
            .filter(|of| of.last.is_none())
            .count()
    }
}

/// The kinds of items that an exam has: tasks to be done where it is a performance exam, questions elsewhere.
pub fn kinds(track: &Track) -> Vec<Kind> {
    let has = |word: &str| track.exam.item_types.iter().any(|t| t == word);
    if has("performance") {
        return vec![Kind::Typed, Kind::Case];
    }
    // A drill is asked as a choice there.
    let mut kinds = vec![Kind::Choice, Kind::Drill];
    let others = [
        ("ordering", Kind::Order),
        ("matching", Kind::Match),
        ("fill_in", Kind::Typed),
        ("case", Kind::Case),
    ];
    kinds.extend(
        others
            .into_iter()
            .filter(|(word, _)| has(word))
            .map(|(_, kind)| kind),
    );
    kinds
}
