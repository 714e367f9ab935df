//! What can only be said of several files together: ids that are taken twice, tasks and tracks that do not exist.

use std::collections::HashMap;

use super::id::TaskRef;
use super::parse::Parsed;
use super::problem::{Problem, ProblemKind, nearest};
use super::track::Track;

/// Problems between the files of a collection and the tracks there are. The files' own problems are not repeated.
pub fn check(files: &[Parsed], tracks: &[Track]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut seen: HashMap<(String, String), (String, usize)> = HashMap::new();
    for parsed in files {
        let Some(deck) = &parsed.deck else { continue };
        let track_known = deck.header.track.as_ref().is_none_or(|track| {
            let known = tracks.iter().any(|t| t.id == *track);
            if !known && let Some(place) = parsed.places.first() {
                problems.push(Problem {
                    kind: unknown_track(track.as_str(), tracks),
                    place: super::problem::Place {
                        line: 1,
                        ..place.clone()
                    },
                    text: String::new(),
                });
            }
            known
        });
        for (item, place) in deck.items.iter().zip(&parsed.places) {
            let mut report = |kind| {
                problems.push(Problem {
                    kind,
                    place: place.clone(),
                    text: String::new(),
                });
            };
            let key = (deck.header.deck.to_string(), item.slug.clone());
            if let Some((file, line)) = seen.get(&key) {
                report(ProblemKind::DuplicateId(
                    item.slug.clone(),
                    file.clone(),
                    *line,
                ));
            } else {
                seen.insert(key, (place.file.clone(), place.line));
            }
            let own = deck.header.track.as_ref().filter(|_| track_known);
            let named = own.zip(item.task.as_ref()).map(|(track, task)| TaskRef {
                track: track.clone(),
                task: task.clone(),
            });
            for task in named.iter().chain(&item.also) {
                if let Some(kind) = unknown(task, tracks) {
                    report(kind);
                }
            }
        }
    }
    problems
}

/// Adds what [`check`] finds to a single file: its problems in the order of the lines, and without the items they are about.
pub fn settle(parsed: &mut Parsed, tracks: &[Track]) {
    let found = check(std::slice::from_ref(parsed), tracks);
    if let Some(deck) = &mut parsed.deck {
        let wrong = |line: usize| found.iter().any(|p| p.place.line == line);
        let mut places = parsed.places.iter();
        deck.items
            .retain(|_| places.next().is_none_or(|place| !wrong(place.line)));
        parsed.places.retain(|place| !wrong(place.line));
    }
    for problem in found {
        let at = parsed
            .problems
            .partition_point(|p| p.place.line <= problem.place.line);
        parsed.problems.insert(at, problem);
    }
}

fn unknown_track(name: &str, tracks: &[Track]) -> ProblemKind {
    let near = nearest(name, tracks.iter().map(|t| t.id.as_str()));
    ProblemKind::UnknownTrack(name.to_owned(), near.map(str::to_owned))
}

fn unknown(task: &TaskRef, tracks: &[Track]) -> Option<ProblemKind> {
    let Some(track) = tracks.iter().find(|t| t.id == task.track) else {
        return Some(unknown_track(task.track.as_str(), tracks));
    };
    if track.task(&task.task).is_some() {
        return None;
    }
    let near = nearest(&task.task, track.tasks().map(|(_, t)| t.id.as_str()));
    Some(ProblemKind::UnknownTask(
        task.task.clone(),
        task.track.to_string(),
        near.map(str::to_owned),
    ))
}
