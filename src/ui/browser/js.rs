//! Calling what `web-sys` has no name for yet, or only behind a flag for unstable interfaces.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A property; undefined where there is none.
pub(crate) fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A thing of the page's global scope.
pub(crate) fn global(name: &str) -> JsValue {
    get(&js_sys::global(), name)
}

/// A plain object with these properties.
pub(crate) fn object(properties: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in properties {
        // A fresh plain object takes every property.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// Calls a method.
pub(crate) fn call(
    object: &JsValue,
    name: &str,
    arguments: &[JsValue],
) -> Result<JsValue, JsValue> {
    let method: Function = get(object, name).dyn_into()?;
    let list: Array = arguments.iter().collect();
    method.apply(object, &list)
}

/// Calls a method and waits for the promise that it gives.
pub(crate) async fn wait(
    object: &JsValue,
    name: &str,
    arguments: &[JsValue],
) -> Result<JsValue, JsValue> {
    let promise = Promise::resolve(&call(object, name, arguments)?);
    JsFuture::from(promise).await
}

/// An error in the browser's own words.
pub(crate) fn words(error: &JsValue) -> String {
    let message = get(error, "message").as_string();
    message.unwrap_or_else(|| "the browser gave no reason".to_owned())
}
