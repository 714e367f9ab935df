//! What is drawn of questions: it fits, nothing stands over anything else, its words say all of it, and it agrees with the case.

use std::collections::HashSet;

use crate::LEVELS;
use cairn::deck::item::{Body, Level};
use cairn::drill::dice::Dice;
use cairn::drill::figure::{Anchor, Drawing, Figures, LETTERS, Mark, Point, Stroke, Tone, WIDTH};
use cairn::drill::number::{plain, whole};
use cairn::drill::types::{ALL, cidr, nacl_sg_route, pert_cpm, slo_budget};
use cairn::drill::{Type, types};

const SEEDS: u32 = 400;
/// The types that are drawn.
const DRAWN: [&Type; 4] = [
    &types::cidr::TYPE,
    &types::nacl_sg_route::TYPE,
    &types::pert_cpm::TYPE,
    &types::slo_budget::TYPE,
];

/// Left, top, right, bottom.
type Frame = [f64; 4];

fn frame_of(points: &[Point]) -> Frame {
    points.iter().fold(
        [
            f64::INFINITY,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NEG_INFINITY,
        ],
        |[left, top, right, bottom], (x, y)| {
            [left.min(*x), top.min(*y), right.max(*x), bottom.max(*y)]
        },
    )
}

/// What a mark covers; of a text what it could cover at most.
fn frame(mark: &Mark) -> Frame {
    match mark {
        Mark::Box { at, size, .. } => [at.0, at.1, at.0 + size.0, at.1 + size.1],
        Mark::Line { points, .. } | Mark::Area { points, .. } => frame_of(points),
        Mark::Text {
            at, text, anchor, ..
        } => {
            let wide = text.chars().count() as f64 * LETTERS * 0.6;
            let left = match anchor {
                Anchor::Start => at.0,
                Anchor::Middle => at.0 - wide / 2.0,
                Anchor::End => at.0 - wide,
            };
            [
                left,
                at.1 - LETTERS * 0.8,
                left + wide,
                at.1 + LETTERS * 0.25,
            ]
        }
    }
}

fn overlap(one: Frame, other: Frame) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

fn is_inside(inner: Frame, outer: Frame) -> bool {
    inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
}

/// Whether a straight line touches a frame.
fn touches(from: Point, to: Point, frame: Frame) -> bool {
    (0..=200).any(|step| {
        let part = f64::from(step) / 200.0;
        let (x, y) = (
            from.0 + (to.0 - from.0) * part,
            from.1 + (to.1 - from.1) * part,
        );
        x > frame[0] && x < frame[2] && y > frame[1] && y < frame[3]
    })
}

fn texts(drawing: &Drawing) -> Vec<&str> {
    let mut texts = Vec::new();
    for mark in &drawing.marks {
        if let Mark::Text { text, .. } = mark {
            texts.push(text.as_str());
        }
    }
    texts
}

/// Calls `check` with every drawing, whether it is shown with the question, and a word for messages.
fn all(mut check: impl FnMut(&Drawing, bool, &str)) {
    for of in DRAWN {
        for level in LEVELS {
            for seed in 0..SEEDS {
                let case = format!("{} {} {seed}", of.id, level.word());
                let Figures { asked, worked } = of.figures(level, seed);
                if let Some(asked) = &asked {
                    check(asked, true, &case);
                }
                check(&worked.expect("something to see"), false, &case);
            }
        }
    }
}

#[test]
fn every_mark_lies_inside_its_drawing() {
    all(|drawing, _, case| {
        assert!((drawing.width - WIDTH).abs() < f64::EPSILON, "{case}");
        assert!((40.0..=440.0).contains(&drawing.height), "{case}");
        let whole = [0.0, 0.0, drawing.width, drawing.height];
        for mark in &drawing.marks {
            let frame = frame(mark);
            assert!(frame.iter().all(|of| of.is_finite()), "{case}: {mark:?}");
            assert!(is_inside(frame, whole), "{case}: {mark:?}: {frame:?}");
        }
    });
}

