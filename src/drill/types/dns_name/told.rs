//! The questions of names in words.

use super::{Lookup, Service, Written};
use crate::drill::number::{Precision, Unit, whole};
use crate::drill::question::{Mistake, Question, Wanted, Wrong};
use crate::drill::types::parts::{count, mistake, points, wrong};

fn code(name: &str) -> String {
    format!("`{name}`")
}

fn name(kind: &'static str, text: &str, why: &str) -> Wrong {
    wrong(kind, code(text), why)
}

fn named(stem: String, right: &str, others: Vec<Wrong>, why: &str, working: &str) -> Question {
    Question {
        stem,
        wanted: Wanted::Text {
            right: code(right),
            wrong: others,
        },
        why: why.to_owned(),
        working: format!("{working}: **{}**.", code(right)),
    }
}

pub(super) fn full(service: Service) -> Question {
    let Service {
        name: of,
        namespace,
    } = service;
    let right = format!("{of}.{namespace}.svc.cluster.local");
    named(
        format!(
            "The Service `{of}` is in the namespace `{namespace}`; the cluster domain is `cluster.local`. What is its full DNS name?"
        ),
        &right,
        vec![
            name(
                "namespace first",
                &format!("{namespace}.{of}.svc.cluster.local"),
                "The name of the Service stands before its namespace.",
            ),
            name(
                "without svc",
                &format!("{of}.{namespace}.cluster.local"),
                "Between namespace and cluster domain stands `svc`.",
            ),
            name(
                "svc before the namespace",
                &format!("{of}.svc.{namespace}.cluster.local"),
                "`svc` stands after the namespace.",
            ),
            name(
                "pod instead of svc",
                &format!("{of}.{namespace}.pod.cluster.local"),
                "`pod` is for addresses of Pods; a Service has `svc`.",
            ),
        ],
        "Service, namespace, `svc`, cluster domain.",
        "Service, then namespace, then `svc`, then the cluster domain",
    )
}

pub(super) fn address(address: [u8; 4], namespace: &str) -> Question {
    let [a, b, c, d] = address;
    let dashes = format!("{a}-{b}-{c}-{d}");
    let right = format!("{dashes}.{namespace}.pod.cluster.local");
    named(
        format!(
            "A Pod in the namespace `{namespace}` has the address `{a}.{b}.{c}.{d}`; the cluster domain is `cluster.local`. Which DNS name is made of its address?"
        ),
        &right,
        vec![
            name(
                "svc instead of pod",
                &format!("{dashes}.{namespace}.svc.cluster.local"),
                "`svc` is for Services; the address of a Pod has `pod`.",
            ),
            name(
                "dots kept",
                &format!("{a}.{b}.{c}.{d}.{namespace}.pod.cluster.local"),
                "Dots would make four labels; the address is written with dashes.",
            ),
            name(
                "turned round",
                &format!("{d}-{c}-{b}-{a}.{namespace}.pod.cluster.local"),
                "Only reverse lookups turn the address round.",
            ),
            name(
                "pod before the namespace",
                &format!("{dashes}.pod.{namespace}.cluster.local"),
                "`pod` stands after the namespace.",
            ),
        ],
        "The address with dashes, namespace, `pod`, cluster domain.",
        "The address with dashes, then namespace, then `pod`, then the cluster domain",
    )
}

pub(super) fn short(service: Service, from: &str) -> Question {
    let Service {
        name: of,
        namespace,
    } = service;
    let is_same = from == namespace;
    let right = if is_same {
        of.to_owned()
    } else {
        format!("{of}.{namespace}")
    };
    let mut others = Vec::new();
    if is_same {
        others.push(name(
            "longer than needed",
            &format!("{of}.{namespace}"),
            "It works, but within one namespace the name of the Service is enough.",
        ));
    } else {
        others.push(name(
            "own namespace searched",
            of,
            &format!("That is looked for in the Pod's own namespace, `{from}`."),
        ));
    }
    others.extend([
        name(
            "namespace first",
            &format!("{namespace}.{of}"),
            "The name of the Service stands before its namespace.",
        ),
        name(
            "without the namespace",
            &format!("{of}.svc"),
            "That would be a Service in a namespace named `svc`.",
        ),
        name(
            "longer than needed",
            &format!("{of}.{namespace}.svc.cluster.local"),
            "It works, but it is not the shortest: the search list adds the end.",
        ),
    ]);
    named(
        format!(
            "A Pod in the namespace `{from}` wants to reach the Service `{of}` in the namespace `{namespace}`. Its `dnsPolicy` is `ClusterFirst`, it has no `dnsConfig`, and the cluster domain is `cluster.local`. Which is the shortest name that works?"
        ),
        &right,
        others,
        "The search list of the Pod adds the rest.",
        &format!(
            "The search list is `{from}.svc.cluster.local`, `svc.cluster.local`, `cluster.local`. Its {} entry completes it to `{of}.{namespace}.svc.cluster.local`",
            if is_same { "first" } else { "second" }
        ),
    )
}

