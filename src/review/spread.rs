//! On which of the days that an interval allows an item is asked again: rather on one with little to do, and rarely on the
//! learner's easy days.
//!
//! An interval is a matter of give or take a little ([`range`]), so that items answered together do not come back together for
//! ever. With balancing, the day is drawn by weight, as in Anki: (1 / items on that day)² × (1 / days until then), 1 for a day
//! without any, times the factor of the weekday. Source: Anki's `rslib/src/scheduler/states/load_balancer.rs`, as described.
//!
//! Nothing of this is stored in the log. The day is fixed when the answer is folded, from what was answered before it, in the order
//! of time (`placing.rs`): the same log gives the same days, whatever order it arrived in, and an answer that is taken back
//! leaves no trace. A change of the settings counts for the answers after it; another desired retention counts at once, and a day
//! that it no longer allows gives way to an even draw.
//!
//! What is balanced: answers of all tracks together whose interval is 90 days at most. What is not: longer intervals, which are
//! drawn evenly and not counted, since their range is wide; and siblings, which need no weight here: this room knows no
//! deck, and what is due keeps them apart on each day.

use serde::{Deserialize, Serialize};

use crate::deck::id::ItemId;
use crate::memory::{Grade, RETENTION, Scheduler, State};
use crate::time::Day;

/// Intervals up to so many days are balanced. Source: Anki, as above.
const BALANCED_DAYS: f64 = 90.0;

/// The longest interval, in days: the model's own limit of stability (100 years).
const INTERVAL_MAX_DAYS: f64 = 36_500.0;

/// Days that loads are held for: more than the longest range of a balanced interval, and than any offset of local time adds.
const LOADS: usize = 256;

/// No more days than this are to choose from: 90 days, give or take seven.
const CHOICES: usize = 16;

/// How much a learner wants to do on a weekday.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayLoad {
    /// As on any day.
    #[default]
    Normal,
    /// About half.
    Reduced,
    /// As little as can be.
    Minimum,
}

impl DayLoad {
    /// All three, from the most.
    pub const ALL: [Self; 3] = [Self::Normal, Self::Reduced, Self::Minimum];

    /// The factor of a day's weight. Source: Anki, as above.
    fn factor(self) -> f64 {
        match self {
            Self::Normal => 1.0,
            Self::Reduced => 0.5,
            Self::Minimum => 0.0001,
        }
    }
}

/// What the learner chose, as it stood when an answer was given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spreading {
    /// Desired retention, .7 to .97.
    pub(super) retention: f64,
    /// Whether days with much to do are avoided.
    pub(super) is_balanced: bool,
    /// By weekday, Monday first.
    pub(super) weekdays: [DayLoad; 7],
}

/// The first and the last whole day after an answer that an interval of `days` allows: Anki's fuzz. None under 2.5 days; else up to
/// 15 % of the part up to 7 days, 10 % up to 20 and 5 % beyond, plus one day, to either side. Source:
/// `rslib/src/scheduler/states/fuzz.rs`, as described in the FSRS ports.
pub fn range(days: f64) -> (i32, i32) {
    let days = days.clamp(1.0, INTERVAL_MAX_DAYS);
    if days < 2.5 {
        let only = days.round() as i32;
        return (only, only);
    }
    let part = |from: f64, to: f64| (days.min(to) - from).max(0.0);
    let delta =
        1.0 + 0.15 * part(2.5, 7.0) + 0.10 * part(7.0, 20.0) + 0.05 * part(20.0, f64::INFINITY);
    let first = (days - delta).round().max(2.0);
    let last = (days + delta).round().clamp(first, INTERVAL_MAX_DAYS);
    (first as i32, last as i32)
}

/// A day of a range, each as likely. `draw` is in [0, 1).
pub fn even((first, last): (i32, i32), draw: f64) -> i32 {
    let count = f64::from(last - first + 1);
    (first + (draw * count) as i32).min(last)
}

/// The part of a draw that depends on the item (FNV-1a).
pub(super) fn seed(item: &ItemId) -> u64 {
    mixed(0xcbf2_9ce4_8422_2325, item.as_str().as_bytes())
}

/// A number in [0, 1) that depends on the item and `salt` only, for an item's own answer: how many there are with it.
pub fn draw(item: &ItemId, salt: usize) -> f64 {
    drawn(seed(item), salt)
}

/// The same from an item's seed.
pub(super) fn drawn(seed: u64, salt: usize) -> f64 {
    let mut hash = mixed(seed, &(salt as u64).to_le_bytes());
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^= hash >> 33;
    (hash >> 11) as f64 / (1_u64 << 53) as f64
}

