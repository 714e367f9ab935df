//! What the log has to teach a memory model: the answers that stand, item by item, as lessons in the order of their time.

use rustc_hash::FxHashMap;

use super::{Fact, FactId, IdSet, What};
use crate::deck::id::ItemId;
use crate::memory::training::{Lesson, teaches};
use crate::memory::{Elapsed, Grade};
use crate::time::Stamp;

/// The answers of a log, taken in as it is read. Of each answer it holds some forty bytes, where the fact takes several times that.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    items: FxHashMap<ItemId, u32>,
    rows: Vec<Row>,
    known: IdSet,
    undone: IdSet,
}

#[derive(Clone, Copy, Debug)]
struct Row {
    item: u32,
    at: Stamp,
    id: FactId,
    grade: Grade,
}

impl Answers {
    /// Takes in facts, in any order. One that was here before is passed over.
    pub fn add(&mut self, facts: &[Fact]) {
        for fact in facts {
            if !self.known.insert(fact.id) {
                continue;
            }
            match &fact.what {
                What::Undone(id) => {
                    self.undone.insert(*id);
                }
                What::Answered(answer) => {
                    let row = Row {
                        item: self.number(&answer.item),
                        at: fact.at,
                        id: fact.id,
                        grade: answer.grade,
                    };
                    self.rows.push(row);
                }
                _ => {}
            }
        }
    }

    /// Items are numbered as they come.
    fn number(&mut self, item: &ItemId) -> u32 {
        // Looked up first, because an entry would want a name of its own each time.
        if let Some(number) = self.items.get(item) {
            return *number;
        }
        let number = self.items.len() as u32;
        self.items.insert(item.clone(), number);
        number
    }

    /// The lessons in the order of their time, the newest `most` of them; nights begin at `rollover` o'clock. What was taken back
    /// teaches nothing.
    pub fn lessons(mut self, rollover: u8, most: usize) -> Vec<Lesson> {
        let undone = &self.undone;
        self.rows.retain(|row| !undone.contains(row.id));
        self.rows
            .sort_unstable_by_key(|row| (row.item, row.at.at, row.id));
        let mut found: Vec<(usize, usize)> = Vec::new();
        let mut steps: Vec<(u32, Grade)> = Vec::with_capacity(self.rows.len());
        let mut first = 0;
        for (index, row) in self.rows.iter().enumerate() {
            let before = index.checked_sub(1).map(|before| &self.rows[before]);
            let nights = if let Some(before) = before.filter(|before| before.item == row.item) {
                Elapsed::between(before.at, row.at, rollover).nights
            } else {
                first = index;
                0
            };
            steps.push((nights, row.grade));
            if teaches(&steps[first..], index - first) {
                found.push((first, index));
            }
        }
        found.sort_unstable_by_key(|(_, index)| (self.rows[*index].at.at, self.rows[*index].id));
        let old = found.len().saturating_sub(most);
        let lesson = |(first, index): &(usize, usize)| Lesson {
            item: i64::from(self.rows[*index].item),
            course: steps[*first..=*index].to_vec(),
        };
        found[old..].iter().map(lesson).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{Answer, Sighting, Writer};
    use crate::time::DAY_MS;

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
