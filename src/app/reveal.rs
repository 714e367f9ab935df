//! From a question to its answer: what is picked, moved or typed, and what is known once the answer is shown.

use super::presentation::{Attempt, wanted};
use super::session::{Asking, Phase, Reveal};
use super::{App, Event};
use crate::deck::given::Given;
use crate::deck::id::ItemId;
use crate::deck::item::Kind;
use crate::deck::marking::mark;
use crate::memory::{Elapsed, Grade};
use crate::review::Record;
use crate::study::{days_after, suggestion};
use crate::time::Stamp;

impl App {
    pub(super) fn attempt(&mut self, event: Event, now: Stamp) {
        let Some(session) = &mut self.session else {
            return;
        };
        match (&mut session.phase, event) {
            (Phase::Asking(asking), Event::Picked(place)) => {
                let wanted = wanted(&asking.ask.item.body);
                asking.presentation.pick(place, wanted);
            }
            (Phase::Asking(asking), Event::Moved(from, to)) => asking.presentation.shift(from, to),
            (Phase::Asking(asking), Event::Paired(left, right)) => {
                asking.presentation.pair(left, right);
            }
            (Phase::Asking(asking), Event::Typed(text)) => {
                asking.presentation.attempt = Attempt::Text(text);
                self.reveal(now);
            }
            (Phase::Asking(_), Event::Revealed) => self.reveal(now),
            (Phase::Revealed(asking, reveal), Event::Picked(place)) => tick(asking, reveal, place),
            _ => {}
        }
    }

    fn reveal(&mut self, now: Stamp) {
        let Some(Phase::Asking(asking)) = self.session.as_ref().map(|s| &s.phase) else {
            return;
        };
        let body = &asking.ask.item.body;
        let self_judged = asking.presentation.attempt == Attempt::Recall;
        let given = if body.kind() == Kind::Case {
            Some(Given::Criteria(Vec::new()))
        } else {
            asking.presentation.given(wanted(body))
        };
        if given.is_none() && !self_judged {
            return;
        }
        let mark = given.as_ref().and_then(|given| mark(body, given));
        let reveal = Reveal {
            suggested: mark.as_ref().map(|m| suggestion(body.kind(), m)),
            mark,
            given,
            at: now,
        };
        let asking = asking.clone();
        if let Some(session) = &mut self.session {
            session.phase = Phase::Revealed(asking, reveal);
        }
    }

    /// Days until an item is asked again after each grade, from Again; 0 is today. The same computation decides it later, and what
    /// arrives meanwhile from another tab counts.
    pub(super) fn days_after(&self, item: &ItemId, now: Stamp) -> [i32; 4] {
        let record = self.history.of(item);
        let last = record.and_then(|r| r.last());
        let elapsed = last.map_or(
            Elapsed {
                days: 0.0,
                nights: 0,
            },
            |past| Elapsed::between(past.at, now, self.history.rollover_hour()),
        );
        let state = record.and_then(Record::state);
        let outlook = self.history.scheduler().outlook(state, elapsed);
        Grade::ALL.map(|grade| days_after(&self.history, item, grade, outlook.after(grade), now))
    }
}

/// Ticks a criterion of a case, or takes the tick away, and marks anew.
fn tick(asking: &Asking, reveal: &mut Reveal, place: usize) {
    let Ok(criterion) = u16::try_from(place) else {
        return;
    };
    let Some(Given::Criteria(met)) = &mut reveal.given else {
        return;
    };
    match met.binary_search(&criterion) {
        Ok(at) => {
            met.remove(at);
        }
        Err(at) => met.insert(at, criterion),
    }
    let body = &asking.ask.item.body;
    reveal.mark = reveal.given.as_ref().and_then(|given| mark(body, given));
    reveal.suggested = reveal.mark.as_ref().map(|m| suggestion(body.kind(), m));
}
