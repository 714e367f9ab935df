//! `bench`: logs to measure the store with.

mod corpus;
mod exam;
mod learner;
mod log;
mod open;
mod plan;
mod real;
mod statistics;
mod world;

/// What `bench` alone, or with an unknown word, prints.
const HELP: &str = "\
cargo xtask bench log --out FILE [options]    write a log as the browser's local storage holds it, as JSON

  --answers N      answers that stand, 50000 unless given
  --items M        items they are of, 20000 unless given
  --own-cards K    cards in decks of the learner's own, 0 unless given; the first of the items
  --at-once N      items studied at once, as for a few exams, 1000 unless given; 0 for all
  --seed S         the same seed gives the same log
  --per-text P     sittings in one long text, 140 unless given: what tidying makes of sittings of a hundred answers
  --short T        the last sittings, of which no long text was made as yet, 12 unless given
  --csv FILE       instead of all these, the answers of a review log (card_id,review_rating,review_time,review_duration)

cargo xtask bench open FILE                   what each step of a start takes on this machine, with such a log
cargo xtask bench plan                        what it takes to plan a day here and in Chromium; --items N, --days D
cargo xtask bench statistics                  what it takes to read a log and to count its answers, here and in Chromium; --items N, --answers N
cargo xtask bench exam                        what it takes to draw a form and to tell the chance of passing; --items N, --answers N
";

/// Runs the command.
pub(crate) fn run(parser: &mut lexopt::Parser) -> Result<bool, String> {
    match parser.next().map_err(|e| e.to_string())? {
        Some(lexopt::Arg::Value(word)) if word == "log" => log::run(parser),
        Some(lexopt::Arg::Value(word)) if word == "open" => open::run(parser),
        Some(lexopt::Arg::Value(word)) if word == "plan" => plan::run(parser),
        Some(lexopt::Arg::Value(word)) if word == "exam" => exam::run(parser),
        Some(lexopt::Arg::Value(word)) if word == "statistics" => statistics::run(parser),
        _ => Err(HELP.to_owned()),
    }
}
