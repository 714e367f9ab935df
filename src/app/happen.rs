//! What an event leads to, and what another screen wants to begin with.

use super::{App, Effect, Event, Route};
use crate::time::Stamp;

impl App {
    /// Hands an event to the part of the program that it is about.
    pub(super) fn happen(&mut self, event: Event, now: Stamp) -> Vec<Effect> {
        match event {
            Event::IndexFetched(result) => self.index_fetched(result, now),
            Event::PackFetched(deck, result) => self.pack_fetched(&deck, result, now),
            Event::FetchRetried => self.fetch_retried(),
            Event::Went(route) => self.go(route, now),
            Event::Stored(id) => self.stored(id, now),
            Event::StoreFailed(id, error) => self.store_failed(id, error),
            Event::StoreRetried => self.store_retried(),
            Event::Copied(id, result) => self.safety.copied(id, result),
            Event::NoCopy(words) => self.safety.no_copy(words),
            Event::LogGrew if self.rereading.is_none() => {
                self.rereading = Some(Vec::new());
                vec![Effect::Reread]
            }
            Event::LogGrew => Vec::new(),
            Event::Reread(history) => self.reread(*history, now),
            Event::Space(percent) => self.safety.space(percent),
            Event::Persisted(kept) => self.safety.persisted(kept),
            Event::Arrived(fact) => self.arrived(&fact, now),
            #[cfg(feature = "whole")]
            Event::Desk(event) => self.desk(event, now),
            #[cfg(feature = "whole")]
            Event::Exams(event) => self.exams(event, now),
            #[cfg(feature = "whole")]
            Event::Browsing(event) => self.browsing(event, now),
            #[cfg(feature = "whole")]
            Event::InPlace(event) => self.in_place(event, now),
            #[cfg(feature = "whole")]
            Event::Road(event) => self.roading(event, now),
            #[cfg(feature = "whole")]
            Event::Reviewing(event) => self.reviewing(event, now),
            #[cfg(feature = "whole")]
            Event::Counting(event) => self.counting(event, now),
            Event::Ticked => Vec::new(),
            Event::Began(beginning) => self.began(&beginning, now),
            #[cfg(feature = "whole")]
            entered if matches!(self.route, Route::Sitting(_)) => self.room_attempt(entered, now),
            study => self.study(study, now),
        }
    }

    fn go(&mut self, route: Route, now: Stamp) -> Vec<Effect> {
        #[cfg(feature = "whole")]
        let mut left = self.leave_exam(&route, now);
        #[cfg(feature = "whole")]
        if self.route != route {
            left.extend(self.leave_writing(now));
            left.extend(self.leave_review(now));
        }
        self.route = route;
        #[cfg(feature = "whole")]
        if matches!(
            self.route,
            Route::Exam(_) | Route::Readiness(_) | Route::Sitting(_) | Route::Track(_)
        ) {
            return left.into_iter().chain(self.exam_opened(now)).collect();
        }
        let effects = match &self.route {
            #[cfg(not(feature = "whole"))]
            Route::Plan
            | Route::Beyond
            | Route::Decks
            | Route::Settings
            | Route::Data
            | Route::Exams
            | Route::Exam(_)
            | Route::Readiness(_)
            | Route::Sitting(_)
            | Route::Library(_)
            | Route::Item(_)
            | Route::Track(_) => vec![Effect::LoadWhole],
            // What was booked before the first question is shown by the whole module alone.
            #[cfg(not(feature = "whole"))]
            Route::Start if self.history.exams().next().is_some() => vec![Effect::LoadKept],
            Route::Study(deck) => {
                let deck = deck.clone();
                self.open_session(&deck, now)
            }
            #[cfg(feature = "whole")]
            Route::Practice(item) => {
                let item = item.clone();
                self.open_practice(&item, now)
            }
            #[cfg(feature = "whole")]
            Route::Drills(_) => self.drills_opened(),
            #[cfg(feature = "whole")]
            Route::Library(_) | Route::Item(_) => self.library_opened(now),
            #[cfg(feature = "whole")]
            Route::Road(_) => {
                let mut effects = self.road_opened();
                effects.extend(self.export_wanted(now));
                effects
            }
            #[cfg(feature = "whole")]
            Route::Reviews(_) => self.reviews_opened(),
            _ => Vec::new(),
        };
        #[cfg(feature = "whole")]
        let effects = left.into_iter().chain(effects).collect();
        effects
    }
}
