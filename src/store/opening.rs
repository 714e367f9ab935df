//! Reading a log at start, part by part, so that a long one does not hold up the page and its progress can be shown. A snapshot
//! spares reading what it covers.

use std::collections::VecDeque;

use super::damage::Damage;
use super::journal::Journal;
use super::marks::Marks;
use super::scan::{Part, Scan};
use super::slots::Slots;
use super::snapshot::Cover;
use crate::review::{History, IdSet, SETTLED_AFTER_MS, Snapshot};
use crate::time::Moment;

/// A log that is being read.
#[derive(Debug)]
pub struct Opening {
    history: History,
    waiting: VecDeque<Part>,
    /// Every part, in case it must all be read again.
    parts: Vec<Part>,
    damage: Vec<Damage>,
    read: usize,
    total: usize,
    again: bool,
    /// What a snapshot knew that could not be used, since texts are gone, and what was noted apart from the log.
    remembered: IdSet,
}

/// A log that has been read.
#[derive(Debug)]
pub struct Opened {
    /// What follows from it.
    pub history: History,
    /// What isn't as it should be.
    pub damage: Vec<Damage>,
    /// The texts that it came from.
    pub cover: Cover,
    /// How many texts were read, that is, not covered by a snapshot.
    pub read: usize,
}

impl Opening {
    /// Begins with what was found, and a snapshot if there is one that fits. `fresh` is a history in which nothing has happened.
    /// `None` if texts were taken for whole that this snapshot does not spare: then look through the log again without.
    pub fn new<S: Slots>(
        scan: Scan,
        snapshot: Option<(Cover, Snapshot)>,
        fresh: History,
        journal: &mut Journal<S>,
    ) -> Option<Self> {
        let parts: Vec<Part> = scan.parts.into();
        let mut remembered = IdSet::default();
        let fitting = snapshot.filter(|(cover, snapshot)| {
            let there = cover.is_there(parts.iter());
            if !there {
                remembered = snapshot.ids().clone();
            }
            there
        });
        let restored = fitting.and_then(|(cover, snapshot)| {
            let history = snapshot.restore()?;
            Some((cover, history))
        });
        let (cover, history) = restored.unwrap_or_else(|| (Cover::default(), fresh));
        let waiting: VecDeque<Part> = parts.iter().filter(|p| !cover.has(p)).cloned().collect();
        if waiting.iter().any(Part::is_sound) {
            return None;
        }
        journal.trust(history.ids());
        Some(Self {
            history,
            total: waiting.len(),
            waiting,
            parts,
            damage: scan.damage,
            read: 0,
            again: false,
            remembered,
        })
    }

    /// Takes in how far writers had come, as it was noted apart from the log: what the log lacks of it will be reported.
    pub fn remember(&mut self, marks: &Marks) {
        for end in marks.ends() {
            self.remembered.insert(end);
        }
    }

    /// Reads the next part; whether there is more to do.
    pub fn step<S: Slots>(&mut self, journal: &mut Journal<S>) -> bool {
        let Some(part) = self.waiting.pop_front() else {
            return self.begin_again();
        };
        // Nothing that is still to come is older than this part; what is much older will hardly be taken back any more.
        let horizon = Moment(part.first().0.saturating_sub(SETTLED_AFTER_MS));
        self.history.settle(horizon);
        let found = if self.again {
            part.read()
        } else {
            journal.read(part)
        };
        match found {
            Ok((facts, _)) => self.history.extend(&facts),
            Err(damage) if !self.damage.contains(&damage) => self.damage.push(damage),
            Err(_) => {}
        }
        self.read += 1;
        true
    }

    /// Something reached back into what was settled: all of it is read again, knowing what was taken back.
    fn begin_again(&mut self) -> bool {
        if !self.history.is_outdated() || self.again || self.parts.iter().any(Part::is_sound) {
            return false;
        }
        self.again = true;
        self.history = self.history.again();
        self.waiting = self.parts.iter().cloned().collect();
        self.total += self.waiting.len();
        true
    }

    /// Reads everything at once.
    pub fn whole<S: Slots>(mut self, journal: &mut Journal<S>) -> Opened {
        while self.step(journal) {}
        self.finish(journal)
    }

    /// Parts read, and parts to read in all.
    pub fn progress(&self) -> (usize, usize) {
        (self.read, self.total)
    }

    /// What came of it, after the last step.
    /// If the history is still outdated then, the log must be looked through again without taking anything for whole.
    pub fn finish<S: Slots>(mut self, journal: &Journal<S>) -> Opened {
        if let Some(newest) = self.history.newest() {
            let horizon = Moment(newest.at.0.saturating_sub(SETTLED_AFTER_MS));
            self.history.settle(horizon);
        }
        self.damage.extend(journal.missing());
        self.damage.extend(journal.forgotten(&self.remembered));
        Opened {
            history: self.history,
            damage: self.damage,
            cover: Cover::of(self.parts.iter()),
            read: self.read,
        }
    }
}
