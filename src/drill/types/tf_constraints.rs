//! Which version of a provider Terraform selects.
//!
//! All constraints of all modules must hold, and the newest version that meets them is taken. `~>` lets only its last part grow:
//! `~> 1.2` is at least 1.2 and below 2.0, `~> 1.2.0` is at least 1.2.0 and below 1.3.0. A pre-release is only taken when it is named
//! exactly. The version of the lock file is kept while it meets the constraints; otherwise `init` fails unless `-upgrade` is given
//! (Terraform documentation, "Version Constraints" and "Dependency Lock File").

mod told;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "tf-constraints",
    name: "Version constraints of Terraform",
    about: "which provider version is selected under constraints and a lock file",
    version: 1,
    seconds: [35, 55, 80],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// A version. Pre-releases are betas and come before the version without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// Major, minor, patch.
    pub parts: [u32; 3],
    /// Whether it is `-beta1`.
    pub is_beta: bool,
}

impl Version {
    /// `1.4.2`, `1.5.0-beta1`.
    pub fn text(self) -> String {
        let [major, minor, patch] = self.parts;
        let beta = if self.is_beta { "-beta1" } else { "" };
        format!("{major}.{minor}.{patch}{beta}")
    }

    fn rank(self) -> ([u32; 3], bool) {
        (self.parts, !self.is_beta)
    }
}

/// An operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `=`
    Equal,
    /// `!=`
    Not,
    /// `>=`
    AtLeast,
    /// `>`
    Above,
    /// `<=`
    AtMost,
    /// `<`
    Below,
    /// `~>`
    Pessimistic,
}

impl Operator {
    fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Not => "!=",
            Self::AtLeast => ">=",
            Self::Above => ">",
            Self::AtMost => "<=",
            Self::Below => "<",
            Self::Pessimistic => "~>",
        }
    }
}

/// A constraint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Constraint {
    /// Its operator.
    pub operator: Operator,
    /// Its version, with zeros for what is not written.
    pub version: [u32; 3],
    /// How many parts are written, 2 or 3.
    pub written: usize,
}

impl Constraint {
    /// `~> 1.2`.
    pub fn text(self) -> String {
        let parts: Vec<String> = self.version[..self.written]
            .iter()
            .map(u32::to_string)
            .collect();
        format!("{} {}", self.operator.sign(), parts.join("."))
    }

    fn has(self, of: Version) -> bool {
        if of.is_beta {
            return false;
        }
        let [major, minor, _] = self.version;
        let parts = of.parts;
        match self.operator {
            Operator::Equal => parts == self.version,
            Operator::Not => parts != self.version,
            Operator::AtLeast => parts >= self.version,
            Operator::Above => parts > self.version,
            Operator::AtMost => parts <= self.version,
            Operator::Below => parts < self.version,
            Operator::Pessimistic if self.written == 2 => {
                parts[0] == major && parts >= self.version
            }
            Operator::Pessimistic => {
                parts[0] == major && parts[1] == minor && parts >= self.version
            }
        }
    }

    /// As Cargo reads a version: everything below the next major one.
    fn as_caret(self, of: Version) -> bool {
        let parts = of.parts;
        !of.is_beta && parts[0] == self.version[0] && parts >= self.version
    }

    /// As if only patches could grow.
    fn as_patch(self, of: Version) -> bool {
        self.as_caret(of) && of.parts[1] == self.version[1]
    }
}

/// A lock file, and what is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lock {
    /// The version that it holds.
    pub version: Version,
    /// Whether `terraform init -upgrade` is run; otherwise it is `terraform init`.
    pub is_upgrade: bool,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The provider.
    pub provider: &'static str,
    /// The constraints of the root module.
    pub root: Vec<Constraint>,
    /// The constraint of a module that it calls.
    pub module: Option<Constraint>,
    /// The lock file.
    pub lock: Option<Lock>,
    /// What there is, the oldest first.
    pub versions: Vec<Version>,
}

