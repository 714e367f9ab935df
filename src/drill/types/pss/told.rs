//! The questions of the Pod Security Standards in words.

use super::{Broken, Pod, Standard, volume};
use crate::drill::number::{Precision, Unit, whole};
use crate::drill::question::{Question, Wanted, Wrong};
use crate::drill::types::parts::{mistake, points, size, wrong};

/// A field that is set to true or false, or not at all.
pub(super) fn set(field: &str, value: Option<bool>) -> String {
    value.map_or_else(
        || format!("`{field}` left unset"),
        |value| format!("`{field}: {value}`"),
    )
}

/// The part of the manifest that the standards look at.
fn yaml(pod: &Pod) -> String {
    let mut lines = vec!["spec:".to_owned()];
    lines.extend(pod.host.map(|host| format!("  {host}: true")));
    lines.push("  containers:\n  - name: app\n    image: registry.example/app:1.4".to_owned());
    lines.extend(
        pod.host_port
            .map(|port| format!("    ports:\n    - {{containerPort: {port}, hostPort: {port}}}")),
    );
    let mut context: Vec<String> = Vec::new();
    if pod.is_privileged {
        context.push("privileged: true".to_owned());
    }
    context.extend(
        pod.escalation
            .map(|of| format!("allowPrivilegeEscalation: {of}")),
    );
    context.extend(pod.non_root.map(|of| format!("runAsNonRoot: {of}")));
    context.extend(pod.user.map(|of| format!("runAsUser: {of}")));
    context.extend(pod.seccomp.map(|of| {
        let file = if of == "Localhost" {
            ", localhostProfile: app.json"
        } else {
            ""
        };
        format!("seccompProfile: {{type: {of}{file}}}")
    }));
    let mut capabilities: Vec<String> = Vec::new();
    capabilities.extend(pod.drops.map(|of| format!("drop: [{of}]")));
    capabilities.extend(pod.adds.map(|of| format!("add: [{of}]")));
    if !capabilities.is_empty() {
        context.push(format!("capabilities: {{{}}}", capabilities.join(", ")));
    }
    if !context.is_empty() {
        lines.push(format!(
            "    securityContext:\n      {}",
            context.join("\n      ")
        ));
    }
    lines.extend(pod.volume.map(volume_yaml));
    format!("```yaml\n{}\n```", lines.join("\n"))
}

fn volume_yaml(kind: &str) -> String {
    let of = match kind {
        "hostPath" => "{path: /var/log}",
        "nfs" => "{server: nfs.example, path: /data}",
        "iscsi" => "{targetPortal: 192.0.2.8, iqn: iqn.2026-01.example, lun: 0}",
        "configMap" => "{name: settings}",
        "secret" => "{secretName: key}",
        "persistentVolumeClaim" => "{claimName: data}",
        _ => "{}",
    };
    format!("  volumes:\n  - name: data\n    {kind}: {of}")
}

fn told(list: &[Broken]) -> String {
    let lines: Vec<String> = list
        .iter()
        .map(|of| format!("{}: {}", of.field, of.why))
        .collect();
    points(&lines)
}

pub(super) fn strictest(pod: &Pod) -> Question {
    let right = pod.strictest();
    let all = pod.broken(Standard::Restricted);
    let first = all.first();
    let why = first.map_or_else(
        || "No field of it breaks a rule of Restricted.".to_owned(),
        |of| format!("{} breaks {}. {}", of.field, of.of.word(), of.why),
    );
    let others: Vec<Wrong> = [
        (Standard::Restricted, "a field overlooked"),
        (Standard::Baseline, "levels mixed up"),
        (Standard::Privileged, "stricter than the rule"),
    ]
    .into_iter()
    .filter(|(of, _)| *of != right)
    .map(|(of, name)| {
        let text = if of > right {
            why.clone()
        } else {
            format!(
                "It meets {}, but it meets {} as well, which is stricter.",
                of.word(),
                right.word()
            )
        };
        wrong(name, of.word(), text)
    })
    .collect();
    let working = if all.is_empty() {
        format!("No rule is broken. **{}**.", right.word())
    } else {
        format!("{}\n\nSo it meets **{}**.", told(&all), right.word())
    };
    Question {
        stem: format!(
            "A Linux Pod. What is not shown is not set:\n\n{}\n\nWhich is the strictest of the Pod Security Standards that it meets?",
            yaml(pod)
        ),
        wanted: Wanted::Text {
            right: right.word().to_owned(),
            wrong: others,
        },
        why,
        working,
    }
}

