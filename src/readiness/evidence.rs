//! What the log says of what a learner knows, task by task.

use crate::deck::id::ItemId;
use crate::deck::item::{Body, Kind, Level};
use crate::deck::library::Library;
use crate::deck::track::Track;
use crate::exam::Sitting;
use crate::exam::score::{Score, marks};
use crate::review::{Feedback, FormKind, History, Record};
use crate::time::{Day, Stamp};

/// How much each kind of evidence counts (tunable).
const FIRST: f64 = 1.0;
const IN_MOCK: f64 = 1.25;
const REPEAT: f64 = 0.05;
const CARD: f64 = 0.2;
/// An answer to a drill: its figures are new each time, but the kind of question is not.
const DRILL: f64 = 0.5;
/// The chance of being right at a drill without knowing anything: some are chosen from four, some are typed.
const DRILL_GUESS: f64 = 0.15;
/// So many of the last answers to a drill are looked at.
const DRILLS_MAX: usize = 4;
/// More repeats of one question than this say no more.
const REPEATS_MAX: usize = 2;
/// How far apart the levels lie, in logits.
const LEVEL_STEP: f64 = 0.8;
/// A mock is worth its name with so many of its questions never seen before.
const UNSEEN_MIN: f64 = 0.8;

/// Something seen of one task.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    /// The place of the task among the track's.
    pub task: usize,
    /// The share that was right, 0 to 1.
    pub right: f64,
    /// The chance of being right without knowing anything.
    pub guess: f64,
    /// How difficult it was, in logits.
    pub difficulty: f64,
    /// How much it counts; 1 for a first sighting.
    pub weight: f64,
    /// When it was seen.
    pub day: Day,
    /// First sightings of questions on later days: what was learned since is not in it.
    pub behind: usize,
}

impl Observation {
    /// A question answered for the first time.
    pub fn first(task: usize, is_right: bool, guess: f64, level: Level, day: Day) -> Self {
        Self {
            task,
            right: f64::from(u8::from(is_right)),
            guess,
            difficulty: difficulty(level),
            weight: FIRST,
            day,
            behind: 0,
        }
    }

    /// What so many right answers among so many repeats of the same question say beside it: hardly anything, and a hundred of them no
    /// more than a few.
    pub fn repeated(&self, right: usize, repeats: usize) -> Option<Self> {
        (repeats > 0).then(|| Self {
            right: right as f64 / repeats as f64,
            weight: REPEAT * repeats.min(REPEATS_MAX) as f64,
            ..*self
        })
    }
}

fn difficulty(level: Level) -> f64 {
    match level {
        Level::Easy => -LEVEL_STEP,
        Level::Medium => 0.0,
        Level::Hard => LEVEL_STEP,
    }
}

/// Everything that is known of a track.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// What was seen.
    pub observations: Vec<Observation>,
    /// First sightings of questions, by task.
    pub firsts: Vec<usize>,
    /// The share and the cut of each timed full mock of questions that were new, the oldest first.
    pub mocks: Vec<(Day, f64, f64)>,
}

impl Evidence {
    /// From the log. `until`: what happened on this day and before.
    pub fn of(library: &Library, history: &History, track: &Track, now: Stamp, until: Day) -> Self {
        let tasks: Vec<&str> = track.tasks().map(|(_, task)| task.id.as_str()).collect();
        let mut evidence = Self {
            firsts: vec![0; tasks.len()],
            ..Self::default()
        };
        let is_exam = |s: &Sitting| {
            s.form.track == track.id && s.is_finished() && s.form.feedback == Feedback::AtEnd
        };
        let sat: Vec<Sitting> = Sitting::all(history).into_iter().filter(is_exam).collect();
        let asked_on = |day: Day, item: &ItemId| {
            let mut sat = sat.iter().filter(|s| history.day(s.begun) == day);
            sat.any(|s| s.questions.iter().any(|q| q.place.item == *item))
        };
        let today = history.day(now);
        for ask in library.asks() {
            let task = ask.tasks.iter().find(|task| task.track == track.id);
            let place = task.and_then(|task| tasks.iter().position(|of| *of == task.task));
            let Some((task, record)) = place.zip(history.of(&ask.id)) else {
                continue;
            };
            let Some((day, is_right)) = record.first().filter(|(day, _)| *day <= until) else {
                continue;
            };
            let seen = Observation {
                task,
                right: f64::from(u8::from(is_right)),
                guess: guess(&ask.item.body),
                difficulty: difficulty(ask.item.level.unwrap_or_default()),
                weight: FIRST,
                day,
                behind: 0,
            };
            if ask.item.body.kind() == Kind::Drill {
                let answers = drilled(record, history, until, &seen, |day| asked_on(day, &ask.id));
                // What an exam asked is a question that nobody has seen before, like any other.
                evidence.firsts[task] += answers.iter().filter(|of| of.weight >= FIRST).count();
                evidence.observations.extend(answers);
            } else if matches!(ask.item.body.kind(), Kind::Card | Kind::Cloze) {
                let recall = recalled(record, history, today);
                let card = recall.map(|right| Observation {
                    right,
                    weight: CARD,
                    ..seen
                });
                evidence.observations.extend(card);
            } else {
                evidence.firsts[task] += 1;
                let repeats = record.count().saturating_sub(1);
                let right = record.passed().saturating_sub(u32::from(is_right)) as usize;
                let again = seen.repeated(right.min(repeats), repeats);
                evidence.observations.extend(again);
                evidence.observations.push(Observation {
                    weight: if asked_on(day, &ask.id) {
                        IN_MOCK
                    } else {
                        FIRST
                    },
                    ..seen
                });
            }
        }
        fall_behind(&mut evidence.observations);
        evidence.mocks = mocks(&sat, library, history, track, until);
        evidence
    }

