//! Files that lie beside the page.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;

/// Fetches a file from beside the page and hands it on, or words that say why it didn't come.
pub(crate) fn bytes(path: &str, done: impl FnOnce(Result<Vec<u8>, String>) + 'static) {
    let path = path.to_owned();
    spawn_local(async move {
        let result = get(&path).await;
        done(result);
    });
}

async fn get(path: &str) -> Result<Vec<u8>, String> {
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
    let buffer = response.array_buffer().map_err(|_| offline)?;
    let buffer = JsFuture::from(buffer).await.map_err(|_| offline)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
