//! Subnets as blocks: what of one can be used, which one is large enough, several inside one route.

use std::net::Ipv4Addr;

use super::sheet::{EDGE, LINE, RIGHT, ROOM, Sheet};
use super::{Anchor, Face, Figures, Point, Stroke, Tone};
use crate::drill::number::{plain, whole};
use crate::drill::types::cidr::{Block, Case, KEPT, prefix_for, size};

/// How high a block is.
const HIGH: f64 = 34.0;
/// How high a bar is.
const BAR: f64 = 26.0;
/// Nothing is drawn narrower than that, or it would not be seen.
const LEAST: f64 = 5.0;

pub(super) fn figures(case: &Case) -> Figures {
    match case {
        Case::Hosts { subnet } => hosts(*subnet),
        Case::Smallest { hosts } => smallest(*hosts),
        Case::Summary { blocks } => summary(blocks),
    }
}

fn number(value: i64) -> String {
    plain(whole(value))
}

/// What AWS keeps an address for, and how far it is from the first one; the last one is counted from the end.
const KEPT_FOR: [(&str, i64); 5] = [
    ("network address", 0),
    ("router", 1),
    ("DNS", 2),
    ("for later", 3),
    ("last address", -1),
];

/// One subnet: five addresses that are kept, and the rest.
fn hosts(subnet: Block) -> Figures {
    /// How wide the cell of one address is; to scale it would not be seen.
    const CELL: f64 = 27.0;
    let all = size(subnet.prefix);
    let free = format!("{} for interfaces", number(all - KEPT));
    let mut sheet = Sheet::default();
    sheet.heading(14.0, &subnet.text(), &format!("{} addresses", number(all)));
    sheet.say(format!(
        "{} has {} addresses. AWS keeps five of them.",
        subnet.text(),
        number(all)
    ));
    let top = 24.0;
    let middle = top + HIGH / 2.0 + 4.5;
    for (place, (what, offset)) in (1..).zip(KEPT_FOR) {
        let x = if offset < 0 {
            RIGHT - CELL
        } else {
            EDGE + CELL * offset as f64
        };
        sheet.boxed((x, top), (CELL, HIGH), Tone::Warn, Stroke::Dashed);
        let sign = place.to_string();
        let text = |sheet: &mut Sheet, at: Point| {
            sheet.text(at, Anchor::Middle, Face::Bold, Tone::Warn, &sign);
        };
        text(&mut sheet, (x + CELL / 2.0, middle));
        let y = top + HIGH + 6.0 + LINE * f64::from(place);
        text(&mut sheet, (EDGE + CELL / 2.0, y));
        let offset = if offset < 0 { all + offset } else { offset };
        let address = Ipv4Addr::from_bits(subnet.first + offset as u32).to_string();
        let at = (EDGE + CELL + 6.0, y);
        sheet.text(at, Anchor::Start, Face::Code, Tone::Plain, &address);
        sheet.label((at.0 + 128.0, y), what);
        sheet.say(format!("{place}: {address}, {what}."));
    }
    let left = EDGE + 4.0 * CELL;
    let wide = ROOM - 5.0 * CELL;
    sheet.boxed((left, top), (wide, HIGH), Tone::Good, Stroke::Bold);
    let at = (left + wide / 2.0, middle);
    sheet.text(at, Anchor::Middle, Face::Bold, Tone::Good, &free);
    sheet.say(format!("The rest is free: {free}."));
    sheet.worked(top + HIGH + 12.0 + LINE * 5.0)
}

