//! The statistics screen: of what, of which days, and the chapters with their pictures, sentences and tables.

mod chapter;
mod compare;
mod drawing;
mod holding;
mod memory;
mod sheet;
mod speed;
mod when;
mod words;

pub use chapter::Chapter;
pub use drawing::{Bars, Drawing, Judged, Lines, Month, Scale, ShareColumn};
pub use sheet::{Cell, Sheet};

use std::collections::BTreeSet;

use super::super::{App, CountStep, Route, StatisticsQuery};
use super::figures::{grouped, percent};
use crate::deck::id::TrackId;
use crate::statistics::Figures;
use crate::time::{Day, Stamp};

/// The statistics screen.
#[derive(Clone, Debug, PartialEq)]
pub struct StatisticsView {
    /// What is shown.
    pub query: StatisticsQuery,
    /// Tracks and own decks with answers: id and name.
    pub tracks: Vec<(TrackId, String)>,
    /// The domains of the track that is shown: id and name.
    pub domains: Vec<(String, String)>,
    /// The days that are shown, as `2026-11-21`, and today.
    pub days: (String, String, String),
    /// What is being done, where it takes longer than a second.
    pub status: Option<&'static str>,
    /// Why the last file was not written.
    pub unsaved: Option<String>,
    /// What is not here, and is missing in the figures.
    pub missing: Option<String>,
    /// Whether the figures that are shown are not the ones that are wanted.
    pub is_old: bool,
    /// How it stands with the figures.
    pub shown: StatisticsShown,
}

/// What the statistics screen shows.
#[derive(Clone, Debug, PartialEq)]
pub enum StatisticsShown {
    /// Nothing yet: it is being counted.
    Working,
    /// It could not be counted; why.
    Failed(String),
    /// There are no answers at all.
    Nothing,
    /// They are here: [`App::counted_view`].
    Here,
}

/// Figures, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// Of what, and of which days.
    pub title: String,
    /// What is most wanted to be known: a number and what it is.
    pub tiles: Vec<(String, &'static str)>,
    /// The chapters.
    pub sections: Vec<Section>,
}

/// A chapter, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Which.
    pub chapter: Chapter,
    /// Its heading.
    pub title: &'static str,
    /// What to conclude.
    pub words: String,
    /// What the picture leaves out.
    pub note: Option<String>,
    /// More beside the numbers, for who wants to know exactly.
    pub detail: Option<String>,
    /// The picture; none where there is nothing to draw.
    pub drawing: Option<Drawing>,
    /// The same in numbers.
    pub sheet: Sheet,
    /// Where the rows of the table lead, one for each; none where they lead nowhere.
    pub links: Vec<Route>,
}

/// What the statistics screen rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct StatisticsBasis {
    query: StatisticsQuery,
    counted: Option<CountedBasis>,
    is_counting: bool,
    status: Option<&'static str>,
    failed: Option<String>,
    unsaved: Option<String>,
    missing: Option<String>,
}

/// What the figures that are shown rest on.
#[derive(Clone, Debug, PartialEq)]
pub struct CountedBasis {
    number: u32,
    query: StatisticsQuery,
    facts: usize,
    items: usize,
    day: Day,
}

/// What the chapters are made of.
struct Material<'a> {
    app: &'a App,
    query: &'a StatisticsQuery,
    figures: &'a Figures,
    now: Stamp,
    today: Day,
}

impl App {
    /// What the statistics screen rests on; `None` on other screens.
    pub fn statistics_basis(&self, now: Stamp) -> Option<StatisticsBasis> {
        let Route::Statistics(query) = &self.route else {
            return None;
        };
        Some(StatisticsBasis {
            query: query.clone(),
            counted: self.counted_basis(now),
            is_counting: self.is_counting(),
            status: self.slow_step().map(CountStep::words),
            failed: self.count_failed().map(str::to_owned),
            unsaved: self.unsaved_text().map(str::to_owned),
            missing: self.missing_packs(),
        })
    }

    /// The statistics screen apart from its figures; `None` on other screens.
    pub fn statistics_view(&self, now: Stamp) -> Option<StatisticsView> {
        let Route::Statistics(query) = &self.route else {
            return None;
        };
        let today = self.history.day(now);
        let period = query.span.period(today);
        let found = self.found();
        let is_of = found.is_some_and(|found| found.query(query, today).1);
        // From the first answer on: which day that is, the figures say.
        let first = match (period.first, found) {
            (Some(first), _) => first,
            (None, Some(found)) if is_of => found.figures.first,
            (None, _) => period.last,
        };
        Some(StatisticsView {
            query: query.clone(),
            tracks: self.answered_tracks(),
            domains: self.domains_of(query),
            days: (
                first.to_string(),
                period.last.to_string(),
                today.to_string(),
            ),
            status: self.slow_step().map(CountStep::words),
            unsaved: self.unsaved_text().map(str::to_owned),
            missing: self.missing_packs(),
            is_old: !is_of,
            shown: match self.count_failed() {
                _ if self.history.answer_count() == 0 => StatisticsShown::Nothing,
                Some(words) => StatisticsShown::Failed(words.to_owned()),
                None if found.is_some() => StatisticsShown::Here,
                None => StatisticsShown::Working,
            },
        })
    }

