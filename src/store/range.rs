//! An adaptive binary range coder: each yes-or-no question is coded with a probability that learns from its answers.
//!
//! The arithmetic is that of the LZMA SDK's coder (public domain): 32-bit range, 11-bit probabilities, carry by a cached
//! byte. Here it codes the log: most questions about an answer (is it the item's first? how was it graded?) cost far less
//! than a bit.

/// Bits of a probability.
const PRECISION: u32 = 11;
/// How fast probabilities learn: a 32nd of the distance each time (tunable; LZMA's own value).
const RATE: u32 = 5;
/// The range is refilled below this.
const TOP: u32 = 1 << 24;
/// The most zeros at the end that are left out.
const LEFT_OUT: usize = 5;

/// The probability that a question's answer is no.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bit(u16);

impl Default for Bit {
    fn default() -> Self {
        Self(1 << (PRECISION - 1))
    }
}

impl Bit {
    fn bound(self, range: u32) -> u32 {
        (range >> PRECISION) * u32::from(self.0)
    }

    fn learn(&mut self, yes: bool) {
        if yes {
            self.0 -= self.0 >> RATE;
        } else {
            self.0 += ((1 << PRECISION) - self.0) >> RATE;
        }
    }
}

/// Writes questions' answers as bytes.
pub(super) struct Encoder {
    low: u64,
    range: u32,
    cache: u8,
    pending: usize,
    bytes: Vec<u8>,
}

impl Encoder {
    pub(super) fn new() -> Self {
        Self {
            low: 0,
            range: u32::MAX,
            cache: 0,
            pending: 1,
            bytes: Vec::new(),
        }
    }

    fn shift(&mut self) {
        let carry = (self.low >> 32) as u8;
        if self.low < 0xff00_0000 || carry == 1 {
            for index in 0..self.pending {
                let byte = if index == 0 { self.cache } else { 0xff };
                self.bytes.push(byte.wrapping_add(carry));
            }
            self.pending = 0;
            self.cache = (self.low >> 24) as u8;
        }
        self.pending += 1;
        self.low = (self.low << 8) & 0xffff_ffff;
    }

    /// Codes an answer to a question that learns.
    pub(super) fn bit(&mut self, bit: &mut Bit, yes: bool) {
        let bound = bit.bound(self.range);
        if yes {
            self.low += u64::from(bound);
            self.range -= bound;
        } else {
            self.range = bound;
        }
        bit.learn(yes);
        while self.range < TOP {
            self.range <<= 8;
            self.shift();
        }
    }

    /// Codes the lowest `count` bits of a value of which nothing is known.
    pub(super) fn raw(&mut self, value: u64, count: u32) {
        for index in (0..count).rev() {
            self.range >>= 1;
            if (value >> index) & 1 == 1 {
                self.low += u64::from(self.range);
            }
            while self.range < TOP {
                self.range <<= 8;
                self.shift();
            }
        }
    }

    /// The bytes. The first is always zero and left out; zeros at the end are left out, since the decoder reads
    /// zeros behind the end, but no more of them than it takes for the end of what was written.
    pub(super) fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        for _ in 0..LEFT_OUT {
            if self.bytes.last() == Some(&0) {
                self.bytes.pop();
            }
        }
        if !self.bytes.is_empty() {
            self.bytes.remove(0);
        }
        self.bytes
    }
}

/// Reads the answers back.
pub(super) struct Decoder<'a> {
    bytes: &'a [u8],
    at: usize,
    range: u32,
    code: u32,
}

impl<'a> Decoder<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut decoder = Self {
            bytes,
            at: 0,
            range: u32::MAX,
            code: 0,
        };
        for _ in 0..4 {
            decoder.refill();
        }
        decoder
    }

    fn refill(&mut self) {
        let byte = self.bytes.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        self.code = (self.code << 8) | u32::from(byte);
    }

    /// Whether more was read than is there, by more than the encoder leaves out: the bytes are not from it.
    pub(super) fn is_past_end(&self) -> bool {
        self.at > self.bytes.len() + LEFT_OUT
    }

    /// Reads the answer to a question that learns.
    pub(super) fn bit(&mut self, bit: &mut Bit) -> bool {
        let bound = bit.bound(self.range);
        let yes = self.code >= bound;
        if yes {
            self.code -= bound;
            self.range -= bound;
        } else {
            self.range = bound;
        }
        bit.learn(yes);
        while self.range < TOP {
            self.range <<= 8;
            self.refill();
        }
        yes
    }

    /// Reads bits of which nothing is known.
    pub(super) fn raw(&mut self, count: u32) -> u64 {
        let mut value = 0;
        for _ in 0..count {
            self.range >>= 1;
            let yes = self.code >= self.range;
            if yes {
                self.code -= self.range;
            }
            value = (value << 1) | u64::from(yes);
            while self.range < TOP {
                self.range <<= 8;
                self.refill();
            }
        }
        value
    }
}
