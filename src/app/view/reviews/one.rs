//! One review: what happened in its period, the learner's notes, and what is proposed for the next one.

use super::super::super::{App, Query, Route};
use super::super::exams::SittingRow;
use super::words::{counted, moved, percent_of, slip_in_words, time_in_words, why};
use super::{begun_within, hash};
use crate::deck::id::TrackId;
use crate::exam::Sitting;
use crate::roadmap::digest::{Accuracy, DayTime, Learning, Time, mocks, slips};
use crate::roadmap::proposal::PartKey;
use crate::roadmap::weak::Weak;
use crate::roadmap::{Ritual, Span};
use crate::time::{Day, Stamp};

/// One review.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewView {
    /// Which.
    pub key: (Ritual, Span),
    /// Its name: `Weekly assessment`.
    pub name: &'static str,
    /// Its period: `16 to 22 Nov 2026`.
    pub period: String,
    /// Whether it is over.
    pub when: When,
    /// The address of the review before it, and of the one after it if that has begun.
    pub beside: (String, Option<String>),
    /// Time against plan, in words; empty before anything was studied.
    pub time: Vec<String>,
    /// The same drawn.
    pub bars: Vec<Bar>,
    /// What the answers did; none while they are read.
    pub learning: Option<LearningView>,
    /// Mock exams.
    pub mocks: Vec<SittingRow>,
    /// How the chance of passing each exam moved.
    pub moves: Vec<MoveRow>,
    /// The weakest tasks as they are today, while that says something for the next period.
    pub weak: Vec<WeakRow>,
    /// What slipped on the roadmap; none: there is no roadmap.
    pub slips: Option<Vec<String>>,
    /// The learner's notes as they are written, and as they are kept.
    pub notes: (String, String),
    /// When it was held, in words.
    pub held: Option<String>,
    /// What is proposed for the next period.
    pub proposal: ProposalView,
    /// What was accepted.
    pub accepted: Vec<String>,
    /// Whether that can be taken back.
    pub can_take_back: bool,
    /// What could not be stored, in words.
    pub save_error: Option<String>,
}

/// Whether a period is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It is still to come.
    ToCome,
    /// It goes on.
    Running,
    /// It is over.
    Over,
}

/// A day, or a week of a longer period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// What stands below it.
    pub label: String,
    /// All of it in words.
    pub words: String,
    /// Minutes studied.
    pub minutes: u32,
    /// Minutes planned.
    pub planned: u32,
}

/// What the answers did.
#[derive(Clone, Debug, PartialEq)]
pub struct LearningView {
    /// Answers, and percent of them that were right or remembered.
    pub answers: (u32, u32),
    /// Items learned and forgotten.
    pub items: (usize, usize),
    /// By domain.
    pub accuracy: Vec<AccuracyRow>,
}

/// One domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccuracyRow {
    /// The track.
    pub track: String,
    /// The domain.
    pub domain: String,
    /// Answers.
    pub answers: u32,
    /// Percent that were right or remembered, and the range of it.
    pub percent: (u32, u32, u32),
}

/// How the chance of passing an exam moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveRow {
    /// Its track.
    pub track: TrackId,
    /// Its name.
    pub name: String,
    /// From where to where; none while it is worked out.
    pub moved: Option<String>,
    /// Why.
    pub why: String,
}

/// A weak task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeakRow {
    /// Number and name.
    pub name: String,
    /// How much of which exam is missing.
    pub missing: String,
    /// Its items in the library.
    pub hash: String,
}

/// What is proposed for the next period.
#[derive(Clone, Debug, PartialEq)]
pub enum ProposalView {
    /// Nothing any more: the period that it was for is over, or it was accepted.
    Over,
    /// It is being worked out.
    Working,
    /// These parts; none: everything can stay as it is.
    Parts(Vec<PartRow>),
}

/// A part of a proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct PartRow {
    /// Which.
    pub key: PartKey,
    /// What.
    pub what: String,
    /// Why.
    pub why: String,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

