//! Drills among other items: the item says the type and the level, the question is made when it is asked.

use std::sync::Arc;

use super::App;
use super::drills::skill_of;
use super::session::Asking;
use crate::deck::given::{Drawn, Given};
use crate::deck::item::{Body, Item};
use crate::deck::library::Ask;
use crate::drill::Type;
use crate::drill::figure::Figures;

/// The question of a seed in the place of the item that asks for it, and which one it is. Other items stay as they are.
pub(super) fn made(mut ask: Ask, seed: u32) -> (Ask, Option<Drawn>) {
    let Body::Drill { stem, drill } = &ask.item.body else {
        return (ask, None);
    };
    let (item, drawn) = if let Some(of) = Type::named(drill) {
        let asked = of.asked(ask.item.level.unwrap_or_default(), seed);
        let drawn = Drawn {
            version: of.version,
            seed,
        };
        (asked.in_place_of(&ask.item), Some(drawn))
    } else {
        // A deck of the learner's own may name one that there is not.
        let back = format!(
            "There is no drill `{drill}` in this version of Cairn. Correct its name in the deck, or suspend the item."
        );
        let front = stem.clone();
        let item = Item {
            body: Body::Card { front, back },
            explanation: None,
            ..Item::clone(&ask.item)
        };
        (item, None)
    };
    ask.item = Arc::new(item);
    (ask, drawn)
}

/// What was answered, with the question that it was an answer to.
pub(super) fn told(given: Option<Given>, drawn: Option<Drawn>) -> Option<Given> {
    match (given, drawn) {
        (Some(given), Some(drawn)) => Some(Given::Drawn(drawn, Box::new(given))),
        (given, _) => given,
    }
}

impl App {
    /// What is drawn of the question of a drill, that of the answer only once it is shown. The item at hand is the question that was
    /// made; the one in the library names its type.
    pub(super) fn figures(&self, asking: &Asking, is_revealed: bool) -> Figures {
        let skill = self.library.ask(&asking.ask.id).and_then(skill_of);
        let (Some(drawn), Some((of, level))) = (asking.drawn, skill) else {
            return Figures::default();
        };
        // An item of an own deck that asks for another type by now, or a version that draws otherwise.
        if drawn.version != of.version {
            return Figures::default();
        }
        let figures = of.figures(level, drawn.seed);
        Figures {
            worked: figures.worked.filter(|_| is_revealed),
            ..figures
        }
    }
}