/// Fields that are there and break nothing at this level, with why.
fn harmless(pod: &Pod, standard: Standard) -> Vec<(&'static str, String, String)> {
    let mut list = Vec::new();
    if standard == Standard::Baseline {
        for of in pod.restricted() {
            let why = format!("That is a rule of Restricted, not of Baseline. {}", of.why);
            list.push(("rule of the stricter level", of.field, why));
        }
    }
    let fine = |field: String, why: &str| ("field that is allowed", field, why.to_owned());
    if pod.adds == Some("NET_BIND_SERVICE") {
        list.push(fine(
            "`capabilities.add: [NET_BIND_SERVICE]`".to_owned(),
            "This is the one capability that even Restricted lets a container add.",
        ));
    }
    if let Some(kind) = pod.volume.filter(|of| super::VOLUMES.contains(of)) {
        list.push(fine(
            volume(kind),
            "Every standard allows that kind of volume.",
        ));
    }
    if let Some(user) = pod.user.filter(|of| *of != 0) {
        list.push(fine(
            format!("`runAsUser: {user}`"),
            "No standard forbids a user other than 0.",
        ));
    }
    if let Some(kind) = pod.seccomp.filter(|of| *of != "Unconfined") {
        list.push(fine(
            format!("`seccompProfile.type: {kind}`"),
            "Every standard allows that type of profile.",
        ));
    }
    if pod.escalation == Some(false) {
        list.push(fine(
            "`allowPrivilegeEscalation: false`".to_owned(),
            "That is what Restricted requires, and no standard forbids it.",
        ));
    }
    if pod.drops == Some("ALL") {
        list.push(fine(
            "`capabilities.drop: [ALL]`".to_owned(),
            "That is what Restricted requires, and no standard forbids it.",
        ));
    }
    list
}

pub(super) fn breaks(pod: &Pod, standard: Standard) -> Question {
    let all = pod.broken(standard);
    let (right, why) = all.first().map_or_else(
        || (String::new(), String::new()),
        |of| (of.field.clone(), of.why.clone()),
    );
    let others: Vec<Wrong> = harmless(pod, standard)
        .into_iter()
        .map(|(name, field, why)| wrong(name, field, why))
        .collect();
    Question {
        stem: format!(
            "A Linux Pod. What is not shown is not set:\n\n{}\n\nIts namespace enforces the Pod Security Standard {}, and the Pod is refused. What is it refused for?",
            yaml(pod),
            standard.word()
        ),
        working: format!("{why} So it is refused for **{right}**."),
        wanted: Wanted::Text {
            right,
            wrong: others,
        },
        why,
    }
}

pub(super) fn count(pod: &Pod, standard: Standard) -> Question {
    let all = pod.broken(standard);
    let right = size(all.len());
    let restricted = size(pod.restricted().len());
    let baseline = size(pod.baseline().len());
    let mut mistakes = Vec::new();
    if standard == Standard::Restricted {
        mistakes.push(mistake(
            "rules of Baseline left out",
            restricted,
            "Those are the rules that Restricted adds; it has the rules of Baseline as well.",
        ));
        mistakes.push(mistake(
            "rules of Restricted left out",
            baseline,
            "Those are the rules of Baseline alone; Restricted has rules of its own.",
        ));
        let unset = [
            pod.escalation.is_none(),
            pod.non_root.is_none(),
            pod.seccomp.is_none(),
            pod.drops.is_none(),
        ];
        let unset = size(unset.iter().filter(|is| **is).count());
        mistakes.push(mistake(
            "what is not set taken for fine",
            right - unset,
            "Restricted requires some fields to be set; left unset they break it.",
        ));
    } else {
        mistakes.push(mistake(
            "rules of Restricted counted",
            baseline + restricted,
            "Some of these are rules of Restricted; Baseline does not have them.",
        ));
        mistakes.push(mistake(
            "only the rules of Restricted",
            restricted,
            "Those are the rules that Restricted adds; the question is about Baseline.",
        ));
    }
    for (name, value) in [("one too many", right + 1), ("one too few", right - 1)] {
        mistakes.push(mistake(
            name,
            value,
            "Go through the fields one by one: what is there, and what must be there.",
        ));
    }
    mistakes.retain(|of| of.value >= whole(0));
    let fields: Vec<&str> = all.iter().map(|of| of.field.as_str()).collect();
    Question {
        stem: format!(
            "A Linux Pod. What is not shown is not set:\n\n{}\n\nAt least how many fields must be changed, set or removed so that it meets the Pod Security Standard {}? Count `capabilities.drop` and `capabilities.add` as a field each, and a volume as one.",
            yaml(pod),
            standard.word()
        ),
        wanted: Wanted::Number {
            value: whole(right),
            unit: Unit::Word("field", "fields"),
            precision: Precision::Exact,
            mistakes,
        },
        why: format!("It breaks {} by {}.", standard.word(), fields.join(", ")),
        working: format!("{}\n\nThat makes **{right}**.", told(&all)),
    }
}