const PROVIDERS: &[&str] = &[
    "example/net",
    "example/store",
    "example/cloud",
    "example/dns",
    "example/vault",
];

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        loop {
            let case = Self::any(dice, level);
            // Some version below the newest is right, or at the hard level there is none.
            let newest = case.versions.last().copied();
            let newest_allowed = case.newest();
            let is_plain = newest_allowed == newest && case.lock.is_none();
            let is_none = newest_allowed.is_none();
            // The lock file and the constraints lead to different versions.
            let is_telling = case
                .lock
                .is_none_or(|lock| newest_allowed != Some(lock.version));
            if !is_plain && is_telling && (!is_none || (level == Level::Hard && dice.chance(1, 8)))
            {
                return case;
            }
        }
    }

    fn any(dice: &mut Dice, level: Level) -> Self {
        let provider = PROVIDERS[dice.below(PROVIDERS.len() as u32) as usize];
        let versions = versions(dice, level);
        let root = match level {
            Level::Easy => vec![constraint(dice, &versions, false)],
            _ if dice.chance(1, 2) => vec![constraint(dice, &versions, true)],
            _ => vec![constraint(dice, &versions, true), not(dice, &versions)],
        };
        let module = (level != Level::Easy && dice.chance(2, 3)).then(|| bound(dice, &versions));
        let mut case = Self {
            provider,
            root,
            module,
            lock: None,
            versions,
        };
        if level == Level::Hard {
            case.lock = Some(case.locked(dice));
        }
        case
    }

    /// A lock file, half of the time with a version that meets the constraints.
    fn locked(&self, dice: &mut Dice) -> Lock {
        let plain = self.versions.iter().copied().filter(|of| !of.is_beta);
        let allowed: Vec<Version> = plain.clone().filter(|of| self.has(*of)).collect();
        let from = if allowed.is_empty() || dice.chance(1, 2) {
            plain.collect()
        } else {
            allowed
        };
        Lock {
            version: *dice.pick(&from),
            is_upgrade: dice.chance(1, 3),
        }
    }

    /// All constraints.
    fn constraints(&self) -> Vec<Constraint> {
        self.root.iter().copied().chain(self.module).collect()
    }

    fn has(&self, of: Version) -> bool {
        self.constraints()
            .iter()
            .all(|constraint| constraint.has(of))
    }

    fn newest_of(&self, accepts: impl Fn(Version) -> bool) -> Option<Version> {
        let list = self.versions.iter().copied();
        list.filter(|of| accepts(*of)).max_by_key(|of| of.rank())
    }

    /// The newest that meets all constraints.
    fn newest(&self) -> Option<Version> {
        self.newest_of(|of| self.has(of))
    }

    /// What is selected; nothing when `init` fails.
    fn answer(&self) -> Option<Version> {
        match self.lock {
            Some(lock) if !lock.is_upgrade => Some(lock.version).filter(|of| self.has(*of)),
            _ => self.newest(),
        }
    }

    /// Tells it.
    pub fn tell(&self) -> Question {
        told::question(self)
    }
}

/// Eight or so versions over two major ones, in order, one minor above 9 among them.
fn versions(dice: &mut Dice, level: Level) -> Vec<Version> {
    let major = dice.between(1, 5) as u32;
    let minor = dice.between(1, 8) as u32;
    let mut list = Vec::new();
    let mut add = |parts, is_beta| list.push(Version { parts, is_beta });
    let mut at = minor;
    for _ in 0..3 {
        add([major, at, 0], false);
        let patch = dice.between(1, 4) as u32;
        add([major, at, patch], false);
        at += dice.between(1, 2) as u32;
    }
    add([major, at.max(10), 0], false);
    add([major + 1, 0, 0], false);
    add([major + 1, dice.between(1, 3) as u32, 0], false);
    if level != Level::Easy {
        add([major, at.max(10) + 1, 0], true);
    }
    list.sort_by_key(|of| of.rank());
    list
}

/// A constraint near one of these versions.
fn constraint(dice: &mut Dice, versions: &[Version], is_narrow: bool) -> Constraint {
    let low = versions[dice.below(4) as usize].parts;
    let pessimistic = |written: usize| Constraint {
        operator: Operator::Pessimistic,
        version: if written == 2 {
            [low[0], low[1], 0]
        } else {
            low
        },
        written,
    };
    match dice.below(if is_narrow { 3 } else { 5 }) {
        0 | 1 => pessimistic(2),
        2 => pessimistic(3),
        _ => bound(dice, versions),
    }
}

/// An upper or lower bound.
fn bound(dice: &mut Dice, versions: &[Version]) -> Constraint {
    let plain: Vec<[u32; 3]> = versions
        .iter()
        .filter(|of| !of.is_beta)
        .map(|of| of.parts)
        .collect();
    let middle = plain[1 + dice.below(plain.len() as u32 - 2) as usize];
    let operator = *dice.pick(&[
        Operator::Below,
        Operator::Below,
        Operator::AtMost,
        Operator::AtLeast,
        Operator::Above,
    ]);
    Constraint {
        operator,
        version: middle,
        written: 3,
    }
}

fn not(dice: &mut Dice, versions: &[Version]) -> Constraint {
    let plain: Vec<[u32; 3]> = versions
        .iter()
        .filter(|of| !of.is_beta)
        .map(|of| of.parts)
        .collect();
    // Of the first major version: the next one is left out by `~>` anyhow.
    let most = plain.len() as u32 - 5;
    Constraint {
        operator: Operator::Not,
        version: plain[3 + dice.below(most) as usize],
        written: 3,
    }
}
