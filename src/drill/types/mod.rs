//! The generators, one to a file.
//!
//! Each draws a case (`Case::draw`), which holds every figure, and tells it (`Case::tell`) with the answer, the mistakes and the working.
//! The cases are public so that the tests can solve them in a second way.

pub mod bgp_route;
pub mod cidr;
pub mod commitment_breakeven;
pub mod commitment_coverage;
pub mod data_transfer_cost;
pub mod evm;
pub mod finops_unit;
pub mod flow_log;
pub mod forecast_variance;
pub mod pert_cpm;
pub mod risk_ale;
pub mod s3_cost;
pub mod tco;

use super::Type;

/// Every type, by its name.
pub const ALL: &[Type] = &[
    bgp_route::TYPE,
    cidr::TYPE,
    commitment_breakeven::TYPE,
    commitment_coverage::TYPE,
    data_transfer_cost::TYPE,
    evm::TYPE,
    finops_unit::TYPE,
    flow_log::TYPE,
    forecast_variance::TYPE,
    pert_cpm::TYPE,
    risk_ale::TYPE,
    s3_cost::TYPE,
    tco::TYPE,
];
