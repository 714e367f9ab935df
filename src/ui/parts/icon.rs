//! Icons, drawn from Lucide (<https://lucide.dev>, ISC licence): strokes on a grid of 24.

use leptos::prelude::*;

/// An icon beside a word that says the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    /// Today.
    House,
    /// The plan.
    Calendar,
    /// Exams.
    Cap,
    /// The roadmap.
    Milestone,
    /// The library.
    Books,
    /// Settings.
    Sliders,
}

impl Icon {
    /// Its strokes.
    fn path(self) -> &'static str {
        match self {
            Self::House => {
                "M15 21v-8a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v8M3 10a2 2 0 0 1 .709-1.528l7-6a2 2 0 0 1 2.582 0l7 6A2 2 0 0 1 21 \
                 10v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z"
            }
            Self::Calendar => {
                "M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM8 2v3M16 2v3M3 9h18"
            }
            Self::Cap => {
                "M21.42 10.922a1 1 0 0 0-.019-1.838L12.83 5.18a2 2 0 0 0-1.66 0L2.6 9.08a1 1 0 0 0 0 1.832l8.57 3.908a2 2 0 0 0 \
                 1.66 0zM22 10v6M6 12.5V16a6 3 0 0 0 12 0v-3.5"
            }
            Self::Milestone => {
                "M12 13v8M12 3v3M18 6a2 2 0 0 1 1.387.56l2.307 2.22a1 1 0 0 1 0 1.44l-2.307 2.22A2 2 0 0 1 18 13H6a2 2 0 0 1-1.387-.56l-2.306-2.22a1 1 0 0 1 0-1.44l2.306-2.22A2 2 0 0 1 6 6z"
            }
            Self::Books => "m16 6 4 14M12 6v14M8 8v12M4 4v16",
            Self::Sliders => {
                "M10 5H3M12 19H3M14 3v4M16 17v4M21 12h-9M21 19h-5M21 5h-7M8 10v4M8 12H3"
            }
        }
    }
}

/// Draws one. Hidden from screen readers, which have the word.
#[component]
pub(crate) fn Drawn(icon: Icon) -> impl IntoView {
    view! {
        <svg class="nav-icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d=icon.path()/>
        </svg>
    }
}
