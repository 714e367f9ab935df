//! The other tabs of this browser: what one tab stores, the others hear of.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel between the tabs of this address.
#[derive(Clone, Debug)]
pub(crate) struct Channel(Option<BroadcastChannel>);

impl Channel {
    /// Joins the channel; `heard` is called with each line of another tab, for as long as the page lives.
    pub(crate) fn join(heard: impl Fn(String) + 'static) -> Self {
        let channel = BroadcastChannel::new("cairn1").ok();
        if let Some(channel) = &channel {
            let closure = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                if let Some(line) = event.data().as_string() {
                    heard(line);
                }
            });
            channel.set_onmessage(Some(closure.as_ref().unchecked_ref()));
            closure.forget();
        }
        Self(channel)
    }

    /// Tells the other tabs. If it fails they learn of it when they are reloaded.
    pub(crate) fn tell(&self, line: &str) {
        if let Some(channel) = &self.0 {
            let _ = channel.post_message(&line.into());
        }
    }
}
