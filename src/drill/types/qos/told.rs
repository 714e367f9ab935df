//! The questions of the classes in words.

use super::{Class, Container, Resource, Running, class};
use crate::drill::question::{Question, Wanted, Wrong};
use crate::drill::types::parts::{points, wrong};

fn cpu(value: Option<i64>) -> String {
    value.map_or_else(|| "not set".to_owned(), |value| format!("{value}m"))
}

fn memory(value: Option<i64>) -> String {
    value.map_or_else(|| "not set".to_owned(), |value| format!("{value}Mi"))
}

fn row(of: &Container) -> String {
    let kind = if of.is_init { " (init container)" } else { "" };
    format!(
        "| `{}`{kind} | {} | {} | {} | {} |",
        of.name,
        cpu(of.cpu.request),
        cpu(of.cpu.limit),
        memory(of.memory.request),
        memory(of.memory.limit)
    )
}

/// What a container does to the class.
fn verdict(of: &Container) -> String {
    let say = |word, resource: Resource| {
        if resource.is_unset() {
            format!("{word} is not set")
        } else if resource.limit.is_none() {
            format!("{word} has a request but no limit")
        } else if resource.request.is_none() {
            format!("{word} has a limit, which becomes the request")
        } else if resource.is_guaranteed() {
            format!("{word} has a request equal to its limit")
        } else {
            format!("{word} has a request below its limit")
        }
    };
    format!(
        "`{}`: {}; {}.",
        of.name,
        say("CPU", of.cpu),
        say("memory", of.memory)
    )
}

/// Why it is not this class.
fn not(other: Class, containers: &[Container]) -> String {
    let spoils = containers.iter().find(|of| !of.is_guaranteed());
    let sets = containers.iter().find(|of| !of.is_unset());
    match (other, spoils, sets) {
        (Class::Guaranteed, Some(spoils), _) => format!(
            "For Guaranteed every container needs limits of CPU and memory with requests equal to them; `{}` does not have that.",
            spoils.name
        ),
        (Class::BestEffort, _, Some(sets)) => format!(
            "For BestEffort no container may set anything; `{}` does.",
            sets.name
        ),
        (_, Some(_), None) => {
            "For Burstable at least one container must set a request or a limit; none does.".to_owned()
        }
        _ => "Every container has limits of CPU and memory, and its requests are equal to them, set or taken from the limits.".to_owned(),
    }
}

pub(super) fn class_question(containers: &[Container]) -> Question {
    let right = class(containers);
    let rows: Vec<String> = containers.iter().map(row).collect();
    let verdicts: Vec<String> = containers.iter().map(verdict).collect();
    let others: Vec<Wrong> = [
        (Class::Guaranteed, "only some containers looked at"),
        (Class::Burstable, "unset requests taken for lower ones"),
        (Class::BestEffort, "unset taken for nothing at all"),
    ]
    .into_iter()
    .filter(|(other, _)| *other != right)
    .map(|(other, name)| wrong(name, other.word(), not(other, containers)))
    .collect();
    let why = match right {
        Class::Guaranteed => {
            "Every container has limits of CPU and memory with requests equal to them; a request that is not set is taken from the limit."
        }
        Class::Burstable => {
            "Something is set, but not every container has limits of CPU and memory with requests equal to them."
        }
        Class::BestEffort => "No container sets a request or a limit.",
    };
    Question {
        stem: format!(
            "The containers of a Pod set these resources. Nothing is set for the Pod as a whole (`spec.resources`), and its namespace has no LimitRange.\n\n| Container | CPU request | CPU limit | Memory request | Memory limit |\n| :- | :- | :- | :- | :- |\n{}\n\nWhich QoS class does the Pod get?",
            rows.join("\n")
        ),
        wanted: Wanted::Text {
            right: right.word().to_owned(),
            wrong: others,
        },
        why: why.to_owned(),
        working: format!("{}\n\nSo it is **{}**.", points(&verdicts), right.word()),
    }
}

/// Why this one is not the first.
fn not_first(of: &Running, first: &Running) -> String {
    if !of.is_above() {
        format!(
            "It uses {} MiB of the {} MiB that it requested; Pods that use more than they requested are evicted before it.",
            of.usage, of.request
        )
    } else if of.priority > first.priority {
        format!(
            "It is above its request as well, but its priority of {} is higher than that of `{}`, {}.",
            of.priority, first.name, first.priority
        )
    } else {
        format!(
            "It is {} MiB above its request; `{}` of the same priority is {} MiB above.",
            of.above(),
            first.name,
            first.above()
        )
    }
}

pub(super) fn evicted(pods: &[Running]) -> Question {
    let mut sorted: Vec<&Running> = pods.iter().collect();
    sorted.sort_by_key(|pod| std::cmp::Reverse(pod.rank()));
    let first = sorted[0];
    let rows: Vec<String> = pods
        .iter()
        .map(|pod| {
            format!(
                "| `{}` | {} | {} | {} |",
                pod.name,
                if pod.request == 0 {
                    "none".to_owned()
                } else {
                    format!("{} MiB", pod.request)
                },
                format_args!("{} MiB", pod.usage),
                pod.priority
            )
        })
        .collect();
    let others: Vec<Wrong> = sorted[1..]
        .iter()
        .map(|pod| {
            let name = if pod.is_above() {
                "priority or distance misread"
            } else {
                "use instead of use above the request"
            };
            wrong(name, format!("`{}`", pod.name), not_first(pod, first))
        })
        .collect();
    let above: Vec<String> = sorted
        .iter()
        .filter(|pod| pod.is_above())
        .map(|pod| {
            format!(
                "`{}`: priority {}, {} MiB above its request",
                pod.name,
                pod.priority,
                pod.above()
            )
        })
        .collect();
    Question {
        stem: format!(
            "A node is short of memory, and the kubelet must evict Pods. These run on it, none of them static or critical:\n\n| Pod | Memory requested | Memory used | Priority |\n| :- | :- | :- | :- |\n{}\n\nWhich Pod does it evict first?",
            rows.join("\n")
        ),
        wanted: Wanted::Text {
            right: format!("`{}`", first.name),
            wrong: others,
        },
        why: format!(
            "It is above its request by {} MiB, and its priority, {}, is the lowest among those that are above theirs.",
            first.above(),
            first.priority
        ),
        working: format!(
            "Pods that use more than they requested go first; among them the lowest priority; among equals the one that is furthest above its request:\n\n{}\n\nSo it is **`{}`**.",
            points(&above),
            first.name
        ),
    }
}
