//! Where most of an exam is not known yet, and which items would close it first.

use crate::deck::id::{ItemId, TrackId};
use crate::deck::item::Kind;
use crate::deck::library::{Ask, Library};
use crate::deck::track::Track;
use crate::review::{History, Record};
use crate::time::Day;

/// A task of which less of the exam than this is missing is not weak, in percent (tunable).
const MISSING_MIN: f64 = 0.5;

/// What is remembered so surely needs nobody to ask for it (tunable).
const SURE: f64 = 0.9;

/// A task, and how much of its exam is not known yet for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Weak {
    /// The track.
    pub track: TrackId,
    /// The task's number.
    pub task: String,
    /// Its name.
    pub name: String,
    /// Percent of the exam that is missing: the weight of the task times the share of its items that would not be remembered.
    pub missing: f64,
}

/// The chance that an item would be remembered on a day; `None`: it was never answered.
pub fn recall(history: &History, item: &ItemId, day: Day) -> Option<f64> {
    let record = history.of(item)?;
    let (state, last) = record.state().zip(record.last())?;
    let elapsed = f64::from(day.since(history.day(last.at)).max(0));
    Some(history.scheduler().retrievability(state, elapsed))
}

/// The weakest tasks of some tracks, the weakest first; items that were never seen count as not known. A track without items says
/// nothing.
pub fn weakest(
    library: &Library,
    history: &History,
    tracks: &[&Track],
    today: Day,
    count: usize,
) -> Vec<Weak> {
    let mut found = Vec::new();
    for track in tracks {
        let tasks: Vec<_> = track.tasks().map(|(_, task)| task).collect();
        // Items of each task, and how many of them would be remembered.
        let mut known = vec![(0.0, 0.0); tasks.len()];
        for (ask, task) in of_track(library, track) {
            let Some(place) = tasks.iter().position(|of| of.id == task) else {
                continue;
            };
            known[place].0 += 1.0;
            known[place].1 += recall(history, &ask.id, today).unwrap_or(0.0);
        }
        let asked = tasks
            .iter()
            .zip(known)
            .filter(|(_, (items, _))| *items > 0.0);
        found.extend(asked.map(|(task, (items, known))| Weak {
            track: track.id.clone(),
            task: task.id.clone(),
            name: task.name.clone(),
            missing: track.weight_of(&task.id) * (1.0 - known / items) * 100.0,
        }));
    }
    found.retain(|weak| weak.missing >= MISSING_MIN);
    found.sort_by(|a, b| b.missing.total_cmp(&a.missing));
    found.truncate(count);
    found
}

/// Items of a task that are to be asked soon, so many at most: of those seen before what is remembered least, then cards and texts never
/// seen. What is remembered surely is left in peace, and new questions stay unseen for mock exams.
pub fn wanted(
    library: &Library,
    history: &History,
    weak: &Weak,
    today: Day,
    count: usize,
) -> Vec<ItemId> {
    let Some(track) = library.track(weak.track.as_str()) else {
        return Vec::new();
    };
    let may = |ask: &Ask| {
        let record = history.of(&ask.id);
        let is = |wanted: fn(&Record) -> bool| record.is_some_and(wanted);
        !is(Record::is_suspended) && !is(Record::is_wanted)
    };
    let is_card = |ask: &Ask| matches!(ask.item.body.kind(), Kind::Card | Kind::Cloze);
    let of_task = of_track(library, track).filter(|(_, task)| *task == weak.task);
    let mut found: Vec<(f64, &ItemId)> = of_task
        .map(|(ask, _)| ask)
        .filter(|ask| may(ask))
        .filter_map(|ask| match recall(history, &ask.id, today) {
            Some(recall) => (recall < SURE).then_some((recall, &ask.id)),
            // After everything that was seen.
            None => is_card(ask).then_some((f64::INFINITY, &ask.id)),
        })
        .collect();
    // Among new ones their order in the deck stays.
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found
        .into_iter()
        .take(count)
        .map(|(_, id)| id.clone())
        .collect()
}

/// Everything that serves a track, with the tasks that it serves.
fn of_track<'a>(
    library: &'a Library,
    track: &'a Track,
) -> impl Iterator<Item = (&'a Ask, &'a str)> {
    library.asks().iter().flat_map(move |ask| {
        let tasks = ask.tasks.iter().filter(|task| task.track == track.id);
        tasks.map(move |task| (ask, task.task.as_str()))
    })
}
