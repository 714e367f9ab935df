//! What a track holds for today, and which of it comes next.

use std::collections::{HashMap, HashSet};

use super::due::due_day;
use super::relearn::Relearn;
use crate::deck::id::ItemId;
use crate::deck::library::{Ask, Library};
use crate::memory::Grade;
use crate::review::{History, Record, Sighting};
use crate::time::{Day, Stamp};

/// Among so many of the weakest due items, one of another domain than the last is preferred (tunable).
const INTERLEAVE_AMONG: usize = 4;

/// Why an item is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was never answered.
    New,
    /// Its day has come.
    Due,
    /// It was not remembered today.
    Relearn,
}

/// The item to ask next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The item.
    pub id: ItemId,
    /// Why.
    pub why: Why,
}

/// What one track or own deck holds for today.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    /// Forgotten today.
    pub relearn: Relearn,
    /// Due, the least retrievable first.
    pub due: Vec<ItemId>,
    /// New ones for today, in the order of introduction.
    pub new: Vec<ItemId>,
    /// New ones beyond today's limit.
    pub later: usize,
    reviews_done: usize,
    news_done: usize,
    last_domain: Option<String>,
    domains: HashMap<ItemId, Option<String>>,
}

impl Queue {
    /// Works out today's queue. `extra_new` raises the daily limit for this session.
    pub fn of(
        library: &Library,
        history: &History,
        deck: &str,
        now: Stamp,
        extra_new: usize,
    ) -> Self {
        let today = history.day(now);
        let asks: Vec<&Ask> = library.of_deck(deck).collect();
        let mut queue = Self::default();
        let answered = Today::of(&asks, history, today);
        let mut due: Vec<(f64, &Ask)> = Vec::new();
        let mut fresh: Vec<&Ask> = Vec::new();
        for ask in &asks {
            let record = history.of(&ask.id);
            if record.is_some_and(|r| r.is_suspended() || r.is_buried(today)) {
                continue;
            }
            let known = record.and_then(|r| Some((r, r.last()?)));
            let Some((record, last)) = known else {
                fresh.push(ask);
                continue;
            };
            if history.day(last.at) == today && last.grade == Grade::Again {
                let since = answered.stamps.iter().filter(|at| **at > last.at).count();
                queue.relearn.add(ask.id.clone(), since);
            } else if record.is_wanted() && history.day(last.at) < today && !answered.kin_met(ask) {
                // Before everything that is only due.
                due.push((-1.0, ask));
            } else if due_day(history, &ask.id, record).is_some_and(|day| day <= today)
                && !answered.kin_met(ask)
            {
                due.push((recall(history, record, now), ask));
            }
        }
        sort(&mut due);
        let mut kin: HashSet<&str> = answered.kin.keys().copied().collect();
        // Of things that give each other away, the one least remembered is asked today, the others later.
        due.retain(|(_, ask)| kin.insert(ask.kin()));
        let mut fresh = introduction_order(library, deck, &fresh);
        fresh.sort_by_key(|ask| !history.of(&ask.id).is_some_and(Record::is_wanted));
        let limit = usize::from(history.settings().new_per_day()) + extra_new;
        let allowed = limit.saturating_sub(answered.firsts);
        for ask in fresh {
            // What would give away something that is asked today waits for another day.
            if !kin.insert(ask.kin()) {
                continue;
            }
            if queue.new.len() < allowed {
                queue.new.push(ask.id.clone());
            } else {
                queue.later += 1;
            }
        }
        queue.reviews_done = answered.stamps.len() - answered.firsts;
        queue.news_done = answered.firsts;
        queue.last_domain = answered.last_domain;
        queue.domains = due
            .iter()
            .map(|(_, a)| (a.id.clone(), a.domain.clone()))
            .collect();
        queue.due = due.into_iter().map(|(_, ask)| ask.id.clone()).collect();
        queue
    }

    /// How many items are left for today.
    pub fn left(&self) -> usize {
        self.relearn.len() + self.due.len() + self.new.len()
    }

    /// What to ask next: what was forgotten, once enough else has come in between; else new and due items
    /// in proportion, so that neither waits for the other; at the end what was forgotten, at once.
    pub fn next(&self) -> Option<Next> {
        let next = |id: &ItemId, why| {
            Some(Next {
                id: id.clone(),
                why,
            })
        };
        if let Some(waiting) = self.relearn.ready() {
            return Some(waiting);
        }
        let news = self.news_done + self.new.len();
        let reviews = self.reviews_done + self.due.len();
        let news_behind = self.news_done * reviews <= self.reviews_done * news;
        match (self.new.first(), self.weakest_of_another_domain()) {
            (Some(new), None) => next(new, Why::New),
            (Some(new), Some(_)) if news_behind => next(new, Why::New),
            (_, Some(due)) => next(due, Why::Due),
            (None, None) => self.relearn.first(),
        }
    }

