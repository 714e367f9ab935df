//! What the roadmap costs and what comes back, in words and figures. Every sum is of one currency.

use super::super::super::App;
use super::pay::{PayOf, pays};
use crate::roadmap::currency::{FEES, about, in_words, name, range};
use crate::roadmap::money::{Cost, Costs, Fee, OnRoad, paid_key};
use crate::roadmap::pay::MINE;
use crate::time::{Day, Stamp};

/// The page of money.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyPage {
    /// The fee of each exam, in the order of their days.
    pub fees: Vec<FeeRow>,
    /// Exams whose fee nobody says, in words.
    pub unknown: Option<String>,
    /// Other amounts that go out.
    pub amounts: Vec<AmountRow>,
    /// The sums of each currency.
    pub sums: Vec<SumRow>,
    /// What is to be paid in each month, by currency.
    pub months: Vec<MonthsOf>,
    /// Pay, in each currency in which it can be entered.
    pub pays: Vec<PayOf>,
}

/// The fee of one exam.
#[derive(Clone, Debug, PartialEq)]
pub struct FeeRow {
    /// Its path and entry.
    pub key: (String, String),
    /// What is ticked when it was paid.
    pub paid_key: String,
    /// Its name.
    pub name: String,
    /// Its codes and when it is sat, in words.
    pub facts: String,
    /// Today's fee in words; none where nobody says.
    pub today: Option<String>,
    /// The document's, in words, where that is another; may be empty.
    pub then: String,
    /// The learner's figure, in whole dollars.
    pub own: Option<u32>,
    /// When it was paid, in words.
    pub paid: Option<String>,
    /// Whether that follows from its having been sat.
    pub is_sat: bool,
}

/// Another amount.
#[derive(Clone, Debug, PartialEq)]
pub struct AmountRow {
    /// Its path and its id.
    pub key: (String, String),
    /// Its name.
    pub name: String,
    /// Its path's name, and when it is paid.
    pub facts: String,
    /// What the path says.
    pub said: String,
    /// The learner's figure, in whole units.
    pub own: Option<u32>,
    /// What of it is counted, in words.
    pub counted: String,
}

/// The sums of one currency.
#[derive(Clone, Debug, PartialEq)]
pub struct SumRow {
    /// The currency's name.
    pub currency: String,
    /// Each with what it is.
    pub lines: Vec<(&'static str, String)>,
    /// What is to be paid in a month, in words.
    pub per_month: Option<String>,
}

/// What is to be paid in each month to come, in one currency.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthsOf {
    /// The currency's name.
    pub currency: String,
    /// The months, with none left out.
    pub rows: Vec<MonthRow>,
}

/// A month.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthRow {
    /// `Jan 2027`.
    pub name: String,
    /// Its year, where it begins one or is the first.
    pub year: Option<String>,
    /// Hundredths.
    pub cents: i64,
    /// In words.
    pub amount: String,
    /// The exams whose fees are among it, in words; may be empty.
    pub exams: String,
}

impl App {
    pub(super) fn money_page(&self, now: Stamp) -> MoneyPage {
        let costs = self.road_costs(now);
        let paths = self.laid_paths();
        let paths: Vec<OnRoad> = paths.iter().map(|(p, l, m)| (&**p, *l, *m)).collect();
        MoneyPage {
            fees: costs.fees.iter().map(fee_row).collect(),
            unknown: match costs.unknown() {
                0 => None,
                1 => Some(
                    "The fee of one exam is not known and not counted. Write it, if you know it."
                        .to_owned(),
                ),
                count => Some(format!(
                    "The fees of {count} exams are not known and not counted. Write those you know."
                )),
            },
            amounts: costs
                .others
                .iter()
                .map(|cost| amount_row(cost, &paths))
                .collect(),
            sums: sums(&costs),
            months: months(&costs),
            pays: pays(self.road.roads.marks(MINE), &costs, &paths),
        }
    }
}

