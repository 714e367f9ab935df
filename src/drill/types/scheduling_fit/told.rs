//! The question of where a Pod fits, in words.

use super::{Case, Effect, Fault, Node};
use crate::drill::question::{Question, Wanted, Wrong};
use crate::drill::types::parts::{points, wrong};

const NOWHERE: &str = "On none of them: it stays Pending";

fn node_line(node: &Node) -> String {
    let taint = node.taint.map_or_else(
        || "no taint".to_owned(),
        |taint| format!("taint `{}`", taint.text()),
    );
    format!(
        "`{}` (label `disk={}`, {taint}): allocatable {}; requested {}; in use {}",
        node.name,
        node.disk,
        node.allocatable.text(),
        node.requested.text(),
        node.used.text()
    )
}

/// What the Pod says, line by line.
fn pod(case: &Case) -> String {
    let mut lines: Vec<String> = Vec::new();
    if let Some(init) = case.init {
        lines.push(format!("init container: requests {}", init.text()));
    }
    for (place, of) in case.containers.iter().enumerate() {
        let name = if case.containers.len() == 1 {
            "container".to_owned()
        } else {
            format!("container {}", place + 1)
        };
        lines.push(format!("{name}: requests {}", of.text()));
    }
    lines.extend(
        case.selects
            .map(|disk| format!("`nodeSelector`: `disk: {disk}`")),
    );
    lines.extend(case.tolerates.map(|of| {
        format!(
            "toleration: key `{}`, operator `Equal`, value `{}`, effect `{}`",
            of.key,
            of.value,
            of.effect.word()
        )
    }));
    if case.tolerates.is_none() {
        lines.push("no tolerations".to_owned());
    }
    points(&lines)
}

/// Why a node takes the Pod, or does not.
fn reason(case: &Case, node: &Node) -> String {
    let need = case.need();
    let short = |word, has: i64, requested: i64, need: i64, unit: &str| {
        format!(
            "{has}{unit} - {requested}{unit} = {}{unit} of {word} are left for requests, and the Pod needs {need}{unit}.",
            has - requested
        )
    };
    match case.fault(node) {
        Some(Fault::Label) => format!(
            "The `nodeSelector` does not match its label `disk={}`.",
            node.disk
        ),
        Some(Fault::Taint) => barred(case, node),
        Some(Fault::Cpu) => short(
            "CPU",
            node.allocatable.cpu,
            node.requested.cpu,
            need.cpu,
            "m",
        ),
        Some(Fault::Memory) => short(
            "memory",
            node.allocatable.memory,
            node.requested.memory,
            need.memory,
            " MiB",
        ),
        None => format!(
            "{}m of CPU and {} MiB are left for requests, enough for {}m and {} MiB, and {}.",
            node.allocatable.cpu - node.requested.cpu,
            node.allocatable.memory - node.requested.memory,
            need.cpu,
            need.memory,
            match node.taint.map(|taint| taint.effect) {
                None => "neither label nor taint keeps the Pod away",
                Some(Effect::PreferNoSchedule) =>
                    "its taint only lowers the score: `PreferNoSchedule` keeps no Pod away",
                Some(_) => "its taint is tolerated",
            }
        ),
    }
}

/// Why the taint of a node keeps the Pod away.
fn barred(case: &Case, node: &Node) -> String {
    let Some(taint) = node.taint else {
        return String::new();
    };
    let near = case.tolerates.filter(|of| of.key == taint.key);
    near.map_or_else(
        || format!("The Pod does not tolerate the taint `{}`.", taint.text()),
        |of| {
            format!(
                "The Pod does not tolerate the taint `{}`: its toleration is for the effect `{}` only.",
                taint.text(),
                of.effect.word()
            )
        },
    )
}

/// What keeps the Pod off each node, in a sentence.
fn pending(case: &Case) -> String {
    let causes: Vec<String> = case
        .nodes
        .iter()
        .map(|node| {
            let cause = match case.fault(node) {
                Some(Fault::Cpu) => "lacks CPU",
                Some(Fault::Memory) => "lacks memory",
                Some(Fault::Label) => "has another label",
                Some(Fault::Taint) => "has a taint that is not tolerated",
                None => "takes it",
            };
            format!("`{}` {cause}", node.name)
        })
        .collect();
    format!("{}.", causes.join(", "))
}

pub(super) fn question(case: &Case) -> Question {
    let fits = case.nodes.iter().find(|node| case.fault(node).is_none());
    let name = |node: &Node| match case.fault(node) {
        Some(Fault::Cpu | Fault::Memory) => "use instead of requests",
        Some(Fault::Taint) => "taint not tolerated",
        Some(Fault::Label) => "label not selected",
        None => "takes it",
    };
    let mut others: Vec<Wrong> = case
        .nodes
        .iter()
        .filter(|node| case.fault(node).is_some())
        .map(|node| {
            wrong(
                name(node),
                format!("On `{}`", node.name),
                reason(case, node),
            )
        })
        .collect();
    let (right, why) = match fits {
        Some(node) => {
            others.push(wrong(
                "a node overlooked",
                NOWHERE,
                format!("`{}` takes it. {}", node.name, reason(case, node)),
            ));
            (format!("On `{}`", node.name), reason(case, node))
        }
        None => (NOWHERE.to_owned(), pending(case)),
    };
    let mut lines: Vec<String> = Vec::new();
    let need = case.need();
    if let Some(init) = case.init {
        let sum = case.sum();
        lines.push(format!(
            "For CPU and for memory the Pod needs the larger of the sum of its containers ({}) and its init container ({}): {}.",
            sum.text(),
            init.text(),
            need.text()
        ));
    } else if case.containers.len() > 1 {
        lines.push(format!("The Pod needs {} in total.", need.text()));
    }
    for node in &case.nodes {
        lines.push(format!("`{}`: {}", node.name, reason(case, node)));
    }
    let nodes: Vec<String> = case.nodes.iter().map(node_line).collect();
    Question {
        stem: format!(
            "A Pod:\n\n{}\n\nThe nodes:\n\n{}\n\nOn which node is the Pod scheduled?",
            pod(case),
            points(&nodes)
        ),
        working: format!("{}\n\nSo: **{right}**.", points(&lines)),
        wanted: Wanted::Text {
            right,
            wrong: others,
        },
        why,
    }
}
