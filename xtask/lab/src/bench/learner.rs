//! A learner of whom nothing is real but the habits: some sittings a day, days and weeks without any, a few answers taken back.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use cairn::memory::Grade;
use cairn::review::{Answer, Fact, FactId, Setting, Sighting, What, Writer};
use cairn::time::{DAY_MS, Day, Stamp};
use rand::RngExt as _;
use rand_pcg::Pcg64Mcg;

use super::corpus::{Asked, Corpus};

/// Answers a day: ten years of them are a million.
const ANSWERS_A_DAY: usize = 274;
/// 2026-11-20, 20:00 UTC: when the last sitting ends, about.
const END_MS: i64 = 1_795_204_800_000;
/// Days on which nothing is studied, beside two weeks each summer.
const IDLE: f64 = 0.06;
/// The share of answers that is taken back.
const UNDONE: f64 = 0.02;
/// The share of answers to what was learned before the items at hand.
const OLD: f64 = 0.1;

/// What one tab wrote.
#[derive(Debug)]
pub(super) struct Sitting {
    pub(super) writer: Writer,
    pub(super) facts: Vec<Fact>,
}

/// How an item stands with the learner.
#[derive(Clone, Copy, Debug, Default)]
struct Standing {
    answers: u32,
    interval: f64,
    hard: bool,
}

type Due = BinaryHeap<Reverse<(i64, usize)>>;

/// The learner.
pub(super) struct Learner<'a> {
    corpus: &'a Corpus,
    answers: usize,
    random: Pcg64Mcg,
    standings: Vec<Standing>,
    /// When each item at hand comes again.
    due: Due,
    /// When each that was learned before comes again.
    old: Due,
    at_once: usize,
    met: usize,
    done: usize,
    sittings: Vec<Sitting>,
}

impl<'a> Learner<'a> {
    /// A learner who has so many items at hand at once, as for one or two exams; 0 for all of them.
    pub(super) fn new(
        corpus: &'a Corpus,
        answers: usize,
        at_once: usize,
        random: Pcg64Mcg,
    ) -> Self {
        Self {
            corpus,
            answers,
            at_once: if at_once == 0 { usize::MAX } else { at_once },
            old: BinaryHeap::new(),
            random,
            standings: vec![Standing::default(); corpus.items.len()],
            due: BinaryHeap::new(),
            met: 0,
            done: 0,
            sittings: Vec::new(),
        }
    }

    /// Everything studied, in the order of time.
    pub(super) fn study(mut self) -> Vec<Sitting> {
        let days = (self.answers / ANSWERS_A_DAY).max(1).cast_signed() as i64;
        let first = END_MS - days * DAY_MS;
        self.set_up(first);
        for day in 0..days {
            let last = day + 1 == days;
            let of_year = (first / DAY_MS + day) % 365;
            let idle = self.random.random_bool(IDLE) || (195..209).contains(&of_year);
            if idle && !last {
                continue;
            }
            let left = self.answers - self.done;
            let share = left as f64 / ((days - day) as f64 * 0.9).max(1.0);
            let today = if last {
                left
            } else {
                (share as usize).min(left)
            };
            self.day(first + day * DAY_MS, of_year, today);
        }
        self.sittings
    }

    /// Settings and own decks, in the very first sitting.
    fn set_up(&mut self, at: i64) {
        let settings = [
            Setting::NewPerDay(999),
            Setting::Retention(900),
            Setting::RolloverHour(4),
        ];
        let mut whats: Vec<What> = settings.into_iter().map(What::Set).collect();
        let decks = self.corpus.decks.iter();
        whats.extend(decks.map(|(id, text)| What::DeckSaved(id.clone(), text.clone())));
        let mut sitting = self.sit_down();
        for (index, what) in whats.into_iter().enumerate() {
            note(
                &mut sitting,
                at + index.cast_signed() as i64 * 60_000,
                60,
                what,
            );
        }
        self.sittings.push(sitting);
    }

    fn sit_down(&mut self) -> Sitting {
        Sitting {
            writer: Writer(self.random.random()),
            facts: Vec::new(),
        }
    }

    /// One day's answers, in one to four sittings.
    fn day(&mut self, midnight: i64, of_year: i64, answers: usize) {
        let offset = if (87..300).contains(&of_year) {
            120
        } else {
            60
        };
        let count = self
            .random
            .random_range(1..=4_usize)
            .min(answers.div_ceil(10).max(1));
        let mut left = answers;
        for number in 0..count {
            let share = left / (count - number);
            // From an hour that has come for everybody: the last sitting of all ends before END_MS + 4 h.
            let hour = 2 * 3_600_000 + number.cast_signed() as i64 * 4 * 3_600_000;
            let start = midnight + hour + self.random.random_range(0..3_600_000);
            self.sitting(start, offset, share);
            left -= share;
        }
    }

