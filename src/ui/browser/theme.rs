//! Light, dark, or as the system says.

use leptos::prelude::{RwSignal, Set as _, expect_context, provide_context};

use super::small;

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
    match small::get(KEY).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
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

/// The choice, for everything on the page that shows it or changes it.
pub(crate) fn signal() -> RwSignal<Theme> {
    expect_context::<RwSignal<Theme>>()
}

/// Makes the choice known to the page; to be called once, above everything that asks for it.
pub(crate) fn provide() {
    provide_context(RwSignal::new(chosen()));
}

/// Chooses: the page shows it at once, and the browser keeps it.
pub(crate) fn choose(signal: RwSignal<Theme>, theme: Theme) {
    signal.set(theme);
    apply(theme);
    small::set(KEY, theme.word());
}