impl App {
    /// The review whose page is open; `None` on other screens.
    pub fn review_view(&self, now: Stamp) -> Option<ReviewView> {
        let (ritual, period) = self.review_here()?;
        Some(self.review_of_period(ritual, period, now))
    }

    /// One review, whatever page is open.
    pub(super) fn review_of_period(&self, ritual: Ritual, period: Span, now: Stamp) -> ReviewView {
        let today = self.history.day(now);
        let when = when(period, today);
        let time = self.time_of(period, today);
        let is_live = self.is_live(ritual, period, now);
        let review = self.review_of(ritual, period);
        let held = self.road.roads.review(ritual, period);
        let after = ritual.after(period);
        let is_laid = !self.road.roads.laid().is_empty();
        let sittings = mocks(&self.history, period).into_iter();
        let sittings = sittings.filter_map(|id| Sitting::find(&self.history, id));
        let weak = if is_live || when == When::Running {
            self.weakest(period, now)
        } else {
            Vec::new()
        };
        ReviewView {
            key: (ritual, period),
            name: ritual.name(),
            period: ritual.words(period),
            when,
            beside: (
                hash(ritual, ritual.before(period)),
                (after.from <= today).then(|| hash(ritual, after)),
            ),
            time: self.time_words(&time, period, when),
            bars: bars(&time, ritual, period),
            learning: self.learning(&time, period),
            mocks: sittings.map(|sitting| self.sitting_row(&sitting)).collect(),
            moves: self.moves(period, now),
            weak: self.weak_rows(&weak),
            slips: is_laid.then(|| {
                let found = slips(&self.laid_entries(), period, today);
                found.iter().map(slip_in_words).collect()
            }),
            notes: (self.review_notes(ritual, period), review.notes),
            held: held.map(|(at, _)| self.history.day(at).short()),
            proposal: self.proposal_view(ritual, period, now),
            accepted: review.accepted,
            can_take_back: self.can_take_back(ritual, period),
            save_error: self.save_error().map(ToString::to_string),
        }
    }

    fn time_words(&self, time: &Time, period: Span, when: When) -> Vec<String> {
        if time.days.is_empty() {
            return Vec::new();
        }
        let so_far = if when == When::Running { " so far" } else { "" };
        let mut words = vec![format!("You studied {}{so_far}.", time_in_words(time))];
        if let Some(begun) = begun_within(&self.history, period) {
            words.push(format!(
                "Counted from {} on, your first day.",
                begun.short()
            ));
        }
        if time.outside > 0 {
            let minutes = counted(time.outside as usize, "minute");
            words.push(format!("Outside of Cairn you noted {minutes}."));
        }
        words
    }

    fn learning(&self, time: &Time, period: Span) -> Option<LearningView> {
        let done = self.done(period)?;
        let learning = Learning::of(&self.library, &done);
        let (answers, right) = time.answers();
        let rows = learning.accuracy.iter();
        Some(LearningView {
            answers: (answers, percent_of(right, answers)),
            items: (learning.learned, learning.forgotten),
            accuracy: rows.map(|row| self.accuracy_row(row)).collect(),
        })
    }

    fn accuracy_row(&self, row: &Accuracy) -> AccuracyRow {
        let percent = |share: f64| (share * 100.0).round() as u32;
        let domain = row.domain.as_ref();
        AccuracyRow {
            track: self.deck_name(&row.track),
            domain: domain.map_or_else(
                || "Without a domain".to_owned(),
                |(id, name)| format!("{id} {name}"),
            ),
            answers: row.answers,
            percent: (
                percent_of(row.right, row.answers),
                percent(row.range.0),
                percent(row.range.1),
            ),
        }
    }

    fn moves(&self, period: Span, now: Stamp) -> Vec<MoveRow> {
        if period.from > self.history.day(now) {
            return Vec::new();
        }
        let row = |id: TrackId| {
            let track = self.library.track(id.as_str())?;
            let known = self.moved_in(&id, period, now);
            let known = known.as_ref();
            Some(MoveRow {
                name: track.short.clone(),
                moved: known.map(|([before, after], _)| moved(before.as_ref(), after.as_ref())),
                why: known.map_or_else(String::new, |([before, after], news)| {
                    why(track, before.as_ref(), after.as_ref(), *news)
                }),
                track: id,
            })
        };
        self.exams_of(period).into_iter().filter_map(row).collect()
    }

