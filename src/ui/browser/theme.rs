//! Light, dark, or as the system says. A matter of this browser, so it is kept outside the log.

use gloo_storage::{LocalStorage, Storage as _};

use super::slots::LocalSlots;
use crate::store::Slots as _;

const KEY: &str = "cairn1.theme";

/// The appearance chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system says.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The next one when the switch is pressed.
    pub(crate) fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    /// As the switch says.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What was chosen earlier in this browser.
pub(crate) fn chosen() -> Theme {
    // gloo-storage panics where storage is denied, so it is asked only where it works.
    if LocalSlots::probe().is_err() || LocalSlots.get(KEY).is_err() {
        return Theme::System;
    }
    match LocalStorage::get::<String>(KEY).as_deref() {
        Ok("light") => Theme::Light,
        Ok("dark") => Theme::Dark,
        _ => Theme::System,
    }
}

/// Keeps the choice.
pub(crate) fn keep(theme: Theme) {
    if LocalSlots::probe().is_ok() {
        // If it cannot be kept, the page still shows it until it is closed.
        let _ = LocalStorage::set(KEY, theme.word());
    }
}

/// Shows the page in this appearance.
pub(crate) fn apply(theme: Theme) {
    let root = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.document_element());
    if let Some(root) = root {
        let _ = match theme {
            Theme::System => root.remove_attribute("data-theme"),
            chosen => root.set_attribute("data-theme", chosen.word()),
        };
    }
}