fn mixed(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

impl Default for Spreading {
    fn default() -> Self {
        Self {
            retention: RETENTION,
            is_balanced: true,
            weekdays: [DayLoad::Normal; 7],
        }
    }
}

/// Whole days after an answer on which its item may be asked again, and the one that it was put on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    first: u8,
    last: u8,
    chosen: u8,
}

impl Slot {
    /// What an answer allows that led to `state`; nothing after Again, and where the interval is too long to be balanced.
    pub(super) fn of(scheduler: &Scheduler, retention: f64, grade: Grade, state: State) -> Self {
        if !grade.passed() {
            return Self::default();
        }
        let days = scheduler.interval_days(state, retention);
        if days > BALANCED_DAYS {
            return Self::default();
        }
        let (first, last) = range(days);
        Self {
            first: first as u8,
            last: last as u8,
            chosen: first as u8,
        }
    }

    /// The day that was chosen, in days after the answer; `None` if it has none.
    pub fn chosen(self) -> Option<i32> {
        (self.chosen > 0).then_some(i32::from(self.chosen))
    }

    /// Whether there is more than one day to choose from.
    pub(super) fn is_open(self) -> bool {
        self.first < self.last
    }

    /// Chooses a day for an answer of `today`.
    pub(super) fn choose(&mut self, today: Day, draw: f64, loads: &Loads, by: &Spreading) {
        let mut weights = [0.0; CHOICES];
        let mut sum = 0.0;
        let mut weekday = today.plus(i32::from(self.first)).weekday();
        for (weight, days) in weights.iter_mut().zip(self.first..=self.last) {
            *weight = by.weekdays[usize::from(weekday)].factor();
            weekday = (weekday + 1) % 7;
            let items = loads.on(today.plus(i32::from(days)));
            if by.is_balanced && items > 0 {
                let items = f64::from(items);
                *weight /= items * items * f64::from(days);
            }
            sum += *weight;
        }
        let mut left = draw * sum;
        for (weight, days) in weights.into_iter().zip(self.first..=self.last) {
            self.chosen = days;
            left -= weight;
            if left < 0.0 {
                return;
            }
        }
    }
}

/// How many items are on each day, as far as they were put there.
#[derive(Clone, Debug)]
pub(super) struct Loads(Box<[(Day, u32); LOADS]>);

impl Default for Loads {
    fn default() -> Self {
        Self(Box::new([(Day(i32::MIN), 0); LOADS]))
    }
}

impl Loads {
    fn place(day: Day) -> usize {
        // The last bits of a day, for those before 1970 too.
        day.0.cast_unsigned() as usize % LOADS
    }

    fn on(&self, day: Day) -> u32 {
        let (of, items) = self.0[Self::place(day)];
        if of == day { items } else { 0 }
    }

    /// One more item on a day.
    pub(super) fn add(&mut self, day: Day) {
        let place = &mut self.0[Self::place(day)];
        // A day gives way to one that is later: long gone, nothing is put there any more.
        if place.0 < day {
            *place = (day, 0);
        }
        if place.0 == day {
            place.1 = place.1.saturating_add(1);
        }
    }

    /// One item less.
    pub(super) fn take(&mut self, day: Day) {
        let place = &mut self.0[Self::place(day)];
        if place.0 == day {
            place.1 = place.1.saturating_sub(1);
        }
    }

    /// An item goes from the day on which it was put to another.
    pub(super) fn follow(&mut self, put_on: &mut Option<Day>, to: Option<Day>) {
        if let Some(day) = std::mem::replace(put_on, to) {
            self.take(day);
        }
        if let Some(day) = to {
            self.add(day);
        }
    }

    /// The days that hold something.
    pub(super) fn days(&self) -> Vec<(Day, u32)> {
        let held = self.0.iter().filter(|(_, items)| *items > 0);
        held.copied().collect()
    }