    /// What was known at the end of a day.
    #[must_use]
    pub fn until(&self, day: Day) -> Self {
        let mut known = Self {
            firsts: vec![0; self.firsts.len()],
            mocks: self
                .mocks
                .iter()
                .filter(|mock| mock.0 <= day)
                .copied()
                .collect(),
            observations: self
                .observations
                .iter()
                .filter(|of| of.day <= day)
                .copied()
                .collect(),
        };
        for of in known.observations.iter().filter(|of| of.weight >= FIRST) {
            known.firsts[of.task] += 1;
        }
        fall_behind(&mut known.observations);
        known
    }

    /// First sightings of questions in all.
    pub fn total(&self) -> usize {
        self.firsts.iter().sum()
    }
}

/// Each of the last answers to a drill says something by itself.
fn drilled(
    record: &Record,
    history: &History,
    until: Day,
    seen: &Observation,
    asked_on: impl Fn(Day) -> bool,
) -> Vec<Observation> {
    let answers = record.recent().iter().rev().map(|past| Observation {
        right: f64::from(u8::from(past.grade.passed())),
        weight: DRILL,
        day: history.day(past.at),
        ..*seen
    });
    let answers = answers.filter(|of| of.day <= until).take(DRILLS_MAX);
    let mut answers: Vec<Observation> = answers.collect();
    // The first answer of a day on which an exam asked for it; what was practised after it is practice.
    for place in 0..answers.len() {
        let day = answers[place].day;
        let is_first = answers.get(place + 1).is_none_or(|before| before.day < day);
        if is_first && asked_on(day) {
            answers[place].weight = IN_MOCK;
        }
    }
    answers
}

/// What a card says is whether it is still remembered.
fn recalled(record: &Record, history: &History, today: Day) -> Option<f64> {
    let (state, last) = record.state().zip(record.last())?;
    let elapsed = f64::from(today.since(history.day(last.at)).max(0));
    Some(history.scheduler().retrievability(state, elapsed))
}

/// Counts for each observation the first sightings of later days.
pub fn fall_behind(observations: &mut [Observation]) {
    let is_first = |of: &&Observation| of.weight >= FIRST;
    let mut days: Vec<Day> = observations
        .iter()
        .filter(is_first)
        .map(|of| of.day)
        .collect();
    days.sort_unstable();
    for of in observations {
        of.behind = days.len() - days.partition_point(|day| *day <= of.day);
    }
}

/// The chance of being right without knowing anything.
pub fn guess(body: &Body) -> f64 {
    match body {
        Body::Choice { options, .. } => {
            let right = options.iter().filter(|o| o.right).count();
            1.0 / choose(options.len(), right)
        }
        Body::Match { pairs, .. } => 1.0 / (1..=pairs.len()).product::<usize>() as f64,
        Body::Order { steps, .. } => 1.0 / (1..=steps.len()).product::<usize>() as f64,
        Body::Card { .. } | Body::Cloze { .. } | Body::Typed { .. } | Body::Case { .. } => 0.0,
        Body::Drill { .. } => DRILL_GUESS,
    }
}

/// How many ways there are to choose so many of so many.
fn choose(from: usize, wanted: usize) -> f64 {
    (0..wanted)
        .map(|i| (from - i) as f64 / (i + 1) as f64)
        .product::<f64>()
        .max(1.0)
}

fn mocks(
    sat: &[Sitting],
    library: &Library,
    history: &History,
    track: &Track,
    until: Day,
) -> Vec<(Day, f64, f64)> {
    let is_new = |sitting: &Sitting| {
        let day = history.day(sitting.begun);
        let new = sitting.questions.iter().filter(|q| {
            let ask = library.ask(&q.place.item);
            let first = history.of(&q.place.item).and_then(Record::first);
            ask.is_some_and(|ask| ask.item.body.kind() == Kind::Drill)
                || first.is_none_or(|(first, _)| first >= day)
        });
        new.count() as f64 >= UNSEEN_MIN * sitting.questions.len().max(1) as f64
    };
    let mut mocks: Vec<(Day, f64, f64)> = sat
        .iter()
        .filter(|s| {
            s.form.kind == FormKind::Mock
                && s.form.seconds.is_some()
                && history.day(s.begun) <= until
                && is_new(s)
        })
        .filter_map(|s| {
            let score = Score::of(&marks(s, library, track), track)?;
            Some((history.day(s.begun), score.share, score.cut))
        })
        .collect();
    mocks.reverse();
    mocks
}
