//! The generators, one to a file.
//!
//! Each draws a case (`Case::draw`), which holds every figure, and tells it (`Case::tell`) with the answer, the mistakes and the working.
//! The cases are public so that the tests can solve them in a second way.

pub mod access_model;
pub mod cidr;
pub mod cron;
pub mod dns_name;
pub mod etcd_quorum;
pub mod hpa;
pub mod iam_eval;
pub mod nacl_sg_route;
pub mod netpol;
mod parts;
pub mod pss;
pub mod qos;
pub mod rbac;
pub mod rollout_math;
pub mod scheduling_fit;
pub mod tf_constraints;

use super::Type;

/// Every type, by its name.
pub const ALL: &[Type] = &[
    access_model::TYPE,
    cidr::TYPE,
    cron::TYPE,
    dns_name::TYPE,
    etcd_quorum::TYPE,
    hpa::TYPE,
    iam_eval::TYPE,
    nacl_sg_route::TYPE,
    netpol::TYPE,
    pss::TYPE,
    qos::TYPE,
    rbac::TYPE,
    rollout_math::TYPE,
    scheduling_fit::TYPE,
    tf_constraints::TYPE,
];
