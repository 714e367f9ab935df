//! Fees and other amounts: each is counted once, in its own currency, in the month in which it is paid.

use cairn::roadmap::currency::FEES;
use cairn::roadmap::money::{Fee, paid_key};
use cairn::roadmap::path::Income;
use cairn::roadmap::pay::{Pay, key, said};

use crate::ground::{ACCELERATED, ARCHITECT, CONTAINERS, Ground, day};

fn fee<'a>(fees: &'a [Fee], id: &str) -> &'a Fee {
    fees.iter().find(|fee| fee.key.1 == id).expect("an exam")
}

#[test]
fn todays_fee_stands_beside_the_documents_where_they_differ() {
    let costs = Ground::of(&[ACCELERATED]).costs();
    assert_eq!(costs.fees.len(), 9);
    assert!(costs.fees.is_sorted_by_key(|fee| fee.day));
    let saa = fee(&costs.fees, "exam-saa");
    assert_eq!((saa.today, saa.then.as_str()), (Some(15_000), ""));
    let cka = fee(&costs.fees, "exam-cka");
    assert_eq!((cka.today, cka.then.as_str()), (Some(44_500), "$395"));
    let terraform = fee(&costs.fees, "exam-terraform");
    assert_eq!(terraform.today, Some(7_050));
    // Two exams in one: both are paid.
    let platform = fee(&costs.fees, "exam-platform");
    assert_eq!(platform.today, Some(25_000 + 44_500));
    assert_eq!(platform.codes, "CNPA, CNPE");
    assert_eq!(platform.then, "about $3,000");
}

#[test]
fn fees_that_belong_to_an_amount_are_not_counted_twice() {
    let costs = Ground::of(&[ACCELERATED]).costs();
    let fees: i64 = costs.fees.iter().filter_map(Fee::cents).sum();
    let first = &costs.others[0];
    // Months 1 to 6: SAA, Terraform and CKA of an amount between $2,500 and $3,500.
    assert_eq!(first.fees, 15_000 + 7_050 + 44_500);
    assert_eq!(first.past + first.left, 300_000 - first.fees);
    // The fee of each exam is part of one amount at most.
    let within: i64 = costs.others.iter().map(|cost| cost.fees).sum();
    let risk = fee(&costs.fees, "exam-risk").cents().expect("a fee");
    assert_eq!(within, fees - risk, "only the last lies after month 48");
    let sum = costs.sum(FEES);
    assert_eq!(sum.whole(), 300_000 + 225_000 + 900_000 + risk);
}

#[test]
fn what_is_to_come_is_there_month_by_month_and_nothing_is_lost() {
    let mut ground = Ground::of(&[ACCELERATED]);
    ground.tick(0, &paid_key("exam-saa"), "2027-01-05");
    let costs = ground.costs();
    let sum = costs.sum(FEES);
    assert_eq!(sum.fees_paid, 15_000);
    assert!(sum.others_past > 0, "nine days have gone");
    let by_month: i64 = costs.months.iter().filter_map(|m| m.sums.get(FEES)).sum();
    assert_eq!(by_month, sum.to_come());
    assert_eq!(costs.months[0].first, day("2027-01-01"));
    assert!(
        costs
            .months
            .is_sorted_by(|a, b| a.first.plus_months(1) == b.first)
    );
    let cka = fee(&costs.fees, "exam-cka").day;
    let month = costs.months.iter().find(|m| m.first == cka.month_begins());
    assert_eq!(
        month.expect("May").exams,
        ["Certified Kubernetes Administrator"]
    );
    let months = i64::try_from(costs.months.len()).expect("a few");
    assert_eq!(costs.per_month(FEES), sum.to_come() / months);
}

#[test]
fn a_fee_that_is_late_is_due_this_month() {
    let mut ground = Ground::of(&[CONTAINERS]);
    ground.today = day("2040-03-15");
    let costs = ground.costs();
    assert_eq!(costs.months.len(), 1);
    assert_eq!(costs.months[0].first, day("2040-03-01"));
    assert_eq!(costs.months[0].sums[FEES], costs.sum(FEES).fees_to_come);
}

