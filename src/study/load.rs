//! What the coming days hold.

use super::cost::{Costs, Occasion};
use super::due::due_day;
use crate::deck::library::{Ask, Library};
use crate::memory::Grade;
use crate::review::History;
use crate::time::{Day, Stamp};

/// What one day holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Load {
    /// The day.
    pub day: Day,
    /// Known items whose day it is; what is overdue counts for today.
    pub due: u32,
    /// Expected seconds of asking each of them once.
    pub seconds: f64,
    /// Seconds that the learner has on that day.
    pub planned: f64,
}

/// So many days from today on. What is answered on the way moves on, so the days further off will hold more.
pub fn loads(
    library: &Library,
    history: &History,
    costs: &Costs,
    now: Stamp,
    days: usize,
) -> Vec<Load> {
    loads_of(library, history, costs, now, days, |_| true)
}

/// The same of the items that are wanted.
pub fn loads_of(
    library: &Library,
    history: &History,
    costs: &Costs,
    now: Stamp,
    days: usize,
    is_wanted: impl Fn(&Ask) -> bool,
) -> Vec<Load> {
    let today = history.day(now);
    let load = |step: i32| Load {
        day: today.plus(step),
        due: 0,
        seconds: 0.0,
        planned: history.seconds_on(today.plus(step)),
    };
    let mut loads: Vec<Load> = (0_i32..).take(days).map(load).collect();
    for ask in library.asks().iter().filter(|ask| is_wanted(ask)) {
        let Some(record) = history.of(&ask.id).filter(|r| !r.is_suspended()) else {
            continue;
        };
        let due = due_day(history, &ask.id, record);
        let place = due.map(|day| usize::try_from(day.since(today)).unwrap_or(0));
        if let Some(load) = place.and_then(|place| loads.get_mut(place)) {
            let kind = ask.item.body.kind();
            load.due += 1;
            load.seconds += costs.seconds(kind, Occasion::Later, Grade::Good);
        }
    }
    loads
}
