//! A mock exam: a form drawn from a track's blueprint, the sitting, its marks, and a score like the real one's.
//!
//! A sitting is what the log says of it ([`crate::review::Step`]); this room folds that, so a sitting goes on after a reload and
//! can be looked at again for ever. Time is an argument, and chance a seed.

pub mod adaptive;
pub mod asked;
pub mod assemble;
pub mod pool;
pub mod quota;
pub mod report;
pub mod score;
pub mod sitting;

pub use adaptive::{Ability, Decision};
pub use asked::asked;
pub use assemble::{Request, TooFew, assemble, is_adaptive};
pub use pool::{Candidate, Pool};
pub use quota::quotas;
pub use report::{Changes, DomainRow, Report, Times};
pub use score::{Marked, Scaled, Score};
pub use sitting::{Question, Sitting, Stage};
