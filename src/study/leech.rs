//! Leeches: items that are forgotten again and again, and cost more than they bring.
//!
//! Anki's rule: an item is one from so many lapses on, and the learner is told then and after every half as many more, rounded up
//! (8, 12, 16, … with 8). Source: `rslib/src/scheduler/states/review.rs`, as described there; the manual's "Leeches".

use crate::review::Record;

/// Whether an item has lapsed `threshold` times or more ([`Record::lapses`]). A threshold of 0 says that nothing is a leech.
pub fn is_leech(record: &Record, threshold: u16) -> bool {
    threshold > 0 && record.lapses() >= u32::from(threshold)
}

/// Whether the learner is to be told of a leech: the lapse that took an item from `before` to `after` lapses was the
/// `threshold`th, or came so many half thresholds later.
pub fn is_told(before: u32, after: u32, threshold: u16) -> bool {
    let threshold = u32::from(threshold);
    let lapsed = after > before;
    let step = threshold.div_ceil(2).max(1);
    lapsed && threshold > 0 && after >= threshold && (after - threshold).is_multiple_of(step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told_at(threshold: u16) -> Vec<u32> {
        (1..=20)
            .filter(|lapses| is_told(lapses - 1, *lapses, threshold))
            .collect()
    }

    #[test]
    fn the_eighth_lapse_is_told_and_every_fourth_after_it() {
        assert_eq!(told_at(8), [8, 12, 16, 20]);
        assert_eq!(told_at(5), [5, 8, 11, 14, 17, 20]);
        assert_eq!(told_at(1).len(), 20);
        assert_eq!(told_at(0), [0_u32; 0]);
    }

    #[test]
    fn an_answer_that_is_no_lapse_tells_nothing() {
        assert!(!is_told(8, 8, 8));
        assert!(!is_told(8, 7, 8), "the lapse was taken back");
    }

    proptest! {
        #[test]
        fn what_is_told_is_a_leech_and_the_first_time_is_the_threshold(
            threshold in 1_u16..200,
            lapses in 1_u32..1_000,
        ) {
            let told = is_told(lapses - 1, lapses, threshold);
            prop_assert!(!told || lapses >= u32::from(threshold));
            prop_assert!(told || lapses != u32::from(threshold));
        }
    }
}
