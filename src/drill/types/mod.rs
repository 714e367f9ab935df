//! The generators, one to a file.
//!
//! Each draws a case (`Case::draw`), which holds every figure, and tells it (`Case::tell`) with the answer, the mistakes and the working.
//! The cases are public so that the tests can solve them in a second way.

pub mod autoscaling;
pub mod availability;
pub mod cidr;
pub mod crypto_keyspace;
pub mod dora;
pub mod dynamodb_capacity;
pub mod ebs_iops;
pub mod kinesis_shards;
pub mod kri_threshold;
pub mod queue_throughput;
pub mod rpo_rto;
pub mod slo_budget;
pub mod transfer_time;

use super::Type;

/// Every type, by its name.
pub const ALL: &[Type] = &[
    autoscaling::TYPE,
    availability::TYPE,
    cidr::TYPE,
    crypto_keyspace::TYPE,
    dora::TYPE,
    dynamodb_capacity::TYPE,
    ebs_iops::TYPE,
    kinesis_shards::TYPE,
    kri_threshold::TYPE,
    queue_throughput::TYPE,
    rpo_rto::TYPE,
    slo_budget::TYPE,
    transfer_time::TYPE,
];