#[test]
fn no_text_stands_on_another_on_an_outline_or_under_a_line() {
    all(|drawing, _, case| {
        let texts: Vec<(&Mark, Frame)> = drawing
            .marks
            .iter()
            .filter(|mark| matches!(mark, Mark::Text { .. }))
            .map(|mark| (mark, frame(mark)))
            .collect();
        for (place, (mark, own)) in texts.iter().enumerate() {
            for (other, its) in &texts[place + 1..] {
                assert!(!overlap(*own, *its), "{case}: {mark:?} and {other:?}");
            }
            for other in &drawing.marks {
                let its = frame(other);
                match other {
                    Mark::Box { .. } => assert!(
                        !overlap(*own, its) || is_inside(*own, its),
                        "{case}: {mark:?} and {other:?}"
                    ),
                    Mark::Line { points, .. } => {
                        for pair in points.windows(2) {
                            assert!(
                                !touches(pair[0], pair[1], *own),
                                "{case}: {mark:?} and {other:?}"
                            );
                        }
                    }
                    Mark::Area { .. } => {
                        assert!(!overlap(*own, its), "{case}: {mark:?} and {other:?}");
                    }
                    Mark::Text { .. } => {}
                }
            }
        }
    });
}

/// The words of a text: what stands between spaces, without the stops at its ends.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .map(|word| word.trim_matches([',', '.', ':', ';']))
        .filter(|word| !word.is_empty())
}

#[test]
fn the_words_say_every_label() {
    all(|drawing, _, case| {
        let said: HashSet<&str> = parts(&drawing.words).collect();
        for text in texts(drawing) {
            for part in parts(text) {
                assert!(
                    said.contains(part),
                    "{case}: `{part}` of `{text}` is not in: {}",
                    drawing.words
                );
            }
        }
        assert!(drawing.words.ends_with('.'), "{case}: {}", drawing.words);
        for odd in ["  ", "..", " .", " ,", "NaN", "::"] {
            assert!(!drawing.words.contains(odd), "{case}: {}", drawing.words);
        }
    });
}

#[test]
fn what_is_shown_with_the_question_is_told_in_it() {
    let mut seen = 0;
    for of in DRAWN {
        for level in LEVELS {
            for seed in 0..SEEDS {
                let Some(asked) = of.figures(level, seed).asked else {
                    continue;
                };
                seen += 1;
                let stem = of.question(level, seed).stem;
                for text in texts(&asked) {
                    assert!(stem.contains(text), "{} {seed}: {text}", of.id);
                }
                // Nothing is picked out, so nothing is given away.
                let is_marked = |mark: &Mark| match mark {
                    Mark::Box { tone, stroke, .. } | Mark::Line { tone, stroke, .. } => {
                        !matches!(tone, Tone::Plain | Tone::Soft) || *stroke != Stroke::Thin
                    }
                    Mark::Area { tone, .. } | Mark::Text { tone, .. } => {
                        !matches!(tone, Tone::Plain | Tone::Soft)
                    }
                };
                assert!(!asked.marks.iter().any(is_marked), "{} {seed}", of.id);
            }
        }
    }
    assert!(seen > 500, "{seen} drawings with a question");
}

#[test]
fn other_types_are_not_drawn_and_the_same_seed_is_drawn_the_same() {
    for of in ALL.iter().filter(|of| !DRAWN.contains(of)) {
        assert_eq!(of.figures(Level::Medium, 7), Figures::default());
    }
    for of in DRAWN {
        assert_eq!(of.figures(Level::Hard, 7), of.figures(Level::Hard, 7));
    }
}

fn worked(of: &Type, level: Level, seed: u32) -> Drawing {
    of.figures(level, seed).worked.expect("a drawing")
}

fn dice(of: &Type, level: Level, seed: u32) -> Dice {
    Dice::new(of.id, of.version, level, seed)
}

/// How wide the boxes of one tone are together.
fn wide(drawing: &Drawing, wanted: Tone) -> Vec<f64> {
    let wide = |mark: &Mark| match mark {
        Mark::Box { size, tone, .. } if *tone == wanted => Some(size.0),
        _ => None,
    };
    drawing.marks.iter().filter_map(wide).collect()
}

