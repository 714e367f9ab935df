//! Fleets that survive and grow in time.

use super::{number, slip, up};
use crate::drill::number::{Unit, plain, whole};
use crate::drill::question::Question;
use crate::drill::types::parts::count;

pub(super) fn fleet(load: i64, each: i64, target: i64, zones: i64) -> Question {
    let needed = up(load * 100, each * target);
    let zone = up(needed, zones - 1);
    let right = zone * zones;
    let full = up(load, each);
    let mistakes = vec![
        slip(
            "no zone lost",
            up(needed, zones) * zones,
            format!("That leaves too few when a zone is lost: {needed} are needed."),
        ),
        slip(
            "target left out",
            up(full, zones - 1) * zones,
            format!("That runs instances at 100 %. They should be at {target} %."),
        ),
        slip(
            "nothing spare",
            needed,
            format!("{needed} are enough only while every zone is up."),
        ),
        slip(
            "both left out",
            full,
            "That runs instances at 100 % and has nothing to spare.",
        ),
        slip(
            "one zone more added",
            needed + zone,
            format!("Each zone runs the same number, so the total is a multiple of {zones}."),
        ),
    ];
    Question {
        stem: format!(
            "An application takes {} requests a second at its peak. An instance could do {each} but must not do more than {target} % of that, even after one of {zones} Availability Zones is lost. Each zone runs the same number of instances, and none can be started in time. How many are needed at least?",
            plain(whole(load))
        ),
        wanted: number(right, Unit::None, mistakes),
        why: format!("{needed} must be left without one zone, so each zone runs {zone}."),
        working: format!(
            "{each} x {target} % = {} requests for each instance. {} / {}, rounded up, is {needed}. Without one zone: {needed} / {}, rounded up, is {zone} in each. {zone} x {zones} = **{right}**.",
            each * target / 100,
            plain(whole(load)),
            each * target / 100,
            zones - 1
        ),
    }
}

pub(super) fn cooled([running, needed, step]: [i64; 3], cooldown: i64, boot: i64) -> Question {
    let steps = up(needed - running, step);
    let right = (steps - 1) * cooldown + boot;
    let waits = count(steps - 1, "cooldown", "cooldowns");
    let mistakes = vec![
        slip(
            "a cooldown too many",
            steps * cooldown + boot,
            format!("The first step comes at once, so {steps} steps need only {waits}."),
        ),
        slip(
            "start left out",
            (steps - 1) * cooldown,
            format!(
                "The last instances do not work at once: that takes {}.",
                count(boot, "more minute", "more minutes")
            ),
        ),
        slip(
            "start for each step",
            (steps - 1) * cooldown + steps * boot,
            "Instances start during the cooldown. Only the last ones are waited for.",
        ),
        slip(
            "all that are needed",
            (up(needed, step) - 1) * cooldown + boot,
            format!(
                "{running} run already. Only {} are missing.",
                needed - running
            ),
        ),
        slip(
            "one by one",
            (needed - running - 1) * cooldown + boot,
            format!("Each step adds {step}."),
        ),
    ];
    Question {
        stem: format!(
            "{running} instances run, and {needed} are needed from now on. An alarm fires now and stays on: its simple scaling policy adds {step} instances at once and {step} more after each cooldown of {cooldown} minutes, which is counted from when the last ones were added. An instance works {} after it is added. After how many minutes do enough instances work?",
            count(boot, "minute", "minutes")
        ),
        wanted: number(right, Unit::Word("minute", "minutes"), mistakes),
        why: format!("{steps} steps, {waits} between them, and one start."),
        working: format!(
            "{needed} - {running} = {} are missing, so {steps} steps of {step}. The last one comes after {} x {cooldown} = {} minutes, and its instances work {} later: **{right} minutes**.",
            needed - running,
            steps - 1,
            (steps - 1) * cooldown,
            count(boot, "minute", "minutes")
        ),
    }
}
