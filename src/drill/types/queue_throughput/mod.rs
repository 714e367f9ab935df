//! Queues: how many workers, how long a backlog lasts, when a message is given up.
//!
//! What is being worked on is the rate times the time that it takes (J. D. C. Little 1961). A message that is not deleted comes back
//! after the visibility timeout, and goes to the dead-letter queue when it has been received more often than `maxReceiveCount` says
//! (Amazon SQS developer guide, "Visibility timeout" and "Dead-letter queues").

mod backlog;

use crate::deck::item::Level;
use crate::drill::Type;
use crate::drill::dice::Dice;
use crate::drill::number::{Precision, Unit, decimal, plain, whole};
use crate::drill::question::{Mistake, Question, Wanted};

/// The type.
pub const TYPE: Type = Type {
    id: "queue-throughput",
    name: "Queues and workers",
    about: "Little's law, workers, backlogs, visibility timeouts and dead letters",
    version: 1,
    seconds: [40, 60, 100],
    make: |dice, level| Case::draw(dice, level).tell(),
};

/// What is asked. Times are in seconds, those of a message in tenths of a second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Workers that keep up.
    Workers {
        /// Messages a second.
        rate: i64,
        /// Tenths of a second for a message.
        time: i64,
    },
    /// How long a message waits behind others.
    Wait {
        /// Messages that wait.
        backlog: i64,
        /// Messages a second that all workers do.
        rate: i64,
    },
    /// Minutes until a backlog is gone while more comes in.
    Drain {
        /// Messages that wait.
        backlog: i64,
        /// Messages a second that come in.
        rate: i64,
        /// Workers.
        workers: i64,
        /// Messages a second of each.
        each: i64,
    },
    /// The shortest visibility timeout for batches.
    Visibility {
        /// Messages of a batch.
        batch: i64,
        /// Seconds for a message at most.
        time: i64,
        /// Seconds until the batch is begun.
        before: i64,
    },
    /// When a message that always fails is in the dead-letter queue.
    Dead {
        /// `maxReceiveCount`.
        count: i64,
        /// Seconds of the visibility timeout.
        timeout: i64,
        /// Seconds that it waited before it was received for the first time.
        before: i64,
    },
    /// Workers that keep up and clear a backlog in time.
    Clear {
        /// Messages that wait.
        backlog: i64,
        /// Messages a second that come in.
        rate: i64,
        /// Tenths of a second for a message.
        time: i64,
        /// Minutes that there are.
        minutes: i64,
    },
}

/// The least whole number that is not below `above / below`.
fn up(above: i64, below: i64) -> i64 {
    (above + below - 1) / below
}

impl Case {
    /// Draws one.
    pub fn draw(dice: &mut Dice, level: Level) -> Self {
        match level {
            Level::Easy if dice.chance(2, 3) => Self::Workers {
                rate: dice.between(12, 90),
                time: dice.between(3, 45),
            },
            Level::Easy => {
                let rate = dice.between(5, 60);
                Self::Wait {
                    backlog: rate * 10 * dice.between(3, 60),
                    rate,
                }
            }
            Level::Medium if dice.chance(1, 2) => {
                let (workers, each) = (dice.between(4, 20), dice.between(3, 12));
                let all = workers * each;
                let rate = dice.between(all / 3, all * 4 / 5);
                Self::Drain {
                    backlog: (all - rate) * 60 * dice.between(3, 60),
                    rate,
                    workers,
                    each,
                }
            }
            Level::Medium => Self::Visibility {
                batch: dice.between(3, 10),
                time: dice.between(5, 45),
                before: dice.between(2, 20),
            },
            Level::Hard if dice.chance(1, 3) => Self::Dead {
                count: dice.between(2, 8),
                timeout: 15 * dice.between(2, 20),
                before: 5 * dice.between(1, 12),
            },
            Level::Hard => {
                let minutes = 5 * dice.between(2, 12);
                Self::Clear {
                    backlog: minutes * 60 * dice.between(5, 80),
                    rate: dice.between(10, 90),
                    time: dice.between(3, 30),
                    minutes,
                }
            }
        }
    }

    /// Tells it.
    pub fn tell(self) -> Question {
        match self {
            Self::Workers { rate, time } => workers(rate, time),
            Self::Wait { backlog, rate } => wait(backlog, rate),
            Self::Drain {
                backlog,
                rate,
                workers,
                each,
            } => backlog::drain(backlog, rate, workers, each),
            Self::Visibility {
                batch,
                time,
                before,
            } => visibility(batch, time, before),
            Self::Dead {
                count,
                timeout,
                before,
            } => backlog::dead(count, timeout, before),
            Self::Clear {
                backlog,
                rate,
                time,
                minutes,
            } => backlog::clear(backlog, rate, time, minutes),
        }
    }
}

