//! Pod Security Standards: the rules as the documentation's table has them, each with the values that it allows; and a Pod is
//! repaired field by field until it meets the standard.

use crate::{each, number, says, text, wrong};
use cairn::deck::item::Level;
use cairn::drill::number::whole;
use cairn::drill::types::pss::{Case, Pod, Standard, TYPE};

/// Capabilities of the row "Capabilities" of Baseline, as the documentation lists them.
const BASELINE: &str = "AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT";
const VOLUMES: &str =
    "configMap csi downwardAPI emptyDir ephemeral persistentVolumeClaim projected secret";

fn listed(list: &str, value: &str) -> bool {
    list.split(' ').any(|of| of == value)
}

/// Each field: whether its value is allowed, and how it is repaired.
type Field = (fn(&Pod, Standard) -> bool, fn(&mut Pod));

fn fields() -> Vec<Field> {
    vec![
        (|pod, _| pod.host.is_none(), |pod| pod.host = None),
        (|pod, _| pod.host_port.is_none(), |pod| pod.host_port = None),
        (|pod, _| !pod.is_privileged, |pod| pod.is_privileged = false),
        (
            |pod, of| match pod.volume {
                None => true,
                Some(kind) if of == Standard::Restricted => listed(VOLUMES, kind),
                Some(kind) => kind != "hostPath",
            },
            |pod| pod.volume = Some("emptyDir"),
        ),
        (
            |pod, of| match pod.adds {
                None => true,
                Some(adds) if of == Standard::Restricted => adds == "NET_BIND_SERVICE",
                Some(adds) => listed(BASELINE, adds),
            },
            |pod| pod.adds = None,
        ),
        (
            |pod, of| match pod.seccomp {
                None => of == Standard::Baseline,
                Some(kind) => listed("RuntimeDefault Localhost", kind),
            },
            |pod| pod.seccomp = Some("RuntimeDefault"),
        ),
        (
            |pod, of| of == Standard::Baseline || pod.escalation == Some(false),
            |pod| pod.escalation = Some(false),
        ),
        (
            |pod, of| of == Standard::Baseline || pod.non_root == Some(true),
            |pod| pod.non_root = Some(true),
        ),
        (
            |pod, of| of == Standard::Baseline || pod.user != Some(0),
            |pod| pod.user = Some(1_000),
        ),
        (
            |pod, of| of == Standard::Baseline || pod.drops == Some("ALL"),
            |pod| pod.drops = Some("ALL"),
        ),
    ]
}

fn meets(pod: &Pod, standard: Standard) -> bool {
    standard == Standard::Privileged || fields().iter().all(|(is_fine, _)| is_fine(pod, standard))
}

/// Repairs one field after the other until the standard is met.
fn repairs(pod: &Pod, standard: Standard) -> i64 {
    let mut pod = *pod;
    let mut count = 0;
    for (is_fine, repair) in fields() {
        if !is_fine(&pod, standard) {
            repair(&mut pod);
            count += 1;
        }
    }
    assert!(meets(&pod, standard));
    count
}

/// Whether a field that an option names is one that must be repaired.
fn is_broken(pod: &Pod, option: &str, standard: Standard) -> bool {
    let fields = fields();
    let place = [
        ("hostNetwork hostPID hostIPC", 0),
        ("hostPort", 1),
        ("privileged:", 2),
        ("volume", 3),
        ("capabilities.add", 4),
        ("seccompProfile", 5),
        ("allowPrivilegeEscalation", 6),
        ("runAsNonRoot", 7),
        ("runAsUser", 8),
        ("capabilities.drop", 9),
    ]
    .into_iter()
    .find(|(names, _)| names.split(' ').any(|name| option.contains(name)))
    .expect("a field")
    .1;
    let (is_fine, _): Field = fields[place];
    !is_fine(pod, standard)
}

#[test]
fn answers_are_right_by_the_table_and_by_repairing() {
    let mut levels = std::collections::BTreeMap::new();
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        let pod = match case {
            Case::Strictest(pod) => {
                let all = [
                    Standard::Restricted,
                    Standard::Baseline,
                    Standard::Privileged,
                ];
                let right = all.into_iter().find(|of| meets(&pod, *of));
                let right = right.expect("Privileged at least").word();
                assert_eq!(text(&question), right, "{name}");
                *levels.entry(right).or_insert(0) += 1;
                pod
            }
            Case::Breaks(pod, standard) => {
                assert_eq!(repairs(&pod, standard), 1, "{name}");
                assert!(is_broken(&pod, text(&question), standard), "{name}");
                for option in wrong(&question) {
                    assert!(!is_broken(&pod, option, standard), "{name}: {option}");
                }
                pod
            }
            Case::Count(pod, standard) => {
                assert_eq!(number(&question), whole(repairs(&pod, standard)), "{name}");
                pod
            }
        };
        // What the API server refuses whatever the standard.
        let needs_escalation = pod.is_privileged || pod.adds == Some("SYS_ADMIN");
        assert!(!needs_escalation || pod.escalation != Some(false), "{name}");
        let mut figures: Vec<String> = Vec::new();
        figures.extend(pod.volume.map(|of| format!("{of}:")));
        figures.extend(pod.adds.map(|of| format!("add: [{of}]")));
        figures.extend(pod.seccomp.map(|of| format!("type: {of}")));
        figures.extend(pod.user.map(|of| format!("runAsUser: {of}")));
        says(&question, &figures, name);
    });
    assert_eq!(levels.len(), 3, "{levels:?}");
    assert!(levels.values().all(|count| *count > 2_000), "{levels:?}");
}

#[test]
fn levels_ask_for_more() {
    each(&TYPE, Case::draw, |case, level, name| {
        let expected = match case {
            Case::Strictest(_) => Level::Easy,
            Case::Breaks(..) => Level::Medium,
            Case::Count(..) => Level::Hard,
        };
        assert_eq!(level, expected, "{name}");
    });
}
