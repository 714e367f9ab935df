//! Everything that may be asked today, the best first.

use rustc_hash::{FxHashMap, FxHashSet};

use super::appraisal::{Appraised, Scales, weigh_the_best};
use super::booked::Booked;
use super::draft::Glance;
use super::field::Field;
use super::queue::Why;
use crate::deck::id::ItemId;
use crate::deck::library::{Ask, Library};
use crate::review::History;
use crate::time::Day;

/// An item and what asking it today is worth.
pub(super) struct Ranked<'a> {
    pub(super) ask: &'a Ask,
    pub(super) why: Why,
    /// Expected score on the day gained per second.
    pub(super) rank: f64,
    /// Expected seconds.
    pub(super) seconds: f64,
    /// The learner wants to be asked this soon.
    pub(super) is_wanted: bool,
}

/// A list of them, the best first.
pub(super) struct Ranking<'a> {
    pub(super) list: Vec<Ranked<'a>>,
    /// How many more there are that were not weighed.
    pub(super) beyond: usize,
}

impl<'a> Ranking<'a> {
    /// Everything that is worth its seconds at a price, after a glance at each. `share` of the rank is the programme's, the rest the
    /// plain gain, each as a multiple of its mean today: the two are of different sizes. What was only glanced at is weighed if it may
    /// be among the best that fill so many seconds; else it is only counted.
    pub(super) fn of(
        fields: &[Field<'a>],
        glances: &[Glance],
        price: f64,
        share: f64,
        seconds: f64,
    ) -> Self {
        let candidates = fields
            .iter()
            .flat_map(|field| field.candidates.iter().map(move |of| (field, of)));
        let mut all: Vec<Appraised<'_, 'a>> = candidates
            .zip(glances)
            .map(|((field, of), glance)| Appraised {
                field,
                of,
                worth: glance.worth,
                is_weighed: glance.is_weighed,
            })
            .collect();
        let scales = Scales::of(&all, price, share);
        if !all.iter().all(|of| of.is_weighed) {
            weigh_the_best(&mut all, &scales, price, seconds);
        }
        let count = all.len();
        all.retain(|of| of.is_weighed);
        let list = merged(&all, &scales, fields.len() > 1);
        Self {
            list,
            beyond: count - all.len(),
        }
    }

    /// Tasks of which nothing was ever asked come first, one item each: a task that is not covered is a hole in the score that
    /// no estimate can see.
    pub(super) fn cover(&mut self, library: &Library, history: &History, exams: &[Booked]) {
        let tracks = exams
            .iter()
            .filter_map(|exam| library.track(exam.track.as_str()));
        let mut holes: FxHashSet<(&str, &str)> = tracks
            .flat_map(|track| {
                track
                    .tasks()
                    .map(|(_, task)| (track.id.as_str(), task.id.as_str()))
            })
            .collect();
        for ask in library.asks() {
            if holes.is_empty() {
                return;
            }
            if history.of(&ask.id).is_some_and(|r| r.last().is_some()) {
                for task in &ask.tasks {
                    holes.remove(&(task.track.as_str(), task.task.as_str()));
                }
            }
        }
        let tasks = |ask: &'a Ask| {
            ask.tasks
                .iter()
                .map(|task| (task.track.as_str(), task.task.as_str()))
        };
        let fills = |ranked: &Ranked<'a>| {
            // Every hole that it fills, and not only the first one.
            tasks(ranked.ask).filter(|task| holes.remove(task)).count() > 0
        };
        let (mut first, rest): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.list).into_iter().partition(fills);
        first.extend(rest);
        self.list = first;
    }

    /// What the learner wants to be asked soon comes before everything else.
    pub(super) fn put_first(&mut self) {
        let is_wanted = |of: &Ranked<'a>| of.is_wanted;
        let (mut first, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut self.list)
            .into_iter()
            .partition(is_wanted);
        first.extend(rest);
        self.list = first;
    }

    /// New items beyond the day's share come after everything else: who meets everything at once may not be able to keep it. The
    /// share is `pace` times an even spread over the days left.
    pub(super) fn spread(&mut self, left: usize, pace: f64) {
        let new = self.list.iter().filter(|of| of.why == Why::New).count();
        let mut allowed = (pace * new as f64 / left.max(1) as f64).ceil() as usize;
        let within = |of: &Ranked<'a>| {
            if of.why != Why::New {
                return true;
            }
            let fits = allowed > 0;
            allowed = allowed.saturating_sub(1);
            fits
        };
        let (mut first, rest): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.list).into_iter().partition(within);
        first.extend(rest);
        self.list = first;
    }

    /// Of things that give each other away, the best is asked today, and none if one of them was answered today. Looked through as far
    /// as so many seconds reach.
    pub(super) fn keep_kin_apart(
        &mut self,
        library: &'a Library,
        history: &History,
        today: Day,
        mut seconds: f64,
    ) {
        let answered = history.unsettled().filter(|(_, record)| {
            let last = record.last();
            last.is_some_and(|last| history.day(last.at) == today)
        });
        let asks = answered.filter_map(|(id, _)| library.ask(id));
        let mut met: FxHashSet<&str> = asks.map(Ask::kin).collect();
        self.list.retain(|ranked| {
            let is_kept = seconds <= 0.0 || met.insert(ranked.ask.kin());
            seconds -= if is_kept { ranked.seconds } else { 0.0 };
            is_kept
        });
    }
}

