//! The numbers that describe one learner's memory, with the version of the model they belong to.

use std::fmt;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// The version of the only layout there is: 21 weights of FSRS-6. FSRS-7 will be another number, since three
/// incompatible layouts of it are in circulation.
pub const VERSION: u16 = 6;

/// Parameters of the memory model; always finite and in the model's range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parameters {
    version: u16,
    #[serde(deserialize_with = "finite")]
    weights: Vec<f32>,
}

/// What is no number is equal to nothing and cannot be written as JSON.
fn finite<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<f32>, D::Error> {
    let weights = Vec::<f32>::deserialize(deserializer)?;
    if weights.iter().all(|weight| weight.is_finite()) {
        Ok(weights)
    } else {
        Err(D::Error::custom("a weight is a finite number"))
    }
}

/// Parameters that are used are finite, so equality is what it should be.
impl Eq for Parameters {}

/// Why weights are refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParametersError {
    /// A layout this version of Cairn doesn't know.
    Version(u16),
    /// Not 21 of them.
    Count(usize),
    /// One is not a number, infinite, or outside the model's range; its index.
    Value(usize),
}

impl fmt::Display for ParametersError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version(version) => {
                write!(f, "memory parameters of version {version} are unknown")
            }
            Self::Count(count) => write!(f, "{count} memory parameters where 21 are needed"),
            Self::Value(index) => write!(f, "memory parameter {index} is not usable"),
        }
    }
}

/// Lower and upper bounds of FSRS-6. Source: `parameter_clipper.rs` of fsrs 6.6.2, without its dependence
/// between weights.
const BOUNDS: [(f32, f32); 21] = [
    (0.001, 100.0),
    (0.001, 100.0),
    (0.001, 100.0),
    (0.001, 100.0),
    (1.0, 10.0),
    (0.001, 4.0),
    (0.001, 4.0),
    (0.001, 0.75),
    (0.0, 4.5),
    (0.0, 0.8),
    (0.001, 3.5),
    (0.001, 5.0),
    (0.001, 0.25),
    (0.001, 0.9),
    (0.0, 4.0),
    (0.0, 1.0),
    (1.0, 6.0),
    (0.0, 2.0),
    (0.0, 2.0),
    (0.0, 0.8),
    (0.1, 0.8),
];

impl Parameters {
    /// Takes weights of FSRS-6.
    pub fn fsrs6(weights: &[f32]) -> Result<Self, ParametersError> {
        let parameters = Self {
            version: VERSION,
            weights: weights.to_vec(),
        };
        parameters.check()?;
        Ok(parameters)
    }

    /// Checks parameters that came from a log or a file.
    pub fn check(&self) -> Result<(), ParametersError> {
        if self.version != VERSION {
            return Err(ParametersError::Version(self.version));
        }
        if self.weights.len() != BOUNDS.len() {
            return Err(ParametersError::Count(self.weights.len()));
        }
        for (index, (weight, (low, high))) in self.weights.iter().zip(BOUNDS).enumerate() {
            // A trained weight may stand a rounding error outside its bound.
            if !weight.is_finite() || *weight < low - 1e-4 || *weight > high + 1e-4 {
                return Err(ParametersError::Value(index));
            }
        }
        Ok(())
    }

    /// The version of the model that they belong to.
    pub fn version(&self) -> u16 {
        self.version
    }

    /// The weights, w0 to w20.
    pub fn weights(&self) -> &[f32] {
        &self.weights
    }
}

impl Default for Parameters {
    /// FSRS-6's published defaults, fitted to some 10,000 learners.
    fn default() -> Self {
        Self {
            version: VERSION,
            weights: fsrs::DEFAULT_PARAMETERS.to_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_in_range_and_nonsense_is_refused() {
        let defaults = Parameters::default();
        assert_eq!(defaults.check(), Ok(()));
        let mut weights = defaults.weights().to_vec();
        weights[3] = f32::NAN;
        assert_eq!(Parameters::fsrs6(&weights), Err(ParametersError::Value(3)));
        weights[3] = 1_000.0;
        assert_eq!(Parameters::fsrs6(&weights), Err(ParametersError::Value(3)));
        assert_eq!(Parameters::fsrs6(&[1.0]), Err(ParametersError::Count(1)));
    }
}
