//! Shards of a stream: the limits on bytes and on records, in and out.
//!
//! A shard takes 1 MB and 1,000 records a second and gives 2 MB a second to all consumers that share it; a consumer with enhanced
//! fan-out has 2 MB a second of each shard for itself (Amazon Kinesis Data Streams developer guide, "Quotas and limits"). The stem says
//! the limits and that no other counts, since a shard has more of them, such as one on the records that are read. What a shard takes is
//! never more than half of what it gives, so fan-out never decides.

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Precision, Ratio, Unit, ceil, decimal, plain, ratio, whole};
use crate::drill::question::{Mistake, Question, Wanted};

/// The type.
pub const TYPE: Type = Type {
    id: "kinesis-shards",
    name: "Kinesis shards",
    about: "how many shards a stream needs for its bytes, its records and its consumers",
    version: 1,
    seconds: [40, 60, 100],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// A stream and those who read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// Records a second.
    pub records: i64,
    /// Size of a record, in tenths of a KB.
    pub size: i64,
    /// Records that the producer packs into one of the stream; 1 without packing.
    pub pack: i64,
    /// Consumers that share what the shards give; 0 where nobody is told of.
    pub shared: i64,
    /// Consumers with enhanced fan-out.
    pub fanned: i64,
    /// Percent that is kept free for growth.
    pub growth: i64,
}

/// What each limit asks for, in shards and not rounded.
#[derive(Clone, Copy)]
struct Needs {
    bytes: Ratio,
    records: Ratio,
    out: Ratio,
}

impl Needs {
    fn largest(self) -> Ratio {
        self.bytes.max(self.records).max(self.out)
    }

    fn most(self) -> i64 {
        ceil(self.largest()) as i64
    }

    /// What asks for the most.
    fn word(self) -> &'static str {
        if self.largest() == self.bytes {
            "bytes that come in"
        } else if self.largest() == self.records {
            "records"
        } else {
            "bytes that go out"
        }
    }
}

/// A number of shards before and after rounding: `11.5 shards, rounded up 12`.
fn rounded_up(shards: Ratio) -> String {
    if shards.is_integer() {
        format!("{} shards", plain(shards))
    } else {
        format!("{} shards, rounded up {}", plain(shards), ceil(shards))
    }
}

