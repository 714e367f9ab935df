//! The questions of roles in words.

use super::{Case, Grant, Reading, Request, Rule, Subject};
use crate::drill::number::{Precision, Unit, whole};
use crate::drill::question::{Mistake, Question, Wanted, Wrong};
use crate::drill::types::parts::{mistake, points, size, wrong};

fn quoted(list: &[&str]) -> String {
    let list: Vec<String> = list.iter().map(|of| format!("\"{of}\"")).collect();
    list.join(", ")
}

fn rule(of: &Rule) -> String {
    let names = if of.names.is_empty() {
        String::new()
    } else {
        format!("\n  resourceNames: [{}]", quoted(&of.names))
    };
    format!(
        "- apiGroups: [\"{}\"]\n  resources: [{}]{names}\n  verbs: [{}]",
        of.group,
        quoted(&of.resources),
        quoted(&of.verbs)
    )
}

fn subject(of: Subject) -> String {
    match of {
        Subject::User(name) => format!("the user `{name}`"),
        Subject::Group(name) => format!("the group `{name}`"),
        Subject::Account(namespace, name) => {
            format!("the service account `{name}` of the namespace `{namespace}`")
        }
    }
}

/// A role and its binding, as the question shows them.
fn grant(of: &Grant) -> String {
    let kind = if of.is_cluster_role {
        "ClusterRole"
    } else {
        "Role"
    };
    let binding = of.namespace.map_or_else(
        || "a ClusterRoleBinding".to_owned(),
        |namespace| format!("a RoleBinding in the namespace `{namespace}`"),
    );
    let place = match of.namespace {
        Some(namespace) if !of.is_cluster_role => format!(" of the namespace `{namespace}`"),
        _ => String::new(),
    };
    let rules: Vec<String> = of.rules.iter().map(rule).collect();
    format!(
        "The {kind} `{}`{place}, bound by {binding} to {}:\n\n```yaml\nrules:\n{}\n```",
        of.name,
        subject(of.subject),
        rules.join("\n")
    )
}

fn who(case: &Case) -> String {
    match case.who {
        Subject::User(name) if case.groups.is_empty() => format!("the user `{name}`"),
        Subject::User(name) => {
            format!("the user `{name}` (group `{}`)", case.groups.join("`, `"))
        }
        other => subject(other),
    }
}

fn grants(case: &Case) -> String {
    let list: Vec<String> = case.grants.iter().map(grant).collect();
    list.join("\n\n")
}

/// Ways to misread roles, the likeliest first.
pub(super) fn readings() -> Vec<(&'static str, Reading, &'static str)> {
    vec![
        (
            "ClusterRole taken for cluster-wide",
            Reading::ClusterRoleEverywhere,
            "A RoleBinding grants in its own namespace only, also when it names a ClusterRole.",
        ),
        (
            "subresource taken for its resource",
            Reading::Subresources,
            "A rule for a resource is not one for its subresources: `pods/log` and `deployments/scale` must be named themselves.",
        ),
        (
            "get taken for list",
            Reading::GetLists,
            "`get` reads one object by its name; `list` and `watch` are verbs of their own.",
        ),
        (
            "resourceNames overlooked",
            Reading::AllNames,
            "With `resourceNames` a rule is for those objects only, and a request that names no object, such as `list` or `create`, is not covered.",
        ),
        (
            "groups overlooked",
            Reading::NoGroups,
            "What is bound to a group is granted to its members; each service account is in the group of those of its namespace.",
        ),
        (
            "namespace overlooked",
            Reading::Everywhere,
            "A RoleBinding grants in its own namespace only.",
        ),
        (
            "API group overlooked",
            Reading::AnyGroup,
            "The API group must be that of the resource.",
        ),
    ]
}

