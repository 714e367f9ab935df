//! The roadmap as a list, to be read aloud and printed.

use std::collections::BTreeMap;

use super::super::super::App;
use super::standing::{StandingView, hours};
use super::timeline::{Look, when};
use crate::roadmap::Kind;
use crate::roadmap::lay::Laid;
use crate::time::Stamp;

/// The list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListView {
    /// Entries under years, or under what they have in common: what is late comes first.
    pub groups: Vec<(String, Vec<ListRow>)>,
    /// What stands beside it.
    pub standing: StandingView,
}

/// One entry.
#[derive(Clone, Debug, PartialEq)]
pub struct ListRow {
    /// Its path.
    pub path: String,
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// When, in words.
    pub when: String,
    /// How it stands.
    pub look: Look,
    /// What is ticked, or hours: in words.
    pub note: String,
    /// Whether it can be ticked by itself: it has nothing within to tick.
    pub can_tick: bool,
}

impl App {
    pub(super) fn list_view(&self, now: Stamp) -> ListView {
        let standing = self.standing(now);
        let mut groups: Vec<(String, Vec<ListRow>)> = Vec::new();
        let late = standing.entries.iter();
        let late: Vec<ListRow> = late
            .filter(|entry| entry.is_late(standing.today))
            .map(|entry| row(entry, Look::Late))
            .collect();
        if !late.is_empty() {
            groups.push(("What slipped".to_owned(), late));
        }
        let mut years: BTreeMap<i32, Vec<ListRow>> = BTreeMap::new();
        for entry in standing.entries.iter().filter(|entry| !entry.is_behind) {
            let look = Look::of(entry, standing.today);
            if look == Look::Late {
                continue;
            }
            let year = entry.span.to.month().map_or(0, |(year, _)| year);
            years.entry(year).or_default().push(row(entry, look));
        }
        let years = years.into_iter();
        groups.extend(years.map(|(year, rows)| (year.to_string(), rows)));
        ListView {
            groups,
            standing: self.standing_view(&standing, now),
        }
    }
}

fn row(entry: &Laid, look: Look) -> ListRow {
    let ticks = match entry.ticks.len() {
        0 => None,
        all => Some(format!("{} of {all} ticked", entry.ticked)),
    };
    let takes = entry.hours.map(|of| hours(f64::from(of)));
    let takes = takes.filter(|_| entry.is_open());
    ListRow {
        path: entry.path.clone(),
        id: entry.id.clone(),
        kind: entry.kind.word(),
        name: entry.name.clone(),
        when: when(entry),
        look,
        note: ticks.or(takes).unwrap_or_default(),
        can_tick: entry.ticks.is_empty() && entry.kind != Kind::Phase && entry.kind != Kind::Stage,
    }
}
