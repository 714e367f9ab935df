//! The chapters about how the items hold: retrievability, stability, difficulty.

use super::speed::{counts, rows};
use super::{Chapter, Material, Section, Sheet, words};
use crate::statistics::{RECALLS, STABILITY_DAYS};

/// What stands below the bars of [`STABILITY_DAYS`], and in words: where each bin begins.
const STABILITIES: [&str; STABILITY_DAYS.len()] =
    ["1 d", "3 d", "1 w", "2 w", "1 m", "3 m", "6 m", "1 y"];

impl Material<'_> {
    pub(super) fn retrievability(&self) -> Section {
        let of = &self.figures.holding;
        let tenth = |place: usize| place * 100 / RECALLS;
        let name = |place: usize| format!("{} to {} %", tenth(place), tenth(place + 1));
        let labels = (0..RECALLS)
            .step_by(2)
            .map(|place| (place, format!("{} %", tenth(place))));
        Section {
            chapter: Chapter::Retrievability,
            title: "Chance to remember",
            words: words::retrievability(of, self.figures.last, self.today),
            note: None,
            detail: None,
            drawing: (of.items > 0).then(|| counts(&of.recall, "items", labels.collect())),
            sheet: Sheet {
                head: vec!["Chance", "Items"],
                file_only: Vec::new(),
                rows: rows((0..RECALLS).map(name), &of.recall),
            },
            links: Vec::new(),
        }
    }

    pub(super) fn stability(&self) -> Section {
        let of = &self.figures.holding;
        let last = STABILITY_DAYS.len();
        let name = |place: usize| match place {
            0 => format!("under {} day", STABILITY_DAYS[0]),
            place if place == last => format!("{} days and more", STABILITY_DAYS[last - 1]),
            place => format!(
                "{} to {} days",
                STABILITY_DAYS[place - 1],
                STABILITY_DAYS[place]
            ),
        };
        let labels = STABILITIES.iter().enumerate();
        let labels = labels.map(|(place, label)| (place + 1, (*label).to_owned()));
        Section {
            chapter: Chapter::Stability,
            title: "How long items hold",
            words: words::stability(of),
            note: None,
            detail: None,
            drawing: (of.items > 0).then(|| counts(&of.stability, "items", labels.collect())),
            sheet: Sheet {
                head: vec!["Days until recall is 90 %", "Items"],
                file_only: Vec::new(),
                rows: rows((0..=last).map(name), &of.stability),
            },
            links: Vec::new(),
        }
    }

    pub(super) fn difficulty(&self) -> Section {
        let of = &self.figures.holding;
        let bins = of.difficulty.len();
        let name = |place: usize| format!("{} to {}", place + 1, place + 2);
        let labels = (0..bins).map(|place| (place, (place + 1).to_string()));
        Section {
            chapter: Chapter::Difficulty,
            title: "How hard items are for you",
            words: words::difficulty(of),
            note: None,
            detail: None,
            drawing: (of.items > 0).then(|| counts(&of.difficulty, "items", labels.collect())),
            sheet: Sheet {
                head: vec!["Difficulty", "Items"],
                file_only: Vec::new(),
                rows: rows((0..bins).map(name), &of.difficulty),
            },
            links: Vec::new(),
        }
    }
}
