//! What the roadmap costs: fees of exams and other amounts of its paths, paid and to come, month by month.
//!
//! Amounts are in hundredths of their currency. Two currencies are never added: every sum is of one.

use std::collections::{BTreeMap, BTreeSet};

use super::calendar::Calendar;
use super::currency::{FEES, in_words};
use super::fact::{Laying, Span};
use super::lay::{Laid, doubles};
use super::own::Kind;
use super::path::{Amount, Months, Path, PathExam};
use super::roads::Marks;
use crate::deck::track::Track;
use crate::time::Day;

/// A path that lies on the roadmap, how it lies, and what was done on it.
pub type OnRoad<'a> = (&'a Path, &'a Laying, &'a Marks);

/// What is ticked when the fee of an exam was paid before it is sat. No id of an entry has a point in it.
pub fn paid_key(exam: &str) -> String {
    format!("{exam}.fee")
}

/// The fee of an exam, in US dollars as vendors publish it.
#[derive(Clone, Debug, PartialEq)]
pub struct Fee {
    /// The entry: path and id.
    pub key: (String, String),
    /// The exam.
    pub name: String,
    /// Its codes; empty where Cairn has no track for it.
    pub codes: String,
    /// Today's fee: of every exam that it takes; none where nobody says.
    pub today: Option<i64>,
    /// What the career document has, in words, where that is another.
    pub then: String,
    /// What the learner says it is.
    pub own: Option<i64>,
    /// When the exam is or was sat.
    pub day: Day,
    /// Whether it was sat, so that the fee was paid.
    pub is_sat: bool,
    /// When the fee was paid, as far as that is known.
    pub paid: Option<Day>,
}

impl Fee {
    /// What is counted with.
    pub fn cents(&self) -> Option<i64> {
        self.own.or(self.today)
    }
}

/// Another amount that a path counts with.
#[derive(Clone, Debug, PartialEq)]
pub struct Cost {
    /// The path and the amount's id.
    pub key: (String, String),
    /// What for.
    pub name: String,
    /// Its currency.
    pub currency: String,
    /// What the path says, from and to, in whole units.
    pub said: (u32, u32),
    /// Whether that is for a year.
    pub is_yearly: bool,
    /// What the learner says, in whole units.
    pub own: Option<u32>,
    /// When it is paid, evenly.
    pub span: Span,
    /// Fees of exams that are part of it. They stand among the fees and are not counted here.
    pub fees: i64,
    /// What should have been paid until yesterday.
    pub past: i64,
    /// What is to come.
    pub left: i64,
}

/// What is to be paid in a month.
#[derive(Clone, Debug, PartialEq)]
pub struct Month {
    /// Its first day.
    pub first: Day,
    /// By currency.
    pub sums: BTreeMap<String, i64>,
    /// The exams whose fees are among it.
    pub exams: Vec<String>,
}

/// Everything of one currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Fees that were paid.
    pub fees_paid: i64,
    /// Fees to come.
    pub fees_to_come: i64,
    /// Of the other amounts what should have been paid.
    pub others_past: i64,
    /// ... and what is to come.
    pub others_to_come: i64,
}

impl Sum {
    /// What is to come.
    pub fn to_come(self) -> i64 {
        self.fees_to_come + self.others_to_come
    }

    /// All of it.
    pub fn whole(self) -> i64 {
        self.fees_paid + self.others_past + self.to_come()
    }
}

/// What the roadmap costs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Costs {
    /// Fees in the order of their days.
    pub fees: Vec<Fee>,
    /// Other amounts, path by path.
    pub others: Vec<Cost>,
    /// The months from this one to the last in which something is to be paid.
    pub months: Vec<Month>,
}

impl Costs {
    /// The currencies in which something is paid.
    pub fn currencies(&self) -> BTreeSet<&str> {
        let others = self.others.iter().map(|cost| cost.currency.as_str());
        let fees = self.fees.iter().map(|_| FEES);
        others.chain(fees).collect()
    }

