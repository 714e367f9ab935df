//! The chapters of the statistics, in the order in which they help.

/// A chapter: one picture, one sentence, one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Chapter {
    /// What was remembered, beside what was predicted.
    Recall,
    /// How what is known grew.
    Growth,
    /// What comes due.
    Load,
    /// Time by day.
    Time,
    /// The parts side by side.
    Parts,
    /// The days of the last year.
    Calendar,
    /// By the hour.
    Hours,
    /// By the weekday.
    Weekdays,
    /// The chance of recall.
    Retrievability,
    /// How long items hold.
    Stability,
    /// How hard they are.
    Difficulty,
    /// Time per answer.
    Speed,
    /// ... by kind of item.
    Kinds,
}

impl Chapter {
    /// Its name in the names of files and elements.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Recall => "recall",
            Self::Growth => "growth",
            Self::Load => "load",
            Self::Time => "time",
            Self::Parts => "parts",
            Self::Calendar => "calendar",
            Self::Hours => "hours",
            Self::Weekdays => "weekdays",
            Self::Retrievability => "retrievability",
            Self::Stability => "stability",
            Self::Difficulty => "difficulty",
            Self::Speed => "speed",
            Self::Kinds => "kinds",
        }
    }

    /// Whether it wants the whole width.
    pub fn is_wide(self) -> bool {
        matches!(self, Self::Parts | Self::Calendar | Self::Kinds)
    }
}