fn fee_row(fee: &Fee) -> FeeRow {
    let when = fee.day.in_full();
    let codes = if fee.codes.is_empty() {
        String::new()
    } else {
        format!("{} · ", fee.codes)
    };
    FeeRow {
        key: fee.key.clone(),
        paid_key: paid_key(&fee.key.1),
        name: fee.name.clone(),
        facts: format!("{codes}{when}"),
        today: fee.today.map(|cents| in_words(FEES, cents)),
        then: fee.then.clone(),
        own: fee.own.map(|cents| (cents / 100) as u32),
        paid: fee.paid.map(Day::in_full),
        is_sat: fee.is_sat,
    }
}

pub(super) fn path_name<'a>(paths: &[OnRoad<'a>], id: &str) -> &'a str {
    let found = paths.iter().copied().find(|(path, ..)| path.id == id);
    found.map_or("", |(path, ..)| path.name.as_str())
}

fn amount_row(cost: &Cost, paths: &[OnRoad]) -> AmountRow {
    let currency = cost.currency.as_str();
    let yearly = if cost.is_yearly { " a year" } else { "" };
    let words = |cents| about(currency, cents);
    let rest = words(cost.past + cost.left);
    let counted = if cost.fees > 0 {
        let fees = in_words(currency, cost.fees);
        format!("Counted: {rest}, beside fees of {fees} that are part of it and stand above.")
    } else {
        format!("Counted: {rest}.")
    };
    AmountRow {
        key: cost.key.clone(),
        name: cost.name.clone(),
        facts: format!(
            "{} · {} to {}",
            path_name(paths, &cost.key.0),
            month(cost.span.from),
            month(cost.span.to)
        ),
        said: format!(
            "{}{yearly}",
            range(currency, cost.said.0, cost.said.1, false)
        ),
        own: cost.own,
        counted,
    }
}

/// `Mar 2027`.
pub(super) fn month(day: Day) -> String {
    let year = day.month().map_or(0, |(year, _)| year);
    format!("{} {year}", day.month_name())
}

fn sums(costs: &Costs) -> Vec<SumRow> {
    let row = |currency| {
        let sum = costs.sum(currency);
        let words = |cents| in_words(currency, cents);
        let mut lines = vec![
            ("Fees paid", words(sum.fees_paid)),
            ("Fees to come", words(sum.fees_to_come)),
        ];
        if sum.others_past + sum.others_to_come > 0 {
            lines.push((
                "Other amounts until today",
                about(currency, sum.others_past),
            ));
            lines.push(("Other amounts to come", about(currency, sum.others_to_come)));
        }
        lines.push(("Everything", about(currency, sum.whole())));
        let to_come = sum.to_come();
        let is_paid = |month: &&crate::roadmap::money::Month| month.sums.contains_key(currency);
        let last = costs.months.iter().rfind(is_paid);
        SumRow {
            currency: title(currency),
            lines,
            per_month: last.filter(|_| to_come > 0).map(|last| {
                format!(
                    "{} a month on average until {}.",
                    about(currency, costs.per_month(currency)),
                    month(last.first)
                )
            }),
        }
    };
    costs.currencies().into_iter().map(row).collect()
}

fn months(costs: &Costs) -> Vec<MonthsOf> {
    let of = |currency| {
        let rows = costs.months.iter().enumerate().map(|(place, of)| {
            let begins = of
                .first
                .month()
                .filter(|(_, month)| *month == 1 || place == 0);
            let cents = of.sums.get(currency).copied().unwrap_or(0);
            MonthRow {
                name: month(of.first),
                year: begins.map(|(year, _)| year.to_string()),
                cents,
                amount: about(currency, cents),
                exams: if currency == FEES {
                    of.exams.join(", ")
                } else {
                    String::new()
                },
            }
        });
        MonthsOf {
            currency: name(currency).to_owned(),
            rows: rows.collect(),
        }
    };
    costs.currencies().into_iter().map(of).collect()
}

/// The name of a currency where it stands alone: `Euros`.
pub(super) fn title(currency: &str) -> String {
    let name = name(currency);
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
