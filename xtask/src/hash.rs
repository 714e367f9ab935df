//! Short names by content.

use base64::Engine as _;
use sha2::{Digest, Sha256, Sha384};

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

/// What a browser checks a file against: `sha384-…`.
pub(crate) fn integrity(content: impl AsRef<[u8]>) -> String {
    let digest = Sha384::digest(content);
    let text = base64::engine::general_purpose::STANDARD.encode(digest);
    format!("sha384-{text}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn it_is_the_beginning_of_sha_256() {
        assert_eq!(super::of("abc"), "ba7816bf8f01cfea");
    }

    #[test]
    fn integrity_is_sha_384_in_base_64() {
        let abc = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert_eq!(super::integrity("abc"), abc);
    }
}
