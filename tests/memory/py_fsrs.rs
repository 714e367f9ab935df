//! Vectors of py-fsrs 6.3 (`tests/test_basic.py`). The parameters that its `tests/test_optimizer.py` trains are another
//! optimiser's and cannot be ours; what training does with the same log stands in `items.rs`.

use super::{HISTORY, close, fold};
use cairn::memory::Scheduler;

#[test]
fn an_interval_history() {
    super::the_published_intervals();
}

#[test]
fn a_memory_state() {
    let state = fold(&Scheduler::default(), &HISTORY);
    close(state.stability, 53.62691, 1e-6);
    close(state.difficulty, 6.357_486_7, 1e-6);
}

#[test]
fn ten_times_easy_on_one_day_is_as_easy_as_can_be() {
    let state = fold(&Scheduler::default(), &[(4, 0); 10]);
    close(state.difficulty, 1.0, 0.0);
}
