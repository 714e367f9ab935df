//! A plan as a network: activities with their days, arrows to what waits for them; in the answer earliest times, float, and the critical
//! path.

use super::layers::{Slot, columns, offset};
use super::sheet::{EDGE, LINE, RIGHT, Sheet};
use super::{Anchor, Drawing, Face, Figures, Point, Stroke, Tone};
use crate::drill::number::{dollars, whole};
use crate::drill::types::parts::count;
use crate::drill::types::pert_cpm::ask::{letter, named};
use crate::drill::types::pert_cpm::network::{cheapest, ends, float, length, paths};
use crate::drill::types::pert_cpm::{Activity, Case};

const NODE: f64 = 66.0;
const ASKED_HIGH: f64 = 42.0;
const WORKED_HIGH: f64 = 74.0;
const GAP: f64 = 14.0;

/// What is drawn of an activity beside its name.
struct Node {
    /// Its days.
    days: String,
    /// Earliest start and end, and float; none before the answer.
    times: Option<(i64, i64, i64)>,
    /// Whether it is another than the others: late, or made shorter.
    is_changed: bool,
}

pub(super) fn figures(case: &Case) -> Figures {
    let (plan, after): (&[Activity], _) = match case {
        Case::Points { .. } => return Figures::default(),
        Case::Length(plan) => (plan, None),
        Case::Float(plan, which) => {
            let free = float(plan, *which);
            (
                plan,
                Some(format!("{} may slip by {}", letter(*which), in_days(free))),
            )
        }
        Case::Late { plan, which, by } => {
            let free = float(plan, *which);
            (
                plan,
                Some(format!(
                    "{} late by {by}, float {free}: the end moves by {}",
                    letter(*which),
                    by - free
                )),
            )
        }
        Case::Faster { plan, by } => {
            return Figures {
                asked: Some(asked(plan)),
                worked: Some(faster(plan, *by)),
            };
        }
    };
    let changed = match case {
        Case::Float(_, which) | Case::Late { which, .. } => Some(*which),
        _ => None,
    };
    let nodes = timed(plan, |place| (plan[place].days, Some(place) == changed));
    Figures {
        asked: Some(asked(plan)),
        worked: Some(worked(plan, &nodes, after.as_slice())),
    }
}

fn in_days(days: i64) -> String {
    count(days, "day", "days")
}

/// The network as it is told.
fn asked(plan: &[Activity]) -> Drawing {
    let node = |activity: &Activity| Node {
        days: in_days(activity.days),
        times: None,
        is_changed: false,
    };
    let nodes: Vec<Node> = plan.iter().map(node).collect();
    let mut sheet = Sheet::default();
    let height = network(&mut sheet, plan, &nodes, ASKED_HIGH);
    sheet.drawing(height)
}

/// The activities with their times; of each the days that it took before, and whether it is marked.
fn timed(plan: &[Activity], before: impl Fn(usize) -> (i64, bool)) -> Vec<Node> {
    let ends = ends(plan);
    let node = |(place, activity): (usize, &Activity)| {
        let (old, is_changed) = before(place);
        Node {
            days: if old == activity.days {
                in_days(old)
            } else {
                format!("{old}→{} d", activity.days)
            },
            times: Some((ends[place] - activity.days, ends[place], float(plan, place))),
            is_changed,
        }
    };
    plan.iter().enumerate().map(node).collect()
}

/// The plan after the cheapest days were bought.
fn faster(plan: &[Activity], by: i64) -> Drawing {
    let (cuts, cost) = cheapest(plan, by);
    let mut shorter = plan.to_vec();
    for (activity, cut) in shorter.iter_mut().zip(&cuts) {
        activity.days -= cut;
    }
    let nodes = timed(&shorter, |place| (plan[place].days, cuts[place] > 0));
    let bought: Vec<String> = cuts
        .iter()
        .enumerate()
        .filter(|(_, cut)| **cut > 0)
        .map(|(place, cut)| {
            let price = dollars(whole(cut * plan[place].price));
            format!("{} by {cut}: {price}", letter(place))
        })
        .collect();
    let together = format!("Together {}", dollars(whole(cost)));
    // More than two are too wide for a line.
    let mut lines: Vec<String> = bought.chunks(2).map(|some| some.join(", ")).collect();
    lines.push(together);
    worked(&shorter, &nodes, &lines)
}

