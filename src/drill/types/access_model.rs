//! Models of access control: Bell-LaPadula, Biba, Brewer-Nash, Clark-Wilson.
//!
//! Bell-LaPadula keeps secrets: no read up (simple security), no write down (the star property), and a label dominates another with a
//! level at least as high and all of its compartments (Bell and La Padula 1976). Biba's strict integrity policy is its mirror: no read
//! down, no write up (Biba 1977). Brewer-Nash lets a consultant see one company of each class of competitors (Brewer and Nash 1989).
//! Clark-Wilson lets a user change an item only by a procedure that a triple allows, and who certifies it must not run it (Clark and
//! Wilson 1987).

mod duties;
mod told;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "access-model",
    name: "Models of access",
    about: "decisions of Bell-LaPadula, Biba, Brewer-Nash and Clark-Wilson",
    version: 1,
    seconds: [25, 45, 80],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// A model with labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Model {
    /// Confidentiality.
    BellLaPadula,
    /// Integrity.
    Biba,
}

/// A level and compartments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// From 0, the lowest.
    pub level: usize,
    /// Compartments, in order.
    pub compartments: Vec<&'static str>,
}

/// Levels of confidentiality.
pub const SECRECY: [&str; 4] = ["Unclassified", "Confidential", "Secret", "Top Secret"];
/// Levels of integrity.
pub const INTEGRITY: [&str; 4] = ["Untrusted", "Low", "Medium", "High"];

impl Label {
    /// `Secret`.
    fn level_text(&self, model: Model) -> &'static str {
        match model {
            Model::BellLaPadula => SECRECY[self.level.min(3)],
            Model::Biba => INTEGRITY[self.level.min(3)],
        }
    }

    /// `Secret (crypto)`.
    pub fn text(&self, model: Model) -> String {
        let name = self.level_text(model);
        if self.compartments.is_empty() {
            name.to_owned()
        } else {
            format!("{name} ({})", self.compartments.join(", "))
        }
    }

    fn has_compartments_of(&self, other: &Self) -> bool {
        other
            .compartments
            .iter()
            .all(|of| self.compartments.contains(of))
    }

    fn dominates(&self, other: &Self) -> bool {
        self.level >= other.level && self.has_compartments_of(other)
    }
}

/// Which label must dominate, and which one it must dominate: secrets flow up, trust flows down.
fn high_and_low<'a>(
    model: Model,
    subject: &'a Label,
    object: &'a Label,
    is_read: bool,
) -> (&'a Label, &'a Label) {
    if (model == Model::BellLaPadula) == is_read {
        (subject, object)
    } else {
        (object, subject)
    }
}

/// Whether a model lets a subject do it.
fn is_allowed(model: Model, subject: &Label, object: &Label, is_read: bool) -> bool {
    let (high, low) = high_and_low(model, subject, object, is_read);
    high.dominates(low)
}

/// Companies that compete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rivals {
    /// What they do.
    pub trade: &'static str,
    /// Who they are.
    pub companies: Vec<&'static str>,
}

/// A user, a procedure and an item that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Triple {
    /// The user.
    pub user: &'static str,
    /// The procedure.
    pub procedure: &'static str,
    /// The item.
    pub item: &'static str,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// Whether a subject may read or write an object.
    Single {
        /// The model.
        model: Model,
        /// The subject.
        subject: Label,
        /// The object.
        object: Label,
        /// Whether it wants to read; otherwise to write.
        is_read: bool,
    },
    /// Of how many objects this holds.
    Many {
        /// The model.
        model: Model,
        /// The subject.
        subject: Label,
        /// The objects.
        objects: Vec<Label>,
        /// Whether reading is asked for.
        reads: bool,
        /// Whether writing is asked for; with both, both must be allowed.
        writes: bool,
    },
    /// Of how many companies a consultant may still see the data.
    Wall {
        /// Classes of competitors.
        classes: Vec<Rivals>,
        /// Those whose data the consultant has seen.
        seen: Vec<&'static str>,
    },
    /// Whether a user may change an item.
    Change {
        /// The triples that are allowed.
        triples: Vec<Triple>,
        /// What is wanted; without a procedure it is a direct change.
        wanted: Triple,
        /// Who certified the procedure.
        certifier: &'static str,
    },
}

/// No procedure: the item is changed directly.
pub const DIRECTLY: &str = "";

