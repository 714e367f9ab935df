//! Queues, played second by second.

use crate::{each, number, says};
use cairn::deck::item::Level;
use cairn::drill::number::{decimal, plain, whole};
use cairn::drill::types::queue_throughput::{Case, TYPE};

/// The fewest workers that end with an empty queue after so many seconds; each second a worker does ten tenths of work.
fn fewest(backlog: i64, rate: i64, time: i64, seconds: i64) -> i64 {
    let is_empty = |workers: i64| {
        let arrived: i64 = backlog + rate * seconds;
        workers * 10 * seconds >= arrived * time
    };
    (1..100_000)
        .find(|workers| is_empty(*workers))
        .expect("many are enough")
}

#[test]
fn answers_are_right_second_by_second() {
    each(&TYPE, Case::draw, |case, level, name| {
        let question = case.tell();
        let is = |right: i64, figures: &[i64]| {
            assert_eq!(number(&question), whole(right), "{name}");
            says(
                &question,
                &figures
                    .iter()
                    .map(|of| plain(whole(*of)))
                    .collect::<Vec<_>>(),
                name,
            );
        };
        let tenths = |time: i64| {
            says(
                &question,
                &[format!("{} second", plain(decimal(time, 1)))],
                name,
            );
        };
        let expected = match case {
            Case::Workers { rate, time } => {
                is(fewest(0, rate, time, 3_600), &[rate]);
                tenths(time);
                Level::Easy
            }
            Case::Wait { backlog, rate } => {
                let (mut left, mut seconds) = (backlog, 0);
                while left > 0 {
                    left -= rate;
                    seconds += 1;
                }
                assert_eq!(left, 0, "{name}");
                is(seconds, &[backlog, rate]);
                Level::Easy
            }
            Case::Drain {
                backlog,
                rate,
                workers,
                each,
            } => {
                let (mut left, mut seconds) = (backlog, 0);
                while left > 0 {
                    left += rate;
                    left -= workers * each;
                    seconds += 1;
                }
                assert_eq!((left, seconds % 60), (0, 0), "{name}: whole minutes");
                is(seconds / 60, &[backlog, rate, workers, each]);
                Level::Medium
            }
            Case::Visibility {
                batch,
                time,
                before,
            } => {
                let deleted = (0..batch).fold(before, |clock, _| clock + time);
                is(deleted, &[batch, time, before]);
                Level::Medium
            }
            Case::Dead {
                count,
                timeout,
                before,
            } => {
                let (mut clock, mut received) = (before, 0);
                loop {
                    received += 1;
                    if received > count {
                        break;
                    }
                    clock += timeout;
                }
                is(clock, &[count, timeout, before]);
                Level::Hard
            }
            Case::Clear {
                backlog,
                rate,
                time,
                minutes,
            } => {
                is(
                    fewest(backlog, rate, time, minutes * 60),
                    &[backlog, rate, minutes],
                );
                tenths(time);
                Level::Hard
            }
        };
        assert_eq!(level, expected, "{name}");
    });
}
