//! What to expect on the day of the exam, and what more or fewer minutes would change.

use super::booked::Booked;
use super::candidate::candidates;
use super::field::Field;
use super::gap::Gap;
use super::plan::Planner;
use super::shares::score_as_is;
use crate::deck::library::Library;
use crate::review::History;
use crate::time::{Day, Stamp};

/// Minutes a day for which the curve is worked out.
pub const CURVE_MINUTES: [u16; 10] = [0, 5, 10, 15, 20, 30, 40, 60, 90, 120];

/// Prices of a second at which the curve is worked out, in score for an item of average weight: nothing is worth the dearest, and more
/// time than the cheapest takes brings next to nothing.
const PRICES: usize = 32;
const DEAREST: f64 = 1.0;
const CHEAPEST: f64 = 1e-5;

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
    /// What days just missed cost, if any were.
    pub gap: Option<Gap>,
}

impl Planner {
    /// What to expect of an exam that is booked, as if it had all the minutes to itself.
    pub fn forecast(
        &self,
        library: &Library,
        history: &History,
        exam: Booked,
        now: Stamp,
    ) -> Forecast {
        let today = history.day(now);
        let days: Vec<Day> = (0..exam.day.since(today))
            .map(|step| today.plus(step))
            .collect();
        let planned: f64 = days.iter().map(|day| history.seconds_on(*day)).sum();
        let studied = days.iter().filter(|day| !history.is_day_off(**day)).count() as f64;
        let candidates = candidates(library, history, &exam, now);
        let offers = Offers::of(&self.field(library, history, &exam, candidates.into()));
        let score = |minutes: u16| offers.score(studied * f64::from(minutes) * 60.0);
        Forecast {
            as_is: score_as_is(library, history, &exam, now),
            planned: offers.score(planned),
            curve: CURVE_MINUTES
                .map(|minutes| (minutes, score(minutes)))
                .into(),
            gap: Gap::of(history, &exam, today, &offers, planned, studied),
            exam,
        }
    }
}

/// What time buys: seconds and the score that they bring if they are used as well as they can be, the fewest seconds first.
pub(super) struct Offers(Vec<(f64, f64)>);

impl Offers {
    /// At each of many prices of a second, from one that nothing is worth down to one that everything is.
    fn of(field: &Field<'_>) -> Self {
        let all: f64 = field.candidates.iter().map(|of| of.weight).sum();
        let sample: f64 = field.sample().map(|of| of.weight).sum();
        let share = |step: usize| step as f64 / (PRICES - 1) as f64;
        let prices = (0..PRICES).map(|step| DEAREST * (CHEAPEST / DEAREST).powf(share(step)));
        let count = field.candidates.len().max(1) as f64;
        let mut offers: Vec<(f64, f64)> = prices
            .map(|price| {
                let price = price / count;
                let (mut seconds, mut score) = (0.0, 0.0);
                for of in field.sample() {
                    let worth = field.worth(of, price);
                    // The value is net of its seconds; the score is not.
                    let gross = worth.value + price / of.weight.max(1e-12) * worth.seconds_to_come;
                    score += of.weight * gross.clamp(0.0, 1.0);
                    seconds += worth.seconds_to_come;
                }
                let sampled = field.sample().count().max(1) as f64;
                (seconds * count / sampled, score / sample.max(1e-12) * all)
            })
            .collect();
        offers.sort_by(|a, b| a.0.total_cmp(&b.0));
        Self(offers)
    }

    /// The score that so many seconds bring.
    pub(super) fn score(&self, seconds: f64) -> f64 {
        let above = self.0.partition_point(|(takes, _)| *takes <= seconds);
        match (self.0.get(above.wrapping_sub(1)), self.0.get(above)) {
            (Some((from, low)), Some((to, high))) => {
                low + (high - low) * (seconds - from) / (to - from)
            }
            (Some((_, score)), None) | (None, Some((_, score))) => *score,
            (None, None) => 0.0,
        }
    }
}
