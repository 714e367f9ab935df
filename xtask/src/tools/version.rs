//! Versions as programs print them.

use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version(pub(crate) u32, pub(crate) u32, pub(crate) u32);

impl Version {
    /// Finds the version in `trunk 0.21.14`, `wasm-opt version 116 (version_116)`, `v20.11.0` or `0.22.0-beta.1`.
    pub(crate) fn find(text: &str) -> Option<Self> {
        text.split_whitespace().find_map(Self::word)
    }

    fn word(word: &str) -> Option<Self> {
        let mut numbers = word
            .strip_prefix('v')
            .unwrap_or(word)
            .split('.')
            .map(leading_number);
        let major = numbers.next()??;
        let mut next = || numbers.next().flatten().unwrap_or(0);
        Some(Self(major, next(), next()))
    }
}

fn leading_number(part: &str) -> Option<u32> {
    let end = part
        .find(|character: char| !character.is_ascii_digit())
        .unwrap_or(part.len());
    part[..end].parse().ok()
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}.{}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn versions_are_found_in_what_programs_print() {
        for (text, expected) in [
            ("trunk 0.21.14", Version(0, 21, 14)),
            ("wasm-bindgen 0.2.130 (abc123)", Version(0, 2, 130)),
            ("wasm-opt version 116 (version_116)", Version(116, 0, 0)),
            ("v20.11.0", Version(20, 11, 0)),
            ("trunk 0.22.0-beta.1", Version(0, 22, 0)),
        ] {
            assert_eq!(Version::find(text), Some(expected), "{text}");
        }
        assert_eq!(Version::find("no version here"), None);
    }

    #[test]
    fn parts_are_compared_as_numbers() {
        assert!(Version(0, 21, 14) > Version(0, 21, 9));
        assert!(Version(0, 22, 0) > Version(0, 21, 14));
        assert!(Version(116, 0, 0) > Version(99, 9, 9));
    }
}
