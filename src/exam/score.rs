//! What a sitting scores, by the rule of the exam's family, with its interval.
//!
//! | family | points | total |
//! |---|---|---|
//! | scaled (AWS, ISACA) | all or nothing; some questions do not count | piecewise linear from lowest to pass mark to highest; an estimate |
//! | unpublished (Terraform, PMP) | all or nothing | percent; the cut is an estimate |
//! | percent (Linux Foundation multiple choice, finance, skill packs) | all or nothing | percent |
//! | checks (Linux Foundation tasks) | one for each check that is passed | points by the domains' weights, percent |
//! | adaptive (CISSP) | all or nothing | see [`super::adaptive`] |
//!
//! Rules and cuts: `exams/notes.md` section E. The interval is Wilson's (1927) for 90 %, with the number of questions that count.

use super::asked::asked;
use super::sitting::{Question, Sitting};
use crate::deck::item::{Body, Level};
use crate::deck::library::Library;
use crate::deck::marking::{Mark, mark};
use crate::deck::track::{Pass, ScoringModel, Track};
use crate::review::{Form, Kept};

/// Half-width of a 90 % interval in standard deviations.
const Z: f64 = 1.644_853_6;
/// A task that is checked as a whole weighs as much as the smallest of the exam's, in points.
const TASK_POINTS: f64 = 4.0;

/// A question with its mark.
// Facts that exclude nothing of each other.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Debug, PartialEq)]
pub struct Marked {
    /// Its place in the form.
    pub place: usize,
    /// The place of its domain in the track.
    pub domain: usize,
    /// As its author judged it.
    pub level: Level,
    /// Whether it counts.
    pub is_scored: bool,
    /// Whether it was answered.
    pub is_answered: bool,
    /// Whether its answer is wholly right.
    pub is_right: bool,
    /// Points reached.
    pub got: f64,
    /// Points there are.
    pub of: f64,
    /// Its item is another now or gone: this is how it was marked then.
    pub is_kept: bool,
}

/// Marks every question: by the item as it is, or where that is another now or gone, as it was marked then. What was never marked and
/// can't be any more is left out; it counts for nothing.
pub fn marks(sitting: &Sitting, library: &Library, track: &Track) -> Vec<Marked> {
    let all = sitting.questions.iter().enumerate();
    all.filter_map(|(place, question)| {
        live(place, question, (library, &sitting.form), track)
            .or_else(|| as_kept(place, question, track))
    })
    .collect()
}

/// What these questions came to, to be kept.
pub fn to_keep(marks: &[Marked]) -> Vec<(u16, Kept)> {
    let hundredths = |points: f64| (points * 100.0).round() as u32;
    let keep = |m: &Marked| {
        let kept = Kept {
            domain: m.domain as u16,
            level: m.level as u8,
            is_right: m.is_right,
            got: hundredths(m.got),
            of: hundredths(m.of),
        };
        (m.place as u16, kept)
    };
    marks.iter().map(keep).collect()
}

/// By the item as it is; none where it is gone or another.
fn live(
    place: usize,
    question: &Question,
    (library, form): (&Library, &Form),
    track: &Track,
) -> Option<Marked> {
    let (ask, _) = asked(library, form, place, &question.place.item)?;
    let task = ask.tasks.iter().find(|task| task.track == track.id)?;
    let domain = track
        .domains
        .iter()
        .position(|d| d.tasks.iter().any(|t| t.id == task.task))?;
    let given = question.response.given.as_ref();
    if given.is_some() && !question.is_of(&ask.item.body) {
        return None;
    }
    let result: Option<Mark> = given.and_then(|given| mark(&ask.item.body, given));
    let is_right = result.is_some_and(|mark| mark.right);
    let (of, share) = match &ask.item.body {
        Body::Case { rubric, .. } if track.exam.scoring.model == ScoringModel::Checks => {
            let points: u32 = rubric.iter().map(|c| u32::from(c.points)).sum();
            (f64::from(points), result.map_or(0.0, |mark| mark.share))
        }
        Body::Case { .. } => (1.0, result.map_or(0.0, |mark| mark.share)),
        _ if track.exam.scoring.model == ScoringModel::Checks => {
            (TASK_POINTS, f64::from(u8::from(is_right)))
        }
        _ => (1.0, f64::from(u8::from(is_right))),
    };
    Some(Marked {
        place,
        domain,
        level: ask.item.level.unwrap_or_default(),
        is_scored: question.place.is_scored,
        is_answered: given.is_some(),
        is_right,
        got: of * share,
        of,
        is_kept: false,
    })
}

/// As it was marked then.
fn as_kept(place: usize, question: &Question, track: &Track) -> Option<Marked> {
    let kept = question.kept?;
    let domain = usize::from(kept.domain);
    (domain < track.domains.len()).then(|| Marked {
        place,
        domain,
        level: match kept.level {
            0 => Level::Easy,
            1 => Level::Medium,
            _ => Level::Hard,
        },
        is_scored: question.place.is_scored,
        is_answered: question.response.given.is_some(),
        is_right: kept.is_right,
        got: f64::from(kept.got) / 100.0,
        of: f64::from(kept.of) / 100.0,
        is_kept: true,
    })
}