    fn sitting(&mut self, start: i64, offset: i16, answers: usize) {
        let mut sitting = self.sit_down();
        let mut now = start;
        for _ in 0..answers {
            let (index, first) = self.next();
            let item = &self.corpus.items[index];
            let grade = self.grade(index, first);
            now += self.answer(&mut sitting, now, offset, item, grade, first);
            if self.random.random_bool(UNDONE) {
                let undone = sitting.facts.last().map(|fact| fact.id);
                now += 2_000;
                sitting
                    .facts
                    .extend(undone.map(|id| fact(&sitting, now, offset, What::Undone(id))));
                now += self.answer(&mut sitting, now, offset, item, Grade::Good, first);
            }
            self.mark(&mut sitting, now, offset, item);
            self.again(index, grade, now);
            self.done += 1;
        }
        self.sittings.push(sitting);
    }

    /// What comes next: something new as long as there is less of it than there should be by now, else what waits longest.
    fn next(&mut self) -> (usize, bool) {
        let all = self.standings.len();
        let wanted = all as f64 * self.done as f64 / (self.answers as f64 * 0.95);
        if self.met < all && (self.met as f64) <= wanted || self.due.is_empty() {
            self.met += 1;
            self.standings[self.met - 1].hard = self.random.random_bool(0.2);
            return (self.met - 1, true);
        }
        if self.random.random_bool(OLD)
            && let Some(Reverse((_, index))) = self.old.pop()
        {
            return (index, false);
        }
        while let Some(Reverse((due, index))) = self.due.pop() {
            if index.saturating_add(self.at_once) >= self.met {
                return (index, false);
            }
            self.old.push(Reverse((due, index)));
        }
        (self.old.pop().map_or(0, |Reverse((_, index))| index), false)
    }

    fn grade(&mut self, index: usize, first: bool) -> Grade {
        let forgotten = match (first, self.standings[index].hard) {
            (true, _) => 0.35,
            (false, true) => 0.2,
            (false, false) => 0.08,
        };
        let chance: f64 = self.random.random();
        match chance {
            c if c < forgotten => Grade::Again,
            c if c < forgotten + 0.1 => Grade::Hard,
            c if c < 0.93 => Grade::Good,
            _ => Grade::Easy,
        }
    }

    /// Notes an answer; gives the milliseconds until the next question is there.
    fn answer(
        &mut self,
        sitting: &mut Sitting,
        now: i64,
        offset: i16,
        item: &Asked,
        grade: Grade,
        first: bool,
    ) -> i64 {
        // Times are spread like those of people: many short, few long.
        let spread: f64 = (0..6).map(|_| self.random.random_range(-1.0..1.0)).sum();
        let seconds = if first { 20.0 } else { 8.0 } * (spread * 0.45).exp();
        // The app notes tenths of a second.
        let ms = (seconds * 10.0) as u32 * 100;
        let answer = Answer {
            item: item.id.clone(),
            grade,
            given: item.answer(grade.passed(), &mut self.random),
            ms,
            sighting: if first {
                Sighting::First
            } else {
                Sighting::Repeated
            },
            corrected: self.random.random_bool(0.005),
        };
        let at = now + i64::from(ms);
        note(sitting, at, offset, What::Answered(answer));
        i64::from(ms) + self.random.random_range(200..2_500)
    }

    /// Now and then a learner does something else with an item.
    fn mark(&mut self, sitting: &mut Sitting, now: i64, offset: i16, item: &Asked) {
        let chance: f64 = self.random.random();
        let what = match chance {
            c if c < 0.002 => What::Flagged(item.id.clone(), true),
            c if c < 0.003 => What::Buried(item.id.clone(), Day((now / DAY_MS) as i32 + 1)),
            c if c < 0.0035 => {
                What::Noted(item.id.clone(), "Read the page on quotas again.".to_owned())
            }
            _ => return,
        };
        note(sitting, now, offset, what);
    }

    /// When the item comes again.
    fn again(&mut self, index: usize, grade: Grade, now: i64) {
        let standing = &mut self.standings[index];
        standing.answers += 1;
        standing.interval = match grade {
            Grade::Again => 0.007,
            Grade::Hard => standing.interval.max(0.8) * 1.2,
            Grade::Good => standing.interval.max(0.8) * 2.2,
            Grade::Easy => standing.interval.max(1.5) * 3.0,
        };
        let wait = (standing.interval.min(180.0) * DAY_MS as f64) as i64;
        self.due.push(Reverse((now + wait, index)));
    }
}

fn fact(sitting: &Sitting, now: i64, offset: i16, what: What) -> Fact {
    let id = FactId {
        writer: sitting.writer,
        number: sitting.facts.len() as u32 + 1,
    };
    // The app notes whole seconds.
    let at = Stamp::new(now.div_euclid(1_000) * 1_000, offset);
    Fact { id, at, what }
}

fn note(sitting: &mut Sitting, now: i64, offset: i16, what: What) {
    let fact = fact(sitting, now, offset, what);
    sitting.facts.push(fact);
}
