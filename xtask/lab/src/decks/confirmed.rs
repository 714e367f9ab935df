//! `confirmed.txt` of each track: items whose key somebody has seen confirmed, with the page that says so. A line is
//! `<item> <https address>`. Checked is that the item is there, the address is one, and no item stands twice.

use std::collections::BTreeSet;

use super::lint::Finding;
use super::load::Collection;

/// The file's name in a track's folder.
pub(crate) const FILE: &str = "confirmed.txt";

/// Lines of `confirmed.txt` by track: track, file and text.
pub(crate) type Ledger = (String, String, String);

/// What is wrong with the lists.
pub(crate) fn check(collection: &Collection) -> Vec<Finding> {
    let mut found = Vec::new();
    for (track, file, text) in &collection.confirmed {
        let items = collection.items();
        let known: BTreeSet<String> = items
            .filter(|placed| placed.track.id.as_str() == track)
            .map(|placed| placed.item.slug.clone())
            .collect();
        let mut met = BTreeSet::new();
        for (index, line) in text.lines().enumerate() {
            let (item, address) = line.split_once(' ').unwrap_or((line, ""));
            let words = if !known.contains(item) {
                format!("there is no item `{item}` in this track; was it renamed?")
            } else if !address.starts_with("https://") || address.contains(' ') {
                format!("`{item}` wants the https address of the page that confirms it")
            } else if !met.insert(item) {
                format!("`{item}` stands here twice; keep one line")
            } else {
                continue;
            };
            found.push(Finding {
                error: true,
                file: file.clone(),
                line: index + 1,
                words,
            });
        }
    }
    found
}

/// How many items of a track are confirmed.
pub(crate) fn count(collection: &Collection, track: &str) -> usize {
    let lists = collection.confirmed.iter().filter(|(of, ..)| of == track);
    lists.map(|(.., text)| text.lines().count()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use cairn::deck::parse::parse;

    #[test]
    fn unknown_items_plain_addresses_and_repetitions_are_found() {
        let track = "---\ntrack: aws-saa-c03\ndomain: 1\n---\n\n## A {#a .card task=1.1}\n\nQ?\n\n---\n\nA\n";
        let toml = include_str!("../../../../decks/aws-saa-c03/track.toml");
        let text = "a https://example.org/a\nb https://example.org/b\na http://example.org/a\na https://example.org/c\n";
        let collection = Collection {
            tracks: vec![toml::from_str(toml).expect("a track")],
            files: vec![parse("a.md", track.as_bytes())],
            confirmed: vec![("aws-saa-c03".into(), "confirmed.txt".into(), text.into())],
        };
        let lines: Vec<usize> = check(&collection).iter().map(|f| f.line).collect();
        assert_eq!(lines, [2, 3, 4]);
        assert_eq!(count(&collection, "aws-saa-c03"), 4);
    }
}