    /// Everything of one currency.
    pub fn sum(&self, currency: &str) -> Sum {
        let mut sum = Sum::default();
        for fee in self.fees.iter().filter(|_| currency == FEES) {
            let cents = fee.cents().unwrap_or(0);
            match fee.paid {
                Some(_) => sum.fees_paid += cents,
                None => sum.fees_to_come += cents,
            }
        }
        for cost in self.others.iter().filter(|cost| cost.currency == currency) {
            sum.others_past += cost.past;
            sum.others_to_come += cost.left;
        }
        sum
    }

    /// Exams whose fee nobody says: they are in no sum.
    pub fn unknown(&self) -> usize {
        let unknown = |fee: &&Fee| fee.cents().is_none();
        self.fees.iter().filter(unknown).count()
    }

    /// What is to be paid in a month on average, until the last payment.
    pub fn per_month(&self, currency: &str) -> i64 {
        let is_paid = |month: &Month| month.sums.get(currency).is_some_and(|sum| *sum > 0);
        let last = self.months.iter().rposition(is_paid);
        let months = last.map_or(1, |last| last + 1);
        self.sum(currency).to_come() / i64::try_from(months).unwrap_or(1)
    }
}

/// The fees of every exam and what else is paid. `paths` are those that lie on the roadmap, `track` finds a track.
pub fn costs<'t>(
    entries: &[Laid],
    paths: &[OnRoad],
    today: Day,
    track: impl Fn(&str) -> Option<&'t Track>,
) -> Costs {
    let exams = entries
        .iter()
        .filter(|entry| entry.kind == Kind::Exam && !entry.is_behind);
    let all: Vec<Fee> = exams.map(|entry| fee(entry, paths, &track)).collect();
    let others = others(paths, &all, today);
    // Two paths that want the same exam: it is paid once.
    let doubles = doubles(entries);
    let mut fees = all;
    fees.retain(|fee| !doubles.contains(&fee.key));
    fees.sort_by(|a, b| (a.day, &a.key).cmp(&(b.day, &b.key)));
    let months = months(&fees, &others, today);
    Costs {
        fees,
        others,
        months,
    }
}

fn fee<'t>(entry: &Laid, paths: &[OnRoad], track: &impl Fn(&str) -> Option<&'t Track>) -> Fee {
    let path = paths.iter().find(|(path, ..)| path.id == entry.path);
    let exam = path.and_then(|(path, ..)| path.exams.iter().find(|exam| exam.id == entry.id));
    let marks = path.map(|(_, _, marks)| marks);
    let tracks = entry.tracks.iter().filter_map(|id| track(id.as_str()));
    let tracks: Vec<&Track> = tracks.filter(|t| t.exam.fee_cents.is_some()).collect();
    let published = tracks.iter().filter_map(|t| t.exam.fee_cents).sum::<u32>();
    let today = if tracks.is_empty() {
        exam.and_then(|exam| exam.fee_cents).map(i64::from)
    } else {
        Some(i64::from(published))
    };
    let codes: Vec<&str> = tracks.iter().map(|track| track.code.as_str()).collect();
    let then = exam.map_or("", |exam| exam.fee_then.as_str());
    let is_other = today.is_none_or(|cents| in_words(FEES, cents) != then);
    let own = marks.and_then(|marks| marks.priced.get(&entry.id));
    let ticked = marks.and_then(|marks| marks.ticked.get(&paid_key(&entry.id)));
    Fee {
        key: (entry.path.clone(), entry.id.clone()),
        name: entry.name.clone(),
        codes: codes.join(", "),
        today,
        then: if is_other {
            then.to_owned()
        } else {
            String::new()
        },
        own: own.map(|own| i64::from(*own) * 100),
        day: entry.span.to,
        is_sat: entry.done.is_some(),
        paid: entry.done.or(ticked.map(|by| by.day)),
    }
}

