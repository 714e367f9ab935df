//! Plans, lived through day after day; float found by letting an activity slip, the cheapest way by trying all of them.

use crate::{each, number, says};
use cairn::deck::item::Level;
use cairn::drill::number::{dollars, whole};
use cairn::drill::types::pert_cpm::{Activity, Case, TYPE};

/// Days until everything is done: each day, whatever may be worked on is worked on.
fn lived(plan: &[Activity]) -> i64 {
    let mut left: Vec<i64> = plan.iter().map(|of| of.days).collect();
    let mut day = 0;
    while left.iter().any(|of| *of > 0) {
        let ready: Vec<usize> = (0..plan.len())
            .filter(|of| left[*of] > 0 && plan[*of].after.iter().all(|before| left[*before] == 0))
            .collect();
        assert!(!ready.is_empty(), "a plan that waits for itself");
        for place in ready {
            left[place] -= 1;
        }
        day += 1;
    }
    day
}

fn slipped(plan: &[Activity], which: usize, by: i64) -> i64 {
    let mut plan = plan.to_vec();
    plan[which].days += by;
    lived(&plan)
}

/// The longest chain that ends with an activity.
fn chain(plan: &[Activity], place: usize) -> i64 {
    let before = plan[place].after.iter().map(|of| chain(plan, *of)).max();
    before.unwrap_or(0) + plan[place].days
}

/// The least cost of ending so early, over everything that can be taken from the activities from `place` on.
fn least(plan: &mut Vec<Activity>, place: usize, goal: i64) -> Option<i64> {
    if place == plan.len() {
        return (chain(plan, plan.len() - 1) <= goal).then_some(0);
    }
    let (days, price) = (plan[place].days, plan[place].price);
    let mut best = None;
    for cut in 0..=plan[place].shorter {
        plan[place].days = days - cut;
        let cost = least(plan, place + 1, goal).map(|cost| cost + cut * price);
        best = [best, cost].into_iter().flatten().min();
    }
    plan[place].days = days;
    best
}

fn told(question: &cairn::drill::question::Question, plan: &[Activity], name: &str) {
    for (place, activity) in plan.iter().enumerate() {
        let letter = (b'A' + place as u8) as char;
        says(
            question,
            &[format!("- {letter}: {} days", activity.days)],
            name,
        );
        if activity.shorter > 0 {
            says(question, &[dollars(whole(activity.price))], name);
        }
    }
}

#[test]
fn answers_are_right_by_living_through_the_plan() {
    each(&TYPE, Case::draw, |case, _, name| match case.clone() {
        Case::Points { days, is_mean } => {
            let value = number(&case.tell());
            let [low, likely, high] = days;
            assert!(low < likely && likely < high, "{name}");
            if is_mean {
                // Six parts of the mean are the ends and four likely values.
                let parts = [low, likely, likely, likely, likely, high];
                assert_eq!(value * whole(6), whole(parts.iter().sum()), "{name}");
            } else {
                assert_eq!(
                    (1..=6).fold(whole(low), |at, _| at + value),
                    whole(high),
                    "{name}"
                );
            }
        }
        Case::Length(plan) => {
            let question = case.tell();
            assert_eq!(number(&question), whole(lived(&plan)), "{name}");
            told(&question, &plan, name);
        }
        Case::Float(plan, which) => {
            let question = case.tell();
            let days = lived(&plan);
            let slip = (1..100)
                .find(|by| slipped(&plan, which, *by) > days)
                .expect("it ends later");
            assert_eq!(number(&question), whole(slip - 1), "{name}");
            assert!(slip > 1, "{name}: critical");
            told(&question, &plan, name);
        }
        Case::Late { plan, which, by } => {
            let question = case.tell();
            let later = slipped(&plan, which, by) - lived(&plan);
            assert_eq!(number(&question), whole(later), "{name}");
            assert!(later > 0, "{name}");
            told(&question, &plan, name);
            says(&question, &[format!("{by} days longer")], name);
        }
        Case::Faster { plan, by } => {
            let question = case.tell();
            told(&question, &plan, name);
            assert!((2..=3).contains(&by), "{name}: {by}");
            assert_eq!(chain(&plan, plan.len() - 1), lived(&plan), "{name}");
            let goal = lived(&plan) - by;
            let cost = least(&mut plan.clone(), 0, goal);
            assert_eq!(Some(number(&question)), cost.map(whole), "{name}");
        }
    });
}

#[test]
fn levels_go_from_one_activity_to_a_faster_plan() {
    each(&TYPE, Case::draw, |case, level, name| {
        let expected = match case {
            Case::Points { .. } => Level::Easy,
            Case::Length(_) | Case::Float(..) => Level::Medium,
            Case::Late { .. } | Case::Faster { .. } => Level::Hard,
        };
        assert_eq!(level, expected, "{name}");
    });
}
