//! Files that the learner chooses or gets.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

use crate::store::SlotError;

/// Hands bytes to the learner as a file.
pub(crate) fn download(name: &str, bytes: &[u8]) -> Result<(), SlotError> {
    offer(name, bytes).ok_or_else(|| SlotError::Failed("the file could not be written".into()))
}

fn offer(name: &str, bytes: &[u8]) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type("application/octet-stream");
    let blob = Blob::new_with_u8_array_sequence_and_options(
        &Array::of1(&Uint8Array::from(bytes)),
        &options,
    )
    .ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let document = web_sys::window()?.document()?;
    let anchor: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The browser has taken the content by the next turn; keeping the address longer costs only memory.
    wasm_bindgen_futures::spawn_local(async move {
        super::page::sleep(60_000).await;
        let _ = Url::revoke_object_url(&url);
    });
    Some(())
}

/// A file that the learner chose.
pub(crate) enum Chosen {
    /// Its name and content.
    File(String, Vec<u8>),
    /// It has more bytes than are wanted, and was not read.
    TooLarge(usize),
}

/// Reads the file chosen in an input, and empties the input so that the same file can be chosen again.
pub(crate) fn chosen(input: &HtmlInputElement, limit: usize, done: impl FnOnce(Chosen) + 'static) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else {
        return;
    };
    input.set_value("");
    if file.size() > limit as f64 {
        return done(Chosen::TooLarge(file.size() as usize));
    }
    let name = file.name();
    spawn_local(async move {
        if let Ok(buffer) = JsFuture::from(file.array_buffer()).await {
            done(Chosen::File(name, Uint8Array::new(&buffer).to_vec()));
        }
    });
}