fn slip(name: &'static str, shards: i64, why: impl Into<String>) -> Mistake {
    Mistake {
        name,
        value: whole(shards),
        why: why.into(),
    }
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        // Small records run into the limit on records, large ones into that on bytes.
        let size = if dice.chance(1, 2) {
            dice.between(1, 9)
        } else {
            5 * dice.between(3, 12)
        };
        let mut case = Self {
            records: 100 * dice.between(15, 120),
            size,
            pack: 1,
            shared: 0,
            fanned: 0,
            growth: 0,
        };
        match level {
            Level::Easy => {}
            Level::Medium => case.shared = dice.between(2, 5),
            Level::Hard => {
                case.shared = dice.between(1, 4);
                case.fanned = dice.between(1, 3);
                case.growth = 10 * dice.between(2, 5);
                if dice.chance(1, 2) {
                    case.size = dice.between(1, 9);
                    case.pack = 10 * dice.between(1, 5);
                }
            }
        }
        case
    }

    /// Megabytes a second, with room for growth.
    fn flow(self) -> Ratio {
        decimal(self.records * self.size, 4) * self.grown()
    }

    fn grown(self) -> Ratio {
        ratio(100 + self.growth, 100)
    }

    fn needs(self) -> Needs {
        Needs {
            bytes: self.flow(),
            records: ratio(self.records, 1_000 * self.pack) * self.grown(),
            out: self.flow() * whole(self.shared) / whole(2),
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        let needs = self.needs();
        let right = needs.most();
        let limits = if self.shared > 0 {
            "A shard takes 1 MB (1,000 KB) and 1,000 records a second, and gives 2 MB a second to all consumers that share it"
        } else {
            "A shard takes 1 MB (1,000 KB) and 1,000 records a second"
        };
        let fanned = if self.fanned > 0 {
            "; a consumer with enhanced fan-out has 2 MB a second of each shard for itself"
        } else {
            ""
        };
        Question {
            stem: format!(
                "Producers write {} records of {} KB a second to a Kinesis data stream in provisioned mode, evenly over its shards.{}{} {limits}{fanned}. No other limit counts. What is the smallest number of shards that the stream needs?",
                plain(whole(self.records)),
                plain(decimal(self.size, 1)),
                self.packing(),
                self.readers(),
            ),
            why: format!(
                "The {} ask for the most: {}.",
                needs.word(),
                rounded_up(needs.largest())
            ),
            working: self.working(needs),
            wanted: Wanted::Number {
                value: whole(right),
                unit: Unit::None,
                precision: Precision::Exact,
                mistakes: self.mistakes(needs),
            },
        }
    }

    fn packing(self) -> String {
        if self.pack > 1 {
            format!(
                " The producers pack {} of these into one record of the stream.",
                self.pack
            )
        } else {
            String::new()
        }
    }

    fn readers(self) -> String {
        let mut text = match self.shared {
            0 => String::new(),
            1 => " 1 consumer without enhanced fan-out reads everything.".to_owned(),
            count => format!(
                " {count} consumers without enhanced fan-out each read everything and share the throughput."
            ),
        };
        text += &match self.fanned {
            0 => String::new(),
            1 => " There is one more with enhanced fan-out.".to_owned(),
            count => format!(" There are {count} more with enhanced fan-out."),
        };
        if self.growth > 0 {
            text += &format!(
                " The stream must be able to take {} % more than that.",
                self.growth
            );
        }
        text
    }

    fn mistakes(self, needs: Needs) -> Vec<Mistake> {
        let mut mistakes = self.left_out();
        if self.shared > 0 {
            mistakes.extend(self.consumers_misread(needs));
        }
        mistakes.extend(self.limits_misread(needs));
        mistakes
    }

    /// Something that the question tells is not thought of.
    fn left_out(self) -> Vec<Mistake> {
        let mut mistakes = Vec::new();
        if self.pack > 1 {
            mistakes.push(slip(
                "packing left out",
                Self { pack: 1, ..self }.needs().most(),
                format!(
                    "{} records travel as one, so the limit on records counts a {}th of them.",
                    self.pack, self.pack
                ),
            ));
        }
        if self.growth > 0 {
            mistakes.push(slip(
                "growth left out",
                Self { growth: 0, ..self }.needs().most(),
                format!("That leaves no room for {} % more.", self.growth),
            ));
        }
        mistakes
    }

    fn consumers_misread(self, needs: Needs) -> [Mistake; 2] {
        let one = self.flow() / whole(2);
        let all = self.flow() * whole(self.shared + self.fanned) / whole(2);
        [
            slip(
                "consumers left out",
                Needs { out: one, ..needs }.most(),
                format!(
                    "The 2 MB a second that a shard gives are shared by {} consumers.",
                    self.shared
                ),
            ),
            slip(
                "fan-out shares, too",
                Needs { out: all, ..needs }.most(),
                "A consumer with enhanced fan-out shares nothing: it has its own 2 MB a second of each shard.",
            ),
        ]
    }

    fn limits_misread(self, needs: Needs) -> [Mistake; 5] {
        let shards = |value: Ratio| ceil(value) as i64;
        let other = if needs.out > needs.records {
            "consumers"
        } else {
            "records"
        };
        [
            slip(
                "bytes alone",
                shards(needs.bytes),
                format!("That looks at the bytes that come in alone. The {other} count as well."),
            ),
            slip(
                "records alone",
                shards(needs.records),
                format!(
                    "That looks at the number of records alone. {} MB come in each second.",
                    plain(self.flow())
                ),
            ),
            slip(
                "limits added",
                shards(needs.bytes) + shards(needs.records),
                "Each limit is kept by itself: the largest counts, not the sum.",
            ),
            slip(
                "one too few",
                needs.most() - 1,
                "That is one too few: a part of the load would be throttled.",
            ),
            slip(
                "bits for bytes",
                shards(needs.bytes * whole(8)),
                "Sizes and limits are both in bytes. Nothing is multiplied by 8.",
            ),
        ]
    }

    fn working(self, needs: Needs) -> String {
        let grown = if self.growth > 0 {
            format!(" x {}", plain(self.grown()))
        } else {
            String::new()
        };
        let packed = if self.pack > 1 {
            format!(" / {}", self.pack)
        } else {
            String::new()
        };
        let out = if self.shared > 0 {
            format!(
                " Out: {} x {} / 2 = {}.",
                plain(needs.bytes),
                self.shared,
                plain(needs.out)
            )
        } else {
            String::new()
        };
        let fanned = if self.fanned > 0 {
            " Each consumer with fan-out asks for half of what the bytes that come in do, so it never decides."
        } else {
            ""
        };
        format!(
            "Bytes: {} x {} KB{grown} = {} MB a second, so {} shards. Records: {}{packed}{grown} / 1,000 = {}.{out}{fanned} The largest of these, rounded up to a whole number: **{}**.",
            plain(whole(self.records)),
            plain(decimal(self.size, 1)),
            plain(needs.bytes),
            plain(needs.bytes),
            plain(whole(self.records)),
            plain(needs.records),
            plain(whole(needs.most()))
        )
    }
}
