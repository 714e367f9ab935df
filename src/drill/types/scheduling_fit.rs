//! The node that takes a Pod.
//!
//! A Pod fits when what it requests is at most allocatable minus what the Pods there request already; what is really used does not
//! count. Of each resource it requests the sum of its containers, or the largest init container where that is more (Kubernetes
//! documentation, "Resource Management for Pods and Containers" and "Init Containers", resource sharing); sidecars, which are init
//! containers that go on running, are not asked for. A `nodeSelector` must match the labels, and a taint of
//! `NoSchedule` or `NoExecute` must be tolerated; `PreferNoSchedule` only lowers the score ("Taints and Tolerations").

mod told;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "scheduling-fit",
    name: "Where a Pod fits",
    about: "requests against allocatable, node selectors, taints and tolerations, init containers",
    version: 1,
    seconds: [40, 70, 100],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// CPU in thousandths, memory in MiB.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// CPU.
    pub cpu: i64,
    /// Memory.
    pub memory: i64,
}

impl Size {
    /// As the question says it.
    pub fn text(self) -> String {
        format!("{}m CPU, {} MiB", self.cpu, self.memory)
    }
}

/// What a taint does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing new is put there.
    NoSchedule,
    /// Nothing new, and what is there must go.
    NoExecute,
    /// Rather elsewhere.
    PreferNoSchedule,
}

impl Effect {
    /// As a manifest says it.
    pub fn word(self) -> &'static str {
        match self {
            Self::NoSchedule => "NoSchedule",
            Self::NoExecute => "NoExecute",
            Self::PreferNoSchedule => "PreferNoSchedule",
        }
    }
}

/// A taint, or a toleration with the operator `Equal`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taint {
    /// Its key.
    pub key: &'static str,
    /// Its value.
    pub value: &'static str,
    /// Its effect.
    pub effect: Effect,
}

impl Taint {
    /// `gpu=true:NoSchedule`.
    pub fn text(self) -> String {
        format!("{}={}:{}", self.key, self.value, self.effect.word())
    }
}

/// A node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its name.
    pub name: &'static str,
    /// What it has for Pods.
    pub allocatable: Size,
    /// What its Pods request.
    pub requested: Size,
    /// What its Pods use.
    pub used: Size,
    /// Its label `disk`.
    pub disk: &'static str,
    /// Its taint.
    pub taint: Option<Taint>,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// What each container requests.
    pub containers: Vec<Size>,
    /// What the init container requests.
    pub init: Option<Size>,
    /// The label `disk` that the Pod selects.
    pub selects: Option<&'static str>,
    /// What it tolerates.
    pub tolerates: Option<Taint>,
    /// The nodes.
    pub nodes: Vec<Node>,
}

/// Why a node does not take the Pod.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    Cpu,
    Memory,
    Label,
    Taint,
}

