//! Counts statistics beside the page. The worker stays as long as the screen is shown: it has read the log.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::Shell;
use super::beside::let_go;
use super::browser::page;
use crate::app::{Count, CountReport, Counting, Event, Told, Work};

/// After so long it is said what is being done (tunable): what is there within a second needs no words.
const SLOW_MS: i32 = 1_000;

impl Shell {
    /// Counts.
    pub(super) fn count(self, number: u32, count: Box<Count>) {
        let with_log = count.basis.is_some();
        spawn_local(async move {
            page::sleep(SLOW_MS).await;
            self.dispatch(Event::Counting(Counting::Slow(number)));
        });
        self.have_done(
            self.counting,
            &Work::Count(count),
            with_log,
            |shell, told| {
                let report = match told {
                    Ok(Told::Counting(report)) => report,
                    Ok(_) => CountReport::Failed("the work was not understood".to_owned()),
                    Err(words) => CountReport::Failed(words),
                };
                if matches!(report, CountReport::Failed(_)) {
                    // The next one begins anew.
                    let_go(shell.counting);
                }
                shell.dispatch(Event::Counting(Counting::Told(report)));
            },
        );
    }

    /// Nobody wants to know any more.
    pub(super) fn stop_counting(self) {
        self.counting.set_value(None);
    }
}
