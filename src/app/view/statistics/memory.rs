//! The chapters about what is remembered: predictions, growth, what comes due, and the parts side by side.

use super::super::figures::grouped;
use super::drawing::{self, Bars, Drawing, Judged, Lines, Scale};
use super::{Cell, Chapter, Material, Section, Sheet, compare, words};
use crate::app::{Route, StatisticsQuery};
use crate::deck::id::TrackId;
use crate::statistics::{EDGES, Part, Recall, Scope};
use crate::study::{Load, loads_of};
use crate::time::Day;

/// Groups of fewer answers are not drawn: their range is half of everything (tunable).
const DRAWN_MIN: u32 = 10;

/// A group of answers, if there are some.
pub(super) fn judged(of: Recall) -> Option<Judged> {
    Some(Judged {
        expected: of.expected()?,
        share: of.share()?,
        range: of.interval()?,
        answers: of.judged,
    })
}

/// The lowest share of a picture: all ranges are above it, in tenths, and half the picture at the most is empty.
pub(super) fn floor(groups: impl Iterator<Item = Judged>) -> f64 {
    let low = groups.map(|of| of.range.0.min(of.expected));
    let low = low.fold(0.8, f64::min);
    (low * 10.0).floor() / 10.0
}

/// The cells that tell of remembered answers: how many were judged, the share, from, to.
pub(super) fn recall_cells(of: Recall) -> [Cell; 4] {
    let range = of.interval();
    [
        Cell::count(of.judged),
        Cell::share_within(of.share(), range),
        Cell::share(range.map(|range| range.0)),
        Cell::share(range.map(|range| range.1)),
    ]
}

