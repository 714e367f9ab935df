//! Tables that a packet is looked up in: routes, of which the longest prefix decides, and rules, of which the first that matches does.

use super::sheet::{EDGE, RIGHT, ROOM, Sheet};
use super::{Anchor, Face, Figures, Stroke, Tone};
use crate::drill::types::nacl_sg_route::told::{ip, ports};
use crate::drill::types::nacl_sg_route::{Route, Rule, deciding, has, route, within};

/// Between the outline of a row and what stands in it.
const PAD: f64 = 10.0;

/// The routes with the one that decides. The bar of each is as long as its prefix.
pub(super) fn target(routes: &[Route], to: u32) -> Figures {
    const HIGH: f64 = 56.0;
    let best = route(routes, to);
    let mut sheet = Sheet::default();
    let title = format!("Packet to {}", ip(to));
    sheet.heading(14.0, &title, "");
    sheet.say(format!("{title}, looked up in the route table."));
    let mut top = 26.0;
    for of in routes {
        let (tone, stroke, verdict) = match (best == Some(of), has(of.block, to)) {
            (true, _) => (Tone::Good, Stroke::Bold, "longest match"),
            (_, true) => (Tone::Soft, Stroke::Thin, "shorter match"),
            _ => (Tone::Plain, Stroke::Dashed, "no match"),
        };
        let ink = if Some(of) == best {
            Tone::Good
        } else {
            Tone::Soft
        };
        sheet.boxed((EDGE, top), (ROOM, HIGH), tone, stroke);
        let dest = of.block.text();
        let y = top + 19.0;
        sheet.text(
            (EDGE + PAD, y),
            Anchor::Start,
            Face::Code,
            Tone::Plain,
            &dest,
        );
        sheet.text((RIGHT - 28.0, y), Anchor::End, Face::Plain, ink, verdict);
        match stroke {
            Stroke::Bold => sheet.tick((RIGHT - PAD - 5.0, y - 4.5)),
            Stroke::Dashed => sheet.cross((RIGHT - PAD - 5.0, y - 4.5)),
            Stroke::Thin => {}
        }
        sheet.label((EDGE + PAD, top + 37.0), of.target);
        prefix_bar(&mut sheet, top + 44.0, of.block.prefix, ink);
        sheet.say(format!("{dest}, to {}: {verdict}.", of.target));
        top += HIGH + 6.0;
    }
    if best.is_none() {
        let told = "No route matches: it is dropped";
        sheet.cross((EDGE + 6.0, top + 10.5));
        let at = (EDGE + 18.0, top + 15.0);
        sheet.text(at, Anchor::Start, Face::Bold, Tone::Bad, told);
        sheet.say(format!("{told}."));
        top += 25.0;
    }
    sheet.worked(top - 6.0 + EDGE)
}

/// How much of an address a prefix fixes.
fn prefix_bar(sheet: &mut Sheet, y: f64, prefix: u8, tone: Tone) {
    let (left, wide) = (EDGE + PAD, ROOM - 2.0 * PAD);
    let bar = |to: f64| [(left, y), (to, y), (to, y + 4.0), (left, y + 4.0)];
    let fixed = left + wide * f64::from(prefix) / 32.0;
    sheet.line(
        &[(left, y + 2.0), (left + wide, y + 2.0)],
        Tone::Soft,
        Stroke::Thin,
    );
    if prefix > 0 {
        sheet.area(&bar(fixed), tone);
    }
}

/// How high the row of a rule is, where it begins, and where the way down is drawn beside it.
const RULE: f64 = 46.0;
const LEFT: f64 = 30.0;
const SPINE: f64 = 11.0;
const TOP: f64 = 26.0;

/// The rules in their order, read down to the one that decides.
pub(super) fn decides(rules: &[Rule], from: u32, port: u16) -> Figures {
    let best = deciding(rules, from, port);
    let mut sheet = Sheet::default();
    let title = format!("Packet from {} to TCP {port}", ip(from));
    sheet.heading(14.0, &title, "");
    sheet.say(format!(
        "{title}. The rules are read from the lowest number on."
    ));
    let mut top = TOP;
    let mut is_decided = false;
    // After all rules with a number comes the one that denies the rest.
    for of in rules.iter().map(Some).chain([None]) {
        let read = match of {
            _ if is_decided => Read::Not,
            _ if of == best => Read::Decides(of.is_some_and(|of| of.allows)),
            Some(of) => Read::Missed(has(of.block, from), within(of.ports, port)),
            None => Read::Not,
        };
        is_decided |= matches!(read, Read::Decides(_));
        let (name, about) = of.map_or_else(
            || ("Rule *: deny".to_owned(), "everything else".to_owned()),
            |of| {
                let effect = if of.allows { "allow" } else { "deny" };
                (
                    format!("Rule {}: {effect}", of.number),
                    format!("TCP {} from {}", ports(of.ports), of.block.text()),
                )
            },
        );
        rule(&mut sheet, top, &name, &about, read);
        top += RULE + 6.0;
    }
    sheet.worked(top - 6.0 + EDGE)
}

/// One rule, and the way to it.
fn rule(sheet: &mut Sheet, top: f64, name: &str, about: &str, read: Read) {
    let (tone, stroke) = read.look();
    sheet.boxed((LEFT, top), (RIGHT - LEFT, RULE), tone, stroke);
    let ink = if read == Read::Not {
        Tone::Soft
    } else {
        Tone::Plain
    };
    let (x, y) = (LEFT + PAD, top + 19.0);
    sheet.text((x, y), Anchor::Start, Face::Bold, ink, name);
    sheet.text((x, y + 18.0), Anchor::Start, Face::Plain, ink, about);
    let verdict = read.words();
    sheet.say(format!("{name} {about}: {verdict}."));
    let middle = top + RULE / 2.0;
    let (at, ink) = match read {
        Read::Decides(allows) => {
            let way = [(SPINE, TOP), (SPINE, middle), (LEFT - 2.0, middle)];
            sheet.arrow(&way, tone, Stroke::Bold);
            let sign = (RIGHT - PAD - 5.0, y - 4.5);
            if allows {
                sheet.tick(sign);
            } else {
                sheet.cross(sign);
            }
            (RIGHT - 28.0, tone)
        }
        // It was read and the packet went on.
        Read::Missed(..) => {
            let aside = [(SPINE, middle), (LEFT - 2.0, middle)];
            sheet.line(&aside, Tone::Plain, Stroke::Dashed);
            (RIGHT - PAD, Tone::Soft)
        }
        Read::Not => (RIGHT - PAD, Tone::Soft),
    };
    sheet.text((at, y), Anchor::End, Face::Plain, ink, verdict);
}

/// What came of a rule.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Read {
    /// It decides; whether it allows.
    Decides(bool),
    /// It was read; whether the source and the port are its own.
    Missed(bool, bool),
    /// Another one had decided.
    Not,
}

impl Read {
    fn look(self) -> (Tone, Stroke) {
        match self {
            Self::Decides(true) => (Tone::Good, Stroke::Bold),
            Self::Decides(false) => (Tone::Bad, Stroke::Bold),
            Self::Missed(..) => (Tone::Plain, Stroke::Thin),
            Self::Not => (Tone::Plain, Stroke::Dashed),
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Decides(true) => "decides: allowed",
            Self::Decides(false) => "decides: denied",
            Self::Missed(true, _) => "other port",
            Self::Missed(false, true) => "other source",
            Self::Missed(false, false) => "no match",
            Self::Not => "not read",
        }
    }
}
