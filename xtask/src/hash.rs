//! Short names by content.

use sha2::{Digest, Sha256};

/// Sixteen hexadecimal digits, enough that two contents never meet by chance.
pub(crate) fn of(content: impl AsRef<[u8]>) -> String {
    let digest = Sha256::digest(content);
    digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect::<Vec<_>>()
        .concat()
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_is_the_beginning_of_sha_256() {
        assert_eq!(super::of("abc"), "ba7816bf8f01cfea");
    }
}
