//! The exam room: one question at a time, and what is done with it. Each thing done is stored at once, so that a closed tab loses nothing.

use super::super::drilling::told;
use super::super::presentation::{Attempt, Presentation, wanted};
use super::super::session::Asking;
use super::super::{App, Effect, Event};
use super::Exams;
use super::adaptive::is_adaptive;
use super::entry::{complete, entered, restore};
use crate::deck::marking::mark;
use crate::exam::{Sitting, Stage, asked};
use crate::review::{Ending, FactId, Feedback, Response, Step, What};
use crate::study::{Why, suggestion};
use crate::time::Stamp;

/// Time on a question that is worth a fact of its own when it is left, in milliseconds.
const WORTH_NOTING_MS: u32 = 1_000;

/// Where the learner sits.
#[derive(Clone, Debug)]
pub struct Room {
    /// The sitting.
    pub(in super::super) sitting: FactId,
    /// What is on the desk.
    pub(in super::super) seat: Seat,
    /// Whether the list of questions is open.
    pub(in super::super) is_listing: bool,
}

/// The question at hand.
#[derive(Clone, Debug)]
pub struct Seat {
    /// Its place in the form.
    pub(in super::super) place: usize,
    /// How it stands on the screen; none: its item is no longer in the deck.
    pub(in super::super) asking: Option<Asking>,
    /// Milliseconds on it before this visit.
    before_ms: u32,
}

impl App {
    /// Brings the room up to date with the log: takes a seat where a sitting goes on in this page, clears it where it doesn't.
    pub(super) fn enter_room(&mut self, now: Stamp) {
        let Some(sitting) = self.sitting_here().filter(|s| s.is_held_by(self.writer)) else {
            self.exam.room = None;
            return;
        };
        if !self.is_here(&sitting.form.track) {
            return;
        }
        let room = self
            .exam
            .room
            .as_ref()
            .filter(|room| room.sitting == sitting.id);
        // An adaptive exam goes on with the question that was drawn last.
        let is_last = |place: usize| place + 1 == sitting.questions.len();
        let is_seated = room.is_some_and(|room| {
            let place = room.seat.place;
            place < sitting.questions.len() && (is_last(place) || !is_adaptive(self, &sitting))
        });
        if is_seated || sitting.questions.is_empty() {
            return;
        }
        // Where the learner was: at the first question that has no answer.
        let open = sitting
            .questions
            .iter()
            .position(|q| q.response.given.is_none());
        let place = open.unwrap_or(sitting.questions.len() - 1);
        self.exam.room = Some(Room {
            sitting: sitting.id,
            seat: self.seat(&sitting, place, now),
            is_listing: false,
        });
    }

    pub(super) fn leave_room(&mut self, now: Stamp) -> Vec<Effect> {
        let left = self.left_seat(now);
        self.exam.room = None;
        self.record_all(left, now)
    }

    fn seat(&self, sitting: &Sitting, place: usize, now: Stamp) -> Seat {
        let question = &sitting.questions[place];
        let ask = asked(&self.library, &sitting.form, place, &question.place.item);
        let asking = ask.map(|(ask, drawn)| {
            let ask = ask.into_owned();
            let seed = sitting.form.seed.wrapping_add(place as u64);
            let mut presentation = Presentation::of(&ask, seed);
            restore(&mut presentation.attempt, question.response.given.as_ref());
            Asking {
                ask,
                why: Why::Due,
                shown: now,
                presentation,
                drawn,
            }
        });
        Seat {
            place,
            asking,
            before_ms: question.response.ms,
        }
    }

    /// Events of the room.
    pub(super) fn in_room(&mut self, event: Exams, now: Stamp) -> Vec<Effect> {
        let Some((sitting, room)) = self.sitting_here().zip(self.exam.room.clone()) else {
            return Vec::new();
        };
        let place = room.seat.place;
        match event {
            Exams::Went(to) => self.go_to(&sitting, to, now),
            Exams::Next if place + 1 < sitting.questions.len() => {
                self.go_to(&sitting, place + 1, now)
            }
            Exams::Next if is_adaptive(self, &sitting) => self.adaptive_next(&sitting, now),
            Exams::Next => self.list(true),
            Exams::Back => match place.checked_sub(1) {
                Some(to) => self.go_to(&sitting, to, now),
                None => Vec::new(),
            },
            Exams::ListToggled => self.list(!room.is_listing),
            Exams::FlagToggled => self.respond(&sitting, now, |response| {
                response.is_flagged = !response.is_flagged;
            }),
            Exams::Struck(at) => self.strike(&sitting, at, now),
            Exams::Noted(text) => self.respond(&sitting, now, |response| response.note = text),
            Exams::Entered(text) => self.room_attempt(Event::Typed(text), now),
            Exams::Checked => self.check(&sitting, now),
            _ => Vec::new(),
        }
    }

