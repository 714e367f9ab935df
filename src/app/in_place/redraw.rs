//! The session goes on with an item that was changed: asked anew, or its answer drawn anew.

use super::super::session::{Asking, Reveal};
use super::super::{App, Phase};
use crate::deck::given::Given;
use crate::deck::item::Body;
use crate::deck::marking::mark;
use crate::study::suggestion;
use crate::time::Stamp;

impl App {
    /// A deck was saved. If the item at hand is another for it, the session shows it as it is now.
    pub(super) fn item_changed(&mut self, now: Stamp) {
        let (asking, reveal) = match self.session.as_ref().map(|s| &s.phase) {
            Some(Phase::Asking(asking)) => (asking, None),
            Some(Phase::Revealed(asking, reveal)) => (asking, Some(reveal)),
            _ => return,
        };
        let Some(ask) = self.library.ask(&asking.ask.id) else {
            // It was taken out, or this deletion of it was.
            return self.advance(now);
        };
        if ask.item == asking.ask.item {
            return;
        }
        let fresh = self.asking(ask, asking.why, now);
        let phase = match reveal {
            None => Phase::Asking(Box::new(fresh)),
            Some(reveal) => {
                let (asking, reveal) = answered(asking, reveal, fresh);
                Phase::Revealed(Box::new(asking), reveal)
            }
        };
        self.count(now);
        if let Some(session) = &mut self.session {
            session.phase = phase;
        }
        self.writing.redrawn += 1;
    }
}

/// The changed item with what was answered to it before, marked anew. What cannot be told of it any more is left to the learner.
fn answered(before: &Asking, reveal: &Reveal, fresh: Asking) -> (Asking, Reveal) {
    let body = &fresh.ask.item.body;
    let fits = corresponds(&before.ask.item.body, body);
    let presentation = if fits {
        before.presentation.clone()
    } else {
        fresh.presentation.clone()
    };
    let given = match (body, &reveal.given) {
        (Body::Case { .. }, _) if !fits => Some(Given::Criteria(Vec::new())),
        (_, given) => given.clone().filter(|_| fits),
    };
    let mark = given.as_ref().and_then(|given| mark(body, given));
    let reveal = Reveal {
        suggested: mark.as_ref().map(|m| suggestion(body.kind(), m)),
        mark,
        given,
        at: reveal.at,
    };
    let asking = Asking {
        presentation,
        // The answer is timed from when the question came.
        shown: before.shown,
        ..fresh
    };
    (asking, reveal)
}

/// Whether what was picked, joined or ordered means the same in both: as many parts, and none at the place of another.
fn corresponds(before: &Body, now: &Body) -> bool {
    let (old, new) = (parts(before), parts(now));
    let stays = |(place, part): (usize, &&str)| {
        let was = old.iter().position(|old| old == part);
        was.is_none_or(|was| was == place || old[place] == *part)
    };
    before.kind() == now.kind() && old.len() == new.len() && new.iter().enumerate().all(stays)
}

/// What an answer names by its place.
fn parts(body: &Body) -> Vec<&str> {
    match body {
        Body::Choice { options, .. } => options.iter().map(|o| o.text.as_str()).collect(),
        Body::Order { steps, .. } => steps.iter().map(|s| s.text.as_str()).collect(),
        Body::Match { pairs, .. } => pairs
            .iter()
            .flat_map(|pair| [pair.left.as_str(), pair.right.as_str()])
            .collect(),
        Body::Case { rubric, .. } => rubric.iter().map(|c| c.text.as_str()).collect(),
        // Nothing, or a text: it is compared with the answers as they are.
        Body::Card { .. } | Body::Cloze { .. } | Body::Typed { .. } | Body::Drill { .. } => {
            Vec::new()
        }
    }
}