pub(super) fn member(service: Service, set: &str, number: i64) -> Question {
    let Service {
        name: of,
        namespace,
    } = service;
    let end = format!("{namespace}.svc.cluster.local");
    let right = format!("{set}-{number}.{of}.{end}");
    named(
        format!(
            "The StatefulSet `{set}` in the namespace `{namespace}` has the headless Service `{of}` as its `serviceName`. By which name is its Pod with the ordinal {number} found? The cluster domain is `cluster.local`."
        ),
        &right,
        vec![
            name(
                "without the Service",
                &format!("{set}-{number}.{end}"),
                "A Pod has a name only below its headless Service.",
            ),
            name(
                "pod instead of svc",
                &format!("{set}-{number}.{of}.{namespace}.pod.cluster.local"),
                "`pod` is for names made of addresses.",
            ),
            name(
                "Service first",
                &format!("{of}.{set}-{number}.{end}"),
                "The Pod stands before the Service.",
            ),
            name(
                "number on the Service",
                &format!("{of}-{number}.{of}.{end}"),
                "A Pod is named after the StatefulSet, not after the Service.",
            ),
        ],
        "Pod, headless Service, namespace, `svc`, cluster domain.",
        "The Pod is named after the StatefulSet and its ordinal; then Service, namespace, `svc`, cluster domain",
    )
}

pub(super) fn port(service: Service, port: &str, protocol: &str) -> Question {
    let Service {
        name: of,
        namespace,
    } = service;
    let end = format!("{of}.{namespace}.svc.cluster.local");
    let lower = protocol.to_lowercase();
    let right = format!("_{port}._{lower}.{end}");
    named(
        format!(
            "The Service `{of}` in the namespace `{namespace}` has a port named `{port}` with the protocol {protocol}. Under which name is the SRV record of this port? The cluster domain is `cluster.local`."
        ),
        &right,
        vec![
            name(
                "protocol first",
                &format!("_{lower}._{port}.{end}"),
                "The port stands before the protocol.",
            ),
            name(
                "without underscores",
                &format!("{port}.{lower}.{end}"),
                "Port and protocol of an SRV record begin with an underscore.",
            ),
            name(
                "without the protocol",
                &format!("_{port}.{end}"),
                "The protocol stands between the port and the Service.",
            ),
            name(
                "port at the end",
                &format!("{end}._{port}._{lower}"),
                "Port and protocol stand before the Service.",
            ),
        ],
        "Port and protocol with underscores, then the name of the Service.",
        "Port, then protocol, each with an underscore, then the full name of the Service",
    )
}

/// The search list of the Pod that asks.
fn search(lookup: &Lookup) -> String {
    let from = lookup.from;
    let node = lookup
        .node
        .map_or_else(String::new, |node| format!(" {node}"));
    format!("search {from}.svc.cluster.local svc.cluster.local cluster.local{node}")
}