    fn weakest_of_another_domain(&self) -> Option<&ItemId> {
        let other = |id: &&ItemId| {
            let domain = self.domains.get(*id).and_then(Option::as_ref);
            domain.is_none() || domain != self.last_domain.as_ref()
        };
        let first = self.due.iter().take(INTERLEAVE_AMONG).find(other);
        first.or_else(|| self.due.first())
    }
}

/// Ascending by value; equal values by id, so that the order never depends on chance.
fn sort(list: &mut [(f64, &Ask)]) {
    list.sort_unstable_by(|(a, x), (b, y)| a.total_cmp(b).then_with(|| x.id.cmp(&y.id)));
}

/// What was answered today among the asks of one deck.
struct Today<'a> {
    stamps: Vec<Stamp>,
    firsts: usize,
    /// The ask answered today by kin.
    kin: HashMap<&'a str, &'a ItemId>,
    last_domain: Option<String>,
}

impl<'a> Today<'a> {
    fn of(asks: &[&'a Ask], history: &History, today: Day) -> Self {
        let mut found = Self {
            stamps: Vec::new(),
            firsts: 0,
            kin: HashMap::new(),
            last_domain: None,
        };
        let mut newest: Option<Stamp> = None;
        for ask in asks {
            let answers = history.of(&ask.id).map_or(&[][..], Record::recent);
            for past in answers
                .iter()
                .rev()
                .take_while(|p| history.day(p.at) >= today)
            {
                found.stamps.push(past.at);
                found.firsts += usize::from(past.sighting == Sighting::First);
                found.kin.insert(ask.kin(), &ask.id);
                if newest.is_none_or(|at| past.at > at) {
                    newest = Some(past.at);
                    found.last_domain.clone_from(&ask.domain);
                }
            }
        }
        found
    }

    /// Whether something else that gives this ask away was answered today.
    fn kin_met(&self, ask: &Ask) -> bool {
        self.kin.get(ask.kin()).is_some_and(|id| **id != ask.id)
    }
}

/// The probability that an item is remembered now.
pub fn recall(history: &History, record: &Record, now: Stamp) -> f64 {
    match (record.state(), record.last()) {
        (Some(state), Some(last)) => history
            .scheduler()
            .retrievability(state, now.at.days_since(last.at.at)),
        _ => 0.0,
    }
}

/// New items in an order that follows the exam: domains alternate by their weights, tasks within a domain in turn.
/// What was introduced before counts, so that the order of the rest never changes.
fn introduction_order<'a>(library: &Library, deck: &str, fresh: &[&'a Ask]) -> Vec<&'a Ask> {
    let track = library.track(deck);
    let weight = |ask: &Ask| {
        let domain = ask.domain.as_deref();
        let domains = track.map_or(&[][..], |t| &t.domains);
        domains
            .iter()
            .find(|d| Some(d.id.as_str()) == domain)
            .map_or(1.0, |d| f64::from(d.weight.max(1)))
    };
    let mut rank_in_task: HashMap<(Option<&str>, Option<&str>), usize> = HashMap::new();
    let mut ranked: Vec<(f64, &Ask)> = Vec::new();
    for (index, ask) in library.of_deck(deck).enumerate() {
        let task = ask.item.task.as_deref();
        let rank = rank_in_task
            .entry((ask.domain.as_deref(), task))
            .or_default();
        *rank += 1;
        // By rank, then by place in the files; both are small whole numbers.
        ranked.push((*rank as f64 * 1e7 + index as f64, ask));
    }
    sort(&mut ranked);
    let mut in_domain: HashMap<Option<&str>, f64> = HashMap::new();
    let mut order: Vec<(f64, &Ask)> = Vec::new();
    for (_, ask) in ranked {
        let place = in_domain.entry(ask.domain.as_deref()).or_default();
        *place += 1.0;
        order.push(((*place - 0.5) / weight(ask), ask));
    }
    sort(&mut order);
    let by_id: HashMap<&ItemId, &'a Ask> = fresh.iter().map(|a| (&a.id, *a)).collect();
    order
        .into_iter()
        .filter_map(|(_, ask)| by_id.get(&ask.id).copied())
        .collect()
}
