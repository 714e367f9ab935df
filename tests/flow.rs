//! The program without a screen, driven by events.

use cairn::app::view::Shown;
use cairn::app::{App, Effect, Event, Route};
use cairn::deck::id::TrackId;
use cairn::review::Writer;
use cairn::store::Loaded;
use cairn::time::Stamp;

#[test]
fn a_session_opens_when_its_items_arrive() {
    let (mut app, effects) = App::start(Ok(Loaded::default()), Writer(1));
    assert_eq!(effects, [Effect::FetchIndex]);
    let track: cairn::deck::track::Track =
        toml::from_str(include_str!("../decks/aws-saa-c03/track.toml")).expect("a track");
    let index =
        serde_json::json!({"version":1,"tracks":[{"track": track, "items": 10, "pack": "p.json"}]})
            .to_string();
    let now = Stamp::new(1_763_700_000_000, 60);
    app.update(Event::IndexFetched(Ok(index)), now);
    let id = TrackId::new("aws-saa-c03").expect("slug");
    let effects = app.update(Event::Went(Route::Study(id.clone())), now);
    assert_eq!(effects, [Effect::FetchPack(id.clone(), "p.json".into())]);
    let text = std::fs::read_to_string("decks/aws-saa-c03/1-design-secure-architectures.md")
        .expect("a deck");
    let pack = serde_json::json!({"version":1,"track":"aws-saa-c03","files":[{"name":"1.md","text":text}]}).to_string();
    app.update(Event::PackFetched(id, Ok(pack)), now);
    let view = app.study_view(now).expect("a session");
    assert!(matches!(view.shown, Shown::Question(_)), "{:?}", view.shown);
}
