//! The numbers of a chapter: as a table that is read, and as a file that other programs read.

use super::super::figures::{grouped, percent};
use crate::time::Day;

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What stands above each column.
    pub head: Vec<&'static str>,
    /// Its rows; the first cell of each says what it is about.
    pub rows: Vec<Vec<Cell>>,
    /// Columns that are for programs alone, since another one has them in words.
    pub(super) file_only: Vec<usize>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// As it is read.
    pub shown: String,
    /// As other programs read it: numbers without units.
    raw: String,
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        let shown = text.into();
        let raw = shown.clone();
        Self { shown, raw }
    }

    /// Something to read, and its name for programs.
    pub(super) fn named(shown: impl Into<String>, raw: impl Into<String>) -> Self {
        Self {
            shown: shown.into(),
            raw: raw.into(),
        }
    }

    pub(super) fn count(count: impl Into<u64>) -> Self {
        let count = count.into();
        Self::named(grouped(count), count.to_string())
    }

    /// A share, 0 to 1; in the file with four places.
    pub(super) fn share(share: Option<f64>) -> Self {
        share.map_or_else(
            || Self::named("–", ""),
            |share| {
                let shown = format!("{:.1} %", share * 100.0);
                Self::named(shown, format!("{share:.4}"))
            },
        )
    }

    /// A share with its range in whole percent; in the file the share alone.
    pub(super) fn share_within(share: Option<f64>, range: Option<(f64, f64)>) -> Self {
        let shown = share.zip(range).map(|(share, (from, to))| {
            let (share, from, to) = (percent(share), percent(from), percent(to));
            format!("{share} % ({from}–{to})")
        });
        let of = Self::share(share);
        Self::named(shown.unwrap_or(of.shown), of.raw)
    }

    /// A number with one place.
    pub(super) fn tenths(number: f64) -> Self {
        Self::text(format!("{number:.1}"))
    }

    pub(super) fn day(day: Day) -> Self {
        Self::named(day.in_full(), day.to_string())
    }

    /// Milliseconds as seconds.
    pub(super) fn seconds(ms: u32) -> Self {
        let seconds = format!("{:.1}", f64::from(ms) / 1_000.0);
        Self::named(format!("{seconds} s"), seconds)
    }

    /// Milliseconds as minutes.
    pub(super) fn minutes(ms: u64) -> Self {
        let minutes = ms as f64 / 60_000.0;
        Self::named(format!("{minutes:.0}"), format!("{minutes:.2}"))
    }
}

impl Sheet {
    /// What stands above the columns that are read.
    pub fn shown_head(&self) -> impl Iterator<Item = &'static str> {
        self.shown(&self.head).copied()
    }

    /// Its rows as they are read.
    pub fn shown_rows(&self) -> impl Iterator<Item = Vec<&str>> {
        let rows = self.rows.iter();
        rows.map(|row| self.shown(row).map(|cell| cell.shown.as_str()).collect())
    }

    fn shown<'a, T>(&'a self, row: &'a [T]) -> impl Iterator<Item = &'a T> {
        let cells = row.iter().enumerate();
        cells.filter_map(|(place, cell)| (!self.file_only.contains(&place)).then_some(cell))
    }

    /// As a file, by RFC 4180.
    pub fn csv(&self) -> String {
        let mut text = String::new();
        let mut line = |cells: &mut dyn Iterator<Item = &str>| {
            let cells: Vec<String> = cells.map(quoted).collect();
            text.push_str(&cells.join(","));
            text.push_str("\r\n");
        };
        line(&mut self.head.iter().copied());
        for row in &self.rows {
            line(&mut row.iter().map(|cell| cell.raw.as_str()));
        }
        text
    }
}

/// A field in quotes where it needs them. A spreadsheet takes what begins with one of some signs for a formula, so such a text is led by
/// an apostrophe.
fn quoted(field: &str) -> String {
    let is_number = field.parse::<f64>().is_ok();
    let is_formula = field.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number;
    let field = if is_formula {
        format!("'{field}")
    } else {
        field.to_owned()
    };
    if field.contains([',', '"', '\r', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_has_units_and_what_programs_read_has_none() {
        let sheet = Sheet {
            head: vec!["Day", "Name", "Share", "Answers", "Time"],
            file_only: vec![1],
            rows: vec![
                vec![
                    Cell::day(Day::parse("2026-11-21").expect("a day")),
                    Cell::text("Storage, “fast” and \"slow\""),
                    Cell::share(Some(0.885_64)),
                    Cell::count(4_812_u32),
                    Cell::seconds(8_250),
                ],
                vec![
                    Cell::text("=1+1"),
                    Cell::text("-1"),
                    Cell::share(None),
                    Cell::count(0_u32),
                    Cell::minutes(90_000),
                ],
            ],
        };
        let shown = sheet.shown_rows().next().expect("a row");
        assert_eq!(shown, ["21 Nov 2026", "88.6 %", "4,812", "8.2 s"]);
        let head: Vec<_> = sheet.shown_head().collect();
        assert_eq!(head, ["Day", "Share", "Answers", "Time"]);
        let within = Cell::share_within(Some(0.885_64), Some((0.8, 0.919)));
        assert_eq!(within.shown, "89 % (80–92)");
        assert_eq!(
            sheet.csv(),
            "Day,Name,Share,Answers,Time\r\n\
             2026-11-21,\"Storage, “fast” and \"\"slow\"\"\",0.8856,4812,8.2\r\n\
             '=1+1,-1,,0,1.50\r\n"
        );
    }
}
