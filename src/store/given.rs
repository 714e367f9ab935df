//! What was answered, in the coder's terms.

use super::bulk::PLACES_MAX;
use super::model::{Coder, Number, Symbol, Texts};
use crate::review::{Drawn, Given};

/// The kind of answer that says which question of a drill it was.
const DRAWN: usize = 6;

/// How a kind of answer is numbered in a segment.
fn kind_of_given(given: Option<&Given>) -> usize {
    match given {
        None => 0,
        Some(Given::Options(_)) => 1,
        Some(Given::Sequence(_)) => 2,
        Some(Given::Pairs(_)) => 3,
        Some(Given::Criteria(_)) => 4,
        Some(Given::Text(_)) => 5,
        Some(Given::Drawn(..)) => DRAWN,
    }
}

/// What has been learned about the answers of a segment so far.
#[derive(Default)]
pub(super) struct Givens {
    kind: Symbol<3>,
    places: Number,
    place: Number,
}

impl Givens {
    /// What was answered, and before it which question of a drill it was, if it was one.
    #[allow(clippy::option_option)]
    pub(super) fn code(
        &mut self,
        coder: &mut Coder<'_>,
        texts: &mut Texts,
        bulk: &mut usize,
        given: Option<&Given>,
    ) -> Option<Option<Given>> {
        let drawn = match given {
            Some(Given::Drawn(drawn, _)) => Some(*drawn),
            _ => None,
        };
        let plain = given.map(Given::plain);
        let kind = kind_of_given(plain);
        let kind = self
            .kind
            .code(coder, if drawn.is_some() { DRAWN } else { kind });
        if kind != DRAWN {
            return self.plain(coder, texts, bulk, (kind, plain));
        }
        let drawn = drawn.unwrap_or(Drawn {
            version: 0,
            seed: 0,
        });
        let drawn = Drawn {
            version: coder.raw(u64::from(drawn.version), 16) as u16,
            seed: coder.raw(u64::from(drawn.seed), 32) as u32,
        };
        let kind = self.kind.code(coder, kind_of_given(plain));
        let given = self.plain(coder, texts, bulk, (kind, plain))??;
        Some(Some(Given::Drawn(drawn, Box::new(given))))
    }

    #[allow(clippy::option_option)]
    fn plain(
        &mut self,
        coder: &mut Coder<'_>,
        texts: &mut Texts,
        bulk: &mut usize,
        (kind, given): (usize, Option<&Given>),
    ) -> Option<Option<Given>> {
        let (places, text) = match given {
            Some(
                Given::Options(list)
                | Given::Sequence(list)
                | Given::Pairs(list)
                | Given::Criteria(list),
            ) => (list.as_slice(), ""),
            Some(Given::Text(text)) => (&[][..], text.as_str()),
            Some(Given::Drawn(..)) | None => (&[][..], ""),
        };
        match kind {
            0 => return Some(None),
            5 => {
                let text = String::from_utf8(texts.code(coder, text.as_bytes())?).ok()?;
                *bulk += text.len();
                return Some(Some(Given::Text(text)));
            }
            _ => {}
        }
        let count = self.places.code(coder, places.len() as u64);
        if count > PLACES_MAX as u64 {
            return None;
        }
        let mut list = Vec::with_capacity(count as usize);
        *bulk += count as usize * size_of::<u16>();
        for index in 0..count as usize {
            let place = u64::from(places.get(index).copied().unwrap_or(0));
            list.push(u16::try_from(self.place.code(coder, place)).ok()?);
        }
        Some(Some(match kind {
            1 => Given::Options(list),
            2 => Given::Sequence(list),
            3 => Given::Pairs(list),
            4 => Given::Criteria(list),
            _ => return None,
        }))
    }
}
