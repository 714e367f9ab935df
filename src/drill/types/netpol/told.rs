//! The questions of network policies in words.

use super::{NAMESPACES, Peer, Pod, Policy, Reading, Rule, Selector, connects, passes};
use crate::drill::number::{Precision, Unit, whole};
use crate::drill::question::{Mistake, Question, Wanted, Wrong};
use crate::drill::types::parts::{mistake, points, size, wrong};

fn selector(of: Selector) -> String {
    of.map_or_else(
        || "{}".to_owned(),
        |(key, value)| format!("{{matchLabels: {{{key}: {value}}}}}"),
    )
}

fn peer(of: &Peer) -> String {
    let mut lines: Vec<String> = Vec::new();
    lines.extend(
        of.namespaces
            .map(|of| format!("namespaceSelector: {}", selector(of))),
    );
    lines.extend(of.pods.map(|of| format!("podSelector: {}", selector(of))));
    format!("    - {}", lines.join("\n      "))
}

fn rule(of: &Rule, way: &str) -> String {
    let peers: Vec<String> = of.peers.iter().map(peer).collect();
    let port = of.port.map_or_else(String::new, |port| {
        format!("\n    ports:\n    - {{protocol: TCP, port: {port}}}")
    });
    format!("  - {way}:\n{}{port}", peers.join("\n"))
}

/// A policy as YAML, without its first lines, which are always the same.
pub(super) fn yaml(of: &Policy) -> String {
    let (name, way) = if of.is_ingress {
        ("Ingress", "from")
    } else {
        ("Egress", "to")
    };
    let field = name.to_lowercase();
    let rules: Vec<String> = of.rules.iter().map(|of| rule(of, way)).collect();
    let rules = if rules.is_empty() {
        format!("  {field}: []")
    } else {
        format!("  {field}:\n{}", rules.join("\n"))
    };
    format!(
        "```yaml\nkind: NetworkPolicy\nmetadata: {{name: {}, namespace: {}}}\nspec:\n  podSelector: {}\n  policyTypes: [{name}]\n{rules}\n```",
        of.name,
        of.namespace,
        selector(of.selects)
    )
}

pub(super) fn directions(
    types: Option<(bool, bool)>,
    has_ingress: bool,
    has_egress: bool,
    app: &str,
) -> Question {
    let mut lines = vec![format!("  podSelector: {{matchLabels: {{app: {app}}}}}")];
    if let Some((ingress, egress)) = types {
        let names: Vec<&str> = [(ingress, "Ingress"), (egress, "Egress")]
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, name)| *name)
            .collect();
        lines.push(format!("  policyTypes: [{}]", names.join(", ")));
    }
    if has_ingress {
        lines
            .push("  ingress:\n  - from:\n    - podSelector: {matchLabels: {app: web}}".to_owned());
    }
    if has_egress {
        lines.push("  egress:\n  - to:\n    - podSelector: {matchLabels: {app: db}}".to_owned());
    }
    let text = |of: (bool, bool)| match of {
        (true, true) => "Connections to them and from them",
        (true, false) => "Only connections to them",
        (false, true) => "Only connections from them",
        (false, false) => "None",
    };
    let right = types.unwrap_or((true, has_egress));
    let why = match types {
        Some(_) => {
            "`policyTypes` says which directions are restricted, and without a rule for such a direction nothing passes in it."
        }
        None if has_egress => {
            "Without `policyTypes` a policy is about Ingress in any case, and about Egress too because it has `egress` rules."
        }
        None => {
            "Without `policyTypes` a policy is about Ingress in any case, but about Egress only if it has `egress` rules."
        }
    };
    let others: Vec<Wrong> = [
        (
            "only the sections that are there",
            (has_ingress, has_egress),
        ),
        ("both always", (true, true)),
        ("Ingress only", (true, false)),
        ("Egress only", (false, true)),
        ("nothing without rules", (false, false)),
    ]
    .into_iter()
    .filter(|(_, of)| *of != right)
    .map(|(name, of)| wrong(name, text(of), why))
    .collect();
    Question {
        stem: format!(
            "The spec of a NetworkPolicy:\n\n```yaml\nspec:\n{}\n```\n\nWhich connections of the Pods that it selects does it restrict?",
            lines.join("\n")
        ),
        wanted: Wanted::Text {
            right: text(right).to_owned(),
            wrong: others,
        },
        working: format!("{why} So: **{}**.", text(right)),
        why: why.to_owned(),
    }
}

