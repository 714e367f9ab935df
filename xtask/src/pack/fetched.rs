//! The files that the app fetches: `index.json` and the packs.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::items;
use crate::hash;

/// One folder of `decks/`.
pub(crate) struct Deck {
    pub(crate) name: String,
    pub(crate) track: Value,
    pub(crate) sources: Vec<Source>,
}

/// One Markdown file of a deck.
pub(crate) struct Source {
    name: String,
    text: String,
}

impl Source {
    pub(crate) fn new(name: String, text: &str) -> Self {
        // A checkout on Windows must not change the pack's name.
        Self {
            name,
            text: text.replace("\r\n", "\n"),
        }
    }
}

impl Deck {
    pub(crate) fn items(&self) -> usize {
        self.sources
            .iter()
            .map(|source| items::count(&source.text))
            .sum()
    }

    /// The pack's name and text. The name changes whenever the text does, so that it may be cached for ever.
    fn pack(&self) -> Option<(String, String)> {
        if self.sources.is_empty() {
            return None;
        }
        let file = |source: &Source| json!({ "name": source.name, "text": source.text });
        let files: Vec<_> = self.sources.iter().map(file).collect();
        let text = json!({ "version": 1, "track": self.name, "files": files }).to_string();
        let hash = &hash::of(&text)[..8];
        Some((format!("{}.{hash}.json", self.name), text))
    }
}

/// Parts of a track that no screen needs before the first card: every visitor waits for the index, so they stay out of it.
const HEAVY: [&str; 9] = [
    "sources",
    "links",
    "note",
    "prov",
    "topics",
    "drills",
    "navigation",
    "report",
    "multi_select",
];

/// A track, or a part of one, without what is heavy.
fn light(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let kept = map.iter().filter(|(key, _)| !HEAVY.contains(&key.as_str()));
            Value::Object(kept.map(|(key, part)| (key.clone(), light(part))).collect())
        }
        Value::Array(list) => Value::Array(list.iter().map(light).collect()),
        other => other.clone(),
    }
}

/// Every file by its name.
pub(crate) fn files(decks: &[Deck]) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut tracks = Vec::new();
    for deck in decks {
        let pack = deck.pack();
        tracks.push(json!({
            "track": light(&deck.track),
            "items": deck.items(),
            "pack": pack.as_ref().map(|(name, _)| name),
        }));
        files.extend(pack);
    }
    files.insert(
        "index.json".to_owned(),
        json!({ "version": 1, "tracks": tracks }).to_string(),
    );
    files
}

#[cfg(test)]
mod tests {
    use super::{Deck, Source, files};
    use serde_json::{Value, json};

    fn deck(texts: &[(&str, &str)]) -> Deck {
        let sources = texts
            .iter()
            .map(|(name, text)| Source::new((*name).to_owned(), text))
            .collect();
        Deck {
            name: "x".to_owned(),
            track: json!({ "id": "x" }),
            sources,
        }
    }

    fn index(deck: Deck) -> Value {
        serde_json::from_str(&files(&[deck])["index.json"]).unwrap()
    }

    #[test]
    fn the_index_names_the_pack_and_the_pack_holds_the_files() {
        let files = files(&[deck(&[
            ("1-a.md", "## One\n"),
            ("2-b.md", "## Two\n## Three\n"),
        ])]);
        let index: Value = serde_json::from_str(&files["index.json"]).unwrap();
        let name = index["tracks"][0]["pack"].as_str().unwrap();
        assert_eq!(index["version"], 1);
        assert_eq!(index["tracks"][0]["track"], json!({ "id": "x" }));
        assert_eq!(index["tracks"][0]["items"], 3);
        let pack: Value = serde_json::from_str(&files[name]).unwrap();
        assert_eq!(pack["track"], "x");
        assert_eq!(
            pack["files"][1],
            json!({ "name": "2-b.md", "text": "## Two\n## Three\n" })
        );
        assert_eq!(files.len(), 2);
    }

    #[test]
    fn the_index_leaves_out_what_no_screen_needs_at_the_start() {
        let mut heavy = deck(&[]);
        heavy.track = json!({
            "id": "x",
            "links": ["https://a.b"],
            "domains": [{ "id": "1", "tasks": [{ "id": "1.1", "topics": ["t"] }] }],
        });
        assert_eq!(
            index(heavy)["tracks"][0]["track"],
            json!({ "id": "x", "domains": [{ "id": "1", "tasks": [{ "id": "1.1" }] }] })
        );
    }

    #[test]
    fn a_track_without_items_is_listed_without_a_pack() {
        let index = index(deck(&[]));
        assert_eq!(
            index["tracks"][0],
            json!({ "track": { "id": "x" }, "items": 0, "pack": null })
        );
    }

    #[test]
    fn the_packs_name_follows_its_content_only() {
        let name = |text| {
            index(deck(&[("1.md", text)]))["tracks"][0]["pack"]
                .as_str()
                .unwrap()
                .to_owned()
        };
        assert_ne!(name("## One\n"), name("## Two\n"));
        assert_eq!(name("## One\n"), name("## One\r\n"));
        let hash = name("## One\n")
            .strip_prefix("x.")
            .unwrap()
            .strip_suffix(".json")
            .unwrap()
            .to_owned();
        assert_eq!(hash.len(), 8);
        assert!(hash.bytes().all(|byte| byte.is_ascii_hexdigit()));
    }
}