/// One entry for each item that is worth its seconds, the best first.
fn merged<'a>(all: &[Appraised<'_, 'a>], scales: &Scales, is_shared: bool) -> Vec<Ranked<'a>> {
    let mut list: Vec<Ranked<'a>> = Vec::with_capacity(all.len());
    let mut places: FxHashMap<&ItemId, usize> = FxHashMap::default();
    for appraised in all {
        let (ask, rank) = (appraised.field.ask(appraised.of), scales.rank(appraised));
        if is_shared {
            // An item that serves two exams is worth what it is worth to both.
            if let Some(place) = places.get(&ask.id) {
                list[*place].rank += rank;
                continue;
            }
            places.insert(&ask.id, list.len());
        }
        list.push(Ranked {
            ask,
            why: appraised.of.state.map_or(Why::New, |_| Why::Due),
            rank,
            seconds: appraised.worth.seconds,
            is_wanted: appraised.of.is_wanted,
        });
    }
    // What is wanted is asked even if it is known so well that it is not worth it.
    list.retain(|ranked| ranked.rank > 0.0 || ranked.is_wanted);
    list.sort_unstable_by(|a, b| {
        let by_rank = b.rank.total_cmp(&a.rank);
        by_rank.then_with(|| a.ask.id.cmp(&b.ask.id))
    });
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::id::{ItemId, TrackId};
    use crate::deck::parse::parse;
    use crate::deck::track::Track;
    use crate::memory::{Grade, Scheduler};
    use crate::review::{Answer, Fact, FactId, Sighting, What, Writer};
    use crate::study::appraisal::WEIGHED;
    use crate::study::candidate::candidates;
    use crate::study::{Costs, Planner, booked};
    use crate::time::{DAY_MS, Stamp};

    /// 2026-11-21 18:00 UTC.
    const EVENING: i64 = 1_795_284_000_000;

    /// So many cards, each answered twice at different times with different grades.
    fn studied(cards: usize) -> (Library, History) {
        let track: Track = toml::from_str(include_str!("../../decks/aws-saa-c03/track.toml"))
            .expect("a track of this repository");
        let id: TrackId = track.id.clone();
        let tasks: Vec<String> = track.tasks().map(|(_, task)| task.id.clone()).collect();
        let mut text = format!("---\ntrack: {id}\n---\n");
        for number in 0..cards {
            let task = &tasks[number % tasks.len()];
            text += &format!(
                "\n## Card {number} {{#card-{number} .card task={task}}}\n\n?\n\n---\n\n!\n"
            );
        }
        let deck = parse("cards.md", text.as_bytes()).deck.expect("cards");
        let mut library = Library::new(vec![track]);
        library.replace(&id, &[deck]);
        let fact = |(number, at, what)| Fact {
            id: FactId {
                writer: Writer(1),
                number,
            },
            at: Stamp::new(at, 0),
            what,
        };
        let answer = |item: &ItemId, grade| {
            What::Answered(Answer {
                item: item.clone(),
                grade,
                given: None,
                ms: 9_000,
                sighting: Sighting::Repeated,
                corrected: false,
            })
        };
        let days = |days: i64| EVENING - days * DAY_MS;
        let answers = library.asks().iter().zip(0_i64..).flat_map(|(ask, index)| {
            let grade = |at: i64| Grade::ALL[(at * 7 % 4) as usize];
            let first = (days(31 + index % 67), answer(&ask.id, grade(index)));
            let last = (days(1 + index % 29), answer(&ask.id, grade(index / 3)));
            [first, last]
        });
        let exam = What::Booked(id, Some(Stamp::new(days(-40), 0).day(4)));
        let all = answers.chain([(EVENING, exam)]);
        let facts: Vec<Fact> = all
            .enumerate()
            .map(|(number, (at, what))| fact((number as u32 + 1, at, what)))
            .collect();
        let history = History::replay(Scheduler::default(), &facts);
        (library, history)
    }

    #[test]
    fn what_is_only_glanced_at_would_not_have_been_asked() {
        let (library, history) = studied(4 * WEIGHED);
        let now = Stamp::new(EVENING, 0);
        let planner = Planner::of(&history, Costs::default(), now);
        let exam = &booked(&history, now.day(4))[0];
        let candidates = candidates(&library, &history, exam, now);
        let fields = [planner.field(&library, &history, exam, candidates.into())];
        let price = crate::study::field::price(&fields, 40.0 * 1_200.0);
        let of_one = |of: &_| Glance::of(&fields[0], of, price, 4 * WEIGHED);
        let glances: Vec<Glance> = fields[0].candidates.iter().map(of_one).collect();
        // The best that fill twenty minutes, when so many seconds are weighed.
        let best = |seconds: f64| -> Vec<ItemId> {
            let list = Ranking::of(&fields, &glances, price, 0.75, seconds).list;
            assert!(seconds.is_infinite() || list.len() < WEIGHED);
            let mut filled = 0.0;
            let fills = list.iter().take_while(|ranked| {
                filled += ranked.seconds;
                filled < 1_200.0
            });
            fills.map(|ranked| ranked.ask.id.clone()).collect()
        };
        let few = best(1_200.0);
        assert!(few.len() > 50, "{}", few.len());
        assert_eq!(few, best(f64::INFINITY));
    }
}
