//! What everything that may be asked today is worth: all of it where that is little; of more only what may be among the best.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::candidate::Candidate;
use super::field::Field;
use super::prospects::Worth;

/// So many items are all weighed (tunable).
pub(super) const WEIGHED: usize = 1_000;
/// Of more, so many say what the means are.
const SAMPLE: usize = 250;

/// A candidate and what it is worth.
pub(super) struct Appraised<'f, 'a> {
    pub(super) field: &'f Field<'a>,
    pub(super) of: &'f Candidate,
    pub(super) worth: Worth,
    /// Whether that is more than a glance.
    pub(super) is_weighed: bool,
}

/// The place of something among all and its rank; the highest rank is the greatest.
struct Placed {
    rank: f64,
    place: usize,
}

impl PartialEq for Placed {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Placed {}

impl PartialOrd for Placed {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Placed {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_rank = self.rank.total_cmp(&other.rank);
        by_rank.then_with(|| other.place.cmp(&self.place))
    }
}

/// Weighs what stands highest at a glance, as long as it may be among the best that fill so many seconds. A glance never ranks an item
/// lower than its weight does, so what is weighed and ranks above every glance that is left is surely among them.
pub(super) fn weigh_the_best(
    all: &mut [Appraised<'_, '_>],
    scales: &Scales,
    price: f64,
    seconds: f64,
) {
    let ranks = all.iter().map(|of| scales.rank(of)).enumerate();
    let mut glances: BinaryHeap<Placed> =
        ranks.map(|(place, rank)| Placed { rank, place }).collect();
    let (mut weighed, mut sure) = (BinaryHeap::<Placed>::new(), 0.0);
    while let Some(Placed { rank, place }) = glances.pop() {
        while let Some(best) = weighed.peek().filter(|best| best.rank >= rank) {
            sure += all[best.place].worth.seconds;
            weighed.pop();
        }
        if sure >= seconds {
            return;
        }
        let of = &mut all[place];
        if !of.is_weighed {
            of.worth = of.field.worth(of.of, price);
            of.is_weighed = true;
        }
        let rank = scales.rank(of);
        weighed.push(Placed { rank, place });
    }
}

/// What the two ranks are divided by, and the share of the programme.
pub(super) struct Scales {
    by_programme: f64,
    by_gain: f64,
    share: f64,
}

impl Scales {
    /// By all of them, or by some where that would be many.
    pub(super) fn of(all: &[Appraised<'_, '_>], price: f64, share: f64) -> Self {
        let step = match all.len() {
            ..=WEIGHED => 1,
            many => many.div_ceil(SAMPLE),
        };
        let sample: Vec<(f64, Worth)> = all
            .iter()
            .step_by(step)
            .map(|of| {
                let weighed = || of.field.worth(of.of, price);
                let worth = if of.is_weighed { of.worth } else { weighed() };
                (of.of.weight, worth)
            })
            .collect();
        let mean_of =
            |of: fn(&Worth) -> f64| mean(sample.iter().map(|(weight, worth)| weight * of(worth)));
        Self {
            by_programme: mean_of(|worth| worth.per_second),
            by_gain: mean_of(|worth| worth.greedy_per_second),
            share,
        }
    }

    pub(super) fn rank(&self, of: &Appraised<'_, '_>) -> f64 {
        let blend = self.share * of.worth.per_second / self.by_programme
            + (1.0 - self.share) * of.worth.greedy_per_second / self.by_gain;
        blend * of.of.weight
    }
}

/// The mean of what is above nothing; one if there is none.
fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for value in values.filter(|value| *value > 0.0) {
        sum += value;
        count += 1.0;
    }
    if count > 0.0 { sum / count } else { 1.0 }
}
