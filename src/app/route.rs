//! The screens, and how an address names them.

use super::query::Query;
use crate::deck::id::{ItemId, TrackId};
use crate::review::{FactId, Writer};

/// A screen. The address holds it behind `#`, so any static host can serve the page under any path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// Tracks and what is due.
    #[default]
    Start,
    /// A session of one track or own deck.
    Study(TrackId),
    /// A track's blueprint, and how far it is known.
    Track(TrackId),
    /// Exams, minutes, days off.
    Plan,
    /// Mock exams.
    Exams,
    /// The mock exams of one track.
    Exam(TrackId),
    /// The chance of passing one exam.
    Readiness(TrackId),
    /// One sitting: the exam room, and its report afterwards.
    Sitting(FactId),
    /// Every item, as far as it fits what is looked for.
    Library(Query),
    /// One item with its history.
    Item(ItemId),
    /// The learner's own decks.
    Decks,
    /// The drills, or one type of them.
    #[cfg(feature = "whole")]
    Drills(Option<&'static str>),
    /// A drill that is practised: a type at a level, by its item.
    #[cfg(feature = "whole")]
    Practice(ItemId),
    /// The roadmap, or a part of it.
    #[cfg(feature = "whole")]
    Road(super::RoadPage),
    /// Reviews, or one of them.
    #[cfg(feature = "whole")]
    Reviews(super::ReviewPage),
    /// What the answers add up to.
    #[cfg(feature = "whole")]
    Statistics(super::StatisticsQuery),
    /// A screen of the whole module that the module of a first visit need not tell apart.
    #[cfg(not(feature = "whole"))]
    Beyond,
    /// Everything that can be set.
    Settings,
    /// The same, at what is kept and its backups.
    Data,
}

impl Route {
    /// Reads an address's part from `#` on. Anything unknown is the start page.
    pub fn parse(hash: &str) -> Self {
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        let path = path.trim_start_matches('#').trim_matches('/');
        let mut parts = path.split('/');
        match (parts.next(), parts.next(), parts.next()) {
            (Some("study"), Some(deck), None) => {
                TrackId::new(deck).map_or(Self::Start, Self::Study)
            }
            (Some("track"), Some(track), None) => {
                TrackId::new(track).map_or(Self::Start, Self::Track)
            }
            (Some("plan"), None, None) => Self::Plan,
            (Some("exams"), None, None) => Self::Exams,
            (Some("exams"), Some(track), None) => {
                TrackId::new(track).map_or(Self::Exams, Self::Exam)
            }
            (Some("readiness"), Some(track), None) => {
                TrackId::new(track).map_or(Self::Exams, Self::Readiness)
            }
            (Some("sitting"), Some(name), None) => sitting(name).map_or(Self::Exams, Self::Sitting),
            (Some("library"), None, None) => Self::Library(Query::parse(query)),
            (Some("item"), Some(_), Some(_)) => {
                let id = path.split_once('/').and_then(|(_, id)| ItemId::parse(id));
                id.map_or_else(|| Self::Library(Query::default()), Self::Item)
            }
            (Some("decks"), None, None) => Self::Decks,
            #[cfg(feature = "whole")]
            (Some("drills"), drill, None) => {
                let of = drill.and_then(crate::drill::Type::named);
                Self::Drills(of.map(|of| of.id))
            }
            #[cfg(feature = "whole")]
            (Some("practice"), Some(_), Some(_)) => {
                let id = path.split_once('/').and_then(|(_, id)| ItemId::parse(id));
                id.map_or(Self::Drills(None), Self::Practice)
            }
            #[cfg(feature = "whole")]
            (Some("road"), ..) => Self::Road(super::RoadPage::parse(path)),
            #[cfg(feature = "whole")]
            (Some("reviews"), ..) => Self::Reviews(super::ReviewPage::parse(path)),
            #[cfg(feature = "whole")]
            (Some("statistics"), None, None) => {
                Self::Statistics(super::StatisticsQuery::parse(query))
            }
            #[cfg(not(feature = "whole"))]
            (Some("road" | "reviews" | "statistics" | "drills" | "practice"), ..) => Self::Beyond,
            (Some("settings"), None, None) => Self::Settings,
            (Some("data"), None, None) => Self::Data,
            _ => Self::Start,
        }
    }

