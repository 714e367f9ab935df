//! Near-duplicate questions within a track.
//!
//! Two texts are compared as sets of word triples (Jaccard). The threshold stands where pairs known to be rewrites of one
//! question (.5 and more on the pairs in the tests) part from different questions on one subject (below .3).

use std::collections::{HashMap, HashSet};

use cairn::deck::item::{Body, Item};
use cairn::deck::markup::plain;

use super::lint::Finding;
use super::load::{Collection, Placed};

/// From this share of common word triples on, two items are reported (tunable).
const THRESHOLD: f64 = 0.45;

pub(crate) fn duplicates(collection: &Collection) -> Vec<Finding> {
    let mut by_track: HashMap<&str, Vec<(Placed<'_>, HashSet<u64>)>> = HashMap::new();
    let mut found = Vec::new();
    for placed in collection.items() {
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

/// What is asked, with the options: two questions with one scenario and other options are two questions.
fn text(item: &Item) -> String {
    let mut text = plain(item.body.stem());
    if let Body::Choice { options, .. } = &item.body {
        for option in options {
            text.push(' ');
            text += &plain(&option.text);
        }
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

    #[test]
    fn rewrites_lie_above_the_threshold_and_neighbours_below() {
        let a = "Private instances push 40 TB a month to S3 in their own Region through a NAT gateway. \
                 Which change cuts the bill most without touching the application?";
        let rewrite = "Private instances push 90 TB a month to S3 in their own Region through a NAT gateway. \
                       Which change cuts the bill most without touching the code?";
        let neighbour = "Instances in a private subnet must reach DynamoDB without crossing the internet. \
                         Which change costs least and leaves the application as it is?";
        assert!(jaccard(&triples(a), &triples(rewrite)) > THRESHOLD);
        assert!(jaccard(&triples(a), &triples(neighbour)) < 0.3);
    }
}
