//! Locks between tabs: which tab tends the log, and which writers are alive. A lock gives leadership, not visibility: nothing here
//! makes reading and then writing local storage safe.

#[cfg(feature = "whole")]
use js_sys::Array;
use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;

#[cfg(feature = "whole")]
use super::js::wait;
use super::js::{call, get, global, object};
use crate::review::Writer;

#[cfg(feature = "whole")]
const LEADER: &str = "cairn1-leader";
const WRITER: &str = "cairn1-writer-";

fn locks() -> JsValue {
    get(&global("navigator"), "locks")
}

/// Holds a lock for as long as the page lives, if it is to be had at once; says whether it was.
fn hold(name: &str, got: impl FnOnce(bool) + 'static) {
    let hold = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        let mine = !lock.is_null() && !lock.is_undefined();
        got(mine);
        if mine {
            // A promise that is never kept: the browser lets go when the page is gone.
            Promise::new(&mut |_, _| {}).into()
        } else {
            JsValue::UNDEFINED
        }
    });
    let options = object(&[("ifAvailable", true.into())]);
    // Without locks no tab tends the log, and nothing else is missing.
    let _ = call(&locks(), "request", &[name.into(), options, hold]);
}

/// Tells the other tabs, for as long as the page lives, that this writer is alive.
pub(crate) fn announce(writer: Writer) {
    hold(&format!("{WRITER}{writer}"), |_| ());
}

/// Takes the lead among the tabs if no other has it. Without locks no tab ever hears whether it does.
#[cfg(feature = "whole")]
pub(crate) async fn lead() -> bool {
    let promise = Promise::new(&mut |resolve, _| {
        hold(LEADER, move |mine| {
            let _ = resolve.call1(&JsValue::NULL, &mine.into());
        });
    });
    let answer = wasm_bindgen_futures::JsFuture::from(promise).await;
    answer.is_ok_and(|mine| mine == JsValue::TRUE)
}

#[cfg(feature = "whole")]
/// The writers of all tabs; `None` where the browser does not tell.
pub(crate) async fn living() -> Option<Vec<Writer>> {
    let state = wait(&locks(), "query", &[]).await.ok()?;
    let held: Array = get(&state, "held").into();
    let name = |lock: JsValue| get(&lock, "name").as_string();
    Some(
        held.iter()
            .filter_map(name)
            .filter_map(|name| Writer::parse(name.strip_prefix(WRITER)?))
            .collect(),
    )
}
