//! What the program learns of a learner on the way: every fortnight the parameters are tried on the learner's own answers, and
//! adopted if they predict better, as in the app.

use cairn::memory::Parameters;
use cairn::memory::training::{Course, Lesson, lessons};
use cairn::memory::trial::trial;
use cairn::review::History;

/// The learner trains so often, in days.
pub(super) const EVERY_DAYS: usize = 14;

/// Parameters that predict this learner better than those that hold.
pub(super) fn better(history: &History) -> Option<Parameters> {
    let held = history.scheduler().parameters();
    let trial = trial(&in_time(history), held, |_, _| ()).ok()??;
    trial.is_better().then_some(trial.parameters)
}

/// Everything there is to learn from, in the order of its time. No answer of a simulated learner is settled.
fn in_time(history: &History) -> Vec<Lesson> {
    let mut all = Vec::new();
    let mut records: Vec<_> = history.records().collect();
    records.sort_by_key(|(id, _)| *id);
    for ((_, record), number) in records.into_iter().zip(0_i64..) {
        let mut last = None;
        let mut course = Course::new();
        for past in record.recent() {
            let day = history.day(past.at);
            let nights = last.map_or(0, |last| day.since(last).max(0));
            course.push((nights as u32, past.grade));
            last = Some(day);
        }
        for (index, lesson) in lessons(number, &course) {
            all.push((record.recent()[index].at, lesson));
        }
    }
    all.sort_by_key(|(at, lesson)| (*at, lesson.item));
    all.into_iter().map(|(_, lesson)| lesson).collect()
}
