//! What a file is sent with.

/// What the page may do: run its own files and talk to its own host, nothing else.
/// WebAssembly needs `wasm-unsafe-eval`; Trusted Types need the policy in `public/trusted-types.js`.
const POLICY: [&str; 13] = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
    "frame-ancestors 'none'",
];

/// The policy as a header.
pub(crate) fn policy() -> String {
    POLICY.join("; ")
}

/// The policy as a meta tag, where browsers reject `frame-ancestors`.
pub(crate) fn policy_in_page() -> String {
    let known = |rule: &&str| !rule.starts_with("frame-ancestors");
    POLICY
        .iter()
        .copied()
        .filter(known)
        .collect::<Vec<_>>()
        .join("; ")
}

/// The headers of the file with this name in `dist`.
pub(crate) fn of(name: &str) -> Vec<(&'static str, String)> {
    let mut headers = vec![
        ("Content-Type", media_type(name).to_owned()),
        (
            "Cache-Control",
            if is_hashed(name) {
                "public, max-age=31536000, immutable"
            } else {
                "no-cache"
            }
            .to_owned(),
        ),
        ("Vary", "Accept-Encoding".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        (
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()".to_owned(),
        ),
    ];
    // Pages and workers carry their own policy. A picture's would only forbid its own style element.
    if matches!(extension(name), "html" | "js") {
        headers.push(("Content-Security-Policy", policy()));
    }
    headers
}

fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn media_type(name: &str) -> &'static str {
    match extension(name) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        // Browsers compile while they download only if the type is exactly this one.
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        "md" | "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Whether the name changes with the content: `cairn-ba5b61c71038e1cd_bg.wasm`, `aws-saa-c03.0a1b2c3d.pack`.
pub(crate) fn is_hashed(name: &str) -> bool {
    without_hash(name).is_some()
}

/// The name that a file keeps over its changes, if it has a hash: `cairn_bg.wasm`.
pub(crate) fn without_hash(name: &str) -> Option<String> {
    let (stem, extension) = name.rsplit_once('.')?;
    let (stem, suffix) = stem
        .strip_suffix("_bg")
        .map_or((stem, ""), |stem| (stem, "_bg"));
    let (rest, hash) = stem.rsplit_once(['-', '.'])?;
    // Trunk drops leading zeros from its 16 digits; packs have 8.
    let hex = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'a'..=b'f');
    let fits = (8..=16).contains(&hash.len()) && hash.bytes().all(hex);
    fits.then(|| format!("{rest}{suffix}.{extension}"))
}

#[cfg(test)]
mod tests {
    use super::{of, policy, policy_in_page, without_hash};

    fn header(name: &str, header: &str) -> Option<String> {
        of(name)
            .into_iter()
            .find_map(|(key, value)| (key == header).then_some(value))
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        for name in [
            "cairn-ba5b61c71038e1cd_bg.wasm",
            "parts-275aec011d5258d.css",
            "decks/aws-saa-c03.0a1b2c3d.pack",
        ] {
            assert!(
                header(name, "Cache-Control").unwrap().contains("immutable"),
                "{name}"
            );
        }
        for name in [
            "index.html",
            "sw.js",
            "decks/index.bin",
            "decks/aws-saa-c03.pack",
            "trusted-types.js",
        ] {
            assert_eq!(header(name, "Cache-Control").unwrap(), "no-cache", "{name}");
        }
    }

    #[test]
    fn a_name_without_its_hash_is_the_same_after_a_change() {
        assert_eq!(
            without_hash("cairn-ba5b61c71038e1cd_bg.wasm").unwrap(),
            "cairn_bg.wasm"
        );
        assert_eq!(
            without_hash("decks/x-y.0a1b2c3d.pack").unwrap(),
            "decks/x-y.pack"
        );
        assert_eq!(without_hash("index.html"), None);
    }

    #[test]
    fn modules_have_the_type_that_streaming_needs() {
        assert_eq!(
            header("a_bg.wasm", "Content-Type").unwrap(),
            "application/wasm"
        );
        assert_eq!(
            header("a.js", "Content-Type").unwrap(),
            "text/javascript; charset=utf-8"
        );
    }

    #[test]
    fn pages_and_workers_have_the_policy_and_pictures_do_not() {
        assert_eq!(
            header("index.html", "Content-Security-Policy"),
            Some(policy())
        );
        assert_eq!(header("sw.js", "Content-Security-Policy"), Some(policy()));
        assert_eq!(header("icon.svg", "Content-Security-Policy"), None);
    }

    #[test]
    fn the_page_leaves_out_what_only_a_header_may_say() {
        assert!(policy().ends_with("; frame-ancestors 'none'"));
        assert!(!policy_in_page().contains("frame-ancestors"));
        assert!(policy_in_page().ends_with("trusted-types default"));
    }
}
