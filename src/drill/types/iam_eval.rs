//! Whether IAM allows a request, and which policy decides.
//!
//! An explicit deny anywhere ends it. A control policy of the organization, a permissions boundary and a session policy grant nothing
//! and must each allow it. In one account the identity policy or the bucket policy must grant it; across accounts both must. What a
//! bucket policy of the same account grants to a user's ARN needs neither the identity policy nor the boundary; what it grants to a
//! role's ARN needs the boundary and the session policy, but not the identity policy (IAM user guide, "Policy evaluation logic" and
//! "Permissions boundaries for IAM entities"). At most one thing stops a request here, so that one answer is right.

mod draw;
mod told;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "iam-eval",
    name: "Policies of IAM",
    about: "identity, resource, boundary, session and organization policies, and which of them decides",
    version: 1,
    seconds: [40, 70, 110],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// Where a policy is attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// To the user or role.
    Identity,
    /// To the bucket.
    Bucket,
    /// As a permissions boundary.
    Boundary,
    /// Given when the role was assumed.
    Session,
    /// A service control policy on the account of the caller.
    Scp,
    /// A resource control policy on the account of the bucket, beside the one of AWS that allows everything.
    Rcp,
}

impl Layer {
    /// In words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Identity => "identity policy",
            Self::Bucket => "bucket policy",
            Self::Boundary => "permissions boundary",
            Self::Session => "session policy",
            Self::Scp => "service control policy",
            Self::Rcp => "resource control policy",
        }
    }
}

/// What must hold for a statement. The keys are always in the request, so a missing one need not be thought of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// `Bool` with `aws:MultiFactorAuthPresent`.
    Mfa(bool),
    /// `IpAddress` with `aws:SourceIp` in 203.0.113.0/24.
    Office,
    /// `NotIpAddress` with the same.
    NotOffice,
}

impl Condition {
    /// As a policy says it.
    pub fn text(self) -> &'static str {
        match self {
            Self::Mfa(true) => r#"`"Bool": {"aws:MultiFactorAuthPresent": "true"}`"#,
            Self::Mfa(false) => r#"`"Bool": {"aws:MultiFactorAuthPresent": "false"}`"#,
            Self::Office => r#"`"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}`"#,
            Self::NotOffice => r#"`"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}`"#,
        }
    }
}

/// A statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Whether it allows; otherwise it denies.
    pub allows: bool,
    /// Its action, with wildcards.
    pub action: &'static str,
    /// Its resource, with wildcards.
    pub resource: &'static str,
    /// Its condition.
    pub condition: Option<Condition>,
}

impl Statement {
    /// ``Allow `s3:*` on `*` ``.
    pub fn text(&self) -> String {
        let effect = if self.allows { "Allow" } else { "Deny" };
        let condition = self.condition.map_or_else(String::new, |of| {
            format!(" under the condition {}", of.text())
        });
        format!(
            "{effect} `{}` on `{}`{condition}",
            self.action, self.resource
        )
    }
}

/// A policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Where it is attached.
    pub layer: Layer,
    /// Its statements.
    pub statements: Vec<Statement>,
}

/// A request and all policies that are about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Whether a user asks; otherwise it is somebody in the session of a role.
    pub is_user: bool,
    /// Whether the bucket is in the account of the caller.
    pub is_same: bool,
    /// What is asked for.
    pub action: &'static str,
    /// Of what.
    pub resource: &'static str,
    /// Whether the caller used a second factor.
    pub has_mfa: bool,
    /// Where from.
    pub address: &'static str,
    /// The policies.
    pub policies: Vec<Policy>,
}

/// What stops a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// A statement that denies.
    Deny(Layer),
    /// A policy that would have to allow it and does not.
    Silent(Layer),
    /// Neither the identity policy nor the bucket policy grants it.
    Ungranted,
}

impl Stop {
    /// As an option.
    pub fn text(self) -> String {
        match self {
            Self::Deny(layer) => format!("Denied: a statement of the {} denies it", layer.word()),
            Self::Silent(layer) => format!("Denied: the {} does not allow it", layer.word()),
            Self::Ungranted => {
                "Denied: neither the identity policy nor the bucket policy grants it".to_owned()
            }
        }
    }
}

/// Whether a pattern with `*` matches all of a text.
fn glob(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = text.strip_prefix(parts.next().unwrap_or_default()) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else {
        return rest.is_empty();
    };
    for part in middle {
        match rest.find(part) {
            Some(place) => rest = &rest[place + part.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        draw::case(dice, level)
    }

    fn is_from_office(&self) -> bool {
        self.address.starts_with("203.0.113.")
    }

    fn holds(&self, condition: Condition) -> bool {
        match condition {
            Condition::Mfa(wanted) => self.has_mfa == wanted,
            Condition::Office => self.is_from_office(),
            Condition::NotOffice => !self.is_from_office(),
        }
    }

    /// Whether a statement is about this request.
    fn matches(&self, of: &Statement) -> bool {
        glob(of.action, self.action)
            && glob(of.resource, self.resource)
            && of.condition.is_none_or(|of| self.holds(of))
    }

    fn policy(&self, layer: Layer) -> Option<&Policy> {
        self.policies.iter().find(|of| of.layer == layer)
    }

    fn finds(&self, layer: Layer, allows: bool) -> Option<&Statement> {
        let statements = &self.policy(layer)?.statements;
        statements
            .iter()
            .find(|of| of.allows == allows && self.matches(of))
    }

    fn allowed_by(&self, layer: Layer) -> bool {
        self.finds(layer, true).is_some()
    }

    /// Whether a policy stands there and does not allow it.
    fn is_silent(&self, layer: Layer) -> bool {
        self.policy(layer).is_some() && !self.allowed_by(layer)
    }

    /// Everything that stops it.
    fn stops(&self) -> Vec<Stop> {
        let denies = self.policies.iter().map(|of| of.layer);
        let mut stops: Vec<Stop> = denies
            .filter(|layer| self.finds(*layer, false).is_some())
            .map(Stop::Deny)
            .collect();
        let identity = self.allowed_by(Layer::Identity);
        let bucket = self.allowed_by(Layer::Bucket);
        if self.is_same {
            if !identity && !bucket {
                stops.push(if self.policy(Layer::Bucket).is_some() {
                    Stop::Ungranted
                } else {
                    Stop::Silent(Layer::Identity)
                });
            }
        } else {
            if !identity {
                stops.push(Stop::Silent(Layer::Identity));
            }
            if !bucket {
                stops.push(Stop::Silent(Layer::Bucket));
            }
        }
        for layer in [Layer::Boundary, Layer::Session, Layer::Scp] {
            let is_spared = layer == Layer::Boundary && self.is_same && self.is_user && bucket;
            if self.is_silent(layer) && !is_spared {
                stops.push(Stop::Silent(layer));
            }
        }
        stops
    }

    /// Tells it.
    pub fn tell(&self) -> Question {
        told::question(self)
    }
}
