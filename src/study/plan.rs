//! What to study today so that the most is known on the day of the exam: every item of every booked track, due or not, seen or
//! not, ranked by what asking it today adds to the expected score per second, until today's minutes are used.
//!
//! The rank is a blend of two answers to "what is it worth?": the dynamic programme of [`super::programme`], which knows when to
//! wait and is best where memory behaves as the model believes, and the plain gain of asking once more, which is most robust
//! where it does not.
//!
//! An outside program drives a learner through this room day by day. The log is the history, a fact at a time; time is an argument:
//!
//! ```
//! use cairn::deck::{id::TrackId, library::Library, parse::parse, track::Track};
//! use cairn::memory::{Grade, Scheduler};
//! use cairn::review::{Answer, Fact, FactId, History, Sighting, What, Writer};
//! use cairn::study::{Costs, Planner};
//! use cairn::time::{DAY_MS, Stamp};
//!
//! let track: Track = toml::from_str(include_str!("../../decks/aws-saa-c03/track.toml"))?;
//! let text = include_str!("../../decks/aws-saa-c03/1-design-secure-architectures.md");
//! let deck = parse("secure.md", text.as_bytes()).deck.expect("a deck without problems");
//! let id = track.id.clone();
//! let mut library = Library::new(vec![track]);
//! library.replace(&id, &[deck]);
//!
//! let mut history = History::new(Scheduler::default());
//! let mut number = 0;
//! let mut tell = |history: &mut History, at: Stamp, what: What| {
//!     number += 1;
//!     let id = FactId { writer: Writer(1), number };
//!     history.apply(&Fact { id, at, what });
//! };
//! let first = Stamp::new(1_795_280_400_000, 60);
//! let exam = history.day(first).plus(30);
//! tell(&mut history, first, What::Booked(id, Some(exam)));
//!
//! for evening in 0..3 {
//!     let mut now = Stamp::new(first.at.0 + evening * DAY_MS, 60);
//!     let mut day = Planner::of(&history, Costs::default(), now).day(&library, &history, now);
//!     let mut asked = 0;
//!     while let Some(next) = day.next() {
//!         // The learner remembers all but every fourth item, and takes twelve seconds.
//!         asked += 1;
//!         let grade = if asked % 4 == 0 { Grade::Again } else { Grade::Good };
//!         now.at.0 += 12_000;
//!         let met = history.of(&next.id).is_some_and(|record| record.last().is_some());
//!         let sighting = if met { Sighting::Repeated } else { Sighting::First };
//!         let answer = Answer { item: next.id.clone(), grade, given: None, ms: 12_000, sighting, corrected: false };
//!         tell(&mut history, now, What::Answered(answer));
//!         day.answered(&next.id, grade, 12.0);
//!     }
//!     // Twenty minutes a day, as long as nothing else was said.
//!     assert!(asked > 0 && asked <= 100, "{asked}");
//! }
//! let now = Stamp::new(first.at.0 + 3 * DAY_MS, 60);
//! let planner = Planner::of(&history, Costs::default(), now);
//! let exam = cairn::study::booked(&history, history.day(now)).remove(0);
//! let forecast = planner.forecast(&library, &history, exam, now);
//! assert!(forecast.planned > forecast.as_is);
//! # Ok::<(), toml::de::Error>(())
//! ```

use std::borrow::Cow;
use std::sync::Arc;

use super::booked::{Booked, booked};
use super::candidate::Candidate;
use super::cost::Costs;
use super::day_plan::DayPlan;
use super::draft::Draft;
use super::field::Field;
use super::programme::Programme;
use super::prospects::Prospects;
use crate::deck::library::Library;
use crate::memory::STEEP_DECAY;
use crate::review::History;
use crate::time::Stamp;

/// The share of the programme in the rank; the rest is the plain gain.
const PROGRAMME_SHARE: f64 = 0.75;
/// How much a steeper memory counts where nothing speaks against it, and the evidence per answer at which a third of
/// that is left.
const HEDGE_MAX: f64 = 0.5;
const HEDGE_EVIDENCE: f64 = 0.01;
/// So many times an even spread over the days left are the new items of a day, where nothing speaks against a steeper memory.
const PACE: f64 = 2.0;
/// ... and the evidence per answer at which they are three times as many.
const PACE_EVIDENCE: f64 = 0.04;
// These five were chosen on the simulated learners with seeds 0 to 11, in the cell of 60 days with 20 minutes; others are reported.

/// Days of one programme that are worked out in one piece.
const DAYS_AT_ONCE: usize = 60;

/// What can be worked out once for many days: the programme for the memory that the history believes in.
#[derive(Clone, Debug)]
pub struct Planner {
    /// By what the history believes, and by a memory that forgets faster the longer it is left alone.
    programmes: Vec<Arc<Programme>>,
    /// What each exam leaves, by both.
    prospects: Vec<[Prospects; 2]>,
    /// The days left for which those are still to be made.
    lefts: Vec<usize>,
    costs: Costs,
    pub(super) share: f64,
    /// The share of the steeper memory, if it does not follow from the evidence.
    hedge: Option<f64>,
}

