//! Pay now and pay then, what comes back of what the roadmap costs, and what the paths say of pay.

use std::collections::BTreeSet;

use super::money::{month, path_name, title};
use crate::roadmap::Marks;
use crate::roadmap::currency::{FEES, about, in_words, name, range};
use crate::roadmap::money::{Costs, OnRoad};
use crate::roadmap::path::Income;
use crate::roadmap::pay::{
    MINE, PAY_COSTS, PAY_NOW, PAY_THEN, Pay, RETURN_YEARS, Return, Said, key, said,
};

/// Currencies in which pay can be entered, beside those that the paths name.
const CURRENCIES: [&str; 3] = ["USD", "GBP", "EUR"];

/// Days of a month on average.
const MONTH_DAYS: f64 = 30.4375;

/// Pay in one currency.
#[derive(Clone, Debug, PartialEq)]
pub struct PayOf {
    /// The currency's code and name.
    pub currency: (String, String),
    /// The name where it stands alone.
    pub title: String,
    /// Pay now, pay then and, where the fees are in another currency, what the roadmap costs.
    pub fields: Vec<PayField>,
    /// Under what the pay then is kept.
    pub goal: (String, String),
    /// What comes back: what it is, how it is reckoned, what it comes to.
    pub lines: Vec<(String, String, String)>,
    /// What is missing, or what the figures mean.
    pub hint: String,
    /// Whether something was entered in it.
    pub is_used: bool,
    /// What the paths say of pay in it.
    pub said: Vec<SaidRow>,
}

/// A figure that the learner enters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayField {
    /// Under what it is kept: as if it were an amount of a path.
    pub key: (String, String),
    /// What it is.
    pub words: &'static str,
    /// The figure, in whole units.
    pub figure: Option<u32>,
}

/// What a path says of pay.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidRow {
    /// The path, and the sequence of posts that it belongs to.
    pub of: String,
    /// The post.
    pub name: String,
    /// When, in words; may be empty.
    pub when: String,
    /// How much a year, in words.
    pub amount: String,
    /// Where the learner can say better: the path and the amount, and what they say.
    pub own: Option<((String, String), Option<u32>)>,
    /// What it would make of the yearly pay then; none where it is no pay, or the pay now is not known.
    pub pay: Option<u32>,
}

/// Pay in every currency in which it can be entered. `mine` are the learner's own amounts.
pub(super) fn pays(mine: Option<&Marks>, costs: &Costs, paths: &[OnRoad]) -> Vec<PayOf> {
    let said = said(paths);
    let mut others: BTreeSet<&str> = said.iter().map(|said| said.currency.as_str()).collect();
    for known in CURRENCIES {
        others.remove(known);
    }
    let all = CURRENCIES.into_iter().chain(others);
    all.map(|currency| pay_of(currency, &Pay::of(mine, currency), costs, &said, paths))
        .collect()
}

fn pay_of(currency: &str, pay: &Pay, costs: &Costs, all: &[Said], paths: &[OnRoad]) -> PayOf {
    let is_fees = currency == FEES;
    let place = |what| (MINE.to_owned(), key(what, currency));
    let field = |what, words, figure| PayField {
        key: place(what),
        words,
        figure,
    };
    let mut fields = vec![
        field(PAY_NOW, "Pay now, a year", pay.now),
        field(PAY_THEN, "Pay then, a year", pay.then),
    ];
    if !is_fees {
        fields.push(field(PAY_COSTS, "What the roadmap costs", pay.costs));
    }
    let known = if is_fees {
        Some(costs.sum(FEES).whole())
    } else {
        pay.costs.map(|costs| i64::from(costs) * 100)
    };
    let back = pay.back(known.unwrap_or(0));
    let said = all.iter().filter(|said| said.currency == currency);
    PayOf {
        currency: (currency.to_owned(), name(currency).to_owned()),
        title: title(currency),
        fields,
        goal: place(PAY_THEN),
        lines: back.map_or_else(Vec::new, |back| lines(currency, back, known.is_some())),
        hint: hint(back, known.is_some()),
        is_used: pay.now.is_some() || pay.then.is_some(),
        said: said.map(|said| said_row(said, pay, paths)).collect(),
    }
}

/// Gain, payback and return, with their formulas in numbers.
fn lines(currency: &str, back: Return, has_costs: bool) -> Vec<(String, String, String)> {
    let words = |cents| about(currency, cents);
    let (now, then, costs) = (words(back.now), words(back.then), words(back.costs));
    let gain = words(back.gain());
    let mut lines = vec![(
        "Gain a year".to_owned(),
        format!("{then} − {now}"),
        gain.clone(),
    )];
    if !has_costs {
        return lines;
    }
    if let Some(months) = back.payback_months() {
        lines.push((
            "Payback".to_owned(),
            format!("{costs} ÷ ({gain} ÷ 12)"),
            payback(months),
        ));
    }
    if let Some(ratio) = back.ratio() {
        lines.push((
            format!("Return over {RETURN_YEARS} years"),
            format!("({RETURN_YEARS} × {gain} − {costs}) ÷ {costs}"),
            format!(
                "{} beyond itself for each {} that is paid",
                in_words(currency, (ratio * 100.0).round() as i64),
                in_words(currency, 100)
            ),
        ));
    }
    lines
}

fn hint(back: Option<Return>, has_costs: bool) -> String {
    let words = match back {
        None => "Write your pay now and the pay you aim for, and you see what the roadmap brings.",
        Some(back) if back.gain() <= 0 => {
            "The pay then is not higher than the pay now, so the costs do not come back this way."
        }
        Some(_) if !has_costs => {
            "The fees are in US dollars. Currencies are not mixed here: write what the roadmap costs in this one, and you see when it comes back."
        }
        Some(_) => {
            "Pay is before tax. The gain counts from the first month of the higher pay, and the costs are those of the whole roadmap in this currency."
        }
    };
    words.to_owned()
}

fn said_row(said: &Said, pay: &Pay, paths: &[OnRoad]) -> SaidRow {
    let path = path_name(paths, &said.path);
    let of = if said.of.is_empty() {
        path.to_owned()
    } else {
        format!("{path} · {}", said.of)
    };
    let amount = range(&said.currency, said.said.0, said.said.1, said.is_open);
    let amount = match said.income {
        Income::Pay => amount,
        Income::Rise => format!("{amount} more"),
        Income::Beside => format!("{amount} beside a post"),
    };
    let own = said
        .amount
        .clone()
        .map(|id| ((said.path.clone(), id), said.own));
    SaidRow {
        of,
        name: said.name.clone(),
        when: said.span.map_or_else(String::new, |span| {
            format!("{} to {}", month(span.from), month(span.to))
        }),
        amount,
        own,
        pay: said.pay(pay.now),
    }
}

/// How long the higher pay takes to bring the costs back.
fn payback(months: f64) -> String {
    if months < 1.0 {
        let days = (months * MONTH_DAYS).ceil();
        return format!("{days:.0} days of the higher pay");
    }
    format!("{months:.1} months of the higher pay")
}
