//! Whether the right option gives itself away, over a track: by its length, or by where it stands.
//!
//! Both are chi-square tests against chance; above chance at p < .001 is an error, since learners find such patterns fast.

use cairn::deck::item::Body;
use cairn::deck::markup::plain;

use super::lint::Finding;
use super::load::Collection;

/// Chi-square with one degree of freedom at p = .001.
const CHI_1: f64 = 10.828;
/// Chi-square with three degrees of freedom at p = .001.
const CHI_3: f64 = 16.266;

pub(crate) fn biases(collection: &Collection) -> Vec<Finding> {
    let mut found = Vec::new();
    for track in &collection.tracks {
        let mut longest = Tally::default();
        let mut places = [0_usize; 4];
        for placed in collection.items().filter(|p| p.track.id == track.id) {
            let Body::Choice { options, .. } = &placed.item.body else {
                continue;
            };
            let right: Vec<usize> = (0..options.len()).filter(|i| options[*i].right).collect();
            if right.len() != 1 || options.len() < 3 {
                continue;
            }
            let lengths: Vec<usize> = options
                .iter()
                .map(|o| plain(&o.text).chars().count())
                .collect();
            let most = lengths.iter().copied().max().unwrap_or(0);
            let ties = lengths.iter().filter(|l| **l == most).count();
            let hit = lengths[right[0]] == most;
            longest.add(
                if hit { 1.0 / ties as f64 } else { 0.0 },
                1.0 / options.len() as f64,
            );
            if options.len() == 4 {
                places[right[0]] += 1;
            }
        }
        let mut report = |words: String| {
            found.push(Finding {
                error: true,
                file: format!("decks/{}/track.toml", track.id),
                line: 1,
                words,
            });
        };
        let (share, chance) = (
            longest.hits / longest.n.max(1.0),
            longest.expected / longest.n.max(1.0),
        );
        if longest.chi() > CHI_1 && share > chance {
            report(format!(
                "the right option is the longest in {:.0} % of {} questions ({:.0} % by chance): lengthen wrong ones",
                share * 100.0,
                longest.n,
                chance * 100.0
            ));
        }
        let total: usize = places.iter().sum();
        let expected = total as f64 / 4.0;
        let chi: f64 = places
            .iter()
            .map(|n| (*n as f64 - expected).powi(2) / expected.max(1.0))
            .sum();
        if total >= 20 && chi > CHI_3 {
            report(format!(
                "the right option stands at the four places {places:?} times: spread it"
            ));
        }
    }
    found
}

#[derive(Default)]
struct Tally {
    n: f64,
    hits: f64,
    expected: f64,
}

impl Tally {
    fn add(&mut self, hit: f64, chance: f64) {
        self.n += 1.0;
        self.hits += hit;
        self.expected += chance;
    }

    fn chi(&self) -> f64 {
        let misses = self.n - self.expected;
        if self.expected < 5.0 || misses < 5.0 {
            return 0.0;
        }
        let d = (self.hits - self.expected).powi(2);
        d / self.expected + d / misses
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_passes_and_a_pattern_does_not() {
        let mut fair = Tally::default();
        let mut biased = Tally::default();
        for i in 0..100 {
            fair.add(if i % 4 == 0 { 1.0 } else { 0.0 }, 0.25);
            biased.add(if i % 2 == 0 { 1.0 } else { 0.0 }, 0.25);
        }
        assert!(fair.chi() < CHI_1);
        assert!(biased.chi() > CHI_1);
    }
}
