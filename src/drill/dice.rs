//! Chance that is the same for ever. A crate's ranges and shuffles may change with its version, and every question in the log would
//! change with them; so the few lines that draw are our own.

use crate::deck::item::Level;

/// A sequence of numbers that look like chance: `SplitMix64` (Steele, Lea, Flood 2014, "Fast Splittable Pseudorandom Number
/// Generators"; constants by Vigna, public domain).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The dice of one question.
    pub fn new(id: &str, version: u16, level: Level, seed: u32) -> Self {
        // FNV-1a, 64 bits, over the name; then the rest.
        let name = id.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        let mut dice = Self(name ^ u64::from(version) << 48 ^ (level as u64) << 40);
        dice.0 = dice.next() ^ u64::from(seed);
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number from 0 up to and without `count`, which is at least 1. The bias is below one in four thousand million.
    pub fn below(&mut self, count: u32) -> u32 {
        ((u128::from(self.next()) * u128::from(count.max(1))) >> 64) as u32
    }

    /// A whole number from `low` to `high`, both of them possible.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let count = u32::try_from(high - low + 1).unwrap_or(1);
        low + i64::from(self.below(count))
    }

    /// A whole number from `low` to `high` that is a multiple of `step` away from `low`.
    pub fn steps(&mut self, low: i64, high: i64, step: i64) -> i64 {
        low + step * self.between(0, (high - low) / step)
    }

    /// One of these, of which there is at least one.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len() as u32) as usize]
    }

    /// True so many times in so many.
    pub fn chance(&mut self, times: u32, of: u32) -> bool {
        self.below(of) < times
    }

    /// Puts a list into an order drawn by chance.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            let place = self.below(end as u32 + 1) as usize;
            list.swap(place, end);
        }
    }

    /// So many different ones of these, in an order drawn by chance.
    pub fn some<T: Clone>(&mut self, from: &[T], count: usize) -> Vec<T> {
        let mut all = from.to_vec();
        self.shuffle(&mut all);
        all.truncate(count);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same_for_ever() {
        // Written down when the first drill was shipped; a change here changes every question in every log.
        let mut dice = Dice::new("cidr", 1, Level::Medium, 7);
        let drawn: Vec<i64> = (0..6).map(|_| dice.between(1, 1_000)).collect();
        assert_eq!(drawn, FIRST_DRAWS);
        let mut list: Vec<u8> = (0..8).collect();
        dice.shuffle(&mut list);
        assert_eq!(list, FIRST_SHUFFLE);
    }

    const FIRST_DRAWS: [i64; 6] = [756, 662, 425, 317, 512, 468];
    const FIRST_SHUFFLE: [u8; 8] = [1, 7, 3, 6, 2, 5, 4, 0];

    #[test]
    fn draws_keep_their_bounds_and_reach_them() {
        let mut dice = Dice::new("x", 1, Level::Easy, 1);
        let drawn: Vec<i64> = (0..2_000).map(|_| dice.between(-2, 2)).collect();
        for value in -2..=2 {
            let count = drawn.iter().filter(|of| **of == value).count();
            assert!((300..500).contains(&count), "{value}: {count}");
        }
        assert!(drawn.iter().all(|value| (-2..=2).contains(value)));
        assert_eq!(dice.steps(10, 10, 5), 10);
        assert!((0..100).all(|_| dice.steps(0, 100, 25) % 25 == 0));
    }

    #[test]
    fn types_levels_and_seeds_draw_apart() {
        let first = |id, level, seed| Dice::new(id, 1, level, seed).next();
        let base = first("a", Level::Easy, 1);
        assert_ne!(base, first("b", Level::Easy, 1));
        assert_ne!(base, first("a", Level::Hard, 1));
        assert_ne!(base, first("a", Level::Easy, 2));
    }
}
