//! How roles, bindings and requests are drawn.

use super::{Case, Grant, Reading, Request, Rule, Subject};
use crate::deck::item::Level;
use crate::drill::dice::Dice;

const NAMESPACES: &[&str] = &["shop", "ops", "lab"];
/// Resources of one API group each, and the names of some.
const KINDS: &[(&str, &str)] = &[
    ("", "pods"),
    ("", "pods"),
    ("", "pods/log"),
    ("", "services"),
    ("", "secrets"),
    ("", "configmaps"),
    ("apps", "deployments"),
    ("apps", "deployments/scale"),
    ("batch", "jobs"),
];
const NAMES: &[&str] = &["web", "db"];
const VERBS: &[&str] = &["get", "list", "watch", "create", "update", "delete"];
const VERB_SETS: &[&[&str]] = &[
    &["get"],
    &["get", "list"],
    &["get", "list", "watch"],
    &["create", "update"],
    &["*"],
    &["list", "delete"],
];
/// Verbs of rules that name a subresource: logs are only read, and a scale is read and set.
const LOG_VERBS: &[&[&str]] = &[&["get"], &["get", "list"], &["get", "list", "watch"]];
const SCALE_VERBS: &[&[&str]] = &[&["get"], &["get", "update"], &["update"]];
/// Names that say nothing of what a role allows.
const ROLES: [&str; 3] = ["alpha", "beta", "gamma"];
const ACCOUNTS: &[&str] = &["builder", "runner"];
const GROUPS: &[&str] = &["developers", "operators"];

