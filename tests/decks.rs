//! Every deck that ships parses without a problem, keeps to its blueprint, and comes back the same after writing.

use std::fs;
use std::path::Path;

use cairn::deck::check::check;
use cairn::deck::library::Library;
use cairn::deck::parse::{Parsed, parse};
use cairn::deck::track::Track;
use cairn::deck::write::write;

fn tracks() -> Vec<Track> {
    let mut tracks = Vec::new();
    for entry in fs::read_dir("decks").expect("decks") {
        let path = entry.expect("an entry").path().join("track.toml");
        if path.exists() {
            let text = fs::read_to_string(&path).expect("UTF-8");
            let track: Track =
                toml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            tracks.push(track);
        }
    }
    tracks
}

fn files(track: &Track) -> Vec<Parsed> {
    let folder = Path::new("decks").join(track.id.as_str());
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("a track's folder")
        .map(|e| e.expect("an entry").path())
        .filter(|p| p.extension().is_some_and(|e| e == "md"))
        .collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        parse(&path.to_string_lossy(), &fs::read(path).expect("a file"))
    };
    paths.iter().map(read).collect()
}

#[test]
fn all_seventeen_tracks_are_there_with_weights_of_a_hundred() {
    let tracks = tracks();
    assert_eq!(tracks.len(), 17);
    for track in &tracks {
        let total: u32 = track.domains.iter().map(|d| u32::from(d.weight)).sum();
        assert_eq!(total, 100, "{}", track.id);
        assert!(
            !track.links.is_empty()
                && !track.sources.is_empty()
                && track.links.iter().all(|l| l.starts_with("https://")),
            "{}",
            track.id
        );
        let weights: f64 = track.tasks().map(|(_, t)| track.weight_of(&t.id)).sum();
        assert!((weights - 1.0).abs() < 1e-9, "{}", track.id);
    }
    let mut places: Vec<u8> = tracks.iter().map(|t| t.place).collect();
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), 17, "two tracks at one place");
}

#[test]
fn every_file_parses_and_names_tasks_that_exist() {
    let tracks = tracks();
    let mut all = Vec::new();
    for track in &tracks {
        for parsed in files(track) {
            assert!(parsed.problems.is_empty(), "{}", parsed.problems[0]);
            assert_eq!(
                parsed.deck.as_ref().map(|d| &d.header.deck),
                Some(&track.id)
            );
            all.push(parsed);
        }
    }
    let between = check(&all, &tracks);
    assert!(between.is_empty(), "{}", between[0]);
}

#[test]
fn a_deck_that_is_written_parses_as_the_same_deck() {
    for track in &tracks() {
        for parsed in files(track) {
            let deck = parsed.deck.expect("a deck");
            let again = parse("again.md", write(&deck).as_bytes());
            assert!(again.problems.is_empty(), "{}", again.problems[0]);
            assert_eq!(again.deck.expect("a deck"), deck);
        }
    }
}

#[test]
fn the_first_three_tracks_cover_every_task_with_sixty_items_at_least() {
    let tracks = tracks();
    for id in ["aws-saa-c03", "hashicorp-terraform-004", "cncf-cka"] {
        let track = tracks
            .iter()
            .find(|t| t.id.as_str() == id)
            .expect("a track");
        let decks: Vec<_> = files(track).into_iter().filter_map(|p| p.deck).collect();
        let items: Vec<_> = decks.iter().flat_map(|d| &d.items).collect();
        assert!(items.len() >= 60, "{id}: {}", items.len());
        for (_, task) in track.tasks() {
            let served = items.iter().any(|i| i.task.as_deref() == Some(&task.id));
            assert!(served, "{id}: no item for task {}", task.id);
        }
    }
}

#[test]
fn each_deletion_of_a_cloze_is_an_ask_and_they_are_kin() {
    let text = "---\ndeck: d\n---\n\n## T {#a .cloze}\n\n{{c1::x}} and {{c2::y}} and {{c1::z}}\n\n\
                ## U {#b .card idea=i}\n\nq\n\n---\n\na\n\n## V {#c .card idea=i}\n\nq\n\n---\n\na\n";
    let deck = parse("d.md", text.as_bytes()).deck.expect("a deck");
    let mut library = Library::new(Vec::new());
    library.replace(&deck.header.deck.clone(), &[deck]);
    let ids: Vec<&str> = library.asks().iter().map(|a| a.id.as_str()).collect();
    assert_eq!(ids, ["d/a:1", "d/a:2", "d/b", "d/c"]);
    let kin: Vec<&str> = library
        .asks()
        .iter()
        .map(cairn::deck::library::Ask::kin)
        .collect();
    assert_eq!(kin[0], kin[1]);
    assert_eq!(kin[2], kin[3]);
    assert_ne!(kin[0], kin[2]);
}
