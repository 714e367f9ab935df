//! Units of reads and writes.

use super::{Load, Read, blocks, count, slip};
use crate::drill::number::{Ratio, ceil, decimal, plain, ratio, whole};
use crate::drill::question::{Mistake, Question};
use crate::drill::types::parts;

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

/// `1 block of 4 KB`, `3 blocks of 4 KB`.
fn blocks_said(count: i64, kb: i64) -> String {
    format!("{} of {kb} KB", parts::count(count, "block", "blocks"))
}

/// `A strongly consistent read`.
fn one_read(read: Read) -> String {
    let article = if read == Read::Eventual { "An" } else { "A" };
    format!("{article} {} read", read.word())
}

pub(super) fn reads(load: Load, read: Read) -> Question {
    let each = blocks(load.size, 40);
    let right = units(load, read);
    Question {
        stem: format!(
            "An application makes {} {} reads a second on a DynamoDB table. Each reads one item of {} KB. How many read capacity units does it need?",
            load.rate,
            read.word(),
            load.size()
        ),
        wanted: count(right, read_mistakes(load, read)),
        why: format!(
            "{} for each item, {} for each block, {} times a second.",
            blocks_said(each, 4),
            said(weight(read)),
            load.rate
        ),
        working: format!(
            "{} KB / 4 KB, rounded up, is {each}. {} uses {} for each block: {each} x {} x {} = **{}**.",
            load.size(),
            one_read(read),
            said(weight(read)),
            plain(weight(read)),
            load.rate,
            plain(right)
        ),
    }
}

/// Units of another kind of read, the likelier mistake first.
fn wrong_weights(load: Load, read: Read) -> [Mistake; 2] {
    let strong = units(load, Read::Strong);
    let kind = read.word();
    let halved = slip(
        "halved",
        strong / whole(2),
        format!("Half a unit is for eventually consistent reads. These are {kind}."),
    );
    let doubled = slip(
        "doubled",
        strong * whole(2),
        format!("Two units for each block are for transactional reads. These are {kind}."),
    );
    match read {
        Read::Strong => [halved, doubled],
        Read::Eventual => [
            slip(
                "not halved",
                strong,
                "An eventually consistent read uses only half of that.",
            ),
            doubled,
        ],
        Read::Transaction => [
            slip(
                "not doubled",
                strong,
                "A transactional read uses twice the units of a strongly consistent one.",
            ),
            halved,
        ],
    }
}

fn read_mistakes(load: Load, read: Read) -> Vec<Mistake> {
    let each = blocks(load.size, 40);
    let [first, second] = wrong_weights(load, read);
    vec![
        first,
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
        second,
    ]
}

pub(super) fn writes(load: Load, is_transaction: bool) -> Question {
    let each = blocks(load.size, 10);
    let (times, kind, doubled) = if is_transaction {
        (
            2,
            ", all of them in transactions",
            " x 2 for the transactions",
        )
    } else {
        (1, "", "")
    };
    let right = whole(each * load.rate * times);
    Question {
        stem: format!(
            "An application writes {} items of {} KB a second to a DynamoDB table{kind}. How many write capacity units does it need?",
            load.rate,
            load.size()
        ),
        wanted: count(right, write_mistakes(load, is_transaction)),
        why: format!(
            "{} for each item, {} for each block, {} times a second.",
            blocks_said(each, 1),
            said(whole(times)),
            load.rate
        ),
        working: format!(
            "{} KB / 1 KB, rounded up, is {each}. {each} x {}{doubled} = **{}**.",
            load.size(),
            load.rate,
            plain(right)
        ),
    }
}

fn write_mistakes(load: Load, is_transaction: bool) -> Vec<Mistake> {
    let each = blocks(load.size, 10);
    let plainly = whole(each * load.rate);
    let (times, weight) = if is_transaction {
        let weight = slip(
            "not doubled",
            plainly,
            "A transactional write uses two units for each KB.",
        );
        (2, weight)
    } else {
        let weight = slip(
            "doubled",
            plainly * whole(2),
            "Two units for each KB are for transactional writes. These are plain ones.",
        );
        (1, weight)
    };
    vec![
        slip(
            "rounded at the end",
            ceiled(decimal(load.size * load.rate * times, 1)),
            format!(
                "Each item is rounded up first: {} KB count as {each} KB.",
                load.size()
            ),
        ),
        weight,
        slip(
            "blocks of 4 KB",
            whole(blocks(load.size, 40) * load.rate * times),
            "Blocks of 4 KB are for reads. Writes count blocks of 1 KB.",
        ),
        slip(
            "halved",
            plainly * whole(times) / whole(2),
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
    ]
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
            "Every second an application makes {} strongly consistent reads of items of {} KB and {} eventually consistent reads of items of {} KB on a DynamoDB table, one item with each read. How many read capacity units does it need altogether?",
            strong.rate,
            strong.size(),
            eventual.rate,
            eventual.size()
        ),
        wanted: count(right, mistakes),
        why: format!(
            "{} for the strongly consistent and {} for the eventually consistent reads.",
            plain(first),
            plain(second)
        ),
        working: format!(
            "Strongly consistent: {} KB take {}, {a} x {} = {}. Eventually consistent: {} KB take {}, {b} x {} / 2 = {}. Together **{}**.",
            strong.size(),
            blocks_said(a, 4),
            strong.rate,
            plain(first),
            eventual.size(),
            blocks_said(b, 4),
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
    Question {
        stem: format!(
            "A Query on a DynamoDB table reads {items} consecutive items of {bytes} bytes each and returns all of them. It is {} and is made {rate} times a second. 1 KB is 1,024 bytes. How many read capacity units does that need?",
            read.word()
        ),
        wanted: count(right, query_mistakes([items, bytes, rate], read)),
        why: format!(
            "{} bytes take {} for each query.",
            plain(whole(sum)),
            blocks_said(per, 4)
        ),
        working: format!(
            "{items} x {bytes} = {} bytes. {} / 4,096, rounded up, is {per}. {} uses {} for each block: {per} x {} x {rate} = **{}**.",
            plain(whole(sum)),
            plain(whole(sum)),
            one_read(read),
            said(weight(read)),
            plain(weight(read)),
            plain(right)
        ),
    }
}

fn query_mistakes([items, bytes, rate]: [i64; 3], read: Read) -> Vec<Mistake> {
    let sum = items * bytes;
    let per = blocks(sum, 4_096);
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
    vec![
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
            format!(
                "Each query is rounded up for itself, to {}.",
                blocks_said(per, 4)
            ),
        ),
        slip(
            "blocks of 1 KB",
            whole(blocks(sum, 1_024) * rate) * weight(read),
            "Blocks of 1 KB are for writes. Reads count blocks of 4 KB.",
        ),
    ]
}