    fn list(&mut self, is_open: bool) -> Vec<Effect> {
        if let Some(room) = &mut self.exam.room {
            room.is_listing = is_open;
        }
        Vec::new()
    }

    fn go_to(&mut self, sitting: &Sitting, to: usize, now: Stamp) -> Vec<Effect> {
        let is_there = to < sitting.questions.len();
        let place = self.exam.room.as_ref().map(|room| room.seat.place);
        // An adaptive exam never goes back.
        let is_back = is_adaptive(self, sitting) && place.is_some_and(|place| to < place);
        if !is_there || is_back {
            return Vec::new();
        }
        let left = self.left_seat(now);
        let seat = self.seat(sitting, to, now);
        if let Some(room) = &mut self.exam.room {
            room.seat = seat;
            room.is_listing = false;
        }
        self.record_all(left, now)
    }

    /// The time on the question that is left, if it is worth a fact.
    pub(super) fn left_seat(&self, now: Stamp) -> Vec<What> {
        let Some((sitting, room)) = self
            .exam
            .room
            .as_ref()
            .and_then(|room| Some((self.sitting_of(room)?, room)))
        else {
            return Vec::new();
        };
        let kept = &sitting.questions[room.seat.place].response;
        let ms = spent(&room.seat, now);
        let is_worth =
            *kept != Response::default() && !kept.is_checked && ms >= kept.ms + WORTH_NOTING_MS;
        let response = Response { ms, ..kept.clone() };
        let step = Step::Responded(room.seat.place as u16, response);
        let fact = What::Sitting(sitting.id, step);
        if is_worth && sitting.is_held_by(self.writer) {
            vec![fact]
        } else {
            Vec::new()
        }
    }

    fn sitting_of(&self, room: &Room) -> Option<Sitting> {
        let sitting = self.sitting(room.sitting)?;
        (room.seat.place < sitting.questions.len()).then_some(sitting)
    }

    /// Changes what was done with the question at hand, and stores it.
    fn respond(
        &mut self,
        sitting: &Sitting,
        now: Stamp,
        change: impl FnOnce(&mut Response),
    ) -> Vec<Effect> {
        let Some(room) = self.exam.room.as_ref() else {
            return Vec::new();
        };
        let place = room.seat.place;
        let kept = &sitting.questions[place].response;
        let mut response = Response {
            ms: spent(&room.seat, now),
            ..kept.clone()
        };
        change(&mut response);
        let is_same = Response {
            ms: kept.ms,
            ..response.clone()
        } == *kept;
        if kept.is_checked || is_same || !sitting.is_held_by(self.writer) {
            return Vec::new();
        }
        let mut facts = self.asked_anew(sitting, place);
        let step = Step::Responded(place as u16, response);
        facts.push(What::Sitting(sitting.id, step));
        self.record_all(facts, now)
    }

    /// What the log must know first where an answer is one to another version of the item than was asked before.
    pub(super) fn asked_anew(&self, sitting: &Sitting, place: usize) -> Vec<What> {
        let question = &sitting.questions[place];
        let ask = asked(&self.library, &sitting.form, place, &question.place.item);
        let is_another = ask.is_some_and(|(ask, _)| !question.is_of(&ask.item.body))
            && !question.response.is_checked;
        let asked = is_another.then(|| self.asked(&sitting.form, place, [&question.place]));
        asked
            .map(|step| What::Sitting(sitting.id, step))
            .into_iter()
            .collect()
    }

