//! Groups of instances, grown one by one and minute by minute.

use crate::{each, number, says};
use cairn::deck::item::Level;
use cairn::drill::number::{plain, whole};
use cairn::drill::types::autoscaling::{Case, TYPE};

/// The fewest instances, put into zones in turn, of which enough are left without the fullest zone; evenly spread.
fn survivors(zones: i64, is_enough: impl Fn(i64) -> bool) -> i64 {
    (1..10_000)
        .map(|each| each * zones)
        .find(|all| {
            let mut per = vec![0; zones as usize];
            for place in 0..*all {
                per[(place % zones) as usize] += 1;
            }
            is_enough(all - per.iter().max().expect("zones"))
        })
        .expect("many are enough")
}

#[test]
fn answers_are_right_instance_by_instance() {
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
        let expected = match case {
            Case::Target {
                running,
                used,
                target,
            } => {
                let load: i64 = (0..running).map(|_| used).sum();
                let first = (1..10_000)
                    .find(|count| load <= count * target)
                    .expect("many are enough");
                is(first, &[running, used, target]);
                Level::Easy
            }
            Case::Zones { needed, zones } => {
                is(survivors(zones, |left| left >= needed), &[needed, zones]);
                Level::Medium
            }
            Case::Step {
                running,
                metric,
                alarm,
                small,
                large,
                most,
            } => {
                assert!(metric >= alarm && metric < 100, "{name}");
                let percent = if metric >= alarm + 15 { large } else { small };
                // One more for each whole instance that the percentage holds.
                let mut count = running;
                let mut left = running * percent;
                while left >= 100 {
                    left -= 100;
                    count += 1;
                }
                if count == running {
                    count += 1;
                }
                while count > most {
                    count -= 1;
                }
                is(count, &[running, metric, alarm, small, large, most]);
                Level::Medium
            }
            Case::Fleet {
                load,
                each,
                target,
                zones,
            } => {
                let holds = |left: i64| left * each * target >= load * 100;
                is(survivors(zones, holds), &[load, each, target, zones]);
                Level::Hard
            }
            Case::Cooldown {
                running,
                needed,
                step,
                cooldown,
                boot,
            } => {
                // When each instance is added.
                let (mut added, mut working, mut minute): (Vec<i64>, i64, i64) =
                    (vec![], running, 0);
                loop {
                    working += added
                        .iter()
                        .map(|of| i64::from(*of + boot == minute))
                        .sum::<i64>();
                    if working >= needed {
                        break;
                    }
                    let all = running + i64::try_from(added.len()).expect("few");
                    if minute % cooldown == 0 && all < needed {
                        added.extend((0..step).map(|_| minute));
                    }
                    minute += 1;
                }
                is(minute, &[running, needed, step, cooldown, boot]);
                Level::Hard
            }
        };
        assert_eq!(level, expected, "{name}");
    });
}