impl Material<'_> {
    pub(super) fn recall(&self) -> Section {
        let of = &self.figures.calibration;
        let drawn = of.bins.iter().filter(|bin| bin.judged >= DRAWN_MIN);
        let points: Vec<Judged> = drawn.filter_map(|bin| judged(*bin)).collect();
        let lowest = floor(points.iter().copied());
        let row = |name: String, recall: Recall| {
            let mut row = vec![Cell::text(name), Cell::share(recall.expected())];
            row.extend(recall_cells(recall));
            row
        };
        let bins = of.bins.iter().zip(EDGES.windows(2));
        let mut rows: Vec<Vec<Cell>> = bins
            .map(|(bin, edges)| row(format!("{} to {} %", edges[0], edges[1]), *bin))
            .collect();
        rows.push(row("All".to_owned(), of.all()));
        Section {
            chapter: Chapter::Recall,
            title: "Predicted and true recall",
            words: words::recall(of),
            note: None,
            detail: words::losses(of),
            drawing: (!points.is_empty()).then_some(Drawing::Calibration(points, lowest)),
            sheet: Sheet {
                file_only: vec![4, 5],
                head: vec![
                    "Predicted",
                    "On average",
                    "Answers",
                    "Remembered",
                    "From",
                    "To",
                ],
                rows,
            },
            links: Vec::new(),
        }
    }

    pub(super) fn growth(&self) -> Section {
        let of = &self.figures.growth;
        let days: Vec<Day> = of.points.iter().map(|point| point.day).collect();
        let points = of.points.iter();
        let lines = Lines {
            points: points.map(|p| (f64::from(p.seen), p.known())).collect(),
            scale: Scale::to(of.points.last().map_or(0.0, |point| f64::from(point.seen))),
            labels: drawing::day_labels(&days),
        };
        let rows = of.points.iter().map(|point| {
            vec![
                Cell::day(point.day),
                Cell::count(point.seen),
                Cell::tenths(point.known()),
            ]
        });
        Section {
            chapter: Chapter::Growth,
            title: "What you know",
            words: words::growth(of, self.today),
            note: None,
            detail: None,
            drawing: (days.len() > 1).then_some(Drawing::Growth(lines)),
            sheet: Sheet {
                head: vec!["Day", "Items met", "Items known"],
                file_only: Vec::new(),
                rows: rows.collect(),
            },
            links: Vec::new(),
        }
    }

    pub(super) fn load(&self) -> Section {
        let loads = self.loads();
        let is_all = self.query.track.is_none();
        let days: Vec<Day> = loads.iter().map(|load| load.day).collect();
        let heights: Vec<f64> = loads.iter().map(|load| f64::from(load.due)).collect();
        let bars = Bars {
            scale: Scale::to(heights.iter().copied().fold(0.0, f64::max)),
            heights,
            is_binned: false,
            unit: "items",
            labels: drawing::day_labels(&days),
        };
        let rows = loads.iter().map(|load| {
            let mut row = vec![
                Cell::day(load.day),
                Cell::count(load.due),
                Cell::minutes((load.seconds * 1_000.0) as u64),
            ];
            if is_all {
                row.push(Cell::minutes((load.planned * 1_000.0) as u64));
            }
            row
        });
        let mut head = vec!["Day", "Items due", "Minutes for them"];
        if is_all {
            head.push("Minutes you have");
        }
        let is_some = loads.iter().any(|load| load.due > 0);
        Section {
            chapter: Chapter::Load,
            title: "What comes due",
            words: words::load(&loads, is_all),
            note: is_some.then(|| {
                "What you answer on the way comes again later, and new items come on top; neither is counted here.".to_owned()
            }),
            detail: None,
            drawing: is_some.then_some(Drawing::Bars(bars)),
            sheet: Sheet {
                head,
                file_only: Vec::new(),
                rows: rows.collect(),
            },
            links: Vec::new(),
        }
    }

    fn loads(&self) -> Vec<Load> {
        let (app, scope) = (self.app, self.query.scope());
        let days = self.query.ahead.days();
        loads_of(
            &app.library,
            &app.history,
            &app.costs(),
            self.now,
            days,
            |ask| match &scope {
                Scope::All => true,
                Scope::Track(track) => ask.id.track() == track,
                Scope::Domain(track, domain) => {
                    ask.id.track() == track && ask.domain.as_deref().unwrap_or("") == domain
                }
            },
        )
    }

    /// The tracks of everything, or the domains of a track; none of a domain.
    pub(super) fn parts(&self) -> Option<Section> {
        let (title, one) = match self.query.scope() {
            Scope::All => ("By track", "track"),
            Scope::Track(_) => ("By domain", "domain"),
            Scope::Domain(..) => return None,
        };
        let named: Vec<(String, &Part)> = self
            .figures
            .parts
            .iter()
            .map(|part| (self.part_name(&part.id), part))
            .collect();
        let rows = named.iter().map(|(name, part)| {
            let mut row = vec![
                Cell::named(name.clone(), part.id.clone()),
                Cell::count(part.answers),
                Cell::minutes(part.ms),
            ];
            row.extend(recall_cells(part.recall));
            let known = format!("{:.1}", part.known());
            let of_items = format!("{known} of {}", grouped(part.items.into()));
            row.extend([Cell::count(part.items), Cell::named(of_items, known)]);
            row
        });
        Some(Section {
            chapter: Chapter::Parts,
            title,
            words: compare::parts(&named, one),
            note: None,
            detail: None,
            drawing: Some(Drawing::Table),
            sheet: Sheet {
                file_only: vec![3, 5, 6, 7],
                head: vec![
                    if one == "track" { "Track" } else { "Domain" },
                    "Answers",
                    "Minutes",
                    "Asked again",
                    "Remembered",
                    "From",
                    "To",
                    "Items met",
                    "Items known",
                ],
                rows: rows.collect(),
            },
            links: named.iter().map(|(_, part)| self.link_of(part)).collect(),
        })
    }

    fn part_name(&self, id: &str) -> String {
        if self.query.track.is_some() {
            return self.domain_name(id);
        }
        TrackId::new(id).map_or_else(|_| id.to_owned(), |id| self.app.deck_name(&id))
    }

    /// The same statistics of a part alone.
    fn link_of(&self, part: &Part) -> Route {
        let (track, domain) = match &self.query.track {
            None => (TrackId::new(&part.id).ok(), None),
            Some(track) => (Some(track.clone()), Some(part.id.clone())),
        };
        Route::Statistics(StatisticsQuery {
            track,
            domain,
            ..self.query.clone()
        })
    }
}
