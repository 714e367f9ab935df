//! Files that the learner chooses or gets.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

use crate::store::SlotError;

/// Hands a text to the learner as a file.
pub(crate) fn download(name: &str, text: &str) -> Result<(), SlotError> {
    offer(name, text).ok_or_else(|| SlotError::Failed("the file could not be written".into()))
}

fn offer(name: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type("application/jsonl");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let document = web_sys::window()?.document()?;
    let anchor: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The browser has taken the content by the next turn; keeping the address longer costs only memory.
    super::page::after_ms(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    });
    Some(())
}

/// Reads the file chosen in an input, and empties the input so that the same file can be chosen again.
pub(crate) fn chosen(input: &HtmlInputElement, done: impl FnOnce(String, Vec<u8>) + 'static) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else {
        return;
    };
    input.set_value("");
    let name = file.name();
    spawn_local(async move {
        if let Ok(buffer) = JsFuture::from(file.array_buffer()).await {
            done(name, Uint8Array::new(&buffer).to_vec());
        }
    });
}
