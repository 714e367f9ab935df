//! The screens, and how an address names them.

use crate::deck::id::TrackId;

/// A screen. The address holds it behind `#`, so any static host can serve the page under any path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// Tracks and what is due.
    #[default]
    Start,
    /// A session of one track or own deck.
    Study(TrackId),
    /// Exams, minutes, days off.
    Plan,
    /// The learner's own decks.
    Decks,
    /// Backup, settings, storage.
    Data,
}

impl Route {
    /// Reads an address's part from `#` on. Anything unknown is the start page.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let mut parts = path.split('/');
        match (parts.next(), parts.next(), parts.next()) {
            (Some("study"), Some(deck), None) => {
                TrackId::new(deck).map_or(Self::Start, Self::Study)
            }
            (Some("plan"), None, None) => Self::Plan,
            (Some("decks"), None, None) => Self::Decks,
            (Some("data"), None, None) => Self::Data,
            _ => Self::Start,
        }
    }

    /// The address.
    pub fn hash(&self) -> String {
        match self {
            Self::Start => "#/".to_owned(),
            Self::Study(deck) => format!("#/study/{deck}"),
            Self::Plan => "#/plan".to_owned(),
            Self::Decks => "#/decks".to_owned(),
            Self::Data => "#/data".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_back_and_unknown_ones_lead_to_the_start() {
        let deck = TrackId::new("aws-saa-c03").expect("a slug");
        for route in [
            Route::Start,
            Route::Study(deck),
            Route::Plan,
            Route::Decks,
            Route::Data,
        ] {
            assert_eq!(Route::parse(&route.hash()), route);
        }
        for other in [
            "",
            "#",
            "#/nowhere",
            "#/study",
            "#/study/NOT A SLUG",
            "#/study/a/b",
        ] {
            assert_eq!(Route::parse(other), Route::Start);
        }
    }
}
