//! What can happen to the program: something arrived, or the learner did something.

use super::Route;
use crate::deck::id::TrackId;
use crate::memory::Grade;
use crate::review::FactId;
use crate::store::SlotError;

/// An event. What the learner does is named as a fact, in the past tense.
#[derive(Clone, Debug)]
pub enum Event {
    /// The list of tracks came, or didn't; the file.
    IndexFetched(Result<Vec<u8>, String>),
    /// A track's items came, or didn't.
    PackFetched(TrackId, Result<Vec<u8>, String>),
    /// The learner wants what failed to be fetched again.
    FetchRetried,
    /// A first visitor said what to study for, when the exam is, and how many minutes there are.
    Began(super::Beginning),
    /// Another screen was opened.
    Went(Route),
    /// A fact is stored.
    Stored(FactId),
    /// A fact could not be stored.
    StoreFailed(FactId, SlotError),
    /// The learner wants it tried again.
    StoreRetried,
    /// The second copy has a fact, and the disk has the copy; or it could not be written, and why.
    Copied(FactId, Result<(), String>),
    /// There is no second copy in this browser, and why.
    NoCopy(String),
    /// Another tab stored a fact.
    Arrived(Box<crate::review::Fact>),
    /// Another tab imported a backup, so the log must be read again.
    LogGrew,
    /// The log was read again, since something had reached back into what was settled.
    Reread(Box<crate::review::History>),
    /// How full the store is, in percent.
    Space(u8),
    /// The browser said whether it will keep the data when it runs short of space.
    Persisted(bool),

    /// An option, step or criterion was picked or put back, by its place on the screen.
    Picked(usize),
    /// A step was moved from one place on the screen to another.
    Moved(usize, usize),
    /// A left side was joined to a right side, both by their place on the screen.
    Paired(usize, usize),
    /// An answer was typed and sent.
    Typed(String),
    /// The learner wants to see the answer, or sends what was picked.
    Revealed,
    /// The learner gave a grade.
    Graded(Grade),
    /// The learner took the suggested grade.
    Accepted,
    /// The last step shall be taken back.
    Undid,
    /// The item shall not be asked again.
    Suspended,
    /// The item shall not be asked again today.
    Buried,
    /// The item was marked to come back to, or unmarked.
    FlagToggled,
    /// More new items than the daily limit, this session.
    More,

    /// Something at the desk: own decks, backups, settings.
    #[cfg(feature = "whole")]
    Desk(super::Desk),
    /// Something about mock exams.
    #[cfg(feature = "whole")]
    Exams(super::Exams),
    /// Something in the library.
    #[cfg(feature = "whole")]
    Browsing(super::Browsing),
    /// Something written about the item at hand.
    #[cfg(feature = "whole")]
    InPlace(super::InPlace),
    /// Something on the roadmap.
    #[cfg(feature = "whole")]
    Road(super::Roading),
    /// Something around reviews.
    #[cfg(feature = "whole")]
    Reviewing(super::Reviewing),
    /// Something on the statistics screen.
    #[cfg(feature = "whole")]
    Counting(super::Counting),
    /// Time passed; views that show it are drawn again.
    Ticked,
}
