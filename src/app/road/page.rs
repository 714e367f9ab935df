//! The pages of the roadmap, and how an address names them.

/// How much of the roadmap the timeline shows at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zoom {
    /// All of it: `#/road`.
    #[default]
    All,
    /// A year: `#/road/year`.
    Year,
    /// A quarter: `#/road/quarter`.
    Quarter,
    /// This week: `#/road/week`.
    Week,
}

impl Zoom {
    /// All four, from the widest.
    pub const ALL: [Self; 4] = [Self::All, Self::Year, Self::Quarter, Self::Week];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::All => "Everything",
            Self::Year => "A year",
            Self::Quarter => "A quarter",
            Self::Week => "This week",
        }
    }
}

/// A page of the roadmap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoadPage {
    /// The timeline.
    Timeline(Zoom),
    /// The same as a list, to be read and printed: `#/road/list`.
    List,
    /// What is known of oneself: stages, scorecard, what is measured: `#/road/skills`.
    Skills,
    /// What it costs, and what comes back: `#/road/money`.
    Money,
    /// The paths that can be laid: `#/road/paths`.
    Paths,
    /// One path before it is laid, and how it is laid: `#/road/path/focus-2030`.
    Path(String),
    /// One entry of a path: `#/road/entry/focus-2030/networking`.
    Entry(String, String),
}

impl Default for RoadPage {
    fn default() -> Self {
        Self::Timeline(Zoom::All)
    }
}

impl RoadPage {
    /// Reads an address's path without `#/`: `road/list`. Anything unknown is the timeline.
    pub fn parse(path: &str) -> Self {
        let mut parts = path.split('/').skip(1);
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some("year"), None, ..) => Self::Timeline(Zoom::Year),
            (Some("quarter"), None, ..) => Self::Timeline(Zoom::Quarter),
            (Some("week"), None, ..) => Self::Timeline(Zoom::Week),
            (Some("list"), None, ..) => Self::List,
            (Some("skills"), None, ..) => Self::Skills,
            (Some("money"), None, ..) => Self::Money,
            (Some("paths"), None, ..) => Self::Paths,
            (Some("path"), Some(id), None, _) => Self::Path(id.to_owned()),
            (Some("entry"), Some(path), Some(id), None) => {
                Self::Entry(path.to_owned(), id.to_owned())
            }
            _ => Self::default(),
        }
    }

    /// The address's path without `#/`.
    pub fn path(&self) -> String {
        match self {
            Self::Timeline(Zoom::All) => "road".to_owned(),
            Self::Timeline(Zoom::Year) => "road/year".to_owned(),
            Self::Timeline(Zoom::Quarter) => "road/quarter".to_owned(),
            Self::Timeline(Zoom::Week) => "road/week".to_owned(),
            Self::List => "road/list".to_owned(),
            Self::Skills => "road/skills".to_owned(),
            Self::Money => "road/money".to_owned(),
            Self::Paths => "road/paths".to_owned(),
            Self::Path(id) => format!("road/path/{id}"),
            Self::Entry(path, id) => format!("road/entry/{path}/{id}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_back_and_unknown_ones_lead_to_the_timeline() {
        for page in [
            RoadPage::Timeline(Zoom::All),
            RoadPage::Timeline(Zoom::Year),
            RoadPage::Timeline(Zoom::Quarter),
            RoadPage::Timeline(Zoom::Week),
            RoadPage::List,
            RoadPage::Skills,
            RoadPage::Money,
            RoadPage::Paths,
            RoadPage::Path("focus-2030".to_owned()),
            RoadPage::Entry("focus-2030".to_owned(), "networking".to_owned()),
        ] {
            assert_eq!(RoadPage::parse(&page.path()), page);
        }
        for other in [
            "road/",
            "road/nowhere",
            "road/list/2",
            "road/entry/a",
            "road/path/a/b",
        ] {
            assert_eq!(RoadPage::parse(other), RoadPage::default());
        }
    }
}
