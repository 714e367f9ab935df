//! Why each part of a question is right or wrong: a list for below all parts, so that nothing that is being read changes its place
//! when the answer comes.

use super::super::presentation::{Attempt, Presentation};
use super::question::blocks_of;
use crate::deck::item::{Body, Entry, Pair};
use crate::deck::markup::{Block, Inline, blocks, plain_of};

/// What is said of one part.
struct Reason {
    /// What comes first, in strong letters.
    lead: Vec<Inline>,
    /// Whether that tells more than the mark of the part.
    is_news: bool,
    /// Why.
    why: Vec<Block>,
}

/// The reasons in the order of the screen: numbered as options and steps are, or each named by its pair. Nothing, if there is
/// nothing to say that the marks of the parts do not.
pub(super) fn reasons(body: &Body, shown: &Presentation) -> Vec<Block> {
    let (start, all): (_, Vec<Reason>) = match (body, &shown.attempt) {
        (Body::Choice { options, .. }, Attempt::Options(_)) => {
            let option = |index: &u16| of_option(&options[usize::from(*index)]);
            (Some(1), shown.order.iter().map(option).collect())
        }
        (Body::Order { steps, .. }, Attempt::Sequence(sequence)) => {
            let step = |(place, index): (usize, &u16)| {
                let belongs = usize::from(*index);
                of_step(&steps[belongs], place, belongs)
            };
            (Some(1), sequence.iter().enumerate().map(step).collect())
        }
        (Body::Match { pairs, .. }, Attempt::Pairs(joined)) => {
            let all = pairs.iter().zip(joined).enumerate();
            let pair = |(index, (pair, joined)): (usize, (&Pair, &Option<u16>))| {
                of_pair(pair, joined.map(usize::from) == Some(index))
            };
            (None, all.map(pair).filter(Reason::tells).collect())
        }
        _ => return Vec::new(),
    };
    if !all.iter().any(Reason::tells) {
        return Vec::new();
    }
    vec![Block::List(
        start,
        all.into_iter().map(Reason::blocks).collect(),
    )]
}

fn of_option(option: &Entry) -> Reason {
    Reason {
        lead: text(if option.right { "Right." } else { "Wrong." }),
        is_news: false,
        why: blocks_of(option.why.as_deref()),
    }
}

/// Of a step that stands at `place` and belongs at `belongs`, both from 0.
fn of_step(step: &Entry, place: usize, belongs: usize) -> Reason {
    let is_right = place == belongs;
    Reason {
        lead: text(&if is_right {
            "Right.".to_owned()
        } else {
            format!("Belongs at place {}.", belongs + 1)
        }),
        is_news: !is_right,
        why: blocks_of(step.why.as_deref()),
    }
}

fn of_pair(pair: &Pair, is_right: bool) -> Reason {
    let mut lead = line(&pair.left);
    lead.extend(text(" – "));
    lead.extend(line(&pair.right));
    Reason {
        lead,
        is_news: !is_right,
        why: blocks_of(pair.why.as_deref()),
    }
}

impl Reason {
    fn tells(&self) -> bool {
        self.is_news || !self.why.is_empty()
    }

    /// As an item of a list: what comes first and the first paragraph are one.
    fn blocks(self) -> Vec<Block> {
        let mut first = vec![Inline::Strong(self.lead)];
        let mut rest = self.why.into_iter().peekable();
        if let Some(Block::Paragraph(inner)) =
            rest.next_if(|block| matches!(block, Block::Paragraph(_)))
        {
            first.extend(text(" "));
            first.extend(inner);
        }
        [Block::Paragraph(first)].into_iter().chain(rest).collect()
    }
}

fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

/// A side of a pair as part of a line.
fn line(side: &str) -> Vec<Inline> {
    match <[Block; 1]>::try_from(blocks(side)) {
        Ok([Block::Paragraph(inner)]) => inner,
        Ok([other]) => text(&plain_of(&[other])),
        Err(blocks) => text(&plain_of(&blocks)),
    }
}