#[test]
fn blocks_are_drawn_as_they_are() {
    for seed in 0..SEEDS {
        let drawing = worked(&cidr::TYPE, Level::Easy, seed);
        let right = right(&cidr::TYPE, Level::Easy, seed);
        assert!(
            texts(&drawing).contains(&format!("{right} for interfaces").as_str()),
            "{seed}: {right}"
        );
        assert_eq!(wide(&drawing, Tone::Warn).len(), 5, "{seed}");
        // The block that fits is as wide as the drawing, and the other one half of that.
        let case = cidr::Case::draw(&mut dice(&cidr::TYPE, Level::Medium, seed), Level::Medium);
        let cidr::Case::Smallest { hosts } = case else {
            panic!("{case:?}");
        };
        let drawing = worked(&cidr::TYPE, Level::Medium, seed);
        let right = self::right(&cidr::TYPE, Level::Medium, seed);
        assert!(texts(&drawing).contains(&format!("{right} fits").as_str()));
        assert!(
            drawing
                .words
                .contains(&format!("{} used", plain(whole(hosts))))
        );
        let case = cidr::Case::draw(&mut dice(&cidr::TYPE, Level::Hard, seed), Level::Hard);
        let cidr::Case::Summary { blocks } = case else {
            panic!("{case:?}");
        };
        let drawing = worked(&cidr::TYPE, Level::Hard, seed);
        let route = self::right(&cidr::TYPE, Level::Hard, seed);
        assert_eq!(texts(&drawing)[0], route.trim_matches('`'));
        assert_eq!(wide(&drawing, Tone::Plain).len(), blocks.len());
    }
}

/// The right answer as it is shown.
fn right(of: &Type, level: Level, seed: u32) -> String {
    let entries = match of.asked(level, seed).body {
        Body::Choice { options, .. } => options,
        Body::Typed { answers, .. } => answers,
        other => panic!("{other:?}"),
    };
    let right = entries.into_iter().find(|entry| entry.right);
    right.expect("one is right").text
}

#[test]
fn the_route_and_the_rule_that_decide_are_the_answer() {
    let of = &nacl_sg_route::TYPE;
    for seed in 0..SEEDS {
        let drawing = worked(of, Level::Easy, seed);
        let right = right(of, Level::Easy, seed);
        match nacl_sg_route::Case::draw(&mut dice(of, Level::Easy, seed), Level::Easy) {
            nacl_sg_route::Case::Target { routes, .. } => {
                let is_dropped = right.starts_with("nowhere");
                let is = if is_dropped {
                    "No route matches: it is dropped.".to_owned()
                } else {
                    format!("to {right}: longest match.")
                };
                assert!(drawing.words.contains(&is), "{seed}: {}", drawing.words);
                let wanted = usize::from(!is_dropped);
                assert_eq!(drawing.words.matches("longest").count(), wanted, "{seed}");
                assert_eq!(wide(&drawing, Tone::Good).len(), wanted, "{seed}");
                let rows = drawing
                    .marks
                    .iter()
                    .filter(|mark| matches!(mark, Mark::Box { .. }));
                assert_eq!(rows.count(), routes.len(), "{seed}");
            }
            nacl_sg_route::Case::Decides { rules, .. } => {
                let number = right.split(' ').nth(1).expect("a number");
                let place = drawing.words.find("decides:").expect("one decides");
                let before = &drawing.words[..place];
                let told = before.rfind("Rule ").expect("its name");
                assert!(
                    before[told..].starts_with(&format!("Rule {number}:")),
                    "{seed}: {}",
                    drawing.words
                );
                // Every rule after it is left alone, the last one among them.
                let later = rules
                    .iter()
                    .rev()
                    .take_while(|of| of.number.to_string() != *number);
                assert_eq!(
                    drawing.words.matches("not read").count(),
                    later.count() + 1,
                    "{seed}"
                );
            }
            nacl_sg_route::Case::Works(_) => panic!("too hard"),
        }
    }
}

