//! Reviews: what is due, every review that was held in a row, and the word about it on the start page.

mod one;
mod text;
mod words;

use super::super::{App, ReviewPage, Route};
use crate::review::History;
use crate::roadmap::digest::Time;
use crate::roadmap::{Ritual, Span};
use crate::time::{Day, Stamp};
pub use one::{
    AccuracyRow, Bar, LearningView, MoveRow, PartRow, ProposalView, ReviewView, WeakRow, When,
};
use words::figures;

/// The list of reviews.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewsView {
    /// Reviews that are due, from the shortest period.
    pub due: Vec<DueRow>,
    /// The periods that go on: in words, and their address.
    pub running: Vec<(String, String)>,
    /// Reviews that were held, the newest first.
    pub held: Vec<HeldRow>,
    /// Whether the file with all of them is being put together.
    pub is_exporting: bool,
    /// Why the file could not be written.
    pub unwritten: Option<String>,
    /// What could not be stored, in words.
    pub save_error: Option<String>,
}

/// A review that is due.
#[derive(Clone, Debug, PartialEq)]
pub struct DueRow {
    /// Which.
    pub key: (Ritual, Span),
    /// Its name: `Weekly assessment`.
    pub name: &'static str,
    /// Its period.
    pub period: String,
    /// What was done in it, in short.
    pub figures: String,
    /// Its address.
    pub hash: String,
}

/// A review that was held.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldRow {
    /// Its name.
    pub name: &'static str,
    /// Its period.
    pub period: String,
    /// Its address.
    pub hash: String,
    /// What was done in it, in short.
    pub figures: String,
    /// The learner's notes, line by line.
    pub notes: Vec<String>,
    /// What was accepted.
    pub accepted: Vec<String>,
}

/// The word about reviews on the start page.
#[derive(Clone, Debug, PartialEq)]
pub struct Nudge {
    /// The reviews that are due.
    pub which: Vec<(Ritual, Span)>,
    /// Each in words, and its address.
    pub links: Vec<(String, String)>,
}

/// What the pages of reviews rest on.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewsBasis {
    route: Route,
    facts: usize,
    items: usize,
    day: Day,
    turn: u32,
    is_coming: bool,
    forecasts: usize,
    unwritten: Option<String>,
    save_error: Option<String>,
}

impl App {
    /// What the pages of reviews rest on: they are worked out anew when this changes; `None` on other screens.
    pub fn reviews_basis(&self, now: Stamp) -> Option<ReviewsBasis> {
        matches!(self.route, Route::Reviews(_)).then(|| ReviewsBasis {
            route: self.route.clone(),
            facts: self.history.ids().len(),
            items: self.library.asks().len(),
            day: self.history.day(now),
            turn: self.reviews.turn(),
            is_coming: self.is_review_coming(),
            forecasts: self.forecasts().len(),
            unwritten: self.unsaved_text().map(str::to_owned),
            save_error: self.save_error().map(ToString::to_string),
        })
    }

    /// The list of reviews; `None` on other screens.
    pub fn reviews_view(&self, now: Stamp) -> Option<ReviewsView> {
        if self.route != Route::Reviews(ReviewPage::All) {
            return None;
        }
        let today = self.history.day(now);
        let due = self.due_reviews(now).into_iter();
        let running = Ritual::ALL.map(|ritual| {
            let page = ReviewPage::of(ritual, today);
            let words = format!("This {} so far", ritual.unit());
            (words, Route::Reviews(page).hash())
        });
        let held = self.road.roads.reviews().rev();
        Some(ReviewsView {
            due: due.map(|key| self.due_row(key, today)).collect(),
            running: if self.history.begun().is_some() {
                running.into()
            } else {
                Vec::new()
            },
            held: held
                .map(|(_, review)| HeldRow {
                    name: review.ritual.name(),
                    period: review.ritual.words(review.period),
                    hash: hash(review.ritual, review.period),
                    figures: figures(&self.time_of(review.period, today)),
                    notes: review.notes.lines().map(str::to_owned).collect(),
                    accepted: review.accepted.clone(),
                })
                .collect(),
            is_exporting: self.reviews.is_exporting(),
            unwritten: self.unsaved_text().map(str::to_owned),
            save_error: self.save_error().map(ToString::to_string),
        })
    }

    fn due_row(&self, key: (Ritual, Span), today: Day) -> DueRow {
        let (ritual, period) = key;
        DueRow {
            key,
            name: ritual.name(),
            period: ritual.words(period),
            figures: figures(&self.time_of(period, today)),
            hash: hash(ritual, period),
        }
    }

    fn time_of(&self, period: Span, today: Day) -> Time {
        Time::of(&self.history, &self.road.roads, period, today)
    }

    /// The word about reviews that are due, for the start page.
    pub(super) fn nudge(&self, now: Stamp) -> Option<Nudge> {
        let which = self.due_reviews(now);
        let link = |(ritual, period): &(Ritual, Span)| {
            let words = match ritual {
                Ritual::Weekly => "last week".to_owned(),
                Ritual::Monthly | Ritual::Quarterly => ritual.words(*period),
            };
            (words, hash(*ritual, *period))
        };
        (!which.is_empty()).then(|| Nudge {
            links: which.iter().map(link).collect(),
            which,
        })
    }
}

fn hash(ritual: Ritual, period: Span) -> String {
    Route::Reviews(ReviewPage::One(ritual, period)).hash()
}

/// Whether the first day that was ever studied lies within a period, after its beginning.
fn begun_within(history: &History, period: Span) -> Option<Day> {
    let begun = history.begun()?;
    (period.from < begun && begun <= period.to).then_some(begun)
}
