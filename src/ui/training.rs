//! Trains memory parameters beside the page.

use leptos::prelude::*;

use super::Shell;
use super::beside::let_go;
use crate::app::{Desk, Event, Held, Report, Told, Work};

impl Shell {
    /// Trains on everything stored, against the parameters that hold.
    pub(super) fn train(self, held: Held) {
        // Another one is not gone on with.
        self.training.set_value(None);
        self.have_done(self.training, &Work::Train(held), true, |shell, told| {
            let report = match told {
                Ok(Told::Training(report)) => report,
                Ok(_) => Report::Failed("the work was not understood".to_owned()),
                Err(words) => Report::Failed(words),
            };
            let is_over = !matches!(report, Report::At(_));
            shell.dispatch(Event::Desk(Desk::TrainingTold(report)));
            if is_over {
                let_go(shell.training);
            }
        });
    }

    /// Ends the training, whatever it is at.
    pub(super) fn stop_training(self) {
        self.training.set_value(None);
    }
}
