//! Units of reads and writes.

use super::{Load, Read, blocks, count, slip};
use crate::drill::number::{Ratio, ceil, decimal, plain, ratio, whole};
use crate::drill::question::Question;

/// Units for one block of 4 KB.
fn weight(read: Read) -> Ratio {
    match read {
        Read::Strong => whole(1),
        Read::Eventual => ratio(1, 2),
        Read::Transaction => whole(2),
    }
}

fn said(units: Ratio) -> String {
    let word = if units == whole(1) { "unit" } else { "units" };
    format!("{} {word}", plain(units))
}

fn ceiled(value: Ratio) -> Ratio {
    Ratio::from_integer(ceil(value))
}

/// Units of reads whose items are rounded up one by one.
fn units(load: Load, read: Read) -> Ratio {
    whole(blocks(load.size, 40) * load.rate) * weight(read)
}

pub(super) fn reads(load: Load, read: Read) -> Question {
    let each = blocks(load.size, 40);
    let right = units(load, read);
    let strong = units(load, Read::Strong);
    let other = match read {
        Read::Strong => slip(
            "halved",
            strong / whole(2),
            "Half a unit is for eventually consistent reads. These are strongly consistent.",
        ),
        Read::Eventual => slip(
            "not halved",
            strong,
            "An eventually consistent read uses only half of that.",
        ),
        Read::Transaction => slip(
            "not doubled",
            strong,
            "A transactional read uses twice the units of a strongly consistent one.",
        ),
    };
    let mistakes = vec![
        other,
        slip(
            "blocks of 1 KB",
            whole(blocks(load.size, 10) * load.rate) * weight(read),
            "Blocks of 1 KB are for writes. Reads count blocks of 4 KB.",
        ),
        slip(
            "rounded at the end",
            ceiled(decimal(load.size * load.rate, 1) / whole(4) * weight(read)),
            format!(
                "Each item is rounded up first: {} KB count as {} KB.",
                load.size(),
                each * 4
            ),
        ),
        slip(
            "size left out",
            whole(load.rate) * weight(read),
            format!(
                "That counts one block for each item, but {} KB take {each}.",
                load.size()
            ),
        ),
        slip(
            "doubled",
            right * whole(2),
            "That is twice as much as is used.",
        ),
        slip(
            "a transaction as eventual",
            strong / whole(2),
            "That halves the units, as for eventually consistent reads.",
        ),
    ];
    Question {
        stem: format!(
            "An application makes {} {} reads a second on a DynamoDB table. Each reads one item of {} KB. How many read capacity units does it use?",
            load.rate,
            read.word(),
            load.size()
        ),
        wanted: count(right, mistakes),
        why: format!(
            "{each} {} of 4 KB for each item, {} for each block, {} times a second.",
            if each == 1 { "block" } else { "blocks" },
            said(weight(read)),
            load.rate
        ),
        working: format!(
            "{} KB / 4 KB, rounded up, are {each}. A {} read uses {} for each: {each} x {} x {} = **{}**.",
            load.size(),
            read.word(),
            said(weight(read)),
            plain(weight(read)),
            load.rate,
            plain(right)
        ),
    }
}

pub(super) fn writes(load: Load, is_transaction: bool) -> Question {
    let each = blocks(load.size, 10);
    let plainly = each * load.rate;
    let times = if is_transaction { 2 } else { 1 };
    let right = whole(plainly * times);
    let mistakes = vec![
        slip(
            "rounded at the end",
            ceiled(decimal(load.size * load.rate * times, 1)),
            format!(
                "Each item is rounded up first: {} KB count as {each} KB.",
                load.size()
            ),
        ),
        if is_transaction {
            slip(
                "not doubled",
                whole(plainly),
                "A transactional write uses two units for each KB.",
            )
        } else {
            slip(
                "doubled",
                whole(plainly * 2),
                "Two units for each KB are for transactional writes. These are plain ones.",
            )
        },
        slip(
            "blocks of 4 KB",
            whole(blocks(load.size, 40) * load.rate * times),
            "Blocks of 4 KB are for reads. Writes count blocks of 1 KB.",
        ),
        slip(
            "halved",
            right / whole(2),
            "Nothing is halved for writes; that is for eventually consistent reads.",
        ),
        slip(
            "size left out",
            whole(load.rate * times),
            format!(
                "That counts 1 KB for each item, but {} KB count as {each}.",
                load.size()
            ),
        ),
    ];
    Question {
        stem: format!(
            "An application writes {} items of {} KB a second to a DynamoDB table{}. How many write capacity units does it use?",
            load.rate,
            load.size(),
            if is_transaction {
                ", all of them in transactions"
            } else {
                ""
            }
        ),
        wanted: count(right, mistakes),
        why: format!(
            "{each} KB for each item, rounded up, {} {} for each.",
            times,
            if times == 1 { "unit" } else { "units" }
        ),
        working: format!(
            "{} KB are rounded up to {each} KB. {each} x {}{} = **{}**.",
            load.size(),
            load.rate,
            if is_transaction {
                " x 2 for the transactions"
            } else {
                ""
            },
            plain(right)
        ),
    }
}

