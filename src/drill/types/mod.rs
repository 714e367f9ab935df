//! The generators, one to a file.
//!
//! Each draws a case (`Case::draw`), which holds every figure, and tells it (`Case::tell`) with the answer, the mistakes and the working.
//! The cases are public so that the tests can solve them in a second way.

// The figures of one question are alike by nature: `first` and `fits`, `parts` and `part`.
#![allow(clippy::similar_names)]

pub mod autoscaling;
pub mod availability;
pub mod cidr;
pub mod commitment_breakeven;
pub mod commitment_coverage;
pub mod dora;
pub mod dynamodb_capacity;
pub mod ebs_iops;
pub mod etcd_quorum;
pub mod finops_unit;
pub mod forecast_variance;
pub mod hpa;
pub mod kinesis_shards;
mod parts;
pub mod qos;
pub mod queue_throughput;
pub mod rollout_math;
pub mod rpo_rto;
pub mod slo_budget;
pub mod transfer_time;

use super::Type;

/// Every type, by its name.
pub const ALL: &[Type] = &[
    autoscaling::TYPE,
    availability::TYPE,
    cidr::TYPE,
    commitment_breakeven::TYPE,
    commitment_coverage::TYPE,
    dora::TYPE,
    dynamodb_capacity::TYPE,
    ebs_iops::TYPE,
    etcd_quorum::TYPE,
    finops_unit::TYPE,
    forecast_variance::TYPE,
    hpa::TYPE,
    kinesis_shards::TYPE,
    qos::TYPE,
    queue_throughput::TYPE,
    rollout_math::TYPE,
    rpo_rto::TYPE,
    slo_budget::TYPE,
    transfer_time::TYPE,
];
