//! The drills: every type there is, and what the log says of the answers to them.

use super::{App, Effect, Errand, PastAnswer, Route};
use crate::deck::id::ItemId;
use crate::deck::item::{Body, Level};
use crate::deck::library::Ask;
use crate::drill::Type;
use crate::review::Record;
use crate::study::booked;
use crate::time::Stamp;

/// What the screen of one type rests on beside the log as it is replayed.
#[derive(Debug, Default)]
pub(super) struct DrillState {
    /// Every answer to a drill, by its item; none while they are being read.
    pub(super) past: Option<Vec<(ItemId, PastAnswer)>>,
}

impl App {
    /// The drills were opened: every deck is wanted, and of one type its answers.
    pub(super) fn drills_opened(&mut self) -> Vec<Effect> {
        let Route::Drills(of) = self.route else {
            return Vec::new();
        };
        let ids: Vec<_> = self.content.packs.keys().cloned().collect();
        let mut effects: Vec<Effect> = ids.iter().filter_map(|id| self.fetch(id)).collect();
        if of.is_some() {
            self.drill.past = None;
            effects.push(Errand::ReadDrills.into());
        }
        effects
    }

    /// The answers to drills were read from the log.
    pub(super) fn drills_read(&mut self, past: Vec<(ItemId, PastAnswer)>) {
        self.drill.past = Some(past);
    }

    /// The items that ask for each type at each level, by their place among all types; those of several tracks are one skill.
    pub(super) fn skills(&self) -> Vec<[Vec<&Ask>; 3]> {
        let all = crate::drill::types::ALL;
        let mut skills: Vec<[Vec<&Ask>; 3]> = vec![Default::default(); all.len()];
        for ask in self.library.asks() {
            if let Some((of, level)) = skill_of(ask)
                && let Some(place) = all.iter().position(|other| other == of)
            {
                skills[place][level as usize].push(ask);
            }
        }
        skills
    }

    /// The item under which a skill is practised: that of the next exam, else the one that was answered most.
    pub(super) fn practised_as<'a>(&self, items: &[&'a Ask], now: Stamp) -> Option<&'a Ask> {
        let exams = booked(&self.history, self.history.day(now));
        let exam = |ask: &Ask| exams.iter().position(|exam| exam.track == ask.deck);
        let answers = |ask: &Ask| self.history.of(&ask.id).map_or(0, Record::count);
        items
            .iter()
            .min_by_key(|ask| {
                (
                    exam(ask).unwrap_or(usize::MAX),
                    std::cmp::Reverse(answers(ask)),
                )
            })
            .copied()
    }
}

/// The type and level that an item asks for, if it is a drill that there is.
pub(super) fn skill_of(ask: &Ask) -> Option<(&'static Type, Level)> {
    match &ask.item.body {
        Body::Drill { drill, .. } => {
            Type::named(drill).zip(Some(ask.item.level.unwrap_or_default()))
        }
        _ => None,
    }
}

/// The name of a type, as shown.
pub fn drill_name(id: &str) -> Option<&'static str> {
    Type::named(id).map(|of| of.name)
}
