//! Pod Security Standards: the strictest level that a Pod meets, and what keeps it from a stricter one.
//!
//! Baseline forbids namespaces of the host, privileged containers, `hostPath` volumes, host ports, capabilities that are not on its
//! list and an unconfined seccomp profile. Restricted adds: only some kinds of volumes, no privilege escalation, `runAsNonRoot`, no user 0, a
//! seccomp profile that is set, all capabilities dropped and at most `NET_BIND_SERVICE` added (Kubernetes documentation, "Pod Security
//! Standards"). Privileged allows everything.

mod draw;
mod told;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::question::Question;

/// The type.
pub const TYPE: Type = Type {
    id: "pss",
    name: "Pod Security Standards",
    about: "the strictest level that a Pod meets, and the fields that break a level",
    version: 1,
    seconds: [30, 55, 80],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// A level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standard {
    /// Everything is allowed.
    Privileged,
    /// Known ways to more rights are forbidden.
    Baseline,
    /// The current practice of hardening.
    Restricted,
}

impl Standard {
    /// As Kubernetes names it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Privileged => "Privileged",
            Self::Baseline => "Baseline",
            Self::Restricted => "Restricted",
        }
    }
}

/// A Linux Pod with one container, all that the standards look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pod {
    /// `hostNetwork`, `hostPID` or `hostIPC`, where one is set to true.
    pub host: Option<&'static str>,
    /// The kind of its volume.
    pub volume: Option<&'static str>,
    /// The port of the host that it takes.
    pub host_port: Option<u16>,
    /// `privileged: true`.
    pub is_privileged: bool,
    /// `allowPrivilegeEscalation`, where it is set.
    pub escalation: Option<bool>,
    /// `runAsNonRoot`, where it is set.
    pub non_root: Option<bool>,
    /// `runAsUser`, where it is set.
    pub user: Option<u32>,
    /// The type of the seccomp profile, where it is set.
    pub seccomp: Option<&'static str>,
    /// Capabilities that are dropped.
    pub drops: Option<&'static str>,
    /// A capability that is added.
    pub adds: Option<&'static str>,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// The strictest level that the Pod meets.
    Strictest(Pod),
    /// Which field breaks a level.
    Breaks(Pod, Standard),
    /// How many rules of a level are broken.
    Count(Pod, Standard),
}

/// Capabilities that Baseline lets a container add. `NET_RAW` is not one, though runtimes give it by default.
const DEFAULTS: &[&str] = &[
    "AUDIT_WRITE",
    "CHOWN",
    "DAC_OVERRIDE",
    "FOWNER",
    "FSETID",
    "KILL",
    "MKNOD",
    "NET_BIND_SERVICE",
    "SETFCAP",
    "SETGID",
    "SETPCAP",
    "SETUID",
    "SYS_CHROOT",
];
/// Kinds of volumes that Restricted allows.
const VOLUMES: &[&str] = &[
    "configMap",
    "csi",
    "downwardAPI",
    "emptyDir",
    "ephemeral",
    "persistentVolumeClaim",
    "projected",
    "secret",
];

/// A rule that is broken: the field, why, and the first level that has the rule.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Broken {
    field: String,
    why: String,
    of: Standard,
}

/// The field of a volume of this kind.
fn volume(kind: &str) -> String {
    format!("`volumes[0].{kind}`")
}

impl Pod {
    fn baseline(&self) -> Vec<Broken> {
        let mut list = Vec::new();
        let mut add = |field: String, why: &str| {
            list.push(Broken {
                field,
                why: why.to_owned(),
                of: Standard::Baseline,
            });
        };
        if let Some(host) = self.host {
            add(
                format!("`{host}: true`"),
                "Baseline forbids namespaces of the host.",
            );
        }
        if self.volume == Some("hostPath") {
            add(
                volume("hostPath"),
                "Baseline forbids volumes that are paths of the host.",
            );
        }
        if let Some(port) = self.host_port {
            add(
                format!("`hostPort: {port}`"),
                "Baseline forbids ports of the host.",
            );
        }
        if self.is_privileged {
            add(
                "`privileged: true`".to_owned(),
                "Baseline forbids privileged containers.",
            );
        }
        if let Some(adds) = self.adds.filter(|of| !DEFAULTS.contains(of)) {
            add(
                format!("`capabilities.add: [{adds}]`"),
                "Baseline has a list of capabilities that may be added, such as `CHOWN` or `KILL`, and this one is not on it.",
            );
        }
        if self.seccomp == Some("Unconfined") {
            add(
                "`seccompProfile.type: Unconfined`".to_owned(),
                "Baseline forbids an unconfined seccomp profile.",
            );
        }
        list
    }

    fn restricted(&self) -> Vec<Broken> {
        let mut list = Vec::new();
        let mut add = |field: String, why: &str| {
            list.push(Broken {
                field,
                why: why.to_owned(),
                of: Standard::Restricted,
            });
        };
        if let Some(kind) = self
            .volume
            .filter(|of| *of != "hostPath" && !VOLUMES.contains(of))
        {
            add(
                volume(kind),
                "Restricted has a list of volumes, such as `configMap`, `emptyDir` and `persistentVolumeClaim`, and this kind is not on it.",
            );
        }
        if self.escalation != Some(false) {
            add(
                told::set("allowPrivilegeEscalation", self.escalation),
                "Restricted requires `allowPrivilegeEscalation: false`.",
            );
        }
        if self.non_root != Some(true) {
            add(
                told::set("runAsNonRoot", self.non_root),
                "Restricted requires `runAsNonRoot: true`.",
            );
        }
        if self.user == Some(0) {
            add(
                "`runAsUser: 0`".to_owned(),
                "Restricted forbids the user 0, who is root.",
            );
        }
        if self.seccomp.is_none() {
            add(
                "`seccompProfile` left unset".to_owned(),
                "Restricted requires the type `RuntimeDefault` or `Localhost`.",
            );
        }
        if self.drops != Some("ALL") {
            add(
                self.drops.map_or_else(
                    || "`capabilities.drop` left unset".to_owned(),
                    |drops| format!("`capabilities.drop: [{drops}]`"),
                ),
                "Restricted requires that `ALL` capabilities are dropped.",
            );
        }
        if let Some(adds) = self
            .adds
            .filter(|of| *of != "NET_BIND_SERVICE" && DEFAULTS.contains(of))
        {
            add(
                format!("`capabilities.add: [{adds}]`"),
                "Restricted lets no capability but `NET_BIND_SERVICE` be added.",
            );
        }
        list
    }

    /// The rules of a level that are broken; Restricted has those of Baseline, too.
    fn broken(&self, standard: Standard) -> Vec<Broken> {
        match standard {
            Standard::Privileged => Vec::new(),
            Standard::Baseline => self.baseline(),
            Standard::Restricted => [self.baseline(), self.restricted()].concat(),
        }
    }

    /// The strictest level that it meets.
    fn strictest(&self) -> Standard {
        [Standard::Restricted, Standard::Baseline]
            .into_iter()
            .find(|of| self.broken(*of).is_empty())
            .unwrap_or(Standard::Privileged)
    }
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        draw::case(dice, level)
    }

    /// Tells it.
    pub fn tell(&self) -> Question {
        match self {
            Self::Strictest(pod) => told::strictest(pod),
            Self::Breaks(pod, standard) => told::breaks(pod, *standard),
            Self::Count(pod, standard) => told::count(pod, *standard),
        }
    }
}
