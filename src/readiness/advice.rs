//! What would raise the chance most for the time it takes.

use super::estimate::Estimate;
use crate::deck::library::Library;
use crate::deck::track::Track;

/// Seconds to work through a question or card of a task until it sits: asked twice, with its explanation read (tunable).
const SECONDS: f64 = 75.0;
/// Who has worked a task through knows this share of what was missing (tunable).
const CLOSED: f64 = 0.5;

/// Something to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// The place of the task among the track's.
    pub task: usize,
    /// Its number and name.
    pub name: String,
    /// Items of the deck that belong to it.
    pub items: usize,
    /// Minutes that it takes to work them through.
    pub minutes: f64,
    /// By how much the chance rises, 0 to 1.
    pub gain: f64,
}

/// The tasks of which an hour raises the chance most, the best first.
pub fn actions(
    estimate: &Estimate,
    library: &Library,
    track: &Track,
    wanted: usize,
) -> Vec<Action> {
    let mut actions: Vec<Action> = track
        .tasks()
        .enumerate()
        .map(|(place, (_, task))| {
            let is_of = |ask: &&crate::deck::library::Ask| {
                ask.tasks
                    .iter()
                    .any(|of| of.track == track.id && of.task == task.id)
            };
            let items = library.asks().iter().filter(is_of).count();
            let missing = 1.0 - estimate.tasks[place];
            Action {
                task: place,
                name: format!("{} {}", task.id, task.name),
                items,
                minutes: items as f64 * SECONDS / 60.0,
                gain: (estimate.slope * track.weight_of(&task.id) * missing * CLOSED)
                    .min(1.0 - estimate.passing),
            }
        })
        .filter(|action| action.items > 0)
        .collect();
    actions.sort_by(|a, b| (b.gain / b.minutes).total_cmp(&(a.gain / a.minutes)));
    actions.truncate(wanted);
    actions
}
