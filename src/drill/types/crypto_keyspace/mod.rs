//! How many keys, how strong, how long to search.
//!
//! Everybody with everybody is n(n - 1) / 2 shared keys, or n pairs of keys. A key of k bits is found after 2^(k - 1) tries on average; two
//! equal hashes of n bits after about 2^(n / 2) (birthday bound). Algorithms are compared by their security strength, and a system is as
//! strong as the weakest of them (NIST SP 800-57 part 1 revision 5, section 5.6.1; SP 800-107 on hashes).

mod strength;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Precision, Ratio, Unit, plain, rounded, whole};
use crate::drill::question::{Mistake, Question, Wanted};

/// The type.
pub const TYPE: Type = Type {
    id: "crypto-keyspace",
    name: "Keys and strengths",
    about: "keys for n people, searching a key, collisions, the weakest algorithm",
    version: 1,
    seconds: [35, 50, 90],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// Shared keys for everybody with everybody.
    Shared {
        /// People.
        people: i64,
    },
    /// Keys where each has a pair.
    Pairs {
        /// People.
        people: i64,
    },
    /// Shared keys that are new when people join.
    Join {
        /// People.
        people: i64,
        /// More of them.
        more: i64,
    },
    /// Tries for a key on average, as a power of two.
    Tries {
        /// Bits of the key.
        bits: i64,
        /// Tries a second, as a power of two.
        speed: i64,
    },
    /// Hours to search passwords, on average.
    Search {
        /// Different characters.
        letters: i64,
        /// Length.
        length: i64,
        /// Millions of tries a second.
        speed: i64,
    },
    /// The strength of a system, by places in the table of algorithms.
    Weakest {
        /// Key exchange or signature.
        public: usize,
        /// Cipher.
        cipher: usize,
        /// Hash of the signature.
        hash: usize,
    },
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            Level::Easy if dice.chance(1, 2) => Self::Shared {
                people: dice.between(5, 120),
            },
            Level::Easy => Self::Pairs {
                people: dice.between(5, 120),
            },
            Level::Medium if dice.chance(1, 2) => Self::Join {
                people: dice.between(6, 60),
                more: dice.between(1, 6),
            },
            Level::Medium => Self::Tries {
                bits: 8 * dice.between(5, 16),
                speed: dice.between(20, 38),
            },
            Level::Hard if dice.chance(1, 2) => strength::draw(dice),
            Level::Hard => {
                let (letters, length) = *dice.pick(&[
                    (10, 13),
                    (10, 14),
                    (26, 9),
                    (26, 10),
                    (36, 8),
                    (36, 9),
                    (52, 8),
                    (62, 7),
                    (62, 8),
                    (94, 7),
                ]);
                Self::Search {
                    letters,
                    length,
                    speed: 5 * dice.between(4, 20),
                }
            }
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Shared { people } => shared(people),
            Self::Pairs { people } => pairs(people),
            Self::Join { people, more } => join(people, more),
            Self::Tries { bits, speed } => tries(bits, speed),
            Self::Search {
                letters,
                length,
                speed,
            } => search(letters, length, speed),
            Self::Weakest {
                public,
                cipher,
                hash,
            } => strength::weakest(public, cipher, hash),
        }
    }
}

fn slip(name: &'static str, value: i64, why: impl Into<String>) -> Mistake {
    Mistake {
        name,
        value: whole(value),
        why: why.into(),
    }
}

fn count(value: i64, mistakes: Vec<Mistake>) -> Wanted {
    Wanted::Number {
        value: whole(value),
        unit: Unit::None,
        precision: Precision::Exact,
        mistakes,
    }
}

fn said(value: i64) -> String {
    plain(whole(value))
}

/// Keys of everybody with everybody.
fn full(people: i64) -> i64 {
    people * (people - 1) / 2
}

fn shared(people: i64) -> Question {
    let right = full(people);
    let mistakes = vec![
        slip(
            "each pair twice",
            people * (people - 1),
            "That counts each key twice, once for each of the two who share it.",
        ),
        slip(
            "pairs of keys",
            people * 2,
            "That is for pairs of a public and a private key. A shared key is needed for every two people.",
        ),
        slip(
            "squared",
            people * people / 2,
            "Nobody needs a key with themselves.",
        ),
        slip(
            "one each",
            people,
            "One key each would be a key that nobody else knows.",
        ),
    ];
    Question {
        stem: format!(
            "{people} people want to write to each other with symmetric encryption only, every two of them with a key of their own. How many keys are needed in all?"
        ),
        wanted: count(right, mistakes),
        why: format!("{people} x {} / 2.", people - 1),
        working: format!(
            "Each of {people} has {} others, and two share a key: {people} x {} / 2 = **{}**.",
            people - 1,
            people - 1,
            said(right)
        ),
    }
}