    /// Something was picked, moved, joined or typed.
    pub(in super::super) fn room_attempt(&mut self, event: Event, now: Stamp) -> Vec<Effect> {
        let Some(sitting) = self.sitting_here().filter(|_| self.pending.is_none()) else {
            return Vec::new();
        };
        let Some(room) = self.exam.room.as_mut() else {
            return Vec::new();
        };
        let is_checked = sitting
            .questions
            .get(room.seat.place)
            .is_none_or(|q| q.response.is_checked);
        let Some(asking) = room.seat.asking.as_mut().filter(|_| !is_checked) else {
            return Vec::new();
        };
        let presentation = &mut asking.presentation;
        match event {
            Event::Picked(place) => presentation.pick(place, wanted(&asking.ask.item.body)),
            Event::Moved(from, to) => presentation.shift(from, to),
            Event::Paired(left, place) => presentation.pair(left, place),
            Event::Typed(text) => presentation.attempt = Attempt::Text(text),
            Event::Revealed => return self.in_room(Exams::Checked, now),
            _ => return Vec::new(),
        }
        let given = entered(presentation);
        self.respond(&sitting, now, |response| response.given = given)
    }

    fn strike(&mut self, sitting: &Sitting, at: usize, now: Stamp) -> Vec<Effect> {
        let seat = self.exam.room.as_ref().map(|room| &room.seat);
        let order = seat.and_then(|seat| Some(&seat.asking.as_ref()?.presentation.order));
        let Some(option) = order.and_then(|order| order.get(at).copied()) else {
            return Vec::new();
        };
        self.respond(sitting, now, |response| {
            match response.struck.iter().position(|of| *of == option) {
                Some(place) => {
                    response.struck.remove(place);
                }
                None => response.struck.push(option),
            }
        })
    }

    /// Marks the question at hand and shows its answer, where the sitting tells after each. It is an answer from now on.
    fn check(&mut self, sitting: &Sitting, now: Stamp) -> Vec<Effect> {
        let seat = self.exam.room.as_ref().map(|room| room.seat.clone());
        let Some(Seat {
            place,
            asking: Some(asking),
            ..
        }) = seat.filter(|_| sitting.form.feedback == Feedback::Each)
        else {
            return Vec::new();
        };
        let kept = &sitting.questions[place].response;
        let body = &asking.ask.item.body;
        let Some(given) = complete(&asking).filter(|_| !kept.is_checked) else {
            return Vec::new();
        };
        let Some(mark) = mark(body, &given) else {
            return Vec::new();
        };
        let response = Response {
            given: Some(given.clone()),
            ms: self
                .exam
                .room
                .as_ref()
                .map_or(kept.ms, |room| spent(&room.seat, now)),
            is_checked: true,
            ..kept.clone()
        };
        let grade = suggestion(body.kind(), &mark);
        let ms = i64::from(response.ms);
        let given = told(Some(given), asking.drawn);
        let answer = self.answer(&asking.ask.id, grade, given, ms);
        let mut after = sitting.clone();
        after.questions[place].response = response.clone();
        let mut facts = self.asked_anew(sitting, place);
        facts.extend([
            What::Sitting(sitting.id, Step::Responded(place as u16, response)),
            What::Answered(answer),
        ]);
        facts.extend(self.to_keep(&after, |of| of == place));
        self.record_all(facts, now)
    }

    /// A second went by: the time may be up, and an adaptive exam may want its first question.
    pub(super) fn sitting_ticked(&mut self, now: Stamp) -> Vec<Effect> {
        let Some(sitting) = self.sitting_here().filter(|s| s.is_held_by(self.writer)) else {
            return Vec::new();
        };
        if !self.is_here(&sitting.form.track) {
            return Vec::new();
        }
        if sitting.left_ms(now.at).is_some_and(|left| left <= 0) {
            return self.sitting_over(Ending::TimeUp, now);
        }
        if sitting.questions.is_empty() && is_adaptive(self, &sitting) {
            let facts = self.adaptive_step(&sitting).unwrap_or_default();
            return self.record_all(facts, now);
        }
        self.enter_room(now);
        Vec::new()
    }

    pub(super) fn sitting_paused(&mut self, now: Stamp) -> Vec<Effect> {
        let running = |s: &Sitting| matches!(s.stage, Stage::Running(..));
        let Some(sitting) = self.sitting_here().filter(running) else {
            return Vec::new();
        };
        let mut facts = self.left_seat(now);
        facts.push(What::Sitting(sitting.id, Step::Paused));
        self.exam.room = None;
        self.record_all(facts, now)
    }
}

pub(super) fn spent(seat: &Seat, now: Stamp) -> u32 {
    let shown = seat.asking.as_ref().map_or(now, |asking| asking.shown);
    let visit = (now.at.0 - shown.at.0).clamp(0, 3_600_000);
    seat.before_ms.saturating_add(visit as u32)
}
