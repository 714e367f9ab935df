//! Practising one drill against the clock: ten questions in a row, always the same skill and never the same question.
//!
//! A run is a session like any other, and its answers are answers like any other: they are evidence, they count as studied, and they
//! can be taken back. Only what comes next is not the plan's to say.

use super::drilling::made;
use super::saving::Then;
use super::session::{Phase, Session};
use super::{App, Effect, Event};
use crate::deck::given::Drawn;
use crate::deck::id::{ItemId, TrackId};
use crate::deck::item::Kind;
use crate::deck::library::Ask;
use crate::review::{Answer, FactId, What};
use crate::study::Why;
use crate::time::Stamp;

/// Questions of a run.
pub const RUN: usize = 10;
/// Another question than those before it is looked for among so many seeds.
const TRIES: u32 = 50;

/// A run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    /// What is practised: a type at a level.
    pub item: ItemId,
    /// What was answered, in order.
    pub run: Vec<Practised>,
}

/// One answer of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practised {
    /// Its fact.
    pub(super) fact: FactId,
    /// Whether it counts as right.
    pub is_right: bool,
    /// Milliseconds until it was given.
    pub ms: u32,
    /// What was asked.
    stem: String,
}

impl Session {
    /// What is practised.
    pub(super) fn practised(&self) -> Option<&ItemId> {
        self.practice.as_ref().map(|practice| &practice.item)
    }
}

impl App {
    /// Opens a run of this skill, or goes on with the one that is open.
    pub(super) fn open_practice(&mut self, item: &ItemId, now: Stamp) -> Vec<Effect> {
        let Ok(deck) = TrackId::new(item.track()) else {
            return Vec::new();
        };
        let practice = Practice {
            item: item.clone(),
            run: Vec::new(),
        };
        self.open(&deck, Some(practice), now)
    }

    /// The next question of the run, if one is open and not over.
    pub(super) fn practice_on(&mut self, now: Stamp) {
        let Some(practice) = self.session.as_ref().and_then(|s| s.practice.as_ref()) else {
            return;
        };
        let ask = self.library.ask(&practice.item);
        let ask = ask.filter(|ask| ask.item.body.kind() == Kind::Drill);
        let phase = match ask.cloned() {
            None => Phase::Unknown,
            Some(_) if practice.run.len() >= RUN => Phase::Done,
            Some(ask) => Phase::Asking(Box::new(self.asking(&ask, Why::Due, now))),
        };
        if let Some(session) = &mut self.session {
            session.phase = phase;
        }
    }

    /// The question of a seed, or of the next one that was not asked in this run. Few figures are possible in some questions.
    pub(super) fn unlike_others(&self, ask: &Ask, seed: u32) -> (Ask, Option<Drawn>) {
        let run = self.session.as_ref().and_then(|s| s.practice.as_ref());
        let run = run.filter(|practice| practice.item == ask.id);
        let is_new = |made: &Ask| {
            let stem = made.item.body.stem();
            run.is_none_or(|practice| practice.run.iter().all(|answer| answer.stem != stem))
        };
        let made = |more: u32| made(ask.clone(), seed.wrapping_add(more));
        let new = (0..TRIES).map(made).find(|(ask, _)| is_new(ask));
        new.unwrap_or_else(|| made(0))
    }

    /// An answer of the run is on its way into the log.
    pub(super) fn practised(&mut self, effects: &[Effect], answer: &Answer) {
        let Some(session) = &mut self.session else {
            return;
        };
        let stem = match &session.phase {
            Phase::Revealed(asking, _) => asking.ask.item.body.stem().to_owned(),
            _ => String::new(),
        };
        if let (Some(practice), Some(Effect::Append(fact))) =
            (&mut session.practice, effects.first())
        {
            practice.run.push(Practised {
                stem,
                fact: fact.id,
                is_right: answer.grade.passed(),
                ms: answer.ms,
            });
        }
    }

    /// What an event means in a run, where it is not what it means in any session.
    pub(super) fn in_practice(&mut self, event: &Event, now: Stamp) -> Option<Vec<Effect>> {
        if !self.session.as_ref().is_some_and(Session::is_practice) {
            return None;
        }
        match event {
            // What is practised was asked for by name: it is not set aside, only left.
            Event::Suspended | Event::Buried => {}
            Event::More => self.practise_again(now),
            Event::Undid => {
                // Only of this run.
                if let Some((id, item)) = self.session.as_mut().and_then(|s| s.steps.pop()) {
                    self.practice_step_back(id);
                    return Some(self.record(What::Undone(id), Then::Ask(item), now));
                }
            }
            _ => return None,
        }
        Some(Vec::new())
    }

    /// A new run of the same skill.
    fn practise_again(&mut self, now: Stamp) {
        if let Some(practice) = self.session.as_mut().and_then(|s| s.practice.as_mut()) {
            practice.run.clear();
        }
        self.practice_on(now);
    }

    /// The last answer of the run, taken back.
    fn practice_step_back(&mut self, fact: FactId) {
        if let Some(practice) = self.session.as_mut().and_then(|s| s.practice.as_mut()) {
            practice.run.retain(|answer| answer.fact != fact);
        }
    }
}