fn steps(lookup: &Lookup) -> String {
    let text = lookup.text();
    let Lookup { ndots, .. } = lookup;
    let dots = count(lookup.dots(), "dot", "dots");
    let all = lookup.domains();
    let order = match (lookup.written, lookup.is_tried_first()) {
        (Written::Rooted, _) => "It ends with a dot, so the search list is left out.".to_owned(),
        (_, true) => format!(
            "It has {dots}, not fewer than {ndots}, so it is tried as it stands first, then with the search list."
        ),
        (_, false) => format!(
            "It has {dots}, fewer than {ndots}, so the search list is tried first, and the name as it stands last."
        ),
    };
    let first = if lookup.is_tried_first() {
        "As it stands it is not found. "
    } else {
        ""
    };
    let Service { name, namespace } = lookup.service;
    let found = match (lookup.written, lookup.place()) {
        (Written::Rooted, _) => "The first query finds it.".to_owned(),
        (_, Some(place)) => format!(
            "{first}Entry {place} of the search list makes `{name}.{namespace}.svc.cluster.local`, which exists."
        ),
        (_, None) if lookup.is_tried_first() => "The first query finds it.".to_owned(),
        (_, None) => format!(
            "None of the {all} entries of the search list makes a name that exists; the name as it stands does."
        ),
    };
    points(&[format!("`{text}`: {order}"), found])
}

/// Why the search list comes first, last or not at all.
fn reason(lookup: &Lookup) -> String {
    let dots = count(lookup.dots(), "dot is", "dots are");
    let ndots = lookup.ndots;
    match (lookup.written, lookup.is_tried_first()) {
        (Written::Rooted, _) => "A dot at the end leaves the search list out.".to_owned(),
        (_, true) => {
            format!("{dots} not fewer than `ndots:{ndots}`: the name as it stands comes first.")
        }
        (_, false) => format!("{dots} fewer than `ndots:{ndots}`: the search list comes first."),
    }
}

fn rooted_mistakes(lookup: &Lookup) -> Vec<Mistake> {
    vec![
        mistake(
            "dot at the end overlooked",
            lookup.domains() + 1,
            "The dot at the end makes the name complete, so the search list is left out.",
        ),
        mistake(
            "one too many",
            2,
            "A name with a dot at the end is asked for once, as it stands.",
        ),
    ]
}

fn query_mistakes(lookup: &Lookup) -> Vec<Mistake> {
    let all = lookup.domains();
    let is_first = lookup.is_tried_first();
    // No entry of the search list makes a name that exists, so the last query of all finds it.
    let is_last = lookup.place().is_none() && !is_first;
    let turned = match lookup.place() {
        Some(place) if is_first => place,
        Some(place) => place + 1,
        None if is_first => all + 1,
        None => 1,
    };
    let stops = "The resolver stops at the first name that exists.";
    vec![
        mistake(
            "order turned round",
            turned,
            format!(
                "The search list comes first when a name has fewer dots than `ndots`, here {}, and the name as it stands first otherwise.",
                lookup.ndots
            ),
        ),
        mistake(
            "asked once",
            1,
            "Names are tried one after the other until one exists, and the first one does not.",
        ),
        mistake("whole search list", all + 1, stops),
        mistake(
            "search list alone",
            all,
            if is_last {
                "The name as it stands is tried as well, after the search list."
            } else {
                stops
            },
        ),
        mistake(
            "one too many",
            lookup.queries() + 1,
            if is_last {
                format!("The search list makes {all} names, and the name as it stands is one more.")
            } else {
                stops.to_owned()
            },
        ),
    ]
}

pub(super) fn queries(lookup: &Lookup) -> Question {
    let right = lookup.queries();
    let what = match lookup.written {
        Written::Outside(_) => "That host exists outside of the cluster.".to_owned(),
        _ => format!(
            "The Service `{}` exists in the namespace `{}`.",
            lookup.service.name, lookup.service.namespace
        ),
    };
    Question {
        stem: format!(
            "The `/etc/resolv.conf` of a Pod says:\n\n```\n{}\noptions ndots:{}\n```\n\nThe Pod uses the resolver of glibc and looks up `{}`. {what} How many names does the resolver ask for, one after the other and for A records only, until it has the answer?",
            search(lookup),
            lookup.ndots,
            lookup.text()
        ),
        wanted: Wanted::Number {
            value: whole(right),
            unit: Unit::None,
            precision: Precision::Exact,
            mistakes: if lookup.written == Written::Rooted {
                rooted_mistakes(lookup)
            } else {
                query_mistakes(lookup)
            },
        },
        why: reason(lookup),
        working: format!("{}\n\nThat makes **{right}**.", steps(lookup)),
    }
}
