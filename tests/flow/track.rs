//! The screen of a track: what is known of each task, and where most is missing.

use crate::bench::{Bench, DAY, EVENING, saa, whole_pack};
use cairn::app::view::track::{TrackPage, TrackShown};
use cairn::app::{Event, Route};
use cairn::deck::id::TrackId;
use cairn::memory::Grade;
use cairn::store::MemorySlots;

fn start() -> Bench {
    Bench::open_with(
        MemorySlots::default(),
        1,
        EVENING,
        Route::Track(saa()),
        whole_pack(),
    )
}

fn page(bench: &Bench) -> TrackPage {
    match bench.app.track_view(bench.now).expect("a track").shown {
        TrackShown::Here(page) => *page,
        other => panic!("{other:?}"),
    }
}

#[test]
fn nothing_is_known_before_anything_was_asked() {
    let bench = start();
    let page = page(&bench);
    assert_eq!((page.all.seen, page.all.share), (0, 0.0));
    assert!(
        page.domains
            .iter()
            .all(|domain| domain.known.share.is_sign_positive())
    );
    assert_eq!(page.domains.len(), 4);
    assert_eq!(
        page.domains
            .iter()
            .map(|d| u32::from(d.weight))
            .sum::<u32>(),
        100
    );
    assert!(
        page.domains
            .iter()
            .all(|domain| domain.tasks.iter().all(|(_, _, known)| known.items > 0))
    );
    assert!(page.sittings.is_empty());
    let booking = bench.app.booking_view(bench.now).expect("an exam");
    assert!(booking.row.day.is_none() && booking.row.outlook.is_none());
}

#[test]
fn what_is_answered_is_known_and_fades() {
    let mut bench = start();
    bench.send(Event::Went(Route::Study(saa())));
    for _ in 0..6 {
        bench.answer(Grade::Good);
    }
    bench.send(Event::Went(Route::Track(saa())));
    let today = page(&bench);
    assert!(today.all.seen >= 6, "{:?}", today.all);
    assert!(today.all.share > 0.0 && today.all.share < 0.1);
    // The whole is what its domains are, by their weights.
    let weighted = |page: &TrackPage| {
        let of = page
            .domains
            .iter()
            .map(|d| d.known.share * f64::from(d.weight) / 100.0);
        of.sum::<f64>()
    };
    assert!((weighted(&today) - today.all.share).abs() < 1e-12);
    assert_eq!(today.weakest.len(), 3);
    assert!(today.weakest.is_sorted_by(|a, b| a.2 >= b.2));
    bench.now.at.0 += 30 * DAY;
    let later = page(&bench);
    assert_eq!(later.all.seen, today.all.seen);
    assert!(later.all.share < today.all.share);
}

#[test]
fn a_track_that_is_not_there_is_said_to_be_unknown() {
    let route = Route::Track(TrackId::new("no-such-track").expect("a slug"));
    let bench = Bench::open_with(MemorySlots::default(), 1, EVENING, route, whole_pack());
    let shown = bench.app.track_view(bench.now).expect("a view").shown;
    assert_eq!(shown, TrackShown::Unknown);
}
