//! What each model says of each answer, before it is told.

use cairn::memory::training::{Lesson, train};
use cairn::memory::trial::predicted;
use cairn::memory::{Grade, Scheduler};

/// Folds in time; the first part, as long as a fold, only trains.
const FOLDS: usize = 5;

/// A model that predicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Model {
    /// The share recalled so far.
    Average,
    /// SM-2's intervals, read as a recall of 90 % when they are over.
    Sm2,
    /// FSRS-6 with the published parameters.
    Published,
    /// FSRS-6 trained on everything before the fold.
    Trained,
}

impl Model {
    pub(super) const ALL: [Self; 4] = [Self::Average, Self::Sm2, Self::Published, Self::Trained];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Average => "average",
            Self::Sm2 => "SM-2",
            Self::Published => "FSRS-6 published",
            Self::Trained => "FSRS-6 trained",
        }
    }
}

/// A probability, what happened, and the cell that the answer falls into.
pub(super) struct Prediction {
    pub(super) recall: f64,
    pub(super) recalled: bool,
    pub(super) bin: (u32, u32, u32),
}

/// Predicts every fold by what came before it.
pub(super) fn predictions(model: Model, lessons: &[Lesson]) -> Result<Vec<Prediction>, String> {
    let fold = lessons.len() / (FOLDS + 1);
    let mut found = Vec::new();
    for index in 0..FOLDS {
        let start = lessons.len() - (FOLDS - index) * fold;
        let (before, test) = (&lessons[..start], &lessons[start..start + fold]);
        let scheduler = match model {
            Model::Trained => {
                let parameters = train(before).map_err(|e| e.to_string())?;
                Scheduler::new(&parameters).map_err(|e| e.to_string())?
            }
            _ => Scheduler::default(),
        };
        let recalled = before.iter().filter(|lesson| lesson.is_recalled()).count();
        let average = recalled as f64 / before.len() as f64;
        for lesson in test {
            let recall = match model {
                Model::Average => average,
                Model::Sm2 => sm2(lesson),
                Model::Published | Model::Trained => predicted(&scheduler, lesson),
            };
            found.push(Prediction {
                recall: recall.clamp(1e-4, 1.0 - 1e-4),
                recalled: lesson.is_recalled(),
                bin: bin(lesson),
            });
        }
    }
    Ok(found)
}

/// SM-2 as published by Wozniak 1990: 1 day, 6 days, then by the ease; grades stand for qualities 1, 3, 4, 5.
fn sm2(lesson: &Lesson) -> f64 {
    let (mut ease, mut interval, mut run) = (2.5_f64, 1.0_f64, 0);
    let Some(((nights, _), before)) = lesson.course.split_last() else {
        return 0.5;
    };
    for (_, grade) in before {
        let quality = match grade {
            Grade::Again => 1.0,
            Grade::Hard => 3.0,
            Grade::Good => 4.0,
            Grade::Easy => 5.0,
        };
        if grade.passed() {
            run += 1;
            interval = match run {
                1 => 1.0,
                2 => 6.0,
                _ => interval * ease,
            };
        } else {
            (run, interval) = (0, 1.0);
        }
        let missing = 5.0_f64 - quality;
        ease = (ease + 0.1 - missing * (0.08 + missing * 0.02)).max(1.3);
    }
    0.9_f64.powf(f64::from(*nights) / interval)
}

/// The cell of an answer by its interval, the number of long answers and the lapses. Source: fsrs-rs 6.6.2, `dataset.rs`.
fn bin(lesson: &Lesson) -> (u32, u32, u32) {
    let floor = |value: f64, base: f64| base.powf(value.log(base).floor());
    let course = &lesson.course;
    let nights = course.last().map_or(0.0, |(nights, _)| f64::from(*nights));
    let interval = (2.48 * floor(nights, 3.62) * 100.0).round() as u32;
    let long = course.iter().filter(|(nights, _)| *nights > 0).count() as f64 + 1.0;
    let length = (1.99 * floor(long, 1.89)).round() as u32;
    let lapses = course[..course.len() - 1]
        .iter()
        .filter(|(nights, grade)| *nights > 0 && *grade == Grade::Again)
        .count();
    let lapse = if lapses == 0 {
        0
    } else {
        (1.65 * floor(lapses as f64, 1.73)).round() as u32
    };
    (interval, length, lapse)
}
