//! What the answers of some days did to each item: how many were right, whether it was remembered for the first time, how often it was
//! forgotten. A history holds only the sum of answers from long ago, so this is read from the log.

use std::collections::BTreeMap;

use super::Answers;
use crate::deck::id::ItemId;
use crate::time::Day;

/// What the answers of some days did to one item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Deeds {
    /// Answers.
    pub answers: u32,
    /// Of those, right or remembered.
    pub right: u32,
    /// Whether one of them was the first ever that was right or remembered.
    pub is_learned: bool,
    /// How often it was forgotten after it had been remembered, counted as [`super::Record::lapses`] does.
    pub lapses: u32,
}

/// What the answers of some days did, item by item.
pub type Done = BTreeMap<ItemId, Deeds>;

/// How an item stood before an answer.
#[derive(Clone, Copy, Default)]
struct Stand {
    /// It was right or remembered at least once.
    is_learned: bool,
    /// The last answer was.
    is_known: bool,
}

impl Answers {
    /// What was done in each of these spans of study days, first and last included; nights begin at `rollover` o'clock. What was taken
    /// back did nothing.
    pub fn done(self, spans: &[(Day, Day)], rollover: u8) -> Vec<Done> {
        let courses = self.courses();
        let mut found = vec![Done::new(); spans.len()];
        for (item, answers) in courses.iter() {
            let mut stand = Stand::default();
            for answer in answers {
                let day = answer.at.day(rollover);
                let passed = answer.grade.passed();
                for ((first, last), done) in spans.iter().zip(&mut found) {
                    if (first..=last).contains(&&day) {
                        // Looked up first, because an entry would want a name of its own each time.
                        if !done.contains_key(item) {
                            done.insert(item.clone(), Deeds::default());
                        }
                        if let Some(deeds) = done.get_mut(item) {
                            deeds.answers += 1;
                            deeds.right += u32::from(passed);
                            deeds.is_learned |= passed && !stand.is_learned;
                            deeds.lapses += u32::from(!passed && stand.is_known);
                        }
                    }
                }
                stand = Stand {
                    is_learned: stand.is_learned || passed,
                    is_known: passed,
                };
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memory::{Grade, Scheduler};
    use crate::review::{Answer, Fact, FactId, History, Record, Sighting, What, Writer};
    use crate::time::{DAY_MS, Stamp};

    /// 2026-11-16, a Monday, 18:00 in Berlin.
    const MONDAY: i64 = 1_794_848_400_000;

    fn fact(number: u32, at: i64, what: What) -> Fact {
        let writer = Writer(1);
        Fact {
            id: FactId { writer, number },
            at: Stamp::new(at, 60),
            what,
        }
    }

    fn answer(number: u32, day: i64, item: &str, grade: Grade) -> Fact {
        let answer = Answer {
            item: ItemId::parse(item).expect("an id"),
            grade,
            given: None,
            ms: 9_000,
            sighting: Sighting::Repeated,
            corrected: false,
        };
        let at = MONDAY + day * DAY_MS + i64::from(number) * 1_000;
        fact(number, at, What::Answered(answer))
    }

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    /// The week of the Monday, and the one after it.
    fn weeks(facts: &[Fact]) -> Vec<Done> {
        let mut answers = Answers::default();
        answers.add(facts);
        let (monday, sunday) = (day("2026-11-16"), day("2026-11-22"));
        answers.done(&[(monday, sunday), (monday.plus(7), sunday.plus(7))], 4)
    }

    fn deeds(done: &Done, item: &str) -> Deeds {
        done[&ItemId::parse(item).expect("an id")]
    }

    /// `t/a` was known before and is forgotten; `t/b` is new, missed first; `t/c` was missed before, and is learned in the second week.
    fn some() -> Vec<Fact> {
        vec![
            answer(1, -9, "t/a", Grade::Good),
            answer(2, -9, "t/c", Grade::Again),
            answer(3, 0, "t/a", Grade::Again),
            answer(4, 0, "t/a", Grade::Again),
            answer(5, 0, "t/b", Grade::Again),
            answer(6, 1, "t/b", Grade::Good),
            answer(7, 6, "t/c", Grade::Again),
            answer(8, 7, "t/c", Grade::Hard),
            answer(9, 8, "t/b", Grade::Easy),
        ]
    }

    #[test]
    fn what_was_learned_and_forgotten_is_told_by_what_came_before() {
        let [first, second] = <[Done; 2]>::try_from(weeks(&some())).expect("two weeks");
        let of = |answers, right, is_learned, lapses| Deeds {
            answers,
            right,
            is_learned,
            lapses,
        };
        assert_eq!(
            deeds(&first, "t/a"),
            of(2, 0, false, 1),
            "forgotten, once until it is known again"
        );
        assert_eq!(deeds(&first, "t/b"), of(2, 1, true, 0));
        assert_eq!(
            deeds(&first, "t/c"),
            of(1, 0, false, 0),
            "who never knew it does not forget it"
        );
        assert_eq!(deeds(&second, "t/c"), of(1, 1, true, 0));
        assert_eq!(
            deeds(&second, "t/b"),
            of(1, 1, false, 0),
            "nobody learns twice"
        );
        assert_eq!(second.len(), 2);
    }

    #[test]
    fn neither_the_order_of_arrival_nor_a_second_arrival_matters_and_what_was_taken_back_did_nothing()
     {
        let expected = weeks(&some());
        let mut facts = some();
        facts.reverse();
        facts.extend(some());
        assert_eq!(weeks(&facts), expected);
        let name = some()[5].id;
        facts.insert(0, fact(10, MONDAY, What::Undone(name)));
        let week = &weeks(&facts)[0];
        assert!(!deeds(week, "t/b").is_learned);
        assert_eq!(deeds(week, "t/b").answers, 1);
    }

    #[test]
    fn lapses_are_those_that_the_history_counts() {
        let facts = some();
        let history = History::replay(Scheduler::default(), &facts);
        let mut answers = Answers::default();
        answers.add(&facts);
        let all = &answers.done(&[(day("2026-01-01"), day("2027-01-01"))], 4)[0];
        for (item, deeds) in all {
            let record = history.of(item).expect("answered");
            assert_eq!(record.lapses(), deeds.lapses, "{item}");
            assert_eq!(record.count(), deeds.answers as usize);
            assert_eq!(record.passed(), deeds.right);
            assert_eq!(Record::passed(record) > 0, deeds.is_learned);
        }
    }
}
