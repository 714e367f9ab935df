//! A value of which the last one written holds, whatever order the writes arrive in, and from which writes can be retracted.

use serde::{Deserialize, Serialize};

use super::FactId;
use crate::time::{Moment, Stamp};

/// The writes to one value, in their order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Register<T> {
    writes: Vec<(Stamp, FactId, T)>,
}

impl<T> Default for Register<T> {
    fn default() -> Self {
        Self { writes: Vec::new() }
    }
}

impl<T> Register<T> {
    /// Notes a write; one that is there already is passed over.
    pub fn set(&mut self, at: Stamp, id: FactId, value: T) {
        let place = self
            .writes
            .partition_point(|(a, i, _)| (a.at, *i) < (at.at, id));
        let there = self.writes.get(place);
        if there.is_none_or(|(a, i, _)| (a.at, *i) != (at.at, id)) {
            self.writes.insert(place, (at, id, value));
        }
    }

    /// Takes a write back; whether it was here.
    pub fn retract(&mut self, id: FactId) -> bool {
        let before = self.writes.len();
        self.writes.retain(|(_, i, _)| *i != id);
        self.writes.len() < before
    }

    /// The writes, in their order.
    pub fn writes(&self) -> &[(Stamp, FactId, T)] {
        &self.writes
    }

    /// The value that held before a fact of this name and time.
    pub fn before(&self, at: Moment, id: FactId) -> Option<&T> {
        let earlier = |(a, i, _): &(Stamp, FactId, T)| (a.at, *i) < (at, id);
        let place = self.writes.partition_point(earlier);
        self.writes.get(place.checked_sub(1)?).map(|write| &write.2)
    }

    /// The value that holds.
    pub fn get(&self) -> Option<&T> {
        self.writes.last().map(|(_, _, value)| value)
    }
}