#[test]
fn the_learners_own_figure_holds_and_a_sat_exam_is_paid() {
    let mut ground = Ground::of(&[ACCELERATED]);
    ground.marks(0).priced.insert("exam-cka".to_owned(), 300);
    ground
        .marks(0)
        .priced
        .insert("money-first-half-year".to_owned(), 1_000);
    ground.tick(0, "exam-saa", "2027-01-08");
    let costs = ground.costs();
    let cka = fee(&costs.fees, "exam-cka");
    assert_eq!((cka.cents(), cka.today), (Some(30_000), Some(44_500)));
    let saa = fee(&costs.fees, "exam-saa");
    assert_eq!((saa.is_sat, saa.paid), (true, Some(day("2027-01-08"))));
    let first = &costs.others[0];
    assert_eq!(first.past + first.left, 100_000 - 15_000 - 7_050 - 30_000);
}

#[test]
fn two_paths_that_want_the_same_exam_pay_once() {
    let both = Ground::of(&[ACCELERATED, CONTAINERS]).costs();
    let cka = |fee: &&Fee| fee.codes == "CKA";
    assert_eq!(both.fees.iter().filter(cka).count(), 1);
    let one = Ground::of(&[ACCELERATED]).costs();
    // Of the three exams of the second path only CKAD is new.
    assert_eq!(both.fees.len(), one.fees.len() + 1);
}

#[test]
fn months_before_the_beginning_cost_nothing() {
    let mut ground = Ground::of(&[ACCELERATED]);
    ground.paths[0].1.first_month = 13;
    let costs = ground.costs();
    assert!(
        costs
            .others
            .iter()
            .all(|cost| cost.key.1 != "money-first-half-year")
    );
    let second = &costs.others[0];
    assert_eq!(second.key.1, "money-months-7-24");
    // Twelve of its eighteen months are left: $1,500, with the fees of CKS and of platform engineering.
    assert_eq!(second.past + second.left, 150_000 - 44_500 - 69_500);
}

#[test]
fn currencies_stay_apart() {
    let ground = Ground::of(&[ARCHITECT]);
    let said = said(&ground.on_road());
    let count = |currency: &str| said.iter().filter(|s| s.currency == currency).count();
    assert!(count("USD") > 5 && count("GBP") > 5);
    assert_eq!(said.len(), count("USD") + count("GBP"));
    let senior = said
        .iter()
        .find(|s| s.name == "Senior DevOps engineer" && s.currency == "GBP");
    let senior = senior.expect("a stage");
    assert_eq!((senior.said, senior.middle()), ((80_000, 110_000), 95_000));
    assert_eq!(key("pay-now", "USD"), "pay-now");
    assert_eq!(key("pay-now", "GBP"), "pay-now-gbp");
}

#[test]
fn a_rise_comes_on_top_and_what_is_earned_beside_is_no_pay() {
    let ground = Ground::of(&[ACCELERATED, CONTAINERS]);
    let said = said(&ground.on_road());
    let of = |income: Income| said.iter().filter(move |said| said.income == income);
    let rise = of(Income::Rise).next().expect("a rise");
    assert_eq!(rise.pay(Some(70_000)), Some(70_000 + 90_000));
    assert_eq!(rise.pay(None), None);
    assert_eq!(of(Income::Beside).count(), 4);
    assert!(of(Income::Beside).all(|said| said.pay(Some(1)).is_none()));
}

#[test]
fn what_comes_back_follows_from_the_figures() {
    let pay = Pay {
        now: Some(70_000),
        then: Some(100_000),
        costs: None,
    };
    let back = pay.back(500_000).expect("both are there");
    assert_eq!(back.gain(), 3_000_000);
    // $5,000 at $2,500 more a month.
    assert_eq!(back.payback_months(), Some(2.0));
    // $90,000 for $5,000: 17 for each, beside itself.
    assert_eq!(back.ratio(), Some(17.0));
    let less = Pay {
        then: Some(60_000),
        ..pay.clone()
    };
    let less = less.back(500_000).expect("both are there");
    assert_eq!((less.gain(), less.payback_months()), (-1_000_000, None));
    assert_eq!(
        Pay {
            then: None,
            ..pay.clone()
        }
        .back(1),
        None
    );
    assert_eq!(pay.back(0).expect("both").ratio(), None);
}
