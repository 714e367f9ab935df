//! Whether one of several groups of answers stands out, or only chance makes them differ.

use super::super::figures::{counted, percent};
use crate::statistics::{Part, Recall};

/// So many judged answers in each of two groups before they are compared (tunable).
const COMPARED_MIN: u32 = 30;

/// Normal deviates for so many comparisons at the most, that one of them stands out by chance in 5 % of all cases (Bonferroni).
const DEVIATES: [(usize, f64); 7] = [
    (1, 1.959_964),
    (2, 2.241_403),
    (5, 2.575_829),
    (7, 2.690_110),
    (10, 2.807_034),
    (24, 3.078_001),
    (usize::MAX, 3.480_756),
];

fn deviate(comparisons: usize) -> f64 {
    let found = DEVIATES.iter().find(|(most, _)| comparisons <= *most);
    found.map_or(DEVIATES[0].1, |(_, z)| *z)
}

/// What is compared: groups of answers by name, `Between 20:00 and 21:00`.
pub(super) struct Compared<'a> {
    /// Each group: in a sentence, answers, what was remembered.
    pub(super) groups: &'a [(String, u32, Recall)],
    /// What one of them is called: `hour`.
    pub(super) one: &'static str,
}

/// Which group, if any, is remembered better or worse than was to be expected of it.
pub(super) fn compared(of: &Compared<'_>) -> String {
    let one = of.one;
    let most = of
        .groups
        .iter()
        .rev()
        .max_by_key(|(_, answers, _)| *answers);
    let Some((busiest, ..)) = most.filter(|(_, answers, _)| *answers > 0) else {
        return "Nothing was answered in these days.".to_owned();
    };
    let told = format!("You answer most {busiest}.");
    let fit = || {
        of.groups
            .iter()
            .filter(|(.., recall)| recall.judged >= COMPARED_MIN)
    };
    if fit().count() < 2 {
        let most = of.groups.iter().map(|(.., recall)| recall.judged).max();
        return format!(
            "{told} To compare what you remember it takes {COMPARED_MIN} repeats in two of them; the {one} with the most has {}.",
            most.unwrap_or(0)
        );
    }
    let all = fit().fold(Recall::default(), |sum, (.., recall)| sum.plus(*recall));
    // By how much everything is off is told elsewhere.
    let off = all.share().unwrap_or(0.0) - all.expected().unwrap_or(0.0);
    let z = deviate(fit().count());
    let apart = fit().filter_map(|(name, _, recall)| {
        let expected = (recall.expected()? + off).clamp(0.0, 1.0);
        let ((from, to), share) = (recall.interval_at(z)?, recall.share()?);
        (expected < from || to < expected).then_some((name, share, expected))
    });
    let widest = apart.max_by(|a, b| (a.1 - a.2).abs().total_cmp(&(b.1 - b.2).abs()));
    match widest {
        Some((name, share, expected)) => {
            let how = if share < expected { "least" } else { "best" };
            format!(
                "{told} You remember {how} {name}: {} %, where {} % was to be expected.",
                percent(share),
                percent(expected)
            )
        }
        None => format!(
            "{told} No {one} stands out: as far as {} tell, it makes no difference to what you remember.",
            counted(all.judged.into(), "repeat")
        ),
    }
}