/// What a planner worked out that holds on other days, too, as long as the memory is the same.
#[derive(Clone, Debug, Default)]
pub struct Tables(Vec<Arc<Programme>>);

impl Planner {
    /// A planner for the exams that are booked.
    pub fn of(history: &History, costs: Costs, now: Stamp) -> Self {
        let mut planner = Self::begun(history, costs, now, &Tables::default());
        while planner.go_on() {}
        planner
    }

    /// The same, of which nothing is worked out as yet: [`Planner::go_on`] does that piece by piece, and nothing else may be asked of
    /// it before. What `tables` hold of an earlier planner is not worked out again.
    pub fn begun(history: &History, costs: Costs, now: Stamp, tables: &Tables) -> Self {
        let exams = booked(history, history.day(now));
        let lefts: Vec<usize> = exams.iter().map(|exam| exam.left).collect();
        let programmes = lefts.iter().max().map_or_else(Vec::new, |days| {
            let believed = history.scheduler();
            let steeper = believed.steeper(STEEP_DECAY);
            let begun = |by| {
                let known = tables.0.iter().find(|known| known.serves(by, *days));
                known.map_or_else(|| Arc::new(Programme::begun(by, *days)), Arc::clone)
            };
            [believed, &steeper].map(begun).into()
        });
        Self {
            programmes,
            prospects: Vec::new(),
            lefts,
            costs,
            share: PROGRAMME_SHARE,
            hedge: None,
        }
    }

    /// Works out a piece more, of some hundredths of a second in a browser; whether something is left.
    pub fn go_on(&mut self) -> bool {
        for programme in &mut self.programmes {
            if !programme.is_whole() {
                // Nobody else holds one that is not whole, so nothing is copied.
                Arc::make_mut(programme).go_on(DAYS_AT_ONCE);
                return true;
            }
        }
        if let Some(left) = self.lefts.pop() {
            let prospects = self.prospects(left);
            prospects.iter().for_each(Prospects::prepare);
            self.prospects.push(prospects);
        }
        !self.lefts.is_empty()
    }

    /// What another day's planner need not work out again.
    pub fn tables(&self) -> Tables {
        Tables(self.programmes.clone())
    }

    fn prospects(&self, left: usize) -> [Prospects; 2] {
        [0, 1].map(|by: usize| Prospects::new(&self.programmes[by], left))
    }

    /// The same with another share of the programme in the rank, 0 to 1: for comparisons.
    #[must_use]
    pub fn with_share(mut self, share: f64) -> Self {
        self.share = share;
        self
    }

    /// The same with another share of the steeper memory, 0 to 1: for comparisons.
    #[must_use]
    pub fn with_hedge(mut self, hedge: f64) -> Self {
        self.hedge = Some(hedge);
        self
    }

    /// Today's list, for the minutes that today still has. Deterministic for a given log and day.
    pub fn day(&self, library: &Library, history: &History, now: Stamp) -> DayPlan {
        self.day_with(library, history, now, 0.0)
    }

    /// The same with so many seconds more than the minutes of the day.
    pub fn day_with(
        &self,
        library: &Library,
        history: &History,
        now: Stamp,
        extra: f64,
    ) -> DayPlan {
        let mut draft = self.draft(library, history, now, extra);
        while draft.go_on(self, library, history) {}
        draft.day(self, library, history, now)
    }

    /// The same as a draft, of which each piece takes a page no longer than it may be held up.
    pub fn draft(&self, library: &Library, history: &History, now: Stamp, extra: f64) -> Draft {
        Draft::new(library, history, now, extra)
    }

    /// How much a steeper memory counts. What is believed was seen at the gaps that there were; how fast recall falls beyond them
    /// nobody has seen, and a plan that is wrong there loses most. The more the learner's answers speak against the steeper one
    /// ([`History::evidence`]), the less it counts.
    fn hedge(&self, history: &History) -> f64 {
        let by_evidence = || HEDGE_MAX * (-history.evidence().max(0.0) / HEDGE_EVIDENCE).exp();
        self.hedge.unwrap_or_else(by_evidence)
    }

    /// How many times an even spread the new items of a day may be: who forgets fast cannot keep what is met all at once.
    pub(super) fn pace(&self, history: &History) -> f64 {
        if self.hedge == Some(0.0) {
            return f64::INFINITY;
        }
        PACE * (history.evidence().max(0.0) / PACE_EVIDENCE).exp()
    }

    /// What may be asked for an exam, and what it is worth.
    pub(super) fn field<'a>(
        &'a self,
        library: &'a Library,
        history: &History,
        exam: &Booked,
        candidates: Cow<'a, [Candidate]>,
    ) -> Field<'a> {
        let prospects = match self.prospects.iter().find(|of| of[0].is_for(exam.left)) {
            Some(known) => Cow::Borrowed(known),
            None => Cow::Owned(self.prospects(exam.left)),
        };
        let hedge = self.hedge(history);
        Field::new(prospects, candidates, library, hedge, &self.costs)
    }
}
