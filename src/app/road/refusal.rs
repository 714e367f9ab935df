//! Why something on the roadmap could not be taken as it was entered.

use std::fmt;

/// Why something could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is not a date.
    NoDate,
    /// The start lies more than ten years back.
    LongAgo,
    /// The start lies more than ten years ahead.
    FarAhead,
    /// No hours a week.
    NoHours,
    /// More hours than a week has.
    TooManyHours,
    /// The path has no such month.
    NoMonth(u16),
    /// Something was done only on a day to come.
    NotYet,
    /// A link that is none.
    NoLink,
    /// No name.
    NoName,
    /// The last day lies before the first.
    Backwards,
    /// Nothing on the roadmap lies ahead.
    NothingToCome,
    /// There is no such exam any more, since its track is gone.
    NoTrack,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDate => write!(f, "That is not a date. Choose a day."),
            Self::LongAgo => write!(
                f,
                "That is more than ten years ago. Choose a later start, and the month of the path you are in."
            ),
            Self::FarAhead => write!(
                f,
                "That is more than ten years away. Choose a day that you can plan for."
            ),
            Self::NoHours => write!(
                f,
                "Without hours a week nothing can be planned. Write at least 1."
            ),
            Self::TooManyHours => write!(f, "A week has 168 hours. Write how many you can study."),
            Self::NoMonth(months) => write!(f, "The path has the months 1 to {months}."),
            Self::NotYet => write!(
                f,
                "That day is still to come. Choose today or a day before."
            ),
            Self::NoLink => write!(f, "A link begins with https:// or http://."),
            Self::NoName => write!(f, "It needs a name."),
            Self::Backwards => write!(f, "The last day lies before the first."),
            Self::NothingToCome => write!(
                f,
                "Nothing on your roadmap lies ahead, so there is nothing to put into a calendar."
            ),
            Self::NoTrack => write!(
                f,
                "Cairn has no track for this exam, so it cannot be booked."
            ),
        }
    }
}
