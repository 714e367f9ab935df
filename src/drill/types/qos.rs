//! Quality of service of Pods, and who is evicted first.
//!
//! Guaranteed: every container, init containers too, has limits of CPU and memory, and requests equal to them; a request that is not
//! set is the limit. `BestEffort`: no container has any. Burstable: all others (Kubernetes documentation, "Pod Quality of Service
//! Classes"). When a node is short of memory the kubelet evicts first who uses more than it requested, of these the lowest priority, of
//! these who is furthest above its request ("Node-pressure Eviction", Pod selection).

mod told;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "qos",
    name: "Quality of service",
    about: "the class of a Pod from its requests and limits, and who is evicted first",
    version: 1,
    seconds: [30, 50, 75],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// What a container says of one resource: in thousandths of a CPU, or in MiB.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Resource {
    /// Its request.
    pub request: Option<i64>,
    /// Its limit.
    pub limit: Option<i64>,
}

impl Resource {
    /// The request that holds: the limit where only that is set.
    fn holds(self) -> Option<i64> {
        self.request.or(self.limit)
    }

    fn is_guaranteed(self) -> bool {
        self.limit.is_some() && self.holds() == self.limit
    }

    fn is_unset(self) -> bool {
        self.request.is_none() && self.limit.is_none()
    }
}

/// A container.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Container {
    /// Its name.
    pub name: &'static str,
    /// Whether it is an init container.
    pub is_init: bool,
    /// CPU.
    pub cpu: Resource,
    /// Memory.
    pub memory: Resource,
}

impl Container {
    fn is_guaranteed(&self) -> bool {
        self.cpu.is_guaranteed() && self.memory.is_guaranteed()
    }

    fn is_unset(&self) -> bool {
        self.cpu.is_unset() && self.memory.is_unset()
    }
}

/// A class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Guaranteed.
    Guaranteed,
    /// Burstable.
    Burstable,
    /// `BestEffort`.
    BestEffort,
}

impl Class {
    /// As Kubernetes names it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Guaranteed => "Guaranteed",
            Self::Burstable => "Burstable",
            Self::BestEffort => "BestEffort",
        }
    }
}

/// A Pod on a node that is short of memory, in MiB.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// Its name.
    pub name: &'static str,
    /// What it requests, 0 for nothing.
    pub request: i64,
    /// What it uses.
    pub usage: i64,
    /// Its priority.
    pub priority: i64,
}

impl Running {
    fn is_above(&self) -> bool {
        self.usage > self.request
    }

    fn above(&self) -> i64 {
        self.usage - self.request
    }

