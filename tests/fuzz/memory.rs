//! An allocator that ends the program when one input holds more than 64 MB: libFuzzer's own limit wants a sanitizer.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicIsize, Ordering};

const LIMIT: isize = 64 << 20;

static HELD: AtomicIsize = AtomicIsize::new(0);

struct Limited;

fn hold(bytes: usize) {
    let bytes = bytes.cast_signed();
    if HELD.fetch_add(bytes, Ordering::Relaxed) + bytes > LIMIT {
        // Not a panic: its message would allocate. libFuzzer keeps the input on the way out.
        std::process::abort();
    }
}

// SAFETY: every call is handed on to the system's allocator as it came.
unsafe impl GlobalAlloc for Limited {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        hold(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size().cast_signed(), Ordering::Relaxed);
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // For a moment both are there.
        hold(size);
        let new = unsafe { System.realloc(place, layout, size) };
        HELD.fetch_sub(layout.size().cast_signed(), Ordering::Relaxed);
        new
    }
}

#[global_allocator]
static LIMITED: Limited = Limited;
