//! Versions as one number each, constraints as ranges of numbers read from the stem's own text.

use crate::{each, says, text, wrong};
use cairn::deck::item::Level;
use cairn::drill::types::tf_constraints::{Case, Constraint, TYPE, Version};

fn scale(parts: &[u64]) -> u64 {
    let part = |place| parts.get(place).copied().unwrap_or(0);
    part(0) * 1_000_000 + part(1) * 1_000 + part(2)
}

/// The least number, the number above the greatest, and one that is left out.
fn range(constraint: &str) -> (u64, u64, Option<u64>) {
    let (operator, version) = constraint.split_once(' ').expect("an operator");
    let parts: Vec<u64> = version
        .split('.')
        .map(|part| part.parse().expect("a number"))
        .collect();
    let at = scale(&parts);
    let all = u64::MAX;
    match operator {
        "=" => (at, at + 1, None),
        "!=" => (0, all, Some(at)),
        ">=" => (at, all, None),
        ">" => (at + 1, all, None),
        "<=" => (0, at + 1, None),
        "<" => (0, at, None),
        "~>" => {
            // The last part that is written may grow: the one before it may not.
            let mut above = parts[..parts.len() - 1].to_vec();
            *above.last_mut().expect("two parts") += 1;
            (at, scale(&above), None)
        }
        other => panic!("{other}"),
    }
}

fn allowed(case: &Case, version: &Version) -> bool {
    let number = scale(&version.parts.map(u64::from));
    !version.is_beta
        && case
            .root
            .iter()
            .chain(&case.module)
            .map(|of| range(&of.text()))
            .all(|(low, above, not)| low <= number && number < above && Some(number) != not)
}

fn solved(case: &Case) -> String {
    let newest = || {
        case.versions
            .iter()
            .filter(|of| allowed(case, of))
            .max_by_key(|of| scale(&of.parts.map(u64::from)))
    };
    let selected = match &case.lock {
        Some(lock) if !lock.is_upgrade => allowed(case, &lock.version).then_some(&lock.version),
        _ => newest(),
    };
    selected.map_or("None: `init` fails".to_owned(), |of| {
        format!("`{}`", of.text())
    })
}

#[test]
fn answers_are_right_by_ranges() {
    let mut fails = 0;
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        let right = solved(&case);
        fails += i32::from(right.starts_with("None"));
        assert_eq!(text(&question), right, "{name}");
        assert!(wrong(&question).iter().all(|of| *of != right), "{name}");
        let mut figures: Vec<String> = case.root.iter().map(|of| of.text()).collect();
        figures.extend(case.module.map(Constraint::text));
        figures.extend(case.versions.iter().map(|of| of.text()));
        figures.extend(case.lock.map(|of| of.version.text()));
        says(&question, &figures, name);
    });
    assert!((500..9_000).contains(&fails), "{fails}");
}

#[test]
fn levels_add_constraints_and_then_a_lock_file() {
    let (mut kept, mut moved) = (0, 0);
    each(&TYPE, Case::draw, |case, level, name| {
        let count = case.root.len() + usize::from(case.module.is_some());
        assert!(count == 1 || level != Level::Easy, "{name}");
        assert_eq!(case.lock.is_some(), level == Level::Hard, "{name}");
        if let Some(lock) = case.lock {
            let is_kept = solved(&case) == format!("`{}`", lock.version.text());
            kept += i32::from(is_kept);
            moved += i32::from(!is_kept);
        }
    });
    assert!(kept > 1_000 && moved > 1_000, "{kept} {moved}");
}