    /// The screen alone: what is looked for in it makes no other one.
    #[must_use]
    pub fn screen(&self) -> Self {
        match self {
            Self::Library(_) => Self::Library(Query::default()),
            Self::Data => Self::Settings,
            #[cfg(feature = "whole")]
            Self::Statistics(_) => Self::Statistics(super::StatisticsQuery::default()),
            #[cfg(feature = "whole")]
            Self::Road(super::RoadPage::Timeline(_)) => Self::Road(super::RoadPage::default()),
            other => other.clone(),
        }
    }

    /// The address.
    pub fn hash(&self) -> String {
        match self {
            Self::Start => "#/".to_owned(),
            Self::Study(deck) => format!("#/study/{deck}"),
            Self::Track(track) => format!("#/track/{track}"),
            Self::Plan => "#/plan".to_owned(),
            Self::Exams => "#/exams".to_owned(),
            Self::Exam(track) => format!("#/exams/{track}"),
            Self::Readiness(track) => format!("#/readiness/{track}"),
            Self::Sitting(id) => format!("#/sitting/{}-{}", id.writer, id.number),
            Self::Library(query) => match query.to_text() {
                text if text.is_empty() => "#/library".to_owned(),
                text => format!("#/library?{text}"),
            },
            Self::Item(id) => format!("#/item/{id}"),
            Self::Decks => "#/decks".to_owned(),
            #[cfg(feature = "whole")]
            Self::Drills(None) => "#/drills".to_owned(),
            #[cfg(feature = "whole")]
            Self::Drills(Some(of)) => format!("#/drills/{of}"),
            #[cfg(feature = "whole")]
            Self::Practice(id) => format!("#/practice/{id}"),
            #[cfg(feature = "whole")]
            Self::Road(page) => format!("#/{}", page.path()),
            #[cfg(feature = "whole")]
            Self::Reviews(page) => format!("#/{}", page.path()),
            #[cfg(feature = "whole")]
            Self::Statistics(query) => match query.to_text() {
                text if text.is_empty() => "#/statistics".to_owned(),
                text => format!("#/statistics?{text}"),
            },
            // Nobody is led there: the address says where.
            #[cfg(not(feature = "whole"))]
            Self::Beyond => "#/".to_owned(),
            Self::Settings => "#/settings".to_owned(),
            Self::Data => "#/data".to_owned(),
        }
    }
}

/// Reads the name of a sitting: its writer and number.
fn sitting(name: &str) -> Option<FactId> {
    let (writer, number) = name.split_once('-')?;
    let writer = Writer::parse(writer)?;
    let number = number.parse().ok()?;
    Some(FactId { writer, number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_back_and_unknown_ones_lead_to_the_start() {
        let deck = TrackId::new("aws-saa-c03").expect("a slug");
        for route in [
            Route::Start,
            Route::Study(deck.clone()),
            Route::Track(deck.clone()),
            Route::Plan,
            Route::Exams,
            Route::Exam(deck.clone()),
            Route::Readiness(deck),
            Route::Sitting(FactId {
                writer: Writer(77),
                number: 12,
            }),
            Route::Library(Query::default()),
            Route::Library(Query::parse("words=a%20b&only=due")),
            Route::Item(ItemId::parse("aws-saa-c03/s3-gateway-endpoint").expect("an item")),
            Route::Decks,
            #[cfg(feature = "whole")]
            Route::Drills(None),
            #[cfg(feature = "whole")]
            Route::Drills(Some("cidr")),
            #[cfg(feature = "whole")]
            Route::Practice(ItemId::parse("aws-saa-c03/drill-cidr-hard").expect("an item")),
            #[cfg(feature = "whole")]
            Route::Statistics(super::super::StatisticsQuery::default()),
            #[cfg(feature = "whole")]
            Route::Statistics(super::super::StatisticsQuery::parse(
                "track=aws-saa-c03&domain=2&span=year",
            )),
            Route::Settings,
            Route::Data,
        ] {
            assert_eq!(Route::parse(&route.hash()), route);
        }
        assert_eq!(
            Route::parse("#/item/no/item/at-all"),
            Route::Library(Query::default())
        );
        assert_eq!(Route::parse("#/sitting/xyz"), Route::Exams);
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
