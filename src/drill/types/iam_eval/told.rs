//! The question of a request in words.

use super::{Case, Layer, Policy, Statement, Stop, glob};
use crate::drill::question::{Question, Wanted, Wrong};
use crate::drill::types::parts::{points, wrong};

const ALLOWED: &str = "Allowed";

fn policy_text(case: &Case, of: &Policy) -> String {
    let name = match of.layer {
        // On the root and on each unit something must allow it as well.
        Layer::Scp => {
            "service control policy, the only one on the caller's account itself (`FullAWSAccess` above it)"
        }
        Layer::Rcp => "resource control policy on the bucket's account, beside `RCPFullAWSAccess`",
        Layer::Bucket if case.is_user => "bucket policy, with the user's ARN as its principal",
        Layer::Bucket => "bucket policy, with the role's ARN as its principal",
        layer => layer.word(),
    };
    let list: Vec<String> = of.statements.iter().map(Statement::text).collect();
    format!("{name}: {}", list.join("; "))
}

fn stem(case: &Case) -> String {
    let who = if case.is_user {
        "An IAM user"
    } else {
        "Somebody who has assumed an IAM role"
    };
    let place = if case.is_same {
        "The bucket is in the same account."
    } else {
        "The bucket is in another account."
    };
    let uses_facts = case
        .policies
        .iter()
        .flat_map(|of| &of.statements)
        .any(|of| of.condition.is_some());
    let facts = if uses_facts {
        format!(
            " In the request `aws:SourceIp` is `{}` and `aws:MultiFactorAuthPresent` is `{}`.",
            case.address, case.has_mfa
        )
    } else {
        String::new()
    };
    let list: Vec<String> = case
        .policies
        .iter()
        .map(|of| policy_text(case, of))
        .collect();
    format!(
        "{who} calls `{}` on `{}`. {place}{facts} These are all policies that apply:\n\n{}\n\nIs it allowed?",
        case.action,
        case.resource,
        points(&list)
    )
}

/// Why a statement is not about the request.
fn misses(case: &Case, of: &Statement) -> String {
    if !glob(of.action, case.action) {
        format!("the action `{}` does not match", of.action)
    } else if !glob(of.resource, case.resource) {
        format!("the resource `{}` does not match", of.resource)
    } else {
        "its condition does not hold".to_owned()
    }
}

/// What each statement says to the request.
fn lines(case: &Case) -> Vec<String> {
    let mut lines = Vec::new();
    for policy in &case.policies {
        for of in &policy.statements {
            let says = if case.matches(of) {
                if of.allows {
                    "matches and allows"
                } else {
                    "matches and denies"
                }
                .to_owned()
            } else {
                misses(case, of)
            };
            lines.push(format!("{}, {}: {says}", policy.layer.word(), of.text()));
        }
    }
    lines
}

/// Which rule makes the answer.
fn rule(case: &Case, stop: Option<Stop>) -> String {
    match stop {
        Some(Stop::Deny(layer)) => format!(
            "A statement of the {} denies it, and an explicit deny is stronger than every allow.",
            layer.word()
        ),
        Some(Stop::Ungranted) => {
            "In one account one of the two must allow it, and neither does.".to_owned()
        }
        Some(Stop::Silent(layer)) => silence(case, layer),
        None => permission(case),
    }
}

/// Which rule makes the answer where a policy that must allow it does not.
fn silence(case: &Case, layer: Layer) -> String {
    match layer {
        Layer::Identity | Layer::Bucket if !case.is_same => format!(
            "Across accounts the identity policy and the bucket policy must both allow it, and no statement of the {} does.",
            layer.word()
        ),
        Layer::Identity | Layer::Bucket => {
            "No statement of the identity policy allows this request, no other policy grants it, and what nothing grants is denied.".to_owned()
        }
        Layer::Scp | Layer::Rcp => format!(
            "A {} grants nothing, but what other policies grant must be allowed by it as well, and this is not.",
            layer.word()
        ),
        Layer::Boundary | Layer::Session if case.is_same && case.allowed_by(Layer::Bucket) => format!(
            "The bucket policy names the role and not its session, so the {} must allow it as well, and does not.",
            layer.word()
        ),
        Layer::Boundary | Layer::Session => format!(
            "What the identity policy grants must be allowed by the {} as well, and this is not.",
            layer.word()
        ),
    }
}