/// Why it is not granted, from the grant that comes nearest.
fn refusal(case: &Case, of: &Request) -> String {
    let plain = Reading::Right;
    let slip = readings()
        .into_iter()
        .find(|(_, read, _)| case.granted(of, *read).is_some());
    if let Some((_, _, why)) = slip {
        return why.to_owned();
    }
    let bound: Vec<&Grant> = case
        .grants
        .iter()
        .filter(|grant| case.is_bound(grant.subject, plain))
        .collect();
    let knows =
        |check: &dyn Fn(&Rule) -> bool| bound.iter().any(|grant| grant.rules.iter().any(check));
    if knows(&|rule| rule.resources.contains(&of.resource) && rule.group == of.group) {
        format!(
            "No rule that is bound to this subject allows `{}` on `{}` there.",
            of.verb, of.resource
        )
    } else {
        format!(
            "No rule that is bound to this subject is about `{}`.",
            of.resource
        )
    }
}

fn line(case: &Case, of: &Request) -> String {
    match case.granted(of, Reading::Right) {
        Some(grant) => format!("{}: yes, by `{}`", of.text(), grant.name),
        None => format!("{}: no. {}", of.text(), refusal(case, of)),
    }
}

pub(super) fn choice(case: &Case) -> Question {
    let plain = Reading::Right;
    let right = case
        .requests
        .iter()
        .find(|of| case.granted(of, plain).is_some());
    let by = right
        .and_then(|of| case.granted(of, plain))
        .map_or("", |grant| grant.name);
    let others: Vec<Wrong> = case
        .requests
        .iter()
        .filter(|of| case.granted(of, plain).is_none())
        .map(|of| {
            let name = readings()
                .into_iter()
                .find(|(_, read, _)| case.granted(of, *read).is_some())
                .map_or("rule misread", |(name, _, _)| name);
            wrong(name, of.text(), refusal(case, of))
        })
        .collect();
    let lines: Vec<String> = case.requests.iter().map(|of| line(case, of)).collect();
    let right = right.map_or_else(String::new, Request::text);
    Question {
        stem: format!(
            "A cluster authorizes by RBAC. These roles and bindings were added to those that every cluster has:\n\n{}\n\nWhich of these may {} do?",
            grants(case),
            who(case)
        ),
        why: format!("`{by}` allows it, and its binding covers this subject and namespace."),
        working: format!("{}\n\nSo it is **{right}**.", points(&lines)),
        wanted: Wanted::Text {
            right,
            wrong: others,
        },
    }
}

fn mistakes(case: &Case, right: i64) -> Vec<Mistake> {
    let mut mistakes: Vec<Mistake> = readings()
        .into_iter()
        .map(|(name, read, why)| mistake(name, size(case.count(read)), why))
        .collect();
    for (name, value) in [("one too many", right + 1), ("one too few", right - 1)] {
        mistakes.push(mistake(
            name,
            value,
            "Go through them one by one: subject, namespace, API group, resource, verb, name.",
        ));
    }
    mistakes.retain(|of| of.value >= whole(0));
    mistakes
}

pub(super) fn counted(case: &Case) -> Question {
    let right = size(case.count(Reading::Right));
    let list: Vec<String> = case.requests.iter().map(Request::text).collect();
    let lines: Vec<String> = case.requests.iter().map(|of| line(case, of)).collect();
    let allowed: Vec<String> = case
        .grants
        .iter()
        .map(|grant| (grant, size(case.count_by(grant))))
        .filter(|(_, count)| *count > 0)
        .map(|(grant, count)| format!("{count} by `{}`", grant.name))
        .collect();
    Question {
        stem: format!(
            "A cluster authorizes by RBAC. These roles and bindings were added to those that every cluster has:\n\n{}\n\nThe following is requested by {}:\n\n{}\n\nHow many of these requests are allowed?",
            grants(case),
            who(case),
            points(&list)
        ),
        wanted: Wanted::Number {
            value: whole(right),
            unit: Unit::None,
            precision: Precision::Exact,
            mistakes: mistakes(case, right),
        },
        why: format!("These are allowed: {}.", allowed.join(", ")),
        working: format!("{}\n\nThat makes **{right}**.", points(&lines)),
    }
}
