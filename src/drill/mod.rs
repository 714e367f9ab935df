//! Questions that never run out: a generator makes an item from a seed and a level, with an exact answer.
//!
//! A question seen three times measures the memory of that question. What is computed can be asked anew each time, so that every
//! sighting is a first one; what is remembered is the skill, which is a type at a level.
//!
//! Same type, version, level and seed: same item, for ever. The log names them and nothing more. A generator whose items change
//! gets a new version and keeps the old one.
//!
//! - [`dice`]: chance that is the same on every machine and in every version of this program.
//! - [`figure`]: what is drawn of a question.
//! - [`number`]: exact numbers, and how they are shown.
//! - [`question`]: what a generator makes, and how it becomes an item.
//! - [`types`]: the generators.

pub mod dice;
pub mod figure;
pub mod number;
pub mod question;
pub mod types;

use crate::deck::item::{Body, Item, Level};
use dice::Dice;
use question::Question;

/// A question with enough options is looked for among so many seeds.
const CHOSEN_TRIES: u32 = 20;

/// Something that can be asked again and again.
#[derive(Clone, Copy, Debug)]
pub struct Type {
    /// Its name in decks and in the log: `cidr`. Never changed.
    pub id: &'static str,
    /// Its name for people.
    pub name: &'static str,
    /// What is practised, in half a sentence.
    pub about: &'static str,
    /// The version of its items, from 1.
    pub version: u16,
    /// Seconds that somebody who would just pass needs for one at each level (tunable); the clock of the drill page.
    pub seconds: [u16; 3],
    /// Draws and tells a question.
    pub make: fn(&mut Dice, Level) -> Question,
}

impl PartialEq for Type {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.version == other.version
    }
}

impl Eq for Type {}

/// A question as it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// A choice or a typed answer, its mistakes explained.
    pub body: Body,
    /// The working, with the numbers of this question.
    pub explanation: String,
}

impl Asked {
    /// The item that asked for it, with it in the place of its type.
    pub fn in_place_of(self, item: &Item) -> Item {
        Item {
            body: self.body,
            explanation: Some(self.explanation),
            ..item.clone()
        }
    }
}

impl Type {
    /// The type of this name.
    pub fn named(id: &str) -> Option<&'static Self> {
        types::ALL.iter().find(|of| of.id == id)
    }

    /// The question of a seed, before it is laid out.
    pub fn question(&self, level: Level, seed: u32) -> Question {
        (self.make)(&mut Dice::new(self.id, self.version, level, seed), level)
    }

    /// The question of the first seed from this one on that can be asked with four options, as an exam does, and that seed. Few have
    /// three.
    pub fn chosen(&self, level: Level, seed: u32) -> (u32, Asked) {
        let seeds = (0..CHOSEN_TRIES).map(|more| seed.wrapping_add(more));
        let made = |seed: u32| Some((seed, self.question(level, seed).chosen()?));
        let mut all = seeds.filter_map(made);
        let first = all.next();
        let is_full = |(_, asked): &(u32, Asked)| match &asked.body {
            Body::Choice { options, .. } => options.len() > question::WRONG,
            _ => false,
        };
        let full = first.iter().cloned().chain(all).find(is_full);
        // A type without any choice would be asked as it is typed; the tests know of none.
        full.or(first)
            .unwrap_or_else(|| (seed, self.asked(level, seed)))
    }

    /// The question of a seed.
    pub fn asked(&self, level: Level, seed: u32) -> Asked {
        let question = self.question(level, seed);
        // The layout has dice of its own, so that it can change without changing what is asked.
        let mut dice = Dice::new("layout", self.version, level, seed);
        question.laid_out(level, &mut dice)
    }
}
