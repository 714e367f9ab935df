//! Losses and times in minutes.

use super::{minutes, said, slip};
use crate::drill::number::{plain, whole};
use crate::drill::question::Question;

pub(super) fn loss(every: i64, copy: i64, restore: i64) -> Question {
    let right = every + copy;
    let mistakes = vec![
        slip(
            "copy left out",
            every,
            format!(
                "Just before a copy arrives, the last one that can be used began one interval and {copy} minutes ago."
            ),
        ),
        slip(
            "restore added",
            right + restore,
            format!(
                "The {restore} minutes of the restore belong to the recovery time, not to the loss."
            ),
        ),
        slip(
            "time for point",
            restore,
            format!("{restore} minutes is how long the restore takes, not how much is lost."),
        ),
        slip(
            "on average",
            every / 2 + copy,
            "That is the average loss. The worst case is asked for.".to_owned(),
        ),
    ];
    Question {
        stem: format!(
            "A backup of a database begins every {}. It holds the state at its beginning, and {copy} minutes after that its copy in another Region can be used. A restore takes {restore} minutes. The Region of the database fails for good. How many minutes of data are lost at worst?",
            if every == 60 {
                "hour".to_owned()
            } else {
                said(every)
            },
        ),
        wanted: minutes(right, mistakes),
        why: format!("{every} minutes between two backups and {copy} until the copy is there."),
        working: format!(
            "At worst the failure comes just before a copy arrives. What is left then is the backup before: {every} minutes older than the one under way, which began {copy} minutes ago. {every} + {copy} = **{}**. The {restore} minutes of the restore count for the recovery time.",
            said_minutes(right)
        ),
    }
}

fn said_minutes(value: i64) -> String {
    format!("{} minutes", plain(whole(value)))
}

pub(super) fn steps([detect, decide, restore, switch]: [i64; 4], every: i64) -> Question {
    let right = detect + decide + restore + switch;
    let mistakes = vec![
        slip(
            "from the alarm",
            right - detect,
            format!(
                "The clock runs from the failure, so the {detect} minutes until the alarm count as well."
            ),
        ),
        slip(
            "restore alone",
            restore,
            "That is the restore alone. The steps before and after it take time as well."
                .to_owned(),
        ),
        slip(
            "backups added",
            right + every,
            format!(
                "The {} between two backups are about what is lost, not about how long it takes.",
                said(every)
            ),
        ),
        slip(
            "decision left out",
            right - decide,
            format!("The {decide} minutes of the decision count: the service is down meanwhile."),
        ),
    ];
    Question {
        stem: format!(
            "A service fails, and {} later an alarm comes. The decision to recover takes {decide} minutes, the restore {restore} minutes and the switch of all clients to the new address {}; each step begins when the one before it is done. Backups are made every {}. What is the recovery time, from the failure until all clients are served again?",
            said(detect),
            said(switch),
            said(every)
        ),
        wanted: minutes(right, mistakes),
        why: format!("{detect} + {decide} + {restore} + {switch}, all of it downtime."),
        working: format!(
            "All steps follow each other: {detect} + {decide} + {restore} + {switch} = **{}**. How often backups are made decides what is lost, not how long it takes.",
            said_minutes(right)
        ),
    }
}

pub(super) fn interval(point: i64, copy: i64, time: i64) -> Question {
    let right = point - copy;
    let mistakes = vec![
        slip(
            "copy left out",
            point,
            format!(
                "Then {point} + {copy} minutes could be lost: the copy is usable only {copy} minutes after the backup began."
            ),
        ),
        slip(
            "copy added",
            point + copy,
            format!(
                "The {copy} minutes of the copy use up a part of the {point}; they do not extend it."
            ),
        ),
        slip(
            "time for point",
            time - copy,
            format!(
                "That starts from the RTO of {}, which is about the time to recover. How often backups are made follows from the RPO.",
                said(time)
            ),
        ),
        slip(
            "half",
            point / 2,
            "Half of the RPO is on the safe side, but not the longest interval.".to_owned(),
        ),
    ];
    Question {
        stem: format!(
            "A database has an RPO of {} and an RTO of {}. Each backup holds the state at its beginning, and its copy in another Region can be used {copy} minutes after that. Counted from the beginning of one backup to that of the next, how far apart may backups be at most?",
            said(point),
            said(time)
        ),
        wanted: minutes(right, mistakes),
        why: format!("{point} minutes may be lost, and {copy} of them go into the copy."),
        working: format!(
            "At worst the interval and the time of the copy are lost. Together they may be {point} minutes, so the interval is {point} - {copy} = **{}** at most. The RTO plays no part.",
            said_minutes(right)
        ),
    }
}