const TAINTS: &[(&str, &str)] = &[
    ("gpu", "true"),
    ("dedicated", "db"),
    ("team", "payments"),
    ("spot", "true"),
];
const DISKS: &[&str] = &["ssd", "hdd"];

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        let count = if level == Level::Hard { 2 } else { 1 };
        let containers: Vec<Size> = (0..count).map(|_| size(dice)).collect();
        let init = (level == Level::Hard && dice.chance(1, 2)).then(|| Size {
            cpu: dice.steps(200, 1_500, 50),
            memory: dice.steps(128, 2_048, 128),
        });
        let selects =
            (level != Level::Easy && dice.chance(1, 2)).then(|| *dice.pick::<&'static str>(DISKS));
        let tolerates = (level == Level::Hard && dice.chance(2, 3)).then(|| taint(dice));
        let mut case = Self {
            containers,
            init,
            selects,
            tolerates,
            nodes: Vec::new(),
        };
        let mut faults = case.faults(dice, level);
        dice.shuffle(&mut faults);
        for (name, fault) in ["node-a", "node-b", "node-c"].into_iter().zip(faults) {
            let node = case.node(dice, name, fault, level);
            case.nodes.push(node);
        }
        case
    }

    /// What is wrong with each node: nothing with one of them, or with all of them something.
    fn faults(&self, dice: &mut Dice, level: Level) -> Vec<Option<Fault>> {
        let mut kinds = vec![Fault::Cpu, Fault::Memory];
        if level != Level::Easy {
            kinds.push(Fault::Taint);
        }
        if self.selects.is_some() {
            kinds.push(Fault::Label);
            kinds.push(Fault::Label);
        }
        let mut faults = vec![Some(*dice.pick(&kinds)), Some(*dice.pick(&kinds))];
        faults.push(if dice.chance(1, 6) {
            Some(*dice.pick(&kinds))
        } else {
            None
        });
        faults
    }

    /// A node with this fault and no other.
    fn node(
        &self,
        dice: &mut Dice,
        name: &'static str,
        fault: Option<Fault>,
        level: Level,
    ) -> Node {
        let need = self.need();
        let allocatable = *dice.pick(&[
            Size {
                cpu: 3_920,
                memory: 12_800,
            },
            Size {
                cpu: 3_900,
                memory: 14_336,
            },
            Size {
                cpu: 7_900,
                memory: 28_672,
            },
        ]);
        let mut free = Size {
            cpu: need.cpu + dice.pick(&[0, 50, 150, 400]),
            memory: need.memory + dice.pick(&[0, 64, 256, 1_024]),
        };
        match fault {
            Some(Fault::Cpu) => free.cpu = need.cpu - dice.steps(20, (need.cpu / 3).max(20), 10),
            Some(Fault::Memory) => {
                free.memory = need.memory - dice.steps(16, (need.memory / 3).max(16), 16);
            }
            _ => {}
        }
        let requested = Size {
            cpu: allocatable.cpu - free.cpu,
            memory: allocatable.memory - free.memory,
        };
        // As much or as little with nodes that take the Pod as with others, so that use tells nothing.
        let share = dice.between(30, 95);
        let used = Size {
            cpu: requested.cpu * share / 1_000 * 10,
            memory: requested.memory * share / 1_600 * 16,
        };
        let wanted = self.selects.unwrap_or("ssd");
        let other = if wanted == "ssd" { "hdd" } else { "ssd" };
        let disk = match (fault, self.selects) {
            (Some(Fault::Label), _) => other,
            (_, Some(_)) => wanted,
            (_, None) => *dice.pick::<&'static str>(DISKS),
        };
        let taint = if fault == Some(Fault::Taint) {
            Some(self.in_the_way(dice))
        } else {
            self.harmless(dice, level)
        };
        Node {
            name,
            allocatable,
            requested,
            used,
            disk,
            taint,
        }
    }

    /// A taint that the Pod does not tolerate, sometimes nearly the one that it tolerates.
    fn in_the_way(&self, dice: &mut Dice) -> Taint {
        match self.tolerates {
            Some(near) if dice.chance(1, 2) => Taint {
                effect: if near.effect == Effect::NoSchedule {
                    Effect::NoExecute
                } else {
                    Effect::NoSchedule
                },
                ..near
            },
            _ => loop {
                let taint = taint(dice);
                if self.tolerates.is_none_or(|of| of.key != taint.key) {
                    return taint;
                }
            },
        }
    }

    /// No taint, or at the hard level one that does not keep the Pod away.
    fn harmless(&self, dice: &mut Dice, level: Level) -> Option<Taint> {
        if level != Level::Hard {
            return None;
        }
        match dice.below(3) {
            0 => self.tolerates,
            1 => Some(Taint {
                effect: Effect::PreferNoSchedule,
                ..taint(dice)
            }),
            _ => None,
        }
    }

    /// What a node must have free.
    fn need(&self) -> Size {
        let sum = self.sum();
        let init = self.init.unwrap_or_default();
        Size {
            cpu: sum.cpu.max(init.cpu),
            memory: sum.memory.max(init.memory),
        }
    }

    fn sum(&self) -> Size {
        Size {
            cpu: self.containers.iter().map(|of| of.cpu).sum(),
            memory: self.containers.iter().map(|of| of.memory).sum(),
        }
    }

    /// The first thing that keeps the Pod off this node.
    fn fault(&self, node: &Node) -> Option<Fault> {
        let need = self.need();
        let is_barred = node
            .taint
            .is_some_and(|of| of.effect != Effect::PreferNoSchedule && self.tolerates != Some(of));
        if self.selects.is_some_and(|disk| disk != node.disk) {
            Some(Fault::Label)
        } else if is_barred {
            Some(Fault::Taint)
        } else if node.requested.cpu + need.cpu > node.allocatable.cpu {
            Some(Fault::Cpu)
        } else if node.requested.memory + need.memory > node.allocatable.memory {
            Some(Fault::Memory)
        } else {
            None
        }
    }

    /// Tells it.
    pub fn tell(&self) -> Question {
        told::question(self)
    }
}

fn size(dice: &mut Dice) -> Size {
    Size {
        cpu: dice.steps(150, 900, 50),
        memory: dice.steps(256, 1_536, 128),
    }
}

fn taint(dice: &mut Dice) -> Taint {
    let (key, value) = *dice.pick(TAINTS);
    Taint {
        key,
        value,
        effect: *dice.pick(&[Effect::NoSchedule, Effect::NoExecute]),
    }
}
