//! On which day an item is asked again.

use crate::deck::id::ItemId;
use crate::memory::{Grade, State};
use crate::review::spread::{even, range};
use crate::review::{History, Record, Slot};
use crate::time::{Day, Stamp};

pub(crate) use crate::review::spread::draw;

/// Whole days from an answer to the day its item is asked again, for a grade other than Again: the day on which the answer put it
/// ([`crate::review::spread`]), as long as the desired retention allows it; else an even draw from the item and the number of
/// its answers, so that it is the same each time it is worked out.
fn interval_days(
    history: &History,
    item: &ItemId,
    answers: usize,
    state: State,
    slot: Slot,
) -> i32 {
    let retention = history.settings().retention();
    let range = range(history.scheduler().interval_days(state, retention));
    let chosen = slot
        .chosen()
        .filter(|days| (range.0..=range.1).contains(days));
    chosen.unwrap_or_else(|| even(range, draw(item, answers)))
}

/// Whole days until an item is asked again if it is answered `now` and the answer leads to `state`; 0, the same day, after Again.
pub fn days_after(history: &History, item: &ItemId, grade: Grade, state: State, now: Stamp) -> i32 {
    if grade == Grade::Again {
        return 0;
    }
    let answers = history.of(item).map_or(0, Record::count) + 1;
    let slot = history.slot(item, grade, state, now);
    interval_days(history, item, answers, state, slot)
}

/// The day an item is asked again; `None` if it was never answered. After Again it is the same day.
pub fn due_day(history: &History, item: &ItemId, record: &Record) -> Option<Day> {
    let (state, last) = (record.state()?, record.last()?);
    let day = history.day(last.at);
    if last.grade == Grade::Again {
        return Some(day);
    }
    let days = interval_days(history, item, record.count(), state, last.slot);
    Some(day.plus(days))
}
