//! One fact as one line: a checksum, then JSON. `c0ffee12 {"w":"…","n":1,"t":…,"o":60,"answered":{…}}`

use crc::{CRC_32_ISO_HDLC, Crc, Table};

use super::bulk::fits;
use super::model::TEXT_MAX;
use crate::review::Fact;

/// The checksum of lines and segments.
pub(super) const CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// What a line holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A fact of this version.
    Known(Box<Fact>),
    /// A whole line that this version cannot read: written by a newer one. It is kept as it is.
    Foreign(String),
}

/// A line that was not stored whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineError;

/// The line of a fact, without a line end.
pub fn encode_line(fact: &Fact) -> String {
    // A fact holds texts, numbers and lists of them; serde_json refuses none of these.
    let json = serde_json::to_string(fact).unwrap_or_default();
    format!("{:08x} {json}", CRC.checksum(json.as_bytes()))
}

/// Reads a line.
pub fn decode_line(line: &str) -> Result<Line, LineError> {
    let (sum, json) = line.split_once(' ').ok_or(LineError)?;
    let sum = u32::from_str_radix(sum, 16).map_err(|_| LineError)?;
    if CRC.checksum(json.as_bytes()) != sum {
        return Err(LineError);
    }
    match serde_json::from_str(json) {
        Ok(fact) if fits(&fact) => Ok(Line::Known(Box::new(fact))),
        Err(_) if line.len() <= TEXT_MAX && !line.ends_with('\r') => {
            Ok(Line::Foreign(line.to_owned()))
        }
        // Longer than what a segment keeps, or with an end that would not come back out of a file.
        _ => Err(LineError),
    }
}
