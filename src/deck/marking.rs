//! Whether an answer is right. Multiple response is all or nothing, as in the exams that have it.

use super::command;
use super::given::Given;
use super::item::{Body, Compare, Entry};

/// What an answer is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Whether it is wholly right.
    pub right: bool,
    /// The part of it that is right, 0 to 1; shown, but only [`Mark::right`] counts in most exams.
    pub share: f64,
    /// For typed answers: which accepted answer or known mistake it equals.
    pub matched: Option<usize>,
}

impl Mark {
    fn of(hits: usize, total: usize) -> Self {
        Self {
            right: hits == total,
            share: if total == 0 {
                0.0
            } else {
                hits as f64 / total as f64
            },
            matched: None,
        }
    }
}

/// Marks an answer; `None` where the kind is judged by the learner or the answer is of another kind.
pub fn mark(body: &Body, given: &Given) -> Option<Mark> {
    match (body, given) {
        (Body::Choice { options, .. }, Given::Options(chosen)) => {
            let agreed = options
                .iter()
                .enumerate()
                .filter(|(i, option)| option.right == contains(chosen, *i))
                .count();
            Some(Mark::of(agreed, options.len()))
        }
        (Body::Order { steps, .. }, Given::Sequence(order)) => {
            let placed = (0..steps.len())
                .filter(|i| order.get(*i).map(|s| usize::from(*s)) == Some(*i))
                .count();
            Some(Mark::of(placed, steps.len()))
        }
        (Body::Match { pairs, .. }, Given::Pairs(chosen)) => {
            let paired = (0..pairs.len())
                .filter(|i| chosen.get(*i).map(|s| usize::from(*s)) == Some(*i))
                .count();
            Some(Mark::of(paired, pairs.len()))
        }
        (
            Body::Typed {
                answers, compare, ..
            },
            Given::Text(text),
        ) => Some(typed(answers, *compare, text)),
        (Body::Case { rubric, .. }, Given::Criteria(met)) => {
            let total: u32 = rubric.iter().map(|c| u32::from(c.points)).sum();
            let reached: u32 = rubric
                .iter()
                .enumerate()
                .filter(|(i, _)| contains(met, *i))
                .map(|(_, c)| u32::from(c.points))
                .sum();
            Some(Mark::of(reached as usize, total as usize))
        }
        _ => None,
    }
}

fn contains(list: &[u16], index: usize) -> bool {
    list.iter().any(|i| usize::from(*i) == index)
}

fn typed(answers: &[Entry], compare: Compare, text: &str) -> Mark {
    let same = |entry: &Entry| equal(compare, bare(&entry.text), text);
    let matched = answers
        .iter()
        .position(|a| a.right && same(a))
        .or_else(|| answers.iter().position(same));
    let right = matched.is_some_and(|i| answers[i].right);
    Mark {
        right,
        share: if right { 1.0 } else { 0.0 },
        matched,
    }
}

/// An accepted answer without the backticks that make it code.
pub fn bare(text: &str) -> &str {
    let text = text.trim();
    text.strip_prefix('`')
        .and_then(|t| t.strip_suffix('`'))
        .unwrap_or(text)
        .trim()
}

/// Whether a typed answer equals an accepted one.
pub fn equal(compare: Compare, accepted: &str, text: &str) -> bool {
    match compare {
        Compare::Exact => accepted == text.trim(),
        Compare::Text => folded(accepted) == folded(text),
        Compare::Command => command::same(accepted, text),
        Compare::Number => match (number(accepted), number(text)) {
            (Some((a, unit)), Some((b, typed_unit))) => {
                a == b && (typed_unit.is_empty() || unit == typed_unit)
            }
            _ => folded(accepted) == folded(text),
        },
        Compare::Near => match (number(accepted), number(text)) {
            (Some((a, unit)), Some((b, typed_unit))) => {
                near(&a, &b) && (typed_unit.is_empty() || unit == typed_unit)
            }
            _ => folded(accepted) == folded(text),
        },
    }
}

