//! Trains memory parameters in a worker: the page hands over the texts of both copies and hears how far it is.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;

use super::Shell;
use super::browser::slots::LocalSlots;
use super::browser::worker::{self, Said, Worker};
use crate::app::{Desk, Event, Held, Report, learn};
use crate::store::{MemorySlots, Slots as _};

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
    /// Trains on everything stored, against the parameters that hold.
    pub(super) fn train(self, held: Held) {
        let heard = move |said| match said {
            Said::Ready => self.hand_over(held.clone()),
            Said::Text(text) => {
                let failed = |_| Report::Failed("what it said was not understood".to_owned());
                self.told(serde_json::from_str(&text).unwrap_or_else(failed));
            }
            Said::NotStarted => self.told(Report::Failed(
                "the program could not be loaded once more; connect and try again".to_owned(),
            )),
            Said::BrokeOff(words) => self.told(Report::Failed(format!("it broke off ({words})"))),
        };
        match Worker::start(heard) {
            Ok(worker) => self.training.set_value(Some(worker)),
            Err(words) => self.told(Report::Failed(words)),
        }
    }

    fn told(self, report: Report) {
        let over = !matches!(report, Report::At(_));
        self.dispatch(Event::Desk(Desk::TrainingTold(report)));
        if over {
            // Not within the call of the worker that is let go of.
            spawn_local(async move { self.stop_training() });
        }
    }

    /// The worker waits for the log.
    fn hand_over(self, held: Held) {
        spawn_local(async move {
            let second = match self.copies() {
                Some(copies) => copies.read().await.ok(),
                None => None,
            };
            let keys = LocalSlots.keys().unwrap_or_default().into_iter();
            let first = list(keys.map(|key| {
                let text = LocalSlots::raw(&key);
                (key, text)
            }));
            let second = second.map_or(JsValue::NULL, |texts| list(texts).into());
            let held = serde_json::to_string(&held).unwrap_or_default();
            let work = Array::of3(&held.into(), &first, &second);
            let given = self.training.with_value(|worker| match worker {
                Some(worker) => worker.give(&work),
                None => Ok(()),
            });
            if let Err(words) = given {
                self.told(Report::Failed(words));
            }
        });
    }

    /// Ends the training, whatever it is at.
    pub(super) fn stop_training(self) {
        self.training.set_value(None);
    }
}

/// In the worker: trains on what it is given, and tells the page.
pub(super) fn serve() {
    worker::serve(|work| {
        let work: Array = work.unchecked_into();
        let held = work.get(0).as_string();
        let Some(held) = held.and_then(|held| serde_json::from_str::<Held>(&held).ok()) else {
            return tell(&Report::Failed("the work was not understood".to_owned()));
        };
        let first = MemorySlots {
            texts: texts(&work.get(1)),
            ..MemorySlots::default()
        };
        let second = work.get(2);
        let second = second.is_truthy().then(|| texts(&second));
        tell(&learn(first, second, &held, |report| tell(&report)));
    });
}

fn tell(report: &Report) {
    // Whole numbers, finite ones and words are always written.
    if let Ok(text) = serde_json::to_string(report) {
        worker::say(&text.into());
    }
}
