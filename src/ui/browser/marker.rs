//! A word kept in the browser's cache storage, apart from both copies of the log: that there was a log here, and when. If both copies
//! are gone and the word is not, this is no first visit.

use wasm_bindgen::JsValue;

use super::js::{global, wait};

const CACHE: &str = "cairn-marker";
/// Where the service worker keeps the decks that were studied (`xtask/src/offline.js`).
#[cfg(feature = "whole")]
const DECKS: &str = "cairn-decks";
const ADDRESS: &str = "./cairn-marker";

async fn cache() -> Result<JsValue, JsValue> {
    wait(&global("caches"), "open", &[CACHE.into()]).await
}

/// What was noted last.
pub(crate) async fn read() -> Option<String> {
    let cache = cache().await.ok()?;
    let response = wait(&cache, "match", &[ADDRESS.into()]).await.ok()?;
    wait(&response, "text", &[]).await.ok()?.as_string()
}

/// Notes words. A browser without cache storage goes without.
pub(crate) fn write(words: String) {
    wasm_bindgen_futures::spawn_local(async move {
        let response = web_sys::Response::new_with_opt_str(Some(&words));
        if let (Ok(cache), Ok(response)) = (cache().await, response) {
            let _ = wait(&cache, "put", &[ADDRESS.into(), response.into()]).await;
        }
    });
}

/// Forgets it: the learner begins anew.
#[cfg(feature = "whole")]
pub(crate) async fn remove() {
    for name in [CACHE, DECKS] {
        let _ = wait(&global("caches"), "delete", &[name.into()]).await;
    }
}
