//! The exams that are booked, and how many study days are left.

use crate::deck::id::TrackId;
use crate::review::History;
use crate::time::Day;

/// An exam that is booked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booked {
    /// The track.
    pub track: TrackId,
    /// Its day.
    pub day: Day,
    /// Study days left, today included: the exam tomorrow leaves one.
    pub left: usize,
}

/// Exams that are still to come, the next one first. An exam today leaves nothing to plan.
pub fn booked(history: &History, today: Day) -> Vec<Booked> {
    let mut found: Vec<Booked> = Vec::new();
    for (track, day) in history.exams() {
        if let Ok(left @ 1..) = usize::try_from(day.since(today)) {
            let exam = Booked {
                track: track.clone(),
                day,
                left,
            };
            let at = found.partition_point(|other| other.day <= day);
            found.insert(at, exam);
        }
    }
    found
}