    /// What the figures that are shown rest on; `None` where there are none.
    pub fn counted_basis(&self, now: Stamp) -> Option<CountedBasis> {
        let material = self.material(now)?;
        Some(CountedBasis {
            number: self.found()?.number,
            query: material.query.clone(),
            facts: self.history.ids().len(),
            items: self.library.asks().len(),
            day: material.today,
        })
    }

    /// The figures of the statistics screen; `None` where there are none. Until the figures that are wanted are here, those of before
    /// are shown as what they are.
    pub fn counted_view(&self, now: Stamp) -> Option<Counted> {
        self.material(now).map(|material| material.counted())
    }

    fn material(&self, now: Stamp) -> Option<Material<'_>> {
        let Route::Statistics(query) = &self.route else {
            return None;
        };
        let (found, today) = (self.found()?, self.history.day(now));
        let (query, _) = found.query(query, today);
        Some(Material {
            app: self,
            query,
            figures: &found.figures,
            now,
            today,
        })
    }

    /// Tracks and own decks with answers, by name.
    fn answered_tracks(&self) -> Vec<(TrackId, String)> {
        let mut ids: BTreeSet<&str> = BTreeSet::new();
        for (item, record) in self.history.records() {
            if record.count() > 0 {
                ids.insert(item.track());
            }
        }
        let ids = ids.into_iter().filter_map(|id| TrackId::new(id).ok());
        let named = ids.map(|id| {
            let name = self.deck_name(&id);
            (id, name)
        });
        let mut tracks: Vec<(TrackId, String)> = named.collect();
        tracks.sort_by(|a, b| a.1.cmp(&b.1));
        tracks
    }

    /// The domains of the track that is shown.
    fn domains_of(&self, query: &StatisticsQuery) -> Vec<(String, String)> {
        let track = query.track.as_ref();
        let track = track.and_then(|id| self.library.track(id.as_str()));
        let domains = track.map_or(&[][..], |track| &track.domains);
        let named = |domain: &crate::deck::track::Domain| (domain.id.clone(), domain.name.clone());
        domains.iter().map(named).collect()
    }

    /// The numbers of a chapter as a file: its name and its text.
    pub(in crate::app) fn sheet_of(
        &self,
        chapter: Chapter,
        now: Stamp,
    ) -> Option<(String, String)> {
        let material = self.material(now)?;
        let sheet = material.file_of(chapter)?;
        let query = material.query;
        let scope = query.track.as_ref().map_or("all", TrackId::as_str);
        let domain = query.domain.as_deref().map(crate::deck::id::slug_of);
        let domain = domain.map(|id| format!("-{id}")).unwrap_or_default();
        let days = match chapter {
            Chapter::Load => format!("from-{}", material.today),
            _ => format!("{}-to-{}", material.figures.first, material.figures.last),
        };
        let name = format!("cairn-{}-{scope}{domain}-{days}.csv", chapter.slug());
        Some((name, sheet.csv()))
    }
}

impl Material<'_> {
    fn counted(&self) -> Counted {
        let figures = self.figures;
        let days = words::days(figures.first, figures.last);
        Counted {
            title: format!("{}, {days}", self.scope_name()),
            tiles: self.tiles(),
            sections: self.sections(),
        }
    }

    /// Of what the figures are, in words.
    fn scope_name(&self) -> String {
        let Some(track) = &self.query.track else {
            return "Everything".to_owned();
        };
        let name = self.app.deck_name(track);
        let domain = self.query.domain.as_deref();
        domain.map_or(name.clone(), |id| {
            format!("{name}, {}", self.domain_name(id))
        })
    }

    /// A domain of the track that is shown.
    fn domain_name(&self, id: &str) -> String {
        if id.is_empty() {
            return "Items of no domain".to_owned();
        }
        let domains = self.app.domains_of(self.query);
        let named = domains.into_iter().find(|(of, _)| of == id);
        named.map_or(id.to_owned(), |(_, name)| name)
    }

    fn tiles(&self) -> Vec<(String, &'static str)> {
        let figures = self.figures;
        let share = figures.calibration.all().share();
        let known = figures.holding.known().round() as u64;
        let items = grouped(figures.holding.items.into());
        let then = figures.last == self.today;
        vec![
            (grouped(figures.answers.into()), "answers"),
            (words::time(figures.ms), "spent answering"),
            (
                share.map_or("–".to_owned(), |share| format!("{} %", percent(share))),
                "remembered",
            ),
            (
                format!("{} of {items}", grouped(known)),
                if then {
                    "items known today"
                } else {
                    "items known then"
                },
            ),
        ]
    }

    fn sections(&self) -> Vec<Section> {
        let mut sections = vec![self.recall(), self.growth(), self.load(), self.time()];
        sections.extend(self.parts());
        sections.extend([
            self.calendar(),
            self.hours(),
            self.weekdays(),
            self.retrievability(),
            self.stability(),
            self.difficulty(),
            self.speed(),
            self.kinds(),
        ]);
        sections
    }

    /// What is written into a file: every day, where the table has only weeks.
    fn file_of(&self, chapter: Chapter) -> Option<Sheet> {
        match chapter {
            Chapter::Time | Chapter::Calendar => Some(self.every_day()),
            _ => {
                let mut sections = self.sections().into_iter();
                let section = sections.find(|section| section.chapter == chapter);
                section.map(|section| section.sheet)
            }
        }
    }
}
