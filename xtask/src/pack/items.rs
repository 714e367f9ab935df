//! How many items a deck file holds, without parsing it.

/// Counts the lines that begin an item: `## ` at the margin, outside of fenced code.
pub(crate) fn count(text: &str) -> usize {
    let mut fence: Option<Fence> = None;
    let mut items = 0;
    for line in text.lines() {
        match &fence {
            Some(open) if open.closed_by(line) => fence = None,
            Some(_) => {}
            None => {
                fence = Fence::opened_by(line);
                items += usize::from(line.starts_with("## "));
            }
        }
    }
    items
}

struct Fence {
    mark: char,
    length: usize,
}

impl Fence {
    fn opened_by(line: &str) -> Option<Self> {
        // Any indent will do: fences of options stand two or more spaces in.
        let (fence, rest) = Self::marks(line)?;
        // CommonMark: what follows backticks is a language, and one with a backtick in it is inline code.
        (fence.length >= 3 && !(fence.mark == '`' && rest.contains('`'))).then_some(fence)
    }

    fn closed_by(&self, line: &str) -> bool {
        Self::marks(line).is_some_and(|(fence, rest)| {
            fence.mark == self.mark && fence.length >= self.length && rest.trim().is_empty()
        })
    }

    fn marks(line: &str) -> Option<(Self, &str)> {
        let line = line.trim_start();
        let mark = line
            .chars()
            .next()
            .filter(|&mark| mark == '`' || mark == '~')?;
        let rest = line.trim_start_matches(mark);
        Some((
            Self {
                mark,
                length: line.len() - rest.len(),
            },
            rest,
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn only_second_level_headings_at_the_margin_are_items() {
        assert_eq!(
            count("# Domain\n\n## One {#one .card}\n\n### Part\n\n## Two {#two .card}\n"),
            2
        );
        assert_eq!(count("  ## Indented\n##Unspaced\n"), 0);
    }

    #[test]
    fn fenced_lines_are_not_items() {
        assert_eq!(count("## One\n```md\n## Not this\n```\n## Two\n"), 2);
        assert_eq!(
            count("## One\n~~~\n## Not this\n```\n## Nor this\n~~~\n## Two\n"),
            2
        );
    }

    #[test]
    fn a_longer_fence_holds_a_shorter_one() {
        assert_eq!(
            count("````markdown\n## No\n```sh\n```\n## No\n````\n## Yes\n"),
            1
        );
    }

    #[test]
    fn an_indented_fence_opens_and_closes() {
        assert_eq!(
            count("## One\n- [x] this\n  ```yaml\n## inside\n  ```\n## Two\n"),
            2
        );
    }

    #[test]
    fn inline_code_opens_no_fence() {
        assert_eq!(count("```not a fence```\n## One\n"), 1);
        assert_eq!(count("``\n## One\n"), 1);
    }

    #[test]
    fn a_language_does_not_close_a_fence() {
        assert_eq!(count("```\n```sh\n## No\n```\n## Yes\n"), 1);
    }
}
