//! What `--help` prints.

pub(crate) const OVERVIEW: &str = "\
Cairn's build tool.

usage: cargo xtask <command> [options]

  serve      build the app and open it in the browser
  build      leave the app in dist/, ready for any static host
  test       run every check, as CI does
  pack       write the decks as JSON into target/decks (part of every build)

  decks      check the decks
  simulate   let simulated learners study
  evaluate   measure the memory model against review logs
  bench      time the engine, fill its store, kill its browser
  fuzz       look for inputs that break a reader

`cargo xtask <command> --help` says more. Missing build tools are installed into .tools/ once.
";

pub(crate) const SERVE: &str = "\
Builds the app for release, serves it on this machine and opens the browser. Ctrl-C ends it.

usage: cargo xtask serve [--port N] [--no-open] [--dev]

  --port N    the first port to try, 8080 unless given; where it is taken, the next ten are tried
  --no-open   leave the browser alone
  --dev       a debug build that is rebuilt and reloaded whenever a file changes
";

pub(crate) const BUILD: &str = "\
Builds the app for release into dist/. Every address in it is relative, so the files can be
copied to any static host, under any path. Prints the sizes and fails when the app is too heavy.

usage: cargo xtask build
";

pub(crate) const FUZZ: &str = "\
Runs a fuzz target of tests/fuzz/targets with libFuzzer, on the pinned toolchain. It ends at a panic, at an
input that takes five seconds and at one for which more than 64 MB are held.

usage: cargo xtask fuzz TARGET [libFuzzer options]

  deck       a deck in Markdown
  backup     a backup as lines of JSON, as it stands
  segment    a segment of the log
  archive    a backup file: read, imported, written again
  lines      a backup as lines of JSON, with the checksums put right
  snapshot   a snapshot: read, restored, started from

  cargo xtask fuzz segment -runs=10000000 -max_len=512
  cargo xtask fuzz deck -max_total_time=60

What is found new goes to target/fuzz/corpus/TARGET, what breaks something to target/fuzz/findings.
";

pub(crate) const BENCH: &str = "\
Measures the built app in real browsers (run `cargo xtask build` first), or makes logs to measure with.

usage: cargo xtask bench WHAT [options]

  storage [--json]      room, start times and the way of an answer in Chromium, with up to a million answers;
                        beside Anki's backend where `python3` (or $ANKI_PYTHON) can import it
  exam [--items N] [--answers N] [--json]
                        what it takes to draw a form and to tell the chance of passing, likewise
  plan [--items N] [--days D] [--json]
                        what it takes to plan a day with so many items known, on this machine and in Chromium
  drill [--json]        what asking a question of each drill takes in Chromium
  library [--items N] [--json]
                        what each letter of a search among so many items takes in Chromium
  statistics [--items N] [--answers N] [--json]
                        what it takes to read a log of so many answers and to count what they add up to, likewise
  lighthouse            what Lighthouse says of it, on a simulated phone and on a desk, median of three runs
  kill [--browser chromium|firefox] [--rounds N] [--answers N] [--seed S]
                        kill -9 at random moments while answers are typed: nothing shown as saved may be lost
  million [--browser chromium|firefox]
                        a million answers, settings and 2,000 own cards in one origin, and one answer more
  open FILE             what each step of a start takes on this machine, with a log made by `log`
  log --out FILE [...]  a log as the browser keeps it; `cargo xtask bench log` lists the options

Firefox is /usr/bin/firefox-esr or $FIREFOX_PATH.
";

pub(crate) const PACK: &str = "\
Turns decks/*/track.toml and decks/*/*.md into target/decks/index.bin and one file per track.

usage: cargo xtask pack
";

pub(crate) const TEST: &str = "\
Runs every check in order and stops at the first that fails. The last line counts the tests.

usage: cargo xtask test [--only STEP]... [--skip STEP]...

$CHROMIUM, $FIREFOX, $WEBKIT_DRIVER and $XVFB name the programs that are not where they are looked for.

steps:
";