/// Ways to misread policies, the likeliest first.
pub(super) fn readings() -> Vec<(&'static str, Reading, &'static str)> {
    vec![
        (
            "and read as or",
            Reading::AndAsOr,
            "A `namespaceSelector` and a `podSelector` in one item must both fit; of two items, either is enough.",
        ),
        (
            "podSelector for all namespaces",
            Reading::Everywhere,
            "A `podSelector` alone selects in the policy's own namespace only.",
        ),
        (
            "port overlooked",
            Reading::AnyPort,
            "A rule with `ports` allows those ports only.",
        ),
        (
            "only the first policy",
            Reading::FirstOnly,
            "Policies add up: what one of them allows is allowed.",
        ),
        (
            "all policies must allow",
            Reading::AllMust,
            "Policies add up: one that allows it is enough.",
        ),
        (
            "egress overlooked",
            Reading::NoEgress,
            "Where an egress policy selects the Pod that connects, it must allow the connection as well.",
        ),
        (
            "policies for all namespaces",
            Reading::AllNamespaces,
            "A policy selects Pods of its own namespace only.",
        ),
    ]
}

fn mistakes(
    target: &Pod,
    port: u16,
    clients: &[Pod],
    policies: &[Policy],
    right: i64,
) -> Vec<Mistake> {
    let mut mistakes: Vec<Mistake> = readings()
        .into_iter()
        .map(|(name, read, why)| {
            let connected = clients
                .iter()
                .filter(|client| connects(policies, client, target, port, read));
            mistake(name, size(connected.count()), why)
        })
        .collect();
    mistakes.push(mistake(
        "all are open",
        size(clients.len()),
        "An ingress policy selects the Pod that they connect to, so only what a rule allows passes.",
    ));
    mistakes.push(mistake(
        "none without an explicit allow",
        0,
        "Some rule allows some of them; go through the Pods one by one.",
    ));
    for (name, value) in [("one too many", right + 1), ("one too few", right - 1)] {
        mistakes.push(mistake(
            name,
            value,
            "Go through the Pods one by one: label, namespace, port.",
        ));
    }
    mistakes.retain(|of| of.value >= whole(0) && of.value <= whole(size(clients.len())));
    mistakes
}

pub(super) fn count(target: &Pod, port: u16, clients: &[Pod], policies: &[Policy]) -> Question {
    let read = Reading::Right;
    let connected: Vec<String> = clients
        .iter()
        .filter(|client| connects(policies, client, target, port, read))
        .map(|of| format!("`{}`", of.name))
        .collect();
    let right = size(connected.len());
    let rows: Vec<String> = clients
        .iter()
        .map(|of| format!("| `{}` | {} | `app={}` |", of.name, of.namespace, of.app))
        .collect();
    let spaces: Vec<String> = NAMESPACES
        .iter()
        .map(|(name, team)| format!("`{name}` has `team={team}`"))
        .collect();
    let yaml: Vec<String> = policies.iter().map(yaml).collect();
    let lines: Vec<String> = clients
        .iter()
        .map(|of| {
            let enters = passes(policies, target, of, port, true, read);
            let leaves = passes(policies, of, target, port, false, read);
            let verdict = match (enters, leaves) {
                (true, true) => "yes",
                (false, true) => "no, no ingress rule allows it",
                (true, false) => "no, no egress rule allows it",
                (false, false) => "no, neither an ingress nor an egress rule allows it",
            };
            format!(
                "`{}` ({}, `app={}`): {verdict}",
                of.name, of.namespace, of.app
            )
        })
        .collect();
    Question {
        stem: format!(
            "Labels of the namespaces: {}. These Pods want to connect to the IP address of a Pod with the label `app={}` in the namespace `{}`, at TCP port {port}:\n\n| Pod | Namespace | Label |\n| :- | :- | :- |\n{}\n\nThe only network policies, which the network plugin enforces:\n\n{}\n\nHow many of these Pods can connect?",
            spaces.join(", "),
            target.app,
            target.namespace,
            rows.join("\n"),
            yaml.join("\n\n")
        ),
        wanted: Wanted::Number {
            value: whole(right),
            unit: Unit::Word("Pod", "Pods"),
            precision: Precision::Exact,
            mistakes: mistakes(target, port, clients, policies, right),
        },
        why: if connected.is_empty() {
            "None of them is let in by an ingress rule and not kept back by an egress policy."
                .to_owned()
        } else {
            format!(
                "An ingress rule lets in {}, and no egress policy keeps {} back.",
                connected.join(", "),
                if right == 1 { "it" } else { "them" }
            )
        },
        working: format!("{}\n\nThat makes **{right}**.", points(&lines)),
    }
}
