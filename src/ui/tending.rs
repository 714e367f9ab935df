//! What is done to the log when nothing else happens: a snapshot for the next start, short texts made into long ones, and a look at
//! how full the store is. One tab does it for all.

use std::collections::BTreeMap;

use super::browser::slots::LocalSlots;
use super::browser::{locks, page};
use super::{Shell, opening};
use crate::app::Event;
use crate::review::Snapshot;
use crate::store::{Cover, Slots as _, encode_snapshot, merge_short, replaced};

/// A start after which so many texts had to be read makes a new snapshot (tunable).
const PARTS_FOR_SNAPSHOT: usize = 6;
/// How long after the start, and then how often (tunable).
const FIRST_MS: i32 = 20_000;
const EVERY_MS: i32 = 600_000;
/// Code units in local storage, names included: measured in Chromium and Firefox.
const QUOTA_UNITS: usize = 5_242_880;

impl Shell {
    /// Begins to tend the log.
    pub(super) fn tend(self, cover: Cover, read: usize) {
        self.look_at_space();
        page::after_ms(FIRST_MS, move || {
            if read >= PARTS_FOR_SNAPSHOT {
                self.keep_snapshot(&cover);
            }
            self.tend_now();
        });
    }

    fn tend_now(self) {
        locks::lead(move |mine| {
            if mine {
                self.tidy_and_again();
            } else {
                page::after_ms(EVERY_MS, move || self.tend_now());
            }
        });
    }

    fn tidy_and_again(self) {
        wasm_bindgen_futures::spawn_local(async move {
            self.tidy().await;
            self.look_at_space();
            page::after_ms(EVERY_MS, move || self.tidy_and_again());
        });
    }

    fn keep_snapshot(self, cover: &Cover) {
        let snapshot = self.with_history(Snapshot::of);
        if let Some(copies) = self.copies() {
            copies.keep_snapshot(&encode_snapshot(&snapshot, cover));
        }
    }

    /// Takes away what a long text has replaced since an earlier session, and makes a long one of what is short by now. Reading
    /// from the second copy: local storage may show this tab less than others have written.
    async fn tidy(self) {
        let (Some(copies), Some(living)) = (self.copies(), locks::living().await) else {
            return;
        };
        let Ok(second) = copies.read().await else {
            return;
        };
        let gone = replaced(&in_local_storage(), &second, &self.notes());
        for key in &gone {
            // What stays is read once more at the next start, and is taken away then.
            let _ = LocalSlots.remove(key);
        }
        if !gone.is_empty() {
            copies.remove(&gone, |_| ());
        }
        let merging = merge_short(&second, &living);
        let Some(note) = merging.note else { return };
        for text in &merging.texts {
            if LocalSlots.set(&text.key, &text.text).is_err() {
                return;
            }
        }
        let after = copies.clone();
        copies.write(&merging.texts, move |result| {
            // The note comes last: it says that both copies have the long text.
            if result.is_ok() && LocalSlots.set(&note.key, &note.text).is_ok() {
                after.write(std::slice::from_ref(&note), |_| ());
            }
        });
    }

    /// Tells the app how full the store is.
    pub(super) fn look_at_space(self) {
        if let Some(used) = opening::units_used() {
            let percent = u8::try_from(used * 100 / QUOTA_UNITS).unwrap_or(100);
            self.dispatch(Event::Space(percent.min(100)));
        }
    }
}

fn in_local_storage() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for key in LocalSlots.keys().unwrap_or_default() {
        if let Ok(Some(text)) = LocalSlots.get(&key) {
            found.insert(key, text);
        }
    }
    found
}
