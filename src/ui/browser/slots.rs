//! Local storage as slots. `web_sys` and not gloo-storage, since every call may throw: a damaged profile in Firefox
//! throws on reads, private modes deny everything, and a full store throws on writes.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Storage;

use crate::store::{SlotError, Slots};

/// The browser's local storage.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LocalSlots;

fn storage() -> Result<Storage, SlotError> {
    web_sys::window()
        .and_then(|window| window.local_storage().ok().flatten())
        .ok_or(SlotError::Denied)
}

fn failed(error: &JsValue) -> SlotError {
    let exception = error.dyn_ref::<web_sys::DomException>();
    match exception.map(|e| (e.name(), e.code())) {
        // The names and codes under which browsers have reported a full store.
        Some((name, code))
            if name.contains("Quota") || name.contains("QUOTA") || code == 22 || code == 1014 =>
        {
            SlotError::Full
        }
        Some((name, _)) if name == "SecurityError" => SlotError::Denied,
        Some((name, _)) => SlotError::Failed(name),
        None => SlotError::Failed("unknown".into()),
    }
}

impl LocalSlots {
    /// A text as the browser holds it; anything but a string where there is none, or it cannot be read.
    pub(crate) fn raw(key: &str) -> JsValue {
        storage().map_or(JsValue::NULL, |storage| {
            let text = super::js::call(&storage, "getItem", &[key.into()]);
            text.unwrap_or(JsValue::NULL)
        })
    }

    /// Code units that everything in local storage takes, names included. Only lengths are asked for: nothing is copied.
    #[cfg(feature = "whole")]
    pub(crate) fn units_used() -> Result<usize, SlotError> {
        let units = |text: &JsValue| text.unchecked_ref::<js_sys::JsString>().length() as usize;
        let used = |key: String| {
            let text = Self::raw(&key);
            let of_text = if text.is_string() { units(&text) } else { 0 };
            units(&key.into()) + of_text
        };
        Ok(Self.keys()?.into_iter().map(used).sum())
    }

    /// Whether something can be stored at all. A full store can still be read and studied from.
    pub(crate) fn probe() -> Result<(), SlotError> {
        const PROBE: &str = "cairn1.probe";
        let storage = storage()?;
        match storage.set_item(PROBE, "1").map_err(|e| failed(&e)) {
            Ok(()) => storage.remove_item(PROBE).map_err(|e| failed(&e)),
            Err(SlotError::Full) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

impl Slots for LocalSlots {
    fn keys(&self) -> Result<Vec<String>, SlotError> {
        let storage = storage()?;
        let count = storage.length().map_err(|e| failed(&e))?;
        let mut keys = Vec::new();
        for index in 0..count {
            keys.extend(storage.key(index).map_err(|e| failed(&e))?);
        }
        Ok(keys)
    }

    fn get(&self, key: &str) -> Result<Option<String>, SlotError> {
        storage()?.get_item(key).map_err(|e| failed(&e))
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), SlotError> {
        storage()?.set_item(key, value).map_err(|e| failed(&e))
    }

    fn remove(&mut self, key: &str) -> Result<(), SlotError> {
        storage()?.remove_item(key).map_err(|e| failed(&e))
    }
}
