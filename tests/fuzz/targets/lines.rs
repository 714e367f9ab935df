#![no_main]

use cairn_fuzz::checks::{is_chosen, lines};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lines(bytes, is_chosen(bytes)));
