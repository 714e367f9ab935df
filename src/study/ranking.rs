//! Everything that may be asked today, the best first.

use std::collections::{HashMap, HashSet};

use super::booked::Booked;
use super::plan::Field;
use super::prospects::Worth;
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
}

/// A list of them, the best first.
pub(super) struct Ranking<'a> {
    pub(super) list: Vec<Ranked<'a>>,
}

impl<'a> Ranking<'a> {
    /// Everything that is worth its seconds at a price. `share` of the rank is the programme's, the rest the plain gain, each as a
    /// multiple of its mean today: the two are of different sizes.
    pub(super) fn of(fields: &[Field<'a>], price: f64, share: f64) -> Self {
        let worths: Vec<Vec<Worth>> = fields
            .iter()
            .map(|field| {
                let candidates = field.candidates.iter();
                candidates.map(|of| field.worth(of, price)).collect()
            })
            .collect();
        let all = || {
            let pairs = fields.iter().zip(&worths);
            pairs.flat_map(|(field, worths)| field.candidates.iter().zip(worths))
        };
        let by_programme = mean(all().map(|(of, worth)| of.weight * worth.per_second));
        let by_gain = mean(all().map(|(of, worth)| of.weight * worth.greedy_per_second));
        let mut list: Vec<Ranked<'a>> = Vec::new();
        let mut places: HashMap<&ItemId, usize> = HashMap::new();
        for (candidate, worth) in all() {
            let blend = share * worth.per_second / by_programme
                + (1.0 - share) * worth.greedy_per_second / by_gain;
            let rank = blend * candidate.weight;
            let ask = candidate.ask;
            if fields.len() > 1 {
                // An item that serves two exams is worth what it is worth to both.
                if let Some(place) = places.get(&ask.id) {
                    list[*place].rank += rank;
                    continue;
                }
                places.insert(&ask.id, list.len());
            }
            list.push(Ranked {
                ask,
                why: candidate.state.map_or(Why::New, |_| Why::Due),
                rank,
                seconds: worth.seconds,
            });
        }
        list.retain(|ranked| ranked.rank > 0.0);
        list.sort_unstable_by(|a, b| {
            let by_rank = b.rank.total_cmp(&a.rank);
            by_rank.then_with(|| a.ask.id.cmp(&b.ask.id))
        });
        Self { list }
    }

    /// Tasks of which nothing was ever asked come first, one item each: a task that is not covered is a hole in the score that
    /// no estimate can see.
    pub(super) fn cover(&mut self, library: &Library, history: &History, exams: &[Booked]) {
        let is_booked = |track: &str| exams.iter().any(|exam| exam.track.as_str() == track);
        let tasks = |ask: &'a Ask| {
            ask.tasks
                .iter()
                .map(|task| (task.track.as_str(), task.task.as_str()))
        };
        let mut holes: HashSet<(&str, &str)> = HashSet::new();
        for ranked in &self.list {
            holes.extend(tasks(ranked.ask).filter(|(track, _)| is_booked(track)));
        }
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
        let fills = |ranked: &Ranked<'a>| {
            // Every hole that it fills, and not only the first one.
            tasks(ranked.ask).filter(|task| holes.remove(task)).count() > 0
        };
        let (mut first, rest): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.list).into_iter().partition(fills);
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

    /// Of things that give each other away, the best is asked today, and none if one of them was answered today.
    pub(super) fn keep_kin_apart(&mut self, library: &'a Library, history: &History, today: Day) {
        let answered = history.unsettled().filter(|(_, record)| {
            let last = record.last();
            last.is_some_and(|last| history.day(last.at) == today)
        });
        let asks = answered.filter_map(|(id, _)| library.ask(id));
        let mut met: HashSet<&str> = asks.map(Ask::kin).collect();
        self.list.retain(|ranked| met.insert(ranked.ask.kin()));
    }
}

/// The mean of what is above nothing; one if there is none.
fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for value in values.filter(|value| *value > 0.0) {
        sum += value;
        count += 1.0;
    }
    if count > 0.0 { sum / count } else { 1.0 }
}
