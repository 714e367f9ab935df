//! What the learner did on the roadmap, as the log keeps it: as text.
//!
//! The log need not know what a path is, and the module that a first visit loads has no roadmap. So these facts are kept as plain data,
//! in order, and the room of the roadmap reads them (`roadmap::fact`). One that a newer version wrote is kept like the others.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::{FactId, History};
use crate::time::Stamp;

/// Plain data as JSON. In a line of the log it stands as what it is, in a segment as its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoadText(String);

impl RoadText {
    /// Of plain data; the same data is always the same text.
    #[cfg(feature = "whole")]
    pub fn new(value: &serde_json::Value) -> Self {
        Self(value.to_string())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Serialize for RoadText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            return serializer.serialize_str(&self.0);
        }
        let value: &RawValue = serde_json::from_str(&self.0).map_err(serde::ser::Error::custom)?;
        value.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for RoadText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            let value = Box::<RawValue>::deserialize(deserializer)?;
            return Ok(Self(value.get().to_owned()));
        }
        let text = String::deserialize(deserializer)?;
        // What is no data could not be written as a line again. The small module writes none, and has no reader of them.
        #[cfg(feature = "whole")]
        if let Err(error) = serde_json::from_str::<&RawValue>(&text) {
            return Err(serde::de::Error::custom(error));
        }
        Ok(Self(text))
    }
}

impl History {
    /// What was done on the roadmap, in order.
    pub fn road(&self) -> &[(Stamp, FactId, RoadText)] {
        self.road.writes()
    }
}
