//! One learner under one policy, day by day.

use cairn::deck::id::{TaskRef, TrackId};
use cairn::deck::item::{Body, Item, Kind};
use cairn::deck::library::Library;
use cairn::deck::track::Track;
use cairn::deck::{Deck, Header};
use cairn::memory::{Grade, Scheduler};
use cairn::review::{Answer, Fact, FactId, History, Setting, Sighting, What, Writer};
use cairn::study::{Costs, Occasion, Planner, Why};
use cairn::time::{DAY_MS, Stamp};

use super::learner::{Family, Learner};
use super::policy::{Policy, Today};
use super::scenario::Scenario;
use super::{Options, learning};

/// What came of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outcome {
    /// Recall on the day of the exam by the blueprint's weights.
    pub(crate) recall: f64,
    /// The same thirty days later.
    pub(crate) later: f64,
    /// Minutes really used.
    pub(crate) minutes: f64,
    /// Share of tasks of which something was met.
    pub(crate) covered: f64,
}

/// 2026-01-05, a Monday, at seven in the evening.
const START: i64 = 1_767_636_000_000;

/// A track with so many cards, spread evenly over its tasks, in a deck for each domain.
pub(crate) fn track_of(items: usize) -> (Track, Vec<Deck>) {
    let text = include_str!("../../../../decks/aws-saa-c03/track.toml");
    let track: Track = toml::from_str(text).expect("a track of this repository");
    let tasks: Vec<(String, String)> = track
        .tasks()
        .map(|(domain, task)| (domain.id.clone(), task.id.clone()))
        .collect();
    let mut decks: Vec<Deck> = Vec::new();
    for number in 0..items {
        let (domain, task) = &tasks[number % tasks.len()];
        let item = item(number, task);
        match decks
            .iter_mut()
            .find(|deck| deck.header.domain.as_ref() == Some(domain))
        {
            Some(deck) => deck.items.push(item),
            None => decks.push(deck(&track.id, domain, item)),
        }
    }
    (track, decks)
}

/// A track with its real blueprint and items that are only names.
pub(crate) fn library(items: usize) -> Library {
    let (track, decks) = track_of(items);
    let id = track.id.clone();
    let mut library = Library::new(vec![track]);
    library.replace(&id, &decks);
    library
}

fn deck(id: &TrackId, domain: &str, item: Item) -> Deck {
    Deck {
        header: Header {
            deck: id.clone(),
            own: false,
            name: None,
            track: Some(id.clone()),
            domain: Some(domain.to_owned()),
        },
        items: vec![item],
    }
}

fn item(number: usize, task: &str) -> Item {
    Item {
        slug: format!("item-{number}"),
        title: String::new(),
        task: Some(task.to_owned()),
        also: Vec::<TaskRef>::new(),
        level: None,
        idea: None,
        minutes: None,
        body: Body::Card {
            front: "?".to_owned(),
            back: "!".to_owned(),
        },
        explanation: None,
        references: Vec::new(),
    }
}

struct World {
    library: Library,
    history: History,
    learner: Learner,
    number: u32,
    seconds: f64,
}

impl World {
    fn fact(&mut self, at: Stamp, what: What) {
        self.number += 1;
        let id = FactId {
            writer: Writer(1),
            number: self.number,
        };
        self.history.apply(&Fact { id, at, what });
    }

    /// An item is asked; gives the grade and the seconds it took. One question in four can be guessed.
    fn ask(&mut self, index: usize, why: Why, at: Stamp, day: f64) -> (Grade, f64) {
        let mut grade = self.learner.ask(index, day);
        let is_choice = index.is_multiple_of(2);
        if grade == Grade::Again && is_choice && self.learner.chance() < 0.25 {
            grade = Grade::Good;
        }
        let occasion = match why {
            Why::New => Occasion::First,
            Why::Due => Occasion::Later,
            Why::Relearn => Occasion::Relearn,
        };
        let expected = Costs::default().seconds(Kind::Card, occasion, grade);
        let seconds = expected * self.learner.tempo();
        self.seconds += seconds;
        let item = self.library.asks()[index].id.clone();
        let first = self.history.of(&item).is_none();
        let answer = Answer {
            item,
            grade,
            given: None,
            ms: (seconds * 1_000.0) as u32,
            sighting: if first {
                Sighting::First
            } else {
                Sighting::Repeated
            },
            corrected: false,
        };
        self.fact(at, What::Answered(answer));
        (grade, seconds)
    }