fn slip(name: &'static str, value: i64, why: impl Into<String>) -> Mistake {
    Mistake {
        name,
        value: whole(value),
        why: why.into(),
    }
}

fn number(value: i64, unit: Unit, mistakes: Vec<Mistake>) -> Wanted {
    Wanted::Number {
        value: whole(value),
        unit,
        precision: Precision::Exact,
        mistakes,
    }
}

const SECONDS: Unit = Unit::Word("second", "seconds");

/// `1 second`, `0.4 seconds`.
fn said(tenths: i64) -> String {
    let word = if tenths == 10 { "second" } else { "seconds" };
    format!("{} {word}", plain(decimal(tenths, 1)))
}

fn workers(rate: i64, time: i64) -> Question {
    let right = up(rate * time, 10);
    let mistakes = vec![
        slip(
            "rounded down",
            rate * time / 10,
            "With so few they fall behind, and the queue grows without end.",
        ),
        slip(
            "divided",
            up(rate * 10, time),
            format!(
                "That divides by the time. {rate} messages a second of {} each are {} seconds of work.",
                said(time),
                plain(decimal(rate * time, 1))
            ),
        ),
        slip(
            "one for each message",
            rate,
            format!(
                "That would be right if each message took 1 second. It takes {}.",
                said(time)
            ),
        ),
        slip(
            "tenfold",
            rate * time,
            format!("{} is not {time} seconds.", said(time)),
        ),
        slip("one too many", right + 1, format!("{right} are enough.")),
    ];
    Question {
        stem: format!(
            "{rate} messages a second arrive in a queue, evenly. A worker takes {} for each and works on one at a time. What is the smallest number of workers with which the queue does not grow?",
            said(time)
        ),
        wanted: number(right, Unit::None, mistakes),
        why: format!(
            "{rate} x {} = {} seconds of work arrive each second, and a worker does one second of it.",
            plain(decimal(time, 1)),
            plain(decimal(rate * time, 1))
        ),
        working: format!(
            "Rate x time = {rate} x {} = {} messages are being worked on at any time. Rounded up: **{right}** workers.",
            plain(decimal(time, 1)),
            plain(decimal(rate * time, 1))
        ),
    }
}

fn wait(backlog: i64, rate: i64) -> Question {
    let right = backlog / rate;
    let mistakes = vec![
        slip(
            "multiplied",
            backlog * rate,
            "The wait is the number of messages before it divided by the rate, not multiplied by it.",
        ),
        slip(
            "minutes",
            up(backlog, rate * 60),
            "That is the number of minutes. The question is about seconds.",
        ),
        slip(
            "rate as the wait",
            rate,
            format!("{rate} is how many messages are done each second."),
        ),
        slip("twice", right * 2, "That counts the wait twice."),
        slip(
            "tenfold",
            right * 10,
            format!("That is ten times too much: {rate} are done each second."),
        ),
    ];
    Question {
        stem: format!(
            "{} messages wait in a queue, and all workers together do {rate} a second, in the order in which the messages came. How many seconds does a message that arrives now wait until it is its turn?",
            plain(whole(backlog))
        ),
        wanted: number(right, SECONDS, mistakes),
        why: format!(
            "{} messages are before it, and {rate} are done each second.",
            plain(whole(backlog))
        ),
        working: format!(
            "Wait = number of messages / rate = {} / {rate} = **{} seconds**.",
            plain(whole(backlog)),
            plain(whole(right))
        ),
    }
}

fn visibility(batch: i64, time: i64, before: i64) -> Question {
    let right = before + batch * time;
    let mistakes = vec![
        slip(
            "one message",
            time,
            format!(
                "The clock of all {batch} runs from when they are received, so the last one waits for the others."
            ),
        ),
        slip(
            "start left out",
            batch * time,
            format!(
                "The {before} seconds before the work begins count as well: the messages are received already."
            ),
        ),
        slip(
            "start and one message",
            before + time,
            format!("That is enough for the first message. The last of {batch} is done later."),
        ),
        slip(
            "start for each",
            batch * (before + time),
            format!("The {before} seconds pass once for the batch, not for each message."),
        ),
        slip(
            "one message fewer",
            before + (batch - 1) * time,
            "The last message needs its time as well.",
        ),
    ];
    Question {
        stem: format!(
            "A consumer receives {batch} messages with one call from an SQS queue, begins to work on them after {before} seconds, and takes up to {time} seconds for each, one after the other, deleting each when it is done. It never changes the visibility of a message. How many seconds must the visibility timeout of the queue be at least, so that no message becomes visible again before it is deleted?"
        ),
        wanted: number(right, SECONDS, mistakes),
        why: format!(
            "The last one is deleted after {before} + {batch} x {time} = {right} seconds."
        ),
        working: format!(
            "The timeout of all messages begins when the batch is received. The last one is deleted after {before} + {batch} x {time} = **{right} seconds**."
        ),
    }
}
