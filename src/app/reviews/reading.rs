//! What reviews rest on, read and worked out in steps, each short enough that the page can be used meanwhile: what the answers of a period
//! did (from the log), how the chance of passing moved, and what the booked exams want.

use std::collections::BTreeMap;

use super::super::content::Arrival;
use super::super::{App, Effect, Errand, Route};
use super::ReviewPage;
use crate::deck::id::TrackId;
use crate::readiness::gate::READY;
use crate::readiness::{Evidence, FEW_DRAWS, Gate, Outlook, estimate_by};
use crate::review::{DayTally, Done};
use crate::roadmap::moves::{Known, News};
use crate::roadmap::proposal::Need;
use crate::roadmap::{Ritual, Span};
use crate::study::{Booked, Forecast, booked, score_as_is};
use crate::time::{Day, Stamp};

/// Minutes a day are looked for in steps of so many, up to the most of the curve.
const STEP: u16 = 5;
const MINUTES_MAX: u16 = 120;

/// What was answered in a period: as long as this stays the same, so does what the answers did.
pub(super) type Tally = (u32, u32, u64);

/// What is known of an exam.
#[derive(Debug)]
pub(super) struct Look {
    track: TrackId,
    basis: LookBasis,
    evidence: Evidence,
    /// At the end of some days, as far as it is worked out.
    known: BTreeMap<Day, Option<Known>>,
}

/// What it rests on. Facts that are no answers change nothing of it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct LookBasis {
    answers: usize,
    today: (Day, DayTally),
    items: usize,
}

/// What an exam's need of minutes rests on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NeedBasis {
    exam: Booked,
    look: LookBasis,
    forecast: Forecast,
}

/// What is worked out next.
enum Step {
    /// Everything that is known of an exam.
    Evidence(TrackId),
    /// What was known of it at the end of a day.
    Known(TrackId, Day),
    /// Whether it wants more minutes.
    Need(NeedBasis),
}

impl App {
    /// Asks for what the page of reviews lacks: the log, a step, or where all of it is there and wanted as a file, the file.
    pub(in crate::app) fn refresh_reviews(&mut self, now: Stamp) -> Vec<Effect> {
        if !matches!(self.route, Route::Reviews(_)) {
            return Vec::new();
        }
        let mut effects = Vec::new();
        let unread = self.unread(now);
        if !unread.is_empty() && !self.reviews.is_reading {
            self.reviews.is_reading = true;
            effects.push(Errand::ReadAnswers(unread.clone(), self.history.rollover_hour()).into());
        }
        let step = self.next_step(now);
        if step.is_some() && !self.reviews.is_asked {
            self.reviews.is_asked = true;
            effects.push(Errand::ReviewOn.into());
        }
        let is_whole = unread.is_empty() && step.is_none() && !self.is_review_coming();
        if self.reviews.is_exporting && is_whole {
            self.reviews.is_exporting = false;
            self.reviews.turn += 1;
            let (name, text) = self.reviews_as_text(now);
            effects.push(Errand::SaveText(name, text).into());
        }
        effects
    }

    /// What the answers of these periods did was read.
    pub(super) fn periods_read(&mut self, done: Vec<(Span, Done)>) {
        self.reviews.is_reading = false;
        for (period, done) in done {
            let tally = self.tally_of(period);
            self.reviews.done.insert(period, (tally, done));
        }
    }

    /// The periods that the page shows or that are to be written to a file.
    fn periods_wanted(&self) -> Vec<Span> {
        match self.route {
            Route::Reviews(ReviewPage::One(_, period)) => vec![period],
            Route::Reviews(ReviewPage::All) if self.reviews.is_exporting => {
                let held = self.road.roads.reviews();
                held.map(|(_, review)| review.period).collect()
            }
            _ => Vec::new(),
        }
    }

    fn tally_of(&self, period: Span) -> Tally {
        let days = usize::try_from(period.days()).unwrap_or(0);
        let tallies = self.history.tallies(period.to, days);
        tallies.iter().fold((0, 0, 0), |(answers, again, ms), of| {
            (answers + of.answers, again + of.again, ms + of.ms)
        })
    }

    /// Periods in which something was answered, of which what that did is not known as it is now.
    fn unread(&self, now: Stamp) -> Vec<Span> {
        let today = self.history.day(now);
        let mut wanted = self.periods_wanted();
        wanted.retain(|period| {
            let tally = self.tally_of(*period);
            let known = self.reviews.done.get(period);
            period.from <= today && tally.0 > 0 && known.is_none_or(|(read, _)| *read != tally)
        });
        wanted.sort_unstable();
        wanted.dedup();
        wanted
    }

