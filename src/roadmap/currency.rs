//! Amounts of money in words. They are whole numbers, so that sums are exact and the module needs no printing of floats.

/// The currency of exam fees: vendors publish them in US dollars.
pub const FEES: &str = "USD";

/// An amount in hundredths of its currency: `$70.50`, `£1,200`, `CHF 90`. Parts of one are told only where there are some.
pub fn in_words(currency: &str, cents: i64) -> String {
    let sign = if cents < 0 { "−" } else { "" };
    let (whole, rest) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
    let rest = if rest == 0 {
        String::new()
    } else {
        format!(".{rest:02}")
    };
    format!("{sign}{}{}{rest}", symbol(currency), grouped(whole))
}

/// The same rounded to whole units, for sums in which parts of one mean nothing.
pub fn about(currency: &str, cents: i64) -> String {
    let half = if cents < 0 { -50 } else { 50 };
    in_words(currency, (cents + half) / 100 * 100)
}

/// A range in whole units: `$2,500–3,500`, `$250,000 or more`.
pub fn range(currency: &str, from: u32, to: u32, is_open: bool) -> String {
    let symbol = symbol(currency);
    let (from, to) = (grouped(u64::from(from)), grouped(u64::from(to)));
    let more = if is_open { " or more" } else { "" };
    if from == to {
        format!("{symbol}{from}{more}")
    } else {
        format!("{symbol}{from}–{to}{more}")
    }
}

/// What a currency is called: `US dollars`; its code where it has no name here.
pub fn name(currency: &str) -> &str {
    match currency {
        "USD" => "US dollars",
        "GBP" => "British pounds",
        "EUR" => "euros",
        other => other,
    }
}

/// What stands before an amount.
fn symbol(currency: &str) -> String {
    match currency {
        "USD" => "$".to_owned(),
        "GBP" => "£".to_owned(),
        "EUR" => "€".to_owned(),
        other => format!("{other} "),
    }
}

/// `1,234,567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_read_as_people_write_them() {
        assert_eq!(in_words("USD", 7_050), "$70.50");
        assert_eq!(in_words("USD", 44_500), "$445");
        assert_eq!(in_words("GBP", 120_000_000), "£1,200,000");
        assert_eq!(in_words("CHF", -9_005), "−CHF 90.05");
        assert_eq!(about("EUR", 12_349), "€123");
        assert_eq!(about("EUR", -12_350), "−€124");
        assert_eq!(range("USD", 2_500, 3_500, false), "$2,500–3,500");
        assert_eq!(range("USD", 250_000, 250_000, true), "$250,000 or more");
    }
}
