//! A study session: one item at a time, asked, revealed, graded, stored, and on.

use super::content::Arrival;
#[cfg(feature = "whole")]
use super::practice::Practice;
use super::presentation::Presentation;
use super::saving::Then;
use super::{App, Effect, Event, Storage};
use crate::deck::given::{Drawn, Given};
use crate::deck::id::{ItemId, TrackId};
use crate::deck::library::Ask;
use crate::deck::marking::Mark;
use crate::memory::Grade;
use crate::review::{Answer, FactId, Record, What};
use crate::study::{Next, Why};
use crate::time::Stamp;

/// One more helping of new items beyond the daily limit.
const MORE_NEW: usize = 10;

/// A session of one track or own deck.
#[derive(Clone, Debug)]
pub struct Session {
    /// What is studied.
    pub deck: TrackId,
    /// When it was opened.
    pub started: Stamp,
    /// Where it stands.
    pub phase: Phase,
    pub(super) extra_new: usize,
    /// Counted once for each question and not for each look at the screen.
    pub(super) progress: Progress,
    /// The lapses of the item answered last, if that answer made it a leech.
    pub(super) leech: Option<u32>,
    /// Facts of this session that can be taken back, with the item each was about.
    pub(super) steps: Vec<(FactId, ItemId)>,
    /// The run of a drill, if one is practised.
    #[cfg(feature = "whole")]
    pub(super) practice: Option<Practice>,
}

/// A first visit has nothing to practise.
#[cfg(not(feature = "whole"))]
type Practice = std::convert::Infallible;

/// How far today is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Answers today.
    pub done: usize,
    /// Due items left.
    pub due: usize,
    /// New items left.
    pub new: usize,
    /// Items to learn again today.
    pub relearn: usize,
}

/// Where a session stands. Exactly one of these.
#[derive(Clone, Debug)]
pub enum Phase {
    /// The items are on their way, or did not come.
    Loading(Arrival),
    /// There is no such track or deck.
    Unknown,
    /// A question is shown.
    Asking(Box<Asking>),
    /// The answer is shown.
    Revealed(Box<Asking>, Reveal),
    /// Nothing is left for today.
    Done,
}

/// The item at hand.
#[derive(Clone, Debug)]
pub struct Asking {
    /// The item.
    pub ask: Ask,
    /// Why it is asked.
    pub why: Why,
    /// When it was shown.
    pub shown: Stamp,
    /// How it stands on the screen.
    pub presentation: Presentation,
    /// Which question of a drill it is, if it is one.
    pub drawn: Option<Drawn>,
}

/// What is known once the answer is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Reveal {
    /// What was answered; for a case the criteria ticked so far.
    pub given: Option<Given>,
    /// What it is worth.
    pub mark: Option<Mark>,
    /// The grade that it deserves.
    pub suggested: Option<Grade>,
    /// When the answer was shown.
    pub at: Stamp,
}

impl Session {
    /// Whether one drill is practised, and not what is due.
    pub fn is_practice(&self) -> bool {
        #[cfg(feature = "whole")]
        return self.practice.is_some();
        #[cfg(not(feature = "whole"))]
        return false;
    }
}

impl App {
    /// Opens a session, or goes on with the one that is open.
    pub(super) fn open_session(&mut self, deck: &TrackId, now: Stamp) -> Vec<Effect> {
        self.open(deck, None, now)
    }