fn word(dice: &mut Dice, from: &[&'static str]) -> &'static str {
    from[dice.below(from.len() as u32) as usize]
}

fn rule(dice: &mut Dice, level: Level) -> Rule {
    let (group, resource) = KINDS[dice.below(KINDS.len() as u32) as usize];
    let mut resources = vec![resource];
    if dice.chance(1, 2) {
        let others: Vec<&'static str> = KINDS
            .iter()
            .filter(|(of, name)| *of == group && go_together(name, resource))
            .map(|(_, name)| *name)
            .collect();
        if !others.is_empty() {
            resources.push(word(dice, &others));
        }
    }
    let names = if level == Level::Hard && dice.chance(1, 4) {
        vec![word(dice, NAMES)]
    } else {
        Vec::new()
    };
    let verbs = if resources == ["pods/log"] {
        vec!["get"]
    } else if resources.contains(&"pods/log") {
        dice.pick(LOG_VERBS).to_vec()
    } else if resources.contains(&"deployments/scale") {
        dice.pick(SCALE_VERBS).to_vec()
    } else {
        dice.pick(VERB_SETS).to_vec()
    };
    Rule {
        group,
        resources,
        names,
        verbs,
    }
}

/// What a subresource is of.
fn parent(resource: &str) -> &str {
    resource.split('/').next().unwrap_or_default()
}

/// Whether one rule may name both: a subresource goes with what it is of and with nothing else.
fn go_together(one: &str, other: &str) -> bool {
    let is_subresource = one.contains('/') || other.contains('/');
    one != other && (!is_subresource || parent(one) == parent(other))
}

/// Rules of one role. No two of them name the same resource, or one would be superfluous.
fn rules(dice: &mut Dice, level: Level) -> Vec<Rule> {
    let count = dice.between(1, 2) as usize;
    let mut rules: Vec<Rule> = Vec::new();
    while rules.len() < count {
        let rule = rule(dice, level);
        let is_new = |of: &Rule| !of.resources.iter().any(|of| rule.resources.contains(of));
        if rules.iter().all(is_new) {
            rules.push(rule);
        }
    }
    rules
}

/// The groups of service accounts of each namespace.
fn accounts_of(namespace: &str) -> &'static str {
    match namespace {
        "shop" => "system:serviceaccounts:shop",
        "ops" => "system:serviceaccounts:ops",
        _ => "system:serviceaccounts:lab",
    }
}

fn subject(dice: &mut Dice, who: Subject, level: Level) -> Subject {
    if level == Level::Easy || dice.chance(1, 2) {
        return who;
    }
    match who {
        Subject::Account(namespace, name) => match dice.below(3) {
            0 => Subject::Group(accounts_of(namespace)),
            1 => Subject::Group(accounts_of(word(dice, NAMESPACES))),
            // The same name in another namespace is another account.
            _ => Subject::Account(word(dice, NAMESPACES), name),
        },
        _ => Subject::Group(word(dice, GROUPS)),
    }
}

fn grant(dice: &mut Dice, who: Subject, level: Level, name: &'static str) -> Grant {
    let is_cluster_role = level != Level::Easy && dice.chance(1, 2);
    let is_wide = is_cluster_role && dice.chance(1, 3);
    Grant {
        name,
        is_cluster_role,
        rules: rules(dice, level),
        namespace: (!is_wide).then(|| word(dice, NAMESPACES)),
        subject: subject(dice, who, level),
    }
}

/// A request near a rule, so that one thing may be off.
fn request(dice: &mut Dice, grants: &[Grant]) -> Request {
    let grant = &grants[dice.below(grants.len() as u32) as usize];
    let rule = &grant.rules[dice.below(grant.rules.len() as u32) as usize];
    let near = word(dice, &rule.resources);
    let mut group = rule.group;
    let mut resource = near;
    match dice.below(5) {
        0 => {
            // The subresource, or what it is of.
            resource = match near {
                "pods" => "pods/log",
                "pods/log" => "pods",
                "deployments" => "deployments/scale",
                "deployments/scale" => "deployments",
                other => other,
            };
        }
        1 => {
            (group, resource) = KINDS[dice.below(KINDS.len() as u32) as usize];
        }
        _ => {}
    }
    let verb = match resource {
        "pods/log" => "get",
        "deployments/scale" => word(dice, &["get", "update"]),
        _ => word(dice, VERBS),
    };
    let has_name = matches!(verb, "get" | "update" | "delete");
    let namespace = match grant.namespace {
        Some(namespace) if dice.chance(2, 3) => namespace,
        _ => word(dice, NAMESPACES),
    };
    Request {
        verb,
        group,
        resource,
        name: has_name.then(|| word(dice, NAMES)),
        namespace,
    }
}

fn any(dice: &mut Dice, level: Level) -> Case {
    let is_account = level != Level::Easy && dice.chance(1, 2);
    let who = if is_account {
        Subject::Account(word(dice, NAMESPACES), word(dice, ACCOUNTS))
    } else {
        Subject::User(word(dice, &["ana", "ben", "cleo"]))
    };
    let groups = if is_account || level == Level::Easy {
        Vec::new()
    } else {
        vec![word(dice, GROUPS)]
    };
    let grants: Vec<Grant> = ROLES
        .iter()
        .take(match level {
            Level::Easy => 1,
            Level::Medium => 2,
            Level::Hard => 3,
        })
        .map(|name| grant(dice, who, level, name))
        .collect();
    let is_choice = level == Level::Easy || (level == Level::Medium && dice.chance(1, 2));
    let wanted = if is_choice { 4 } else { 6 };
    let mut requests: Vec<Request> = Vec::new();
    for _ in 0..40 {
        let request = request(dice, &grants);
        if requests.len() < wanted && !requests.contains(&request) {
            requests.push(request);
        }
    }
    Case {
        who,
        groups,
        grants,
        requests,
        is_choice,
    }
}

pub(super) fn case(dice: &mut Dice, level: Level) -> Case {
    loop {
        let case = any(dice, level);
        let is_full = case.requests.len() == if case.is_choice { 4 } else { 6 };
        let right = case.count(Reading::Right);
        // Some ways of misreading must come to another number.
        let misread = || {
            super::told::readings()
                .into_iter()
                .filter(|(_, read, _)| case.count(*read) != right)
                .take(2)
                .count()
        };
        let fits = if case.is_choice {
            right == 1
        } else {
            (1..6).contains(&right) && misread() == 2
        };
        if is_full && fits {
            return case;
        }
    }
}
