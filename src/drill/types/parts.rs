//! Small things that most generators say.

use crate::drill::number::whole;
use crate::drill::question::{Mistake, Wrong};

/// A mistake that leads to a count.
pub(super) fn mistake(name: &'static str, value: i64, why: impl Into<String>) -> Mistake {
    Mistake {
        name,
        value: whole(value),
        why: why.into(),
    }
}

/// A wrong option that is a text.
pub(super) fn wrong(name: &'static str, text: impl Into<String>, why: impl Into<String>) -> Wrong {
    Wrong {
        name,
        text: text.into(),
        why: why.into(),
    }
}

/// How many there are, as a number to count with.
pub(super) fn size(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// `1 Pod`, `3 Pods`.
pub(in crate::drill) fn count(number: i64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A list of points, each on a line of its own.
pub(super) fn points(lines: &[String]) -> String {
    let lines: Vec<String> = lines.iter().map(|line| format!("- {line}")).collect();
    lines.join("\n")
}
