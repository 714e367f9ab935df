//! Study days that were missed: how many, what they cost, and what brings it back.

use super::booked::Booked;
use super::forecast::Offers;
use crate::review::History;
use crate::time::Day;

/// Further back nobody looks: the plan has long made up for it.
const BACK_DAYS: i32 = 60;

/// The last days on which there were minutes and nothing was answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Study days missed in a row, up to yesterday; days off do not count.
    pub days: u32,
    /// What they cost of the expected score on the day, 0 to 1, if nothing is made up for.
    pub cost: f64,
    /// Minutes more on each study day up to the exam that bring it back.
    pub minutes: u32,
}

/// Study days missed in a row before today, and the seconds that they had. Days before the first answer are not missed.
fn missed(history: &History, today: Day) -> Vec<f64> {
    let days = (1..=BACK_DAYS).map(|back| today.plus(-back));
    let mut seconds = Vec::new();
    for day in days {
        if history.tally(day, None).answers > 0 {
            return seconds;
        }
        let of_day = history.seconds_on(day);
        if of_day > 0.0 {
            seconds.push(of_day);
        }
    }
    // Nothing was answered in all that time: either nothing ever was, or this is a new beginning.
    Vec::new()
}

impl Gap {
    /// The gap before today as it weighs on an exam; `planned` are the seconds up to the exam, on so many study days.
    pub(super) fn of(
        history: &History,
        exam: &Booked,
        today: Day,
        offers: &Offers,
        planned: f64,
        studied: f64,
    ) -> Option<Self> {
        let missed = missed(history, today);
        let seconds: f64 = missed.iter().sum();
        if missed.is_empty() || exam.left == 0 || studied <= 0.0 {
            return None;
        }
        let cost = offers.score(planned + seconds) - offers.score(planned);
        Some(Self {
            days: missed.len() as u32,
            cost: cost.max(0.0),
            minutes: (seconds / studied / 60.0).ceil() as u32,
        })
    }
}