/// Which rule makes the answer where nothing stops it.
fn permission(case: &Case) -> String {
    let bucket = case.allowed_by(Layer::Bucket);
    let is_limited = [Layer::Boundary, Layer::Session, Layer::Scp]
        .into_iter()
        .any(|layer| case.policy(layer).is_some());
    let rest = if is_limited {
        "No statement denies it, and every policy that limits the caller allows it."
    } else {
        "No statement denies it."
    };
    if !case.is_same {
        return format!(
            "Across accounts the identity policy and the bucket policy must both allow it, and both do. {rest}"
        );
    }
    if bucket && case.is_silent(Layer::Boundary) {
        return "In one account what the bucket policy grants to the user's own ARN needs no allow of the identity policy or of the permissions boundary. No statement denies it.".to_owned();
    }
    if bucket && !case.allowed_by(Layer::Identity) {
        return format!(
            "In one account the allow of the bucket policy is enough: the identity policy must not deny it, but need not allow it. {rest}"
        );
    }
    if case.is_silent(Layer::Bucket) {
        return format!(
            "In one account the allow of the identity policy is enough: the bucket policy must not deny it, but need not allow it. {rest}"
        );
    }
    format!("The identity policy allows it. {rest}")
}

/// Why a wrong option is wrong.
fn against(case: &Case, option: Stop, right: Option<Stop>) -> String {
    let here = rule(case, right);
    match option {
        Stop::Deny(layer) => match case
            .policy(layer)
            .and_then(|of| of.statements.iter().find(|of| !of.allows))
        {
            Some(of) => format!(
                "The deny of the {} is not about this request: {}. {here}",
                layer.word(),
                misses(case, of)
            ),
            None => format!("The {} has no statement that denies. {here}", layer.word()),
        },
        Stop::Silent(layer) if case.allowed_by(layer) => {
            format!("The {} does allow it. {here}", layer.word())
        }
        Stop::Silent(_) | Stop::Ungranted => here,
    }
}

/// Wrong verdicts, the likeliest first.
fn options(case: &Case, right: Option<Stop>) -> Vec<(&'static str, Stop)> {
    let mut list = Vec::new();
    for policy in &case.policies {
        let layer = policy.layer;
        let has_deny = policy.statements.iter().any(|of| !of.allows);
        if has_deny && case.finds(layer, false).is_none() {
            list.push(("deny that does not match", Stop::Deny(layer)));
        }
        // Only what could be so: an RCP that says nothing allows by the one of AWS.
        let grants = policy.statements.iter().any(|of| of.allows);
        if grants && case.is_silent(layer) {
            list.push(("policy that need not allow it", Stop::Silent(layer)));
        }
    }
    for policy in case.policies.iter().rev() {
        if policy.layer != Layer::Rcp {
            list.push(("policy misread", Stop::Silent(policy.layer)));
        }
    }
    for policy in &case.policies {
        if policy.statements.iter().any(|of| !of.allows) {
            list.push(("deny misread", Stop::Deny(policy.layer)));
        }
    }
    list.push(("deny imagined", Stop::Deny(Layer::Identity)));
    // Where neither grants it, to say so of one of them would be true as well.
    list.retain(|(_, option)| {
        let is_half = right == Some(Stop::Ungranted)
            && matches!(option, Stop::Silent(Layer::Identity | Layer::Bucket));
        // Nor may another one be named that says nothing either, only that it need not.
        let is_true =
            right.is_some() && matches!(option, Stop::Silent(layer) if case.is_silent(*layer));
        Some(*option) != right && !is_half && !is_true
    });
    list
}

pub(super) fn question(case: &Case) -> Question {
    let stop = case.stops().first().copied();
    let right = stop.map_or_else(|| ALLOWED.to_owned(), Stop::text);
    let why = rule(case, stop);
    let mut others: Vec<Wrong> = Vec::new();
    if stop.is_some() {
        others.push(wrong(
            "an allow taken for enough",
            ALLOWED,
            rule(case, stop),
        ));
    }
    others.extend(
        options(case, stop)
            .into_iter()
            .map(|(name, option)| wrong(name, option.text(), against(case, option, stop))),
    );
    Question {
        stem: stem(case),
        working: format!("{}\n\n{why} So: **{right}**.", points(&lines(case))),
        wanted: Wanted::Text {
            right,
            wrong: others,
        },
        why,
    }
}
