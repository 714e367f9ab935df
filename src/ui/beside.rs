//! Workers that the page gives work to: it hands over the texts of both copies of the log, which it does not look into, and hears what
//! came of it.

use std::cell::RefCell;

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;

use super::Shell;
use super::browser::page;
use super::browser::slots::LocalSlots;
use super::browser::worker::{self, Said, Worker};
use crate::app::{Clerk, CountReport, CountStep, Told, Work};
use crate::store::{MemorySlots, Slots as _};

/// Where a worker is kept while it is wanted.
pub(super) type Desk = StoredValue<Option<Worker>, LocalStorage>;

/// Texts by name, as the browser holds them: pairs in a list. The page need not look into them.
fn list(texts: impl IntoIterator<Item = (String, JsValue)>) -> Array {
    let pair = |(key, text): (String, JsValue)| Array::of2(&key.into(), &text);
    texts.into_iter().map(pair).collect()
}

/// The same, read.
fn texts<T: FromIterator<(String, String)>>(list: &JsValue) -> T {
    let list = list.dyn_ref::<Array>().cloned().unwrap_or_default();
    let pair = |pair: JsValue| {
        let pair: Array = pair.dyn_into().ok()?;
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    };
    list.iter().filter_map(pair).collect()
}

impl Shell {
    /// Has work done, by the worker at the desk if there is one, else by a new one. `hear` is called with everything that it tells, and
    /// with the reason if it could not.
    pub(super) fn have_done(
        self,
        desk: Desk,
        work: &Work,
        with_log: bool,
        hear: fn(Self, Result<Told, String>),
    ) {
        let work = serde_json::to_string(work).unwrap_or_default();
        if desk.with_value(Option::is_some) {
            return self.hand_over(desk, work, with_log, hear);
        }
        let heard = move |said| match said {
            Said::Ready => self.hand_over(desk, work.clone(), with_log, hear),
            Said::Text(text) => {
                let not_understood = |_| "what it said was not understood".to_owned();
                hear(self, serde_json::from_str(&text).map_err(not_understood));
            }
            Said::NotStarted => {
                let words = "the program could not be loaded once more; connect and try again";
                hear(self, Err(words.to_owned()));
            }
            Said::BrokeOff(words) => hear(self, Err(format!("it broke off ({words})"))),
        };
        match Worker::start(heard) {
            Ok(worker) => desk.set_value(Some(worker)),
            Err(words) => hear(self, Err(words)),
        }
    }

    /// The worker waits for its work.
    fn hand_over(
        self,
        desk: Desk,
        work: String,
        with_log: bool,
        hear: fn(Self, Result<Told, String>),
    ) {
        spawn_local(async move {
            let (first, second) = if with_log {
                self.log_texts().await
            } else {
                (Array::new(), JsValue::NULL)
            };
            let given = Array::of3(&work.into(), &first, &second);
            let given = desk.with_value(|worker| match worker {
                Some(worker) => worker.give(&given),
                None => Ok(()),
            });
            if let Err(words) = given {
                hear(self, Err(words));
            }
        });
    }

    /// The texts of local storage, and of the second copy where there is one.
    async fn log_texts(self) -> (Array, JsValue) {
        let second = match self.copies() {
            Some(copies) => copies.read().await.ok(),
            None => None,
        };
        let keys = LocalSlots.keys().unwrap_or_default().into_iter();
        let first = list(keys.map(|key| {
            let text = LocalSlots::raw(&key);
            (key, text)
        }));
        (
            first,
            second.map_or(JsValue::NULL, |texts| list(texts).into()),
        )
    }
}

/// Lets go of a worker, whatever it is at; not within a call of its own.
pub(super) fn let_go(desk: Desk) {
    spawn_local(async move { desk.set_value(None) });
}

/// In the worker: does what it is given, and tells the page.
pub(super) fn serve() {
    let clerk = RefCell::new(Clerk::default());
    worker::serve(move |given| {
        page::mark("cairn-given");
        let given: Array = given.unchecked_into();
        let work = given.get(0).as_string();
        let Some(work) = work.and_then(|work| serde_json::from_str(&work).ok()) else {
            return tell(&Told::NotUnderstood);
        };
        let first = MemorySlots {
            texts: texts(&given.get(1)),
            ..MemorySlots::default()
        };
        let second = given.get(2);
        let second = second.is_truthy().then(|| texts(&second));
        // One piece of work is over before the next one comes.
        if let Ok(mut clerk) = clerk.try_borrow_mut() {
            clerk.work(&work, (first, second), |told| tell(&told));
        }
    });
}

fn tell(told: &Told) {
    if let Told::Counting(report) = told {
        page::mark(match report {
            CountReport::At(CountStep::Reading) => "cairn-reading",
            CountReport::At(CountStep::Replaying) => "cairn-replaying",
            CountReport::At(CountStep::Counting) => "cairn-counting",
            CountReport::Done(_) | CountReport::Failed(_) => "cairn-counted",
        });
    }
    // Whole numbers, finite ones and words are always written.
    if let Ok(text) = serde_json::to_string(told) {
        worker::say(&text.into());
    }
}
