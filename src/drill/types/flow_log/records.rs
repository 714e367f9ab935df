//! Records, and what they say.

use super::{Cause, Connection, SERVICES, ip, wrong};
use crate::drill::question::{Question, Wanted, Wrong};

fn service_name(port: u16) -> &'static str {
    SERVICES
        .iter()
        .find(|of| of.0 == port)
        .map_or("TCP", |of| of.1)
}

/// A record from one end of a connection to the other, as it stands in the log.
pub(super) fn record(
    connection: Connection,
    is_reply: bool,
    is_accepted: bool,
    packets: i64,
    bytes: i64,
) -> String {
    let Connection {
        client,
        server,
        from,
        to,
    } = connection;
    let (source, target, left, right) = if is_reply {
        (server, client, to, from)
    } else {
        (client, server, from, to)
    };
    let action = if is_accepted { "ACCEPT" } else { "REJECT" };
    // Start and end follow from the figures, so that records differ.
    let start = 1_790_000_000 + i64::from(from) * 60 + i64::from(is_reply);
    format!(
        "2 123456789010 eni-0f1e2d3c4b5a69788 {} {} {left} {right} 6 {packets} {bytes} {start} {} {action} OK",
        ip(source),
        ip(target),
        start + 59
    )
}

const FORMAT: &str = "version, account, interface, source, destination, source port, destination port, protocol, packets, bytes, start, end, action, status";

pub(super) fn read(
    connection: Connection,
    is_accepted: bool,
    packets: i64,
    bytes: i64,
) -> Question {
    let name = service_name(connection.to);
    let (client, server) = (ip(connection.client), ip(connection.server));
    let (from, to) = (connection.from, connection.to);
    let say = |source: &str, target: &str, port: u16, is_accepted: bool| {
        let action = if is_accepted { "accepted" } else { "rejected" };
        format!("Traffic from {source} to port {port} of {target} was {action}.")
    };
    let right = say(&client, &server, to, is_accepted);
    Question {
        stem: format!(
            "A flow log in the default format has this record:\n\n```\n{}\n```\n\nWhat does it say?",
            record(connection, false, is_accepted, packets, bytes)
        ),
        why: format!("Source {client}, destination {server}, destination port {to} ({name})."),
        working: format!(
            "The fields are {FORMAT}. Source {client} with port {from}, destination {server} with port {to} ({name}), protocol 6 (TCP), {packets} packets with {bytes} bytes. **{right}**"
        ),
        wanted: Wanted::Text {
            right,
            wrong: vec![
                wrong(
                    "ends swapped",
                    say(&server, &client, to, is_accepted),
                    "The source address stands before the destination address.",
                ),
                wrong(
                    "ports swapped",
                    say(&client, &server, from, is_accepted),
                    format!(
                        "{from} is the source port, which stands before the destination port {to}."
                    ),
                ),
                wrong(
                    "action misread",
                    say(&client, &server, to, !is_accepted),
                    "The action stands before the status: OK only says that logging works.",
                ),
            ],
        },
    }
}

const CONTROLS: [&str; 4] = [
    "The inbound rules of the security group",
    "The outbound rules of the security group",
    "The inbound rules of the network ACL",
    "The outbound rules of the network ACL",
];

/// What the interface of the instance saw: the request, and the reply that was rejected if the request was not.
fn seen(connection: Connection, at_server: bool, is_reply: bool) -> String {
    // The instance always is the one with the private address.
    let ends = if at_server {
        connection
    } else {
        Connection {
            client: connection.server,
            server: connection.client,
            ..connection
        }
    };
    let request = record(ends, false, is_reply, 4, 240);
    if is_reply {
        format!("{request}\n{}", record(ends, true, false, 4, 240))
    } else {
        request
    }
}

/// Why it is this control, by the direction of the rejected packet.
fn reason(cause: Cause, way: &str) -> String {
    match cause {
        Cause::Group => {
            format!("The first packet is {way} and rejected, and it is not the network ACL.")
        }
        Cause::Acl => {
            format!("The first packet is {way} and rejected, and it is not the security group.")
        }
        Cause::Reply => format!(
            "The reply is {way} and rejected; a security group that let the request pass lets its reply pass."
        ),
    }
}

fn other_controls(place: usize, is_reply: bool, way: &str) -> Vec<Wrong> {
    let others = CONTROLS.iter().enumerate().filter(|(of, _)| *of != place);
    others
        .map(|(of, text)| {
            let why = if of % 2 != place % 2 {
                format!("The rejected packet is {way} for this interface.")
            } else if is_reply {
                "A security group remembers the connection, so it lets the reply pass.".to_owned()
            } else {
                "It allows everything, as the question says.".to_owned()
            };
            wrong("another control", (*text).to_owned(), why)
        })
        .collect()
}

pub(super) fn which(connection: Connection, at_server: bool, cause: Cause) -> Question {
    // The first packet enters at the server and leaves at the client; the reply goes the other way.
    let place = match (cause, at_server) {
        (Cause::Group, true) => 0,
        (Cause::Group, false) => 1,
        (Cause::Acl, true) | (Cause::Reply, false) => 2,
        (Cause::Acl, false) | (Cause::Reply, true) => 3,
    };
    let is_reply = cause == Cause::Reply;
    let way = if place % 2 == 0 {
        "inbound"
    } else {
        "outbound"
    };
    let (client, server) = (ip(connection.client), ip(connection.server));
    let story = if at_server {
        format!("{client} tries to connect to an instance at {server}")
    } else {
        format!("An instance at {server} tries to connect to {client}")
    };
    let known = match cause {
        Cause::Group => "The network ACL allows everything in both directions. ",
        Cause::Acl => "The security group allows everything in both directions. ",
        Cause::Reply => "",
    };
    let why = reason(cause, way);
    let right = CONTROLS[place];
    Question {
        stem: format!(
            "{story}, but the connection fails. The flow log of the instance's network interface shows, in the default format:\n\n```\n{}\n```\n\n{known}Which rules reject the traffic?",
            seen(connection, at_server, is_reply)
        ),
        working: format!("{why} **{right}**."),
        why,
        wanted: Wanted::Text {
            right: right.to_owned(),
            wrong: other_controls(place, is_reply, way),
        },
    }
}
