//! Policies by the `iam-rs` crate, each on its own, put together by the flow chart of the user guide; and what stops a request must
//! be what lets it pass when it is taken away.

use std::collections::HashMap;

use crate::{each, says, text, wrong};
use cairn::deck::item::Level;
use cairn::drill::types::iam_eval::{Case, Condition, Layer, Policy, Statement, Stop, TYPE};
use iam_rs::{
    Arn, Context, ContextValue, Decision, IAMPolicy, IAMRequest, Principal, PrincipalId,
    evaluate_policy,
};
use serde_json::{Value, json};

fn statement(of: &Statement) -> Value {
    let mut value = json!({
        "Effect": if of.allows { "Allow" } else { "Deny" },
        "Action": of.action,
        "Resource": of.resource,
    });
    let condition = of.condition.map(|condition| match condition {
        Condition::Mfa(is) => json!({"Bool": {"aws:MultiFactorAuthPresent": is.to_string()}}),
        Condition::Office => json!({"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}),
        Condition::NotOffice => json!({"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}}),
    });
    if let Some(condition) = condition {
        value["Condition"] = condition;
    }
    value
}

/// Decisions that were made before; the crate takes its time in a debug build.
type Known = HashMap<String, Decision>;

fn decision(case: &Case, policy: &Policy, known: &mut Known) -> Decision {
    let mut key = format!("{} {} {}", case.action, case.has_mfa, case.address);
    for statement in &policy.statements {
        key += &statement.text();
    }
    let made = || made(case, policy);
    *known.entry(key).or_insert_with(made)
}

fn made(case: &Case, policy: &Policy) -> Decision {
    let statements: Vec<Value> = policy.statements.iter().map(statement).collect();
    let text = json!({"Version": "2012-10-17", "Statement": statements}).to_string();
    let policy = IAMPolicy::from_json(&text).expect("a policy");
    let mut context = Context::new();
    context.insert(
        "aws:MultiFactorAuthPresent".into(),
        ContextValue::Boolean(case.has_mfa),
    );
    context.insert(
        "aws:SourceIp".into(),
        ContextValue::String(case.address.into()),
    );
    let who = "arn:aws:iam::111122223333:user/ada".to_owned();
    let request = IAMRequest::new_with_context(
        Principal::Aws(PrincipalId::String(who)),
        case.action,
        Arn::parse(case.resource).expect("an ARN"),
        context,
    );
    evaluate_policy(&policy, &request).expect("a decision")
}

/// The flow chart, from the top: denies, organization, what the resource grants, identity, boundary, session.
fn is_allowed(case: &Case, known: &mut Known) -> bool {
    let mut of = |layer| {
        let policy = case.policies.iter().find(|of| of.layer == layer);
        policy.map(|policy| decision(case, policy, known))
    };
    let layers = [
        Layer::Identity,
        Layer::Bucket,
        Layer::Boundary,
        Layer::Session,
        Layer::Scp,
        Layer::Rcp,
    ];
    if layers
        .iter()
        .any(|layer| of(*layer) == Some(Decision::Deny))
    {
        return false;
    }
    let passes = |of: Option<Decision>| of.is_none_or(|decision| decision == Decision::Allow);
    if !passes(of(Layer::Scp)) {
        return false;
    }
    let bucket = of(Layer::Bucket) == Some(Decision::Allow);
    let identity = of(Layer::Identity) == Some(Decision::Allow);
    if case.is_same && bucket && case.is_user {
        return true;
    }
    let granted = if case.is_same {
        bucket || identity
    } else {
        bucket && identity
    };
    granted && passes(of(Layer::Boundary)) && passes(of(Layer::Session))
}

/// The case without what is said to stop it.
fn without(case: &Case, stop: Stop) -> Case {
    let mut case = case.clone();
    let everything = Statement {
        allows: true,
        action: "*",
        resource: "*",
        condition: None,
    };
    for policy in &mut case.policies {
        match stop {
            Stop::Deny(layer) if layer == policy.layer => {
                policy.statements.retain(|of| of.allows);
            }
            Stop::Silent(layer) if layer == policy.layer => policy.statements.push(everything),
            Stop::Ungranted if policy.layer == Layer::Bucket => policy.statements.push(everything),
            _ => {}
        }
    }
    // An RCP without statements is none.
    case.policies.retain(|of| !of.statements.is_empty());
    case
}

const LAYERS: [Layer; 6] = [
    Layer::Identity,
    Layer::Bucket,
    Layer::Boundary,
    Layer::Session,
    Layer::Scp,
    Layer::Rcp,
];

fn stops() -> Vec<Stop> {
    let layers = LAYERS.into_iter();
    layers
        .flat_map(|layer| [Stop::Deny(layer), Stop::Silent(layer)])
        .chain([Stop::Ungranted])
        .collect()
}

#[test]
fn answers_are_right_by_iam_rs() {
    let stops = stops();
    let named = |option: &str| {
        let stop = stops.iter().find(|stop| stop.text() == option);
        *stop.expect("a verdict")
    };
    let mut allowed = 0;
    let mut known = Known::new();
    each(&TYPE, Case::draw, |case, _, name| {
        let question = case.tell();
        let right = text(&question);
        let is = is_allowed(&case, &mut known);
        allowed += i32::from(is);
        assert_eq!(right == "Allowed", is, "{name}: {case:?}");
        if !is {
            assert!(
                is_allowed(&without(&case, named(right)), &mut known),
                "{name}: {case:?}"
            );
        }
        for option in wrong(&question) {
            let fits = if option == "Allowed" {
                is
            } else {
                !is && is_allowed(&without(&case, named(option)), &mut known)
            };
            assert!(!fits, "{name}: {option}: {case:?}");
        }
        let mut figures = vec![case.action.to_owned(), case.resource.to_owned()];
        let statements = case.policies.iter().flat_map(|of| &of.statements);
        figures.extend(statements.map(Statement::text));
        says(&question, &figures, name);
    });
    assert!((10_000..15_000).contains(&allowed), "{allowed}");
}

#[test]
fn levels_add_policies_and_then_conditions() {
    each(&TYPE, Case::draw, |case, level, name| {
        let expected = match level {
            Level::Easy => 1..=1,
            Level::Medium => 2..=2,
            Level::Hard => 3..=4,
        };
        assert!(expected.contains(&case.policies.len()), "{name}");
        let mut statements = case.policies.iter().flat_map(|of| &of.statements);
        assert!(
            level == Level::Hard || statements.all(|of| of.condition.is_none()),
            "{name}"
        );
    });
}