pub(super) fn mixed(strong: Load, eventual: Load) -> Question {
    let (first, second) = (units(strong, Read::Strong), units(eventual, Read::Eventual));
    let right = first + second;
    let raw = |load: Load| decimal(load.size * load.rate, 1) / whole(4);
    let mistakes = vec![
        slip(
            "not halved",
            first + second * whole(2),
            "The eventually consistent reads use half a unit for each block of 4 KB.",
        ),
        slip(
            "all halved",
            (first + second * whole(2)) / whole(2),
            "Only the eventually consistent reads are halved.",
        ),
        slip(
            "halves swapped",
            first / whole(2) + second * whole(2),
            "That halves the strongly consistent reads instead of the others.",
        ),
        slip(
            "rounded at the end",
            ceiled(raw(strong) + raw(eventual) / whole(2)),
            "Each item is rounded up to blocks of 4 KB before anything is added.",
        ),
    ];
    let (a, b) = (blocks(strong.size, 40), blocks(eventual.size, 40));
    Question {
        stem: format!(
            "On a DynamoDB table {} strongly consistent reads a second of items of {} KB and {} eventually consistent reads a second of items of {} KB are made, one item each. How many read capacity units do they use together?",
            strong.rate,
            strong.size(),
            eventual.rate,
            eventual.size()
        ),
        wanted: count(right, mistakes),
        why: format!(
            "{} for the first and {} for the second.",
            plain(first),
            plain(second)
        ),
        working: format!(
            "Strongly: {} KB are {a} of 4 KB, {a} x {} = {}. Eventually: {} KB are {b}, {b} x {} / 2 = {}. Together **{}**.",
            strong.size(),
            strong.rate,
            plain(first),
            eventual.size(),
            eventual.rate,
            plain(second),
            plain(right)
        ),
    }
}

pub(super) fn query([items, bytes, rate]: [i64; 3], read: Read) -> Question {
    let sum = items * bytes;
    let per = blocks(sum, 4_096);
    let right = whole(per * rate) * weight(read);
    let other = match read {
        Read::Eventual => slip(
            "not halved",
            whole(per * rate),
            "The queries are eventually consistent and use half of that.",
        ),
        _ => slip(
            "halved",
            whole(per * rate) / whole(2),
            "Half a unit is for eventually consistent reads. These are strongly consistent.",
        ),
    };
    let mistakes = vec![
        slip(
            "each item rounded up",
            whole(items * rate) * weight(read),
            format!(
                "A query adds up what it reads and rounds once. That rounds each of the {items} items up to 4 KB, as single reads do."
            ),
        ),
        other,
        slip(
            "rounded at the end",
            ceiled(ratio(sum * rate, 4_096) * weight(read)),
            format!("Each query is rounded up for itself, to {per} blocks of 4 KB."),
        ),
        slip(
            "blocks of 1 KB",
            whole(blocks(sum, 1_024) * rate) * weight(read),
            "Blocks of 1 KB are for writes. Reads count blocks of 4 KB.",
        ),
    ];
    Question {
        stem: format!(
            "A query on a DynamoDB table reads {items} items that follow each other, of {bytes} bytes each, and returns all of them. It is {} and is made {rate} times a second. 1 KB is 1,024 bytes. How many read capacity units does that use?",
            read.word()
        ),
        wanted: count(right, mistakes),
        why: format!(
            "{} bytes are {per} {} of 4,096 for each query.",
            plain(whole(sum)),
            if per == 1 { "block" } else { "blocks" }
        ),
        working: format!(
            "{items} x {bytes} = {} bytes. / 4,096, rounded up, are {per}. {} read: {per} x {} x {rate} = **{}**.",
            plain(whole(sum)),
            if read == Read::Eventual {
                "An eventually consistent"
            } else {
                "A strongly consistent"
            },
            plain(weight(read)),
            plain(right)
        ),
    }
}
