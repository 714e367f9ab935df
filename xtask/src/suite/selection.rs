//! Which steps to run.

use super::steps::STEPS;
use crate::failure::{Failure, Result};

#[derive(Default)]
pub(crate) struct Selection {
    only: Vec<String>,
    skipped: Vec<String>,
}

impl Selection {
    pub(crate) fn only(&mut self, name: &str) -> Result<()> {
        self.only.push(known(name)?);
        Ok(())
    }

    pub(crate) fn skip(&mut self, name: &str) -> Result<()> {
        self.skipped.push(known(name)?);
        Ok(())
    }

    pub(super) fn takes(&self, name: &str) -> bool {
        let named = |names: &[String]| names.iter().any(|known| known == name);
        (self.only.is_empty() || named(&self.only)) && !named(&self.skipped)
    }
}

fn known(name: &str) -> Result<String> {
    // A mistyped step that is quietly never run would look like a pass.
    if STEPS.iter().any(|step| step.name == name) {
        return Ok(name.to_owned());
    }
    Err(Failure::new(format!("there is no step `{name}`"))
        .advise("`cargo xtask test --help` lists them"))
}

#[cfg(test)]
mod tests {
    use super::Selection;

    #[test]
    fn everything_runs_unless_something_is_said() {
        assert!(Selection::default().takes("docs"));
    }

    #[test]
    fn only_leaves_the_others_out_and_skip_takes_one_away() {
        let mut selection = Selection::default();
        selection.skip("docs").unwrap();
        assert!(selection.takes("build") && !selection.takes("docs"));
        selection.only("docs").unwrap();
        selection.only("test").unwrap();
        assert!(selection.takes("test") && !selection.takes("build") && !selection.takes("docs"));
    }

    #[test]
    fn an_unknown_step_is_refused() {
        assert!(Selection::default().only("doc").is_err());
    }
}
