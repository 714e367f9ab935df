//! The title of the page: the screen, in words.

use leptos::prelude::*;

use super::Shell;
use crate::app::Route;

impl Shell {
    /// The page's title.
    pub fn title(self) -> String {
        self.app.with(|app| match app.route() {
            Route::Start => "Cairn".to_owned(),
            Route::Study(deck) => format!("{} – Cairn", app.deck_name(deck)),
            Route::Track(track) => format!("{}, what you know – Cairn", app.deck_name(track)),
            Route::Plan => "Plan – Cairn".to_owned(),
            Route::Exams => "Mock exams – Cairn".to_owned(),
            Route::Exam(track) => format!("Mock exams, {} – Cairn", app.deck_name(track)),
            Route::Readiness(track) => format!("Readiness, {} – Cairn", app.deck_name(track)),
            Route::Sitting(_) => "Mock exam – Cairn".to_owned(),
            Route::Library(_) => "Library – Cairn".to_owned(),
            Route::Item(id) => {
                let title = app.library().ask(id).map(|ask| ask.item.title.clone());
                format!("{} – Cairn", title.as_deref().unwrap_or("Item"))
            }
            Route::Decks => "Decks – Cairn".to_owned(),
            #[cfg(feature = "whole")]
            Route::Drills(of) => match of.and_then(crate::app::drill_name) {
                Some(name) => format!("{name}, drills – Cairn"),
                None => "Drills – Cairn".to_owned(),
            },
            #[cfg(feature = "whole")]
            Route::Practice(_) => "Practice – Cairn".to_owned(),
            #[cfg(feature = "whole")]
            Route::Road(_) => "Roadmap – Cairn".to_owned(),
            #[cfg(feature = "whole")]
            Route::Reviews(page) => match page.words() {
                Some(words) => format!("{words} – Cairn"),
                None => "Reviews – Cairn".to_owned(),
            },
            #[cfg(feature = "whole")]
            Route::Statistics(_) => "Statistics – Cairn".to_owned(),
            #[cfg(not(feature = "whole"))]
            Route::Beyond => "Cairn".to_owned(),
            Route::Settings | Route::Data => "Settings – Cairn".to_owned(),
        })
    }
}
