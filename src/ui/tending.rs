//! What is done to the log when nothing else happens: a snapshot for the next start, short texts made into long ones, and a look at
//! how full the store is. One tab does it for all.

use std::collections::BTreeMap;

use super::Shell;
use super::browser::slots::LocalSlots;
use super::browser::{locks, page};
use crate::app::Event;
use crate::review::Snapshot;
use crate::store::{CopyOf, Cover, Slots as _, encode_snapshot, merge_short, replaced};

/// A start after which so many texts had to be read makes a new snapshot (tunable).
const PARTS_FOR_SNAPSHOT: usize = 6;
/// How long after the start the store is looked at and then tended, and how often (tunable).
const SPACE_MS: i32 = 500;
const FIRST_MS: i32 = 20_000;
const EVERY_MS: i32 = 600_000;
/// Code units in local storage, names included: measured in Chromium and Firefox.
const QUOTA_UNITS: usize = 5_242_880;

impl Shell {
    /// Tends the log for as long as the page lives. `cover` is what was read at the start, `read` how much of it no snapshot had
    /// spared.
    pub(super) async fn tend(self, mut cover: Cover, read: usize) {
        page::sleep(SPACE_MS).await;
        self.look_at_space();
        page::sleep(FIRST_MS).await;
        let mut wanted = read >= PARTS_FOR_SNAPSHOT;
        let mut leads = false;
        loop {
            // Who leads goes on leading; the lock is not asked for again.
            leads = leads || locks::lead().await;
            self.tidy_and_keep(&mut cover, leads, wanted).await;
            wanted = false;
            page::sleep(EVERY_MS).await;
        }
    }

    async fn tidy_and_keep(self, cover: &mut Cover, leads: bool, wanted: bool) {
        let new = if leads { self.tidy().await } else { Vec::new() };
        for text in &new {
            self.with_history(|history| cover.add(&text.key, &text.text, history.ids()));
        }
        if wanted || !new.is_empty() {
            let snapshot = self.with_history(Snapshot::of);
            if let Some(copies) = self.copies() {
                copies.keep_snapshot(&encode_snapshot(&snapshot, cover));
            }
        }
        self.look_at_space();
    }

    /// Takes away what a long text has replaced since an earlier session, and makes a long one of what is short by now; gives the
    /// long ones. It reads from the second copy: local storage may show this tab less than others have written.
    async fn tidy(self) -> Vec<CopyOf> {
        if self.is_read_only() {
            return Vec::new();
        }
        let (Some(copies), Some(living)) = (self.copies(), locks::living().await) else {
            return Vec::new();
        };
        let Ok(second) = copies.texts().await else {
            return Vec::new();
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
        let Some(note) = merging.note else {
            return Vec::new();
        };
        for text in &merging.texts {
            if LocalSlots.set(&text.key, &text.text).is_err() {
                return Vec::new();
            }
        }
        let after = copies.clone();
        copies.write(&merging.texts, move |result| {
            // The note comes last: it says that both copies have the long text.
            if result.is_ok() && LocalSlots.set(&note.key, &note.text).is_ok() {
                after.write(std::slice::from_ref(&note), |_| ());
            }
        });
        merging.texts
    }

    /// Tells the app how full the store is.
    pub(super) fn look_at_space(self) {
        if let Ok(used) = LocalSlots::units_used() {
            let percent = u8::try_from(used * 100 / QUOTA_UNITS).unwrap_or(100);
            self.dispatch(Event::Space(percent.min(100)));
        }
    }
}

/// Everything readable in local storage.
pub(super) fn in_local_storage() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for key in LocalSlots.keys().unwrap_or_default() {
        if let Ok(Some(text)) = LocalSlots.get(&key) {
            found.insert(key, text);
        }
    }
    found
}
