//! How many items a track needs before it counts as complete, by tier, and of which kinds. Less is an error.

use cairn::deck::track::{Track, TrackKind};

use super::count::Counts;
use super::lint::Finding;

/// What a tier asks for: items, choice questions, cards and clozes together.
fn least(tier: u8, hands_on: bool) -> (usize, usize, usize) {
    match (tier, hands_on) {
        (1, true) => (200, 60, 80),
        (1, false) => (200, 120, 80),
        // Hands-on exams of the second tier may put typed and case items in place of some choice questions.
        (2, true) => (130, 55, 50),
        (2, false) => (130, 80, 50),
        _ => (80, 0, 0),
    }
}

/// Typed and case items that a hands-on exam of the first tier needs.
const HANDS_ON: usize = 40;

/// The least share of choice questions with several right options, in percent, where the exam has them.
const MANY_PERCENT: usize = 25;

/// What is missing.
pub(crate) fn quotas(track: &Track, counts: &Counts) -> Vec<Finding> {
    let hands_on = track.exam.item_types.iter().any(|t| t == "performance");
    let (items, choices, cards) = least(track.tier, hands_on);
    let of = |kind: &str| counts.kinds.get(kind).copied().unwrap_or(0);
    let mut missing = Vec::new();
    let mut need = |what: &str, there: usize, wanted: usize| {
        if there < wanted {
            missing.push(format!("{there} {what} where {wanted} are needed"));
        }
    };
    need("items", counts.items, items);
    need("choice questions", of("choice"), choices);
    need("cards and clozes", of("card") + of("cloze"), cards);
    if hands_on && track.tier == 1 {
        need("typed and case items", of("typed") + of("case"), HANDS_ON);
    }
    let multi = track.exam.item_types.iter().any(|t| t == "multi");
    if multi {
        let wanted = (of("choice") * MANY_PERCENT).div_ceil(100);
        need("choose-N questions", counts.choose_many, wanted);
    }
    for (task, there) in counts.thin() {
        missing.push(format!("task {task} has {there} items"));
    }
    let pack = track.kind == TrackKind::Pack;
    let finding = |words: String| Finding {
        error: true,
        file: format!("decks/{}/track.toml", track.id),
        line: 1,
        words: format!("{words}{}", if pack { " (skill pack)" } else { "" }),
    };
    missing.into_iter().map(finding).collect()
}