    /// Puts back what [`Loads::days`] gave.
    pub(super) fn of(days: &[(Day, u32)]) -> Self {
        let mut loads = Self::default();
        for (day, items) in days {
            loads.0[Self::place(*day)] = (*day, *items);
        }
        loads
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_intervals_are_not_moved_and_long_ones_stay_near() {
        assert_eq!(even(range(1.0), 0.99), 1);
        assert_eq!(even(range(2.4), 0.99), 2);
        for step in 0..100 {
            let draw = f64::from(step) / 100.0;
            assert!(
                (8..=12).contains(&even(range(10.0), draw)),
                "{}",
                even(range(10.0), draw)
            );
            assert!((93..=107).contains(&even(range(100.0), draw)));
        }
        assert_eq!(range(100.0), (93, 107));
    }

    #[test]
    fn the_draw_depends_on_item_and_answer_and_is_even() {
        let ids: Vec<ItemId> = (0..2_000)
            .filter_map(|n| ItemId::parse(&format!("t/i-{n}")))
            .collect();
        let mean = ids.iter().map(|id| draw(id, 3)).sum::<f64>() / ids.len() as f64;
        assert!((mean - 0.5).abs() < 0.03, "{mean}");
        assert!((draw(&ids[0], 1) - draw(&ids[0], 2)).abs() > 1e-6);
        assert!((draw(&ids[0], 1) - draw(&ids[0], 1)).abs() < f64::EPSILON);
    }

    /// How often each day of an interval of `days` is chosen, out of a thousand.
    fn chosen(days: f32, loads: &Loads, by: &Spreading) -> Vec<(i32, usize)> {
        let state = State {
            stability: days,
            difficulty: 5.0,
        };
        let open = Slot::of(&Scheduler::default(), 0.9, Grade::Good, state);
        let mut counts: Vec<(i32, usize)> = (open.first..=open.last)
            .map(|day| (i32::from(day), 0))
            .collect();
        for step in 0..1_000 {
            let mut slot = open;
            slot.choose(Day(0), f64::from(step) / 1_000.0, loads, by);
            let day = slot.chosen().expect("a day");
            let count = counts.iter_mut().find(|(of, _)| *of == day);
            count.expect("in range").1 += 1;
        }
        counts
    }

    #[test]
    fn days_without_items_are_as_likely_and_full_ones_by_their_squares() {
        let none = chosen(10.0, &Loads::default(), &Spreading::default());
        assert_eq!(
            none.iter().map(|(day, _)| *day).collect::<Vec<_>>(),
            [8, 9, 10, 11, 12]
        );
        assert!(none.iter().all(|(_, count)| *count == 200), "{none:?}");
        let mut loads = Loads::default();
        for (day, items) in [(8, 10), (9, 10), (10, 5), (11, 10), (12, 10)] {
            (0..items).for_each(|_| loads.add(Day(day)));
        }
        // Weights 1/800, 1/900, 1/250, 1/1100, 1/1200.
        let by_load = chosen(10.0, &loads, &Spreading::default());
        let of = |day| by_load.iter().find(|(of, _)| *of == day).expect("a day").1;
        assert!((480..=505).contains(&of(10)), "{by_load:?}");
        assert!(of(8) > of(9) && of(9) > of(11) && of(11) > of(12));
        // Without balancing nothing of that counts.
        let plain = Spreading {
            is_balanced: false,
            ..Spreading::default()
        };
        assert_eq!(chosen(10.0, &loads, &plain), none);
    }

    #[test]
    fn an_easy_day_gets_half_or_hardly_any() {
        // Day 10 is a Sunday: 1970-01-01 was a Thursday.
        assert_eq!(Day(10).weekday(), 6);
        let with = |load| {
            let mut by = Spreading::default();
            by.weekdays[6] = load;
            chosen(10.0, &Loads::default(), &by)[2].1
        };
        assert_eq!(with(DayLoad::Normal), 200);
        assert!((110..=112).contains(&with(DayLoad::Reduced)));
        assert!(with(DayLoad::Minimum) <= 1);
    }

    #[test]
    fn loads_count_what_comes_and_goes_whatever_the_order() {
        let mut loads = Loads::default();
        for day in [5, 5, 5 + 256, 5, -3] {
            loads.add(Day(day));
        }
        loads.take(Day(5));
        assert_eq!(
            (loads.on(Day(261)), loads.on(Day(5)), loads.on(Day(-3))),
            (1, 0, 1)
        );
        loads.take(Day(261));
        loads.take(Day(261));
        assert_eq!(loads.on(Day(261)), 0);
        assert_eq!(Loads::of(&loads.days()).days(), [(Day(-3), 1)]);
    }

    #[test]
    fn again_and_long_intervals_are_put_on_no_day() {
        let slot = |grade, stability| {
            let state = State {
                stability,
                difficulty: 5.0,
            };
            Slot::of(&Scheduler::default(), 0.9, grade, state).chosen()
        };
        assert_eq!(slot(Grade::Again, 10.0), None);
        assert_eq!(slot(Grade::Good, 90.5), None);
        assert_eq!(slot(Grade::Good, 0.2), Some(1));
        // The widest range there is fits.
        let (first, last) = range(BALANCED_DAYS);
        assert!((first..=last).count() <= CHOICES && last <= i32::from(u8::MAX));
    }
}
