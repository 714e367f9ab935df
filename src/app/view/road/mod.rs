//! The roadmap's pages.

mod entry;
mod list;
mod money;
mod paths;
mod pay;
mod rituals;
mod skills;
mod standing;
mod timeline;

pub use entry::{EntryPage, TickRow};
pub use list::{ListRow, ListView};
pub use money::{AmountRow, FeeRow, MoneyPage, MonthRow, MonthsOf, SumRow};
pub use paths::{BranchRow, PathPage, PathRow, PathsView};
pub use pay::{PayField, PayOf, SaidRow};
pub use rituals::{RitualMark, RitualRow, RitualState};
pub use skills::{
    DimensionRow, KpiRow, Measured, PathSkills, SkillsPage, StageRow, WayRow, ratings,
};
pub use standing::{AlarmRow, ExamStanding, LaidRow, RemedyRow, StandingView};
pub use timeline::{Bar, Lane, Look, TimelineView};

use super::super::{App, Refusal, RoadPage, Route};
use crate::time::{Day, Stamp};

/// A page of the roadmap.
#[derive(Clone, Debug, PartialEq)]
pub struct RoadView {
    /// Which one.
    pub page: RoadPage,
    /// Today, as `2026-12-31`.
    pub today: String,
    /// What it shows.
    pub body: RoadBody,
    /// Why what was entered last could not be taken.
    pub refused: Option<String>,
    /// What was done last and can be taken back.
    pub undo: Option<String>,
    /// Something could not be stored; why.
    pub save_error: Option<String>,
    /// Facts of a newer version of Cairn, which are kept and not shown.
    pub unread: usize,
}

/// What a page of the roadmap shows.
#[derive(Clone, Debug, PartialEq)]
pub enum RoadBody {
    /// Paths are on their way.
    Loading,
    /// They did not come; why.
    Failed(String),
    /// There is no such path or entry.
    Unknown,
    /// Nothing is laid yet, or another path is to be added.
    Paths(PathsView),
    /// One path.
    Path(Box<PathPage>),
    /// The timeline.
    Timeline(Box<TimelineView>, Box<StandingView>),
    /// The list.
    List(Box<ListView>),
    /// What one can do.
    Skills(Box<SkillsPage>),
    /// What it costs, and what comes back.
    Money(Box<MoneyPage>),
    /// One entry.
    Entry(Box<EntryPage>),
}

/// What a page of the roadmap rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct RoadBasis {
    facts: usize,
    tracks: usize,
    /// Items that are here and on their way, where skills are measured by them.
    items: Option<(usize, usize)>,
    today: Day,
    page: Option<RoadPage>,
    coming: bool,
    paths: usize,
    failed: Option<String>,
    refused: Option<Refusal>,
    undo: Option<String>,
    unsaved: bool,
}

impl App {
    /// What the page rests on: it is drawn anew when this changes.
    pub fn road_basis(&self, now: Stamp) -> RoadBasis {
        let page = match &self.route {
            Route::Road(page) => Some(page.clone()),
            _ => None,
        };
        let items = (page == Some(RoadPage::Skills)).then(|| self.items_here());
        RoadBasis {
            items,
            facts: self.history.ids().len(),
            tracks: self.library.tracks().len(),
            today: self.history.day(now),
            page,
            coming: self.is_road_coming(),
            paths: self.laid_paths().len(),
            failed: self.road_failed(),
            refused: self.road.refused.clone(),
            undo: self.road.undo.as_ref().map(|(_, words)| words.clone()),
            unsaved: self.save_error().is_some(),
        }
    }

    /// A page of the roadmap; `None` on other screens.
    pub fn road_view(&self, now: Stamp) -> Option<RoadView> {
        let Route::Road(page) = &self.route else {
            return None;
        };
        Some(RoadView {
            page: page.clone(),
            today: self.history.day(now).to_string(),
            body: self.road_body(page, now),
            refused: self.road.refused.as_ref().map(ToString::to_string),
            undo: self.road.undo.as_ref().map(|(_, words)| words.clone()),
            save_error: self.save_error().map(ToString::to_string),
            unread: self.road.roads.unread,
        })
    }

    fn road_body(&self, page: &RoadPage, now: Stamp) -> RoadBody {
        if let Some(words) = self.road_failed() {
            return RoadBody::Failed(words);
        }
        if self.is_road_coming() {
            return RoadBody::Loading;
        }
        let is_empty = self.road.roads.laid().is_empty();
        match page {
            RoadPage::Path(id) => match self.path_page(id, now) {
                Some(page) => RoadBody::Path(Box::new(page)),
                None => RoadBody::Unknown,
            },
            RoadPage::Entry(path, id) => match self.entry_page(path, id, now) {
                Some(page) => RoadBody::Entry(Box::new(page)),
                None => RoadBody::Unknown,
            },
            RoadPage::Paths => RoadBody::Paths(self.paths_view()),
            _ if is_empty => RoadBody::Paths(self.paths_view()),
            RoadPage::List => RoadBody::List(Box::new(self.list_view(now))),
            RoadPage::Timeline(zoom) => {
                let standing = self.standing(now);
                let mut timeline = TimelineView::of(*zoom, &standing);
                let span = (timeline.first, timeline.days);
                timeline.rituals = self.ritual_rows(*zoom, span, now);
                let view = self.standing_view(&standing, now);
                RoadBody::Timeline(Box::new(timeline), Box::new(view))
            }
            RoadPage::Skills => RoadBody::Skills(Box::new(self.skills_page(now))),
            RoadPage::Money => RoadBody::Money(Box::new(self.money_page(now))),
        }
    }
}
