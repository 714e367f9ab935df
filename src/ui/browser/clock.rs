//! The one place that reads the clock and the random source.

use crate::time::Stamp;

/// Now, with the local offset.
pub(crate) fn now() -> Stamp {
    let date = js_sys::Date::new_0();
    // JavaScript counts minutes west of UTC; the offset here is east.
    Stamp::new(date.get_time() as i64, -(date.get_timezone_offset() as i16))
}

/// 64 random bits from the browser's secure source.
pub(crate) fn random() -> u64 {
    let mut bytes = [0_u8; 8];
    if getrandom::fill(&mut bytes).is_err() {
        // Every browser that runs WebAssembly has the source; two tabs differ by the time they opened otherwise.
        bytes = js_sys::Date::now().to_bits().to_le_bytes();
    }
    u64::from_le_bytes(bytes)
}