    /// What the answers of a period did, as far as it was read; nothing for a period without any.
    pub(in crate::app) fn done(&self, period: Span) -> Option<std::borrow::Cow<'_, Done>> {
        use std::borrow::Cow;
        match self.reviews.done.get(&period) {
            Some((_, done)) => Some(Cow::Borrowed(done)),
            None => (self.tally_of(period).0 == 0).then(|| Cow::Owned(Done::new())),
        }
    }

    /// The exams of a period: those that are booked for a day in it or later, and those that were sat since it began.
    pub(in crate::app) fn exams_of(&self, period: Span) -> Vec<TrackId> {
        let tracks = self.library.tracks().iter().map(|track| &track.id);
        let of_period = |id: &&TrackId| {
            let mut booked = self.history.exams();
            let is_booked = booked.any(|(track, day)| track == *id && day >= period.from);
            is_booked || self.history.taken(id).any(|taken| taken.day >= period.from)
        };
        tracks.filter(of_period).cloned().collect()
    }

    /// Whether something that reviews rest on is on its way: the list of tracks, items, paths of the roadmap.
    pub(in crate::app) fn is_review_coming(&self) -> bool {
        let mut packs = self.content.packs.values();
        let is_laid = !self.road.roads.laid().is_empty();
        self.content.index == Arrival::Fetching
            || packs.any(|pack| pack.arrival == Arrival::Fetching)
            || (is_laid && self.is_road_coming())
    }

    fn look_basis(&self, now: Stamp) -> LookBasis {
        let today = self.history.day(now);
        LookBasis {
            answers: self.history.answer_count(),
            today: (today, self.history.tally(today, None)),
            items: self.library.asks().len(),
        }
    }

    fn look_at(&self, track: &TrackId) -> Option<&Look> {
        self.reviews.looks.iter().find(|look| look.track == *track)
    }

    fn next_step(&self, now: Stamp) -> Option<Step> {
        let today = self.history.day(now);
        let basis = self.look_basis(now);
        for period in self.periods_wanted() {
            if period.from > today {
                continue;
            }
            for track in self.exams_of(period) {
                if !self.is_here(&track) {
                    continue;
                }
                let Some(look) = self.look_at(&track).filter(|look| look.basis == basis) else {
                    return Some(Step::Evidence(track));
                };
                let days = ends_of(period, today);
                let unknown = days.into_iter().find(|day| !look.known.contains_key(day));
                if let Some(day) = unknown {
                    return Some(Step::Known(track, day));
                }
            }
        }
        let (ritual, period) = self.review_here()?;
        if !self.is_live(ritual, period, now) {
            return None;
        }
        let is_new = |of: &NeedBasis| self.reviews.needs.iter().all(|(known, _)| known != of);
        let mut wanted = self.need_bases(now).into_iter();
        wanted.find(is_new).map(Step::Need)
    }

    /// The booked exams whose forecast and evidence are here.
    fn need_bases(&self, now: Stamp) -> Vec<NeedBasis> {
        let basis = |exam: Booked| {
            let forecast = self.forecasts().iter().find(|of| of.exam == exam)?;
            Some(NeedBasis {
                look: self.look_at(&exam.track)?.basis,
                forecast: forecast.clone(),
                exam,
            })
        };
        let exams = booked(&self.history, self.history.day(now)).into_iter();
        exams.filter_map(basis).collect()
    }

    /// Booked exams that want more minutes, as far as it is worked out, the next one first.
    pub(super) fn needs(&self, now: Stamp) -> Vec<Need> {
        let bases = self.need_bases(now);
        let of = |basis: &NeedBasis| {
            let mut needs = self.reviews.needs.iter();
            needs.find(|(of, _)| of == basis)?.1.clone()
        };
        bases.iter().filter_map(of).collect()
    }

    /// Whether everything that a proposal rests on is worked out.
    pub(in crate::app) fn is_proposal_whole(&self, now: Stamp) -> bool {
        let exams = booked(&self.history, self.history.day(now));
        let lacks = |exam: &Booked| {
            let mut forecasts = self.forecasts().iter();
            self.is_here(&exam.track) && !forecasts.any(|of| of.exam == *exam)
        };
        !self.is_review_coming() && !exams.iter().any(lacks) && self.next_step(now).is_none()
    }

    /// What was known of an exam at the beginning and at the end of a period, and what was new in it; `None` where it is still to be
    /// worked out.
    pub(in crate::app) fn moved_in(
        &self,
        track: &TrackId,
        period: Span,
        now: Stamp,
    ) -> Option<([Option<Known>; 2], News)> {
        let look = self.look_at(track)?;
        let [before, after] = ends_of(period, self.history.day(now));
        let of = |day: Day| look.known.get(&day).cloned();
        Some(([of(before)?, of(after)?], News::of(&look.evidence, period)))
    }

    /// Takes the next step.
    pub(super) fn reviews_on(&mut self, now: Stamp) -> Vec<Effect> {
        self.reviews.is_asked = false;
        match self.next_step(now) {
            Some(Step::Evidence(id)) => {
                let basis = self.look_basis(now);
                if let Some(track) = self.library.track(id.as_str()) {
                    let (library, history) = (&self.library, &self.history);
                    let look = Look {
                        evidence: Evidence::of(library, history, track, now, basis.today.0),
                        track: id.clone(),
                        basis,
                        known: BTreeMap::new(),
                    };
                    self.reviews.looks.retain(|look| look.track != id);
                    self.reviews.looks.push(look);
                }
            }
            Some(Step::Known(id, day)) => {
                let looks = &mut self.reviews.looks;
                let look = looks.iter_mut().find(|look| look.track == id);
                if let Some((look, track)) = look.zip(self.library.track(id.as_str())) {
                    let known = Known::on(track, &look.evidence, day);
                    look.known.insert(day, known);
                }
            }
            Some(Step::Need(basis)) => {
                let need = self.need(&basis, now);
                let of = |other: &(NeedBasis, _)| other.0.exam.track != basis.exam.track;
                self.reviews.needs.retain(of);
                self.reviews.needs.push((basis, need));
            }
            None => {}
        }
        Vec::new()
    }

    /// The fewest minutes a day that bring a booked exam to the chance that counts as ready, where those of now do not and some do.
    fn need(&self, basis: &NeedBasis, now: Stamp) -> Option<Need> {
        let (exam, forecast) = (&basis.exam, &basis.forecast);
        let track = self.library.track(exam.track.as_str())?;
        let evidence = &self.look_at(&exam.track)?.evidence;
        if !matches!(Gate::of(evidence, track), Gate::Open { .. }) {
            return None;
        }
        let today = Booked {
            left: 0,
            ..exam.clone()
        };
        let known = score_as_is(&self.library, &self.history, &today, now);
        let chance = |then: f64| {
            let outlook = Outlook { now: known, then };
            estimate_by(&evidence.observations, track, outlook, FEW_DRAWS).passing
        };
        let before = chance(forecast.planned);
        if before >= READY {
            return None;
        }
        let settings = self.history.settings();
        let a_day = (0..7).map(|day| settings.minutes(day)).sum::<u16>() / 7;
        let then = |steps: u16| chance(share_at(forecast, steps * STEP));
        // More minutes never make it worse, so the fewest are found by halving.
        let (mut few, mut enough) = (a_day / STEP, MINUTES_MAX / STEP);
        if few >= enough || then(enough) < READY {
            return None;
        }
        while enough - few > 1 {
            let middle = u16::midpoint(few, enough);
            if then(middle) >= READY {
                enough = middle;
            } else {
                few = middle;
            }
        }
        let percent = |chance: f64| (chance * 100.0).round().clamp(1.0, 99.0) as u32;
        Some(Need {
            track: exam.track.clone(),
            name: self.deck_name(&exam.track),
            day: exam.day,
            minutes: enough * STEP,
            chances: (percent(before), percent(then(enough))),
        })
    }

    /// Whether this is the review whose page is open, and its proposal can be accepted.
    pub(super) fn is_offered(&self, ritual: Ritual, period: Span, now: Stamp) -> bool {
        self.is_live(ritual, period, now) && self.is_proposal_whole(now)
    }
}

/// The day before a period, and its last day, or today while it lasts.
fn ends_of(period: Span, today: Day) -> [Day; 2] {
    [period.from.plus(-1), period.to.min(today)]
}

/// The score that so many minutes a day bring, by the straight line between the places of the curve.
fn share_at(forecast: &Forecast, minutes: u16) -> f64 {
    let curve = &forecast.curve;
    let above = curve.partition_point(|(at, _)| *at <= minutes);
    match (curve.get(above.wrapping_sub(1)), curve.get(above)) {
        (Some((from, low)), Some((to, high))) => {
            low + (high - low) * f64::from(minutes - from) / f64::from(to - from)
        }
        (Some((_, share)), None) | (None, Some((_, share))) => *share,
        (None, None) => 0.0,
    }
}
