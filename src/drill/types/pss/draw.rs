//! How Pods are drawn.

use super::{Case, Pod, Standard};
use crate::deck::item::Level;
use crate::drill::dice::Dice;

fn word(dice: &mut Dice, from: &[&'static str]) -> &'static str {
    from[dice.below(from.len() as u32) as usize]
}

/// A Pod that meets Restricted.
fn hardened(dice: &mut Dice) -> Pod {
    Pod {
        host: None,
        volume: dice.chance(2, 3).then(|| {
            word(
                dice,
                &["emptyDir", "configMap", "secret", "persistentVolumeClaim"],
            )
        }),
        host_port: None,
        is_privileged: false,
        escalation: Some(false),
        non_root: Some(true),
        user: dice
            .chance(1, 2)
            .then(|| *dice.pick(&[1_000, 1_001, 10_001, 65_534])),
        seccomp: Some(word(
            dice,
            &["RuntimeDefault", "RuntimeDefault", "Localhost"],
        )),
        drops: Some("ALL"),
        adds: dice.chance(1, 3).then_some("NET_BIND_SERVICE"),
    }
}

/// Breaks one rule of Restricted that Baseline does not have.
fn soften(dice: &mut Dice, pod: &mut Pod) {
    match dice.below(7) {
        0 => pod.volume = Some(word(dice, &["nfs", "iscsi"])),
        1 => pod.escalation = *dice.pick(&[None, Some(true)]),
        2 => pod.non_root = None,
        3 => pod.user = Some(0),
        4 => pod.seccomp = None,
        5 => {
            pod.drops = if dice.chance(1, 2) {
                None
            } else {
                Some(word(dice, &["NET_RAW", "SYS_ADMIN", "MKNOD"]))
            };
        }
        _ => pod.adds = Some(word(dice, &["CHOWN", "SETUID", "SETGID", "KILL"])),
    }
}

/// Breaks one rule of Baseline.
fn open(dice: &mut Dice, pod: &mut Pod) {
    match dice.below(6) {
        0 => pod.host = Some(word(dice, &["hostNetwork", "hostPID", "hostIPC"])),
        1 => pod.volume = Some("hostPath"),
        2 => pod.host_port = Some(*dice.pick(&[80, 443, 8_080, 9_100])),
        3 => {
            // The API server refuses a privileged container that may not escalate.
            pod.is_privileged = true;
            pod.escalation = None;
        }
        4 => {
            pod.adds = Some(word(
                dice,
                &["NET_ADMIN", "SYS_ADMIN", "SYS_PTRACE", "NET_RAW"],
            ));
        }
        _ => pod.seccomp = Some("Unconfined"),
    }
    // Nor may one that adds this capability forbid escalation.
    if pod.adds == Some("SYS_ADMIN") {
        pod.escalation = None;
    }
}

fn strictest(dice: &mut Dice) -> Case {
    let mut pod = hardened(dice);
    match dice.below(3) {
        0 => {}
        1 => soften(dice, &mut pod),
        _ => open(dice, &mut pod),
    }
    Case::Strictest(pod)
}

fn breaks(dice: &mut Dice) -> Case {
    loop {
        let mut pod = hardened(dice);
        let standard = if dice.chance(1, 2) {
            // What Restricted alone forbids is there as well, and does not matter.
            soften(dice, &mut pod);
            soften(dice, &mut pod);
            open(dice, &mut pod);
            Standard::Baseline
        } else {
            soften(dice, &mut pod);
            Standard::Restricted
        };
        if pod.broken(standard).len() == 1 {
            return Case::Breaks(pod, standard);
        }
    }
}

fn count(dice: &mut Dice) -> Case {
    let mut pod = hardened(dice);
    for _ in 0..dice.between(1, 4) {
        soften(dice, &mut pod);
    }
    for _ in 0..dice.between(1, 3) {
        open(dice, &mut pod);
    }
    let standard = *dice.pick(&[
        Standard::Baseline,
        Standard::Restricted,
        Standard::Restricted,
    ]);
    Case::Count(pod, standard)
}

pub(super) fn case(dice: &mut Dice, level: Level) -> Case {
    match level {
        Level::Easy => strictest(dice),
        Level::Medium => breaks(dice),
        Level::Hard => count(dice),
    }
}
