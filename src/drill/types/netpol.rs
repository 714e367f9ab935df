//! Network policies: who may connect to whom.
//!
//! A Pod that no policy selects for a direction is open in it; otherwise only what some rule of some policy allows passes, and a
//! connection needs the ingress side and the egress side. A `podSelector` alone means the policy's own namespace, a
//! `namespaceSelector` alone all Pods of those namespaces; both in one item mean and, in two items or; an empty selector selects all.
//! `policyTypes` left out means Ingress, and Egress where `egress` stands (Kubernetes documentation, "Network Policies").

mod draw;
mod told;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "netpol",
    name: "Network policies",
    about: "which Pods may connect under one or more network policies",
    version: 1,
    seconds: [45, 80, 120],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// A label that is selected; nothing selects all.
pub type Selector = Option<(&'static str, &'static str)>;

/// A Pod.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pod {
    /// Its name.
    pub name: &'static str,
    /// Its namespace.
    pub namespace: &'static str,
    /// Its label `app`.
    pub app: &'static str,
}

/// One item of `from` or `to`; at least one of its selectors is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer {
    /// `podSelector`, where it is there.
    pub pods: Option<Selector>,
    /// `namespaceSelector`, where it is there.
    pub namespaces: Option<Selector>,
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The other side; none means anybody.
    pub peers: Vec<Peer>,
    /// The port; none means every port.
    pub port: Option<u16>,
}

/// A policy with one direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Its name.
    pub name: &'static str,
    /// Its namespace.
    pub namespace: &'static str,
    /// The Pods that it is for.
    pub selects: Selector,
    /// Whether it is about ingress; otherwise about egress.
    pub is_ingress: bool,
    /// Its rules.
    pub rules: Vec<Rule>,
}

/// Namespaces and their label `team`.
pub const NAMESPACES: [(&str, &str); 3] = [("shop", "red"), ("ops", "blue"), ("lab", "red")];

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// Which directions a policy restricts.
    Directions {
        /// `policyTypes`, where it is there: ingress and egress.
        types: Option<(bool, bool)>,
        /// Whether `ingress` is there.
        has_ingress: bool,
        /// Whether `egress` is there.
        has_egress: bool,
        /// The label `app` that it selects.
        app: &'static str,
    },
    /// How many of some Pods may connect to another one.
    Count {
        /// Who is connected to.
        target: Pod,
        /// At which port.
        port: u16,
        /// Who wants to.
        clients: Vec<Pod>,
        /// The policies.
        policies: Vec<Policy>,
    },
}

/// How policies are read: rightly, or in a way that people get wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reading {
    /// Rightly.
    Right,
    /// Two selectors of one item as or.
    AndAsOr,
    /// A `podSelector` alone as one for all namespaces.
    Everywhere,
    /// No ports.
    AnyPort,
    /// Only the first policy of a Pod.
    FirstOnly,
    /// Every policy must allow it.
    AllMust,
    /// No egress.
    NoEgress,
    /// Policies hold in all namespaces.
    AllNamespaces,
}

fn has(selector: Selector, key: &str, value: &str) -> bool {
    selector.is_none_or(|(of, wanted)| of == key && wanted == value)
}

fn team(namespace: &str) -> &'static str {
    let found = NAMESPACES.iter().find(|(name, _)| *name == namespace);
    found.map_or("", |(_, team)| team)
}

impl Peer {
    fn is(self, other: &Pod, home: &str, read: Reading) -> bool {
        let pods = self.pods.map(|of| has(of, "app", other.app));
        let spaces = self
            .namespaces
            .map(|of| has(of, "team", team(other.namespace)));
        let is_home = other.namespace == home || read == Reading::Everywhere;
        match (pods, spaces) {
            (Some(pods), Some(spaces)) if read == Reading::AndAsOr => (pods && is_home) || spaces,
            (Some(pods), Some(spaces)) => pods && spaces,
            (Some(pods), None) => pods && is_home,
            (None, Some(spaces)) => spaces,
            (None, None) => false,
        }
    }
}

impl Policy {
    fn is_for(&self, pod: &Pod, is_ingress: bool, read: Reading) -> bool {
        self.is_ingress == is_ingress
            && (self.namespace == pod.namespace || read == Reading::AllNamespaces)
            && has(self.selects, "app", pod.app)
    }

    fn allows(&self, other: &Pod, port: u16, read: Reading) -> bool {
        self.rules.iter().any(|rule| {
            let is_port = read == Reading::AnyPort || rule.port.is_none_or(|of| of == port);
            let is_peer = rule.peers.is_empty()
                || rule
                    .peers
                    .iter()
                    .any(|peer| peer.is(other, self.namespace, read));
            is_port && is_peer
        })
    }
}

/// Whether one side lets a connection pass.
fn passes(
    policies: &[Policy],
    pod: &Pod,
    other: &Pod,
    port: u16,
    is_ingress: bool,
    read: Reading,
) -> bool {
    let mut selecting: Vec<&Policy> = policies
        .iter()
        .filter(|of| of.is_for(pod, is_ingress, read))
        .collect();
    if read == Reading::FirstOnly {
        selecting.truncate(1);
    }
    if selecting.is_empty() {
        return true;
    }
    let mut allows = selecting.iter().map(|of| of.allows(other, port, read));
    if read == Reading::AllMust {
        allows.all(|is| is)
    } else {
        allows.any(|is| is)
    }
}

fn connects(policies: &[Policy], client: &Pod, target: &Pod, port: u16, read: Reading) -> bool {
    let enters = passes(policies, target, client, port, true, read);
    let leaves = read == Reading::NoEgress || passes(policies, client, target, port, false, read);
    enters && leaves
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        draw::case(dice, level)
    }

    /// Tells it.
    pub fn tell(&self) -> Question {
        match self {
            Self::Directions {
                types,
                has_ingress,
                has_egress,
                app,
            } => told::directions(*types, *has_ingress, *has_egress, app),
            Self::Count {
                target,
                port,
                clients,
                policies,
            } => told::count(target, *port, clients, policies),
        }
    }
}
