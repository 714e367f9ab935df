//! How what is known grew: on days of the period, how many items had been met and how many of them would have been remembered.

use serde::{Deserialize, Serialize};

use super::Seen;
use super::recall::MILLION;
use crate::memory::Curve;
use crate::time::Day;

/// Days between two points: each, else a week and so on.
const STEPS: [u16; 5] = [1, 7, 28, 91, 364];

/// More points than these are not to be told apart in a drawing (tunable).
const POINTS_MAX: i32 = 100;

/// What was known over time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Growth {
    /// Days between two points.
    pub step: u16,
    /// From the oldest to the last day of the period.
    pub points: Vec<Point>,
}

/// What was known at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// The day.
    pub day: Day,
    /// Items that had been answered.
    pub seen: u32,
    /// The sum of their chances to be remembered on that day, in millionths: the number that is expected to be known.
    pub known: u64,
}

impl Growth {
    /// The points of a period.
    pub(super) fn over(first: Day, last: Day) -> Self {
        let days = last.since(first).max(0);
        let fits = |step: &&u16| days / i32::from(**step) < POINTS_MAX;
        let step = *STEPS.iter().find(fits).unwrap_or(&STEPS[STEPS.len() - 1]);
        let point = |back: i32| Point {
            day: last.plus(-back * i32::from(step)),
            seen: 0,
            known: 0,
        };
        Self {
            step,
            points: (0..=days / i32::from(step)).rev().map(point).collect(),
        }
    }

    /// Counts one item.
    pub(super) fn add(&mut self, seen: &[Seen], curve: &Curve) {
        let Some(first) = seen.first() else {
            return;
        };
        let mut place = self.points.partition_point(|point| point.day < first.day);
        for (index, last) in seen.iter().enumerate() {
            let next = seen.get(index + 1).map_or(Day(i32::MAX), |next| next.day);
            let rest = self.points[place..].iter_mut();
            for point in rest.take_while(|point| point.day < next) {
                // Where a journey made a day come twice.
                let days = point.day.since(last.day).max(0);
                let known = curve.recall(last.state, f64::from(days));
                point.seen += 1;
                point.known += (known * MILLION).round() as u64;
                place += 1;
            }
        }
    }
}

impl Point {
    /// How many items were known, by expectation.
    pub fn known(&self) -> f64 {
        self.known as f64 / MILLION
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn over(days: i32) -> (u16, usize, i32) {
        let growth = Growth::over(Day(1_000), Day(1_000 + days));
        let first = growth.points[0].day.0;
        (growth.step, growth.points.len(), first)
    }

    #[test]
    fn the_steps_grow_with_the_period_and_end_on_its_last_day() {
        assert_eq!(over(0), (1, 1, 1_000));
        assert_eq!(over(27), (1, 28, 1_000));
        assert_eq!(over(99), (1, 100, 1_000));
        assert_eq!(over(100), (7, 15, 1_002));
        assert_eq!(over(365), (7, 53, 1_001));
        assert_eq!(over(5 * 365).0, 28);
        assert_eq!(over(90 * 365).0, 364);
        let backwards = Growth::over(Day(7), Day(3));
        assert_eq!(backwards.points.len(), 1);
    }
}
