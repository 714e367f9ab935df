//! Random items, printed for a reader who does not see the keys, or who does.

use cairn::deck::item::{Body, Entry};
use cairn::deck::write::write_item;
use rand::SeedableRng as _;
use rand::seq::SliceRandom as _;
use rand_pcg::Pcg64Mcg;

use super::Options;
use super::load::Collection;

pub(crate) fn sample(collection: &Collection, count: usize, options: &Options) -> String {
    let mut random = Pcg64Mcg::seed_from_u64(options.seed);
    let mut all: Vec<_> = collection
        .items()
        .filter(|p| {
            options
                .track
                .as_deref()
                .is_none_or(|id| id == p.track.id.as_str())
        })
        .filter(|p| options.tier.is_none_or(|tier| tier == p.track.tier))
        .collect();
    all.shuffle(&mut random);
    let mut out = String::new();
    for (index, placed) in all.iter().take(count).enumerate() {
        let mut item = placed.item.clone();
        if !options.keys {
            hide(&mut item.body, &mut random);
            item.explanation = None;
        }
        out += &format!("<!-- {} of {count}: {} -->\n", index + 1, placed.track.id);
        write_item(&mut out, &item);
        out.push('\n');
    }
    out
}

/// Takes out whatever says what is right. Steps and right sides are shuffled.
fn hide(body: &mut Body, random: &mut Pcg64Mcg) {
    let bare = |entries: &mut Vec<Entry>| {
        for entry in entries {
            entry.right = false;
            entry.why = None;
        }
    };
    match body {
        Body::Card { back, .. } => "(hidden)".clone_into(back),
        Body::Cloze { text } => {
            let pieces = cairn::deck::cloze::pieces(text).unwrap_or_default();
            *text = pieces
                .into_iter()
                .map(|piece| match piece {
                    cairn::deck::cloze::Piece::Text(plain) => plain,
                    cairn::deck::cloze::Piece::Hidden { group, hint, .. } => {
                        format!("{{{{c{group}::…::{}}}}}", hint.unwrap_or_default())
                    }
                })
                .collect();
        }
        Body::Choice { options, .. } => bare(options),
        Body::Order { steps, .. } => {
            bare(steps);
            steps.shuffle(random);
        }
        Body::Match { pairs, .. } => {
            let mut rights: Vec<String> = pairs.iter().map(|p| p.right.clone()).collect();
            rights.shuffle(random);
            for (pair, right) in pairs.iter_mut().zip(rights) {
                pair.right = right;
                pair.why = None;
            }
        }
        Body::Typed { answers, .. } => answers.clear(),
        Body::Drill { .. } => {}
        Body::Case { model, rubric, .. } => {
            "(hidden)".clone_into(model);
            rubric.clear();
        }
    }
}