#[test]
fn the_stopped_hop_is_the_first_that_fails() {
    let of = &nacl_sg_route::TYPE;
    for level in [Level::Medium, Level::Hard] {
        let mut stopped = 0;
        for seed in 0..SEEDS {
            let drawing = worked(of, level, seed);
            let right = right(of, level, seed);
            let hops: Vec<&str> = texts(&drawing);
            let stop = hops.iter().position(|text| *text == "stopped");
            let Some(stop) = stop else {
                assert!(right.starts_with("Yes"), "{seed}: {right}");
                assert_eq!(drawing.words.matches(", passed: ").count(), 5, "{seed}");
                assert!(!drawing.words.contains("not reached"), "{seed}");
                continue;
            };
            stopped += 1;
            let name = hops[stop - 1];
            let wanted = match right.as_str() {
                "No: the network ACL stops the request" => "Request: network ACL",
                "No: the network ACL stops the reply" => "Reply: network ACL",
                "No: the security group stops the request" => "Request: security group",
                "No: no route leads to the other host" => "route table",
                other => panic!("{seed}: {other}"),
            };
            assert!(name.contains(wanted), "{seed}: {name}, {right}");
            // Before it everything passed, and after it nothing was reached.
            assert!(!hops[..stop].contains(&"not reached"), "{seed}");
            assert!(!hops[stop + 1..].contains(&"passed"), "{seed}");
            assert_eq!(
                drawing.words.matches("stopped").count(),
                1,
                "{seed}: {}",
                drawing.words
            );
        }
        assert!(stopped > SEEDS as usize / 3, "{stopped}");
    }
}

#[test]
fn a_budget_is_used_up_where_the_answer_says() {
    let of = &slo_budget::TYPE;
    let mut seen = HashSet::new();
    for level in LEVELS {
        for seed in 0..SEEDS {
            let drawing = worked(of, level, seed);
            let right = right(of, level, seed);
            let case = slo_budget::Case::draw(&mut dice(of, level, seed), level);
            seen.insert(std::mem::discriminant(&case));
            let told = match &case {
                slo_budget::Case::Minutes { .. } => format!("Error budget: {right}"),
                slo_budget::Case::Requests { .. } => format!("Error budget: {right} requests"),
                slo_budget::Case::Burn { days, .. } => {
                    let rate: f64 = right.parse().expect("a rate");
                    // The bold line ends where so many times the even pace leads.
                    let ends: Vec<f64> = drawing
                        .marks
                        .iter()
                        .filter_map(|mark| match mark {
                            Mark::Line {
                                points,
                                tone: Tone::Bad,
                                stroke: Stroke::Bold,
                            } => Some(points[1].0 - 50.0),
                            _ => None,
                        })
                        .collect();
                    assert!(
                        (ends[0] * rate - 276.0).abs() < 0.01,
                        "{seed}: {ends:?} {rate}"
                    );
                    assert!(drawing.words.contains(&format!("{days} days")));
                    format!("burn rate {right}")
                }
                slo_budget::Case::Left { .. } => format!("left, {right}"),
                slo_budget::Case::Exhausted { .. } => format!("used up after {right}"),
                slo_budget::Case::Alert { .. } if right == "Nothing fires" => {
                    assert!(!drawing.words.contains(", fires."), "{seed}");
                    "does not fire".to_owned()
                }
                slo_budget::Case::Alert { .. } => {
                    let fires = drawing.words.find(", fires.").expect("one fires");
                    let name = drawing.words.find(&right).expect("its name");
                    let between = &drawing.words[name..fires];
                    assert!(between.len() < right.len() + 14, "{seed}: {between}");
                    right.clone()
                }
            };
            // `1 hour` is told as `1 hours` nowhere else but in a drawing.
            let told = told.trim_end_matches('s').to_owned();
            assert!(
                drawing.words.contains(&told),
                "{seed}: {told}: {}",
                drawing.words
            );
        }
    }
    assert_eq!(seen.len(), 6);
}

