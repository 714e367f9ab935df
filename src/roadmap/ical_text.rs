//! Lines of an iCalendar file as RFC 5545 wants them: escaped, folded, ended by CR and LF.
//!
//! Written here, in a hundred lines, since the crate `icalendar` asks the system for the time and for random names even where both are
//! given; the tests read what is written with its parser.

use crate::time::{DAY_MS, Day, Moment};

/// Octets of a line, its end not counted (RFC 5545, 3.1).
const LINE_OCTETS: usize = 75;

/// A calendar that is being written.
#[derive(Debug, Default)]
pub(super) struct Lines(String);

impl Lines {
    /// Adds a property as it stands: its name with parameters, and a value that needs no escaping.
    pub(super) fn raw(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// Adds a property whose value is text.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        self.raw(name, &escaped(value));
    }

    /// What was written.
    pub(super) fn finish(self) -> String {
        self.0
    }

    /// A line that is too long goes on in the next, which begins with a space. A character is never cut in two.
    fn fold(&mut self, line: &str) {
        let mut used = 0;
        for character in line.chars() {
            if used + character.len_utf8() > LINE_OCTETS {
                self.0.push_str("\r\n ");
                // The space counts.
                used = 1;
            }
            self.0.push(character);
            used += character.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// Text as a value (RFC 5545, 3.3.11). Other control characters than line ends may not stand in a file and are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut last = ' ';
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => safe.extend(['\\', character]),
            '\n' if last == '\r' => {}
            '\n' | '\r' => safe.push_str("\\n"),
            '\t' => safe.push(' '),
            other if other.is_control() => {}
            other => safe.push(other),
        }
        last = character;
    }
    safe
}

/// A day: `20261121`.
pub(super) fn date(day: Day) -> String {
    day.to_string().replace('-', "")
}

/// A time of day in no time zone: `20261121T190000`. Minutes are since midnight.
pub(super) fn local(day: Day, minutes: u16) -> String {
    format!("{}T{:02}{:02}00", date(day), minutes / 60, minutes % 60)
}

/// A moment in UTC: `20261121T180000Z`.
pub(super) fn utc(at: Moment) -> String {
    let day = Day(i32::try_from(at.0.div_euclid(DAY_MS)).unwrap_or(0));
    let seconds = at.0.rem_euclid(DAY_MS) / 1_000;
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
    format!("{}T{hours:02}{minutes:02}{:02}Z", date(day), seconds % 60)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Undoes the folding, as every reader does first.
    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    #[test]
    fn values_are_escaped() {
        assert_eq!(escaped("a, b; c\\d"), "a\\, b\\; c\\\\d");
        assert_eq!(
            escaped("one\r\ntwo\nthree\rfour"),
            "one\\ntwo\\nthree\\nfour"
        );
        assert_eq!(escaped("tab\tbell\u{7}"), "tab bell");
    }

    #[test]
    fn times_are_written_without_marks() {
        let day = Day::parse("2026-11-21").expect("a date");
        assert_eq!(date(day), "20261121");
        assert_eq!(local(day, 19 * 60 + 5), "20261121T190500");
        let evening = Moment(i64::from(day.0) * DAY_MS + (18 * 3_600 + 61) * 1_000 + 999);
        assert_eq!(utc(evening), "20261121T180101Z");
    }

    proptest! {
        #[test]
        fn no_line_is_longer_than_75_octets_and_none_loses_anything(text in "\\PC{0,300}") {
            let mut lines = Lines::default();
            lines.text("SUMMARY", &text);
            let written = lines.finish();
            let body = written.strip_suffix("\r\n").expect("an end");
            for line in body.split("\r\n") {
                prop_assert!(line.len() <= LINE_OCTETS, "{line:?}");
            }
            prop_assert_eq!(unfolded(body), format!("SUMMARY:{}", escaped(&text)));
        }
    }
}
