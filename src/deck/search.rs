//! Words found in items, fast enough for every keystroke.

use super::cloze::whole;
use super::item::{Body, Item};
use super::library::{Ask, Library};

/// What is searched of every item of a library, in lower case: title, question, everything that can be answered. Explanations are left
/// out: who searches for a service wants the items about it, and not all that mention it.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// By the item's place in the library: its title, and the rest.
    texts: Vec<(String, String)>,
    /// The last search and what it found: a longer one looks only there.
    last: Option<(String, Vec<u32>)>,
}

impl Index {
    /// Of a library as it is.
    pub fn of(library: &Library) -> Self {
        Self {
            texts: library.asks().iter().map(text_of).collect(),
            last: None,
        }
    }

    /// How many items it knows.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// Places of the items that hold every word, those with the first word in their title first, else in the order of the library. No
    /// word: all of them.
    pub fn find(&mut self, words: &str) -> Vec<u32> {
        let wanted = words.to_lowercase();
        let parts: Vec<&str> = wanted.split_whitespace().collect();
        let all = 0..u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let Some(first) = parts.first() else {
            self.last = None;
            return all.collect();
        };
        let holds = |place: &u32| {
            let (title, rest) = &self.texts[*place as usize];
            parts
                .iter()
                .all(|part| title.contains(part) || rest.contains(part))
        };
        // What holds more letters held fewer of them before.
        let mut found: Vec<u32> = match &self.last {
            Some((before, kept)) if wanted.starts_with(before.as_str()) => {
                kept.iter().copied().filter(|place| holds(place)).collect()
            }
            _ => all.filter(holds).collect(),
        };
        found.sort_by_key(|place| {
            let in_title = self.texts[*place as usize].0.contains(first);
            (!in_title, *place)
        });
        self.last = Some((wanted.clone(), found.clone()));
        found
    }
}

fn text_of(ask: &Ask) -> (String, String) {
    let item: &Item = &ask.item;
    let mut text = String::new();
    let mut add = |part: &str| {
        text.push_str(part);
        text.push('\n');
    };
    match &item.body {
        Body::Cloze { text } => add(&whole(text)),
        body => add(body.stem()),
    }
    match &item.body {
        Body::Card { back, .. } => add(back),
        Body::Cloze { .. } => {}
        Body::Choice { options: list, .. }
        | Body::Order { steps: list, .. }
        | Body::Typed { answers: list, .. } => list.iter().for_each(|entry| add(&entry.text)),
        Body::Match { pairs, .. } => {
            for pair in pairs {
                add(&pair.left);
                add(&pair.right);
            }
        }
        Body::Case { rubric, .. } => rubric.iter().for_each(|criterion| add(&criterion.text)),
    }
    add(&item.slug);
    (item.title.to_lowercase(), text.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deck::parse::parse;

    fn library() -> Library {
        let text =
            std::fs::read("decks/aws-saa-c03/1-design-secure-architectures.md").expect("a deck");
        let track =
            toml::from_str(include_str!("../../decks/aws-saa-c03/track.toml")).expect("a track");
        let mut library = Library::new(vec![track]);
        let id = library.tracks()[0].id.clone();
        library.replace(&id, &[parse("secure.md", &text).deck.expect("items")]);
        library
    }

    /// The same without an index.
    fn plainly(library: &Library, words: &str) -> Vec<u32> {
        let mut index = Index::of(library);
        index.find(words)
    }

    #[test]
    fn every_word_must_be_there_and_titles_come_first() {
        let library = library();
        let mut index = Index::of(&library);
        assert_eq!(index.find("  ").len(), library.asks().len());
        let found = index.find("KMS key");
        assert!(!found.is_empty() && found.len() < library.asks().len() / 2);
        let in_title = |place: &u32| {
            library.asks()[*place as usize]
                .item
                .title
                .to_lowercase()
                .contains("kms")
        };
        assert!(found.is_sorted_by_key(|place| !in_title(place)));
        assert_eq!(index.find("no-such-word-anywhere"), Vec::<u32>::new());
    }

    #[test]
    fn letter_by_letter_finds_what_the_whole_word_finds() {
        let library = library();
        let mut index = Index::of(&library);
        for words in [
            "k", "km", "kms", "kms ", "kms k", "kms", "kmsx", "s3", "s", "",
        ] {
            assert_eq!(index.find(words), plainly(&library, words), "{words}");
        }
    }
}
