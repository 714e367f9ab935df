//! The program without a screen. [`App::update`] takes an event and the time, moves the state on and says what shall be done
//! outside; views are derived from the state. Nothing here waits, draws, stores or asks what time it is.
//!
//! ```text
//! key or click -> Event -> App::update(event, now) -> Vec<Effect> -> the shell performs them and answers with events
//!                                   App::…_view(now)  -> plain values that a screen draws
//! ```

mod agenda;
#[cfg(feature = "whole")]
mod beside;
mod booking;
#[cfg(feature = "whole")]
mod browse;
mod content;
#[cfg(feature = "whole")]
mod data;
#[cfg(feature = "whole")]
mod deck_import;
#[cfg(feature = "whole")]
mod desk;
#[cfg(feature = "whole")]
mod drilling;
#[cfg(feature = "whole")]
mod drills;
mod effect;
mod event;
#[cfg(feature = "whole")]
mod exams;
mod first_run;
#[cfg(feature = "whole")]
mod glance;
mod happen;
#[cfg(feature = "whole")]
mod in_place;
pub mod keys;
mod own_decks;
#[cfg(feature = "whole")]
mod planning;
#[cfg(feature = "whole")]
mod practice;
mod presentation;
#[cfg(feature = "whole")]
mod protection;
mod query;
mod reveal;
#[cfg(feature = "whole")]
mod reviews;
#[cfg(feature = "whole")]
mod road;
mod route;
mod safety;
mod saving;
mod session;
#[cfg(feature = "whole")]
mod statistics;
mod steps;
#[cfg(feature = "whole")]
mod training;
pub mod view;

use std::collections::VecDeque;

use crate::deck::id::TrackId;
use crate::deck::library::Library;
use crate::memory::Scheduler;
use crate::review::{Fact, FactId, History, What, Writer};
use crate::store::{Damage, Opened, SlotError};
use crate::time::Stamp;

#[cfg(feature = "whole")]
pub use crate::exam::Request;
#[cfg(feature = "whole")]
pub use crate::roadmap::{Entry, Kind, Ritual, Span, proposal::PartKey};
pub use agenda::{Agenda, More};
#[cfg(feature = "whole")]
pub use beside::{Clerk, LogTexts, Told, Work};
pub use booking::Refused;
#[cfg(feature = "whole")]
pub use browse::{Browsing, Deed, PastAnswer, answers_to, drilled};
pub use content::Content;
#[cfg(feature = "whole")]
pub use data::{Data, ImportPreview};
#[cfg(feature = "whole")]
pub use deck_import::DeckPreview;
#[cfg(feature = "whole")]
pub use desk::{Desk, Errand, Form};
#[cfg(feature = "whole")]
pub use drills::drill_name;
pub use effect::Effect;
pub use event::Event;
#[cfg(feature = "whole")]
pub use exams::{Exams, Room, Seat};
pub use first_run::Beginning;
#[cfg(feature = "whole")]
pub use in_place::{InPlace, Said};
pub use own_decks::OwnDecks;
#[cfg(feature = "whole")]
pub use planning::Planning;
#[cfg(feature = "whole")]
pub use practice::{Practice, Practised, RUN};
pub use presentation::{Attempt, Presentation};
#[cfg(feature = "whole")]
pub use protection::{Folder, LastBackup, Protection};
pub use query::{Only, Query};
#[cfg(feature = "whole")]
pub use reviews::{ReviewPage, Reviewing, done_in};
#[cfg(feature = "whole")]
pub use road::{Export, Refusal, RoadPage, Roading, Zoom};
pub use route::Route;
pub use safety::{Safety, Saved};
use saving::Pending;
pub use session::{Phase, Progress, Session};
#[cfg(feature = "whole")]
pub use statistics::{
    Ahead, Count, CountBasis, CountReport, CountStep, Counting, StatisticsQuery, Window,
};
#[cfg(feature = "whole")]
pub use training::{Held, Report, Step, Training, learn};

/// Everything the program knows.
#[derive(Debug)]
pub struct App {
    library: Library,
    history: History,
    writer: Writer,
    /// The number of this writer's next fact.
    next_number: u32,
    content: Content,
    route: Route,
    session: Option<Session>,
    pending: Option<Pending>,
    /// What is stored after it.
    queue: VecDeque<What>,
    own_decks: OwnDecks,
    #[cfg(feature = "whole")]
    data: Data,
    #[cfg(feature = "whole")]
    protection: Protection,
    #[cfg(feature = "whole")]
    planning: Planning,
    #[cfg(feature = "whole")]
    exam: exams::ExamState,
    #[cfg(feature = "whole")]
    browse: browse::Browse,
    #[cfg(feature = "whole")]
    drill: drills::DrillState,
    #[cfg(feature = "whole")]
    glances: glance::Glances,
    #[cfg(feature = "whole")]
    writing: in_place::Writing,
    #[cfg(feature = "whole")]
    road: road::RoadState,
    #[cfg(feature = "whole")]
    reviews: reviews::Reviews,
    refused: Option<Refused>,
    #[cfg(feature = "whole")]
    trainer: training::Trainer,
    #[cfg(feature = "whole")]
    counts: statistics::CountState,
    /// What is wrong with the storage, in words for the learner.
    storage: Storage,
    safety: Safety,
    /// While the log is being read again: what was stored meanwhile.
    rereading: Option<Vec<Fact>>,
}

