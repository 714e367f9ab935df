//! How the numbers, names and texts of facts are asked about, bit by bit, so that the coder can learn what is usual.
//!
//! One description serves both directions: [`Coder`] either writes a value or reads it, and gives it back either way.

use super::range::{Bit, Decoder, Encoder};

/// Either direction of coding.
pub(super) enum Coder<'a> {
    /// Values are written.
    Write(Encoder),
    /// Values are read.
    Read(Decoder<'a>),
}

impl Coder<'_> {
    /// A question that learns. When reading, `yes` is ignored.
    pub(super) fn bit(&mut self, bit: &mut Bit, yes: bool) -> bool {
        match self {
            Self::Write(encoder) => {
                encoder.bit(bit, yes);
                yes
            }
            Self::Read(decoder) => decoder.bit(bit),
        }
    }

    /// Bits of which nothing is known.
    pub(super) fn raw(&mut self, value: u64, count: u32) -> u64 {
        match self {
            Self::Write(encoder) => {
                encoder.raw(value, count);
                value
            }
            Self::Read(decoder) => decoder.raw(count),
        }
    }

    /// Whether reading went past the end, so that what was read is not what was written.
    pub(super) fn is_past_end(&self) -> bool {
        matches!(self, Self::Read(decoder) if decoder.is_past_end())
    }
}

/// A symbol below `2^N`, most significant bit first, each bit with a probability for what came before it.
#[derive(Clone, Default)]
pub(super) struct Symbol<const N: usize> {
    /// Made when first asked: most of the many that texts have never are.
    bits: Vec<Bit>,
}

impl<const N: usize> Symbol<N> {
    pub(super) fn code(&mut self, coder: &mut Coder<'_>, symbol: usize) -> usize {
        if self.bits.is_empty() {
            self.bits = vec![Bit::default(); 1 << N];
        }
        let mut node = 1_usize;
        for index in (0..N).rev() {
            let yes = coder.bit(&mut self.bits[node], (symbol >> index) & 1 == 1);
            node = (node << 1) | usize::from(yes);
        }
        node - (1 << N)
    }
}

/// A whole number of any size: how many bits it has as a symbol, its two highest bits below the first with a probability
/// of their own, the rest as they are. Numbers that are usually alike cost little.
#[derive(Clone, Default)]
pub(super) struct Number {
    length: Symbol<7>,
    high: Vec<Symbol<2>>,
}

impl Number {
    pub(super) fn code(&mut self, coder: &mut Coder<'_>, value: u64) -> u64 {
        let length = self
            .length
            .code(coder, (u64::BITS - value.leading_zeros()) as usize);
        if length <= 1 {
            return length as u64;
        }
        // Longer than any number: only damaged bytes say so.
        let length = length.min(64) as u32;
        if self.high.is_empty() {
            self.high = vec![Symbol::default(); 65];
        }
        let below = length - 1;
        let modelled = below.min(2);
        let rest = below - modelled;
        let top = (value >> rest) as usize & ((1 << modelled) - 1);
        // One modelled bit stands as the upper half of the symbol.
        let shown = if modelled == 2 { top } else { top << 1 };
        let shown = self.high[length as usize].code(coder, shown);
        let top = if modelled == 2 { shown } else { shown >> 1 } as u64;
        let low = if rest == 0 {
            0
        } else {
            coder.raw(value & ((1 << rest) - 1), rest)
        };
        (1 << below) | (top << rest) | low
    }

    /// A signed number: small ones of either sign are small.
    pub(super) fn code_signed(&mut self, coder: &mut Coder<'_>, value: i64) -> i64 {
        let folded = ((value << 1) ^ (value >> 63)).cast_unsigned();
        let folded = self.code(coder, folded);
        (folded >> 1).cast_signed() ^ -(folded & 1).cast_signed()
    }
}

/// Texts, byte by byte, each byte expected from the one before it.
#[derive(Clone, Default)]
pub(super) struct Texts {
    length: Number,
    after: Vec<Symbol<8>>,
}

/// The longest text that is read back; a longer one means damage.
pub(super) const TEXT_MAX: usize = 4_000_000;

impl Texts {
    /// Codes bytes that may be UTF-8; `None` where what was read cannot be what was written.
    pub(super) fn code(&mut self, coder: &mut Coder<'_>, bytes: &[u8]) -> Option<Vec<u8>> {
        let length = self.length.code(coder, bytes.len() as u64);
        if length > TEXT_MAX as u64 {
            return None;
        }
        if self.after.is_empty() {
            self.after = vec![Symbol::default(); 256];
        }
        let mut out = Vec::with_capacity((length as usize).min(4_096));
        let mut before = 0_u8;
        for index in 0..length as usize {
            let byte = bytes.get(index).copied().unwrap_or(0);
            before = self.after[usize::from(before)].code(coder, usize::from(byte)) as u8;
            out.push(before);
            if coder.is_past_end() {
                return None;
            }
        }
        // A long one grew by doubling.
        out.shrink_to_fit();
        Some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trip<T>(
        write: impl Fn(&mut Coder<'_>),
        read: impl Fn(&mut Coder<'_>) -> T,
    ) -> (T, usize) {
        let mut coder = Coder::Write(Encoder::new());
        write(&mut coder);
        let Coder::Write(encoder) = coder else {
            unreachable!()
        };
        let bytes = encoder.finish();
        let mut coder = Coder::Read(Decoder::new(&bytes));
        (read(&mut coder), bytes.len())
    }

    #[test]
    fn numbers_of_every_size_come_back() {
        let mut values: Vec<u64> = (0..64)
            .flat_map(|s| [1_u64 << s, (1 << s) - 1, (1 << s) + 1])
            .collect();
        values.push(u64::MAX);
        let (back, _) = round_trip(
            |coder| {
                let mut number = Number::default();
                for value in &values {
                    number.code(coder, *value);
                }
            },
            |coder| {
                let mut number = Number::default();
                values
                    .iter()
                    .map(|_| number.code(coder, 0))
                    .collect::<Vec<_>>()
            },
        );
        assert_eq!(back, values);
    }

    #[test]
    fn signed_numbers_and_texts_come_back() {
        let values = [0, -1, 1, i64::MIN, i64::MAX, -1_000, 1_763_700_000_000];
        let texts = ["", "aws-saa-c03/s3", "Zürich ✓", "a"];
        let (back, _) = round_trip(
            |coder| {
                let (mut number, mut text) = (Number::default(), Texts::default());
                for value in values {
                    number.code_signed(coder, value);
                }
                for value in texts {
                    text.code(coder, value.as_bytes());
                }
            },
            |coder| {
                let (mut number, mut text) = (Number::default(), Texts::default());
                let numbers: Vec<i64> = values
                    .iter()
                    .map(|_| number.code_signed(coder, 0))
                    .collect();
                let found: Vec<String> = texts
                    .iter()
                    .map(|_| {
                        String::from_utf8(text.code(coder, &[]).expect("bytes")).expect("UTF-8")
                    })
                    .collect();
                (numbers, found)
            },
        );
        assert_eq!(back.0, values);
        assert_eq!(back.1, texts);
    }

    #[test]
    fn what_is_usual_costs_next_to_nothing() {
        let ((), bytes) = round_trip(
            |coder| {
                let mut number = Number::default();
                for _ in 0..10_000 {
                    number.code(coder, 3);
                }
            },
            |_| (),
        );
        assert!(bytes < 500, "{bytes} bytes for 10,000 equal numbers");
    }
}
