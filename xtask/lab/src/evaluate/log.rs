//! Review logs as other programs write them.

use std::collections::BTreeMap;
use std::path::Path;

use cairn::memory::Grade;
use cairn::memory::training::{Course, Lesson, lessons as lessons_of};
use cairn::time::{DAY_MS, Day};

/// A day begins at four o'clock UTC, as in the benchmark.
const ROLLOVER_MS: i64 = 4 * 3_600_000;

/// An answer: item, milliseconds since 1970, grade.
pub(super) struct Answer {
    item: String,
    at: i64,
    grade: Grade,
}

/// Reads `card_id,review_rating,review_time,…` or Anki's `id,cid,usn,ease,ivl,lastIvl,factor,time,type`, by the names of the
/// columns. Rows that are no answer (Anki's manual changes) are passed over.
pub(super) fn read(path: &Path) -> Result<Vec<Answer>, String> {
    let shown = path.display();
    let text = std::fs::read_to_string(path).map_err(|e| format!("{shown}: {e}"))?;
    let mut lines = text.lines().enumerate();
    let head: Vec<&str> = lines
        .next()
        .map(|(_, line)| line)
        .unwrap_or_default()
        .split(',')
        .collect();
    let column = |name: &str| head.iter().position(|cell| cell.trim() == name);
    let anki = (column("id"), column("cid"), column("ease"), column("type"));
    let plain = (
        column("card_id"),
        column("review_rating"),
        column("review_time"),
    );
    let mut answers = Vec::new();
    for (index, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        let cells: Vec<&str> = line.split(',').map(str::trim).collect();
        let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
        let found = match (anki, plain) {
            ((Some(id), Some(cid), Some(ease), Some(kind)), _) => {
                // Learned, reviewed, relearned and filtered answers count; 4 and 5 are changes by hand.
                if cell(ease) == "0" || !matches!(cell(kind), "0" | "1" | "2" | "3") {
                    continue;
                }
                answer(cell(cid), cell(id).parse().ok(), cell(ease))
            }
            (_, (Some(card), Some(rating), Some(time))) => {
                answer(cell(card), moment(cell(time)), cell(rating))
            }
            _ => {
                return Err(format!(
                    "{shown}:1: neither the columns card_id, review_rating, review_time nor Anki's id, cid, ease, type"
                ));
            }
        };
        answers.push(found.ok_or_else(|| format!("{shown}:{}: not an answer", index + 1))?);
    }
    answers.sort_by_key(|answer| answer.at);
    Ok(answers)
}

fn answer(item: &str, at: Option<i64>, grade: &str) -> Option<Answer> {
    Some(Answer {
        item: item.to_owned(),
        at: at?,
        grade: Grade::of(grade.parse().ok()?)?,
    })
}

/// `2024-03-29T06:41:02.123456+00:00` or milliseconds.
fn moment(text: &str) -> Option<i64> {
    if let Ok(ms) = text.parse::<i64>() {
        return Some(ms);
    }
    let (date, time) = text.split_once(['T', ' '])?;
    let time = time.split(['+', 'Z']).next()?;
    let parts: Vec<f64> = time
        .split(':')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let [hours, minutes, seconds] = parts[..] else {
        return None;
    };
    let ms = (hours * 60.0 + minutes) * 60_000.0 + seconds * 1_000.0;
    Some(i64::from(Day::parse(date)?.0) * DAY_MS + ms as i64)
}

/// What can be learned from, in the order of time.
pub(super) fn lessons(answers: &[Answer]) -> Vec<Lesson> {
    let mut courses: BTreeMap<&str, (Course, Vec<i64>)> = BTreeMap::new();
    for answer in answers {
        let day = (answer.at - ROLLOVER_MS).div_euclid(DAY_MS);
        let (course, times) = courses.entry(&answer.item).or_default();
        let nights = times.last().map_or(0, |last| {
            let before = (last - ROLLOVER_MS).div_euclid(DAY_MS);
            u32::try_from(day - before).unwrap_or(0)
        });
        course.push((nights, answer.grade));
        times.push(answer.at);
    }
    let mut found: Vec<(i64, Lesson)> = Vec::new();
    for (number, (course, times)) in (0..).zip(courses.values()) {
        let each = lessons_of(number, course).into_iter();
        found.extend(each.map(|(index, lesson)| (times[index], lesson)));
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, lesson)| lesson).collect()
}
