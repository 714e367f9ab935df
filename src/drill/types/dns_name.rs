//! Names in the cluster: of Services and Pods, as short as they work, and how often a resolver asks.
//!
//! A Service is `name.namespace.svc.cluster.local`, a Pod of a headless Service `pod.service.namespace.svc.cluster.local`, a port
//! `_port._protocol.` before the Service, and an address `a-b-c-d.namespace.pod.cluster.local` (Kubernetes documentation, "DNS for
//! Services and Pods"). A resolver tries its search list first when a name has fewer dots than `ndots`, and last otherwise; a dot at the
//! end leaves the list out (resolv.conf(5), as glibc does it; musl gives up after the name as it stands).

mod told;

use super::parts::size;
use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "dns-name",
    name: "Names in the cluster",
    about: "DNS names of Services and Pods, short names from other namespaces, and search lists",
    version: 1,
    seconds: [30, 45, 80],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// A Service and its namespace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its name.
    pub name: &'static str,
    /// Its namespace.
    pub namespace: &'static str,
}

/// How a name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// `db`
    Name,
    /// `db.prod`
    Namespace,
    /// `db.prod.svc`
    Svc,
    /// `db.prod.svc.cluster.local`
    Full,
    /// `db.prod.svc.cluster.local.`
    Rooted,
    /// A name outside of the cluster.
    Outside(&'static str),
}

/// A lookup from a Pod.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lookup {
    /// What is looked for.
    pub service: Service,
    /// The namespace of the Pod that asks.
    pub from: &'static str,
    /// How it is written.
    pub written: Written,
    /// `ndots` of the Pod.
    pub ndots: i64,
    /// A domain of the node that stands after the three of the cluster.
    pub node: Option<&'static str>,
}

impl Lookup {
    /// As it is written.
    pub fn text(&self) -> String {
        let Service { name, namespace } = self.service;
        match self.written {
            Written::Name => name.to_owned(),
            Written::Namespace => format!("{name}.{namespace}"),
            Written::Svc => format!("{name}.{namespace}.svc"),
            Written::Full => format!("{name}.{namespace}.svc.cluster.local"),
            Written::Rooted => format!("{name}.{namespace}.svc.cluster.local."),
            Written::Outside(host) => host.to_owned(),
        }
    }

    /// The place in the search list, from 1, that makes the name right.
    fn place(&self) -> Option<i64> {
        match self.written {
            Written::Name => Some(1),
            // With the Pod's own namespace the second entry is the first that fits, too.
            Written::Namespace => Some(2),
            Written::Svc => Some(3),
            _ => None,
        }
    }

    fn dots(&self) -> i64 {
        size(self.text().matches('.').count())
    }

    fn domains(&self) -> i64 {
        3 + i64::from(self.node.is_some())
    }

    /// Whether the name is tried as it stands before the search list.
    fn is_tried_first(&self) -> bool {
        self.dots() >= self.ndots
    }

    /// How many names are asked for until one is found.
    fn queries(&self) -> i64 {
        match (self.written, self.place()) {
            (Written::Rooted, _) => 1,
            (_, Some(place)) => place + i64::from(self.is_tried_first()),
            (_, None) if self.is_tried_first() => 1,
            (_, None) => self.domains() + 1,
        }
    }
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// The full name of a Service.
    Full(Service),
    /// The name of a Pod's address.
    Address {
        /// The address.
        address: [u8; 4],
        /// Its namespace.
        namespace: &'static str,
    },
    /// The shortest name that works.
    Short {
        /// What is looked for.
        service: Service,
        /// The namespace of the Pod that asks.
        from: &'static str,
    },
    /// The name of one Pod of a `StatefulSet`.
    Member {
        /// The headless Service.
        service: Service,
        /// The `StatefulSet`.
        set: &'static str,
        /// The number of the Pod.
        number: i64,
    },
    /// The name of a port.
    Port {
        /// The Service.
        service: Service,
        /// The port.
        port: &'static str,
        /// Its protocol, as a manifest says it.
        protocol: &'static str,
    },
    /// How many names a resolver asks for.
    Queries(Lookup),
}

