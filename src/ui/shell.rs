//! Holds the app and performs its effects.

#[cfg(feature = "whole")]
use std::collections::BTreeSet;
use std::collections::VecDeque;

use leptos::prelude::*;

use super::browser::channel::Channel;
use super::browser::copies::Copies;
#[cfg(feature = "whole")]
use super::browser::worker::Worker;
use super::browser::{clock, fetch, marker, page, single_keys, slots::LocalSlots};
use super::opening::{self, Opened};
#[cfg(feature = "whole")]
use crate::app::view::palette::Command;
use crate::app::{App, Effect, Event, Route};
#[cfg(feature = "whole")]
use crate::review::History;
use crate::review::{Fact, FactId};
use crate::store::{Journal, Marks, SlotError, decode, encode_one};
use crate::time::Stamp;

/// What a tab tells the others when it has imported a backup: they read the log again.
pub(super) const MERGED: &str = "merged";

/// How far a tab has come is noted once in so many facts (tunable).
const FACTS_PER_MARK: u32 = 10;

/// Items that no screen waits for are fetched so long after the start page is there (tunable).
const PACKS_MS: i32 = 50;

/// The app, the journal, and what the frame itself holds. Copied freely.
#[derive(Clone, Copy)]
pub struct Shell {
    pub(super) app: RwSignal<App, LocalStorage>,
    journal: StoredValue<Journal<LocalSlots>, LocalStorage>,
    copies: StoredValue<Option<Copies>, LocalStorage>,
    channel: StoredValue<Option<Channel>, LocalStorage>,
    /// What was noted apart from the log before this tab came.
    marks: StoredValue<Marks>,
    #[cfg(feature = "whole")]
    notes: StoredValue<BTreeSet<String>>,
    /// The training that is going on.
    #[cfg(feature = "whole")]
    pub(super) training: StoredValue<Option<Worker>, LocalStorage>,
    /// Who counts statistics, while they are shown.
    #[cfg(feature = "whole")]
    pub(super) counting: StoredValue<Option<Worker>, LocalStorage>,
    /// Whether the list of keys is open.
    pub help: RwSignal<bool>,
    /// Whether keys of a single character are shortcuts.
    pub single_keys: RwSignal<bool>,
    /// Whether the command palette is open.
    #[cfg(feature = "whole")]
    pub commands: RwSignal<bool>,
    /// How far down the library was when it was left.
    #[cfg(feature = "whole")]
    pub library_at: StoredValue<f64>,
}

