//! How it stands with everything on the roadmap: entries with their days, pace, forecasts, alarms.

use std::borrow::Cow;

use super::super::App;
use crate::deck::id::TrackId;
use crate::roadmap::exams::{Hours, Outlook, outlooks};
use crate::roadmap::lay::{Laid, doubles, lay, settle};
use crate::roadmap::pace::Pace;
use crate::roadmap::warn::{Alarm, Signs};
use crate::roadmap::{Kind, Laying, Marks, Path};
use crate::time::{Day, Stamp};

/// The roadmap as it stands today.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::app) struct Standing {
    /// Today.
    pub(in crate::app) today: Day,
    /// Every entry, in the order of its days.
    pub(in crate::app) entries: Vec<Laid>,
    /// The exams that are still to be sat.
    pub(in crate::app) exams: Vec<Outlook>,
    /// Hours of each week since the roadmap begins, at most a year of them, the oldest first.
    pub(in crate::app) weeks: Vec<f64>,
    /// Hours a week that are planned.
    pub(in crate::app) planned: f64,
    /// How fast the learner is.
    pub(in crate::app) pace: Pace,
    /// What the learner should know.
    pub(in crate::app) alarms: Vec<Alarm>,
}

impl App {
    /// The paths that lie on the roadmap and are here, with how they lie and what was done on each.
    pub(in crate::app) fn laid_paths(&self) -> Vec<(Cow<'_, Path>, &Laying, &Marks)> {
        let laid = self.road.roads.laid();
        laid.into_iter()
            .filter_map(|(id, laying, marks)| Some((self.path(id)?, laying, marks)))
            .collect()
    }

    /// Every entry of every path, as the log has it.
    pub(in crate::app) fn laid_entries(&self) -> Vec<Laid> {
        let mut entries: Vec<Laid> = self
            .laid_paths()
            .iter()
            .flat_map(|(path, laying, marks)| lay(path, laying, marks))
            .collect();
        settle(&mut entries, &self.history);
        entries
    }

    /// One entry.
    pub(in crate::app) fn road_entry(&self, path: &str, id: &str, _: Stamp) -> Option<Laid> {
        let mut entries = self.laid_entries().into_iter();
        entries.find(|entry| entry.path == path && entry.id == id)
    }

    /// How it stands.
    pub(in crate::app) fn standing(&self, now: Stamp) -> Standing {
        let today = self.history.day(now);
        let paths = self.laid_paths();
        let entries = self.laid_entries();
        let since = paths.iter().map(|(_, laying, _)| laying.start).min();
        let planned = paths
            .iter()
            .filter(|(_, laying, _)| laying.start <= today)
            .map(|(_, laying, _)| f64::from(laying.hours_week))
            .sum::<f64>();
        let hours = Hours::of(
            &self.history,
            &self.road.roads,
            since.unwrap_or(today),
            today,
        );
        let first = paths.iter().map(|(_, laying, _)| laying.hours_week).max();
        let expected = if planned > 0.0 {
            planned
        } else {
            first.map_or(0.0, f64::from)
        };
        let pace = Pace::of(&hours.weeks, expected);
        let exams = outlooks(&entries, &hours, &pace, today);
        let signs = Signs {
            entries: &entries,
            outlooks: &exams,
            hours: &hours,
            planned,
            roads: &self.road.roads,
            today,
        };
        let mut alarms = signs.of_exams(|id| self.library.track(id));
        for (path, ..) in &paths {
            alarms.extend(signs.of_path(path));
        }
        Standing {
            today,
            exams,
            weeks: hours.weeks.clone(),
            planned: expected,
            pace,
            alarms,
            entries,
        }
    }

    /// Exams of a path, or one of them, that can be booked as they lie: their track and day.
    pub(in crate::app) fn bookable_of_road(
        &self,
        path: &str,
        id: Option<&str>,
        now: Stamp,
    ) -> Vec<(TrackId, Day)> {
        let today = self.history.day(now);
        let entries = self.laid_entries();
        let doubles = doubles(&entries);
        let is_wanted = |entry: &&Laid| {
            entry.kind == Kind::Exam
                && entry.path == path
                && id.is_none_or(|id| entry.id == id)
                && entry.is_open()
                && entry.booked.is_none()
                && entry.span.to > today
                && !doubles.contains(&(entry.path.clone(), entry.id.clone()))
        };
        let wanted = entries.iter().filter(is_wanted);
        wanted
            .filter_map(|entry| {
                let track = entry.tracks.first()?;
                // Cairn must have the track: its items are what is planned.
                self.library.track(track.as_str())?;
                Some((track.clone(), entry.span.to))
            })
            .collect()
    }
}