/// Every other amount that goes out.
fn others(paths: &[OnRoad], fees: &[Fee], today: Day) -> Vec<Cost> {
    let mut found = Vec::new();
    for (path, laying, marks) in paths {
        let calendar = Calendar::new(path, laying);
        let mut counted = BTreeSet::new();
        for amount in path.money.iter().filter(|amount| !amount.is_income) {
            let whole = Months {
                from: 1,
                to: path.months,
            };
            let all = amount.months.unwrap_or(whole);
            if all.to < laying.first_month {
                continue;
            }
            let months = Months {
                from: all.from.max(laying.first_month),
                to: all.to,
            };
            let span = calendar.span(months);
            let own = marks.priced.get(&amount.id).copied();
            let value = value(amount, own, span, share(months, all));
            let within = |exam: &&PathExam| {
                let month = exam.month.unwrap_or(path.months);
                amount.with_fees && (months.from..=months.to).contains(&month)
            };
            let mut part = 0;
            for exam in path.exams.iter().filter(within) {
                let of = |fee: &&Fee| fee.key.0 == path.id && fee.key.1 == exam.id;
                if counted.insert(&exam.id) {
                    part += fees.iter().find(of).and_then(Fee::cents).unwrap_or(0);
                }
            }
            let rest = (value - part).max(0);
            let gone = portion(rest, span, today);
            found.push(Cost {
                key: (path.id.clone(), amount.id.clone()),
                name: amount.name.clone(),
                currency: amount.currency.clone(),
                said: (amount.from, amount.to),
                is_yearly: amount.is_yearly,
                own,
                span,
                fees: part,
                past: gone,
                left: rest - gone,
            });
        }
    }
    found
}

/// The share of some months that is in others, which hold them.
fn share(part: Months, whole: Months) -> f64 {
    f64::from(part.to - part.from + 1) / f64::from(whole.to - whole.from + 1)
}

/// An amount over its span: the learner's figure, else the middle of what the path says.
fn value(amount: &Amount, own: Option<u32>, span: Span, share: f64) -> i64 {
    let middle = || (i64::from(amount.from) + i64::from(amount.to)) * 50;
    let cents = own.map_or_else(middle, |own| i64::from(own) * 100) as f64;
    if amount.is_yearly {
        (cents * f64::from(span.days()) / 365.25).round() as i64
    } else {
        (cents * share).round() as i64
    }
}

/// What of an amount that is paid evenly over a span was paid before a day.
fn portion(cents: i64, span: Span, before: Day) -> i64 {
    let gone = i64::from(before.since(span.from).clamp(0, span.days()));
    (i128::from(cents) * i128::from(gone) / i128::from(span.days().max(1))) as i64
}

/// Month by month what is to come, from this one to the last with something in it.
fn months(fees: &[Fee], others: &[Cost], today: Day) -> Vec<Month> {
    let open = || fees.iter().filter(|fee| fee.paid.is_none());
    // A fee whose day has passed is due now.
    let days = open().map(|fee| fee.day.max(today));
    let spans = others.iter().filter(|cost| cost.left > 0);
    let Some(last) = days.chain(spans.map(|cost| cost.span.to)).max() else {
        return Vec::new();
    };
    let mut first = today.month_begins();
    let mut found = Vec::new();
    while first <= last {
        found.push(month(fees, others, today, first));
        first = first.plus_months(1);
    }
    found
}

fn month(fees: &[Fee], others: &[Cost], today: Day, first: Day) -> Month {
    let next = first.plus_months(1);
    let mut month = Month {
        first,
        sums: BTreeMap::new(),
        exams: Vec::new(),
    };
    let mut add = |currency: &str, cents: i64| {
        if cents > 0 {
            *month.sums.entry(currency.to_owned()).or_insert(0) += cents;
        }
    };
    let is_due = |fee: &&Fee| {
        let due = fee.day.max(today);
        fee.paid.is_none() && due >= first && due < next
    };
    for fee in fees.iter().filter(is_due) {
        add(FEES, fee.cents().unwrap_or(0));
    }
    for cost in others {
        let rest = cost.past + cost.left;
        let from = first.max(today);
        let paid = portion(rest, cost.span, next) - portion(rest, cost.span, from);
        add(&cost.currency, paid);
    }
    let due = fees.iter().filter(is_due);
    month.exams = due.map(|fee| fee.name.clone()).collect();
    month
}
