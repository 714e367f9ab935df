//! The second copy of the log, in `IndexedDB`, written with strict durability: what its transaction has completed survives a
//! browser that is killed, and the disk has it. Local storage alone loses the last seconds.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use crate::store::{Copy, CopyOf};

const DATABASE: &str = "cairn1";
const STORE: &str = "texts";

/// The open database.
#[derive(Clone, Debug)]
pub(crate) struct Copies {
    database: IdbDatabase,
}

fn words(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into())
        .ok()
        .and_then(|m| m.as_string());
    message.unwrap_or_else(|| "the browser gave no reason".to_owned())
}

/// Waits for a request.
async fn answer(request: &IdbRequest) -> Result<JsValue, String> {
    let waiting = request.clone();
    let promise = js_sys::Promise::new(&mut |resolve, reject| {
        let done = waiting.clone();
        let success = Closure::once_into_js(move || {
            resolve.call1(&JsValue::NULL, &done.result().unwrap_or(JsValue::NULL))
        });
        let failed = waiting.clone();
        let failure = Closure::once_into_js(move || {
            let error = failed
                .error()
                .ok()
                .flatten()
                .map_or(JsValue::NULL, JsValue::from);
            reject.call1(&JsValue::NULL, &error)
        });
        waiting.set_onsuccess(Some(success.unchecked_ref()));
        waiting.set_onerror(Some(failure.unchecked_ref()));
    });
    JsFuture::from(promise).await.map_err(|e| words(&e))
}

impl Copies {
    /// Opens the database, making it if need be.
    pub(crate) async fn open() -> Result<Self, String> {
        let window = web_sys::window().ok_or("no window")?;
        let factory = window
            .indexed_db()
            .map_err(|e| words(&e))?
            .ok_or("this browser has no second store")?;
        let request: IdbOpenDbRequest =
            factory.open_with_u32(DATABASE, 1).map_err(|e| words(&e))?;
        let making = request.clone();
        let upgrade = Closure::once_into_js(move || {
            let database: Option<IdbDatabase> =
                making.result().ok().and_then(|d| d.dyn_into().ok());
            // The one store there is; if it cannot be made, opening it fails and says so.
            let _ = database.map(|d| d.create_object_store(STORE));
        });
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let database: IdbDatabase = answer(&request).await?.dyn_into().map_err(|e| words(&e))?;
        Ok(Self { database })
    }

    /// Reads every text.
    pub(crate) async fn read(&self) -> Result<Copy, String> {
        let transaction = self
            .database
            .transaction_with_str(STORE)
            .map_err(|e| words(&e))?;
        let store = transaction.object_store(STORE).map_err(|e| words(&e))?;
        let keys = store.get_all_keys().map_err(|e| words(&e))?;
        let texts = store.get_all().map_err(|e| words(&e))?;
        let keys: Array = answer(&keys).await?.dyn_into().map_err(|e| words(&e))?;
        let texts: Array = answer(&texts).await?.dyn_into().map_err(|e| words(&e))?;
        let pairs = keys.iter().zip(texts.iter());
        Ok(pairs
            .filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?)))
            .collect())
    }

    /// Writes texts in one transaction and calls back when they are safe, or with the reason why they are not.
    pub(crate) fn write(&self, copies: &[CopyOf], done: impl FnOnce(Result<(), String>) + 'static) {
        let transaction = match self.start(copies) {
            Ok(transaction) => transaction,
            Err(error) => return done(Err(words(&error))),
        };
        let done = std::rc::Rc::new(std::cell::Cell::new(Some(done)));
        let call = move |result: fn() -> Result<(), String>| {
            let done = std::rc::Rc::clone(&done);
            Closure::once_into_js(move || {
                if let Some(done) = done.take() {
                    done(result());
                }
            })
        };
        let complete = call(|| Ok(()));
        let failed = call(|| Err("the second copy could not be written".to_owned()));
        transaction.set_oncomplete(Some(complete.unchecked_ref()));
        transaction.set_onabort(Some(failed.unchecked_ref()));
    }

    fn start(&self, copies: &[CopyOf]) -> Result<IdbTransaction, JsValue> {
        // web-sys has no options for transactions yet, so the method is called by its name.
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let method: Function = Reflect::get(&self.database, &"transaction".into())?.dyn_into()?;
        let names = Array::of1(&STORE.into());
        let transaction = method.call3(&self.database, &names, &"readwrite".into(), &options)?;
        let transaction: IdbTransaction = transaction.dyn_into()?;
        let store = transaction.object_store(STORE)?;
        for copy in copies {
            store.put_with_key(&copy.text.as_str().into(), &copy.key.as_str().into())?;
        }
        Ok(transaction)
    }
}
