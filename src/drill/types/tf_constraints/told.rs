//! The question of a selected version in words.

use super::{Case, Constraint, Operator, Version};
use crate::drill::question::{Question, Wanted, Wrong};
use crate::drill::types::parts::{points, wrong};

const FAILS: &str = "None: `init` fails";

fn joined(constraints: &[Constraint]) -> String {
    let list: Vec<String> = constraints.iter().map(|of| of.text()).collect();
    list.join(", ")
}

fn shown(of: Option<Version>) -> String {
    of.map_or_else(|| FAILS.to_owned(), |of| format!("`{}`", of.text()))
}

fn stem(case: &Case) -> String {
    let mut lines = vec![format!("the root module: `{}`", joined(&case.root))];
    lines.extend(
        case.module
            .map(|of| format!("a module that it calls: `{}`", of.text())),
    );
    let list: Vec<String> = case
        .versions
        .iter()
        .map(|of| format!("`{}`", of.text()))
        .collect();
    let (lock, command) = match case.lock {
        None => (" There is no lock file yet.".to_owned(), "terraform init"),
        Some(lock) => (
            format!(" The lock file records `{}`.", lock.version.text()),
            if lock.is_upgrade {
                "terraform init -upgrade"
            } else {
                "terraform init"
            },
        ),
    };
    format!(
        "Constraints on the provider `{}`:\n\n{}\n\nThe registry has {}.{lock} Which version does `{command}` select?",
        case.provider,
        points(&lines),
        list.join(", ")
    )
}

/// The newest version when `~>` is read in another way.
fn reread(case: &Case, read: fn(Constraint, Version) -> bool) -> Option<Version> {
    case.newest_of(|of| {
        case.constraints().iter().all(|constraint| {
            if constraint.operator == Operator::Pessimistic {
                read(*constraint, of)
            } else {
                constraint.has(of)
            }
        })
    })
}

/// The largest when versions are compared as texts.
fn as_text(case: &Case) -> Option<Version> {
    let list = case.versions.iter().copied();
    list.filter(|of| case.has(*of)).max_by_key(|of| of.text())
}

/// Why this version is not allowed, or only not the newest.
fn against(case: &Case, of: Version) -> Option<String> {
    if of.is_beta {
        return Some("A pre-release is only taken when an exact constraint names it.".to_owned());
    }
    let broken = case
        .constraints()
        .into_iter()
        .find(|constraint| !constraint.has(of))?;
    Some(match (broken.operator, broken.written) {
        (Operator::Pessimistic, 2) => format!(
            "`{}` means at least {}.{} and below {}.0.",
            broken.text(),
            broken.version[0],
            broken.version[1],
            broken.version[0] + 1
        ),
        (Operator::Pessimistic, _) => format!(
            "`{}` means at least {}.{}.{} and below {}.{}.0.",
            broken.text(),
            broken.version[0],
            broken.version[1],
            broken.version[2],
            broken.version[0],
            broken.version[1] + 1
        ),
        (Operator::Not, _) => format!("`{}` excludes it.", broken.text()),
        _ => format!("It does not meet `{}`.", broken.text()),
    })
}

fn options(case: &Case) -> Vec<(&'static str, Option<Version>)> {
    let mut list = Vec::new();
    if let Some(lock) = case.lock {
        if lock.is_upgrade {
            list.push(("lock file kept in spite of -upgrade", Some(lock.version)));
        } else {
            list.push(("lock file ignored", case.newest()));
            list.push(("lock file above the constraints", Some(lock.version)));
        }
    }
    let beta = case.newest_of(|of| {
        let plain = Version {
            is_beta: false,
            ..of
        };
        case.has(plain)
    });
    list.extend([
        (
            "~> read as Cargo reads it",
            reread(case, Constraint::as_caret),
        ),
        (
            "~> read as patches only",
            reread(case, Constraint::as_patch),
        ),
        ("pre-release taken", beta),
        (
            "only the root module read",
            case.newest_of(|of| case.root.iter().all(|constraint| constraint.has(of))),
        ),
        (
            "only the first constraint read",
            case.newest_of(|of| case.root.first().is_some_and(|first| first.has(of))),
        ),
        ("compared as texts", as_text(case)),
        ("newest of all", case.newest_of(|of| !of.is_beta)),
        (
            "oldest that is allowed",
            case.versions.iter().copied().find(|of| case.has(*of)),
        ),
    ]);
    if case.lock.is_some() {
        list.push(("no version seen", None));
    }
    // To fill up: what stands nearest below the newest.
    list.extend(
        case.versions
            .iter()
            .rev()
            .map(|of| ("a neighbour", Some(*of))),
    );
    list
}

fn why_not(case: &Case, option: Option<Version>, right: Option<Version>) -> String {
    let Some(of) = option else {
        return format!("{} meets all constraints.", shown(right));
    };
    if let Some(why) = against(case, of) {
        return why;
    }
    match (case.lock, right) {
        (Some(lock), None) => format!(
            "It meets the constraints, but the lock file records `{}`, which does not; only `-upgrade` lets another one in.",
            lock.version.text()
        ),
        (Some(lock), Some(_)) if !lock.is_upgrade => format!(
            "It is allowed, but without `-upgrade` the version of the lock file, `{}`, is kept.",
            lock.version.text()
        ),
        _ => format!("It is allowed, but {} is newer.", shown(right)),
    }
}

pub(super) fn question(case: &Case) -> Question {
    let right = case.answer();
    let others: Vec<Wrong> = options(case)
        .into_iter()
        .filter(|(name, option)| {
            *option != right && (option.is_some() || *name == "no version seen")
        })
        .map(|(name, option)| wrong(name, shown(option), why_not(case, option, right)))
        .collect();
    let mut lines: Vec<String> = Vec::new();
    for of in case.versions.iter().rev() {
        let verdict = against(case, *of).unwrap_or_else(|| "allowed".to_owned());
        lines.push(format!("`{}`: {verdict}", of.text()));
    }
    let (why, end) = match (case.lock, right) {
        (Some(lock), Some(of)) if !lock.is_upgrade => (
            "The lock file records it and it meets the constraints.",
            format!(
                "Without `-upgrade` the lock file decides, and `{}` is allowed",
                of.text()
            ),
        ),
        (Some(lock), None) if !lock.is_upgrade => (
            "The version of the lock file does not meet the constraints, and without `-upgrade` no other one is taken.",
            format!(
                "The lock file records `{}`, which is not allowed, and without `-upgrade` no other one is taken",
                lock.version.text()
            ),
        ),
        (_, None) => (
            "No version meets all constraints.",
            "No version is allowed".to_owned(),
        ),
        _ => (
            "It is the newest that meets all constraints.",
            "The newest that is allowed is selected".to_owned(),
        ),
    };
    Question {
        stem: stem(case),
        why: why.to_owned(),
        working: format!("{}\n\n{end}: **{}**.", points(&lines), shown(right)),
        wanted: Wanted::Text {
            right: shown(right),
            wrong: others,
        },
    }
}
