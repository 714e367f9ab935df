//! What a generator makes, and how it becomes an item: a choice whose wrong options are mistakes that people make, or a number that is
//! typed.

use super::Asked;
use super::dice::Dice;
use super::number::{Precision, Ratio, Unit, rounded, shown, whole};
use crate::deck::item::{Body, Compare, Entry, Level};

/// Wrong options of a choice.
pub(super) const WRONG: usize = 3;

/// A mistake that people make, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// What is done wrong, in a word or two: `minus 2 instead of 5`. For lists and tests.
    pub name: &'static str,
    /// What comes out.
    pub value: Ratio,
    /// Why that is wrong, to who made it.
    pub why: String,
}

/// A wrong option that is a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What is done wrong, in a word or two.
    pub name: &'static str,
    /// The option.
    pub text: String,
    /// Why it is wrong.
    pub why: String,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A number.
    Number {
        /// It.
        value: Ratio,
        /// What it counts.
        unit: Unit,
        /// How exactly it is wanted.
        precision: Precision,
        /// Mistakes, the likeliest first. Those that come out right, or as another one does, are left out.
        mistakes: Vec<Mistake>,
    },
    /// One of some texts.
    Text {
        /// The right one.
        right: String,
        /// The others, the likeliest first. At least one; those equal to the right one or another one are left out.
        wrong: Vec<Wrong>,
    },
}

/// A question of a generator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The situation and what is asked, as Markdown, with every figure that the answer needs. Unit and rounding are added to it.
    pub stem: String,
    /// What is asked for.
    pub wanted: Wanted,
    /// Why the right answer is right, in one sentence with its numbers.
    pub why: String,
    /// The working step by step, with the numbers filled in, as Markdown.
    pub working: String,
}

impl Question {
    /// As an item. Easy numbers are chosen, hard ones typed, and of those between half and half.
    pub fn laid_out(self, level: Level, dice: &mut Dice) -> Asked {
        let is_number = matches!(self.wanted, Wanted::Number { .. });
        let is_choice = !is_number
            || match level {
                Level::Easy => true,
                Level::Medium => dice.chance(1, 2),
                Level::Hard => false,
            };
        let (body, explanation) = self.parts();
        Asked {
            body: if is_choice {
                body.choice()
            } else {
                body.typed()
            },
            explanation,
        }
    }

    /// As a choice, whatever its level; none where too few mistakes can be told apart.
    pub fn chosen(self) -> Option<Asked> {
        let (body, explanation) = self.parts();
        match body.choice() {
            Body::Choice { stem, options } => Some(Asked {
                body: Body::Choice { stem, options },
                explanation,
            }),
            _ => None,
        }
    }

    fn parts(self) -> (Parts, String) {
        let Self {
            stem,
            wanted,
            why,
            working,
        } = self;
        let parts = match wanted {
            Wanted::Text { right, wrong } => Parts {
                stem,
                entries: texts(right, why, wrong),
                compare: None,
            },
            Wanted::Number {
                value,
                unit,
                precision,
                mistakes,
            } => {
                let mistakes = told_apart(value, unit, precision, mistakes);
                Parts {
                    stem: format!("{stem}{}", asked_how(unit, precision)),
                    entries: entries(value, unit, precision, why, mistakes),
                    compare: Some(match precision {
                        Precision::Exact => Compare::Number,
                        Precision::Places(_) => Compare::Near,
                    }),
                }
            }
        };
        (parts, working)
    }
}

/// A question that can be laid out: its answers, the right one first.
struct Parts {
    stem: String,
    entries: Vec<Entry>,
    /// How it is compared where it is typed; none: it is chosen.
    compare: Option<Compare>,
}

impl Parts {
    /// A choice, unless a number has fewer than two wrong options: that is typed.
    fn choice(self) -> Body {
        if self.compare.is_some() && self.entries.len() <= 2 {
            return self.typed();
        }
        Body::Choice {
            stem: self.stem,
            options: self.entries.into_iter().take(1 + WRONG).collect(),
        }
    }

    fn typed(self) -> Body {
        Body::Typed {
            stem: self.stem,
            answers: self.entries,
            compare: self.compare.unwrap_or_default(),
        }
    }
}

/// ` Answer in minutes, rounded to one decimal.`
fn asked_how(unit: Unit, precision: Precision) -> String {
    let parts: Vec<String> = unit.asked().into_iter().chain(precision.asked()).collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!("\n\nAnswer {}.", parts.join(", "))
    }
}

/// The mistakes whose outcome nobody could take for the right one, or for that of a mistake before it.
pub fn told_apart(
    value: Ratio,
    unit: Unit,
    precision: Precision,
    mistakes: Vec<Mistake>,
) -> Vec<Mistake> {
    let places = match precision {
        Precision::Exact => 0,
        Precision::Places(places) => u32::from(places),
    };
    let is_near = |a: Ratio, b: Ratio| {
        let apart = if a > b { a - b } else { b - a };
        let size = if b < whole(0) { -b } else { b };
        match precision {
            Precision::Exact => false,
            // What is typed may be off by 1 % and by half of the last place, either way.
            Precision::Places(_) => {
                apart <= size / whole(40) || apart <= Ratio::new(2, 10_i128.pow(places))
            }
        }
    };
    let mut kept: Vec<Mistake> = Vec::new();
    for mistake in mistakes {
        let text = shown(mistake.value, unit, precision);
        let is_same =
            |other: Ratio| is_near(mistake.value, other) || text == shown(other, unit, precision);
        // A count that is no whole number is nothing that anybody would answer.
        let is_odd = precision == Precision::Exact && !mistake.value.is_integer();
        if !is_odd && !is_same(value) && !kept.iter().any(|of| is_same(of.value)) {
            kept.push(mistake);
        }
    }
    kept
}

fn entries(
    value: Ratio,
    unit: Unit,
    precision: Precision,
    why: String,
    mistakes: Vec<Mistake>,
) -> Vec<Entry> {
    let places = match precision {
        Precision::Exact => 0,
        Precision::Places(places) => u32::from(places),
    };
    let right = Entry {
        text: shown(rounded(value, places), unit, precision),
        right: true,
        why: Some(why),
    };
    let wrong = mistakes.into_iter().map(|mistake| Entry {
        text: shown(mistake.value, unit, precision),
        right: false,
        why: Some(mistake.why),
    });
    std::iter::once(right).chain(wrong).collect()
}

fn texts(right: String, why: String, wrong: Vec<Wrong>) -> Vec<Entry> {
    let mut options = vec![Entry {
        text: right,
        right: true,
        why: Some(why),
    }];
    for wrong in wrong {
        let is_new = !options.iter().any(|option| option.text == wrong.text);
        if is_new && options.len() <= WRONG {
            options.push(Entry {
                text: wrong.text,
                right: false,
                why: Some(wrong.why),
            });
        }
    }
    options
}