    /// Recall by the blueprint's weights, as the learner really has it.
    fn score(&self, day: f64) -> f64 {
        let track = &self.library.tracks()[0];
        let mut sums: std::collections::HashMap<&str, (f64, f64)> =
            std::collections::HashMap::new();
        for (index, ask) in self.library.asks().iter().enumerate() {
            let task = ask.item.task.as_deref().unwrap_or_default();
            let entry = sums.entry(task).or_default();
            entry.0 += self.learner.recall(index, day);
            entry.1 += 1.0;
        }
        sums.iter()
            .map(|(task, (sum, count))| track.weight_of(task) * sum / count)
            .sum()
    }

    fn covered(&self) -> f64 {
        let track = &self.library.tracks()[0];
        let met = |task: &str| {
            let mut of_task = self
                .library
                .asks()
                .iter()
                .filter(|ask| ask.item.task.as_deref() == Some(task));
            of_task.any(|ask| self.history.of(&ask.id).is_some())
        };
        let all = track.tasks().count() as f64;
        track.tasks().filter(|(_, task)| met(&task.id)).count() as f64 / all
    }
}

/// Days on which the learner does not study.
fn absences(days: usize, count: usize, seed: u64) -> Vec<usize> {
    use rand::{RngExt as _, SeedableRng as _};
    let mut rng = rand_pcg::Pcg64Mcg::seed_from_u64(seed ^ 0xab5e);
    let mut found = Vec::new();
    while found.len() < count.min(days / 2) {
        let day = rng.random_range(0..days);
        if !found.contains(&day) {
            found.push(day);
        }
    }
    found
}

/// Runs one learner to the day of the exam.
pub(crate) fn run(
    scenario: &Scenario,
    family: Family,
    policy: Policy,
    seed: u64,
    options: &Options,
) -> Outcome {
    let Options {
        absent,
        share,
        trains,
        ..
    } = *options;
    let library = library(scenario.items);
    let mut world = World {
        learner: Learner::new(family, scenario.items, seed),
        history: History::new(Scheduler::default()),
        library,
        number: 0,
        seconds: 0.0,
    };
    let start = Stamp::new(START, 0);
    for weekday in 0..7 {
        world.fact(
            start,
            What::Set(Setting::Minutes(weekday, scenario.minutes)),
        );
    }
    let first = world.history.day(start);
    let exam = first.plus(i32::try_from(scenario.days).unwrap_or(i32::MAX));
    let track = world.library.tracks()[0].id.clone();
    world.fact(start, What::Booked(track, Some(exam)));
    let mut planner = planner(&world, policy, share, start);
    let missed = absences(scenario.days, absent, seed);
    for day in (0..scenario.days).filter(|day| !missed.contains(day)) {
        if day > 0 && day % learning::EVERY_DAYS == 0 && trains {
            let morning = Stamp::new(START + i64::try_from(day).unwrap_or(0) * DAY_MS, 0);
            if let Some(parameters) = learning::better(&world.history) {
                world.fact(morning, What::Trained(Some(parameters)));
                planner = self::planner(&world, policy, share, morning);
            }
        }
        study_a_day(&mut world, scenario, policy, planner.as_ref(), day);
    }
    Outcome {
        recall: world.score(scenario.days as f64),
        later: world.score(scenario.days as f64 + 30.0),
        minutes: world.seconds / 60.0,
        covered: world.covered(),
    }
}

/// The planner of the policies that ask it.
fn planner(world: &World, policy: Policy, share: f64, now: Stamp) -> Option<Planner> {
    let planner = || Planner::of(&world.history, Costs::default(), now);
    match policy {
        Policy::Cairn if share.is_finite() => Some(planner().with_share(share)),
        Policy::Cairn => Some(planner()),
        Policy::Greedy => Some(planner().with_share(0.0).with_hedge(0.0)),
        _ => None,
    }
}

fn study_a_day(
    world: &mut World,
    scenario: &Scenario,
    policy: Policy,
    planner: Option<&Planner>,
    day: usize,
) {
    let evening = START + i64::try_from(day).unwrap_or(0) * DAY_MS;
    let seconds = f64::from(scenario.minutes) * 60.0;
    let today = Today {
        library: &world.library,
        history: &world.history,
        now: Stamp::new(evening, 0),
        day,
        days: scenario.days,
        seconds,
    };
    let mut plan = today.plan(policy, planner);
    let mut used = 0.0;
    while let Some(next) = plan.next() {
        let at = Stamp::new(evening + (used * 1_000.0) as i64, 0);
        let number = next
            .id
            .as_str()
            .rsplit('-')
            .next()
            .and_then(|n| n.parse::<usize>().ok());
        let found = world
            .library
            .asks()
            .iter()
            .position(|ask| ask.id == next.id);
        let Some(index) = number.and(found) else {
            break;
        };
        let (grade, seconds) = world.ask(index, next.why, at, day as f64 + used / 86_400.0);
        used += seconds;
        plan.answered(&next.id, grade, seconds);
    }
}
