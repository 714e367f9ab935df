//! How much there is to learn, in how many days, with how many minutes.

/// A cell of the table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scenario {
    pub(crate) items: usize,
    pub(crate) days: usize,
    pub(crate) minutes: u16,
}

impl Default for Scenario {
    fn default() -> Self {
        Self {
            items: 600,
            days: 60,
            minutes: 20,
        }
    }
}

impl Scenario {
    /// Those that are reported.
    pub(crate) fn reported() -> Vec<Self> {
        [
            (600, 60, 10),
            (600, 60, 20),
            (600, 60, 35),
            (400, 28, 20),
            (1_000, 90, 20),
            (600, 120, 10),
        ]
        .map(|(items, days, minutes)| Self {
            items,
            days,
            minutes,
        })
        .to_vec()
    }

    /// `600 items, 60 d x 20 min`
    pub(crate) fn name(&self) -> String {
        format!(
            "{} items, {} d x {} min",
            self.items, self.days, self.minutes
        )
    }
}
