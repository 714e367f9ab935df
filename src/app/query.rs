//! What is looked for in the library, and how an address holds it: `#/library?words=gateway&track=aws-saa-c03&task=1.2&only=due`.

#[cfg(feature = "whole")]
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::deck::id::TrackId;

/// Words are as long as this at most; nobody types more, and an address must stay one.
#[cfg(feature = "whole")]
const WORDS_MAX: usize = 200;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that must all be there.
    pub words: String,
    /// Items of this track or own deck; none: of all.
    pub track: Option<TrackId>,
    /// Items of this domain or task of the track.
    pub task: Option<String>,
    /// Items that are so.
    pub only: Only,
}

/// How an item stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    /// However it stands.
    #[default]
    Any,
    /// To be asked today or before.
    Due,
    /// Never answered.
    New,
    /// Missed last time.
    Missed,
    /// Flagged by the learner.
    Flagged,
    /// With a note of the learner's.
    Noted,
    /// Forgotten again and again.
    Leech,
    /// Set aside by the learner.
    Suspended,
}

impl Only {
    /// All of them, with their names in addresses and in words.
    pub const ALL: [(Self, &'static str, &'static str); 8] = [
        (Self::Any, "", "All items"),
        (Self::Due, "due", "Due"),
        (Self::New, "new", "Never seen"),
        (Self::Missed, "missed", "Missed last time"),
        (Self::Flagged, "flagged", "Flagged"),
        (Self::Noted, "noted", "With a note"),
        (Self::Leech, "leech", "Forgotten again and again"),
        (Self::Suspended, "suspended", "Suspended"),
    ];

    /// By its name in addresses.
    pub fn named(name: &str) -> Self {
        let found = Self::ALL.iter().find(|(_, of, _)| *of == name);
        found.map_or(Self::Any, |(only, ..)| *only)
    }

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        let found = Self::ALL.iter().find(|(only, ..)| *only == self);
        found.map_or("", |(_, name, _)| name)
    }
}

/// The module that a first visit loads only knows that there is such a screen.
#[cfg(not(feature = "whole"))]
impl Query {
    /// Nothing is looked for.
    pub fn parse(_: &str) -> Self {
        Self::default()
    }

    /// Nothing is looked for.
    pub fn to_text(&self) -> String {
        String::new()
    }
}

#[cfg(feature = "whole")]
impl Query {
    /// Reads what stands behind the question mark. What cannot be read is left out.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        for (name, value) in text.split('&').filter_map(|part| part.split_once('=')) {
            let value = percent_decode_str(value).decode_utf8_lossy().into_owned();
            match name {
                "words" => query.words = value.chars().take(WORDS_MAX).collect(),
                "track" => query.track = TrackId::new(&value).ok(),
                "task" => query.task = Some(value).filter(|task| !task.is_empty()),
                "only" => query.only = Only::named(&value),
                _ => {}
            }
        }
        query
    }

    /// As it stands behind the question mark; nothing if everything is looked for.
    pub fn to_text(&self) -> String {
        let coded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let parts = [
            ("words", self.words.clone()),
            (
                "track",
                self.track
                    .as_ref()
                    .map(ToString::to_string)
                    .unwrap_or_default(),
            ),
            ("task", self.task.clone().unwrap_or_default()),
            ("only", self.only.name().to_owned()),
        ];
        let given = parts.into_iter().filter(|(_, value)| !value.is_empty());
        let parts: Vec<String> = given
            .map(|(name, value)| format!("{name}={}", coded(&value)))
            .collect();
        parts.join("&")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_read_back_from_its_address() {
        let query = Query {
            words: "VPC & “peering”=?#/ 100 %".to_owned(),
            track: TrackId::new("aws-saa-c03").ok(),
            task: Some("1.2".to_owned()),
            only: Only::Leech,
        };
        let text = query.to_text();
        assert!(
            text.is_ascii() && !text.contains(['#', '/', ' ', '?']),
            "{text}"
        );
        assert_eq!(Query::parse(&text), query);
        assert_eq!(Query::default().to_text(), "");
        assert_eq!(Query::parse(""), Query::default());
        assert_eq!(
            Query::parse("only=nothing&track=NO SLUG&x=1&words"),
            Query::default()
        );
    }
}
