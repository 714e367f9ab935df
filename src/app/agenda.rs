//! What a session asks: by the plan where an exam is booked, else by what is due.

use super::App;
use crate::study::{Next, Queue};
use crate::time::Stamp;

/// What a learner can have beyond what is for today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum More {
    /// There is no more.
    #[default]
    Nothing,
    /// So many new items beyond the daily limit.
    New(usize),
    /// More than fits the minutes of the plan.
    Minutes,
}

/// What one track or own deck holds for now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agenda {
    /// What comes next.
    pub next: Option<Next>,
    /// Known items to be asked today.
    pub due: usize,
    /// New items to be asked today.
    pub new: usize,
    /// Items forgotten today.
    pub relearn: usize,
    /// What there is beyond that.
    pub more: More,
}

impl Agenda {
    fn of_queue(queue: &Queue) -> Self {
        Self {
            next: queue.next(),
            due: queue.due.len(),
            new: queue.new.len(),
            relearn: queue.relearn.len(),
            more: match queue.later {
                0 => More::Nothing,
                items => More::New(items),
            },
        }
    }

    /// Items that wait.
    pub fn left(&self) -> usize {
        self.due + self.new + self.relearn
    }
}

impl App {
    /// What a track or own deck holds. `extra_new` raises the daily limit where nothing is planned.
    pub(super) fn agenda(&self, deck: &str, now: Stamp, extra_new: usize) -> Agenda {
        #[cfg(feature = "whole")]
        if let Some(agenda) = self.planned(deck) {
            return agenda;
        }
        let (library, history) = (&self.library, &self.history);
        Agenda::of_queue(&Queue::of(library, history, deck, now, extra_new))
    }
}