pub(super) fn restore(size: i64, rate: i64, before: i64, after: i64) -> Question {
    let copying = size * 1_000 / rate / 60;
    let right = before + copying + after;
    let mistakes = vec![
        slip(
            "restore alone",
            copying,
            format!(
                "That is the restore alone. The {before} minutes before it and the {after} after it are downtime as well."
            ),
        ),
        slip(
            "tests left out",
            before + copying,
            format!("The service is back only after the tests of {after} minutes."),
        ),
        slip(
            "bits for bytes",
            before + copying * 8 + after,
            "The rate is in megabytes a second, so nothing is multiplied by 8.".to_owned(),
        ),
        slip(
            "from the restore on",
            copying + after,
            format!(
                "The clock runs from the failure: {before} minutes have gone by when the restore begins."
            ),
        ),
    ];
    Question {
        stem: format!(
            "After a failure it takes {before} minutes until a restore of {} GB begins. It runs at {rate} MB a second (1 GB is 1,000 MB), and {after} minutes of tests follow before users come back. What is the recovery time, counted from the failure?",
            plain(whole(size))
        ),
        wanted: minutes(right, mistakes),
        why: format!("{before} + {copying} of restoring + {after}."),
        working: format!(
            "{} MB / {rate} MB a second = {} seconds = {copying} minutes. {before} + {copying} + {after} = **{}**.",
            plain(whole(size * 1_000)),
            plain(whole(copying * 60)),
            said_minutes(right)
        ),
    }
}

pub(super) fn parallel(
    detect: i64,
    database: i64,
    [servers, caches]: [i64; 2],
    switch: i64,
) -> Question {
    let branch = servers + caches;
    let longest = branch.max(database);
    let right = detect + longest + switch;
    let mistakes = vec![
        slip(
            "all added",
            detect + database + branch + switch,
            format!(
                "The database is restored while servers and caches get ready; only the longer of {database} and {branch} minutes counts."
            ),
        ),
        slip(
            "shorter branch",
            detect + branch.min(database) + switch,
            format!(
                "Clients can follow only when both branches are done, after {longest} minutes and not after {}.",
                branch.min(database)
            ),
        ),
        slip(
            "single longest step",
            detect + database.max(servers).max(caches) + switch,
            format!(
                "The caches wait for the servers: {servers} + {caches} = {branch} minutes is one branch."
            ),
        ),
        slip(
            "from the alarm",
            right - detect,
            format!(
                "The clock runs from the failure, so the {detect} minutes until the alarm count as well."
            ),
        ),
    ];
    Question {
        stem: format!(
            "A service fails, and {detect} minutes later an alarm starts the recovery. The database is restored in {database} minutes. At the same time servers are started ({servers} minutes), and once they run their caches are loaded from files ({caches} minutes). When all of that is done, it takes {switch} minutes more until all clients use the new address. What is the recovery time, from the failure until all clients are served again?"
        ),
        wanted: minutes(right, mistakes),
        why: format!("{detect} + the longer branch of {longest} + {switch}."),
        working: format!(
            "Two branches run at once: the database with {database} minutes, servers and caches with {servers} + {caches} = {branch}. The longer one counts: {detect} + {longest} + {switch} = **{}**.",
            said_minutes(right)
        ),
    }
}
