//! What a session asks: by the plan where an exam is booked, else by what is due.

use super::App;
use crate::study::{Next, Queue};
use crate::time::Stamp;

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
    /// New ones beyond today's limit.
    pub later: usize,
    /// Minutes that the plan still has today; none where nothing is planned.
    pub minutes_left: Option<u32>,
}

impl Agenda {
    fn of_queue(queue: &Queue) -> Self {
        Self {
            next: queue.next(),
            due: queue.due.len(),
            new: queue.new.len(),
            relearn: queue.relearn.len(),
            later: queue.later,
            minutes_left: None,
        }
    }

    /// Items that wait.
    pub fn left(&self) -> usize {
        self.due + self.new + self.relearn
    }
}

impl App {
    /// What a track or own deck holds. `extra_new` raises the daily limit, and asks for more than the plan wants.
    pub(super) fn agenda(&self, deck: &str, now: Stamp, extra_new: usize) -> Agenda {
        #[cfg(feature = "whole")]
        if extra_new == 0
            && let Some(agenda) = self.planned(deck, now)
        {
            return agenda;
        }
        Agenda::of_queue(&Queue::of(
            &self.library,
            &self.history,
            deck,
            now,
            extra_new,
        ))
    }
}