/// A part of a block: addresses, tone, outline, what it is.
type Part = (i64, Tone, Stroke, &'static str);

/// Parts side by side, to the scale of so many addresses to the whole width, and what they are below them. Gives the next line.
fn bar(sheet: &mut Sheet, top: f64, parts: &[Part], scale: i64) -> f64 {
    let mut x = EDGE;
    let all: i64 = parts.iter().map(|part| part.0).sum();
    let end = EDGE + ROOM * all as f64 / scale as f64;
    let narrow = |count: i64| (ROOM * count as f64 / scale as f64).max(LEAST);
    for (place, (count, tone, stroke, _)) in parts.iter().enumerate() {
        if *count == 0 {
            continue;
        }
        let later: f64 = parts[place + 1..]
            .iter()
            .filter(|part| part.0 > 0)
            .map(|part| narrow(part.0))
            .sum();
        // What is wider than to scale takes its room from the first.
        let wide = if place == 0 {
            (end - later - x).max(LEAST)
        } else {
            narrow(*count).min(end - x)
        };
        sheet.boxed((x, top), (wide, BAR), *tone, *stroke);
        x += wide;
    }
    let legend: Vec<_> = parts
        .iter()
        .map(|(count, tone, stroke, what)| (*tone, *stroke, format!("{} {what}", number(*count))))
        .collect();
    sheet.legend(top + BAR + LINE, &legend)
}

/// A heading beside its sign, and how many addresses there are.
fn verdict(sheet: &mut Sheet, y: f64, title: &str, all: i64) {
    sheet.heading(y, "", &format!("{} addresses", number(all)));
    let at = (EDGE + 18.0, y);
    sheet.text(at, Anchor::Start, Face::Bold, Tone::Plain, title);
}

/// The block that is just large enough, and the next smaller one to the same scale.
fn smallest(hosts: i64) -> Figures {
    let right = prefix_for(hosts, KEPT);
    let (all, half) = (size(right), size(right + 1));
    let fits = half - KEPT;
    let mut sheet = Sheet::default();
    let told = |parts: &[Part]| {
        let list: Vec<String> = parts
            .iter()
            .map(|(count, .., what)| format!("{} {what}", number(*count)))
            .collect();
        list.join(", ")
    };
    let enough = [
        (hosts, Tone::Accent, Stroke::Thin, "used"),
        (KEPT, Tone::Warn, Stroke::Dashed, "reserved"),
        (all - hosts - KEPT, Tone::Soft, Stroke::Thin, "spare"),
    ];
    let title = format!("/{right} fits");
    sheet.tick((EDGE + 6.0, 10.0));
    verdict(&mut sheet, 14.0, &title, all);
    sheet.say(format!(
        "{title}: of its {} addresses {}.",
        number(all),
        told(&enough).replace("spare", "are spare")
    ));
    let y = bar(&mut sheet, 22.0, &enough, all) + 12.0;
    let short = [
        (fits, Tone::Accent, Stroke::Thin, "used"),
        (KEPT, Tone::Warn, Stroke::Dashed, "reserved"),
        (hosts - fits, Tone::Bad, Stroke::Dashed, "left out"),
    ];
    let title = format!("/{} is too small", right + 1);
    sheet.cross((EDGE + 6.0, y - 4.5));
    verdict(&mut sheet, y, &title, half);
    sheet.say(format!(
        "{title}: of its {} addresses {}, so of {} interfaces there are {} left out.",
        number(half),
        told(&short[..2]),
        number(hosts),
        number(hosts - fits)
    ));
    // Where the block ends.
    let end = EDGE + ROOM / 2.0;
    let bottom = y + 8.0 + BAR;
    let y = bar(&mut sheet, y + 8.0, &short, all);
    let (from, to) = (bottom - BAR - 4.0, bottom + 4.0);
    sheet.line(&[(end, from), (end, to)], Tone::Plain, Stroke::Bold);
    sheet.worked(y - 8.0)
}

/// The blocks inside the one route that is for all of them, with the bits that tell them apart.
fn summary(blocks: &[Block]) -> Figures {
    const STEP: f64 = 32.0;
    let first = blocks[0];
    let bits = blocks.len().ilog2() as usize;
    let route = Block {
        first: first.first,
        prefix: first.prefix - bits as u8,
    };
    let differs = if bits == 1 {
        format!("bit {}", first.prefix)
    } else {
        format!("bits {}-{}", route.prefix + 1, first.prefix)
    };
    let mut sheet = Sheet::default();
    let height = 46.0 + STEP * blocks.len() as f64 + 6.0;
    sheet.boxed(
        (EDGE, EDGE),
        (ROOM, height - 2.0 * EDGE),
        Tone::Accent,
        Stroke::Bold,
    );
    let title = (EDGE + 12.0, 22.0);
    sheet.text(
        title,
        Anchor::Start,
        Face::Bold,
        Tone::Accent,
        &route.text(),
    );
    let right = RIGHT - 12.0;
    let count = format!("{} addresses", number(size(route.prefix)));
    sheet.text((right, 22.0), Anchor::End, Face::Plain, Tone::Plain, &count);
    sheet.text(
        (right, 41.0),
        Anchor::End,
        Face::Plain,
        Tone::Plain,
        &differs,
    );
    sheet.say(format!(
        "{} with {count} holds {} blocks of {} each, which differ in {differs} alone.",
        route.text(),
        blocks.len(),
        number(size(first.prefix))
    ));
    for (place, block) in blocks.iter().enumerate() {
        let y = 48.0 + STEP * place as f64;
        sheet.boxed((title.0, y), (190.0, STEP - 6.0), Tone::Plain, Stroke::Thin);
        let at = (title.0 + 10.0, y + 17.5);
        sheet.text(at, Anchor::Start, Face::Code, Tone::Plain, &block.text());
        let bits = format!("{place:0bits$b}");
        sheet.text((right, at.1), Anchor::End, Face::Code, Tone::Accent, &bits);
        sheet.say(format!("{}: {bits}.", block.text()));
    }
    sheet.worked(height)
}