/// The longest way to the end of each activity and from its beginning, by trying every path.
fn slack(plan: &[pert_cpm::Activity]) -> Vec<i64> {
    fn walk(plan: &[pert_cpm::Activity], path: &mut Vec<usize>, all: &mut Vec<(Vec<usize>, i64)>) {
        let first = *path.last().expect("a path");
        if plan[first].after.is_empty() {
            let days = path.iter().map(|of| plan[*of].days).sum();
            all.push((path.clone(), days));
        }
        for before in &plan[first].after {
            path.push(*before);
            walk(plan, path, all);
            path.pop();
        }
    }
    let mut all = Vec::new();
    let last: Vec<usize> = (0..plan.len())
        .filter(|of| !plan.iter().any(|other| other.after.contains(of)))
        .collect();
    for of in last {
        walk(plan, &mut vec![of], &mut all);
    }
    let longest = all.iter().map(|(_, days)| *days).max().expect("a path");
    (0..plan.len())
        .map(|of| {
            let through = all.iter().filter(|(path, _)| path.contains(&of));
            longest - through.map(|(_, days)| *days).max().expect("a path")
        })
        .collect()
}

#[test]
fn critical_activities_are_those_without_float() {
    let of = &pert_cpm::TYPE;
    for level in [Level::Medium, Level::Hard] {
        for seed in 0..SEEDS {
            let plan = match pert_cpm::Case::draw(&mut dice(of, level, seed), level) {
                pert_cpm::Case::Length(plan)
                | pert_cpm::Case::Float(plan, _)
                | pert_cpm::Case::Late { plan, .. } => plan,
                // Its drawing is of the plan that was made shorter.
                pert_cpm::Case::Faster { .. } => continue,
                other @ pert_cpm::Case::Points { .. } => panic!("{other:?}"),
            };
            let drawing = worked(of, level, seed);
            for (place, slack) in slack(&plan).into_iter().enumerate() {
                let letter = char::from(b'A' + place as u8);
                let begin = format!("{letter}: {} days", plan[place].days);
                let at = drawing.words.find(&begin).expect("it is told");
                let told = drawing.words[at..].split('.').next().expect("a sentence");
                let end = if slack == 0 {
                    ", critical".to_owned()
                } else {
                    format!(", float {slack}")
                };
                assert!(told.ends_with(&end), "{seed}: {told}, not {end}");
            }
            // Bold boxes are the critical ones.
            let critical = slack(&plan).iter().filter(|of| **of == 0).count();
            let bold = drawing.marks.iter().filter(|mark| {
                matches!(
                    mark,
                    Mark::Box {
                        stroke: Stroke::Bold,
                        ..
                    }
                )
            });
            assert_eq!(bold.count(), critical, "{seed}");
        }
    }
}

#[test]
fn the_plan_that_was_made_shorter_is_as_short_as_was_asked() {
    let of = &pert_cpm::TYPE;
    let mut seen = 0;
    for seed in 0..SEEDS {
        let case = pert_cpm::Case::draw(&mut dice(of, Level::Hard, seed), Level::Hard);
        let pert_cpm::Case::Faster { plan, by } = case else {
            continue;
        };
        seen += 1;
        let drawing = worked(of, Level::Hard, seed);
        let right = right(of, Level::Hard, seed);
        assert!(
            texts(&drawing).contains(&format!("Together {right}").as_str()),
            "{seed}"
        );
        let of_path = |words: &str| words.rsplit(", ").next().map(str::to_owned);
        let critical = texts(&drawing)
            .into_iter()
            .find(|text| text.starts_with("Critical: "))
            .and_then(of_path)
            .expect("a critical path");
        // The longest path less the days that were asked for.
        let mut ends: Vec<i64> = Vec::new();
        for activity in &plan {
            let start = activity.after.iter().map(|of| ends[*of]).max();
            ends.push(start.unwrap_or(0) + activity.days);
        }
        let length = ends.into_iter().max().expect("activities");
        assert_eq!(critical, format!("{} days", length - by), "{seed}");
    }
    assert!(seen > 100, "{seen}");
}
