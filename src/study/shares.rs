//! What share of an exam's score rests on each item, by the blueprint.

use rustc_hash::FxHashMap;

use super::booked::Booked;
use crate::deck::id::TrackId;
use crate::deck::library::{Ask, Library};
use crate::review::History;
use crate::time::Stamp;

/// How many items share each task and domain of a track.
pub(super) struct Shares<'a> {
    track: &'a TrackId,
    by_task: FxHashMap<&'a str, f64>,
}

impl<'a> Shares<'a> {
    pub(super) fn of(library: &'a Library, id: &'a TrackId) -> Self {
        let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
        for ask in library.asks() {
            for task in ask.tasks.iter().filter(|task| task.track == *id) {
                *counts.entry(&task.task).or_default() += 1;
            }
        }
        let weight = |task: &str| {
            library
                .track(id.as_str())
                .map_or(0.0, |t| t.weight_of(task))
        };
        let by_task = counts
            .into_iter()
            .map(|(task, count)| (task, weight(task) / count as f64))
            .collect();
        Self { track: id, by_task }
    }

    /// The share of the exam's score that rests on an item.
    pub(super) fn weight(&self, ask: &Ask) -> f64 {
        let tasks = ask.tasks.iter().filter(|task| task.track == *self.track);
        tasks
            .filter_map(|task| self.by_task.get(task.task.as_str()))
            .sum()
    }
}

/// Expected score on the day with what is known now and nothing more, 0 to 1, for a booked exam: recall by the blueprint's weights,
/// unseen items count nothing.
pub fn score_as_is(library: &Library, history: &History, exam: &Booked, now: Stamp) -> f64 {
    let shares = Shares::of(library, &exam.track);
    let today = history.day(now);
    let known = |ask: &Ask| {
        let record = history.of(&ask.id)?;
        let (state, last) = (record.state()?, record.last()?);
        let elapsed = f64::from(today.since(history.day(last.at)).max(0)) + exam.left as f64;
        Some(shares.weight(ask) * history.scheduler().retrievability(state, elapsed))
    };
    library.asks().iter().filter_map(known).sum()
}
