//! What is entered on the screen of a question, as an answer that can be stored before it is finished, and back.

use super::super::presentation::{Attempt, Presentation, wanted};
use super::super::session::{Asking, Reveal};
use crate::deck::given::Given;
use crate::deck::item::Body;
use crate::deck::marking::mark;
use crate::study::suggestion;

/// Stands for a left side that is joined to nothing as yet.
const OPEN: u16 = u16::MAX;

/// A question with its answer, for the time after.
pub(in super::super) fn reveal(asking: &Asking, given: Option<Given>) -> Reveal {
    let body = &asking.ask.item.body;
    let mark = given.as_ref().and_then(|given| mark(body, given));
    Reveal {
        given,
        suggested: mark.as_ref().map(|mark| suggestion(body.kind(), mark)),
        mark,
        at: asking.shown,
    }
}

/// What was entered so far, finished or not.
pub(super) fn entered(presentation: &Presentation) -> Option<Given> {
    match &presentation.attempt {
        Attempt::Recall => None,
        Attempt::Options(picked) => (!picked.is_empty()).then(|| {
            let mut picked = picked.clone();
            picked.sort_unstable();
            Given::Options(picked)
        }),
        Attempt::Sequence(steps) => Some(Given::Sequence(steps.clone())),
        Attempt::Pairs(pairs) => {
            let joined = pairs.iter().any(Option::is_some);
            joined.then(|| Given::Pairs(pairs.iter().map(|side| side.unwrap_or(OPEN)).collect()))
        }
        Attempt::Text(text) => (!text.trim().is_empty()).then(|| Given::Text(text.clone())),
    }
}

/// The answer, if nothing is missing in it.
pub(in super::super) fn complete(asking: &Asking) -> Option<Given> {
    asking.presentation.given(wanted(&asking.ask.item.body))
}

/// Whether what was given lacks something: fewer options than are wanted, or a side that is not joined.
pub(in super::super) fn lacks(body: &Body, given: &Given) -> bool {
    match given {
        Given::Options(picked) => picked.len() < wanted(body),
        Given::Pairs(pairs) => pairs.contains(&OPEN),
        Given::Sequence(_) | Given::Text(_) | Given::Criteria(_) | Given::Drawn(..) => false,
    }
}

/// Puts back what was entered before.
pub(in super::super) fn restore(attempt: &mut Attempt, given: Option<&Given>) {
    match (attempt, given) {
        (Attempt::Options(picked), Some(Given::Options(given))) => picked.clone_from(given),
        (Attempt::Sequence(steps), Some(Given::Sequence(given))) if given.len() == steps.len() => {
            steps.clone_from(given);
        }
        (Attempt::Pairs(pairs), Some(Given::Pairs(given))) if given.len() == pairs.len() => {
            *pairs = given
                .iter()
                .map(|side| (*side != OPEN).then_some(*side))
                .collect();
        }
        (Attempt::Text(text), Some(Given::Text(given))) => text.clone_from(given),
        _ => {}
    }
}
