//! Numbers as a learner reads them.

/// `4,812`
pub(super) fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `1 day`, `4,812 days`.
pub(super) fn counted(count: u64, word: &str) -> String {
    let many = if count == 1 { "" } else { "s" };
    format!("{} {word}{many}", grouped(count))
}

/// A share, 0 to 1, in whole percent.
pub(super) fn percent(share: f64) -> u32 {
    (share * 100.0).round().clamp(0.0, 100.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        let words: Vec<_> = [1, 999, 1_000, 12_345, 1_000_000].map(grouped).into();
        assert_eq!(words, ["1", "999", "1,000", "12,345", "1,000,000"]);
    }

    #[test]
    fn one_is_not_many() {
        let words = [0, 1, 2, 4_812].map(|count| counted(count, "answer"));
        assert_eq!(
            words,
            ["0 answers", "1 answer", "2 answers", "4,812 answers"]
        );
    }

    #[test]
    fn shares_are_told_in_whole_percent() {
        assert_eq!([0.0, 0.004, 0.885, 1.0].map(percent), [0, 0, 89, 100]);
    }
}