/// Whether a number is within 1 % of an accepted one. Both as [`number`] gives them; reckoned in whole numbers.
fn near(accepted: &str, typed: &str) -> bool {
    let places = |text: &str| {
        text.split_once('.')
            .map_or(0, |(_, fraction)| fraction.len())
    };
    let most = places(accepted).max(places(typed));
    let scaled = |text: &str| -> Option<i128> {
        let zeros = "0".repeat(most - places(text));
        (text.replace('.', "") + &zeros).parse().ok()
    };
    match (scaled(accepted), scaled(typed)) {
        (Some(a), Some(b)) => a
            .checked_sub(b)
            .and_then(|apart| apart.checked_mul(100))
            .is_some_and(|apart| apart.unsigned_abs() <= a.unsigned_abs()),
        _ => false,
    }
}

/// Lower case, single spaces, no full stop at the end, straight quotes.
fn folded(text: &str) -> String {
    let text = text.replace(['\u{2019}', '\u{2018}'], "'").to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").trim_end_matches('.').to_owned()
}

/// A decimal number without thousands separators and trailing zeros, and the unit behind it, folded.
fn number(text: &str) -> Option<(String, String)> {
    let (is_negative, text) = signed(text);
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+' | '_')))
        .unwrap_or(text.len());
    let (digits, unit) = text.split_at(end);
    let digits: String = digits
        .chars()
        .filter(|c| !matches!(c, ',' | '_' | '+'))
        .collect();
    if !digits.contains(|c: char| c.is_ascii_digit()) || digits.matches('.').count() > 1 {
        return None;
    }
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let size = if fraction.is_empty() {
        whole.to_owned()
    } else {
        format!("{whole}.{fraction}")
    };
    // Zero has no sign.
    let value = if is_negative && size != "0" {
        format!("-{size}")
    } else {
        size
    };
    Some((value, spelled(&folded(unit.trim())).to_owned()))
}

/// Whether there is a minus before a number, and the text without it and without the sign of a currency, which people write on either
/// side of the minus. Parentheses are no minus: only accountants read them so.
fn signed(text: &str) -> (bool, &str) {
    let is_currency = |c: char| matches!(c, '$' | '€') || c.is_whitespace();
    let text = text.trim_start_matches(is_currency);
    text.strip_prefix(['-', '\u{2212}'])
        .map_or((false, text), |size| {
            (true, size.trim_start_matches(is_currency))
        })
}

