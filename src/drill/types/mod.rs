//! The generators, one to a file.
//!
//! Each draws a case (`Case::draw`), which holds every figure, and tells it (`Case::tell`) with the answer, the mistakes and the working.
//! The cases are public so that the tests can solve them in a second way.

// The figures of one question are alike by nature: `first` and `fits`, `parts` and `part`.
#![allow(clippy::similar_names)]

pub mod availability;
pub mod cidr;
pub mod commitment_breakeven;
pub mod commitment_coverage;
pub mod etcd_quorum;
pub mod finops_unit;
pub mod forecast_variance;
pub mod hpa;
mod parts;
pub mod qos;
pub mod rollout_math;
pub mod rpo_rto;
pub mod slo_budget;

use super::Type;

/// Every type, by its name.
pub const ALL: &[Type] = &[
    availability::TYPE,
    cidr::TYPE,
    commitment_breakeven::TYPE,
    commitment_coverage::TYPE,
    etcd_quorum::TYPE,
    finops_unit::TYPE,
    forecast_variance::TYPE,
    hpa::TYPE,
    qos::TYPE,
    rollout_math::TYPE,
    rpo_rto::TYPE,
    slo_budget::TYPE,
];
