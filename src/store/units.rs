//! Bytes in a text that browsers store without loss and count as little as possible: fifteen bits in each code unit.
//!
//! Browsers count UTF-16 code units, so the fuller a unit the better. The units run from U+1000 to U+8FFF: there are no
//! surrogates, controls or non-characters among them, and each is one `char`.

/// The first of the 32,768 units.
const FIRST: u32 = 0x1000;

/// Packs bytes. The number of bytes must be known to unpack them.
pub(super) fn pack(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 15 * 3 + 3);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        if bits >= 15 {
            bits -= 15;
            text.extend(char::from_u32(FIRST + ((held >> bits) & 0x7fff)));
            held &= (1 << bits) - 1;
        }
    }
    if bits > 0 {
        text.extend(char::from_u32(FIRST + ((held << (15 - bits)) & 0x7fff)));
    }
    text
}

/// Unpacks; `None` if a character is none of the units. There may be one byte of zeros too many at the end.
pub(super) fn unpack(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 15 / 24 + 1);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for c in text.chars() {
        let unit = (c as u32).checked_sub(FIRST).filter(|u| *u < 0x8000)?;
        held = (held << 15) | unit;
        bits += 15;
        while bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
        }
        held &= (1 << bits) - 1;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_every_length_come_back_and_take_few_units() {
        for length in 0..200_usize {
            let bytes: Vec<u8> = (0..length).map(|i| (i * 37 + 11) as u8).collect();
            let text = pack(&bytes);
            assert_eq!(text.chars().count(), (length * 8).div_ceil(15));
            assert_eq!(text.encode_utf16().count(), text.chars().count());
            let back = unpack(&text).expect("our units");
            assert!(back.len() >= length && back.len() <= length + 1);
            assert_eq!(back[..length], bytes[..]);
        }
    }

    #[test]
    fn other_characters_are_noticed() {
        assert_eq!(unpack("a"), None);
        assert_eq!(unpack("\u{9000}"), None);
        assert_eq!(unpack("\u{1000}\u{fff}"), None);
    }
}
