//! Files that lie beside the page.

use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;

/// Fetches a text from beside the page and hands it on, or words that say why it didn't come.
pub(crate) fn text(path: &str, done: impl FnOnce(Result<String, String>) + 'static) {
    let path = path.to_owned();
    spawn_local(async move {
        let result = get(&path).await;
        done(result);
    });
}

async fn get(path: &str) -> Result<String, String> {
    let offline = "the file did not arrive; check the connection and try again";
    let window = web_sys::window().ok_or(offline)?;
    let response = JsFuture::from(window.fetch_with_str(path))
        .await
        .map_err(|_| offline)?;
    let response: Response = response.dyn_into().map_err(|_| offline)?;
    if !response.ok() {
        return Err(format!(
            "the server answered {} for {path}",
            response.status()
        ));
    }
    let text = response.text().map_err(|_| offline)?;
    let text = JsFuture::from(text).await.map_err(|_| offline)?;
    text.as_string().ok_or_else(|| offline.to_owned())
}
