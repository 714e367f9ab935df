//! What is drawn, in the numbers of what it shows; how large that is on the screen, the screen decides.

use super::super::figures::grouped;
use crate::time::Day;

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawing {
    /// Predictions beside what came of them.
    Calibration(Vec<Judged>, f64),
    /// What was met, and what of it was known.
    Growth(Lines),
    /// A bar for each place.
    Bars(Bars),
    /// What was remembered at each place, and of how many answers; the lowest share that is shown.
    Shares(Vec<ShareColumn>, f64),
    /// A square for each day.
    Calendar(Vec<Month>, Vec<String>),
    /// The table is the picture.
    Table,
}

/// A group of answers: what was predicted, what was remembered, and between which shares the true one lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    /// Predicted, 0 to 1.
    pub expected: f64,
    /// Remembered.
    pub share: f64,
    /// From and to, with 95 % confidence.
    pub range: (f64, f64),
    /// Answers.
    pub answers: u32,
}

/// Bars.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// Their heights.
    pub heights: Vec<f64>,
    /// Whether they stand between values: then a label tells where its bar begins.
    pub is_binned: bool,
    /// What the heights are.
    pub unit: &'static str,
    /// The levels that are marked.
    pub scale: Scale,
    /// Places with what stands below them.
    pub labels: Vec<(usize, String)>,
}

/// Two lines over the same days.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    /// Items met, and how many of those were known.
    pub points: Vec<(f64, f64)>,
    /// The levels that are marked.
    pub scale: Scale,
    /// Places with what stands below them.
    pub labels: Vec<(usize, String)>,
}

/// A column of shares.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareColumn {
    /// What stands below it; empty where there is no room.
    pub label: String,
    /// All answers.
    pub answers: u32,
    /// Those that say something of memory.
    pub judged: Option<Judged>,
}

/// A month of squares.
#[derive(Clone, Debug, PartialEq)]
pub struct Month {
    /// Its name.
    pub name: String,
    /// For each of its days that is told of: week of the month, weekday, both from 0; how much was studied, 0 to 3.
    pub days: Vec<(u8, u8, u8)>,
}

/// Levels of an axis that begins at nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scale {
    /// The highest, never 0.
    pub top: f64,
    /// Those that are marked, from nothing to the highest.
    pub levels: Vec<(f64, String)>,
}

impl Scale {
    /// Whole numbers up to this one and a little beyond, in steps of 1, 2 or 5 and their tenfolds.
    pub(super) fn to(most: f64) -> Self {
        let most = if most.is_finite() { most.max(1.0) } else { 1.0 };
        let mut step = 1_u64;
        let next = |step: u64| match step / 10_u64.pow(step.ilog10()) {
            2 => step / 2 * 5,
            _ => step * 2,
        };
        // Three or four steps.
        while step as f64 * 4.0 < most && step < 1 << 60 {
            step = next(step);
        }
        let count = (most / step as f64).ceil() as u64;
        Self {
            top: (count * step) as f64,
            levels: (0..=count)
                .map(|place| ((place * step) as f64, grouped(place * step)))
                .collect(),
        }
    }
}

/// Labels for days that follow each other: about five, the last one among them, without the weekday; over years with the year.
pub(super) fn day_labels(days: &[Day]) -> Vec<(usize, String)> {
    let Some((first, last)) = days.first().zip(days.last()) else {
        return Vec::new();
    };
    let is_long = last.since(*first) > 300;
    let every = days.len().div_ceil(5).max(1);
    let labelled = (0..days.len()).filter(|place| (days.len() - 1 - place).is_multiple_of(every));
    let label = |place: usize| {
        let text = if is_long {
            month_of(days[place])
        } else {
            short(days[place])
        };
        (place, text)
    };
    labelled.map(label).collect()
}

/// `21 Nov`
pub(super) fn short(day: Day) -> String {
    let short = day.short();
    short
        .split_once(' ')
        .map_or(short.clone(), |(_, rest)| rest.to_owned())
}

/// `Nov 2026`
pub(super) fn month_of(day: Day) -> String {
    let year = day.month().map_or(0, |(year, _)| year);
    format!("{} {year}", day.month_name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_holds_everything_in_a_few_round_steps() {
        for most in [
            0.0, 0.3, 1.0, 3.9, 4.0, 17.0, 99.0, 101.0, 4_812.0, 1e6, 1e15,
        ] {
            let scale = Scale::to(most);
            assert!(scale.top >= most && scale.top >= 1.0);
            let steps = scale.levels.len() - 1;
            assert!((1..=4).contains(&steps), "{most}: {steps}");
            assert_eq!(scale.levels[0], (0.0, "0".to_owned()));
            assert!((scale.levels[steps].0 - scale.top).abs() < f64::EPSILON);
        }
        let levels: Vec<String> = Scale::to(4_812.0).levels.into_iter().map(|l| l.1).collect();
        assert_eq!(levels, ["0", "2,000", "4,000", "6,000"]);
    }

    #[test]
    fn a_few_days_are_labelled_the_last_one_among_them() {
        let last = Day::parse("2026-11-21").expect("a day");
        let days = |count: i32, step: i32| -> Vec<Day> {
            (0..count)
                .rev()
                .map(|back| last.plus(-back * step))
                .collect()
        };
        for (count, step) in [(1, 1), (2, 1), (28, 1), (91, 1), (53, 7), (66, 28)] {
            let days = days(count, step);
            let labels = day_labels(&days);
            assert!((1..=5).contains(&labels.len()), "{count}");
            assert_eq!(labels.last().map(|(place, _)| *place), Some(days.len() - 1));
        }
        assert_eq!(day_labels(&days(28, 1)).last().expect("one").1, "21 Nov");
        assert_eq!(day_labels(&days(53, 7)).last().expect("one").1, "Nov 2026");
        assert_eq!(day_labels(&[]), []);
    }
}
