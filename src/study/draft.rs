//! Today's list, made in pieces: what may be asked, the price of a second, what each item seems worth at it, and the best of them.

use super::appraisal::WEIGHED;
use super::booked::{Booked, booked};
use super::candidate::{Candidate, candidates};
use super::day_plan::DayPlan;
use super::field::{Field, price};
use super::plan::Planner;
use super::prospects::Worth;
use super::ranking::Ranking;
use crate::deck::library::Library;
use crate::review::History;
use crate::time::Stamp;

/// So many items are looked at in one piece (tunable).
const AT_ONCE: usize = 8_000;

/// A list that is being made. Its library and history must stay as they are meanwhile.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The exams and what may be asked for each.
    exams: Vec<(Booked, Vec<Candidate>)>,
    /// Seconds that today still has.
    seconds: f64,
    /// Seconds up to the last exam.
    budget: f64,
    price: Option<f64>,
    /// What the first of the candidates seem worth, exam by exam.
    glances: Vec<Glance>,
}

/// What something is worth, or seems worth.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glance {
    pub(super) worth: Worth,
    /// Whether it is more than a glance.
    pub(super) is_weighed: bool,
}

impl Glance {
    /// One of so many: of many known items only those are weighed that may be among the best.
    pub(super) fn of(field: &Field<'_>, of: &Candidate, price: f64, count: usize) -> Self {
        let is_weighed = count <= WEIGHED || of.state.is_none() || of.is_wanted;
        let worth = if is_weighed {
            field.worth(of, price)
        } else {
            field.glance(of, price)
        };
        Self { worth, is_weighed }
    }
}

impl Draft {
    /// With so many seconds more than the minutes of the day.
    pub(super) fn new(library: &Library, history: &History, now: Stamp, extra: f64) -> Self {
        let today = history.day(now);
        let exams: Vec<(Booked, Vec<Candidate>)> = booked(history, today)
            .into_iter()
            .map(|exam| {
                let mut candidates = candidates(library, history, &exam, now);
                candidates.retain(|of| !of.is_reserved);
                (exam, candidates)
            })
            .collect();
        let last = exams.iter().map(|(exam, _)| exam.day).max();
        let days = (0..last.unwrap_or(today).since(today)).map(|step| today.plus(step));
        let spent = history.tally(today, None).ms as f64 / 1_000.0;
        Self {
            exams,
            seconds: (history.seconds_on(today) + extra - spent).max(0.0),
            budget: days.map(|day| history.seconds_on(day)).sum::<f64>() + extra - spent,
            price: None,
            glances: Vec::new(),
        }
    }

    fn fields<'a>(
        &'a self,
        planner: &'a Planner,
        library: &'a Library,
        history: &History,
    ) -> Vec<Field<'a>> {
        let of_exam = |(exam, candidates): &'a (Booked, Vec<Candidate>)| {
            planner.field(library, history, exam, candidates.into())
        };
        self.exams.iter().map(of_exam).collect()
    }

    /// Works out a piece more; whether something is left before [`Draft::day`].
    pub fn go_on(&mut self, planner: &Planner, library: &Library, history: &History) -> bool {
        let count: usize = self.exams.iter().map(|(_, of)| of.len()).sum();
        if count == 0 {
            return false;
        }
        let fields = self.fields(planner, library, history);
        let Some(price) = self.price else {
            self.price = Some(price(&fields, self.budget));
            return true;
        };
        let all = fields
            .iter()
            .flat_map(|field| field.candidates.iter().map(move |of| (field, of)));
        let glance = |(field, of)| Glance::of(field, of, price, count);
        let next = all.skip(self.glances.len()).take(AT_ONCE);
        let next: Vec<Glance> = next.map(glance).collect();
        self.glances.extend(next);
        self.glances.len() < count
    }

    /// Today's list, once nothing else is left to do.
    pub fn day(
        &self,
        planner: &Planner,
        library: &Library,
        history: &History,
        now: Stamp,
    ) -> DayPlan {
        let today = history.day(now);
        let mut plan = DayPlan::listed(Vec::new(), self.seconds);
        let exams: Vec<Booked> = self.exams.iter().map(|(exam, _)| exam.clone()).collect();
        if exams.is_empty() {
            return plan;
        }
        plan.take_in(library, history, &exams, today);
        let Some(price) = self.price else {
            return plan;
        };
        let fields = self.fields(planner, library, history);
        let mut ranking = Ranking::of(&fields, &self.glances, price, planner.share, plan.reach());
        // The less a steeper memory counts, the faster items may be met.
        let pace = planner.pace(history);
        ranking.spread(exams.iter().map(|exam| exam.left).min().unwrap_or(1), pace);
        ranking.cover(library, history, &exams);
        ranking.put_first();
        ranking.keep_kin_apart(library, history, today, plan.reach());
        plan.list(ranking);
        plan
    }
}
