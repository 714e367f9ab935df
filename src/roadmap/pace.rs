//! Hours really studied against hours planned, and when each exam's hours will be done if it goes on like this.
//!
//! A learner's weeks are taken as they come: an active week has its hours, and now and then there is a time away. The pace is the mean
//! of the active weeks, the newer ones counting more and the plan as one of them, times the share of weeks that are not away. What is
//! left to study divided by it is a forecast; its range follows from how much the weeks differ (the time in which a walk with drift
//! first comes to a level: mean R/m, variance R·s²/m³) and from how well the mean is known.

use crate::time::Day;

/// The plan counts as so many weeks of the learner's own (tunable). It is taken into the mean of the logarithms: a plan that is far from
/// what is really studied is soon forgotten.
const PRIOR_WEEKS: f64 = 1.0;

/// Whoever studies is away for so many weeks a year: holidays and a busy time (tunable).
const AWAY_WEEKS: f64 = 4.0;

/// Weeks without anything are a time away from so many in a row; a single one belongs to the pace.
const AWAY_RUN: usize = 2;

/// Nobody is away for longer than so many weeks: what comes after is the pace (tunable).
const AWAY_MOST: usize = 6;

/// Weeks of a year.
const YEAR_WEEKS: f64 = 52.0;

/// How much weeks differ while nothing is known: standard deviation as a share of the mean (tunable).
const SPREAD: f64 = 0.5;

/// The newest weeks count most: half as much after so many active weeks (tunable).
const HALF_LIFE: f64 = 26.0;

/// Half of the width of a range in standard deviations: eight of ten days lie within.
const RANGE: f64 = 1.2816;

/// Nobody waits longer than this, in weeks: a forecast ends at twenty years.
const WEEKS_MAX: f64 = 1_040.0;

/// How fast somebody studies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// Hours a week over the weeks to come, with times away.
    pub hours: f64,
    /// Hours of a week that is not away.
    pub active: f64,
    /// Standard deviation of an active week, in hours.
    pub spread: f64,
    /// The share of weeks that are not away, 0 to 1.
    pub present: f64,
    /// Active weeks that it rests on.
    pub weeks: usize,
}

impl Pace {
    /// Of the hours of each whole week, the oldest first, with `planned` hours a week.
    pub fn of(weeks: &[f64], planned: f64) -> Self {
        let is_away = away(weeks);
        let active: Vec<f64> = weeks
            .iter()
            .zip(&is_away)
            .filter(|(_, away)| !**away)
            .map(|(hours, _)| *hours)
            .collect();
        let away = is_away.iter().filter(|away| **away).count() as f64;
        let seen = weeks.len() as f64;
        let weight = |age: usize| 0.5_f64.powf(age as f64 / HALF_LIFE);
        let mut sums = (0.0, 0.0);
        for (age, hours) in active.iter().rev().enumerate() {
            sums.0 += weight(age);
            sums.1 += weight(age) * hours;
        }
        let seen_mean = if sums.0 > 0.0 {
            sums.1 / sums.0
        } else {
            planned
        };
        let own = sums.0 / (sums.0 + PRIOR_WEEKS);
        let mean = seen_mean.powf(own) * planned.powf(1.0 - own);
        let guess = (SPREAD * mean.max(planned * 0.25)).powi(2);
        let mut squares = (PRIOR_WEEKS, PRIOR_WEEKS * guess);
        for (age, hours) in active.iter().rev().enumerate() {
            squares.0 += weight(age);
            squares.1 += weight(age) * (hours - mean).powi(2);
        }
        // What was taken of a year's allowance is taken; who is away more than that goes on so.
        let to_come = (AWAY_WEEKS - away).max(0.0) / YEAR_WEEKS;
        let beyond = (away - AWAY_WEEKS).max(0.0) / (seen + YEAR_WEEKS / 2.0);
        let present = 1.0 - to_come - beyond;
        Self {
            hours: mean * present,
            active: mean,
            spread: (squares.1 / squares.0).sqrt(),
            present,
            weeks: active.len(),
        }
    }
}

/// Which weeks belong to a time away: two or more in a row without anything, after something was studied.
fn away(weeks: &[f64]) -> Vec<bool> {
    let mut is_away = vec![false; weeks.len()];
    let mut run = 0;
    let begun = weeks.iter().position(|hours| *hours > 0.0);
    for place in begun.unwrap_or(weeks.len())..weeks.len() {
        run = if weeks[place] > 0.0 { 0 } else { run + 1 };
        if (AWAY_RUN..=AWAY_MOST).contains(&run) {
            is_away[place + 1 - run..=place].fill(true);
        }
    }
    is_away
}

/// When something will be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The day that is as likely too early as too late.
    pub day: Day,
    /// One time in ten it is done before this.
    pub early: Day,
    /// One time in ten it is done after this.
    pub late: Day,
}

/// When so many hours will be studied, from `today` on; `None` if nothing is studied, or not within twenty years.
pub fn forecast(hours: f64, pace: &Pace, today: Day) -> Option<Forecast> {
    if hours <= 0.0 {
        return Some(Forecast {
            day: today,
            early: today,
            late: today,
        });
    }
    if pace.hours <= 0.0 {
        return None;
    }
    let weeks = hours / pace.hours;
    if weeks > WEEKS_MAX {
        return None;
    }
    let of_week = pace.spread.powi(2) * pace.present;
    let of_walk = hours * of_week / pace.hours.powi(3);
    let of_mean = of_week / (pace.weeks as f64 + PRIOR_WEEKS);
    let of_mean = weeks.powi(2) * of_mean / pace.hours.powi(2);
    // Times away come as a month or not at all: their number is Poisson's, so their weeks vary by their length times their mean.
    let of_away = AWAY_WEEKS * (1.0 - pace.present) * weeks;
    let sigma = (of_walk + of_mean + of_away).sqrt();
    let after = |weeks: f64| {
        let days = (weeks * 7.0).clamp(0.0, WEEKS_MAX * 7.0);
        today.plus(days.ceil() as i32)
    };
    Some(Forecast {
        day: after(weeks),
        early: after(weeks - RANGE * sigma),
        late: after(weeks + RANGE * sigma),
    })
}
