//! The pages of reviews, and how an address names them.

use crate::roadmap::{Ritual, Span};
use crate::time::Day;

/// A page of reviews.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReviewPage {
    /// What is due, and every review that was held: `#/reviews`.
    #[default]
    All,
    /// One review: `#/reviews/weekly/2026-11-16`.
    One(Ritual, Span),
}

impl ReviewPage {
    /// Reads an address's path without `#/`. Any day of a period names it; anything unknown is the list.
    pub fn parse(path: &str) -> Self {
        let mut parts = path.split('/').skip(1);
        let (slug, day, rest) = (parts.next(), parts.next(), parts.next());
        let ritual = slug.and_then(Ritual::named);
        let day = day.and_then(Day::parse).filter(|_| rest.is_none());
        ritual
            .zip(day)
            .map_or(Self::All, |(ritual, day)| Self::of(ritual, day))
    }

    /// The review of the period that a day belongs to.
    pub fn of(ritual: Ritual, day: Day) -> Self {
        Self::One(ritual, ritual.period(day))
    }

    /// The review in words; `None` for the list.
    pub fn words(self) -> Option<String> {
        match self {
            Self::All => None,
            Self::One(ritual, period) => {
                Some(format!("{}, {}", ritual.name(), ritual.words(period)))
            }
        }
    }

    /// The address's path without `#/`.
    pub fn path(self) -> String {
        match self {
            Self::All => "reviews".to_owned(),
            Self::One(ritual, period) => format!("reviews/{}/{}", ritual.slug(), period.from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_back_and_unknown_ones_lead_to_the_list() {
        let day = Day::parse("2026-11-21").expect("a day");
        let mut pages = Ritual::ALL
            .map(|ritual| ReviewPage::of(ritual, day))
            .to_vec();
        pages.push(ReviewPage::All);
        for page in pages {
            assert_eq!(ReviewPage::parse(&page.path()), page);
        }
        let week = ReviewPage::parse("reviews/weekly/2026-11-21");
        assert_eq!(week.path(), "reviews/weekly/2026-11-16");
        for other in [
            "reviews",
            "reviews/weekly",
            "reviews/weekly/soon",
            "reviews/weekly/2026-02-30",
            "reviews/daily/2026-11-16",
            "reviews/weekly/2026-11-16/2",
        ] {
            assert_eq!(ReviewPage::parse(other), ReviewPage::All);
        }
    }
}
