//! What to expect on the day of the exam, and what more or fewer minutes would change.

use super::booked::{Booked, booked};
use super::plan::Planner;
use super::shares::score_as_is;
use crate::deck::library::Library;
use crate::review::History;
use crate::time::{Day, Stamp};

/// Minutes a day for which the curve is worked out.
pub const CURVE_MINUTES: [u16; 10] = [0, 5, 10, 15, 20, 30, 40, 60, 90, 120];

/// What to expect of one exam. Scores are expected recall by the blueprint's weights, 0 to 1; unseen items count nothing.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// The exam.
    pub exam: Booked,
    /// Score with no more study.
    pub as_is: f64,
    /// Score with the minutes planned.
    pub planned: f64,
    /// Minutes a day and score.
    pub curve: Vec<(u16, f64)>,
}

impl Planner {
    /// A forecast for each exam that is booked, as if it had all the minutes to itself.
    pub fn forecasts(&self, library: &Library, history: &History, now: Stamp) -> Vec<Forecast> {
        let today = history.day(now);
        let exams = booked(history, today);
        exams
            .into_iter()
            .map(|exam| self.forecast(library, history, exam, now))
            .collect()
    }

    fn forecast(&self, library: &Library, history: &History, exam: Booked, now: Stamp) -> Forecast {
        let today = history.day(now);
        let days: Vec<Day> = (0..exam.day.since(today))
            .map(|step| today.plus(step))
            .collect();
        let planned: f64 = days.iter().map(|day| history.seconds_on(*day)).sum();
        let studied = days.iter().filter(|day| !history.is_day_off(**day)).count() as f64;
        let field = self.field(library, history, &exam, now);
        let score = |seconds| Self::score_with(&field, seconds);
        let curve = CURVE_MINUTES
            .iter()
            .map(|minutes| (*minutes, score(studied * f64::from(*minutes) * 60.0)))
            .collect();
        Forecast {
            as_is: score_as_is(library, history, &exam, now),
            planned: score(planned),
            curve,
            exam,
        }
    }
}