const SERVICES: &[&str] = &[
    "db", "api", "cache", "orders", "users", "search", "queue", "auth",
];
const NAMESPACES: &[&str] = &["prod", "dev", "staging", "shop", "billing", "data", "web"];
const SETS: &[&str] = &["postgres", "kafka", "redis", "mongo", "zk"];
/// Headless Services, as people name them beside the set that they stand for.
const HEADLESS: &[&str] = &["peers", "members", "nodes", "headless", "internal"];
/// Ports, each with the protocol that is spoken there.
const PORTS: &[(&str, &str)] = &[
    ("http", "TCP"),
    ("grpc", "TCP"),
    ("metrics", "TCP"),
    ("admin", "TCP"),
    ("client", "TCP"),
    ("statsd", "UDP"),
    ("quic", "UDP"),
];
const OUTSIDE: &[&str] = &[
    "example.com",
    "api.example.com",
    "s3.eu-west-1.example.com",
    "registry.example.org",
    "login.corp.example.net",
];
const NODES: &[&str] = &["ec2.internal", "eu-west-1.compute.internal", "corp.example"];

fn text(dice: &mut Dice, from: &[&'static str]) -> &'static str {
    from[dice.below(from.len() as u32) as usize]
}

fn service(dice: &mut Dice) -> Service {
    Service {
        name: text(dice, SERVICES),
        namespace: text(dice, NAMESPACES),
    }
}

/// A namespace that is not this one.
fn elsewhere(dice: &mut Dice, than: &'static str) -> &'static str {
    let others: Vec<&'static str> = NAMESPACES
        .iter()
        .copied()
        .filter(|of| *of != than)
        .collect();
    text(dice, &others)
}

/// A lookup, of names that need the search list and of names that do not.
fn lookup(dice: &mut Dice, service: Service) -> Lookup {
    let outside = Written::Outside(text(dice, OUTSIDE));
    let written = *dice.pick(&[
        Written::Name,
        Written::Namespace,
        Written::Namespace,
        Written::Svc,
        Written::Full,
        Written::Full,
        Written::Rooted,
        outside,
        outside,
    ]);
    let from = if written == Written::Name {
        service.namespace
    } else {
        elsewhere(dice, service.namespace)
    };
    Lookup {
        service,
        from,
        written,
        ndots: *dice.pick(&[5, 5, 5, 2, 1]),
        node: dice.chance(1, 3).then(|| text(dice, NODES)),
    }
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        let service = service(dice);
        match level {
            Level::Easy if dice.chance(2, 3) => Self::Full(service),
            Level::Easy => Self::Address {
                address: [
                    10,
                    dice.between(0, 254) as u8,
                    dice.between(0, 254) as u8,
                    dice.between(2, 254) as u8,
                ],
                namespace: service.namespace,
            },
            Level::Medium => Self::draw_name(dice, service),
            Level::Hard => Self::Queries(lookup(dice, service)),
        }
    }

    /// A name with more than one kind of part.
    fn draw_name(dice: &mut Dice, service: Service) -> Self {
        match dice.below(3) {
            0 => {
                let from = if dice.chance(1, 4) {
                    service.namespace
                } else {
                    elsewhere(dice, service.namespace)
                };
                Self::Short { service, from }
            }
            1 => {
                let set = text(dice, SETS);
                let name = text(dice, HEADLESS);
                Self::Member {
                    service: Service { name, ..service },
                    set,
                    number: dice.between(0, 5),
                }
            }
            _ => {
                let (port, protocol) = *dice.pick(PORTS);
                Self::Port {
                    service,
                    port,
                    protocol,
                }
            }
        }
    }

    /// Tells it.
    pub fn tell(&self) -> Question {
        match self {
            Self::Full(service) => told::full(*service),
            Self::Address { address, namespace } => told::address(*address, namespace),
            Self::Short { service, from } => told::short(*service, from),
            Self::Member {
                service,
                set,
                number,
            } => told::member(*service, set, *number),
            Self::Port {
                service,
                port,
                protocol,
            } => told::port(*service, port, protocol),
            Self::Queries(lookup) => told::queries(lookup),
        }
    }
}
