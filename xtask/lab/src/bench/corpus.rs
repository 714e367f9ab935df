//! What there is to study: the real items of `decks/`, more of their like where they are too few, and own decks whose texts are
//! made of real sentences.

use std::path::Path;

use cairn::deck::id::{ItemId, TrackId};
use cairn::deck::item::Kind;
use cairn::deck::library::Ask;
use rand::RngExt as _;
use rand::seq::IndexedRandom as _;
use rand_pcg::Pcg64Mcg;

use crate::decks::load::Collection;

/// Cards in one own deck.
const CARDS_PER_DECK: usize = 250;
/// Used for sentences where `decks/` has none.
const SENTENCE: &str =
    "A request that was answered once is answered from the cache until its time is over.";

/// Something that is asked.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// Its name.
    pub(super) id: ItemId,
    /// What kind of answer it takes.
    pub(super) kind: Kind,
}

/// All of it.
#[derive(Debug, Default)]
pub(super) struct Corpus {
    /// Own cards first.
    pub(super) items: Vec<Asked>,
    /// The learner's own decks, each with its file.
    pub(super) decks: Vec<(TrackId, String)>,
}

impl Asked {
    /// What a library asks.
    pub(super) fn of(ask: &Ask) -> Self {
        Self {
            id: ask.id.clone(),
            kind: ask.item.body.kind(),
        }
    }
}

impl Corpus {
    /// These, and no own decks.
    pub(super) fn of(items: Vec<Asked>) -> Self {
        let decks = Vec::new();
        Self { items, decks }
    }

    /// So many items, of which so many are cards of own decks.
    pub(super) fn new(items: usize, own: usize, random: &mut Pcg64Mcg) -> Result<Self, String> {
        let collection = Collection::read(Path::new("decks"))?;
        let sentences = sentences(Path::new("decks"))?;
        let mut corpus = Self::default();
        let mut left = own;
        while left > 0 {
            let cards = left.min(CARDS_PER_DECK);
            corpus.add_deck(cards, &sentences, random)?;
            left -= cards;
        }
        let real: Vec<_> = collection.items().collect();
        // Beyond the real ones their names come again, under tracks that are not there.
        for round in 0.. {
            for placed in &real {
                if corpus.items.len() >= items.max(own) || real.is_empty() {
                    return Ok(corpus);
                }
                let track = match round {
                    0 => placed.track.id.clone(),
                    _ => slug(&format!("{}-{round}", placed.track.id))?,
                };
                let kind = placed.item.body.kind();
                let id = match kind {
                    Kind::Cloze => ItemId::of_cloze(&track, &placed.item.slug, 1),
                    _ => ItemId::of(&track, &placed.item.slug),
                };
                corpus.items.push(Asked { id, kind });
            }
        }
        Ok(corpus)
    }

    fn add_deck(
        &mut self,
        cards: usize,
        sentences: &[String],
        random: &mut Pcg64Mcg,
    ) -> Result<(), String> {
        let number = self.decks.len() + 1;
        let deck = slug(&format!("my-cards-{number}"))?;
        let mut text = format!("---\ndeck: {deck}\nname: My cards {number}\n---\n\n# Notes\n");
        let mut sentence = || sentences.choose(random).map_or(SENTENCE, String::as_str);
        for card in 1..=cards {
            let name = format!("card-{number}-{card}");
            let (front, back) = (sentence(), sentence());
            text += &format!("\n## Card {card} {{#{name} .card}}\n\n{front}\n\n---\n\n{back}\n");
            self.items.push(Asked {
                id: ItemId::of(&deck, &name),
                kind: Kind::Card,
            });
        }
        self.decks.push((deck, text));
        Ok(())
    }
}

impl Asked {
    /// An answer of its kind, as the log holds it.
    pub(super) fn answer(
        &self,
        right: bool,
        random: &mut Pcg64Mcg,
    ) -> Option<cairn::deck::given::Given> {
        use cairn::deck::given::Given;
        // What is right stands somewhere, but always at the same place of the same item.
        let spread = self.id.as_str().bytes().fold(7_u16, |sum, b| {
            sum.wrapping_mul(31).wrapping_add(u16::from(b))
        });
        let place = if right {
            spread % 4
        } else {
            random.random_range(0..4)
        };
        match self.kind {
            Kind::Card | Kind::Cloze | Kind::Drill => None,
            Kind::Choice if spread.is_multiple_of(5) => Some(Given::Options(vec![place, 4])),
            Kind::Choice => Some(Given::Options(vec![place])),
            Kind::Order => Some(Given::Sequence(
                (0..5).map(|n| (n + u16::from(!right)) % 5).collect(),
            )),
            Kind::Match => Some(Given::Pairs(
                (0..4).map(|n| (n + u16::from(!right)) % 4).collect(),
            )),
            Kind::Typed => Some(Given::Text(format!("kubectl get pods -n team-{place}"))),
            Kind::Case => Some(Given::Criteria((0..=place).collect())),
        }
    }
}

fn slug(text: &str) -> Result<TrackId, String> {
    TrackId::new(text).map_err(|e| format!("`{text}`: {e}"))
}

/// Plain sentences of the decks' files.
fn sentences(root: &Path) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let entries =
        |folder: &Path| std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()));
    for folder in entries(root)?
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.is_dir())
    {
        for file in entries(&folder)?.flatten().map(|e| e.path()) {
            if file.extension().is_none_or(|e| e != "md") {
                continue;
            }
            let text =
                std::fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
            let plain = |line: &&str| {
                (40..200).contains(&line.len())
                    && line.starts_with(char::is_uppercase)
                    && !line.contains("{{")
            };
            found.extend(text.lines().filter(plain).map(str::to_owned));
        }
    }
    // The system lists files in any order.
    found.sort();
    Ok(found)
}
