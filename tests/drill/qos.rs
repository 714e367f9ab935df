//! Classes by the sums that the API server compares, and evictions by asking each pair who goes first.

use crate::{each, says, text};
use cairn::deck::item::Level;
use cairn::drill::types::qos::{Case, Container, Running, TYPE};

/// As the API server computes it: defaults are filled in, then all requests and all limits are added up and compared.
fn class(containers: &[Container]) -> &'static str {
    let (mut requests, mut limits) = ([0_i64; 2], [0_i64; 2]);
    let mut has_all_limits = true;
    let mut any = false;
    for container in containers {
        for (place, resource) in [container.cpu, container.memory].iter().enumerate() {
            let request = match (resource.request, resource.limit) {
                (None, Some(limit)) => Some(limit),
                (request, _) => request,
            };
            any |= request.is_some() || resource.limit.is_some();
            has_all_limits &= resource.limit.is_some();
            requests[place] += request.unwrap_or(0);
            limits[place] += resource.limit.unwrap_or(0);
        }
    }
    if !any {
        "BestEffort"
    } else if has_all_limits && requests == limits {
        "Guaranteed"
    } else {
        "Burstable"
    }
}

/// Whether `a` goes before `b`.
fn is_before(a: &Running, b: &Running) -> bool {
    let is_over = |pod: &Running| pod.usage > pod.request;
    if is_over(a) != is_over(b) {
        return is_over(a);
    }
    if a.priority != b.priority {
        return a.priority < b.priority;
    }
    a.usage + b.request > b.usage + a.request
}

#[test]
fn answers_are_right_by_sums_and_pairs() {
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        match &case {
            Case::Class(containers) => {
                assert_eq!(text(&question), class(containers), "{name}");
                for of in containers {
                    let shown = [of.cpu.request, of.cpu.limit].map(|value| {
                        value.map_or("not set".to_owned(), |value| format!("{value}m"))
                    });
                    says(&question, &[shown.join(" | "), of.name.to_owned()], name);
                    let shown = [of.memory.request, of.memory.limit].map(|value| {
                        value.map_or("not set".to_owned(), |value| format!("{value}Mi"))
                    });
                    says(&question, &[shown.join(" | ")], name);
                }
            }
            Case::Evicted(pods) => {
                let first: Vec<&Running> = pods
                    .iter()
                    .filter(|pod| {
                        pods.iter()
                            .all(|other| other == *pod || is_before(pod, other))
                    })
                    .collect();
                assert_eq!(first.len(), 1, "{name}");
                assert_eq!(text(&question), format!("`{}`", first[0].name), "{name}");
                for pod in pods {
                    let figures = [format!("{} MiB", pod.usage), pod.priority.to_string()];
                    says(&question, &figures, name);
                }
            }
        }
    });
}

#[test]
fn levels_ask_for_more() {
    let mut classes = std::collections::BTreeMap::new();
    each(&TYPE, Case::draw, |case, level, name| match case {
        Case::Class(containers) => {
            let expected = usize::from(level == Level::Medium) + 1;
            assert_eq!(containers.len(), expected, "{name}");
            *classes.entry((expected, class(&containers))).or_insert(0) += 1;
        }
        Case::Evicted(_) => assert_eq!(level, Level::Hard, "{name}"),
    });
    // No class may be guessed.
    assert_eq!(classes.len(), 6, "{classes:?}");
    assert!(classes.values().all(|count| *count > 500), "{classes:?}");
}