    /// The same of a track or own deck as a whole, or of one drill that is practised.
    pub(super) fn open(
        &mut self,
        deck: &TrackId,
        practice: Option<Practice>,
        now: Stamp,
    ) -> Vec<Effect> {
        #[cfg(not(feature = "whole"))]
        let _ = practice;
        let is_open = self.session.as_ref().is_some_and(|session| {
            #[cfg(feature = "whole")]
            let is_same = session.practised() == practice.as_ref().map(|of| &of.item);
            #[cfg(not(feature = "whole"))]
            let is_same = true;
            session.deck == *deck && is_same
        });
        if !is_open {
            self.session = Some(Session {
                deck: deck.clone(),
                started: now,
                phase: Phase::Loading(Arrival::Fetching),
                extra_new: 0,
                progress: Progress::default(),
                leech: None,
                steps: Vec::new(),
                #[cfg(feature = "whole")]
                practice,
            });
        }
        if matches!(self.storage, Storage::Unusable(_) | Storage::Newer(_)) {
            return Vec::new();
        }
        let mut effects = Vec::new();
        let pack = self.content.packs.get(deck);
        let arrival = match pack {
            Some(pack) if pack.file.is_some() => {
                let arrival = pack.arrival.clone();
                effects.extend(self.fetch(deck));
                if effects.is_empty() {
                    arrival
                } else {
                    Arrival::Fetching
                }
            }
            Some(_) => Arrival::Here,
            None if self.own_decks.name(deck).is_some() => Arrival::Here,
            None => self.content.index.clone(),
        };
        let known = pack_known(self, deck);
        if let Some(session) = &mut self.session {
            match &mut session.phase {
                // A question that is open stays open when its address is visited again; the time away is not time spent on it.
                Phase::Asking(asking) | Phase::Revealed(asking, _) => {
                    asking.shown = now;
                    return effects;
                }
                _ if arrival == Arrival::Here && !known => session.phase = Phase::Unknown,
                _ => session.phase = Phase::Loading(arrival.clone()),
            }
        }
        if arrival == Arrival::Here && known {
            self.advance(now);
        }
        effects
    }

    pub(super) fn session_pack_arrived(&mut self, arrival: &Arrival, now: Stamp) {
        if *arrival == Arrival::Here {
            self.advance(now);
        } else {
            self.session_waits(arrival.clone());
        }
    }

    fn session_waits(&mut self, arrival: Arrival) {
        if let Some(session) = &mut self.session {
            session.phase = Phase::Loading(arrival);
        }
    }

    /// Asks what comes next, or ends the session.
    pub(super) fn advance(&mut self, now: Stamp) {
        #[cfg(feature = "whole")]
        if self.session.as_ref().is_some_and(Session::is_practice) {
            return self.practice_on(now);
        }
        #[cfg(feature = "whole")]
        if let Some(deck) = self.session.as_ref().map(|s| s.deck.clone())
            && self.is_planning(deck.as_str(), now)
        {
            return self.session_waits(Arrival::Fetching);
        }
        let next = self.count(now).and_then(|next| {
            let ask = self.library.ask(&next.id)?;
            Some(self.asking(ask, next.why, now))
        });
        if let Some(session) = &mut self.session {
            session.phase = next.map_or(Phase::Done, |asking| Phase::Asking(Box::new(asking)));
        }
    }

    /// Counts anew how far today is; gives what comes next.
    pub(super) fn count(&mut self, now: Stamp) -> Option<Next> {
        let session = self.session.as_ref()?;
        let deck = session.deck.as_str();
        let agenda = self.agenda(deck, now, session.extra_new);
        let tally = self.history.tally(self.history.day(now), Some(deck));
        let session = self.session.as_mut()?;
        session.progress = Progress {
            done: tally.answers as usize,
            due: agenda.due,
            new: agenda.new,
            relearn: agenda.relearn,
        };
        agenda.next
    }

    pub(super) fn asking(&self, ask: &Ask, why: Why, now: Stamp) -> Asking {
        let answers = self.history.of(&ask.id).map_or(0, Record::count);
        let draw = crate::study::due::draw(&ask.id, answers);
        // Another question after each answer, and the same one after a reload or an answer that was taken back.
        #[cfg(feature = "whole")]
        let (ask, drawn) = self.unlike_others(ask, (draw * f64::from(u32::MAX)) as u32);
        #[cfg(not(feature = "whole"))]
        let (ask, drawn) = (ask.clone(), None);
        Asking {
            presentation: Presentation::of(&ask, (draw * 1e15) as u64),
            ask,
            why,
            shown: now,
            drawn,
        }
    }

