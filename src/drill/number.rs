//! Exact numbers, and how they are shown and asked for. No key of a drill ever passes through a float.

use num_rational::Ratio as Rational;

/// An exact number.
pub type Ratio = Rational<i128>;

/// A whole number.
pub fn whole(value: i64) -> Ratio {
    Ratio::from_integer(i128::from(value))
}

/// A fraction; `below` is not 0.
pub fn ratio(above: i64, below: i64) -> Ratio {
    Ratio::new(i128::from(above), i128::from(below))
}

/// A decimal from its digits: `decimal(995, 1)` is 99.5.
pub fn decimal(digits: i64, places: u32) -> Ratio {
    Ratio::new(i128::from(digits), 10_i128.pow(places))
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Nothing that needs a word.
    None,
    /// US dollars, before the number.
    Dollars,
    /// Percent.
    Percent,
    /// A word that knows one and many: `minute`, `minutes`.
    Word(&'static str, &'static str),
    /// A sign that stays the same: `GB`, `Gbps`.
    Sign(&'static str),
}

impl Unit {
    /// As the question asks for it: `in minutes`; nothing where there is no unit.
    pub fn asked(self) -> Option<String> {
        match self {
            Self::None => None,
            Self::Dollars => Some("in dollars".to_owned()),
            Self::Percent => Some("in percent".to_owned()),
            Self::Word(_, many) => Some(format!("in {many}")),
            Self::Sign(sign) => Some(format!("in {sign}")),
        }
    }
}

/// How exactly a number is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// A count: exactly this whole number.
    Exact,
    /// Rounded half up to so many places (1 to 4); what is typed may be off by 1 %.
    Places(u8),
}

impl Precision {
    fn places(self) -> u32 {
        match self {
            Self::Exact => 0,
            Self::Places(places) => u32::from(places),
        }
    }

    /// As the question asks for it; nothing for a count.
    pub fn asked(self) -> Option<String> {
        match self {
            Self::Exact => None,
            Self::Places(0) => Some("rounded to a whole number".to_owned()),
            Self::Places(1) => Some("rounded to one decimal".to_owned()),
            Self::Places(2) => Some("rounded to two decimals".to_owned()),
            Self::Places(places) => Some(format!("rounded to {places} decimals")),
        }
    }
}

/// Rounded half away from zero to so many places.
pub fn rounded(value: Ratio, places: u32) -> Ratio {
    let scale = Ratio::from_integer(10_i128.pow(places));
    (value * scale).round() / scale
}

/// The least whole number that is not below this one.
pub fn ceil(value: Ratio) -> i128 {
    value.ceil().to_integer()
}

/// The digits of a number: thousands in groups, no zeros at the end of a fraction unless `fixed` places are wanted.
fn digits(value: Ratio, places: u32, fixed: bool) -> String {
    let scaled = rounded(value, places) * Ratio::from_integer(10_i128.pow(places));
    let scaled = scaled.to_integer();
    let (sign, size) = (if scaled < 0 { "-" } else { "" }, scaled.unsigned_abs());
    let base = 10_u128.pow(places);
    let (mut left, right) = (size / base, size % base);
    let mut groups = Vec::new();
    while left >= 1_000 {
        groups.push(format!("{:03}", left % 1_000));
        left /= 1_000;
    }
    groups.push(left.to_string());
    groups.reverse();
    let mut text = format!("{sign}{}", groups.join(","));
    if places > 0 {
        let fraction = format!("{right:0width$}", width = places as usize);
        let fraction = if fixed {
            fraction.as_str()
        } else {
            fraction.trim_end_matches('0')
        };
        if !fraction.is_empty() {
            text = format!("{text}.{fraction}");
        }
    }
    text
}

/// A number of a text, as short as it is exact up to six places: `1,024`, `0.125`, `99.95`.
pub fn plain(value: Ratio) -> String {
    digits(value, 6, false)
}

/// Dollars and cents: `$1,234.50`; whole dollars without cents.
pub fn dollars(value: Ratio) -> String {
    let sign = if value < whole(0) { "-" } else { "" };
    let size = if value < whole(0) { -value } else { value };
    if size.is_integer() {
        return format!("{sign}${}", digits(size, 0, false));
    }
    // A price may be as small as $0.0000166667.
    let cents = size * whole(100);
    if cents.is_integer() {
        format!("{sign}${}", digits(size, 2, true))
    } else {
        format!("{sign}${}", digits(size, 10, false))
    }
}

/// An answer as an option and a model show it.
pub fn shown(value: Ratio, unit: Unit, precision: Precision) -> String {
    let places = precision.places();
    let fixed = unit == Unit::Dollars && places == 2 && !rounded(value, 2).is_integer();
    let text = digits(value, places, fixed);
    match unit {
        Unit::None => text,
        Unit::Dollars => match text.strip_prefix('-') {
            Some(size) => format!("-${size}"),
            None => format!("${text}"),
        },
        Unit::Percent => format!("{text} %"),
        Unit::Word(one, many) => format!("{text} {}", if text == "1" { one } else { many }),
        Unit::Sign(sign) => format!("{text} {sign}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_people_write_them() {
        assert_eq!(plain(whole(1_234_567)), "1,234,567");
        assert_eq!(plain(decimal(99_950, 3)), "99.95");
        assert_eq!(plain(ratio(1, 3)), "0.333333");
        assert_eq!(dollars(decimal(45, 3)), "$0.045");
        assert_eq!(dollars(decimal(123_450, 2)), "$1,234.50");
        assert_eq!(dollars(whole(-20)), "-$20");
        let minutes = Unit::Word("minute", "minutes");
        assert_eq!(
            shown(decimal(432, 1), minutes, Precision::Places(1)),
            "43.2 minutes"
        );
        assert_eq!(shown(whole(1), minutes, Precision::Exact), "1 minute");
        assert_eq!(
            shown(ratio(100, 3), Unit::Percent, Precision::Places(1)),
            "33.3 %"
        );
        assert_eq!(
            shown(decimal(15, 1), Unit::Dollars, Precision::Places(2)),
            "$1.50"
        );
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        assert_eq!(rounded(ratio(1, 2), 0), whole(1));
        assert_eq!(rounded(ratio(-1, 2), 0), whole(-1));
        assert_eq!(rounded(decimal(1_045, 3), 2), decimal(105, 2));
        assert_eq!(ceil(ratio(7, 2)), 4);
        assert_eq!(ceil(whole(4)), 4);
    }
}
