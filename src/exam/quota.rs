//! How many questions of a form each domain gets.

use crate::deck::track::Track;

/// Shares `count` by weights: the method of the largest remainder (Hamilton), as blueprints are turned into forms. Equal remainders go to
/// the earlier domain.
pub fn shared(weights: &[u32], count: usize) -> Vec<usize> {
    let total: u64 = weights.iter().map(|w| u64::from(*w)).sum();
    if total == 0 {
        return vec![0; weights.len()];
    }
    let parts = weights.iter().map(|w| u64::from(*w) * count as u64);
    let mut shares: Vec<usize> = parts.clone().map(|part| (part / total) as usize).collect();
    let mut remainders: Vec<(u64, usize)> = parts
        .enumerate()
        .map(|(i, part)| (part % total, i))
        .collect();
    remainders.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let left = count - shares.iter().sum::<usize>();
    for (_, index) in remainders.into_iter().take(left) {
        shares[index] += 1;
    }
    shares
}

/// The questions of each domain of a track, in the order of its domains.
pub fn quotas(track: &Track, count: usize) -> Vec<usize> {
    let weights: Vec<u32> = track.domains.iter().map(|d| u32::from(d.weight)).collect();
    shared(&weights, count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_remainders_get_what_is_left() {
        // SAA-C03: 30, 26, 24, 20 percent of 65: 19.5, 16.9, 15.6, 13.
        assert_eq!(shared(&[30, 26, 24, 20], 65), [19, 17, 16, 13]);
        assert_eq!(shared(&[30, 26, 24, 20], 50), [15, 13, 12, 10]);
        assert_eq!(shared(&[1, 1, 1], 2), [1, 1, 0]);
        assert_eq!(shared(&[0, 0], 5), [0, 0]);
        assert_eq!(shared(&[], 5), Vec::<usize>::new());
    }

    #[test]
    fn nothing_is_lost_and_nobody_is_off_by_one_or_more() {
        for count in 0..200 {
            let weights = [7, 13, 22, 18, 40];
            let shares = shared(&weights, count);
            assert_eq!(shares.iter().sum::<usize>(), count);
            for (share, weight) in shares.iter().zip(weights) {
                let exact = f64::from(weight) * count as f64 / 100.0;
                assert!((*share as f64 - exact).abs() < 1.0);
            }
        }
    }
}
