//! What may be asked for an exam, and what it is worth at a price of a second.

use std::borrow::Cow;

use super::candidate::Candidate;
use super::cost::Costs;
use super::prospects::{Prospects, Worth};
use crate::deck::library::{Ask, Library};

/// A smaller share of the steeper memory makes no difference, and is not worked out.
const HEDGE_MIN: f64 = 1e-3;
/// The price is sought on so many items at most, evenly taken.
const SAMPLE: usize = 120;

/// An exam's items and their prospects.
pub(super) struct Field<'a> {
    /// By what is believed, and by the steeper memory.
    prospects: Cow<'a, [Prospects; 2]>,
    pub(super) candidates: Cow<'a, [Candidate]>,
    library: &'a Library,
    /// The share of the steeper memory.
    hedge: f64,
    costs: &'a Costs,
    step: usize,
}

impl<'a> Field<'a> {
    pub(super) fn new(
        prospects: Cow<'a, [Prospects; 2]>,
        candidates: Cow<'a, [Candidate]>,
        library: &'a Library,
        hedge: f64,
        costs: &'a Costs,
    ) -> Self {
        let step = candidates.len().div_ceil(SAMPLE).max(1);
        Self {
            prospects,
            candidates,
            library,
            hedge,
            costs,
            step,
        }
    }

    /// The item itself.
    pub(super) fn ask(&self, of: &Candidate) -> &'a Ask {
        &self.library.asks()[of.place]
    }

    /// What it is worth at a price of a second.
    pub(super) fn worth(&self, of: &Candidate, price: f64) -> Worth {
        let (price, pace) = self.scaled(of, price);
        self.by_both(|by| by.worth(of.state, of.elapsed, price, pace))
    }

    /// The same at a glance: as much per second as that, or more.
    pub(super) fn glance(&self, of: &Candidate, price: f64) -> Worth {
        let (price, pace) = self.scaled(of, price);
        self.by_both(|by| by.glance(of.state, of.elapsed, price, pace))
    }

    fn by_both(&self, worth: impl Fn(&Prospects) -> Worth) -> Worth {
        let [believed, steeper] = &*self.prospects;
        if self.hedge < HEDGE_MIN {
            return worth(believed);
        }
        worth(believed).mixed(worth(steeper), self.hedge)
    }

    /// The price of a second for an item of weight one, and how long its kind takes this learner beside a card by the prior.
    fn scaled(&self, of: &Candidate, price: f64) -> (f64, f64) {
        (price / of.weight.max(1e-12), self.costs.pace(of.kind))
    }

    pub(super) fn sample(&self) -> impl Iterator<Item = &Candidate> {
        self.candidates.iter().step_by(self.step)
    }
}

/// The price at which everything that is worth its seconds fits the seconds there are, in score per second.
pub(super) fn price(fields: &[Field<'_>], budget: f64) -> f64 {
    let wanted = |price: f64| -> f64 {
        let of_field = |field: &Field<'_>| {
            let seconds = field
                .sample()
                .map(|of| field.worth(of, price).seconds_to_come);
            seconds.sum::<f64>() * field.step as f64
        };
        fields.iter().map(of_field).sum()
    };
    // Between nothing and more than any second can bring.
    let (mut low, mut high) = (1e-9_f64, 1e-2_f64);
    for _ in 0..14 {
        let middle = (low * high).sqrt();
        if wanted(middle) > budget {
            low = middle;
        } else {
            high = middle;
        }
    }
    (low * high).sqrt()
}
