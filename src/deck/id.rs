//! Names: of tracks, tasks and items. An id, once shipped, is never used again: histories hang on it.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The longest slug, in bytes.
pub const SLUG_MAX: usize = 64;

/// Why a text is not a slug (lower-case letters, digits and single hyphens between them).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlugError {
    /// Nothing there.
    Empty,
    /// Longer than [`SLUG_MAX`].
    TooLong,
    /// A character that a slug cannot hold, and its byte position.
    Character(char, usize),
}

impl fmt::Display for SlugError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "it is empty"),
            Self::TooLong => write!(f, "it is longer than {SLUG_MAX} characters"),
            Self::Character(c, _) => write!(f, "`{c}` is not a lower-case letter, digit or hyphen"),
        }
    }
}

/// Checks that `text` is a slug.
pub fn check_slug(text: &str) -> Result<(), SlugError> {
    if text.is_empty() {
        return Err(SlugError::Empty);
    }
    if text.len() > SLUG_MAX {
        return Err(SlugError::TooLong);
    }
    for (position, c) in text.char_indices() {
        let inner = position > 0 && position + 1 < text.len();
        if !(c.is_ascii_lowercase() || c.is_ascii_digit() || (c == '-' && inner)) {
            return Err(SlugError::Character(c, position));
        }
    }
    Ok(())
}

/// The slug nearest to a free text: what to suggest, or to name a learner's new deck after.
pub fn slug_of(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_lowercase() || c.is_ascii_digit() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= SLUG_MAX {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() {
        "untitled".to_owned()
    } else {
        slug.to_owned()
    }
}

/// Names a track (`aws-saa-c03`) or a learner's own deck; always a slug.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct TrackId(String);

impl<'de> Deserialize<'de> for TrackId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        check_slug(&text).map_err(serde::de::Error::custom)?;
        Ok(Self(text))
    }
}

impl TrackId {
    /// Takes a slug.
    pub fn new(text: &str) -> Result<Self, SlugError> {
        check_slug(text)?;
        Ok(Self(text.to_owned()))
    }

    /// The slug.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TrackId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A numbered task of one track's exam guide, written `aws-saa-c03:1.2`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TaskRef {
    /// The track.
    pub track: TrackId,
    /// The task's number in that track: `1.2`, `4f`, `3.A`.
    pub task: String,
}

impl fmt::Display for TaskRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.track, self.task)
    }
}

/// Names one thing that is remembered: `aws-saa-c03/s3-gateway-endpoint`, or for one deletion of a cloze
/// `aws-saa-c03/rds-backup-retention:2`. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(Arc<str>);

impl ItemId {
    /// The id of an item in a track or deck.
    pub fn of(track: &TrackId, slug: &str) -> Self {
        Self(format!("{track}/{slug}").into())
    }

    /// The id of deletion number `group` of a cloze.
    pub fn of_cloze(track: &TrackId, slug: &str, group: u8) -> Self {
        Self(format!("{track}/{slug}:{group}").into())
    }

    /// Reads an id back from a log. Any text of the form `track/slug` or `track/slug:n` is accepted.
    pub fn parse(text: &str) -> Option<Self> {
        let (track, rest) = text.split_once('/')?;
        let (slug, group) = rest
            .split_once(':')
            .map_or((rest, None), |(s, g)| (s, Some(g)));
        check_slug(track).ok()?;
        check_slug(slug).ok()?;
        if let Some(group) = group {
            group.parse::<u8>().ok().filter(|g| *g > 0)?;
        }
        Some(Self(text.into()))
    }

    /// The whole id.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The track's or deck's slug.
    pub fn track(&self) -> &str {
        self.0.split('/').next().unwrap_or_default()
    }

    /// The item's own name in its deck, whichever of its deletions this is.
    pub fn slug(&self) -> &str {
        let rest = self.0.split_once('/').map_or("", |(_, rest)| rest);
        rest.split(':').next().unwrap_or_default()
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for ItemId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for ItemId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text)
            .ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not an item's id")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_hold_lower_case_letters_digits_and_inner_hyphens() {
        assert_eq!(check_slug("s3-gateway-endpoint"), Ok(()));
        assert_eq!(check_slug(""), Err(SlugError::Empty));
        assert_eq!(check_slug("-a"), Err(SlugError::Character('-', 0)));
        assert_eq!(check_slug("a-"), Err(SlugError::Character('-', 1)));
        assert_eq!(check_slug("aB"), Err(SlugError::Character('B', 1)));
        assert_eq!(check_slug(&"a".repeat(65)), Err(SlugError::TooLong));
    }

    #[test]
    fn a_free_text_becomes_a_slug() {
        assert_eq!(slug_of("My Cards: VPC & S3!"), "my-cards-vpc-s3");
        assert_eq!(slug_of("???"), "untitled");
        assert_eq!(check_slug(&slug_of(&"Ü x".repeat(60))), Ok(()));
    }

    #[test]
    fn item_ids_are_read_back_as_written() {
        let track = TrackId::new("aws-saa-c03").expect("a slug");
        let cloze = ItemId::of_cloze(&track, "rds", 2);
        assert_eq!(ItemId::parse(cloze.as_str()), Some(cloze.clone()));
        assert_eq!(cloze.track(), "aws-saa-c03");
        assert_eq!(ItemId::parse("no-slash"), None);
        assert_eq!(ItemId::parse("a/b:0"), None);
    }
}
