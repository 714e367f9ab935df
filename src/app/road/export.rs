//! The roadmap taken out: as a calendar file, or as text.

use super::super::{App, Effect, Errand, Route};
use super::{Refusal, RoadPage};
use crate::roadmap::calendar_file::{self, calendar_file};
use crate::roadmap::markdown::{self, markdown};
use crate::roadmap::money::{Costs, OnRoad, costs};
use crate::time::Stamp;

/// What the roadmap is saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// A calendar (`.ics`).
    Calendar,
    /// Markdown.
    Text,
}

impl App {
    /// The learner wants a file. From elsewhere than the roadmap it leads there first: that page fetches the paths and says what came of
    /// it.
    pub(super) fn road_exported(&mut self, export: Export, now: Stamp) -> Vec<Effect> {
        self.road.wanted = Some(export);
        if matches!(self.route, Route::Road(_)) {
            return self.export_wanted(now);
        }
        vec![Effect::Go(Route::Road(RoadPage::List))]
    }

    /// The file that was waited for, once everything is here.
    pub(in crate::app) fn export_wanted(&mut self, now: Stamp) -> Vec<Effect> {
        if self.is_road_coming() || self.road_failed().is_some() {
            return Vec::new();
        }
        let Some(export) = self.road.wanted.take() else {
            return Vec::new();
        };
        let (ending, text) = match export {
            Export::Calendar => ("ics", self.road_calendar(now)),
            Export::Text => ("md", Some(self.road_text(now))),
        };
        let Some(text) = text else {
            self.road.refused = Some(Refusal::NothingToCome);
            return Vec::new();
        };
        self.road.refused = None;
        let name = format!("cairn-roadmap-{}.{ending}", now.day(0));
        vec![Errand::SaveText(name, text).into()]
    }

    /// What the roadmap costs, as it stands today.
    pub(in crate::app) fn road_costs(&self, now: Stamp) -> Costs {
        let paths = self.laid_paths();
        let paths: Vec<OnRoad> = paths.iter().map(|(p, l, m)| (&**p, *l, *m)).collect();
        let today = self.history.day(now);
        let track = |id: &str| self.library.track(id);
        costs(&self.laid_entries(), &paths, today, track)
    }

    fn road_calendar(&self, now: Stamp) -> Option<String> {
        let settings = self.history.settings();
        let names = self.laid_paths().into_iter();
        let names = names.map(|(path, ..)| (path.id.clone(), path.name.clone()));
        let days_off: Vec<_> = self.history.days_off().collect();
        calendar_file(&calendar_file::Contents {
            entries: &self.laid_entries(),
            paths: &names.collect(),
            fees: &self.road_costs(now).fees,
            minutes: std::array::from_fn(|day| settings.minutes(day as u8)),
            days_off: &days_off,
            today: self.history.day(now),
            at: now.at,
        })
    }

    fn road_text(&self, now: Stamp) -> String {
        let standing = self.standing(now);
        let paths = self.laid_paths();
        let paths: Vec<OnRoad> = paths.iter().map(|(p, l, m)| (&**p, *l, *m)).collect();
        markdown(&markdown::Contents {
            paths: &paths,
            entries: &standing.entries,
            exams: &standing.exams,
            pace: &standing.pace,
            planned: standing.planned,
            costs: &self.road_costs(now),
            today: standing.today,
        })
    }
}
