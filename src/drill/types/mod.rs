//! The generators, one to a file.
//!
//! Each draws a case (`Case::draw`), which holds every figure, and tells it (`Case::tell`) with the answer, the mistakes and the working.
//! The cases are public so that the tests can solve them in a second way.

// The figures of one question are alike by nature: `first` and `fits`, `parts` and `part`.
#![allow(clippy::similar_names)]

pub mod access_model;
pub mod autoscaling;
pub mod availability;
pub mod bgp_route;
pub mod cidr;
pub mod commitment_breakeven;
pub mod commitment_coverage;
pub mod cron;
pub mod crypto_keyspace;
pub mod data_transfer_cost;
pub mod dns_name;
pub mod dora;
pub mod dynamodb_capacity;
pub mod ebs_iops;
pub mod etcd_quorum;
pub mod evm;
mod figures;
pub mod finops_unit;
pub mod flow_log;
pub mod forecast_variance;
pub mod hpa;
pub mod iam_eval;
pub mod kinesis_shards;
pub mod kri_threshold;
pub mod nacl_sg_route;
pub mod netpol;
pub(in crate::drill) mod parts;
pub mod pert_cpm;
pub mod pss;
pub mod qos;
pub mod queue_throughput;
pub mod rbac;
pub mod risk_ale;
pub mod rollout_math;
pub mod rpo_rto;
pub mod s3_cost;
pub mod scheduling_fit;
pub mod slo_budget;
pub mod tco;
pub mod tf_constraints;
pub mod transfer_time;

use super::Type;

/// Every type, by its name.
pub const ALL: &[Type] = &[
    access_model::TYPE,
    autoscaling::TYPE,
    availability::TYPE,
    bgp_route::TYPE,
    cidr::TYPE,
    commitment_breakeven::TYPE,
    commitment_coverage::TYPE,
    cron::TYPE,
    crypto_keyspace::TYPE,
    data_transfer_cost::TYPE,
    dns_name::TYPE,
    dora::TYPE,
    dynamodb_capacity::TYPE,
    ebs_iops::TYPE,
    etcd_quorum::TYPE,
    evm::TYPE,
    finops_unit::TYPE,
    flow_log::TYPE,
    forecast_variance::TYPE,
    hpa::TYPE,
    iam_eval::TYPE,
    kinesis_shards::TYPE,
    kri_threshold::TYPE,
    nacl_sg_route::TYPE,
    netpol::TYPE,
    pert_cpm::TYPE,
    pss::TYPE,
    qos::TYPE,
    queue_throughput::TYPE,
    rbac::TYPE,
    risk_ale::TYPE,
    rollout_math::TYPE,
    rpo_rto::TYPE,
    s3_cost::TYPE,
    scheduling_fit::TYPE,
    slo_budget::TYPE,
    tco::TYPE,
    tf_constraints::TYPE,
    transfer_time::TYPE,
];
