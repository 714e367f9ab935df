//! Which question a place of a form asks: the item that it names, or of a drill the one that the form's seed makes.

use std::borrow::Cow;

use crate::deck::given::Drawn;
use crate::deck::id::ItemId;
use crate::deck::library::{Ask, Library};
use crate::review::Form;

/// The question of this place, if its item is there; of a drill which one it is, too. The same form asks the same for ever.
pub fn asked<'l>(
    library: &'l Library,
    form: &Form,
    place: usize,
    item: &ItemId,
) -> Option<(Cow<'l, Ask>, Option<Drawn>)> {
    let ask = library.ask(item)?;
    Some(match made(ask, form.seed, place) {
        Some((made, drawn)) => (Cow::Owned(made), Some(drawn)),
        None => (Cow::Borrowed(ask), None),
    })
}

/// The question of a drill; none if the item is none.
fn made(ask: &Ask, seed: u64, place: usize) -> Option<(Ask, Drawn)> {
    #[cfg(feature = "whole")]
    if let crate::deck::item::Body::Drill { drill, .. } = &ask.item.body {
        let of = crate::drill::Type::named(drill)?;
        // Each place has its own, and neighbours are far apart (the golden ratio in 64 bits, as Knuth's multiplicative hash has it).
        let mixed = (seed ^ place as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let (seed, asked) = of.chosen(ask.item.level.unwrap_or_default(), (mixed >> 32) as u32);
        let drawn = Drawn {
            version: of.version,
            seed,
        };
        let mut made = ask.clone();
        made.item = std::sync::Arc::new(asked.in_place_of(&ask.item));
        return Some((made, drawn));
    }
    #[cfg(not(feature = "whole"))]
    let _ = (ask, seed, place);
    None
}
