//! Words found in items, fast enough for every keystroke.

use memchr::memmem::Finder;

use super::cloze::whole;
use super::item::{Body, Item};
use super::library::{Ask, Library};

/// What is searched of every item of a library, in lower case: title, question, everything that can be answered. Explanations are left
/// out: who searches for a service wants the items about it, and not all that mention it.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// By the item's place in the library.
    texts: Vec<Text>,
    /// The last search and what it found: a longer one looks only there.
    last: Option<(String, Vec<u32>)>,
}

/// What is searched of one item: its title, and behind it the rest, so that one look says whether a word is there and where.
#[derive(Clone, Debug)]
struct Text {
    whole: String,
    /// Bytes of the title.
    title: usize,
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
        // A word is prepared once for all items; the search of the standard library would prepare it for each.
        let mut finders = wanted.split_whitespace().map(Finder::new);
        let all = 0..u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let Some(first) = finders.next() else {
            self.last = None;
            return all.collect();
        };
        let others: Vec<Finder<'_>> = finders.collect();
        let mut titles = Vec::new();
        let mut rest = Vec::new();
        let mut look = |place: u32| {
            let text = &self.texts[place as usize];
            let bytes = text.whole.as_bytes();
            let Some(at) = first.find(bytes) else {
                return;
            };
            if !others.iter().all(|other| other.find(bytes).is_some()) {
                return;
            }
            // A title ends with its line, so no word reaches beyond it.
            if at < text.title {
                titles.push(place);
            } else {
                rest.push(place);
            }
        };
        // What holds more letters held fewer of them before.
        match &self.last {
            Some((before, kept)) if wanted.starts_with(before.as_str()) => {
                kept.iter().copied().for_each(look);
            }
            _ => all.for_each(&mut look),
        }
        // Titles and the rest were kept one behind the other.
        titles.sort_unstable();
        rest.sort_unstable();
        titles.append(&mut rest);
        self.last = Some((wanted, titles.clone()));
        titles
    }
}

fn text_of(ask: &Ask) -> Text {
    let item: &Item = &ask.item;
    let mut text = item.title.to_lowercase();
    let title = text.len();
    text.push('\n');
    let mut add = |part: &str| {
        text.push_str(&part.to_lowercase());
        text.push('\n');
    };
    match &item.body {
        Body::Cloze { text } => add(&whole(text)),
        body => add(body.stem()),
    }
    match &item.body {
        Body::Card { back, .. } => add(back),
        Body::Cloze { .. } => {}
        Body::Drill { drill, .. } => add(drill),
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
    Text { whole: text, title }
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
