//! The second copy of the log, in `IndexedDB`, written with strict durability: what its transaction has completed survives a
//! browser that is killed, and the disk has it. Local storage alone loses the last seconds.
//!
//! Beside the texts of the log there is a store for what may be lost: the snapshot, and the handle of the folder for backups.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::js::{call, object, words};
#[cfg(feature = "whole")]
use crate::store::Copy;
use crate::store::CopyOf;

/// The database's name.
pub(crate) const DATABASE: &str = "cairn1";
const TEXTS: &str = "texts";
const CACHE: &str = "cache";
const SNAPSHOT: &str = "snapshot";
#[cfg(feature = "whole")]
const FOLDER: &str = "folder";

/// The open database.
#[derive(Clone, Debug)]
pub(crate) struct Copies {
    database: IdbDatabase,
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
            let error = failed.error().ok().flatten();
            reject.call1(&JsValue::NULL, &error.map_or(JsValue::NULL, JsValue::from))
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
            if let Some(database) = database {
                // If one cannot be made, reading it fails and says so.
                let _ = database.create_object_store(TEXTS);
                let _ = database.create_object_store(CACHE);
            }
        });
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let database: IdbDatabase = answer(&request).await?.dyn_into().map_err(|e| words(&e))?;
        Ok(Self { database })
    }

    fn store(&self, name: &str) -> Result<IdbObjectStore, String> {
        let transaction = self
            .database
            .transaction_with_str(name)
            .map_err(|e| words(&e))?;
        transaction.object_store(name).map_err(|e| words(&e))
    }

    /// Reads every text, as the browser holds it: most need not be looked into.
    pub(crate) async fn read(&self) -> Result<Vec<(String, JsValue)>, String> {
        let store = self.store(TEXTS)?;
        let keys = store.get_all_keys().map_err(|e| words(&e))?;
        let texts = store.get_all().map_err(|e| words(&e))?;
        let keys: Array = answer(&keys).await?.dyn_into().map_err(|e| words(&e))?;
        let texts: Array = answer(&texts).await?.dyn_into().map_err(|e| words(&e))?;
        let pairs = keys.iter().zip(texts.iter());
        Ok(pairs
            .filter_map(|(key, text)| Some((key.as_string()?, text)))
            .filter(|(_, text)| text.is_string())
            .collect())
    }

    /// Reads every text.
    #[cfg(feature = "whole")]
    pub(crate) async fn texts(&self) -> Result<Copy, String> {
        let pairs = self.read().await?.into_iter();
        Ok(pairs
            .filter_map(|(key, text)| Some((key, text.as_string()?)))
            .collect())
    }

    /// Reads the snapshot, if there is one.
    pub(crate) async fn snapshot(&self) -> Option<Vec<u8>> {
        let request = self.store(CACHE).ok()?.get(&SNAPSHOT.into()).ok()?;
        let bytes: Uint8Array = answer(&request).await.ok()?.dyn_into().ok()?;
        Some(bytes.to_vec())
    }

    /// The folder for backups, as the browser handed it out.
    #[cfg(feature = "whole")]
    pub(crate) async fn folder(&self) -> Option<JsValue> {
        let request = self.store(CACHE).ok()?.get(&FOLDER.into()).ok()?;
        let handle = answer(&request).await.ok()?;
        handle.is_object().then_some(handle)
    }

    /// Keeps the folder for backups.
    #[cfg(feature = "whole")]
    pub(crate) fn keep_folder(&self, handle: &JsValue) {
        self.keep(FOLDER, handle);
    }

    /// Lets go of the database.
    #[cfg(feature = "whole")]
    pub(crate) fn close(&self) {
        self.database.close();
    }

    /// Takes a whole database away.
    #[cfg(feature = "whole")]
    pub(crate) async fn delete(name: &str) {
        let factory = web_sys::window().and_then(|window| window.indexed_db().ok().flatten());
        let request = factory.and_then(|factory| factory.delete_database(name).ok());
        if let Some(request) = request {
            let _ = answer(&request).await;
        }
    }

    /// Keeps a snapshot. It is a cache, so nobody waits for it and nobody misses it.
    #[cfg(feature = "whole")]
    pub(crate) fn keep_snapshot(&self, bytes: &[u8]) {
        self.keep(SNAPSHOT, &Uint8Array::from(bytes));
    }

    #[cfg(feature = "whole")]
    fn keep(&self, name: &str, value: &JsValue) {
        let mode = web_sys::IdbTransactionMode::Readwrite;
        let transaction = self.database.transaction_with_str_and_mode(CACHE, mode);
        let store = transaction.and_then(|transaction| transaction.object_store(CACHE));
        let _ = store.and_then(|store| store.put_with_key(value, &name.into()));
    }

    /// Writes texts in one transaction and calls back when they are safe, or with the reason why they are not.
    pub(crate) fn write(&self, copies: &[CopyOf], done: impl FnOnce(Result<(), String>) + 'static) {
        let put = |store: &IdbObjectStore| {
            for copy in copies {
                store.put_with_key(&copy.text.as_str().into(), &copy.key.as_str().into())?;
            }
            Ok(())
        };
        self.change(put, done);
    }

    /// Takes texts away.
    #[cfg(feature = "whole")]
    pub(crate) fn remove(&self, keys: &[String], done: impl FnOnce(Result<(), String>) + 'static) {
        let remove = |store: &IdbObjectStore| {
            for key in keys {
                store.delete(&key.as_str().into())?;
            }
            Ok(())
        };
        self.change(remove, done);
    }

    fn change(
        &self,
        change: impl Fn(&IdbObjectStore) -> Result<(), JsValue>,
        done: impl FnOnce(Result<(), String>) + 'static,
    ) {
        let begun = self.strict().and_then(|transaction| {
            change(&transaction.object_store(TEXTS)?)?;
            Ok(transaction)
        });
        let transaction = match begun {
            Ok(transaction) => transaction,
            Err(error) => return done(Err(words(&error))),
        };
        let done = Rc::new(Cell::new(Some(done)));
        let call = move |result: fn() -> Result<(), String>| {
            let done = Rc::clone(&done);
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

    /// A transaction that is complete only when the disk has it. `web-sys` has no options for transactions yet.
    fn strict(&self) -> Result<IdbTransaction, JsValue> {
        let options = object(&[("durability", "strict".into())]);
        let names = Array::of1(&TEXTS.into()).into();
        call(
            &self.database,
            "transaction",
            &[names, "readwrite".into(), options],
        )?
        .dyn_into()
    }
}
