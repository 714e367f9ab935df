//! What moving data costs: out to the internet, between zones, through NAT gateways and through endpoints.
//!
//! Data that comes in is free; data that goes out to the internet is billed in steps, between zones it is billed on both sides. A NAT
//! gateway is billed by the hour and by each GB that it processes, on top of the transfer itself; a gateway endpoint (S3, `DynamoDB`) is
//! free, an interface endpoint is billed by hour, zone and GB (Amazon EC2 pricing, "Data transfer"; Amazon VPC pricing; AWS `PrivateLink`
//! pricing). Every price stands in the question. Months have 730 hours.

mod several;
mod single;

use super::figures::{cents, gb, in_dollars, mistake};
use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Ratio, decimal};
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "data-transfer-cost",
    name: "Cost of moving data",
    about: "internet egress, traffic between zones, NAT gateways against endpoints",
    version: 1,
    seconds: [40, 80, 140],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// Hours of a month as prices reckon them.
const MONTH: i64 = 730;

/// What is asked. Volumes are GB of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Out to the internet.
    Egress {
        /// Out.
        out: i64,
        /// In.
        inbound: i64,
        /// GB that are free.
        free: i64,
        /// Dollars of a GB.
        price: Ratio,
    },
    /// Between two zones, billed on both sides.
    Zones {
        /// To and fro together.
        volume: i64,
        /// Dollars of a GB on each side.
        price: Ratio,
    },
    /// NAT gateways, one in each zone.
    Nat {
        /// Zones.
        zones: i64,
        /// Dollars of an hour.
        hourly: Ratio,
        /// Dollars of a GB.
        processed: Ratio,
        /// GB.
        volume: i64,
    },
    /// What a gateway endpoint saves, where the NAT gateway stays.
    Endpoint {
        /// Dollars of an hour of the NAT gateway.
        hourly: Ratio,
        /// Dollars of a GB through it.
        processed: Ratio,
        /// GB through it.
        volume: i64,
        /// Percent of them that go to S3.
        to_s3: i64,
    },
    /// Out to the internet through a NAT gateway, in steps.
    Steps {
        /// GB out.
        out: i64,
        /// GB that are free.
        free: i64,
        /// Where the second price begins, in GB out.
        step: i64,
        /// Dollars of a GB up to there.
        price: Ratio,
        /// Dollars of a GB beyond.
        beyond: Ratio,
        /// Dollars of a GB through the gateway.
        processed: Ratio,
        /// Dollars of an hour of the gateway.
        hourly: Ratio,
    },
    /// From how many GB on an interface endpoint is cheaper than a NAT gateway that stays anyhow.
    Even {
        /// Zones of the endpoint.
        zones: i64,
        /// Dollars of an hour and zone of it.
        hourly: Ratio,
        /// Dollars of a GB through it.
        price: Ratio,
        /// Dollars of a GB through the gateway.
        processed: Ratio,
    },
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        let hourly = decimal(dice.between(40, 60), 3);
        let processed = decimal(dice.between(40, 60), 3);
        let price = decimal(dice.between(80, 114), 3);
        let first = dice.chance(1, 2);
        match (level, first) {
            (Level::Easy, true) => {
                let out = dice.steps(400, 6_000, 100);
                Self::Egress {
                    out,
                    inbound: dice.steps(200, 3_000, 100),
                    free: 100,
                    price,
                }
            }
            (Level::Easy, false) => Self::Zones {
                volume: dice.steps(1_000, 40_000, 500),
                price: decimal(dice.between(10, 12), 3),
            },
            (Level::Medium, true) => Self::Nat {
                zones: dice.between(2, 3),
                hourly,
                processed,
                volume: dice.steps(500, 12_000, 100),
            },
            (Level::Medium, false) => Self::Endpoint {
                hourly,
                processed,
                volume: dice.steps(2_000, 30_000, 500),
                to_s3: dice.steps(30, 80, 5),
            },
            (Level::Hard, true) => Self::Steps {
                out: dice.steps(12_240, 40_240, 500),
                free: 100,
                step: 10_240,
                price,
                beyond: price - decimal(dice.between(4, 12), 3),
                processed,
                hourly,
            },
            (Level::Hard, false) => Self::Even {
                zones: dice.between(2, 3),
                hourly: decimal(dice.between(10, 14), 3),
                price: decimal(dice.between(10, 14), 3),
                processed,
            },
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Egress {
                out,
                inbound,
                free,
                price,
            } => single::egress(out, inbound, free, price),
            Self::Zones { volume, price } => single::zones(volume, price),
            Self::Nat {
                zones,
                hourly,
                processed,
                volume,
            } => single::nat(zones, hourly, processed, volume),
            Self::Endpoint {
                hourly,
                processed,
                volume,
                to_s3,
            } => several::endpoint(hourly, processed, volume, to_s3),
            Self::Steps { .. } => several::steps(self),
            Self::Even {
                zones,
                hourly,
                price,
                processed,
            } => several::even(zones, hourly, price, processed),
        }
    }
}
