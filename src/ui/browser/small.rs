//! Small choices that are a matter of this browser, and so are kept outside the log.

use super::slots::LocalSlots;
use crate::store::Slots as _;

/// What was kept under a name, if anything was and it can be read.
pub(super) fn get(name: &str) -> Option<String> {
    let text = LocalSlots.get(name).ok().flatten()?;
    // Earlier versions wrote such choices as JSON.
    Some(text.trim_matches('"').to_owned())
}

/// Keeps a choice. If it cannot be kept, it holds until the page is closed.
pub(super) fn set(name: &str, value: &str) {
    let _ = LocalSlots.set(name, value);
}
