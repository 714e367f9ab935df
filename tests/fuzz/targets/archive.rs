#![no_main]

use cairn_fuzz::checks::{is_chosen, archive};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| archive(bytes, is_chosen(bytes)));
