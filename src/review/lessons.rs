//! What the log has to teach a memory model: the answers that stand, item by item, as lessons in the order of their time.

use super::{Answers, Stood};
use crate::memory::training::{Lesson, teaches};
use crate::memory::{Elapsed, Grade};

impl Answers {
    /// The lessons in the order of their time, the newest `most` of them; nights begin at `rollover` o'clock. What was taken back
    /// teaches nothing.
    pub fn lessons(self, rollover: u8, most: usize) -> Vec<Lesson> {
        let courses = self.courses();
        let mut found: Vec<Found<'_>> = Vec::new();
        let mut steps: Vec<(u32, Grade)> = Vec::with_capacity(courses.count());
        for (item, (_, course)) in (0..).zip(courses.iter()) {
            let first = steps.len();
            for (index, stood) in course.iter().enumerate() {
                let before = index.checked_sub(1).map(|before| &course[before]);
                let nights = before.map_or(0, |before| {
                    Elapsed::between(before.at, stood.at, rollover).nights
                });
                steps.push((nights, stood.grade));
                if teaches(&steps[first..], index) {
                    let steps = first..first + index + 1;
                    found.push(Found { item, stood, steps });
                }
            }
        }
        found.sort_unstable_by_key(|found| found.stood.key());
        let old = found.len().saturating_sub(most);
        let lesson = |found: &Found<'_>| Lesson {
            item: found.item,
            course: steps[found.steps.clone()].to_vec(),
        };
        found[old..].iter().map(lesson).collect()
    }
}

/// An answer that teaches something: its item, and the steps up to and with it.
struct Found<'a> {
    item: i64,
    stood: &'a Stood,
    steps: std::ops::Range<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::id::ItemId;
    use crate::review::{Answer, Fact, FactId, Sighting, What, Writer};
    use crate::time::{DAY_MS, Stamp};

    /// 2026-11-21 18:00 in Berlin.
    const EVENING: i64 = 1_795_280_400_000;
    const HOUR: i64 = 3_600_000;

    fn fact(number: u32, at: i64, what: What) -> Fact {
        let writer = Writer(1);
        Fact {
            id: FactId { writer, number },
            at: Stamp::new(at, 60),
            what,
        }
    }

    fn answer(number: u32, item: &str, at: i64, grade: Grade) -> Fact {
        let answer = Answer {
            item: ItemId::parse(item).expect("an id"),
            grade,
            given: None,
            ms: 9_000,
            sighting: Sighting::Repeated,
            corrected: false,
        };
        fact(number, at, What::Answered(answer))
    }

    fn lessons(facts: &[Fact], rollover: u8) -> Vec<Lesson> {
        let mut answers = Answers::default();
        answers.add(facts);
        answers.lessons(rollover, usize::MAX)
    }

    /// Two items over some days, one of them twice on a day.
    fn some() -> Vec<Fact> {
        vec![
            answer(1, "t/a", EVENING, Grade::Good),
            answer(2, "t/b", EVENING + 60_000, Grade::Again),
            answer(3, "t/b", EVENING + 120_000, Grade::Good),
            answer(4, "t/b", EVENING + DAY_MS, Grade::Hard),
            answer(5, "t/a", EVENING + 3 * DAY_MS, Grade::Again),
            answer(6, "t/b", EVENING + 5 * DAY_MS, Grade::Easy),
        ]
    }

    #[test]
    fn every_answer_a_night_after_the_one_before_is_a_lesson_in_the_order_of_time() {
        let found = lessons(&some(), 4);
        let b = [
            (0, Grade::Again),
            (0, Grade::Good),
            (1, Grade::Hard),
            (4, Grade::Easy),
        ];
        let courses: Vec<_> = found.iter().map(|l| (l.item, l.course.clone())).collect();
        assert_eq!(
            courses,
            [
                (1, b[..3].to_vec()),
                (0, vec![(0, Grade::Good), (3, Grade::Again)]),
                (1, b.to_vec()),
            ]
        );
    }

    #[test]
    fn neither_the_order_of_arrival_nor_a_second_arrival_matters() {
        let mut facts = some();
        let expected: Vec<_> = lessons(&facts, 4).into_iter().map(|l| l.course).collect();
        facts.reverse();
        facts.extend(some());
        let found: Vec<_> = lessons(&facts, 4).into_iter().map(|l| l.course).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn an_answer_taken_back_teaches_nothing_even_if_the_news_of_it_comes_first() {
        let mut facts = some();
        let name = facts[3].id;
        facts.insert(0, fact(7, EVENING + 6 * DAY_MS, What::Undone(name)));
        let found = lessons(&facts, 4);
        assert_eq!(found.len(), 2);
        let b = [(0, Grade::Again), (0, Grade::Good), (5, Grade::Easy)];
        assert_eq!(found[1].course, b);
    }

    #[test]
    fn nights_begin_at_the_hour_that_the_learner_chose() {
        let late = [
            answer(1, "t/a", EVENING + 5 * HOUR, Grade::Good),
            // Half past one.
            answer(2, "t/a", EVENING + 15 * HOUR / 2, Grade::Good),
        ];
        assert_eq!(lessons(&late, 4).len(), 0);
        assert_eq!(lessons(&late, 0)[0].course[1].0, 1);
    }

    #[test]
    fn only_the_newest_are_given_and_they_know_what_came_before() {
        let mut answers = Answers::default();
        answers.add(&some());
        let all = answers.clone().lessons(4, usize::MAX);
        assert_eq!(answers.lessons(4, 1), all[2..]);
    }
}
