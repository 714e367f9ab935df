//! Memory parameters from a learner's own answers, by the reference implementation.

use fsrs::{ComputeParametersInput, FSRSItem, FSRSReview, compute_parameters};

use super::{Grade, Parameters, ParametersError};

/// One item's answers, oldest first: nights since the answer before (0 for the first), and the grade.
pub type Course = Vec<(u32, Grade)>;

/// An answer to learn from: the item's answers up to and with it. What is learned is whether the last one was recalled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// Which item it is, by any number.
    pub item: i64,
    /// The item's answers, the last of them at least a night after the one before.
    pub course: Course,
}

impl Lesson {
    /// Whether the last answer was recalled.
    pub fn is_recalled(&self) -> bool {
        let last = self.course.last();
        last.is_some_and(|(_, grade)| grade.passed())
    }
}

/// Whether an answer of an item teaches something: it came a night or more after the one before. The rule of the reference
/// implementation.
pub fn teaches(course: &[(u32, Grade)], index: usize) -> bool {
    index > 0 && course[index].0 > 0
}

/// Every answer of an item that teaches something, by its place.
pub fn lessons(item: i64, course: &Course) -> Vec<(usize, Lesson)> {
    (0..course.len())
        .filter(|index| teaches(course, *index))
        .map(|index| {
            let course = course[..=index].to_vec();
            (index, Lesson { item, course })
        })
        .collect()
}

/// Trains on lessons in the order of their time. With fewer than 8 the published parameters come back, with fewer than 64 only
/// the first stabilities are learned (fsrs-rs 6.6.2, `training.rs`).
pub fn train(lessons: &[Lesson]) -> Result<Parameters, ParametersError> {
    let review = |(nights, grade): &(u32, Grade)| FSRSReview {
        rating: u32::from(grade.number()),
        delta_t: *nights,
    };
    let item = |lesson: &Lesson| FSRSItem {
        reviews: lesson.course.iter().map(review).collect(),
    };
    let input = ComputeParametersInput {
        train_set: lessons.iter().map(item).collect(),
        card_ids: Some(lessons.iter().map(|lesson| lesson.item).collect()),
        enable_short_term: true,
        ..ComputeParametersInput::default()
    };
    // It refuses only grades outside of 1 to 4, which there are none of.
    let weights = compute_parameters(input).map_err(|_| ParametersError::Count(0))?;
    Parameters::fsrs6(&weights)
}