/// How the log is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Storage {
    /// As it should be.
    Sound,
    /// Readable with findings: what isn't as it was written.
    Damaged(Vec<Damage>),
    /// A newer version wrote part of it: it can be read and exported, and nothing is written, so that nothing is lost.
    Newer(Vec<Damage>),
    /// The log could not be read or nothing can be stored; studying would be lost, so it isn't offered.
    Unusable(SlotError),
}

impl App {
    /// Starts from the log that was read. `writer` is new and belongs to this tab alone.
    pub fn start(opened: Result<Opened, SlotError>, writer: Writer) -> (Self, Vec<Effect>) {
        let (history, storage) = match opened {
            Ok(opened) if opened.damage.is_empty() => (opened.history, Storage::Sound),
            Ok(opened) if opened.damage.iter().any(Damage::is_newer) => {
                (opened.history, Storage::Newer(opened.damage))
            }
            Ok(opened) => (opened.history, Storage::Damaged(opened.damage)),
            Err(error) => {
                let nothing = History::new(Scheduler::default());
                (nothing, Storage::Unusable(error))
            }
        };
        #[cfg_attr(not(feature = "whole"), allow(unused_mut))]
        let mut app = Self {
            library: Library::default(),
            history,
            writer,
            next_number: 1,
            content: Content::default(),
            route: Route::Start,
            session: None,
            pending: None,
            queue: VecDeque::new(),
            own_decks: OwnDecks::default(),
            #[cfg(feature = "whole")]
            data: Data::default(),
            #[cfg(feature = "whole")]
            protection: Protection::default(),
            #[cfg(feature = "whole")]
            planning: Planning::default(),
            #[cfg(feature = "whole")]
            exam: exams::ExamState::default(),
            #[cfg(feature = "whole")]
            browse: browse::Browse::default(),
            #[cfg(feature = "whole")]
            drill: drills::DrillState::default(),
            #[cfg(feature = "whole")]
            glances: glance::Glances::default(),
            #[cfg(feature = "whole")]
            writing: in_place::Writing::default(),
            #[cfg(feature = "whole")]
            road: road::RoadState::default(),
            #[cfg(feature = "whole")]
            reviews: reviews::Reviews::default(),
            refused: None,
            #[cfg(feature = "whole")]
            trainer: training::Trainer::default(),
            #[cfg(feature = "whole")]
            counts: statistics::CountState::default(),
            storage,
            safety: Safety::default(),
            rereading: None,
        };
        #[cfg(feature = "whole")]
        app.roads_changed();
        // Own decks are written in Markdown, a log of the first version is lines of JSON, and plans take tables: all are for the
        // whole module.
        #[cfg(not(feature = "whole"))]
        if app.history.decks().next().is_some()
            || app.history.exams().next().is_some()
            || !app.history.road().is_empty()
            || app.has_lines()
        {
            return (app, vec![Effect::LoadWhole]);
        }
        (app, vec![Effect::FetchIndex])
    }

    /// Moves on.
    pub fn update(&mut self, event: Event, now: Stamp) -> Vec<Effect> {
        let mut effects = self.happen(event, now);
        #[cfg(feature = "whole")]
        effects.extend(self.refresh_plan(now));
        #[cfg(feature = "whole")]
        effects.extend(self.refresh_reviews(now));
        #[cfg(feature = "whole")]
        effects.extend(self.refresh_statistics(now));
        if self.history.is_outdated() && self.rereading.is_none() {
            self.rereading = Some(Vec::new());
            effects.push(Effect::Reread);
        }
        effects
    }

    #[cfg(not(feature = "whole"))]
    fn has_lines(&self) -> bool {
        let lines = |damage: &Damage| matches!(damage, Damage::Newer(key) if key.starts_with(crate::store::LINES_PREFIX));
        matches!(&self.storage, Storage::Newer(damage) if damage.iter().any(lines))
    }

    /// The log, read again.
    fn reread(&mut self, mut history: History, now: Stamp) -> Vec<Effect> {
        history.extend(&self.rereading.take().unwrap_or_default());
        self.history = history;
        self.own_decks_from_history();
        self.changed(now);
        Vec::new()
    }

    /// Anything of the log may have changed.
    fn changed(&mut self, now: Stamp) {
        #[cfg(feature = "whole")]
        self.roads_changed();
        #[cfg(feature = "whole")]
        self.plan_today(now);
        self.count(now);
    }

    /// A fact of this tab with the next number.
    fn fact(&mut self, what: What, now: Stamp) -> Fact {
        let id = FactId {
            writer: self.writer,
            number: self.next_number,
        };
        self.next_number += 1;
        // Whole seconds: the number orders what happens within one, and the rest would take a third of the log's room.
        let seconds = now.at.0.div_euclid(1_000) * 1_000;
        let at = Stamp::new(seconds, now.offset_minutes);
        Fact { id, at, what }
    }

    /// The screen that is shown.
    pub fn route(&self) -> &Route {
        &self.route
    }

    /// The log, replayed.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// What can be asked.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// How the log is kept.
    pub fn storage(&self) -> &Storage {
        &self.storage
    }

    /// Whether the learner is told of a store that is nearly full.
    pub fn is_nearly_full(&self) -> bool {
        self.safety.nearly_full().is_some()
    }

    /// The session, if one is open.
    pub fn session(&self) -> Option<&Session> {
        self.session.as_ref()
    }

    /// The name of a track or own deck, as shown.
    pub fn deck_name(&self, id: &TrackId) -> String {
        if let Some(track) = self.library.track(id.as_str()) {
            return track.short.clone();
        }
        self.own_decks.name(id).unwrap_or_else(|| id.to_string())
    }
}
