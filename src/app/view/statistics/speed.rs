//! The chapters about how long answers take.

use super::drawing::{Bars, Drawing, Scale};
use super::{Cell, Chapter, Material, Section, Sheet, words};
use crate::statistics::SPEED_SECONDS;

/// Bars of counts with a name below each, or below every so manieth.
pub(super) fn counts(of: &[u32], unit: &'static str, labels: Vec<(usize, String)>) -> Drawing {
    let heights: Vec<f64> = of.iter().map(|count| f64::from(*count)).collect();
    Drawing::Bars(Bars {
        scale: Scale::to(heights.iter().copied().fold(0.0, f64::max)),
        heights,
        is_binned: true,
        unit,
        labels,
    })
}

/// Rows of a name and a count.
pub(super) fn rows(names: impl Iterator<Item = String>, of: &[u32]) -> Vec<Vec<Cell>> {
    let pairs = names.zip(of);
    pairs
        .map(|(name, count)| vec![Cell::text(name), Cell::count(*count)])
        .collect()
}

/// `8 s`, `2 min`
fn short(seconds: u16) -> String {
    match seconds {
        ..60 => format!("{seconds} s"),
        _ => format!("{} min", seconds / 60),
    }
}

impl Material<'_> {
    pub(super) fn speed(&self) -> Section {
        let of = &self.figures.speed;
        let last = SPEED_SECONDS.len();
        let name = |place: usize| match place {
            0 => format!("under {}", short(SPEED_SECONDS[0])),
            place if place == last => format!("{} and more", short(SPEED_SECONDS[last - 1])),
            place => format!(
                "{} to {}",
                short(SPEED_SECONDS[place - 1]),
                short(SPEED_SECONDS[place])
            ),
        };
        // Below every second bar stands where it begins.
        let labels = (1..=last).step_by(2);
        let labels = labels.map(|place| (place, short(SPEED_SECONDS[place - 1])));
        Section {
            chapter: Chapter::Speed,
            title: "Time per answer",
            words: words::speed(of.all),
            note: None,
            detail: None,
            drawing: (of.all.answers > 0).then(|| counts(&of.bins, "answers", labels.collect())),
            sheet: Sheet {
                head: vec!["Time", "Answers"],
                file_only: Vec::new(),
                rows: rows((0..=last).map(name), &of.bins),
            },
            links: Vec::new(),
        }
    }

    pub(super) fn kinds(&self) -> Section {
        let of = &self.figures.speed;
        let time = |typical: crate::statistics::Typical| match typical.answers {
            0 => Cell::named("–", ""),
            _ => Cell::seconds(typical.ms),
        };
        let rows = of.kinds.iter().map(|kind| {
            vec![
                Cell::text(words::kind(kind.kind)),
                Cell::count(kind.first.answers),
                time(kind.first),
                Cell::count(kind.later.answers),
                time(kind.later),
            ]
        });
        Section {
            chapter: Chapter::Kinds,
            title: "Time by kind of item",
            words: words::kinds(&of.kinds),
            note: None,
            detail: None,
            drawing: (of.all.answers > 0).then_some(Drawing::Table),
            sheet: Sheet {
                head: vec![
                    "Kind",
                    "First time",
                    "Half within",
                    "Repeats",
                    "Half within",
                ],
                file_only: Vec::new(),
                rows: rows.collect(),
            },
            links: Vec::new(),
        }
    }
}