    /// Who has more of this is evicted before.
    fn rank(&self) -> (bool, i64, i64) {
        (self.is_above(), -self.priority, self.above())
    }
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Case {
    /// The class of a Pod.
    Class(Vec<Container>),
    /// Who is evicted first.
    Evicted(Vec<Running>),
}

/// How a container sets its resources.
#[derive(Clone, Copy)]
enum Shape {
    Equal,
    LimitsOnly,
    Mixed,
    Lower,
    RequestsOnly,
    MemoryOnly,
    CpuLower,
    Nothing,
}

const GUARANTEED: &[Shape] = &[Shape::Equal, Shape::LimitsOnly, Shape::Mixed];
const BURSTABLE: &[Shape] = &[
    Shape::Lower,
    Shape::RequestsOnly,
    Shape::MemoryOnly,
    Shape::CpuLower,
];

fn container(dice: &mut Dice, name: &'static str, is_init: bool, shape: Shape) -> Container {
    let cpu = *dice.pick(&[100, 200, 250, 500, 1_000, 2_000]);
    let memory = *dice.pick(&[64, 128, 256, 512, 1_024, 2_048]);
    let equal = |value| Resource {
        request: Some(value),
        limit: Some(value),
    };
    let only = |value| Resource {
        request: None,
        limit: Some(value),
    };
    let lower = |value: i64| Resource {
        request: Some(value / 2),
        limit: Some(value),
    };
    let request = |value| Resource {
        request: Some(value),
        limit: None,
    };
    let (cpu, memory) = match shape {
        Shape::Equal => (equal(cpu), equal(memory)),
        Shape::LimitsOnly => (only(cpu), only(memory)),
        Shape::Mixed => (only(cpu), equal(memory)),
        Shape::Lower => (lower(cpu), lower(memory)),
        Shape::RequestsOnly => (request(cpu), request(memory)),
        Shape::MemoryOnly => (Resource::default(), equal(memory)),
        Shape::CpuLower => (lower(cpu), equal(memory)),
        Shape::Nothing => (Resource::default(), Resource::default()),
    };
    Container {
        name,
        is_init,
        cpu,
        memory,
    }
}

const NAMES: &[&str] = &["app", "web", "api", "worker"];
const SIDES: &[&str] = &["proxy", "logger", "metrics"];
const INITS: &[&str] = &["migrate", "fetch-config"];
const PODS: &[&str] = &["api", "web", "worker", "cache", "report", "search", "mail"];

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            Level::Easy => {
                let shape = match dice.below(9) {
                    0..=3 => *dice.pick(GUARANTEED),
                    4..=7 => *dice.pick(BURSTABLE),
                    _ => Shape::Nothing,
                };
                let name = *dice.pick::<&'static str>(NAMES);
                Self::Class(vec![container(dice, name, false, shape)])
            }
            Level::Medium => Self::draw_two(dice),
            Level::Hard => Self::draw_evicted(dice),
        }
    }

    /// Two or three containers, of which one may spoil it.
    fn draw_two(dice: &mut Dice) -> Self {
        let main = *dice.pick::<&'static str>(NAMES);
        let (second, is_init) = if dice.chance(1, 3) {
            (*dice.pick::<&'static str>(INITS), true)
        } else {
            (*dice.pick::<&'static str>(SIDES), false)
        };
        let (first, other) = match dice.below(12) {
            0..=4 => (*dice.pick(GUARANTEED), *dice.pick(GUARANTEED)),
            5 | 6 => (*dice.pick(GUARANTEED), *dice.pick(BURSTABLE)),
            7 | 8 => (*dice.pick(GUARANTEED), Shape::Nothing),
            9 => (Shape::Nothing, *dice.pick(BURSTABLE)),
            10 => (Shape::Nothing, Shape::MemoryOnly),
            _ => (Shape::Nothing, Shape::Nothing),
        };
        let mut list = vec![
            container(dice, main, false, first),
            container(dice, second, is_init, other),
        ];
        if is_init {
            list.swap(0, 1);
        }
        Self::Class(list)
    }

    fn draw_evicted(dice: &mut Dice) -> Self {
        loop {
            let names = dice.some(PODS, 4);
            let pods: Vec<Running> = names
                .into_iter()
                .map(|name| {
                    let request = *dice.pick(&[0, 128, 256, 512, 768, 1_024]);
                    let low = (request / 2).max(40) / 10;
                    let high = (request * 3 / 2).max(300) / 10;
                    Running {
                        name,
                        request,
                        usage: dice.between(low, high) * 10,
                        priority: *dice.pick(&[0, 0, 100, 1_000, 10_000]),
                    }
                })
                .collect();
            if is_worth_asking(&pods) {
                return Self::Evicted(pods);
            }
        }
    }

    /// Tells it.
    pub fn tell(&self) -> Question {
        match self {
            Self::Class(containers) => told::class_question(containers),
            Self::Evicted(pods) => told::evicted(pods),
        }
    }
}

/// One is first without doubt, and a single column does not show which.
fn is_worth_asking(pods: &[Running]) -> bool {
    let Some(first) = pods.iter().max_by_key(|pod| pod.rank()) else {
        return false;
    };
    let above = pods.iter().filter(|pod| pod.is_above()).count();
    let ties = pods.iter().filter(|pod| pod.rank() == first.rank()).count();
    let uses_most = pods.iter().all(|pod| pod.usage <= first.usage);
    let furthest = pods.iter().all(|pod| pod.above() <= first.above());
    let lowest = pods.iter().all(|pod| pod.priority >= first.priority);
    (2..=3).contains(&above) && ties == 1 && !uses_most && !(furthest && lowest)
}

/// The class of these containers.
fn class(containers: &[Container]) -> Class {
    if containers.iter().all(Container::is_guaranteed) {
        Class::Guaranteed
    } else if containers.iter().all(Container::is_unset) {
        Class::BestEffort
    } else {
        Class::Burstable
    }
}