    fn weak_rows(&self, all: &[Weak]) -> Vec<WeakRow> {
        // The exam is named where there are several.
        let is_one = all.windows(2).all(|pair| pair[0].track == pair[1].track);
        let row = |weak: &Weak| {
            let query = Query {
                track: Some(weak.track.clone()),
                task: Some(weak.task.clone()),
                ..Query::default()
            };
            let exam = if is_one {
                "the exam".to_owned()
            } else {
                self.deck_name(&weak.track)
            };
            WeakRow {
                name: format!("{} {}", weak.task, weak.name),
                missing: format!("{:.0} % of {exam} not known yet", weak.missing.max(1.0)),
                hash: Route::Library(query).hash(),
            }
        };
        all.iter().map(row).collect()
    }

    fn proposal_view(&self, ritual: Ritual, period: Span, now: Stamp) -> ProposalView {
        let is_accepted = !self.review_of(ritual, period).accepted.is_empty();
        if is_accepted || !self.is_live(ritual, period, now) || self.history.begun().is_none() {
            return ProposalView::Over;
        }
        if !self.is_proposal_whole(now) {
            return ProposalView::Working;
        }
        let parts = self.proposal(ritual, period, now).into_iter();
        let row = |part: crate::roadmap::proposal::Part| PartRow {
            is_chosen: self.reviews.is_chosen(&part.key),
            key: part.key,
            what: part.what,
            why: part.why,
        };
        ProposalView::Parts(parts.map(row).collect())
    }
}

fn when(period: Span, today: Day) -> When {
    if today < period.from {
        When::ToCome
    } else if today <= period.to {
        When::Running
    } else {
        When::Over
    }
}

/// A bar for each day, of a quarter for each week.
fn bars(time: &Time, ritual: Ritual, period: Span) -> Vec<Bar> {
    if time.days.is_empty() {
        return Vec::new();
    }
    let days = (0..period.days()).map(|step| period.from.plus(step));
    let of = |day: Day| time.days.iter().find(|of| of.day == day).copied();
    let bar = |day: Day, last: Day, label: String, all: &[DayTime]| {
        let minutes = all.iter().map(|of| of.minutes).sum();
        let planned = all.iter().map(|of| of.planned).sum();
        let name = if last == day {
            day.short()
        } else {
            format!("{} to {}", day.short(), last.short())
        };
        let words = match (all.is_empty(), planned) {
            (true, _) => format!("{name}: not counted"),
            (_, 0) => format!("{name}: {}", counted(minutes as usize, "minute")),
            (_, planned) => format!("{name}: {minutes} of {planned} minutes"),
        };
        Bar {
            label,
            words,
            minutes,
            planned,
        }
    };
    if ritual != Ritual::Quarterly {
        let label = |day: Day| match ritual {
            Ritual::Weekly => day.short().chars().take(3).collect(),
            _ => (day.since(period.from) + 1).to_string(),
        };
        let all = days.map(|day| bar(day, day, label(day), of(day).as_slice()));
        return all.collect();
    }
    let mut weeks: Vec<Span> = Vec::new();
    for day in days {
        let week = Ritual::Weekly.period(day);
        let from = week.from.max(period.from);
        let to = week.to.min(period.to);
        if weeks.last().is_none_or(|last| last.from != from) {
            weeks.push(Span { from, to });
        }
    }
    let week = |week: &Span| {
        let all: Vec<DayTime> = time
            .days
            .iter()
            .filter(|of| week.has(of.day))
            .copied()
            .collect();
        let short = week.from.short();
        let label = short
            .split_once(' ')
            .map_or("", |(_, rest)| rest)
            .to_owned();
        bar(week.from, week.to, label, &all)
    };
    weeks.iter().map(week).collect()
}
