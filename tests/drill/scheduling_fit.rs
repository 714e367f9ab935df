//! Scheduling: the Pod is put onto each node, container by container, as a kubelet would start it.

use crate::{each, says, text, wrong};
use cairn::deck::item::Level;
use cairn::drill::types::scheduling_fit::{Case, Effect, Node, TYPE};

/// Runs the init container alone, then all containers at once.
fn has_room(case: &Case, node: &Node) -> bool {
    let free_cpu = node.allocatable.cpu - node.requested.cpu;
    let free_memory = node.allocatable.memory - node.requested.memory;
    if let Some(init) = case.init
        && (init.cpu > free_cpu || init.memory > free_memory)
    {
        return false;
    }
    let (mut cpu, mut memory) = (free_cpu, free_memory);
    for container in &case.containers {
        cpu -= container.cpu;
        memory -= container.memory;
    }
    cpu >= 0 && memory >= 0
}

fn is_let_in(case: &Case, node: &Node) -> bool {
    let is_barred = match &node.taint {
        None => false,
        Some(taint) if taint.effect == Effect::PreferNoSchedule => false,
        Some(taint) => match &case.tolerates {
            None => true,
            Some(of) => {
                (of.key, of.value, of.effect.word())
                    != (taint.key, taint.value, taint.effect.word())
            }
        },
    };
    let is_selected = case.selects.is_none() || case.selects == Some(node.disk);
    !is_barred && is_selected
}

#[test]
fn answers_are_right_by_placing_the_pod() {
    let mut pending = 0;
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        let fits: Vec<&Node> = case
            .nodes
            .iter()
            .filter(|node| has_room(&case, node) && is_let_in(&case, node))
            .collect();
        let right = match fits[..] {
            [] => {
                pending += 1;
                "On none of them: it stays Pending".to_owned()
            }
            [node] => format!("On `{}`", node.name),
            _ => panic!("{name}: several fit"),
        };
        assert_eq!(text(&question), right, "{name}");
        assert_eq!(wrong(&question).len(), 3, "{name}");
        for node in &case.nodes {
            for size in [node.allocatable, node.requested, node.used] {
                assert!(size.cpu >= 0 && size.memory >= 0, "{name}: {node:?}");
                says(&question, &[size.text()], name);
            }
        }
        for size in case.containers.iter().chain(&case.init) {
            says(&question, &[format!("requests {}", size.text())], name);
        }
    });
    assert!((3_000..9_000).contains(&pending), "{pending}");
}

#[test]
fn levels_add_labels_and_taints_and_then_init_containers() {
    let mut inits_that_matter = 0;
    each(&TYPE, Case::draw, |case, level, name| {
        if level == Level::Easy {
            let has_taint = case.nodes.iter().any(|node| node.taint.is_some());
            assert!(!has_taint && case.selects.is_none(), "{name}");
        }
        assert_eq!(case.containers.len() > 1, level == Level::Hard, "{name}");
        assert!(case.init.is_none() || level == Level::Hard, "{name}");
        let cpu: i64 = case.containers.iter().map(|of| of.cpu).sum();
        inits_that_matter += i32::from(case.init.is_some_and(|init| init.cpu > cpu));
    });
    assert!(inits_that_matter > 500, "{inits_that_matter}");
}