fn pairs(people: i64) -> Question {
    let right = people * 2;
    let mistakes = vec![
        slip(
            "shared keys",
            full(people),
            "That is for symmetric keys, one for every two people.",
        ),
        slip(
            "pairs for keys",
            people,
            "That is the number of pairs. Each has two keys, a public and a private one.",
        ),
        slip(
            "each with each",
            people * (people - 1),
            "Everybody uses the same public key of a person, so no key is needed for every two of them.",
        ),
    ];
    Question {
        stem: format!(
            "{people} people want to write to each other with asymmetric encryption, each with one pair of keys. How many keys, public and private ones, are there in all?"
        ),
        wanted: count(right, mistakes),
        why: format!("2 x {people}."),
        working: format!(
            "Each person has one public and one private key: 2 x {people} = **{}**.",
            said(right)
        ),
    }
}

fn join(people: i64, more: i64) -> Question {
    let right = full(people + more) - full(people);
    let mistakes = vec![
        slip(
            "among the new ones left out",
            people * more,
            "The new ones write to each other as well.",
        ),
        slip(
            "all keys",
            full(people + more),
            "That is how many there are then. The question asks how many are new.",
        ),
        slip(
            "one each",
            more,
            "A new person needs a key with each of the others, not one.",
        ),
        slip(
            "pairs of keys",
            more * 2,
            "That is for pairs of a public and a private key. Here the keys are shared ones.",
        ),
        slip(
            "new ones alone",
            full(more),
            "Those are the keys among the new ones alone.",
        ),
    ];
    let among = full(more);
    Question {
        stem: format!(
            "{people} people write to each other with symmetric encryption, every two of them with a key of their own. {more} more {} in. How many new keys are needed?",
            if more == 1 {
                "person comes"
            } else {
                "people come"
            }
        ),
        wanted: count(right, mistakes),
        why: format!("{people} x {more} with the others and {among} among the new."),
        working: format!(
            "Each new one with each of the {people}: {people} x {more} = {}. Among the new: {more} x {} / 2 = {among}. Together **{}**.",
            people * more,
            more - 1,
            said(right)
        ),
    }
}

fn tries(bits: i64, speed: i64) -> Question {
    let right = bits - 1 - speed;
    let mut mistakes = vec![
        slip(
            "whole space",
            bits - speed,
            "That is the time until the last key is tried. On average half of them are enough, which is one bit less.",
        ),
        slip(
            "one bit too few",
            right - 1,
            "Half of the keys is one bit less, not two.",
        ),
        slip(
            "speed left out",
            bits - 1,
            format!("That is the number of tries. 2^{speed} of them are done each second."),
        ),
        slip(
            "speed added",
            bits - 1 + speed,
            "To divide powers of two, subtract the exponents.",
        ),
    ];
    // Less than a second is nothing that anybody would type here.
    if bits / 2 > speed {
        mistakes.push(slip(
            "bits halved",
            bits / 2 - speed,
            "Half of 2^n keys are 2^(n - 1), not 2^(n / 2). The root belongs to collisions.",
        ));
    }
    Question {
        stem: format!(
            "A machine tries 2^{speed} keys a second. How many seconds does it need on average to find a key of {bits} bits by trying one after the other? Give the n of 2^n."
        ),
        wanted: count(right, mistakes),
        why: format!("2^{} tries at 2^{speed} a second.", bits - 1),
        working: format!(
            "On average half of the 2^{bits} keys are tried: 2^{}. 2^{} / 2^{speed} = 2^({} - {speed}), so n is **{right}**.",
            bits - 1,
            bits - 1,
            bits - 1
        ),
    }
}

fn search(letters: i64, length: i64, speed: i64) -> Question {
    let space = (0..length).fold(whole(1), |all, _| all * whole(letters));
    let hours = |tries: Ratio| tries / whole(speed * 1_000_000) / whole(3_600);
    let right = hours(space) / whole(2);
    let wide = |name, value, why: &str| Mistake {
        name,
        value,
        why: why.to_owned(),
    };
    let shorter = format!("That is for {} characters; there are {length}.", length - 1);
    let mistakes = vec![
        wide(
            "whole space",
            hours(space),
            "That is the time until the last one is tried. On average half of them are enough.",
        ),
        wide("one character fewer", right / whole(letters), &shorter),
        wide("seconds", right * whole(3_600), "That is in seconds."),
        wide("minutes", right * whole(60), "That is in minutes."),
        wide("days", right / whole(24), "That is in days."),
    ];
    Question {
        stem: format!(
            "Passwords have exactly {length} characters, drawn by chance from {letters} different ones. {speed} million of them can be tried each second. How long does it take on average to find one?"
        ),
        wanted: Wanted::Number {
            value: right,
            unit: Unit::Word("hour", "hours"),
            precision: Precision::Places(1),
            mistakes,
        },
        why: format!("Half of {letters}^{length} = {} passwords.", plain(space)),
        working: format!(
            "{letters}^{length} = {} passwords, of which half are tried on average: {}. At {speed},000,000 a second and 3,600 seconds an hour that takes **{} hours**.",
            plain(space),
            plain(space / whole(2)),
            plain(rounded(right, 1))
        ),
    }
}
