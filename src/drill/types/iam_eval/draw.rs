//! How requests and policies are drawn.

use super::{Case, Condition, Layer, Policy, Statement, glob};
use crate::deck::item::Level;
use crate::drill::dice::Dice;

const OBJECT: &str = "arn:aws:s3:::reports/2026/june.csv";
const BUCKET: &str = "arn:aws:s3:::reports";
/// The action and what it is about.
const REQUESTS: &[(&str, &str)] = &[
    ("s3:GetObject", OBJECT),
    ("s3:GetObject", OBJECT),
    ("s3:PutObject", OBJECT),
    ("s3:DeleteObject", OBJECT),
    ("s3:ListBucket", BUCKET),
];
const ACTIONS: &[&str] = &[
    "s3:*",
    "s3:Get*",
    "s3:GetObject",
    "s3:PutObject",
    "s3:DeleteObject",
    "s3:ListBucket",
];
const RESOURCES: &[&str] = &[
    "*",
    "arn:aws:s3:::reports/*",
    "arn:aws:s3:::reports/*",
    "arn:aws:s3:::reports",
    "arn:aws:s3:::reports/2026/*",
    "arn:aws:s3:::reports/2025/*",
];
const BUCKET_RESOURCES: &[&str] = &[
    "arn:aws:s3:::reports/*",
    "arn:aws:s3:::reports/2026/*",
    "arn:aws:s3:::reports",
];
const OBJECT_RESOURCES: &[&str] = &[
    "arn:aws:s3:::reports/*",
    "arn:aws:s3:::reports/2026/*",
    "arn:aws:s3:::reports/2025/*",
];
const ADDRESSES: &[&str] = &["203.0.113.20", "203.0.113.77", "198.51.100.9", "192.0.2.50"];

fn word(dice: &mut Dice, from: &[&'static str]) -> &'static str {
    from[dice.below(from.len() as u32) as usize]
}

fn statement(dice: &mut Dice, layer: Layer, action: &'static str, allows: bool) -> Statement {
    // Half of them name the action that is asked for, so that they matter.
    let action = if dice.chance(1, 2) {
        action
    } else {
        word(dice, ACTIONS)
    };
    let resource = match layer {
        // S3 refuses a bucket policy whose action is about nothing that its resource names.
        Layer::Bucket => match action {
            "s3:ListBucket" => BUCKET,
            "s3:*" | "s3:Get*" => word(dice, BUCKET_RESOURCES),
            _ => word(dice, OBJECT_RESOURCES),
        },
        // Since September 2025 an SCP may name resources and conditions in what it allows, too.
        Layer::Scp | Layer::Rcp | Layer::Boundary => {
            word(dice, &["*", "*", "arn:aws:s3:::reports/*"])
        }
        _ => word(dice, RESOURCES),
    };
    Statement {
        allows,
        action,
        resource,
        condition: None,
    }
}

fn condition(dice: &mut Dice, allows: bool) -> Condition {
    match (allows, dice.chance(1, 2)) {
        (true, true) => Condition::Mfa(true),
        (true, false) => Condition::Office,
        (false, true) => Condition::Mfa(false),
        (false, false) => Condition::NotOffice,
    }
}

/// Whether the first statement holds for every request that the second one holds for.
fn covers(by: &Statement, of: &Statement) -> bool {
    glob(by.action, of.action)
        && glob(by.resource, of.resource)
        && (by.condition.is_none() || by.condition == of.condition)
}

/// The statements without those that another one of the same effect makes superfluous.
fn needed(statements: Vec<Statement>) -> Vec<Statement> {
    let mut kept: Vec<Statement> = Vec::new();
    for of in statements {
        let says_more = |by: &Statement| by.allows == of.allows && covers(by, &of);
        if !kept.iter().any(says_more) {
            kept.retain(|by| by.allows != of.allows || !covers(&of, by));
            kept.push(of);
        }
    }
    kept
}

/// Whether a policy denies all of what one of its own statements allows. Nobody writes one.
fn is_pointless(of: &Policy) -> bool {
    let (allows, denies): (Vec<&Statement>, Vec<&Statement>) =
        of.statements.iter().partition(|of| of.allows);
    allows
        .iter()
        .any(|allow| denies.iter().any(|deny| covers(deny, allow)))
}

fn policy(dice: &mut Dice, layer: Layer, action: &'static str, level: Level) -> Policy {
    let mut statements = Vec::new();
    if layer == Layer::Rcp {
        statements.push(statement(dice, layer, action, false));
    } else if layer == Layer::Scp && dice.chance(2, 3) {
        statements.push(Statement {
            allows: true,
            action: "*",
            resource: "*",
            condition: None,
        });
        statements.push(statement(dice, layer, action, false));
    } else {
        statements.push(statement(dice, layer, action, true));
        let more = if level == Level::Easy { 2 } else { 1 };
        for _ in 0..more {
            if dice.chance(2, 3) {
                let allows = dice.chance(1, 2);
                statements.push(statement(dice, layer, action, allows));
            }
        }
    }
    let mut statements = needed(statements);
    if level == Level::Hard && dice.chance(1, 2) {
        let place = dice.below(statements.len() as u32) as usize;
        if statements[place].action != "*" {
            statements[place].condition = Some(condition(dice, statements[place].allows));
        }
    }
    Policy { layer, statements }
}

fn any(dice: &mut Dice, level: Level) -> Case {
    let (action, resource) = REQUESTS[dice.below(REQUESTS.len() as u32) as usize];
    let is_user = dice.chance(1, 2);
    let is_same = level == Level::Easy || dice.chance(2, 3);
    let mut layers = vec![Layer::Identity];
    if !is_same {
        layers.push(Layer::Bucket);
    }
    let limits: &[Layer] = if is_user {
        &[Layer::Boundary, Layer::Scp, Layer::Rcp]
    } else {
        &[Layer::Boundary, Layer::Session, Layer::Scp, Layer::Rcp]
    };
    match level {
        Level::Easy => {}
        Level::Medium => {
            if is_same {
                let mut choices = vec![Layer::Bucket, Layer::Boundary, Layer::Scp];
                if !is_user {
                    choices.push(Layer::Session);
                }
                layers.push(*dice.pick(&choices));
            }
        }
        Level::Hard => {
            if is_same && dice.chance(2, 3) {
                layers.push(Layer::Bucket);
            }
            layers.extend(dice.some(limits, 2));
        }
    }
    let policies = layers
        .into_iter()
        .map(|layer| policy(dice, layer, action, level))
        .collect();
    Case {
        is_user,
        is_same,
        action,
        resource,
        has_mfa: dice.chance(1, 2),
        address: word(dice, ADDRESSES),
        policies,
    }
}

/// One that is allowed, or that one thing stops.
pub(super) fn case(dice: &mut Dice, level: Level) -> Case {
    let is_allowed = dice.chance(2, 5);
    loop {
        let case = any(dice, level);
        if case.policies.iter().any(is_pointless) {
            continue;
        }
        let stops = case.stops();
        let fits = if is_allowed {
            stops.is_empty()
        } else {
            stops.len() == 1
        };
        if fits {
            return case;
        }
    }
}