impl Shell {
    /// Starts the app on the log that was opened.
    pub fn start(opened: Opened) -> Self {
        let Opened {
            copies,
            journal,
            log,
            marks,
            ..
        } = opened;
        #[cfg(feature = "whole")]
        let read = log.as_ref().ok().map(|log| (log.cover.clone(), log.read));
        let (app, effects) = App::start(log, journal.writer());
        let trouble = copies.as_ref().err().cloned();
        let shell = Self {
            app: RwSignal::new_local(app),
            journal: StoredValue::new_local(journal),
            copies: StoredValue::new_local(copies.ok()),
            channel: StoredValue::new_local(None),
            marks: StoredValue::new(marks),
            #[cfg(feature = "whole")]
            notes: StoredValue::new(opened.notes),
            #[cfg(feature = "whole")]
            training: StoredValue::new_local(None),
            #[cfg(feature = "whole")]
            counting: StoredValue::new_local(None),
            help: RwSignal::new(false),
            single_keys: RwSignal::new(single_keys::chosen()),
            #[cfg(feature = "whole")]
            commands: RwSignal::new(page::wants_palette()),
            #[cfg(feature = "whole")]
            library_at: StoredValue::new(0.0),
        };
        if let Some(words) = trouble {
            shell.dispatch(Event::NoCopy(words));
        }
        shell.channel.set_value(Some(Channel::join(move |line| {
            if line == MERGED {
                return shell.dispatch(Event::LogGrew);
            }
            if line == "erased" {
                // Another tab took everything away; this one must not write on.
                return page::start_anew();
            }
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
        page::every_minute(move || {
            shell.dispatch(Event::Ticked);
            // What was said of a nearly full store is looked at again while it stands.
            #[cfg(feature = "whole")]
            if shell.app.with_untracked(App::is_nearly_full) {
                shell.look_at_space();
            }
        });
        #[cfg(feature = "whole")]
        if let Some((cover, read)) = read {
            wasm_bindgen_futures::spawn_local(shell.tend(cover, read));
            shell.look_at_backups();
        }
        shell
    }

    /// The second copy, where there is one.
    #[cfg(feature = "whole")]
    pub(super) fn copies(self) -> Option<Copies> {
        self.copies.with_value(Clone::clone)
    }

    /// Notes that an earlier session left.
    #[cfg(feature = "whole")]
    pub(super) fn notes(self) -> BTreeSet<String> {
        self.notes.with_value(Clone::clone)
    }

    /// Whether a newer version wrote part of the log, so that nothing may be written.
    #[cfg(feature = "whole")]
    pub(super) fn is_read_only(self) -> bool {
        self.app
            .with_untracked(|app| matches!(app.storage(), crate::app::Storage::Newer(_)))
    }

    /// Something of the log, replayed.
    #[cfg(feature = "whole")]
    pub(super) fn with_history<T>(self, of: impl FnOnce(&History) -> T) -> T {
        self.app.with_untracked(|app| of(app.history()))
    }

    /// Lets the second copy follow what was stored. `after` is the fact that is safe once it has.
    fn copy(self, after: Option<FactId>) {
        let texts = self
            .journal
            .try_update_value(Journal::take_copies)
            .unwrap_or_default();
        let copies = self.copies.with_value(Clone::clone);
        if let Some(copies) = copies.filter(|_| !texts.is_empty()) {
            let again = texts.clone();
            copies.write(&texts, move |result| {
                if result.is_err() {
                    // What could not be written goes with what is written next.
                    let _ = self
                        .journal
                        .try_update_value(|journal| journal.copy_again(again));
                }
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
        self.mark(fact);
        self.tell(&encode_one(fact));
        Ok(())
    }

    /// Stores facts of a backup, all or none; gives how many were new.
    #[cfg(feature = "whole")]
    pub(super) fn merge(self, facts: &[Fact], foreign: &[String]) -> Result<usize, SlotError> {
        let merged = self
            .journal
            .try_update_value(|journal| journal.merge(facts, foreign));
        self.copy(None);
        merged.unwrap_or(Err(SlotError::Failed("the page is closing".into())))
    }

    /// Notes apart from the log, now and then, how far this tab has come.
    fn mark(self, fact: &Fact) {
        if fact.id.number % FACTS_PER_MARK == 1 {
            let mut marks = self.marks.with_value(Clone::clone);
            marks.add(fact.at.day(0), fact.id);
            marker::write(marks.to_text());
        }
    }

    /// Tells the other tabs.
    pub(super) fn tell(self, line: &str) {
        self.channel.with_value(|channel| {
            if let Some(channel) = channel {
                channel.tell(line);
            }
        });
    }

    /// The shell of the page.
    pub fn of_page() -> Self {
        expect_context()
    }

    /// A view of the app that is worked out again when the app changes, and tells others only when it differs.
    pub fn memo<T: PartialEq + Send + Sync + 'static>(self, view: fn(&App, Stamp) -> T) -> Memo<T> {
        Memo::new(move |_| self.app.with(|app| view(app, clock::now())))
    }

    /// The commands that fit what is typed, while the palette is open.
    #[cfg(feature = "whole")]
    pub fn palette(self, open: RwSignal<bool>, words: RwSignal<String>) -> Memo<Vec<Command>> {
        Memo::new(move |_| {
            if open.get() {
                self.app.with(|app| words.with(|words| app.palette(words)))
            } else {
                Vec::new()
            }
        })
    }

    /// The same for a view that takes its time: it is worked out again only when what it rests on changes.
    #[cfg(feature = "whole")]
    pub fn memo_by<B, T>(self, basis: fn(&App, Stamp) -> B, view: fn(&App, Stamp) -> T) -> Memo<T>
    where
        B: PartialEq + Send + Sync + 'static,
        T: PartialEq + Send + Sync + 'static,
    {
        let basis = self.memo(basis);
        Memo::new(move |_| {
            // Reading it, not only tracking it, is what makes a memo work itself out.
            basis.with(|_| ());
            page::mark("cairn-look");
            let seen = self.app.with_untracked(|app| view(app, clock::now()));
            page::mark("cairn-looked");
            seen
        })
    }

    /// Today as `2026-12-31`, by the learner's own rollover.
    #[cfg(feature = "whole")]
    pub fn today(self) -> String {
        self.with_history(|history| history.day(clock::now()).to_string())
    }

    /// Something of the app as it is at this moment.
    #[cfg(feature = "whole")]
    pub fn with_app<T>(self, of: impl FnOnce(&App) -> T) -> T {
        self.app.with_untracked(of)
    }

    /// Hands an event to the app and performs what it wants done.
    pub fn dispatch(self, event: Event) {
        let mut effects = Vec::new();
        if let Event::Went(route) = &event
            && Route::parse(&page::hash()) != *route
        {
            // The address leads: what it says comes back as an event.
            return page::go(&route.hash());
        }
        #[cfg(feature = "whole")]
        let is_drill = matches!(event, Event::Went(Route::Practice(_)));
        #[cfg(not(feature = "whole"))]
        let is_drill = false;
        if is_drill {
            page::mark("cairn-drill");
        }
        self.app.update(|app| {
            effects = app.update(event, clock::now());
            if is_drill {
                page::mark("cairn-drilled");
            }
        });
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
                let is_start = self.app.with_untracked(|app| *app.route() == Route::Start);
                wasm_bindgen_futures::spawn_local(async move {
                    if is_start {
                        // The page can be used without: it is drawn first, and takes a first key before many files are asked for.
                        page::drawn().await;
                        page::sleep(PACKS_MS).await;
                    }
                    let done = move |result| self.dispatch(Event::PackFetched(deck, result));
                    fetch::bytes(&format!("decks/{file}"), done);
                });
                None
            }
            Effect::Go(route) => {
                page::go(&route.hash());
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
            #[cfg(not(feature = "whole"))]
            Effect::LoadKept => {
                page::load_kept();
                None
            }
            Effect::Reread => {
                wasm_bindgen_futures::spawn_local(async move {
                    if let Some(history) = opening::again().await {
                        self.dispatch(Event::Reread(Box::new(history)));
                    }
                });
                None
            }
            Effect::AskToPersist => {
                page::persist(move |kept| self.dispatch(Event::Persisted(kept)));
                None
            }
            #[cfg(feature = "whole")]
            Effect::Desk(errand) => {
                self.run(errand);
                None
            }
        }
    }

    /// Whether a dialog is open, which takes the keys.
    pub fn has_dialog(self) -> bool {
        #[cfg(feature = "whole")]
        if self.commands.get_untracked() {
            return true;
        }
        self.help.get_untracked()
    }
}
