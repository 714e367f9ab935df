//! Holds the app and performs its effects.

use std::collections::VecDeque;

use leptos::prelude::*;

use super::browser::{clock, fetch, files, page, slots::LocalSlots};
use crate::app::{App, Effect, Event, Route};
use crate::review::Writer;
use crate::store::{Journal, SlotError, write_backup};
use crate::time::Stamp;

/// The app, the journal, and what the frame itself holds. Copied freely.
#[derive(Clone, Copy)]
pub struct Shell {
    app: RwSignal<App, LocalStorage>,
    journal: StoredValue<Journal<LocalSlots>, LocalStorage>,
    /// Whether the list of keys is open.
    pub help: RwSignal<bool>,
}

impl Shell {
    /// Opens the log and starts the app.
    pub fn start() -> Self {
        let (journal, loaded) = Journal::open(LocalSlots, Writer(clock::random()));
        let loaded = loaded.and_then(|loaded| LocalSlots::probe().map(|()| loaded));
        let (app, effects) = App::start(loaded, journal.writer());
        let shell = Self {
            app: RwSignal::new_local(app),
            journal: StoredValue::new_local(journal),
            help: RwSignal::new(false),
        };
        shell.dispatch(Event::Went(Route::parse(&page::hash())));
        page::on_hash_change(move || shell.dispatch(Event::Went(Route::parse(&page::hash()))));
        shell.perform(effects);
        page::every_minute(move || shell.dispatch(Event::Ticked));
        shell
    }

    /// The shell of the page.
    pub fn of_page() -> Self {
        expect_context()
    }

    /// A view of the app that is worked out again when the app changes, and tells others only when it differs.
    pub fn memo<T: PartialEq + Send + Sync + 'static>(self, view: fn(&App, Stamp) -> T) -> Memo<T> {
        Memo::new(move |_| self.app.with(|app| view(app, clock::now())))
    }

    /// Hands an event to the app and performs what it wants done.
    pub fn dispatch(self, event: Event) {
        let mut effects = Vec::new();
        if let Event::Went(route) = &event
            && page::hash() != route.hash()
        {
            // The address leads: what it says comes back as an event.
            return page::go(&route.hash());
        }
        self.app
            .update(|app| effects = app.update(event, clock::now()));
        self.perform(effects);
    }

    fn perform(self, effects: Vec<Effect>) {
        let mut waiting: VecDeque<Effect> = effects.into();
        while let Some(effect) = waiting.pop_front() {
            if let Some(event) = self.effect(effect) {
                self.app
                    .update(|app| waiting.extend(app.update(event, clock::now())));
            }
        }
    }

    /// Performs one effect. What is done at once gives its event; what takes time dispatches it later.
    fn effect(self, effect: Effect) -> Option<Event> {
        match effect {
            Effect::FetchIndex => {
                fetch::text("decks/index.json", move |result| {
                    self.dispatch(Event::IndexFetched(result));
                });
                None
            }
            Effect::FetchPack(deck, file) => {
                let done = move |result| self.dispatch(Event::PackFetched(deck, result));
                fetch::text(&format!("decks/{file}"), done);
                None
            }
            Effect::Append(fact) => {
                let id = fact.id;
                let stored = self
                    .journal
                    .try_update_value(|journal| journal.append(&fact));
                Some(
                    match stored.unwrap_or(Err(SlotError::Failed("the page is closing".into()))) {
                        Ok(()) => Event::Stored(id),
                        Err(error) => Event::StoreFailed(id, error),
                    },
                )
            }
            Effect::Merge(facts, foreign) => {
                let merged = self
                    .journal
                    .try_update_value(|journal| journal.merge(&facts, &foreign));
                merged.map(Event::Merged)
            }
            Effect::SaveBackup(name) => {
                let (_, loaded) = Journal::open(LocalSlots, Writer(0));
                Some(Event::BackupSaved(loaded.and_then(|loaded| {
                    let text = write_backup(&loaded.facts, &loaded.foreign);
                    files::download(&name, &text).map(|()| text.len())
                })))
            }
        }
    }

    /// The page's title.
    pub fn title(self) -> String {
        self.app.with(|app| match app.route() {
            Route::Start => "Cairn".to_owned(),
            Route::Study(deck) => format!("{} – Cairn", app.deck_name(deck)),
            Route::Decks => "Decks – Cairn".to_owned(),
            Route::Data => "Data – Cairn".to_owned(),
        })
    }
}
