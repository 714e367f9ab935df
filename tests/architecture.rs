//! The one-way rule, enforced by reading the sources: a room names only rooms below it. And what else every file keeps to.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room with what it may name. `deck::id` alone is finer than `deck`.
const MAY_NAME: [(&str, &[&str]); 13] = [
    ("time", &[]),
    ("deck", &[]),
    ("drill", &["deck"]),
    ("memory", &["time"]),
    ("review", &["deck::id", "deck::given", "memory", "time"]),
    ("study", &["deck", "drill", "memory", "review", "time"]),
    (
        "exam",
        &["deck", "drill", "memory", "review", "study", "time"],
    ),
    (
        "readiness",
        &["deck", "drill", "memory", "review", "study", "exam", "time"],
    ),
    ("statistics", &["deck", "memory", "review", "time"]),
    (
        "roadmap",
        &[
            "deck",
            "drill",
            "memory",
            "review",
            "study",
            "exam",
            "readiness",
            "time",
        ],
    ),
    ("store", &["deck::id", "review", "time"]),
    (
        "app",
        &[
            "deck",
            "drill",
            "memory",
            "review",
            "study",
            "exam",
            "readiness",
            "statistics",
            "roadmap",
            "store",
            "time",
        ],
    ),
    ("ui", &["app", "store", "time", "deck", "memory", "review"]),
];

/// Lines of code that a file may have before it wants splitting.
const LINES_MAX: usize = 400;

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

fn all() -> Vec<(String, String)> {
    let mut paths = Vec::new();
    sources(Path::new("src"), &mut paths);
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("UTF-8");
        (path.to_string_lossy().replace('\\', "/"), text)
    };
    paths.into_iter().map(read).collect()
}

fn room_of(path: &str) -> &str {
    let rest = path.trim_start_matches("src/");
    rest.split(['/', '.']).next().unwrap_or_default()
}

/// The rooms that a line names through `crate::`.
fn named(line: &str) -> Vec<&str> {
    let code = line.split("//").next().unwrap_or_default();
    code.split("crate::")
        .skip(1)
        .map(|rest| {
            let end = rest
                .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'))
                .unwrap_or(rest.len());
            rest[..end].trim_end_matches(':')
        })
        .collect()
}

fn allowed(room: &str, name: &str) -> bool {
    let own = name == room || name.starts_with(&format!("{room}::"));
    let rule = MAY_NAME.iter().find(|(r, _)| *r == room);
    own || rule.is_some_and(|(_, may)| {
        may.iter()
            .any(|below| name == *below || name.starts_with(&format!("{below}::")))
    })
}

#[test]
fn a_room_names_only_rooms_below_it() {
    let mut broken = Vec::new();
    for (path, text) in all() {
        let room = room_of(&path);
        if matches!(room, "lib" | "main") {
            continue;
        }
        for (index, line) in text.lines().enumerate() {
            for name in named(line).into_iter().filter(|name| !allowed(room, name)) {
                broken.push(format!(
                    "{path}:{}: `{room}` may not name `{name}`",
                    index + 1
                ));
            }
        }
    }
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn the_rule_itself_can_fail() {
    assert!(!allowed("deck", "memory::Grade"));
    assert!(!allowed("store", "study"));
    assert!(!allowed("review", "deck::item::Item"));
    assert!(allowed("review", "deck::id::ItemId"));
    assert_eq!(
        named("use crate::store::{Journal}; // crate::ui"),
        ["store"]
    );
}

#[test]
fn every_source_says_what_it_is_and_keeps_short() {
    let mut broken = Vec::new();
    for (path, text) in all() {
        if !text.starts_with("//!") {
            broken.push(format!("{path}: begin with `//!` and what the file is"));
        }
        let code = text
            .split("#[cfg(test)]")
            .next()
            .unwrap_or_default()
            .lines()
            .count();
        if code > LINES_MAX {
            broken.push(format!("{path}: {code} lines; split it by concept"));
        }
        for (index, line) in text.lines().enumerate() {
            let unfinished = ["TO", "FIX", "XX"].iter().any(|half| {
                let word = format!(
                    "{half}{}",
                    if *half == "TO" {
                        "DO"
                    } else if *half == "FIX" {
                        "ME"
                    } else {
                        "X"
                    }
                );
                line.contains(&word)
            });
            if unfinished || line.contains("dbg!(") {
                broken.push(format!("{path}:{}: unfinished", index + 1));
            }
        }
    }
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

#[test]
fn only_one_file_reads_the_clock() {
    for (path, text) in all() {
        let reads = [
            "Date::new_0",
            "Date::now",
            "SystemTime::now",
            "Instant::now",
            "Utc::now",
            "Local::now",
        ];
        if path != "src/ui/browser/clock.rs" {
            for call in reads {
                assert!(!text.contains(call), "{path} reads the clock with {call}");
            }
        }
    }
}

#[test]
fn the_host_build_knows_no_browser() {
    let manifest = fs::read_to_string("Cargo.toml").expect("the manifest");
    let general = manifest
        .split("[dependencies]")
        .nth(1)
        .expect("dependencies");
    let general = general.split("\n[").next().unwrap_or_default();
    for browser in ["leptos", "web-sys", "js-sys", "wasm-bindgen", "gloo"] {
        assert!(
            !general.contains(browser),
            "{browser} belongs under the wasm32 target only"
        );
    }
}
