//! The strength of algorithms, and of a system of several.

use super::Case;
use crate::drill::dice::Dice;
use crate::drill::question::{Question, Wanted, Wrong};

/// An algorithm: its name, its security strength in bits, and the size that is printed on it.
type Algorithm = (&'static str, i64, i64);

/// For signatures and the exchange of keys: the size of the modulus or the curve is not the strength.
const PUBLIC: [Algorithm; 6] = [
    ("RSA with 2,048 bits", 112, 2_048),
    ("RSA with 3,072 bits", 128, 3_072),
    ("RSA with 7,680 bits", 192, 7_680),
    ("ECDSA on the curve P-256", 128, 256),
    ("ECDSA on the curve P-384", 192, 384),
    ("ECDSA on the curve P-224", 112, 224),
];

const CIPHERS: [Algorithm; 4] = [
    ("AES-128", 128, 128),
    ("AES-192", 192, 192),
    ("AES-256", 256, 256),
    ("Triple DES with three keys (168 bits)", 112, 168),
];

/// For signatures: two inputs with the same hash are enough to forge one, so half of the bits count.
const HASHES: [Algorithm; 4] = [
    ("SHA-224", 112, 224),
    ("SHA-256", 128, 256),
    ("SHA-384", 192, 384),
    ("SHA-512", 256, 512),
];

pub(super) fn draw(dice: &mut Dice) -> Case {
    Case::Weakest {
        public: dice.below(PUBLIC.len() as u32) as usize,
        cipher: dice.below(CIPHERS.len() as u32) as usize,
        hash: dice.below(HASHES.len() as u32) as usize,
    }
}

fn bits(value: i64) -> String {
    format!("{value} bits")
}

/// The strengths that people take for the right one, the likeliest first.
fn other_strengths(all: [Algorithm; 3], right: i64) -> Vec<Wrong> {
    let [sign, lock, sum] = all;
    let strongest = sign.1.max(lock.1).max(sum.1);
    let printed = sign.2.min(lock.2).min(sum.2);
    let weak = all
        .iter()
        .find(|of| of.1 == right)
        .map_or(sign.0, |of| of.0);
    let options = [
        (
            "printed sizes",
            printed,
            format!(
                "That is the least of the sizes in the names. A size is not the strength: {weak} has only {right} bits."
            ),
        ),
        (
            "strongest",
            strongest,
            format!(
                "That is the strongest of the three. A chain breaks at its weakest: {right} bits."
            ),
        ),
        (
            "cipher alone",
            lock.1,
            format!("That is the cipher alone. {weak} has only {right} bits."),
        ),
        (
            "strength halved",
            right / 2,
            format!("{right} bits are the strength already; nothing is halved once more."),
        ),
        (
            "another row",
            if right == 112 { 128 } else { 112 },
            format!("{weak} has {right} bits, and that is the least of the three."),
        ),
        (
            "hash in full",
            sum.2,
            "A hash of a signature counts half of its bits, as a collision is enough.".to_owned(),
        ),
    ];
    options
        .into_iter()
        .filter(|(_, value, _)| *value != right)
        .map(|(name, value, why)| Wrong {
            name,
            text: bits(value),
            why,
        })
        .collect()
}

pub(super) fn weakest(public: usize, cipher: usize, hash: usize) -> Question {
    let (sign, lock, sum) = (PUBLIC[public], CIPHERS[cipher], HASHES[hash]);
    let all = [sign, lock, sum];
    let right = sign.1.min(lock.1).min(sum.1);
    let list: Vec<String> = all
        .iter()
        .map(|of| format!("{}: {} bits", of.0, of.1))
        .collect();
    Question {
        stem: format!(
            "A system signs with {} over hashes of {} and encrypts with {}. What is the security strength of the whole, as NIST compares algorithms?",
            sign.0, sum.0, lock.0
        ),
        why: format!("The weakest of the three has {right} bits."),
        working: format!(
            "{}. A hash of n bits resists collisions with n / 2, a curve of n bits has n / 2, and RSA needs thousands of bits. The least: **{right} bits**.",
            list.join(", ")
        ),
        wanted: Wanted::Text {
            right: bits(right),
            wrong: other_strengths(all, right),
        },
    }
}
