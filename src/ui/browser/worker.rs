//! A worker beside the page: the same program once more, on a thread of its own, so that long work does not hold up the screen.
//!
//! The worker's script is the one that starts the page (`xtask/src/boot.js`), which the browser therefore has, offline too.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    DedicatedWorkerGlobalScope, ErrorEvent, HtmlScriptElement, MessageEvent, WorkerOptions,
    WorkerType,
};

use super::js::words;

/// The start script in the page.
const SCRIPT: &str = "script[type=module][src^=\"./boot-\"]";

/// What a worker says to the page.
pub(crate) enum Said {
    /// It has started and waits for its work.
    Ready,
    /// A text.
    Text(String),
    /// It could not start: its program did not load.
    NotStarted,
    /// It broke off, and why, in the browser's words.
    BrokeOff(String),
}

/// A worker that was started; it ends when this is dropped, whatever it is at.
#[derive(Debug)]
pub(crate) struct Worker {
    inner: web_sys::Worker,
    _heard: Closure<dyn Fn(MessageEvent)>,
    _failed: Closure<dyn Fn(ErrorEvent)>,
}

impl Worker {
    /// Starts one; `heard` is called with everything that it says.
    pub(crate) fn start(heard: impl Fn(Said) + Clone + 'static) -> Result<Self, String> {
        let document = web_sys::window().and_then(|window| window.document());
        let script = document.and_then(|d| d.query_selector(SCRIPT).ok().flatten());
        let script: HtmlScriptElement = script
            .and_then(|script| script.dyn_into().ok())
            .ok_or("this page was built for development, without a start script")?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = web_sys::Worker::new_with_options(&script.src(), &options)
            .map_err(|error| words(&error))?;
        let (fails, started) = (heard.clone(), Rc::new(Cell::new(false)));
        let is_started = Rc::clone(&started);
        let message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let said = event.data();
            // The start script says no if it could not load the program.
            if said == JsValue::FALSE {
                return heard(Said::NotStarted);
            }
            started.set(true);
            heard(said.as_string().map_or(Said::Ready, Said::Text));
        });
        let failed = Closure::<dyn Fn(ErrorEvent)>::new(move |event: ErrorEvent| {
            fails(if is_started.get() {
                Said::BrokeOff(event.message())
            } else {
                Said::NotStarted
            });
        });
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Ok(Self {
            inner: worker,
            _heard: message,
            _failed: failed,
        })
    }

    /// Hands the worker its work.
    pub(crate) fn give(&self, work: &JsValue) -> Result<(), String> {
        self.inner.post_message(work).map_err(|e| words(&e))
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.inner.set_onmessage(None);
        self.inner.set_onerror(None);
        self.inner.terminate();
    }
}

fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// Whether the program runs in a worker, where there is no page.
pub(crate) fn is_inside() -> bool {
    scope().is_some()
}

/// In a worker: waits for work, and says that it waits.
pub(crate) fn serve(work: impl Fn(JsValue) + 'static) {
    if let Some(scope) = scope() {
        let closure = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            work(event.data());
        });
        scope.set_onmessage(Some(closure.as_ref().unchecked_ref()));
        closure.forget();
        say(&JsValue::NULL);
    }
}

/// In a worker: says something to the page, at once.
pub(crate) fn say(what: &JsValue) {
    if let Some(scope) = scope() {
        // Null and texts can always be handed over.
        let _ = scope.post_message(what);
    }
}