/// Which part is remembered least, if one is.
pub(super) fn parts(parts: &[(String, &Part)], one: &'static str) -> String {
    let fit: Vec<&(String, &Part)> = parts
        .iter()
        .filter(|(_, part)| part.recall.judged >= COMPARED_MIN)
        .collect();
    if fit.len() < 2 {
        return format!(
            "To compare what you remember it takes {COMPARED_MIN} answers to known items in each of two {one}s."
        );
    }
    let z = deviate(fit.len());
    let all = fit
        .iter()
        .fold(Recall::default(), |sum, (_, part)| sum.plus(part.recall));
    let weak = fit.iter().filter_map(|(name, part)| {
        let (share, (_, to)) = (part.recall.share()?, part.recall.interval_at(z)?);
        let others = f64::from(all.recalled - part.recall.recalled)
            / f64::from(all.judged - part.recall.judged);
        (to < others).then_some((name, share, others))
    });
    match weak.min_by(|a, b| a.1.total_cmp(&b.1)) {
        Some((name, share, others)) => format!(
            "You remember least in “{name}”: {} %, and {} % elsewhere.",
            percent(share),
            percent(others)
        ),
        None => format!("No {one} stands out: what you remember is much the same in all of them."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recall(judged: u32, recalled: u32, percent: u64) -> Recall {
        Recall {
            judged,
            recalled,
            predicted: u64::from(judged) * percent * 10_000,
        }
    }

    fn hours(of: &[(u32, u32)]) -> String {
        let group = |(hour, (judged, recalled)): (usize, &(u32, u32))| {
            let name = format!("between {hour}:00 and {}:00", hour + 1);
            (name, judged + 10, recall(*judged, *recalled, 90))
        };
        let groups: Vec<_> = of.iter().enumerate().map(group).collect();
        let one = "hour";
        compared(&Compared {
            groups: &groups,
            one,
        })
    }

    #[test]
    fn an_hour_stands_out_only_if_chance_does_not_explain_it() {
        // The same share everywhere, though less than predicted.
        let same = hours(&[(200, 160), (300, 240), (100, 80)]);
        assert_eq!(
            same,
            "You answer most between 1:00 and 2:00. No hour stands out: as far as 600 repeats tell, it makes no difference to what you remember."
        );
        let late = hours(&[(400, 360), (300, 270), (200, 140)]);
        assert_eq!(
            late,
            "You answer most between 0:00 and 1:00. You remember least between 2:00 and 3:00: 70 %, where 86 % was to be expected."
        );
        let early = hours(&[(400, 396), (300, 250), (200, 166)]);
        assert!(
            early.contains("You remember best between 0:00 and 1:00: 99 %"),
            "{early}"
        );
        // The same difference in a tenth of the answers may be chance.
        let few = hours(&[(40, 36), (30, 27), (30, 21)]);
        assert!(few.contains("No hour stands out"), "{few}");
    }

    #[test]
    fn it_is_said_how_many_answers_it_takes() {
        let few = hours(&[(29, 20), (100, 90)]);
        assert_eq!(
            few,
            "You answer most between 1:00 and 2:00. To compare what you remember it takes 30 repeats in two of them; the hour with the most has 100."
        );
        let none = compared(&Compared {
            groups: &[("on Mondays".to_owned(), 0, Recall::default())],
            one: "weekday",
        });
        assert_eq!(none, "Nothing was answered in these days.");
    }

    #[test]
    fn more_comparisons_take_more_to_stand_out() {
        assert!(deviate(1) < deviate(2) && deviate(7) < deviate(24) && deviate(24) < deviate(60));
        // 82 % against 90: out of line among two, and to be expected by chance now and then among 24.
        let two = hours(&[(100, 82), (2_000, 1_800)]);
        assert!(two.contains("You remember least"), "{two}");
        let mut many = vec![(100, 82)];
        many.extend([(100, 90); 23]);
        let many = hours(&many);
        assert!(many.contains("No hour stands out"), "{many}");
    }

    #[test]
    fn the_weakest_part_is_named_if_there_is_one() {
        let part = |id: &str, judged, recalled| Part {
            id: id.to_owned(),
            recall: recall(judged, recalled, 90),
            ..Part::default()
        };
        let of = |list: &[Part]| {
            let named: Vec<(String, &Part)> = list
                .iter()
                .map(|part| (format!("Domain {}", part.id), part))
                .collect();
            parts(&named, "domain")
        };
        let weak = of(&[
            part("1", 400, 360),
            part("2", 200, 148),
            part("3", 300, 264),
        ]);
        assert_eq!(
            weak,
            "You remember least in “Domain 2”: 74 %, and 89 % elsewhere."
        );
        let same = of(&[part("1", 400, 360), part("2", 100, 88)]);
        assert_eq!(
            same,
            "No domain stands out: what you remember is much the same in all of them."
        );
        let few = of(&[part("1", 400, 360), part("2", 29, 1)]);
        assert!(few.contains("it takes 30 answers to known items in each of two domains"));
    }
}
