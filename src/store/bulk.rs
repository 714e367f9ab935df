//! How much text a fact holds, and whether a segment can hold it.

use super::model::TEXT_MAX;
use crate::review::{Fact, Given, Step, What};

/// The most places an answer may name; more means damage.
pub(super) const PLACES_MAX: usize = 1_000;

/// What a fact weighs beside itself: the bytes of its texts and lists.
pub(super) fn bulk(fact: &Fact) -> usize {
    match &fact.what {
        What::Noted(_, text) | What::DeckSaved(_, text) | What::ItemEdited(_, text) => text.len(),
        What::Road(text) => text.as_str().len(),
        What::Answered(answer) => match answer.given.as_ref().map(Given::plain) {
            Some(Given::Text(text)) => text.len(),
            Some(
                Given::Options(list)
                | Given::Sequence(list)
                | Given::Pairs(list)
                | Given::Criteria(list),
            ) => size_of_val(list.as_slice()),
            // None within another is ever written.
            Some(Given::Drawn(..)) | None => 0,
        },
        What::Trained(Some(parameters)) => size_of_val(parameters.weights()),
        What::Sat(form) => form
            .places
            .iter()
            .map(|of| of.item.as_str().len() + 8)
            .sum(),
        What::Sitting(_, Step::Responded(_, response)) => {
            let text = match &response.given {
                Some(Given::Text(text)) => text.len(),
                Some(_) => size_of_val(&response.given),
                None => 0,
            };
            text + response.note.len() + size_of_val(response.struck.as_slice())
        }
        _ => 0,
    }
}

/// Whether a fact could be read back: not if its text or list is longer than any that is written.
pub(super) fn fits(fact: &Fact) -> bool {
    let list = match &fact.what {
        What::Answered(answer) => !matches!(
            answer.given.as_ref().map(Given::plain),
            None | Some(Given::Text(_))
        ),
        _ => false,
    };
    let most = if list {
        PLACES_MAX * size_of::<u16>()
    } else {
        // What stands around it takes some bytes too.
        TEXT_MAX - 100
    };
    bulk(fact) <= most
}
