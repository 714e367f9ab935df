//! Near-duplicate questions within a track.
//!
//! Two texts are compared as sets of word triples (Jaccard). The threshold stands between the rewrites in the tests (.37 and
//! more, where names, figures and some of the words were changed) and the real look-alikes (.23 and less, with different answers).

use std::collections::{HashMap, HashSet};

use cairn::deck::item::{Body, Item};
use cairn::deck::markup::plain;

use super::lint::Finding;
use super::load::{Collection, Placed};

/// From this share of common word triples on, two items are reported (tunable).
const THRESHOLD: f64 = 0.3;

pub(crate) fn duplicates(collection: &Collection) -> Vec<Finding> {
    let mut by_track: HashMap<&str, Vec<(Placed<'_>, HashSet<u64>)>> = HashMap::new();
    let mut found = Vec::new();
    // The levels of a drill share their words; what they ask is made.
    let is_written = |of: &Placed<'_>| !matches!(of.item.body, Body::Drill { .. });
    for placed in collection.items().filter(is_written) {
        let triples = triples(&text(placed.item));
        let seen = by_track.entry(placed.track.id.as_str()).or_default();
        for (other, set) in seen.iter() {
            let alike = jaccard(set, &triples);
            if alike >= THRESHOLD {
                found.push(Finding {
                    error: false,
                    file: placed.place.file.clone(),
                    line: placed.place.line,
                    words: format!(
                        "#{}: {:.0} % alike to #{} ({}, line {}): merge them or make them differ",
                        placed.item.slug,
                        alike * 100.0,
                        other.item.slug,
                        other.place.file,
                        other.place.line
                    ),
                });
            }
        }
        seen.push((placed, triples));
    }
    found
}

/// What is asked, with the options, steps or pairs: one scenario with other options makes two questions, and so does one
/// sentence such as "Match each aim with the flag" over other pairs.
fn text(item: &Item) -> String {
    let mut text = plain(item.body.stem());
    let mut add = |part: &str| {
        text.push(' ');
        text += &plain(part);
    };
    match &item.body {
        Body::Choice { options: list, .. } | Body::Order { steps: list, .. } => {
            for entry in list {
                add(&entry.text);
            }
        }
        Body::Match { pairs, .. } => {
            for pair in pairs {
                add(&pair.left);
                add(&pair.right);
            }
        }
        _ => {}
    }
    text
}

fn triples(text: &str) -> HashSet<u64> {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    words
        .windows(3)
        .map(|three| {
            let mut hasher = DefaultHasher::new();
            three.hash(&mut hasher);
            hasher.finish()
        })
        .collect()
}

fn jaccard(a: &HashSet<u64>, b: &HashSet<u64>) -> f64 {
    let common = a.intersection(b).count();
    let all = a.len() + b.len() - common;
    // Very short texts share their few triples by accident.
    if all < 8 {
        0.0
    } else {
        common as f64 / all as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pairs in which the second text is the first one, told again with other names and figures and some other words.
    const REWRITES: [(&str, &str); 8] = [
        (
            "Private instances push 40 TB a month to S3 in their own Region through a NAT gateway. \
             Which change cuts the bill most without touching the application?",
            "Private instances push 90 TB a month to S3 in their own Region through a NAT gateway. \
             Which change cuts the bill most without touching the code?",
        ),
        (
            "A newspaper's job writes 40 TB a month from private instances to S3 in the same Region, all of it through a NAT \
             gateway. Which change lowers the bill most if the application must stay as it is?",
            "A bank's job writes 25 TB a month from private instances to S3 in the same Region, and all of it passes a NAT \
             gateway. Which change lowers the cost most if the application must stay as it is?",
        ),
        (
            "A nightly job uses a service account with domain administrator rights. Its password, unchanged for six years, is \
             known to nine engineers. The job only reads two tables and writes a report. Which two changes reduce the risk most?",
            "A weekly job uses a service account with domain administrator rights. Its password, unchanged for four years, is \
             known to seven engineers. The job only reads three tables and writes a file. Which two changes lower the risk most?",
        ),
        (
            "A hotel group in Spain is the controller of guest data. On Monday at 09:00 its processor reports that an attacker \
             copied 40,000 guest records with passport numbers. Under the GDPR, what is the group's duty toward the \
             supervisory authority?",
            "A hotel chain in Italy is the controller of guest data. On Tuesday at 11:00 its processor reports that an attacker \
             copied 60,000 guest records with card numbers. Under the GDPR, what is the chain's duty toward the supervisory \
             authority?",
        ),
        (
            "Write the command that restarts all Pods of the Deployment api in the namespace shop, one after the other, without \
             changing its manifest.",
            "Write the command that restarts all Pods of the Deployment web in the namespace prod, one after the other, without \
             changing its manifest.",
        ),
        (
            "A tunnel lighting project has a budget at completion of $800,000. To date its earned value is $200,000 and its \
             actual cost $250,000. The project manager finds that the overrun comes from wage rates that will stay as they \
             are. What is the estimate at completion?",
            "A bridge painting project has a budget at completion of $600,000. To date its earned value is $150,000 and its \
             actual cost $200,000. The project manager finds that the overrun comes from fuel prices that will stay as they \
             are. What is the estimate at completion?",
        ),
        (
            "A payment company wants a threat modeling method that begins with business objectives, simulates real attacks, and \
             ends with countermeasures justified by business impact. Which method was designed for this?",
            "An insurance company wants a threat modeling method which starts from business objectives, simulates real attacks, \
             and ends with countermeasures justified by their business impact. Which method was made for this?",
        ),
        (
            "Under PCI DSS 4.0.1 an entity documents and confirms its scope at least once every 12 months and upon significant \
             change.",
            "Under PCI DSS 4.0.1 an entity must confirm and document its scope at least once every 12 months and upon \
             significant change.",
        ),
    ];

    /// Pairs of the real decks that look alike and have different answers, with the most alike of all the decks among them.
    const LOOK_ALIKES: [(&str, &str); 8] = [
        (
            "In FinOps, what is the difference between a forecast and a budget?",
            "What is the difference between showback and chargeback?",
        ),
        (
            "What is a project in HCP Terraform?",
            "What is a speculative plan in HCP Terraform?",
        ),
        (
            "Write the command that lists the memory and CPU use of the Pods of all namespaces, sorted by memory.",
            "Write the command that lists the Pods of all namespaces that run on the node rack2-n5, and lets the API server do \
             the filtering.",
        ),
        (
            "The Rollout checkout in the namespace shop waits in a pause. The hot fix must go to all users at once. Write the \
             command of the kubectl plugin that skips all the remaining steps and analyses.",
            "The canary of the Rollout checkout in the namespace shop answers with errors. Write the command of the kubectl \
             plugin that stops the update and sends all traffic to the stable version.",
        ),
        (
            "The container app of the Pod cart-0 in the namespace shop has restarted a minute ago. Write the command that shows \
             what it printed before the restart.",
            "Follow the logs of all containers of the Pod cart-0 in the namespace shop, starting with lines of the last 10 \
             minutes. Write the command.",
        ),
        (
            "Match each aim with the means. Restart a container whose process is stuck Liveness probe Keep requests away from a \
             Pod that is busy loading data Readiness probe",
            "Match each aim with the flag of kubectl logs. See the output of the instance before the last restart --previous \
             See only what was printed in the last 5 minutes --since=5m",
        ),
        (
            "Put the steps of NIST's contingency planning process into order. Develop the contingency planning policy \
             statement. Conduct the business impact analysis. Identify preventive controls.",
            "Put the steps of NIST's Risk Management Framework into order. Prepare Categorize Select Implement Assess \
             Authorize Monitor",
        ),
        (
            "A tunnel lighting project has a budget at completion of $800,000. To date its earned value is $200,000 and its \
             actual cost $250,000. The project manager finds that the overrun comes from wage rates that will stay as they \
             are. What is the estimate at completion?",
            "A pier has a budget at completion of $600,000. Earned value is $200,000, actual cost $240,000. The overrun comes \
             from one storm; the rest of the work is expected to cost what was planned. What is the estimate at completion?",
        ),
    ];

    fn alike((a, b): (&str, &str)) -> f64 {
        jaccard(&triples(a), &triples(b))
    }

    #[test]
    fn rewrites_of_a_question_lie_above_the_threshold() {
        for pair in REWRITES {
            assert!(
                alike(pair) > THRESHOLD + 0.05,
                "{:.2} {pair:?}",
                alike(pair)
            );
        }
    }

    #[test]
    fn other_questions_of_the_decks_that_look_alike_lie_below_the_threshold() {
        for pair in LOOK_ALIKES {
            assert!(
                alike(pair) < THRESHOLD - 0.05,
                "{:.2} {pair:?}",
                alike(pair)
            );
        }
    }

    #[test]
    fn pairs_and_steps_count_beside_a_short_stem() {
        let item = |left: &str| {
            let text = format!(
                "---\ndeck: d\nname: D\n---\n\n## T {{#a .match}}\n\nMatch each aim with its flag, please.\n\n- {left} => a\n- x => b\n- y => c\n"
            );
            let parsed = cairn::deck::parse::parse("d.md", text.as_bytes());
            super::text(&parsed.deck.expect("a deck").items[0])
        };
        assert_eq!(
            item("read it"),
            "Match each aim with its flag, please. read it a x b y c"
        );
    }
}