const COMPARTMENTS: &[&str] = &["crypto", "nuclear", "finance"];
const TRADES: &[(&str, &[&str])] = &[
    (
        "banks",
        &["Alder Bank", "Birch Bank", "Cedar Bank", "Dune Bank"],
    ),
    ("airlines", &["Eagle Air", "Falcon Air", "Gull Air"]),
    ("oil", &["Harbor Oil", "Inlet Oil", "Jetty Oil", "Keel Oil"]),
    ("telecoms", &["Linden Tel", "Maple Tel", "Nettle Tel"]),
];
const USERS: &[&str] = &["Ana", "Ben", "Cleo", "Dan"];
/// Procedures and what each of them is made for.
const PROCEDURES: &[(&str, &str)] = &[
    ("post-invoice", "ledger"),
    ("pay-out", "payroll"),
    ("adjust-stock", "stock list"),
    ("close-month", "accounts"),
];

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            Level::Easy => single(dice, false),
            Level::Medium if dice.chance(2, 3) => single(dice, true),
            Level::Medium => change(dice),
            Level::Hard if dice.chance(2, 3) => many(dice),
            Level::Hard => wall(dice),
        }
    }

    /// Tells it.
    pub fn tell(&self) -> Question {
        match self {
            Self::Single {
                model,
                subject,
                object,
                is_read,
            } => told::single(*model, subject, object, *is_read),
            Self::Many {
                model,
                subject,
                objects,
                reads,
                writes,
            } => told::many(*model, subject, objects, *reads, *writes),
            Self::Wall { classes, seen } => duties::wall(classes, seen),
            Self::Change {
                triples,
                wanted,
                certifier,
            } => duties::change(triples, *wanted, certifier),
        }
    }
}

fn model(dice: &mut Dice) -> Model {
    *dice.pick(&[Model::BellLaPadula, Model::Biba])
}

fn label(dice: &mut Dice, with_compartments: bool) -> Label {
    let level = dice.below(4) as usize;
    let compartments = COMPARTMENTS
        .iter()
        .copied()
        .filter(|_| with_compartments && dice.chance(1, 2))
        .collect();
    Label {
        level,
        compartments,
    }
}

fn single(dice: &mut Dice, with_compartments: bool) -> Case {
    let is_allowed_wanted = dice.chance(2, 5);
    loop {
        let model = if with_compartments && dice.chance(2, 3) {
            Model::BellLaPadula
        } else {
            model(dice)
        };
        // Compartments belong to confidentiality.
        let has = with_compartments && model == Model::BellLaPadula;
        let (subject, object) = (label(dice, has), label(dice, has));
        let is_read = dice.chance(1, 2);
        let (high, low) = high_and_low(model, &subject, &object, is_read);
        // Only one of level and compartments may be what is wrong.
        let is_clear = high.level >= low.level || high.has_compartments_of(low);
        let is_trivial = has && subject.compartments.is_empty() && object.compartments.is_empty();
        let is = is_allowed(model, &subject, &object, is_read);
        if is_clear && !is_trivial && is == is_allowed_wanted {
            return Case::Single {
                model,
                subject,
                object,
                is_read,
            };
        }
    }
}

fn many(dice: &mut Dice) -> Case {
    let model = model(dice);
    let has = model == Model::BellLaPadula;
    let subject = Label {
        level: dice.between(1, 2) as usize,
        compartments: label(dice, has).compartments,
    };
    let mut objects: Vec<Label> = Vec::new();
    while objects.len() < 6 {
        let object = label(dice, has);
        let most = if has { 1 } else { 2 };
        if objects.iter().filter(|of| **of == object).count() < most {
            objects.push(object);
        }
    }
    let (reads, writes) = *dice.pick(&[(true, false), (false, true), (true, true)]);
    Case::Many {
        model,
        subject,
        objects,
        reads,
        writes,
    }
}

fn wall(dice: &mut Dice) -> Case {
    let classes: Vec<Rivals> = dice
        .some(TRADES, 3)
        .into_iter()
        .map(|(trade, companies)| Rivals {
            trade,
            companies: companies.to_vec(),
        })
        .collect();
    let count = dice.between(1, 2) as usize;
    let mut seen = Vec::new();
    for class in dice.some(&classes, count) {
        seen.push(class.companies[dice.below(class.companies.len() as u32) as usize]);
    }
    Case::Wall { classes, seen }
}

fn change(dice: &mut Dice) -> Case {
    let users = dice.some(USERS, 3);
    let triples: Vec<Triple> = dice
        .some(PROCEDURES, 3)
        .into_iter()
        .zip(users.iter().copied())
        .map(|((procedure, item), user)| Triple {
            user,
            procedure,
            item,
        })
        .collect();
    let place = dice.below(3) as usize;
    let (next, last) = ((place + 1) % 3, (place + 2) % 3);
    let mut wanted = triples[place];
    let mut certifier = users[next];
    match dice.below(6) {
        0 | 1 => {}
        2 => wanted.procedure = DIRECTLY,
        3 => certifier = wanted.user,
        4 => wanted.item = triples[next].item,
        // Somebody else's procedure, certified by the third, so that only the triple decides.
        _ => {
            wanted.user = users[next];
            certifier = users[last];
        }
    }
    Case::Change {
        triples,
        wanted,
        certifier,
    }
}
