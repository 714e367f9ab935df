//! The service worker of a build, with the list of what the build is made of.

use std::fs;
use std::path::Path;

use crate::failure::{Naming, Result};
use crate::{dist, hash, headers};

/// Its name, beside the page: it answers for everything in the folder and below.
pub(crate) const NAME: &str = "sw.js";

/// Writes it into `dist`, after everything else is there.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let mut files = Vec::new();
    for (name, path) in dist::names(dist)? {
        if name != NAME {
            files.push((name, fs::read(&path).naming("read", path.display())?));
        }
    }
    let path = dist.join(NAME);
    fs::write(&path, worker(&files)).naming("write", path.display())
}

/// The script for these files, in the order of their names.
fn worker(files: &[(String, Vec<u8>)]) -> String {
    let is_pack = |name: &str| Path::new(name).extension().is_some_and(|of| of == "pack");
    let packs: Vec<&str> = files
        .iter()
        .map(|(name, _)| name.as_str())
        .filter(|name| is_pack(name))
        .collect();
    let shell = files.iter().filter(|(name, _)| !is_pack(name));
    let shell: Vec<_> = shell
        .map(|(name, _)| {
            // The page is what its folder answers with; hosts differ in whether it has another address, too.
            let address = if name == "index.html" { "./" } else { name };
            serde_json::json!({"name": address, "hashed": headers::is_hashed(name)})
        })
        .collect();
    // Whatever changes makes another version, the script itself included.
    let script = include_str!("offline.js");
    let mut content = script.as_bytes().to_vec();
    for (name, bytes) in files {
        content.extend_from_slice(name.as_bytes());
        content.extend_from_slice(hash::of(bytes).as_bytes());
    }
    script
        .replacen("VERSION_OF_BUILD", &hash::of(&content), 1)
        .replacen("FILES_OF_BUILD", &serde_json::json!(shell).to_string(), 1)
        .replacen("PACKS_OF_BUILD", &serde_json::json!(packs).to_string(), 1)
}

#[cfg(test)]
mod tests {
    use super::worker;

    fn files(page: &str) -> Vec<(String, Vec<u8>)> {
        let file = |name: &str, text: &str| (name.to_owned(), text.as_bytes().to_vec());
        vec![
            file("cairn-0123456789abcdef.js", "app"),
            file("decks/aws-saa-c03.0a1b2c3d.pack", "items"),
            file("index.html", page),
        ]
    }

    fn line<'a>(script: &'a str, name: &str) -> &'a str {
        let start = format!("const {name} = ");
        let line = script.lines().find(|line| line.starts_with(&start));
        line.map_or("", |line| &line[start.len()..])
    }

    #[test]
    fn it_knows_every_file_and_keeps_decks_apart() {
        let script = worker(&files("page"));
        assert_eq!(
            line(&script, "FILES"),
            r#"[{"hashed":true,"name":"cairn-0123456789abcdef.js"},{"hashed":false,"name":"./"}];"#
        );
        assert_eq!(
            line(&script, "PACKS"),
            r#"["decks/aws-saa-c03.0a1b2c3d.pack"];"#
        );
        assert!(!script.contains("_OF_BUILD"));
    }

    #[test]
    fn another_page_is_another_version() {
        let version = |page| line(&worker(&files(page)), "VERSION").to_owned();
        assert_eq!(version("a"), version("a"));
        assert_ne!(version("a"), version("b"));
    }
}
