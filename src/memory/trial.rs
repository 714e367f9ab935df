//! Whether parameters trained on a learner's own answers predict that learner better: judged on answers that came after those they
//! were trained on, and adopted only then.

use serde::{Deserialize, Serialize};

use super::scheduler::CERTAIN;
use super::training::{Lesson, train};
use super::{Elapsed, Parameters, ParametersError, Scheduler, State};

/// Fewer lessons than this are not worth a trial (tunable; fsrs-rs trains all weights from 64 on).
pub const LESSONS_MIN: usize = 150;
/// The last of so many equal parts of the log judges (tunable).
const PARTS: usize = 5;

/// What a trial does one after the other: train, judge, train on all.
const STEPS: u32 = 3;

/// What came of a trial. Losses are log loss per answer (natural logarithm, lower is better).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trial {
    /// Trained on all lessons; to be used if [`Trial::is_better`].
    pub parameters: Parameters,
    /// Lessons that the judged parameters were trained on.
    pub taught: usize,
    /// Lessons that judged: later than all of those.
    pub judged: usize,
    /// Loss on them with the parameters that hold.
    pub before: f64,
    /// Loss on them with parameters trained on what came before.
    pub after: f64,
}

impl Trial {
    /// Whether training predicted better what came after it.
    pub fn is_better(&self) -> bool {
        self.after < self.before
    }
}

/// Trains on all but the last part of the lessons, in the order of their time, judges on the last part against `held`, and trains
/// on all if that was better. `None` if there are too few lessons. `step` hears how many of how many steps are done.
pub fn trial(
    lessons: &[Lesson],
    held: &Parameters,
    mut step: impl FnMut(u32, u32),
) -> Result<Option<Trial>, ParametersError> {
    if lessons.len() < LESSONS_MIN {
        return Ok(None);
    }
    step(0, STEPS);
    let (before, judges) = lessons.split_at(lessons.len() - lessons.len() / PARTS);
    let candidate = train(before)?;
    step(1, STEPS);
    let mut trial = Trial {
        before: loss(&Scheduler::new(held)?, judges),
        after: loss(&Scheduler::new(&candidate)?, judges),
        taught: before.len(),
        judged: judges.len(),
        parameters: candidate,
    };
    step(2, STEPS);
    if trial.is_better() {
        trial.parameters = train(lessons)?;
    }
    step(STEPS, STEPS);
    Ok(Some(trial))
}

/// Mean log loss of a model over lessons; 0 if there are none.
pub fn loss(scheduler: &Scheduler, lessons: &[Lesson]) -> f64 {
    let of = |lesson: &Lesson| {
        let recall = predicted(scheduler, lesson).clamp(CERTAIN, 1.0 - CERTAIN);
        -(if lesson.is_recalled() {
            recall
        } else {
            1.0 - recall
        })
        .ln()
    };
    lessons.iter().map(of).sum::<f64>() / lessons.len().max(1) as f64
}

/// The probability that a model gives the last answer of a lesson to be recalled, before it is told.
pub fn predicted(scheduler: &Scheduler, lesson: &Lesson) -> f64 {
    let Some(((nights, _), before)) = lesson.course.split_last() else {
        return 0.5;
    };
    let mut state: Option<State> = None;
    for (nights, grade) in before {
        let elapsed = Elapsed {
            days: f64::from(*nights),
            nights: *nights,
        };
        state = Some(scheduler.after(state, elapsed, *grade));
    }
    state.map_or(0.5, |state| {
        scheduler.retrievability(state, f64::from(*nights))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::Grade;
    use crate::memory::training::lessons;

    /// A learner who forgets everything within three nights, whatever came before.
    fn forgetful(items: i64) -> Vec<Lesson> {
        let mut all: Vec<(u32, Lesson)> = Vec::new();
        for item in 0..items {
            let gaps = [1, 5, 1, 8, 2, 4];
            let mut course = vec![(0, Grade::Good)];
            let mut day = item as u32 % 40;
            for gap in gaps {
                let grade = if gap > 3 { Grade::Again } else { Grade::Good };
                course.push((gap, grade));
            }
            for (index, lesson) in lessons(item, &course) {
                day += course[index].0;
                all.push((day, lesson));
            }
        }
        all.sort_by_key(|(day, lesson)| (*day, lesson.item));
        all.into_iter().map(|(_, lesson)| lesson).collect()
    }

    #[test]
    fn training_on_a_learner_unlike_others_predicts_better_and_says_by_how_much() {
        let lessons = forgetful(80);
        let mut steps = Vec::new();
        let found = trial(&lessons, &Parameters::default(), |done, of| {
            steps.push((done, of));
        });
        let found = found.expect("lessons that can be learned").expect("enough");
        assert!(found.is_better(), "{} then {}", found.before, found.after);
        assert!(found.before - found.after > 0.05, "{found:?}");
        assert_eq!(found.judged, lessons.len() / PARTS);
        assert_eq!(found.taught + found.judged, lessons.len());
        assert_eq!(steps, [(0, 3), (1, 3), (2, 3), (3, 3)]);
        // What is no better than what holds is not better.
        let again = trial(&lessons, &found.parameters, |_, _| ());
        let again = again.expect("lessons that can be learned").expect("enough");
        assert!(again.before < found.before);
    }

    #[test]
    fn a_few_answers_are_not_worth_a_trial() {
        let lessons = forgetful(10);
        assert!(lessons.len() < LESSONS_MIN);
        let found = trial(&lessons, &Parameters::default(), |_, _| ());
        assert_eq!(found, Ok(None));
    }
}
