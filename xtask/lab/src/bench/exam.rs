//! `bench exam`: what it takes to draw a form of many questions and to tell the chance of passing over a long log. With `--out` also what
//! the built app needs to do the same in a browser.

use std::path::PathBuf;

use cairn::deck::item::{Body, Entry, Level};
use cairn::deck::library::Library;
use cairn::exam::{Pool, Request, assemble};
use cairn::memory::{Grade, Scheduler};
use cairn::readiness::evidence::Evidence;
use cairn::readiness::{Gate, Outlook, estimate};
use cairn::review::{Answer, Fact, FactId, History, SETTLED_AFTER_MS, Sighting, What, Writer};
use cairn::time::{DAY_MS, Moment, Stamp};
use lexopt::prelude::*;

use super::world::{self, median};
use crate::simulate::track_of;

/// 2026-11-21 18:00 UTC.
const EVENING: i64 = 1_795_284_000_000;
/// Every so manieth question was never seen.
const UNSEEN: usize = 5;

pub(super) fn run(parser: &mut lexopt::Parser) -> Result<bool, String> {
    let (items, answers, out, now) = options(parser).map_err(|e| e.to_string())?;
    let (track, mut decks) = track_of(items);
    let questions = decks.iter_mut().flat_map(|deck| &mut deck.items);
    for (number, item) in questions.enumerate() {
        let option = |place: usize| Entry {
            text: format!("Option {place}"),
            right: place == number % 4,
            why: None,
        };
        item.level = Some([Level::Easy, Level::Medium, Level::Medium, Level::Hard][number / 4 % 4]);
        item.body = Body::Choice {
            stem: format!("Question {number}?"),
            options: (0..4).map(option).collect(),
        };
    }
    let mut library = Library::new(vec![track.clone()]);
    library.replace(&track.id, &decks);
    let facts = facts(&library, answers, now);
    let mut history = History::replay(Scheduler::default(), &facts);
    history.settle(Moment(now - SETTLED_AFTER_MS));
    if let Some(folder) = out {
        world::write(&folder, track.clone(), decks, &facts)?;
    }
    println!("{items} questions, {answers} answers");
    let form = median("a form drawn", || {
        let pool = Pool::of(&library, &history, &track);
        assemble(&pool, &track, &Request::mock(&track), 7)
    });
    let today = Stamp::new(now, 0);
    let evidence = median("the evidence read from the log", || {
        Evidence::of(&library, &history, &track, today, history.day(today))
    });
    let found = median("the chance of passing", || {
        estimate(&evidence.observations, &track, Outlook::TODAY)
    });
    let is_open = matches!(Gate::of(&evidence, &track), Gate::Open { .. });
    Ok(form.is_ok() && is_open && found.passing > 0.0)
}

/// So many answers to all but some of the questions, in turn, over the last months.
fn facts(library: &Library, answers: usize, now: i64) -> Vec<Fact> {
    let seen: Vec<_> = library
        .asks()
        .iter()
        .enumerate()
        .filter(|(place, _)| place % UNSEEN > 0)
        .collect();
    let each = |number: usize| {
        let (place, ask) = seen[number % seen.len()];
        let round = number / seen.len();
        let what = What::Answered(Answer {
            item: ask.id.clone(),
            grade: Grade::ALL[usize::from(!(place + round).is_multiple_of(5)) * 2],
            given: None,
            ms: 25_000,
            sighting: if round == 0 {
                Sighting::First
            } else {
                Sighting::Repeated
            },
            corrected: false,
        });
        // Over two hundred days.
        let share = (answers - number) as f64 / answers as f64;
        let ago = (share * 200.0 * DAY_MS as f64) as i64;
        Fact {
            id: FactId {
                writer: Writer(1),
                number: number as u32 + 1,
            },
            at: Stamp::new((now - DAY_MS - ago) / 1_000 * 1_000, 0),
            what,
        }
    };
    (0..answers).map(each).collect()
}

fn options(
    parser: &mut lexopt::Parser,
) -> Result<(usize, usize, Option<PathBuf>, i64), lexopt::Error> {
    let (mut items, mut answers, mut out, mut now) = (2_000, 50_000, None, EVENING);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("items") => items = parser.value()?.parse()?,
            Long("answers") => answers = parser.value()?.parse()?,
            Long("out") => out = Some(parser.value()?.into()),
            Long("now") => now = parser.value()?.parse()?,
            other => return Err(other.unexpected()),
        }
    }
    Ok((items, answers, out, now))
}
