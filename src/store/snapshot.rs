//! A snapshot as bytes, with the texts of the log that it has taken in. It is used only if all of these are still there: a snapshot
//! that knows more than the log is a sign of loss, and the log counts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::scan::Part;
use super::segment::decode;
use crate::review::{IdSet, Snapshot};

/// Texts of the log by name, with their checksums.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover(BTreeMap<String, u32>);

impl Cover {
    /// The texts found at a start.
    pub fn of<'a>(parts: impl Iterator<Item = &'a Part>) -> Self {
        Self(parts.map(|part| (part.key.clone(), part.sum)).collect())
    }

    /// Takes in a text that was written since, if the snapshot knows every fact in it.
    pub fn add(&mut self, key: &str, text: &str, known: &IdSet) {
        let Ok((segment, sum, _)) = decode(text) else {
            return;
        };
        let mut facts = segment.runs.iter().flat_map(|run| &run.facts);
        if segment.lines.is_empty() && facts.all(|fact| known.contains(fact.id)) {
            self.0.insert(key.to_owned(), sum);
        }
    }

    /// The checksum of a text that has been taken in.
    pub fn sum(&self, key: &str) -> Option<u32> {
        self.0.get(key).copied().filter(|sum| *sum != 0)
    }

    /// Whether every text is still there, as it was or grown.
    pub fn is_there<'a>(&self, parts: impl Iterator<Item = &'a Part>) -> bool {
        parts.filter(|part| self.0.contains_key(&part.key)).count() == self.0.len()
    }

    /// Whether a part has been taken in, as it is.
    pub fn has(&self, part: &Part) -> bool {
        part.sum != 0 && !part.has_lines() && self.0.get(&part.key) == Some(&part.sum)
    }
}

/// The checksum of a snapshot. It takes eight bytes at a time: a snapshot has some megabytes, is read before anything is shown, and is a cache.
/// Each step is one of a multiplicative hash (the constant is 2^64 over the golden ratio, made odd; Knuth, TAOCP 6.4), and any one
/// changed word changes the sum, since every step can be undone.
pub fn snapshot_sum(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    let all = words.iter().chain([&last]);
    all.fold(bytes.len() as u64, |sum, word| {
        (sum.rotate_left(23) ^ u64::from_le_bytes(*word)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    })
}

/// A snapshot with what it covers, as bytes with a checksum in front.
pub fn encode_snapshot(snapshot: &Snapshot, cover: &Cover) -> Vec<u8> {
    // Plain data of known lengths: postcard refuses none of it.
    let body = postcard::to_allocvec(&(cover, snapshot)).unwrap_or_default();
    let mut bytes = snapshot_sum(&body).to_le_bytes().to_vec();
    bytes.extend(body);
    bytes
}

/// Reads a snapshot; `None` if it is not as it was written.
pub fn decode_snapshot(bytes: &[u8]) -> Option<(Cover, Snapshot)> {
    let (noted, body) = bytes.split_first_chunk::<8>()?;
    if snapshot_sum(body) != u64::from_le_bytes(*noted) {
        return None;
    }
    postcard::from_bytes(body).ok()
}