/// The unit that a short form stands for, one of many things; anything else stays as it is.
fn spelled(unit: &str) -> &str {
    if unit == "s" {
        return "second";
    }
    match unit.trim_end_matches('s') {
        "sec" => "second",
        "min" => "minute",
        "h" | "hr" => "hour",
        "d" => "day",
        "wk" => "week",
        "mo" => "month",
        "yr" => "year",
        "percent" | "pct" | "per cent" => "%",
        "dollar" | "usd" => "",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn option(right: bool) -> Entry {
        Entry {
            text: "x".into(),
            right,
            why: None,
        }
    }

    #[test]
    fn choosing_all_right_options_and_no_other_is_right() {
        let body = Body::Choice {
            stem: "s".into(),
            options: vec![option(true), option(false), option(true), option(false)],
        };
        let marked = |list: &[u16]| mark(&body, &Given::Options(list.to_vec())).expect("a mark");
        assert!(marked(&[0, 2]).right);
        assert!(!marked(&[0]).right);
        assert!(!marked(&[0, 1, 2]).right);
        assert!((marked(&[0]).share - 0.75).abs() < 1e-12);
        assert_eq!(mark(&body, &Given::Text("x".into())), None);
    }

    #[test]
    fn an_order_is_right_only_when_every_step_is_in_place() {
        let body = Body::Order {
            stem: "s".into(),
            steps: vec![option(true), option(true), option(true)],
        };
        assert!(mark(&body, &Given::Sequence(vec![0, 1, 2])).is_some_and(|m| m.right));
        assert!(mark(&body, &Given::Sequence(vec![0, 2, 1])).is_some_and(|m| !m.right));
        assert!(mark(&body, &Given::Sequence(vec![])).is_some_and(|m| !m.right));
    }

    #[test]
    fn a_known_mistake_is_recognised_and_is_wrong() {
        let answers = vec![
            Entry {
                text: "`443`".into(),
                right: true,
                why: None,
            },
            Entry {
                text: "`80`".into(),
                right: false,
                why: Some("That is HTTP.".into()),
            },
        ];
        let body = Body::Typed {
            stem: "s".into(),
            answers,
            compare: Compare::Number,
        };
        let marked = mark(&body, &Given::Text(" 80 ".into())).expect("a mark");
        assert_eq!((marked.right, marked.matched), (false, Some(1)));
        assert!(mark(&body, &Given::Text("443".into())).is_some_and(|m| m.right));
    }

    #[test]
    fn numbers_ignore_separators_zeros_and_a_missing_unit() {
        assert!(equal(Compare::Number, "1,024 GiB", "1024"));
        assert!(equal(Compare::Number, "43.20 minutes", "43.2 Minute"));
        assert!(equal(Compare::Number, "$0.50", ".5"));
        assert!(!equal(Compare::Number, "1024 GiB", "1024 GB"));
        assert!(!equal(Compare::Number, "5", "-5"));
        assert!(equal(Compare::Number, "90 minutes", "90 min"));
        assert!(equal(Compare::Number, "4 hours", "4h"));
        assert!(equal(Compare::Number, "12 %", "12%"));
        assert!(equal(Compare::Number, "12 %", "12 percent"));
        assert!(!equal(Compare::Number, "90 minutes", "90 hours"));
    }

    #[test]
    fn a_minus_stands_on_either_side_of_the_currency() {
        for typed in [
            "-$1,250",
            "$-1,250",
            "- $1250",
            "\u{2212}1,250",
            "\u{2212}$1,250.00",
            "$\u{2212}1,250",
            " -1250 USD",
        ] {
            assert!(equal(Compare::Number, "-$1,250", typed), "{typed}");
            assert!(equal(Compare::Near, "-$1,250", typed), "{typed}");
            assert!(!equal(Compare::Number, "$1,250", typed), "{typed}");
            assert!(!equal(Compare::Near, "$1,250", typed), "{typed}");
        }
        assert!(equal(Compare::Near, "-$1,250", "-$1,260"));
        assert!(!equal(Compare::Near, "-$1,250", "-$1,270"));
        assert!(!equal(Compare::Near, "-$1,250", "1,250"));
        assert!(!equal(Compare::Near, "-$1,250", "(1,250)"));
        assert!(equal(Compare::Number, "-37.5 %", "\u{2212}37.50%"));
        assert!(equal(Compare::Number, "0 %", "-0.0%"));
    }

    #[test]
    fn a_rounded_number_may_be_off_by_one_in_a_hundred() {
        assert!(equal(Compare::Near, "43.2 minutes", "43.6"));
        assert!(!equal(Compare::Near, "43.2 minutes", "43.7"));
        assert!(equal(Compare::Near, "$1,000", "$990.00"));
        assert!(!equal(Compare::Near, "$1,000", "989.9"));
        assert!(equal(Compare::Near, "0.5 %", ".5%"));
        assert!(!equal(Compare::Near, "43.2 minutes", "43.2 hours"));
        assert!(!equal(Compare::Near, "5", "-5"));
        assert!(!equal(
            Compare::Near,
            "5",
            "9999999999999999999999999999999999999999"
        ));
    }

    #[test]
    fn text_ignores_case_and_spacing_and_exact_does_not() {
        assert!(equal(Compare::Text, "Error budget", " error  BUDGET."));
        assert!(!equal(Compare::Exact, "Pod", "pod"));
    }
}
