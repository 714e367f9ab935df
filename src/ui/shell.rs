//! Holds the app and performs its effects.

use std::collections::VecDeque;

use leptos::prelude::*;

use super::browser::channel::Channel;
use super::browser::copies::Copies;
#[cfg(feature = "whole")]
use super::browser::files;
use super::browser::{clock, fetch, page, slots::LocalSlots};
#[cfg(feature = "whole")]
use crate::app::Desk;
use crate::app::{App, Effect, Event, Route};
use crate::review::{Fact, FactId, Writer};
#[cfg(feature = "whole")]
use crate::store::write_backup;
use crate::store::{Copy as LogCopy, Journal, SlotError, decode, encode_one};
use crate::time::Stamp;

/// Both copies of the log, opened: what a start needs.
pub struct Opened {
    copies: Result<Copies, String>,
    texts: Option<LogCopy>,
}

impl Opened {
    fn without(words: String) -> Self {
        Self {
            copies: Err(words),
            texts: None,
        }
    }
}

/// The app, the journal, and what the frame itself holds. Copied freely.
#[derive(Clone, Copy)]
pub struct Shell {
    app: RwSignal<App, LocalStorage>,
    journal: StoredValue<Journal<LocalSlots>, LocalStorage>,
    copies: StoredValue<Option<Copies>, LocalStorage>,
    channel: StoredValue<Option<Channel>, LocalStorage>,
    /// Whether the list of keys is open.
    pub help: RwSignal<bool>,
}

impl Shell {
    /// Opens both copies of the log and starts the app on what they hold together.
    pub async fn open() -> Opened {
        match Copies::open().await {
            Ok(copies) => match copies.read().await {
                Ok(texts) => Opened {
                    copies: Ok(copies),
                    texts: Some(texts),
                },
                Err(words) => Opened::without(words),
            },
            Err(words) => Opened::without(words),
        }
    }

    /// Starts the app.
    pub fn start(opened: Opened) -> Self {
        let (journal, loaded) = Journal::open(LocalSlots, opened.texts, Writer(clock::random()));
        let loaded = loaded.and_then(|loaded| LocalSlots::probe().map(|()| loaded));
        let (app, effects) = App::start(loaded, journal.writer());
        let trouble = opened.copies.as_ref().err().cloned();
        let shell = Self {
            app: RwSignal::new_local(app),
            journal: StoredValue::new_local(journal),
            copies: StoredValue::new_local(opened.copies.ok()),
            channel: StoredValue::new_local(None),
            help: RwSignal::new(false),
        };
        if let Some(words) = trouble {
            shell.dispatch(Event::NoCopy(words));
        }
        shell.channel.set_value(Some(Channel::join(move |line| {
            if let Ok((segment, _, _)) = decode(&line) {
                for fact in segment.runs.into_iter().flat_map(|run| run.facts) {
                    shell.dispatch(Event::Arrived(Box::new(fact)));
                }
            }
        })));
        shell.dispatch(Event::Went(Route::parse(&page::hash())));
        page::on_hash_change(move || shell.dispatch(Event::Went(Route::parse(&page::hash()))));
        shell.perform(effects);
        // What one copy lacked at the start is put there now.
        shell.copy(None);
        page::every_minute(move || shell.dispatch(Event::Ticked));
        shell
    }

    /// Lets the second copy follow what was stored. `after` is the fact that is safe once it has.
    fn copy(self, after: Option<FactId>) {
        let texts = self
            .journal
            .try_update_value(Journal::take_copies)
            .unwrap_or_default();
        let copies = self.copies.with_value(Clone::clone);
        if let Some(copies) = copies.filter(|_| !texts.is_empty()) {
            copies.write(&texts, move |result| {
                if let Some(id) = after {
                    self.dispatch(Event::Copied(id, result));
                } else if let Err(words) = result {
                    self.dispatch(Event::NoCopy(words));
                }
            });
        }
    }

    fn append(self, fact: &Fact) -> Result<(), SlotError> {
        let stored = self
            .journal
            .try_update_value(|journal| journal.append(fact));
        stored.unwrap_or(Err(SlotError::Failed("the page is closing".into())))?;
        self.copy(Some(fact.id));
        self.channel.with_value(|channel| {
            if let Some(channel) = channel {
                channel.tell(&encode_one(fact));
            }
        });
        Ok(())
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
                fetch::bytes("decks/index.bin", move |result| {
                    self.dispatch(Event::IndexFetched(result));
                });
                None
            }
            Effect::FetchPack(deck, file) => {
                let done = move |result| self.dispatch(Event::PackFetched(deck, result));
                fetch::bytes(&format!("decks/{file}"), done);
                None
            }
            Effect::Append(fact) => Some(match self.append(&fact) {
                Ok(()) => Event::Stored(fact.id),
                Err(error) => Event::StoreFailed(fact.id, error),
            }),
            #[cfg(not(feature = "whole"))]
            Effect::LoadWhole => {
                page::load_whole();
                None
            }
            #[cfg(feature = "whole")]
            Effect::Merge(facts, foreign) => {
                let merged = self
                    .journal
                    .try_update_value(|journal| journal.merge(&facts, &foreign));
                self.copy(None);
                merged.map(|result| Event::Desk(Desk::Merged(result)))
            }
            Effect::AskToPersist => {
                page::persist(move |kept| self.dispatch(Event::Persisted(kept)));
                None
            }
            #[cfg(feature = "whole")]
            Effect::SaveBackup(name) => {
                let (_, loaded) = Journal::open(LocalSlots, None, Writer(0));
                Some(Event::Desk(Desk::BackupSaved(loaded.and_then(|loaded| {
                    let text = write_backup(&loaded.facts, &loaded.foreign);
                    files::download(&name, &text).map(|()| text.len())
                }))))
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