/// A score on the vendor's scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scaled {
    /// The score.
    pub score: u16,
    /// The 90 % interval.
    pub from: u16,
    /// ... up to here.
    pub to: u16,
    /// The pass mark.
    pub pass: u16,
    /// The lowest and the highest score there is.
    pub scale: (u16, u16),
}

/// What a sitting scores. Shares are 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// Questions that count.
    pub questions: usize,
    /// Points reached of those there are.
    pub points: (f64, f64),
    /// The share that counts against the cut.
    pub share: f64,
    /// Its 90 % interval: what the same knowledge could have scored on another form.
    pub interval: (f64, f64),
    /// The share that passes.
    pub cut: f64,
    /// On the vendor's scale, where there is one and it isn't percent.
    pub scaled: Option<Scaled>,
    /// The vendor publishes no conversion, or no cut: so this is an estimate.
    pub is_estimate: bool,
}

impl Score {
    /// Of marked questions; `None` if none counts.
    pub fn of(marks: &[Marked], track: &Track) -> Option<Self> {
        let scored: Vec<&Marked> = marks.iter().filter(|m| m.is_scored).collect();
        let points = scored
            .iter()
            .fold((0.0, 0.0), |(got, of), m| (got + m.got, of + m.of));
        if points.1 <= 0.0 {
            return None;
        }
        let share = match track.exam.scoring.model {
            ScoringModel::Checks => weighted(&scored, track),
            _ => points.0 / points.1,
        };
        // Questions of unequal points tell less than as many equal ones (Kish).
        let squares: f64 = scored.iter().map(|m| m.of * m.of).sum();
        let interval = wilson(share, points.1 * points.1 / squares);
        let pass = &track.exam.pass;
        let is_percent = pass.scale_min == 0 && pass.scale_max == 100;
        let scaled = pass.mark.filter(|_| !is_percent).map(|mark| Scaled {
            score: scaled(pass, mark, share),
            from: scaled(pass, mark, interval.0),
            to: scaled(pass, mark, interval.1),
            pass: mark,
            scale: (pass.scale_min, pass.scale_max),
        });
        Some(Self {
            questions: scored.len(),
            points,
            share,
            interval,
            cut: f64::from(pass.raw_percent) / 100.0,
            scaled,
            is_estimate: !(pass.published && pass.raw_published),
        })
    }

    /// Whether it passes.
    pub fn passes(&self) -> bool {
        // A share that is exactly the cut passes, however it was added up.
        self.share + 1e-9 >= self.cut
    }
}

/// Points by the weights of the domains, of which only those count that the form has.
fn weighted(scored: &[&Marked], track: &Track) -> f64 {
    let (mut sum, mut weights) = (0.0, 0.0);
    for (index, domain) in track.domains.iter().enumerate() {
        let of_domain = scored.iter().filter(|m| m.domain == index);
        let (got, of) = of_domain.fold((0.0, 0.0), |(got, of), m| (got + m.got, of + m.of));
        if of > 0.0 {
            sum += f64::from(domain.weight) * got / of;
            weights += f64::from(domain.weight);
        }
    }
    if weights > 0.0 { sum / weights } else { 0.0 }
}

/// From the lowest score over the pass mark to the highest, linear on both sides of the cut.
fn scaled(pass: &Pass, mark: u16, share: f64) -> u16 {
    let (low, mark, high) = (
        f64::from(pass.scale_min),
        f64::from(mark),
        f64::from(pass.scale_max),
    );
    let cut = f64::from(pass.raw_percent.clamp(1, 99)) / 100.0;
    let score = if share < cut {
        // Below the cut no rounding makes a pass of it.
        (low + (mark - low) * share / cut).min(mark - 1.0)
    } else {
        mark + (high - mark) * (share - cut) / (1.0 - cut)
    };
    // A sum that falls short of the cut by a rounding error is at the cut.
    if (share - cut).abs() < 1e-9 {
        mark as u16
    } else {
        score.round() as u16
    }
}

/// Wilson's interval for a share seen in so many questions.
pub fn wilson(share: f64, questions: f64) -> (f64, f64) {
    let z2 = Z * Z;
    let scale = 1.0 + z2 / questions;
    let middle = (share + z2 / (2.0 * questions)) / scale;
    let half =
        Z / scale * (share * (1.0 - share) / questions + z2 / (4.0 * questions * questions)).sqrt();
    ((middle - half).max(0.0), (middle + half).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_wilsons() {
        // 81 of 263 (Newcombe 1998, table I, method 3 at 95 %: .2553 to .3662); here at 90 %, worked out by hand.
        let (from, to) = wilson(81.0 / 263.0, 263.0);
        assert!(
            (from - 0.2633).abs() < 5e-4 && (to - 0.3567).abs() < 5e-4,
            "{from} {to}"
        );
        assert!(wilson(1.0, 10.0).1 <= 1.0 && wilson(0.0, 10.0).0 >= 0.0);
    }
}
