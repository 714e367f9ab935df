//! What the start page says of each booked exam: the chance of passing, and how it moved. It is worked out in steps while the page can
//! be used, and kept until something changes.

use super::content::Arrival;
use super::view::readiness::{Figure, figure, week};
use super::{App, Route};
use crate::deck::id::TrackId;
use crate::readiness::evidence::Evidence;
use crate::readiness::{Gate, Missing, Outlook, estimate};
use crate::study::booked;
use crate::time::{Day, Stamp};

/// The line goes back so many weeks, today included.
const WEEKS: usize = 8;

/// What is told of one exam before its readiness screen is opened.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glance {
    /// The chance if the exam were today, or what is missing before it can be told.
    pub today: Result<Figure, Missing>,
    /// On the day itself if the plan is kept, once the plan has its forecast.
    pub planned: Option<Figure>,
    /// Percent by week, the oldest first; none where there was not enough evidence, and empty until it is worked out.
    pub trend: Vec<Option<u32>>,
}

/// What a glance rests on.
#[derive(Clone, Debug, PartialEq)]
struct Basis {
    facts: usize,
    items: usize,
    day: Day,
    planned: Option<u32>,
}

/// A glance on its way: what it rests on, what is known, and what was seen so far.
#[derive(Debug)]
struct Look {
    track: TrackId,
    basis: Basis,
    evidence: Evidence,
    glance: Glance,
}

/// The glances of the start page.
#[derive(Debug, Default)]
pub(super) struct Glances(Vec<Look>);

impl App {
    /// What is known at a glance of an exam, as far as it is worked out. What has changed since stays until the new figure is there.
    pub(super) fn glance(&self, track: &TrackId) -> Option<&Glance> {
        let look = self.glances.0.iter().find(|look| look.track == *track);
        look.map(|look| &look.glance)
    }

    /// Whether a step is left for what the start page shows.
    pub(super) fn wants_glance(&self, now: Stamp) -> bool {
        self.next_glance(now).is_some()
    }

    /// The first booked exam whose glance is not whole, where the page shows it and its items are here.
    fn next_glance(&self, now: Stamp) -> Option<(TrackId, Basis)> {
        if self.route != Route::Start {
            return None;
        }
        let exams = booked(&self.history, self.history.day(now));
        exams.into_iter().find_map(|exam| {
            let pack = self.content.packs.get(&exam.track)?;
            let basis = self.glance_basis(&exam.track, now);
            let known = self.glances.0.iter().find(|look| look.track == exam.track);
            let is_whole = known.is_some_and(|look| look.basis == basis && look.is_whole());
            (pack.arrival == Arrival::Here && !is_whole).then_some((exam.track, basis))
        })
    }

    fn glance_basis(&self, track: &TrackId, now: Stamp) -> Basis {
        let forecast = self.forecasts().iter().find(|f| f.exam.track == *track);
        Basis {
            facts: self.history.ids().len(),
            items: self.library.asks().len(),
            day: self.history.day(now),
            planned: forecast.map(|forecast| (forecast.planned * 1_000.0) as u32),
        }
    }

    /// Takes the next step: what is known and the chance today, then what the plan makes of it, then one week after the other.
    pub(super) fn glance_on(&mut self, now: Stamp) {
        let Some((id, basis)) = self.next_glance(now) else {
            return;
        };
        let Some(track) = self.library.track(id.as_str()) else {
            return;
        };
        let today = basis.day;
        let place = self.glances.0.iter().position(|look| look.track == id);
        let old = place.map(|place| self.glances.0.swap_remove(place));
        let look = match old {
            Some(mut look) if look.basis == basis => {
                let back = WEEKS - 1 - look.glance.trend.len();
                let day = today.plus(-7 * i32::try_from(back).unwrap_or(0));
                let chance = week(track, &look.evidence, day);
                look.glance.trend.push(chance.map(|figure| figure.percent));
                look
            }
            old => {
                let evidence = Evidence::of(&self.library, &self.history, track, now, today);
                let chance = match Gate::of(&evidence, track) {
                    Gate::Closed(missing) => Err(missing),
                    Gate::Open { .. } => Ok(figure(&estimate(
                        &evidence.observations,
                        track,
                        Outlook::TODAY,
                    ))),
                };
                let planned = chance.is_ok() && basis.planned.is_some();
                let planned = planned.then(|| self.on_the_day(track, &evidence, now));
                // Only the plan's part is new: the weeks stand.
                let trend = old.filter(|old| {
                    Basis {
                        planned: None,
                        ..old.basis.clone()
                    } == Basis {
                        planned: None,
                        ..basis.clone()
                    }
                });
                Look {
                    glance: Glance {
                        today: chance,
                        planned: planned.flatten().and_then(|(_, planned, _)| planned),
                        trend: trend.map(|old| old.glance.trend).unwrap_or_default(),
                    },
                    track: id,
                    basis,
                    evidence,
                }
            }
        };
        self.glances.0.push(look);
    }
}

impl Look {
    fn is_whole(&self) -> bool {
        self.glance.today.is_err() || self.glance.trend.len() == WEEKS
    }
}
