//! Drills: every question of 10,000 seeds at each level is solved a second way, and keeps what holds for all of them.
//!
//! A type's own file solves its cases by counting, by brute force or with somebody else's crate, and says what its levels move.

mod access_model;
mod autoscaling;
mod availability;
mod bgp_route;
mod cidr;
mod commitment_breakeven;
mod commitment_coverage;
mod cron;
mod crypto_keyspace;
mod data_transfer_cost;
mod dns_name;
mod dora;
mod dynamodb_capacity;
mod ebs_iops;
mod etcd_quorum;
mod every;
mod evm;
mod figures;
mod finops_unit;
mod flow_log;
mod forecast_variance;
mod golden;
mod hpa;
mod iam_eval;
mod kinesis_shards;
mod kri_threshold;
mod nacl_sg_route;
mod netpol;
mod pert_cpm;
mod pss;
mod qos;
mod queue_throughput;
mod rbac;
mod risk_ale;
mod rollout_math;
mod rpo_rto;
mod s3_cost;
mod scheduling_fit;
mod slo_budget;
mod tco;
mod tf_constraints;
mod transfer_time;

use cairn::deck::item::Level;
use cairn::drill::Type;
use cairn::drill::dice::Dice;
use cairn::drill::number::Ratio;
use cairn::drill::question::{Question, Wanted};

/// Seeds of each type at each of its three levels.
pub(crate) const SEEDS: u32 = 10_000;

pub(crate) const LEVELS: [Level; 3] = [Level::Easy, Level::Medium, Level::Hard];

/// Draws the case of each seed at each level and gives it to `check`, with a word for messages.
pub(crate) fn each<C>(
    of: &Type,
    draw: fn(&mut Dice, Level) -> C,
    mut check: impl FnMut(C, Level, &str),
) {
    for level in LEVELS {
        for seed in 0..SEEDS {
            let mut dice = Dice::new(of.id, of.version, level, seed);
            let case = draw(&mut dice, level);
            check(case, level, &format!("{} {} {seed}", of.id, level.word()));
        }
    }
}

/// The number that is right.
pub(crate) fn number(question: &Question) -> Ratio {
    match &question.wanted {
        Wanted::Number { value, .. } => *value,
        Wanted::Text { right, .. } => panic!("a text: {right}"),
    }
}

/// The text that is right.
pub(crate) fn text(question: &Question) -> &str {
    match &question.wanted {
        Wanted::Text { right, .. } => right,
        Wanted::Number { value, .. } => panic!("a number: {value}"),
    }
}

/// The wrong texts.
pub(crate) fn wrong(question: &Question) -> Vec<&str> {
    match &question.wanted {
        Wanted::Text { wrong, .. } => wrong.iter().map(|of| of.text.as_str()).collect(),
        Wanted::Number { value, .. } => panic!("a number: {value}"),
    }
}

/// Fails unless the stem says every one of these.
pub(crate) fn says(question: &Question, figures: &[String], case: &str) {
    for figure in figures {
        assert!(
            question.stem.contains(figure),
            "{case}: no {figure} in: {}",
            question.stem
        );
    }
}
