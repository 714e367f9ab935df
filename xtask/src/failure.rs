//! What went wrong, and what the reader can do about it.

use std::fmt;

pub(crate) type Result<T> = std::result::Result<T, Failure>;

/// Ends the command. Every message stands alone: whoever reads it may not know this program.
#[derive(Debug)]
pub(crate) struct Failure {
    what: String,
    advice: Option<String>,
}

impl Failure {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            advice: None,
        }
    }

    pub(crate) fn advise(self, advice: impl Into<String>) -> Self {
        Self {
            advice: Some(advice.into()),
            ..self
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "error: {}", self.what)?;
        self.advice
            .as_ref()
            .map_or(Ok(()), |advice| write!(out, "\n  what to do: {advice}"))
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Self::new(error.to_string()).advise("see `cargo xtask --help`")
    }
}

/// Names the file in the errors of the standard library, which never do.
pub(crate) trait Naming<T> {
    fn naming(self, doing: &str, what: impl fmt::Display) -> Result<T>;
}

impl<T> Naming<T> for std::io::Result<T> {
    fn naming(self, doing: &str, what: impl fmt::Display) -> Result<T> {
        self.map_err(|error| Failure::new(format!("cannot {doing} {what}: {error}")))
    }
}
