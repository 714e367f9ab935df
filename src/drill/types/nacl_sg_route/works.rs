//! The question of a connection in words.

use super::told::{block, ip, other_end, ports, routes_table, rules_table};
use super::{BLACKHOLE, Connection, Permit, Rule, Verdict, deciding, route};
use crate::drill::question::{Question, Wanted, Wrong};
use crate::drill::types::parts::{points, wrong};

fn permits(list: &[Permit], is_inbound: bool) -> String {
    if list.is_empty() {
        return "no rules".to_owned();
    }
    let (_, way) = other_end(is_inbound);
    let list: Vec<String> = list
        .iter()
        .map(|of| format!("TCP {} {way} {}", ports(of.ports), block(of.block)))
        .collect();
    list.join("; ")
}

fn stem(of: &Connection) -> String {
    let who = if of.is_inbound {
        // Through an internet gateway only an instance with a public address can be reached.
        let address = if of.remote >> 24 == 10 {
            ""
        } else {
            " that has a public IPv4 address"
        };
        format!(
            "The host `{}` connects from its TCP port {} to TCP port {} of an instance in this subnet{address}.",
            ip(of.remote),
            of.client_port,
            of.port
        )
    } else {
        format!(
            "An instance in this subnet connects from its TCP port {} to TCP port {} of the host `{}`.",
            of.client_port,
            of.port,
            ip(of.remote)
        )
    };
    format!(
        "The route table of a subnet:\n\n{}\n\nIts network ACL, inbound:\n\n{}\n\nOutbound:\n\n{}\n\nThe security group of the instance:\n\n{}\n\n{who} Nothing outside this subnet stops it. Does the connection work?",
        routes_table(&of.routes),
        rules_table(&of.acl_in, true),
        rules_table(&of.acl_out, false),
        points(&[
            format!("inbound: {}", permits(&of.group_in, true)),
            format!("outbound: {}", permits(&of.group_out, false)),
        ])
    )
}

/// What the network ACL says: `In the network ACL, inbound, rule 110 allows TCP 443 from ...`
fn say_acl(rules: &[Rule], remote: u32, port: u16, is_inbound: bool) -> String {
    let best = deciding(rules, remote, port);
    let direction = if is_inbound { "inbound" } else { "outbound" };
    format!(
        "In the network ACL, {direction}, rule {} {} TCP {port} {} `{}`.",
        best.map_or_else(|| "*".to_owned(), |of| of.number.to_string()),
        if best.is_some_and(|of| of.allows) {
            "allows"
        } else {
            "denies"
        },
        other_end(is_inbound).1,
        ip(remote)
    )
}

fn say_group(of: &Connection) -> String {
    let rules = if of.is_inbound { "inbound" } else { "outbound" };
    let verdict = if of.group_request() {
        format!("The {rules} rules of the security group allow")
    } else {
        format!("No {rules} rule of the security group allows")
    };
    format!(
        "{verdict} TCP {} {} `{}`.",
        of.port,
        other_end(of.is_inbound).1,
        ip(of.remote)
    )
}

fn say_route(of: &Connection) -> String {
    let remote = ip(of.remote);
    match route(&of.routes, of.remote) {
        None => format!("No route matches `{remote}`."),
        Some(found) if found.target == BLACKHOLE => format!(
            "The longest prefix for `{remote}` is {}, and the target of that route is gone.",
            block(found.block)
        ),
        Some(found) => format!(
            "The longest prefix for `{remote}` is {}, which leads to {}.",
            block(found.block),
            found.target
        ),
    }
}

/// What each control says, as it is.
fn say(of: &Connection, verdict: Verdict) -> String {
    let (request, reply) = of.acls();
    match verdict {
        Verdict::AclRequest => say_acl(request, of.remote, of.port, of.is_inbound),
        Verdict::AclReply => format!(
            "The reply goes to the client's port. {}",
            say_acl(reply, of.remote, of.client_port, !of.is_inbound)
        ),
        Verdict::Group => say_group(of),
        Verdict::GroupReply => {
            "A security group is stateful: the reply to what it allowed passes, whatever its other rules say.".to_owned()
        }
        Verdict::NoRoute => say_route(of),
        Verdict::Works => String::new(),
    }
}

/// What is taken for the answer by mistake, the likeliest first.
fn mistaken(right: Verdict) -> [(Verdict, &'static str); 4] {
    match right {
        Verdict::Works => [
            (Verdict::GroupReply, "security group taken as stateless"),
            (Verdict::AclReply, "reply misread"),
            (Verdict::AclRequest, "rules not read in order"),
            (Verdict::Group, "security group misread"),
        ],
        Verdict::AclReply => [
            (Verdict::Works, "network ACL taken as stateful"),
            (Verdict::GroupReply, "security group taken as stateless"),
            (Verdict::AclRequest, "request and reply mixed up"),
            (Verdict::Group, "security group misread"),
        ],
        Verdict::AclRequest => [
            (Verdict::Works, "rules not read in order"),
            (Verdict::AclReply, "request and reply mixed up"),
            (Verdict::GroupReply, "security group taken as stateless"),
            (Verdict::Group, "security group misread"),
        ],
        Verdict::Group => [
            (Verdict::Works, "security group misread"),
            (Verdict::GroupReply, "security group taken as stateless"),
            (Verdict::AclRequest, "network ACL misread"),
            (Verdict::AclReply, "reply misread"),
        ],
        Verdict::NoRoute | Verdict::GroupReply => [
            (Verdict::Works, "longest prefix overlooked"),
            (Verdict::GroupReply, "security group taken as stateless"),
            (Verdict::AclReply, "reply misread"),
            (Verdict::AclRequest, "network ACL misread"),
        ],
    }
}

pub(super) fn question(of: &Connection) -> Question {
    let right = of.stops().first().copied().unwrap_or(Verdict::Works);
    let others: Vec<Wrong> = mistaken(right)
        .into_iter()
        .map(|(verdict, name)| {
            let why = if verdict == Verdict::Works {
                say(of, right)
            } else {
                say(of, verdict)
            };
            wrong(name, verdict.text(), why)
        })
        .collect();
    let lines: Vec<String> = [
        Verdict::NoRoute,
        Verdict::AclRequest,
        Verdict::Group,
        Verdict::AclReply,
        Verdict::GroupReply,
    ]
    .into_iter()
    .map(|verdict| say(of, verdict))
    .collect();
    let why = if right == Verdict::Works {
        "Every control lets the request pass, and the network ACL lets the reply pass as well."
            .to_owned()
    } else {
        say(of, right)
    };
    Question {
        stem: stem(of),
        wanted: Wanted::Text {
            right: right.text().to_owned(),
            wrong: others,
        },
        why,
        working: format!("{}\n\n**{}**.", points(&lines), right.text()),
    }
}
