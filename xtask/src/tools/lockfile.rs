//! The version that `Cargo.lock` fixes for a crate.

use super::version::Version;

pub(crate) fn locked(lockfile: &str, name: &str) -> Option<Version> {
    let table: toml::Table = toml::from_str(lockfile).ok()?;
    let packages = table.get("package")?.as_array()?;
    let package = packages
        .iter()
        .find(|package| package.get("name").and_then(toml::Value::as_str) == Some(name))?;
    Version::find(package.get("version")?.as_str()?)
}

#[cfg(test)]
mod tests {
    use super::{Version, locked};

    const LOCKFILE: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.99"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
dependencies = ["wasm-bindgen-macro"]
"#;

    #[test]
    fn the_crate_is_found_by_its_whole_name() {
        assert_eq!(locked(LOCKFILE, "wasm-bindgen"), Some(Version(0, 2, 130)));
        assert_eq!(
            locked(LOCKFILE, "wasm-bindgen-macro"),
            Some(Version(0, 2, 99))
        );
    }

    #[test]
    fn a_crate_that_is_not_there_has_no_version() {
        assert_eq!(locked(LOCKFILE, "wasm"), None);
        assert_eq!(locked("not = a lockfile", "wasm-bindgen"), None);
    }
}
