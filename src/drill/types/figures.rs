//! Amounts and shares, as most generators of cost and risk ask for them and tell them.

use crate::drill::number::{Precision, Ratio, Unit, dollars, plain, rounded, whole};
use crate::drill::question::{Mistake, Wanted};

/// A mistake that leads to a number.
pub(super) fn mistake(name: &'static str, value: Ratio, why: impl Into<String>) -> Mistake {
    Mistake {
        name,
        value,
        why: why.into(),
    }
}

/// Whole dollars.
pub(super) fn money(value: i64) -> String {
    dollars(whole(value))
}

/// Dollars and cents.
pub(super) fn cents(value: Ratio) -> String {
    dollars(rounded(value, 2))
}

/// `1,200 GB`.
pub(super) fn gb(value: i64) -> String {
    format!("{} GB", plain(whole(value)))
}

/// An amount that is asked for to the cent.
pub(super) fn in_dollars(value: Ratio, mistakes: Vec<Mistake>) -> Wanted {
    Wanted::Number {
        value,
        unit: Unit::Dollars,
        precision: Precision::Places(2),
        mistakes,
    }
}

/// A share that is asked for to a tenth of a percent.
pub(super) fn in_percent(value: Ratio, mistakes: Vec<Mistake>) -> Wanted {
    Wanted::Number {
        value,
        unit: Unit::Percent,
        precision: Precision::Places(1),
        mistakes,
    }
}
