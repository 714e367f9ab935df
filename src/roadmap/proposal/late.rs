//! Exams that are late: a few minutes more where that is enough and the plan was kept, else another day.

use super::{Basis, CHANGE, More, Need, Part, PartKey, STEP};
use crate::deck::id::TrackId;
use crate::review::What;
use crate::roadmap::exams::{Outlook, Remedy, Verdict, remedies};
use crate::roadmap::{RoadFact, Span};
use crate::time::Day;

/// Who studied at least this share can be asked for more (tunable).
const KEPT_WELL: f64 = 0.8;
/// More than so many minutes beyond those of now on each study day are too many at once (tunable): then the exam moves.
const MORE_MAX: u16 = 30;
/// No exam is moved by more than so many days (tunable): beyond that it is the pace that has to change, and no date says anything.
const SHIFT_MAX: i32 = 366;

/// What exams want that are late.
pub(super) struct Late {
    /// Whether the learner can be asked for more minutes.
    can_more: bool,
    /// The most that one of them asks for.
    pub(super) more: Option<More>,
    /// Those that move.
    pub(super) moved: Vec<Part>,
}

impl Late {
    fn ask(&mut self, minutes: u16, why: String) {
        if self.more.as_ref().is_none_or(|most| minutes > most.minutes) {
            self.more = Some(More { minutes, why });
        }
    }
}

fn is_late(of: &Outlook) -> bool {
    matches!(of.verdict, Verdict::Late(_))
}

impl Basis<'_> {
    /// What late exams want: more minutes, if that is enough, few enough, and the plan was kept; else another day.
    pub(super) fn late(&self) -> Late {
        let mut late = Late {
            can_more: self.kept().is_some_and(|kept| kept >= KEPT_WELL),
            more: None,
            moved: Vec::new(),
        };
        self.late_on_road(&mut late);
        let (outlooks, _) = self.road;
        let is_told = |track: &TrackId| {
            let mut late = outlooks.iter().filter(|of| is_late(of));
            late.any(|of| of.track.as_ref() == Some(track))
        };
        for need in self.needs.iter().filter(|need| !is_told(&need.track)) {
            let (before, then) = need.chances;
            let short = f64::from(need.minutes) - self.a_day();
            let more = short * 7.0 / f64::from(self.study_days().max(1));
            let more = (more / STEP).ceil() * STEP;
            let why = format!(
                "With your minutes the chance of passing {} on {} is about {before} %, with {} a day about {then} %.",
                need.name,
                need.day.in_full(),
                need.minutes
            );
            if late.can_more && (STEP..=f64::from(MORE_MAX)).contains(&more) {
                late.ask(more as u16, why);
            } else {
                late.moved.extend(self.rebooked(need, &why));
            }
        }
        late
    }

    /// The same of exams whose hours are not done in time.
    fn late_on_road(&self, late: &mut Late) {
        let (outlooks, pace) = self.road;
        // Those that move with one before them.
        let mut shifted: Vec<(String, String)> = Vec::new();
        for outlook in outlooks.iter().filter(|of| of.day >= self.today) {
            let Verdict::Late(days) = outlook.verdict else {
                continue;
            };
            if shifted.contains(&outlook.key) {
                continue;
            }
            let remedies = remedies(outlook, outlooks, pace, self.today, self.study_days() as u8);
            let more = remedies.iter().find_map(|remedy| match remedy {
                Remedy::More(minutes) if (1..=MORE_MAX).contains(minutes) => Some(*minutes),
                _ => None,
            });
            if let Some(minutes) = more.filter(|_| late.can_more) {
                let why = format!(
                    "{} on {} takes {:.1} hours a week, and at your pace there are {:.1}.",
                    outlook.name,
                    outlook.day.in_full(),
                    outlook.needed.unwrap_or(0.0),
                    pace.hours
                );
                late.ask(minutes, why);
                continue;
            }
            let (by, others) = match remedies.first() {
                Some(Remedy::Later(to)) => (to.since(outlook.day), Vec::new()),
                Some(Remedy::Shift(days, others)) => (*days, others.clone()),
                _ => continue,
            };
            let why = format!(
                "At your pace its hours are done {days} {} after the day, and a week in hand lets one bad week pass.",
                if days == 1 { "day" } else { "days" }
            );
            let also = outlooks.iter().filter(|of| others.contains(&of.key));
            let also: Vec<&Outlook> = also.collect();
            late.moved.extend(Self::moved(outlook, &also, by, &why));
            shifted.extend(others);
        }
    }

    /// An exam of the roadmap so many days later, and others with it. One that is booked is booked for that day.
    fn moved(of: &Outlook, also: &[&Outlook], days: i32, why: &str) -> Option<Part> {
        if days > SHIFT_MAX {
            return None;
        }
        let mut facts = Vec::new();
        for outlook in std::iter::once(of).chain(also.iter().copied()) {
            let (path, id) = outlook.key.clone();
            let to = outlook.day.plus(days);
            let fact = RoadFact::Moved(path, id, Some(Span::on(to)));
            facts.push(What::Road(fact.to_text()));
            if let Some(track) = outlook.track.as_ref().filter(|_| outlook.is_booked) {
                facts.push(What::Booked(track.clone(), Some(to)));
            }
        }
        let others = match also.len() {
            0 => String::new(),
            1 => ", and the exam after it as many days later".to_owned(),
            count => format!(", and the {count} exams after it as many days later"),
        };
        let (path, id) = of.key.clone();
        Some(Part {
            key: PartKey::Exam(path, id),
            what: format!("{}{others}", other_day(&of.name, of.day.plus(days), of.day)),
            why: format!("{why}{}", with_vendor(of.is_booked)),
            facts,
        })
    }

    /// A booked exam on the day by which the minutes of now add up to those that it takes until the day that is booked.
    fn rebooked(&self, need: &Need, why: &str) -> Option<Part> {
        let left = f64::from(need.day.since(self.today));
        // Without any minutes it takes for ever.
        let kept = self.kept().map_or(1.0, |kept| kept.clamp(CHANGE.0, 1.0));
        let takes = (left * f64::from(need.minutes) / (self.a_day() * kept)).ceil();
        if takes > left + f64::from(SHIFT_MAX) {
            return None;
        }
        let to = self.today.plus(takes as i32);
        if to <= need.day {
            return None;
        }
        Some(Part {
            key: PartKey::Exam(String::new(), need.track.to_string()),
            what: other_day(&need.name, to, need.day),
            why: format!(
                "{why} By then the time that you really study adds up to as much.{}",
                with_vendor(true)
            ),
            facts: vec![What::Booked(need.track.clone(), Some(to))],
        })
    }
}

fn other_day(name: &str, to: Day, was: Day) -> String {
    format!("{name} on {} instead of {}", to.in_full(), was.in_full())
}

fn with_vendor(is_booked: bool) -> &'static str {
    if is_booked {
        " Book the new day with the exam's vendor, too."
    } else {
        ""
    }
}
