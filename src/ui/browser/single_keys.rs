//! Whether keys of a single character are shortcuts.

use super::small;

const KEY: &str = "cairn1.single-keys";

/// What was chosen earlier in this browser; they are on unless they were switched off.
pub(crate) fn chosen() -> bool {
    small::get(KEY).as_deref() != Some("off")
}

/// Keeps the choice.
#[cfg(feature = "whole")]
pub(crate) fn keep(on: bool) {
    small::set(KEY, if on { "on" } else { "off" });
}
