//! Which statistics are shown, and how an address holds that:
//! `#/statistics?track=aws-saa-c03&domain=1&span=year&ahead=90`, `#/statistics?span=days&from=2026-09-01&to=2026-10-31`.

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::deck::id::TrackId;
use crate::statistics::{Period, Scope};
use crate::time::Day;

/// A domain's id is as long as this at most.
const DOMAIN_MAX: usize = 100;

/// Which statistics are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatisticsQuery {
    /// Of this track or own deck; none: of everything.
    pub track: Option<TrackId>,
    /// Of this domain of the track.
    pub domain: Option<String>,
    /// Of these days.
    pub span: Window,
    /// So far ahead is told what comes due.
    pub ahead: Ahead,
}

/// The days that are looked at; all but the last kind end today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Window {
    /// Four weeks.
    FourWeeks,
    /// Thirteen weeks.
    #[default]
    ThreeMonths,
    /// A year.
    Year,
    /// From the first answer on.
    All,
    /// From one day to another.
    Days(Day, Day),
}

/// How far ahead is told what comes due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ahead {
    /// Thirty days.
    #[default]
    Month,
    /// Ninety days.
    Quarter,
}

impl Window {
    /// Those that have a name, with it as in addresses and in words.
    pub const NAMED: [(Self, &'static str, &'static str); 4] = [
        (Self::FourWeeks, "weeks", "4 weeks"),
        (Self::ThreeMonths, "months", "3 months"),
        (Self::Year, "year", "A year"),
        (Self::All, "all", "All"),
    ];

    /// By its name in addresses; none of these is the usual one.
    pub fn named(name: &str) -> Self {
        let found = Self::NAMED.iter().find(|(_, of, _)| *of == name);
        found.map_or(Self::default(), |(span, ..)| *span)
    }

    /// From one day to another as they were entered, whichever is the later one; none where one of them is no day.
    pub fn between(from: &str, to: &str) -> Option<Self> {
        let (from, to) = (Day::parse(from)?, Day::parse(to)?);
        Some(Self::Days(from.min(to), from.max(to)))
    }

    /// The days. What lies ahead has not happened yet, so the last one is today at the latest.
    pub fn period(self, today: Day) -> Period {
        let back = |days: i32| Some(today.plus(1 - days));
        let (first, last) = match self {
            Self::FourWeeks => (back(28), today),
            Self::ThreeMonths => (back(91), today),
            Self::Year => (back(365), today),
            Self::All => (None, today),
            Self::Days(first, last) => (Some(first.min(today)), last.min(today)),
        };
        Period { first, last }
    }
}

impl Ahead {
    /// How many days, today included.
    pub fn days(self) -> usize {
        match self {
            Self::Month => 30,
            Self::Quarter => 90,
        }
    }
}

impl StatisticsQuery {
    /// Reads what stands behind the question mark. What cannot be read is left out.
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let (mut from, mut to) = (String::new(), String::new());
        for (name, value) in text.split('&').filter_map(|part| part.split_once('=')) {
            let value = percent_decode_str(value).decode_utf8_lossy().into_owned();
            match name {
                "track" => query.track = TrackId::new(&value).ok(),
                "domain" => {
                    query.domain = Some(value.chars().take(DOMAIN_MAX).collect());
                }
                "span" => query.span = Window::named(&value),
                "from" => from = value,
                "to" => to = value,
                "ahead" if value == "90" => query.ahead = Ahead::Quarter,
                _ => {}
            }
        }
        if let Some(span) = Window::between(&from, &to) {
            query.span = span;
        }
        if query.track.is_none() {
            query.domain = None;
        }
        query
    }

    /// As it stands behind the question mark; nothing for what is usual.
    pub fn to_text(&self) -> String {
        let mut parts = Vec::new();
        if let Some(track) = &self.track {
            parts.push(format!("track={track}"));
            if let Some(domain) = &self.domain {
                let domain = utf8_percent_encode(domain, NON_ALPHANUMERIC);
                parts.push(format!("domain={domain}"));
            }
        }
        match self.span {
            Window::Days(from, to) => parts.push(format!("span=days&from={from}&to={to}")),
            span if span == Window::default() => {}
            span => {
                let named = Window::NAMED.iter().find(|(of, ..)| *of == span);
                parts.extend(named.map(|(_, name, _)| format!("span={name}")));
            }
        }
        if self.ahead == Ahead::Quarter {
            parts.push("ahead=90".to_owned());
        }
        parts.join("&")
    }

    /// The items that are counted.
    pub fn scope(&self) -> Scope {
        match (&self.track, &self.domain) {
            (None, _) => Scope::All,
            (Some(track), None) => Scope::Track(track.to_string()),
            (Some(track), Some(domain)) => Scope::Domain(track.to_string(), domain.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    #[test]
    fn what_is_shown_is_read_back_from_its_address() {
        let days = Window::Days(day("2026-09-01"), day("2026-10-31"));
        let spans = Window::NAMED.map(|(span, ..)| span);
        for span in spans.into_iter().chain([days]) {
            for domain in [None, Some("1"), Some("II & Ⅲ=?#"), Some("")] {
                let query = StatisticsQuery {
                    track: TrackId::new("aws-saa-c03").ok(),
                    domain: domain.map(str::to_owned),
                    span,
                    ahead: Ahead::Quarter,
                };
                let text = query.to_text();
                assert!(text.is_ascii() && !text.contains(['#', '?', ' ']), "{text}");
                assert_eq!(StatisticsQuery::parse(&text), query);
            }
        }
        assert_eq!(StatisticsQuery::default().to_text(), "");
    }

    #[test]
    fn what_cannot_be_read_is_the_usual_one() {
        for text in [
            "",
            "span=century&track=NO SLUG&ahead=1000",
            "span=days&from=2026-02-30&to=2026-03-01",
            "span=days&from=2026-03-01",
            "domain=1",
            "=&&x=1&track",
        ] {
            assert_eq!(
                StatisticsQuery::parse(text),
                StatisticsQuery::default(),
                "{text}"
            );
        }
    }

    #[test]
    fn days_are_put_in_order_and_end_today() {
        let today = day("2026-11-21");
        let span = Window::between("2026-12-24", "2026-11-01").expect("days");
        let period = span.period(today);
        assert_eq!(period.first, Some(day("2026-11-01")));
        assert_eq!(period.last, today);
        let ahead = Window::between("2027-01-01", "2027-02-01").expect("days");
        let period = ahead.period(today);
        assert_eq!((period.first, period.last), (Some(today), today));
        let weeks = Window::FourWeeks.period(today);
        assert_eq!(weeks.first, Some(day("2026-10-25")));
        assert_eq!(Window::All.period(today).first, None);
    }
}
