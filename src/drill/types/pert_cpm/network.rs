//! Plans as networks - lengths, float, paths, the cheapest way to be faster.

use super::Activity;

/// When each activity is done at the earliest.
pub(in crate::drill) fn ends(plan: &[Activity]) -> Vec<i64> {
    let mut ends: Vec<i64> = Vec::new();
    for activity in plan {
        let start = activity.after.iter().map(|of| ends[*of]).max();
        ends.push(start.unwrap_or(0) + activity.days);
    }
    ends
}

pub(in crate::drill) fn length(plan: &[Activity]) -> i64 {
    ends(plan).into_iter().max().unwrap_or(0)
}

/// The plan with everything as short as it can be.
pub(super) fn shortest(plan: &[Activity]) -> Vec<Activity> {
    let mut plan = plan.to_vec();
    for activity in &mut plan {
        activity.days -= activity.shorter;
    }
    plan
}

/// Total float: the latest end less the earliest.
pub(in crate::drill) fn float(plan: &[Activity], which: usize) -> i64 {
    let ends = ends(plan);
    let mut latest = vec![length(plan); plan.len()];
    for (place, activity) in plan.iter().enumerate().rev() {
        for before in &activity.after {
            latest[*before] = latest[*before].min(latest[place] - activity.days);
        }
    }
    latest[which] - ends[which]
}

/// The activities that have float.
pub(super) fn loose(plan: &[Activity]) -> Vec<usize> {
    (0..plan.len()).filter(|of| float(plan, *of) > 0).collect()
}

/// Every path from a beginning to the end, with its length, the longest first.
pub(in crate::drill) fn paths(plan: &[Activity]) -> Vec<(Vec<usize>, i64)> {
    let mut open: Vec<Vec<usize>> = vec![vec![plan.len() - 1]];
    let mut done = Vec::new();
    while let Some(path) = open.pop() {
        let after = &plan[path[0]].after;
        if after.is_empty() {
            let days: i64 = path.iter().map(|of| plan[*of].days).sum();
            done.push((path, days));
        } else {
            open.extend(after.iter().map(|of| [&[*of], path.as_slice()].concat()));
        }
    }
    done.sort_by_key(|(path, days)| (-days, path.clone()));
    done
}

/// The longest path through an activity.
pub(super) fn through(plan: &[Activity], which: usize) -> (Vec<usize>, i64) {
    let all = paths(plan);
    let found = all.into_iter().find(|(path, _)| path.contains(&which));
    found.unwrap_or((vec![which], plan[which].days))
}

/// The cheapest way to be so many days faster: days taken from each activity, and the cost.
pub(in crate::drill) fn cheapest(plan: &[Activity], by: i64) -> (Vec<i64>, i64) {
    let goal = length(plan) - by;
    let mut best: Option<(Vec<i64>, i64)> = None;
    let mut cuts = vec![0; plan.len()];
    loop {
        let mut shorter = plan.to_vec();
        let mut cost = 0;
        for (activity, cut) in shorter.iter_mut().zip(&cuts) {
            activity.days -= cut;
            cost += cut * activity.price;
        }
        if length(&shorter) <= goal && best.as_ref().is_none_or(|(_, least)| cost < *least) {
            best = Some((cuts.clone(), cost));
        }
        // The next way, as an odometer counts.
        let Some(place) = (0..plan.len()).find(|of| cuts[*of] < plan[*of].shorter) else {
            break;
        };
        cuts[place] += 1;
        cuts[..place].fill(0);
    }
    best.unwrap_or((cuts, 0))
}

/// What so many days cost if each is taken where it is cheapest among these.
pub(super) fn greedy(plan: &[Activity], among: &[usize], by: i64) -> i64 {
    let mut days: Vec<i64> = among
        .iter()
        .flat_map(|of| vec![plan[*of].price; plan[*of].shorter as usize])
        .collect();
    days.sort_unstable();
    days.iter().take(by as usize).sum()
}
