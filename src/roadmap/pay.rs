//! What comes back: pay now and pay then, in one currency, against what the roadmap costs.

use super::calendar::Calendar;
use super::career::Pay as PayOf;
use super::currency::FEES;
use super::fact::Span;
use super::money::OnRoad;
use super::path::{Income, Months};
use super::roads::Marks;

/// The path to which the learner's own amounts belong, since they are of none: no path has this id.
pub const MINE: &str = "";

/// The learner's yearly pay now, among the amounts that are theirs.
pub const PAY_NOW: &str = "pay-now";

/// The yearly pay that the roadmap is to lead to.
pub const PAY_THEN: &str = "pay-then";

/// What the roadmap costs in the currency of the pay, where that is not the one of fees.
pub const PAY_COSTS: &str = "pay-costs";

/// The return is reckoned over so many years of the higher pay (tunable): a post is seldom held longer.
pub const RETURN_YEARS: u8 = 3;

/// Under what an amount of the learner's is kept, in a currency: `pay-now`, `pay-now-gbp`.
pub fn key(what: &str, currency: &str) -> String {
    if currency == FEES {
        what.to_owned()
    } else {
        format!("{what}-{}", currency.to_ascii_lowercase())
    }
}

/// What the learner says of pay in one currency, in whole units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pay {
    /// A year's pay now.
    pub now: Option<u32>,
    /// A year's pay then.
    pub then: Option<u32>,
    /// What the roadmap costs in this currency.
    pub costs: Option<u32>,
}

impl Pay {
    /// As it was noted among the learner's own amounts.
    pub fn of(mine: Option<&Marks>, currency: &str) -> Self {
        let noted = |what: &str| mine?.priced.get(&key(what, currency)).copied();
        Self {
            now: noted(PAY_NOW),
            then: noted(PAY_THEN),
            costs: noted(PAY_COSTS),
        }
    }

    /// What comes back of costs in the same currency; `None` unless both figures are there.
    pub fn back(&self, costs: i64) -> Option<Return> {
        Some(Return {
            now: i64::from(self.now?) * 100,
            then: i64::from(self.then?) * 100,
            costs,
        })
    }
}

/// What comes back, in hundredths of one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Return {
    /// A year's pay now.
    pub now: i64,
    /// A year's pay then.
    pub then: i64,
    /// What it costs.
    pub costs: i64,
}

impl Return {
    /// More pay in a year: then − now.
    pub fn gain(self) -> i64 {
        self.then - self.now
    }

    /// Months of the higher pay until the costs have come back: costs / (gain / 12); `None` if there is no gain.
    pub fn payback_months(self) -> Option<f64> {
        (self.gain() > 0).then(|| self.costs as f64 * 12.0 / self.gain() as f64)
    }

    /// What each unit that is paid brings over [`RETURN_YEARS`], less itself: (gain · years − costs) / costs; `None` if it costs nothing.
    pub fn ratio(self) -> Option<f64> {
        let costs = self.costs as f64;
        let gained = self.gain() as f64 * f64::from(RETURN_YEARS);
        (self.costs > 0).then(|| (gained - costs) / costs)
    }
}

/// What a path says of pay.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The path's id.
    pub path: String,
    /// Of which amount, where it is one that the learner can say better: its id.
    pub amount: Option<String>,
    /// The sequence of posts that it belongs to; empty: it stands by itself.
    pub of: String,
    /// The post, or where it comes from.
    pub name: String,
    /// When; none where the path says nothing.
    pub span: Option<Span>,
    /// Its currency.
    pub currency: String,
    /// A year's, from and to, in whole units.
    pub said: (u32, u32),
    /// Whether it may be more.
    pub is_open: bool,
    /// What the learner says instead.
    pub own: Option<u32>,
    /// How it stands to the pay of a post.
    pub income: Income,
}

impl Said {
    /// The learner's figure, else the middle of what the path says.
    pub fn middle(&self) -> u32 {
        self.own
            .unwrap_or_else(|| u32::midpoint(self.said.0, self.said.1))
    }

    /// The yearly pay that it would come to for somebody who earns so much now; `None` if it says nothing of the pay of a post.
    pub fn pay(&self, now: Option<u32>) -> Option<u32> {
        match self.income {
            Income::Pay => Some(self.middle()),
            Income::Rise => now.map(|now| now.saturating_add(self.middle())),
            Income::Beside => None,
        }
    }
}

/// Everything that the paths say of pay, in their order: stages, branches, ladders, other amounts that come in.
pub fn said(paths: &[OnRoad]) -> Vec<Said> {
    let mut found = Vec::new();
    for (path, laying, marks) in paths {
        let calendar = Calendar::new(path, laying);
        let when = |months: Option<Months>| {
            let months = months.filter(|months| months.to >= laying.first_month)?;
            Some(calendar.span(months))
        };
        let mut add = |of: &str, name: &str, months: Option<Months>, pays: &[PayOf]| {
            found.extend(pays.iter().map(|pay| Said {
                path: path.id.clone(),
                amount: None,
                of: of.to_owned(),
                name: name.to_owned(),
                span: when(months),
                currency: pay.currency.clone(),
                said: (pay.from, pay.to),
                is_open: pay.is_open,
                own: None,
                income: Income::Pay,
            }));
        };
        for stage in &path.stages {
            add("", &stage.name, Some(stage.months), &stage.pay);
        }
        for branch in &path.branches {
            add("", &branch.name, None, &branch.pay);
            for post in &branch.steps {
                add(&branch.name, &post.name, post.months, &post.pay);
            }
        }
        for ladder in &path.ladders {
            for post in &ladder.steps {
                add(&ladder.name, &post.name, post.months, &post.pay);
            }
        }
        let incomes = path.money.iter().filter(|amount| amount.is_income);
        found.extend(incomes.map(|amount| Said {
            path: path.id.clone(),
            amount: Some(amount.id.clone()),
            of: String::new(),
            name: amount.name.clone(),
            span: when(amount.months),
            currency: amount.currency.clone(),
            said: (amount.from, amount.to),
            is_open: false,
            own: marks.priced.get(&amount.id).copied(),
            income: amount.income,
        }));
    }
    found
}
