//! Months and years of bills.

use super::{Case, in_dollars, mistake, money, months};
use crate::drill::number::{dollars, plain, ratio, rounded, whole};
use crate::drill::question::Question;

pub(super) fn payback(migration: i64, before: i64, after: i64) -> Question {
    let value = ratio(migration, before - after);
    let [cost, old, new, saved] = [migration, before, after, before - after].map(money);
    Question {
        stem: format!(
            "A workload costs {old} per month on site. In the cloud it costs {new} per month; the migration costs {cost} once, at the start, and takes no time. After how many months has the migration paid for itself?"
        ),
        wanted: months(
            value,
            vec![
                mistake(
                    "divided by the old bill",
                    ratio(migration, before).ceil(),
                    format!(
                        "The old bill does not come back as a whole: only {saved} of it is saved per month."
                    ),
                ),
                mistake(
                    "divided by the new bill",
                    ratio(migration, after).ceil(),
                    format!(
                        "The new bill pays nothing back; the saving of {saved} per month does."
                    ),
                ),
                mistake(
                    "new bill on top",
                    ratio(migration + after, before - after).ceil(),
                    "The saving has the new bill taken off already; it does not count twice."
                        .to_owned(),
                ),
            ],
        ),
        why: format!("{cost} / {saved} saved per month."),
        working: format!(
            "Each month saves {old} - {new} = {saved}. {cost} / {saved} = **{} months**.",
            plain(value)
        ),
    }
}

pub(super) fn parallel(migration: i64, before: i64, after: i64, both: i64) -> Question {
    let saved = before - after;
    // Staying costs b x t, moving costs m + b x both + a x t.
    let exact = ratio(migration + before * both, saved);
    let value = exact.ceil();
    let [cost, old, new, less] = [migration, before, after, saved].map(money);
    let all = money(migration + before * both);
    Question {
        stem: format!(
            "A workload costs {old} per month on site and {new} per month in the cloud. In the first {both} months of a migration both are paid, afterwards only the cloud; the migration itself costs {cost} beside that. After how many whole months from its start has moving cost less in total than staying?"
        ),
        wanted: months(
            value,
            vec![
                mistake(
                    "parallel run forgotten",
                    ratio(migration, saved).ceil(),
                    format!("For {both} months the old bill of {old} is paid beside the new one."),
                ),
                mistake(
                    "rounded down",
                    exact.floor(),
                    "After that month moving has still cost more.".to_owned(),
                ),
                mistake(
                    "parallel months added",
                    ratio(migration, saved).ceil() + whole(both),
                    format!(
                        "The parallel run costs {both} bills of {old}, which take longer than {both} months to come back."
                    ),
                ),
                mistake(
                    "counted from the end of the parallel run",
                    value - whole(both),
                    format!(
                        "The months are counted from the start, so the {both} of the parallel run are among them."
                    ),
                ),
            ],
        ),
        why: format!("{all} / {less} = {} months.", plain(rounded(exact, 2))),
        working: format!(
            "Beside the new bills, moving costs {cost} + {both} x {old} = {all}. Each month the new bill is {less} below the old one. {all} / {less} = {} months, so moving is ahead after **{} months**.",
            plain(rounded(exact, 2)),
            plain(value)
        ),
    }
}

pub(super) fn differ(case: Case) -> Question {
    let Case::Apart {
        hardware,
        running,
        tenths,
        salary,
        migration,
        monthly,
        years,
    } = case
    else {
        return case.tell();
    };
    let people = salary * tenths / 10;
    let stay = hardware + years * (running + people);
    let cloud = migration + 12 * years * monthly;
    let value = whole(stay - cloud);
    let of = |stay: i64, cloud: i64| whole((stay - cloud).abs());
    let [servers, each, wage, move_cost, month] =
        [hardware, running, salary, migration, monthly].map(money);
    let posts = plain(ratio(tenths, 10));
    Question {
        stem: format!(
            "On site a system needs servers for {servers} at the start, {each} per year for power, space and licences, and {posts} full-time posts at {wage} per year each. In the cloud it needs {move_cost} for the migration and {month} per month, and none of those posts. How much less does the cloud cost over {years} years?"
        ),
        wanted: in_dollars(
            value,
            vec![
                mistake(
                    "people forgotten",
                    of(hardware + years * running, cloud),
                    format!("The {posts} posts cost {} per year.", money(people)),
                ),
                mistake(
                    "migration forgotten",
                    of(stay, cloud - migration),
                    format!("The {move_cost} of the migration belongs to the cost of the cloud."),
                ),
                mistake(
                    "servers forgotten",
                    of(stay - hardware, cloud),
                    format!("The servers for {servers} belong to the cost of staying."),
                ),
                mistake(
                    "one year",
                    of(hardware + running + people, migration + 12 * monthly),
                    format!("That is the difference in the first year of {years}."),
                ),
            ],
        ),
        why: format!("{} against {}.", money(stay), money(cloud)),
        working: format!(
            "On site: {servers} + {years} x ({each} + {posts} x {wage}) = {}. Cloud: {move_cost} + {} x {month} = {}. The cloud costs **{}** less.",
            money(stay),
            12 * years,
            money(cloud),
            dollars(value)
        ),
    }
}
