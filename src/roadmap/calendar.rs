//! The months of a path as days of the calendar, at the learner's hours a week.

use super::fact::{Laying, Span};
use super::path::{Months, Path};
use crate::time::Day;

/// A month of a path becomes so many at the most, however few hours there are (tunable): beyond that the path is not the learner's.
const STRETCH_MAX: f64 = 6.0;

/// Days of a month on average, for parts of one.
const MONTH_DAYS: f64 = 30.4375;

/// Where each month of a path begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    start: Day,
    /// Calendar months from the start to the beginning of each month of the path, and to the path's end; 0 before the first month.
    begins: Vec<f64>,
}

impl Calendar {
    /// Of a path as it is laid. A month for which the path wants more hours a week than there are takes longer in proportion, so that
    /// its hours remain the same; one that wants fewer takes no less, since much of what is planned needs its time.
    pub fn new(path: &Path, laying: &Laying) -> Self {
        let mut begins = vec![0.0];
        let mut at = 0.0;
        for month in 1..=path.months {
            if month >= laying.first_month {
                at += stretch(path, month, laying.hours_week);
            }
            begins.push(at);
        }
        Self {
            start: laying.start,
            begins,
        }
    }

    /// The first day of a month of the path, or the day after its last for the month after.
    pub fn begins(&self, month: u16) -> Day {
        let place = usize::from(month.max(1)) - 1;
        let last = self.begins.last().copied().unwrap_or(0.0);
        let at = self.begins.get(place).copied().unwrap_or(last);
        let whole = at.floor();
        let rest = ((at - whole) * MONTH_DAYS).round() as i32;
        self.start.plus_months(whole as u16).plus(rest)
    }

    /// The last day of a month; never before its first.
    pub fn ends(&self, month: u16) -> Day {
        let first = self.begins(month);
        self.begins(month.saturating_add(1)).plus(-1).max(first)
    }

    /// Days of a span of months.
    pub fn span(&self, months: Months) -> Span {
        let from = self.begins(months.from);
        Span {
            from,
            to: self.ends(months.to).max(from),
        }
    }
}

/// How many calendar months a month of the path takes.
pub fn stretch(path: &Path, month: u16, hours_week: u16) -> f64 {
    let wanted = hours_wanted(path, month).map_or(0.0, f64::from);
    (wanted / f64::from(hours_week.max(1))).clamp(1.0, STRETCH_MAX)
}

/// Hours a week that a path counts with in a month; `None` where it says nothing.
pub fn hours_wanted(path: &Path, month: u16) -> Option<u16> {
    let is_then = |months: Months| (months.from..=months.to).contains(&month);
    let phases = path.phases.iter().filter(|phase| is_then(phase.months));
    phases.filter_map(|phase| phase.hours_week).max()
}
