//! Draws a form: the domains' quotas, what was never seen first, few questions on one idea, easy and hard ones in proportion, every
//! task in turn. The same request, items, log and seed give the same form.

use std::collections::BTreeMap;
use std::fmt;

use rand::SeedableRng as _;
use rand::seq::SliceRandom as _;
use rand_pcg::Pcg64Mcg;

use super::pool::{Candidate, Pool};
use super::quota::{quotas, shared};
use crate::deck::item::Level;
use crate::deck::track::{ScoringModel, Track};
use crate::review::{Feedback, Form, FormKind, Place};

/// At most so many questions of a form are on one idea.
pub(super) const PER_IDEA: usize = 2;
/// At most one question in so many is a drill: exams ask for figures now and then (tunable).
pub(super) const DRILL_IN: usize = 10;
/// Percent of easy, medium and hard questions (`exams/notes.md`, section E).
const SPREAD: [u32; 3] = [25, 50, 25];

/// What the learner wants.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// What kind of sitting.
    pub kind: FormKind,
    /// When it is told what was right.
    pub feedback: Feedback,
    /// Questions; a mock of another length than the exam's keeps its proportions.
    pub count: usize,
    /// Whether the clock runs.
    pub is_timed: bool,
    /// Percent of the time that the exam allows for so many questions.
    pub time_percent: u16,
    /// Numbers of domains or tasks; empty: all.
    pub only: Vec<String>,
    /// What was never answered, and nothing else.
    pub only_unseen: bool,
    /// Every question counts, also those that the exam would only try out.
    pub all_scored: bool,
}

impl Request {
    /// Questions of a [`FormKind::Quick`].
    pub const QUICK: usize = 10;
    /// A mock is no shorter than this.
    pub const SHORTEST: usize = 5;

    /// So many questions of a kind, from all domains; the clock runs where it does in the exam.
    pub fn of(kind: FormKind, feedback: Feedback, count: usize) -> Self {
        Self {
            kind,
            feedback,
            count,
            is_timed: kind == FormKind::Mock && feedback == Feedback::AtEnd,
            time_percent: 100,
            only: Vec::new(),
            only_unseen: false,
            all_scored: false,
        }
    }

    /// The exam as it is.
    pub fn mock(track: &Track) -> Self {
        let count = usize::from(track.exam.items_form);
        Self::of(FormKind::Mock, Feedback::AtEnd, count)
    }
}

/// There are too few questions for a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooFew {
    /// The domain that lacks most, if one does: its name, what it has and what it should have.
    pub domain: Option<(String, usize, usize)>,
    /// The longest form that can be drawn; 0: none.
    pub longest: usize,
}

impl TooFew {
    /// Nothing can be drawn at all.
    const NONE: Self = Self {
        domain: None,
        longest: 0,
    };
}

impl fmt::Display for TooFew {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((name, has, needs)) = &self.domain {
            write!(
                f,
                "“{name}” has {has} questions for this, and {needs} are needed. "
            )?;
        }
        match self.longest {
            0 => write!(f, "There are too few questions for this."),
            longest => write!(
                f,
                "The longest form that keeps the exam's proportions has {longest} questions."
            ),
        }
    }
}

/// Draws a form.
pub fn assemble(
    pool: &Pool<'_>,
    track: &Track,
    request: &Request,
    seed: u64,
) -> Result<Form, TooFew> {
    let form = |places: Vec<Place>, count: usize| Form {
        track: track.id.clone(),
        kind: request.kind,
        feedback: request.feedback,
        seed,
        seconds: request
            .is_timed
            .then(|| seconds(track, count, request.time_percent)),
        count: u16::try_from(count).unwrap_or(u16::MAX),
        places,
    };
    let mut may: Vec<&Candidate<'_>> = pool
        .candidates
        .iter()
        .filter(|of| is_wanted(of, track, request))
        .collect();
    if is_adaptive(track, request.kind) {
        let fewest = usize::from(track.exam.scoring.adaptive_min.unwrap_or(1));
        if may.len() < fewest {
            return Err(TooFew::NONE);
        }
        return Ok(form(Vec::new(), request.count.min(may.len())));
    }
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    may.shuffle(&mut random);
    let mut chosen = match request.kind {
        FormKind::Mock => by_blueprint(&may, track, request.count)?,
        FormKind::Drill | FormKind::Quick | FormKind::Missed => {
            let mut draw = Draw::new(request.count);
            draw.take(&may, request.count.min(may.len()));
            if draw.chosen.is_empty() {
                return Err(TooFew::NONE);
            }
            draw.chosen
        }
    };
    chosen.shuffle(&mut random);
    let unscored = if request.kind == FormKind::Mock && !request.all_scored {
        unscored(track, chosen.len())
    } else {
        0
    };
    let mut is_scored: Vec<bool> = (0..chosen.len()).map(|place| place >= unscored).collect();
    is_scored.shuffle(&mut random);
    let places = chosen.iter().zip(is_scored).map(|(of, is_scored)| Place {
        item: of.ask.id.clone(),
        is_scored,
    });
    Ok(form(places.collect(), chosen.len()))
}