/// The network with its times, the critical paths below it, and what else there is to say.
fn worked(plan: &[Activity], nodes: &[Node], lines: &[String]) -> Drawing {
    let mut sheet = Sheet::default();
    let mut y = network(&mut sheet, plan, nodes, WORKED_HIGH) + LINE;
    let all = length(plan);
    for (path, _) in paths(plan).iter().filter(|(_, days)| *days == all) {
        let told = format!("Critical: {}, {}", named(path), in_days(all));
        let at = (EDGE + 34.0, y);
        sheet.line(
            &[(EDGE, y - 4.5), (EDGE + 26.0, y - 4.5)],
            Tone::Accent,
            Stroke::Bold,
        );
        sheet.text(at, Anchor::Start, Face::Bold, Tone::Accent, &told);
        sheet.say(format!("{told}."));
        y += LINE;
    }
    for line in lines {
        sheet.label((EDGE, y), line);
        sheet.say(format!("{line}."));
        y += LINE;
    }
    sheet.drawing(y - LINE + 6.0)
}

/// Draws nodes and arrows; gives the height.
fn network(sheet: &mut Sheet, plan: &[Activity], nodes: &[Node], high: f64) -> f64 {
    let after: Vec<&[usize]> = plan.iter().map(|of| of.after.as_slice()).collect();
    let columns = columns(&after);
    let most = columns.iter().map(Vec::len).max().unwrap_or(1);
    let step = high + GAP;
    let middle = EDGE + (step * most as f64 - GAP) / 2.0;
    let apart = (RIGHT - EDGE - NODE) / (columns.len().max(2) - 1) as f64;
    let mut places: Vec<(Slot, Point)> = Vec::new();
    for (place, column) in columns.iter().enumerate() {
        for (row, slot) in column.iter().enumerate() {
            let y = middle + step * offset(row, column.len());
            places.push((*slot, (EDGE + apart * place as f64, y)));
        }
    }
    let at = |wanted: Slot| places.iter().find(|(slot, _)| *slot == wanted);
    for (to, activity) in plan.iter().enumerate() {
        for from in &activity.after {
            let bends: Vec<Point> = places
                .iter()
                .filter(|(slot, _)| *slot == Slot::Bend(*from, to))
                .flat_map(|(_, (x, y))| [(*x, *y), (x + NODE, *y)])
                .collect();
            if let (Some((_, begin)), Some((_, end))) = (at(Slot::Node(*from)), at(Slot::Node(to)))
            {
                let mut points = vec![(begin.0 + NODE, begin.1)];
                points.extend(bends);
                points.push((end.0 - 1.0, end.1));
                let (tone, stroke) = if is_critical(nodes, *from, to) {
                    (Tone::Accent, Stroke::Bold)
                } else {
                    (Tone::Soft, Stroke::Thin)
                };
                sheet.arrow(&points, tone, stroke);
            }
        }
    }
    for (slot, at) in &places {
        if let Slot::Node(place) = slot {
            node(sheet, *at, high, *place, &nodes[*place]);
        }
    }
    for (place, activity) in plan.iter().enumerate() {
        say(sheet, place, activity, &nodes[place]);
    }
    2.0 * middle
}

/// Whether the critical path leads from one to the other.
fn is_critical(nodes: &[Node], from: usize, to: usize) -> bool {
    match (nodes[from].times, nodes[to].times) {
        (Some((_, end, 0)), Some((start, _, 0))) => end == start,
        _ => false,
    }
}

/// A node at the middle of its left side.
fn node(sheet: &mut Sheet, (x, y): Point, high: f64, place: usize, node: &Node) {
    let is_critical = matches!(node.times, Some((.., 0)));
    let (tone, stroke) = if is_critical {
        (Tone::Accent, Stroke::Bold)
    } else {
        (Tone::Plain, Stroke::Thin)
    };
    let top = y - high / 2.0;
    sheet.boxed((x, top), (NODE, high), tone, stroke);
    let middle = x + NODE / 2.0;
    let ink = if node.is_changed {
        Tone::Warn
    } else {
        Tone::Plain
    };
    let face = if node.is_changed {
        Face::Bold
    } else {
        Face::Plain
    };
    let mut line = top + 17.0;
    let mut text = |face: Face, tone: Tone, text: &str| {
        sheet.text((middle, line), Anchor::Middle, face, tone, text);
        line += 17.0;
    };
    text(Face::Bold, ink, &letter(place).to_string());
    text(face, ink, &node.days);
    if let Some((start, end, free)) = node.times {
        text(Face::Plain, Tone::Plain, &format!("{start} to {end}"));
        if free == 0 {
            text(Face::Bold, Tone::Accent, "critical");
        } else {
            text(Face::Plain, Tone::Soft, &format!("float {free}"));
        }
    }
}

fn say(sheet: &mut Sheet, place: usize, activity: &Activity, node: &Node) {
    let after = activity.begins();
    let times = node.times.map_or_else(String::new, |(start, end, free)| {
        let free = if free == 0 {
            "critical".to_owned()
        } else {
            format!("float {free}")
        };
        format!(", at the earliest from {start} to {end}, {free}")
    });
    sheet.say(format!("{}: {}, {after}{times}.", letter(place), node.days));
}
