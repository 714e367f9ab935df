//! The grade that an answer deserves, where the program can mark it. The learner may overrule it.

use crate::deck::item::Kind;
use crate::deck::marking::Mark;
use crate::memory::Grade;

/// Right is Good, wrong is Again. A case is marked by points: nearly all of them is Good, more than half is Hard,
/// since a task done with one slip is neither unknown nor mastered.
pub fn suggestion(kind: Kind, mark: &Mark) -> Grade {
    match kind {
        Kind::Case if mark.share >= 0.85 => Grade::Good,
        Kind::Case if mark.share >= 0.5 => Grade::Hard,
        Kind::Case => Grade::Again,
        _ if mark.right => Grade::Good,
        _ => Grade::Again,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(right: bool, share: f64) -> Mark {
        Mark {
            right,
            share,
            matched: None,
        }
    }

    #[test]
    fn a_wrong_choice_is_again_however_near_and_a_case_goes_by_points() {
        assert_eq!(suggestion(Kind::Choice, &mark(false, 0.8)), Grade::Again);
        assert_eq!(suggestion(Kind::Choice, &mark(true, 1.0)), Grade::Good);
        assert_eq!(suggestion(Kind::Case, &mark(false, 0.9)), Grade::Good);
        assert_eq!(suggestion(Kind::Case, &mark(false, 0.6)), Grade::Hard);
        assert_eq!(suggestion(Kind::Case, &mark(false, 0.2)), Grade::Again);
    }
}