/// Whether a sitting of this kind draws each question by the answers so far.
pub fn is_adaptive(track: &Track, kind: FormKind) -> bool {
    kind == FormKind::Mock && track.exam.scoring.model == ScoringModel::Adaptive
}

fn is_wanted(of: &Candidate<'_>, track: &Track, request: &Request) -> bool {
    let domain = &track.domains[of.domain].id;
    let is_named = |name: &String| name == domain || name == of.task;
    (request.only.is_empty() || request.only.iter().any(is_named))
        && (!request.only_unseen || of.last.is_none())
        && (request.kind != FormKind::Missed || of.is_marked)
}

/// Seconds for so many questions, in proportion to the exam's.
fn seconds(track: &Track, count: usize, percent: u16) -> u32 {
    let exam = &track.exam;
    let all = f64::from(exam.minutes) * 60.0 * f64::from(percent) / 100.0;
    (all * count as f64 / f64::from(exam.items_form.max(1))).ceil() as u32
}

/// How many of so many do not count.
fn unscored(track: &Track, count: usize) -> usize {
    let exam = &track.exam;
    let share = f64::from(exam.items_unscored) / f64::from(exam.items_form.max(1));
    (count as f64 * share).round() as usize
}

/// Each domain's quota.
fn by_blueprint<'c, 'a>(
    ranked: &[&'c Candidate<'a>],
    track: &Track,
    count: usize,
) -> Result<Vec<&'c Candidate<'a>>, TooFew> {
    let mut by_domain: Vec<Vec<&Candidate<'_>>> = vec![Vec::new(); track.domains.len()];
    for of in ranked {
        by_domain[of.domain].push(of);
    }
    // An idea may lie in several domains, so only drawing shows whether there is enough.
    let drawn = |count: usize| {
        let mut draw = Draw::new(count);
        for (place, quota) in quotas(track, count).into_iter().enumerate() {
            let got = draw.take(&by_domain[place], quota);
            if got < quota {
                return Err((place, got, quota));
            }
        }
        Ok(draw.chosen)
    };
    let lack = match drawn(count) {
        Ok(chosen) if count >= Request::SHORTEST => return Ok(chosen),
        Ok(_) => None,
        Err((place, got, quota)) => Some((track.domains[place].name.clone(), got, quota)),
    };
    let shorter = (Request::SHORTEST..count).rev();
    Err(TooFew {
        domain: lack,
        longest: shorter.into_iter().find(|n| drawn(*n).is_ok()).unwrap_or(0),
    })
}

/// What is drawn already, and what that asks of the next one.
#[derive(Default)]
struct Draw<'c, 'a> {
    chosen: Vec<&'c Candidate<'a>>,
    ideas: BTreeMap<&'c str, usize>,
    /// Drills that may still be drawn.
    drills: usize,
}

impl<'c, 'a> Draw<'c, 'a> {
    /// Of so many questions.
    fn new(count: usize) -> Self {
        Self {
            drills: count.div_ceil(DRILL_IN),
            ..Self::default()
        }
    }

    /// Draws so many of these, at most [`PER_IDEA`] of one idea, and says how many there were: what was never seen first; then the
    /// idea and the task of which least is there, and a level that is not full; then what was seen longest ago; at last as they are
    /// shuffled.
    fn take(&mut self, from: &[&'c Candidate<'a>], count: usize) -> usize {
        let mut left: Vec<&'c Candidate<'a>> = from.to_vec();
        let mut tasks: BTreeMap<&str, usize> = BTreeMap::new();
        let mut levels = [0_usize; 3];
        let targets = shared(&SPREAD, count);
        for got in 0..count {
            let cost = |of: &&'c Candidate<'a>| {
                let idea = self.ideas.get(of.ask.kin()).copied().unwrap_or(0);
                let level = of.level as usize;
                let is_full = levels[level] >= targets[level];
                let task = tasks.get(of.task).copied().unwrap_or(0);
                (
                    idea >= PER_IDEA,
                    of.last.is_some(),
                    idea,
                    task,
                    is_full,
                    of.last,
                )
            };
            let best = left
                .iter()
                .enumerate()
                .filter(|(_, of)| !cost(of).0 && (self.drills > 0 || !of.is_drill()))
                .min_by_key(|(_, of)| cost(of));
            let Some((place, of)) = best.map(|(place, of)| (place, *of)) else {
                return got;
            };
            left.remove(place);
            self.drills -= usize::from(of.is_drill());
            *tasks.entry(of.task).or_default() += 1;
            *self.ideas.entry(of.ask.kin()).or_default() += 1;
            levels[of.level as usize] += 1;
            self.chosen.push(of);
        }
        count
    }
}

// The levels are counted by their place.
const _: () =
    assert!(Level::Easy as usize == 0 && Level::Medium as usize == 1 && Level::Hard as usize == 2);