    /// Shows an item again whose answer was taken back.
    pub(super) fn ask_again(&mut self, item: &ItemId, now: Stamp) {
        let Some(ask) = self.library.ask(item).cloned() else {
            return self.advance(now);
        };
        let answered = self.history.of(item).is_some_and(|r| r.last().is_some());
        let why = if answered { Why::Due } else { Why::New };
        self.count(now);
        let asking = self.asking(&ask, why, now);
        if let Some(session) = &mut self.session {
            session.phase = Phase::Asking(Box::new(asking));
        }
    }

    /// Events of the study screen.
    pub(super) fn study(&mut self, event: Event, now: Stamp) -> Vec<Effect> {
        if self.pending.is_some() || self.session.is_none() {
            return Vec::new();
        }
        #[cfg(feature = "whole")]
        if let Some(first) = self.written_first(&event, now) {
            return first;
        }
        #[cfg(feature = "whole")]
        if let Some(practised) = self.in_practice(&event, now) {
            return practised;
        }
        match event {
            Event::Graded(grade) => self.graded(grade, now),
            Event::Accepted => match self.suggested() {
                Some(grade) => self.graded(grade, now),
                None => Vec::new(),
            },
            Event::Undid => self.undo(now),
            Event::Suspended => self.set_aside(What::Suspended, now),
            Event::Buried => {
                let tomorrow = self.history.day(now).plus(1);
                self.set_aside(|item| What::Buried(item, tomorrow), now)
            }
            Event::FlagToggled => self.toggle_flag(now),
            Event::More => {
                self.more(now);
                Vec::new()
            }
            other => {
                self.attempt(other, now);
                Vec::new()
            }
        }
    }

    fn more(&mut self, now: Stamp) {
        #[cfg(feature = "whole")]
        if let Some(deck) = self.session.as_ref().map(|s| s.deck.clone())
            && self.plan_more(deck.as_str(), now)
        {
            return self.advance(now);
        }
        if let Some(session) = &mut self.session {
            session.extra_new += MORE_NEW;
        }
        self.advance(now);
    }

    fn suggested(&self) -> Option<Grade> {
        match self.session.as_ref().map(|s| &s.phase) {
            Some(Phase::Revealed(_, reveal)) => Some(reveal.suggested.unwrap_or(Grade::Good)),
            _ => None,
        }
    }

    fn graded(&mut self, grade: Grade, now: Stamp) -> Vec<Effect> {
        let Some(Phase::Revealed(asking, reveal)) = self.session.as_ref().map(|s| &s.phase) else {
            return Vec::new();
        };
        let item = asking.ask.id.clone();
        let ms = now.at.0.saturating_sub(asking.shown.at.0);
        let given = reveal.given.clone();
        #[cfg(feature = "whole")]
        let given = super::drilling::told(given, asking.drawn);
        #[cfg(feature = "whole")]
        let ms = match asking.drawn {
            // How fast it was worked out, and not how long its working was read.
            Some(_) => reveal.at.at.0.saturating_sub(asking.shown.at.0),
            None => ms - self.written_ms(now),
        };
        // A mark is overruled where the learner says "remembered" to what was wrong, or the other way round.
        let overruled = reveal
            .suggested
            .is_some_and(|s| s.passed() != grade.passed());
        let answer = Answer {
            corrected: overruled,
            ..self.answer(&item, grade, given, ms)
        };
        #[cfg(feature = "whole")]
        let told = answer.clone();
        let effects = self.record(What::Answered(answer), Then::Advance, now);
        #[cfg(feature = "whole")]
        self.practised(&effects, &told);
        self.note_step(&effects, item);
        effects
    }
}

fn pack_known(app: &App, deck: &TrackId) -> bool {
    app.content.packs.contains_key(deck) || app.own_decks.name(deck).is_some()
}
