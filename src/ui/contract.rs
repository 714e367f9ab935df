//! The contract that `tests/contract` has for whatever keeps the log, run in the page on local storage and on the second copy. Only
//! with the feature `contract`, in whose place the app does not start.

#[path = "../../tests/contract/mod.rs"]
mod suite;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::browser::copies::Copies;
use super::browser::slots::LocalSlots;
use crate::store::{Copy, CopyOf};
use suite::{Outcome, Texts};

struct Second(Copies);

/// Waits for a change that calls back.
async fn changed(begin: impl FnOnce(Box<dyn FnOnce(Outcome)>)) -> Outcome {
    let outcome = Rc::new(RefCell::new(Ok(())));
    let told = Rc::clone(&outcome);
    let mut begin = Some(begin);
    let promise = Promise::new(&mut |resolve, _| {
        let told = Rc::clone(&told);
        let done = move |result| {
            *told.borrow_mut() = result;
            // Nobody but us holds the other end.
            let _ = resolve.call0(&JsValue::NULL);
        };
        if let Some(begin) = begin.take() {
            begin(Box::new(done));
        }
    });
    let _ = JsFuture::from(promise).await;
    outcome.borrow().clone()
}

impl Texts for Second {
    async fn all(&self) -> Result<Copy, String> {
        let texts = self.0.read().await?;
        let text = |(key, text): (String, JsValue)| Some((key, text.as_string()?));
        Ok(texts.into_iter().filter_map(text).collect())
    }

    async fn put(&mut self, texts: &[CopyOf]) -> Outcome {
        changed(|done| self.0.write(texts, done)).await
    }

    async fn take(&mut self, keys: &[String]) -> Outcome {
        changed(|done| self.0.remove(keys, done)).await
    }
}

async fn outcomes() -> Vec<(String, Outcome)> {
    let named = |place: &'static str| {
        move |(name, outcome): (&'static str, Outcome)| (format!("{place}: {name}"), outcome)
    };
    let mut all: Vec<_> = suite::slots(LocalSlots).await;
    let mut found: Vec<_> = all.drain(..).map(named("local storage")).collect();
    match Copies::open().await {
        Ok(copies) => {
            let second = suite::texts(&mut Second(copies)).await;
            found.extend(second.into_iter().map(named("second copy")));
        }
        Err(words) => found.push(("second copy: it opens".to_owned(), Err(words))),
    }
    found
}

/// Runs everything and leaves the outcomes as `cairnContract`: a list of names, each with what went wrong or an empty text.
pub fn run() {
    console_error_panic_hook::set_once();
    spawn_local(async {
        let list: Array = outcomes()
            .await
            .into_iter()
            .map(|(name, outcome)| {
                let words = outcome.err().unwrap_or_default();
                Array::of2(&name.into(), &words.into())
            })
            .collect();
        // The global object of a page takes every property.
        let _ = Reflect::set(&js_sys::global(), &"cairnContract".into(), &list);
    });
}
