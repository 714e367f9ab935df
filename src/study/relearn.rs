//! What was forgotten today: it is asked again the same day, once enough else has come in between.

use super::queue::{Next, Why};
use crate::deck::id::ItemId;

/// After Again, so many other answers come before the item is asked again, if there are that many (tunable).
/// Fewer measure what is still in the ear.
pub const RELEARN_GAP: usize = 5;

/// Items forgotten today, each with the number of answers given since, the longest ago first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Relearn(Vec<(ItemId, usize)>);

impl Relearn {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds an item that was forgotten so many answers ago.
    pub(super) fn add(&mut self, id: ItemId, since: usize) {
        let at = self.0.partition_point(|(_, other)| *other >= since);
        self.0.insert(at, (id, since));
    }

    /// An item was answered: it no longer waits, and the others have waited one answer more.
    pub(super) fn answered(&mut self, id: &ItemId) {
        self.0.retain(|(other, _)| other != id);
        for (_, since) in &mut self.0 {
            *since += 1;
        }
    }

    /// Keeps some.
    pub(super) fn retain(&mut self, keep: impl Fn(&ItemId) -> bool) {
        self.0.retain(|(id, _)| keep(id));
    }

    /// The one that has waited long enough.
    pub(super) fn ready(&self) -> Option<Next> {
        let first = self.0.first().filter(|(_, since)| *since >= RELEARN_GAP);
        first.map(next)
    }

    /// The one that has waited longest.
    pub(super) fn first(&self) -> Option<Next> {
        self.0.first().map(next)
    }
}

fn next((id, _): &(ItemId, usize)) -> Next {
    Next {
        id: id.clone(),
        why: Why::Relearn,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str) -> ItemId {
        ItemId::parse(name).expect("an id")
    }

    #[test]
    fn the_longest_ago_comes_first_and_not_before_its_time() {
        let mut relearn = Relearn::default();
        relearn.add(id("t/b"), 1);
        relearn.add(id("t/a"), RELEARN_GAP - 1);
        assert_eq!(relearn.ready(), None);
        relearn.answered(&id("t/c"));
        assert_eq!(relearn.ready().map(|next| next.id), Some(id("t/a")));
        relearn.answered(&id("t/a"));
        assert_eq!(relearn.ready(), None);
        assert_eq!(relearn.first().map(|next| next.id), Some(id("t/b")));
    }
}
