//! Cairn, a study engine for certification exams. It runs in the browser, works offline, and keeps every answer.
//!
//! # The rooms
//!
//! A room names only rooms below it; a test reads the sources and fails naming the line that breaks this.
//!
//! | room | what it is | names |
//! |---|---|---|
//! | [`time`] | days and moments; never asks what time it is | nothing |
//! | [`deck`] | text to items: tracks, blueprints, the parser, marking | nothing |
//! | [`drill`] | a type, a level and a seed to a question with an exact answer | `deck` |
//! | [`memory`] | one item in one head: FSRS-6, and training on answers | `time` |
//! | [`review`] | what happened: facts, replay, undo, settings, lessons for training | `deck::id`, `deck::given`, `memory`, `time` |
//! | [`study`] | what to ask next: the plan where an exam is booked, else what is due | the rooms above |
//! | [`exam`] | a mock exam: form, sitting, marks, score | the rooms above |
//! | [`readiness`] | will I pass? evidence, estimate, gate, advice | the rooms above |
//! | [`statistics`] | what the answers add up to: calibration, growth, times | `deck`, `memory`, `review`, `time` |
//! | [`roadmap`] | the long road: career paths of some years, and what is wrong with one | `deck` |
//! | [`store`] | bytes: segments, journal, two copies, slots (the port), snapshots, backups | `deck::id`, `review`, `time` |
//! | [`app`] | the program without a screen: event, update, effect, views | all of these |
//! | `ui` | Leptos, on `wasm32` only | `app` and what its views hold |
//!
//! `store` stands beside `study`: nothing that decides what to learn can see how it is saved.
//!
//! # How an answer flows
//!
//! ```text
//! key or click -> Shell::dispatch(Event::Graded(Good)) -> App::update(event, now) -> Vec<Effect>
//!                                                          pure: the fact is made,      |
//! the screen <- Memo <- App::study_view(now)               nothing is shown yet         v
//!                                  ^                              Journal::append (local storage)
//!                                  |                                      |
//!                                  +---- Event::Stored: the session moves on, or
//!                                        Event::StoreFailed: the answer stays on the screen
//! ```
//!
//! # Two modules
//!
//! The app is built twice: without the feature `whole`, small, for the first visit (start page and session), and with it, for
//! everything. The whole module is fetched while the learner studies and used from then on (`xtask/src/boot.js`).
//! Long work (training) runs in a worker, which is the whole module once more without a page (`ui/browser/worker.rs`).
//!
//! # Three rules
//!
//! - **The log is the truth.** Facts are appended and never changed; memory states, queues and counts are derived by replay.
//!   Undo is a fact that names what it retracts.
//! - **Time, chance and parameters are arguments.** One file, `ui/browser/clock.rs`, reads the clock and the random source.
//! - **Leptos cannot leak.** Browser crates are dependencies of the `wasm32` target only.
//!
//! # Words
//!
//! *Track*: one exam or skill pack. *Domain*, *task*: parts of its blueprint; tasks are numbered objectives of the exam guide.
//! *Item*: one idea that is asked (card, cloze, choice, order, match, typed, case, drill). *Ask*: what is remembered on its own, an
//! item or one deletion of a cloze. *Grade*: Again, Hard, Good, Easy. *Answer*: a fact in the log. *Stability*, *difficulty*,
//! *retrievability*: FSRS. *Due*: the day an item is asked again has come. *Sighting*: first or repeated. *Sitting*: one mock exam taken. *Form*: its question list.
//! *Readiness*: the probability of passing, with its evidence.

// The contract's checks name this crate as tests do.
#[cfg(feature = "contract")]
extern crate self as cairn;

pub mod app;
pub mod deck;
#[cfg(feature = "whole")]
pub mod drill;
pub mod exam;
pub mod memory;
pub mod readiness;
pub mod review;
#[cfg(feature = "whole")]
pub mod roadmap;
#[cfg(feature = "whole")]
pub mod statistics;
pub mod store;
pub mod study;
pub mod time;
#[cfg(target_arch = "wasm32")]
pub mod ui;
