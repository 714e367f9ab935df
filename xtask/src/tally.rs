//! Counts tests as their runners report them.

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Tally {
    /// Adds what a line of cargo's or Playwright's output says, if it is a summary.
    pub(crate) fn read(&mut self, line: &str) {
        if line.starts_with("test result:") {
            self.passed += before(line, " passed;");
            self.failed += before(line, " failed;");
        } else if let Some((number, rest)) = line.trim().split_once(' ')
            && let Ok(number) = number.parse::<usize>()
        {
            // Playwright: `  12 passed (3.2s)`, `  1 failed`; a flaky test failed once.
            match rest.split(' ').next() {
                Some("passed") if rest == "passed" || rest.starts_with("passed (") => {
                    self.passed += number;
                }
                Some("failed" | "flaky") if !rest.contains(' ') => self.failed += number,
                _ => {}
            }
        }
    }
}

/// The number that stands before `mark`.
fn before(line: &str, mark: &str) -> usize {
    let count = line
        .split_once(mark)
        .and_then(|(head, _)| head.rsplit(' ').next()?.parse().ok());
    count.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn tally(output: &str) -> Tally {
        let mut tally = Tally::default();
        output.lines().for_each(|line| tally.read(line));
        tally
    }

    #[test]
    fn cargos_summaries_add_up() {
        let output = "test a ... ok\ntest result: ok. 12 passed; 0 failed; 1 ignored; 0 measured\n\
                      test result: FAILED. 3 passed; 2 failed; 0 ignored\n";
        assert_eq!(
            tally(output),
            Tally {
                passed: 15,
                failed: 2
            }
        );
    }

    #[test]
    fn playwrights_summary_is_read() {
        let output = "Running 4 tests using 1 worker\n  ok 1 a.spec.ts:3:1 › 7 passed cards\n  1 failed\n    [chromium] › a\n  3 passed (4.1s)\n";
        assert_eq!(
            tally(output),
            Tally {
                passed: 3,
                failed: 1
            }
        );
    }

    #[test]
    fn the_path_in_other_browsers_ends_in_the_same_words() {
        let output = "  ok  firefox: 3 answers are there after a reload (1.2 s)\n  FAILED  webkit: a file is exported (15.0 s)\n\
                      \x20     | 2 passed\n  1 failed\n  5 not reached\n  9 passed (41.0 s)\n";
        assert_eq!(
            tally(output),
            Tally {
                passed: 9,
                failed: 1
            }
        );
    }

    #[test]
    fn what_programs_print_is_no_summary() {
        assert_eq!(
            tally("3 passed the gate\n2 failed logins\ntest passed\n"),
            Tally::default()
        );
    }
}
