//! Alerts of two windows: each burn rate beside the rate that it must exceed.

use super::sheet::{EDGE, RIGHT, ROOM, Sheet};
use super::{Anchor, Face, Figures, Stroke, Tone};
use crate::drill::number::{Ratio, plain, whole};
use crate::drill::types::slo_budget::alert::{Rule, WINDOWS, rules};

/// The bars: where they begin and end, and where the rate of the rule is.
const BARS: [f64; 3] = [96.0, 270.0, 170.0];
const HIGH: f64 = 78.0;

pub(super) fn figures(slo: Ratio, errors: [Ratio; 5]) -> Figures {
    let rates = errors.map(|of| of / (whole(100) - slo));
    let mut sheet = Sheet::default();
    sheet.say("The most urgent alert stands first.");
    let mut top = EDGE;
    let mut is_decided = false;
    for rule in rules() {
        let fires = rates[rule.long] > rule.rate && rates[rule.short] > rule.rate;
        alert(&mut sheet, top, &rule, &rates, (fires, is_decided));
        is_decided |= fires;
        top += HIGH + 6.0;
    }
    sheet.worked(top - 6.0 + EDGE)
}

/// One alert: whether it fires, and whether a more urgent one does.
fn alert(
    sheet: &mut Sheet,
    top: f64,
    rule: &Rule,
    rates: &[Ratio; 5],
    (fires, is_decided): (bool, bool),
) {
    let (tone, stroke, verdict) = match (fires, is_decided) {
        (true, false) => (Tone::Accent, Stroke::Bold, "fires"),
        (true, true) => (Tone::Plain, Stroke::Thin, "fires, too"),
        (false, _) => (Tone::Plain, Stroke::Dashed, "does not fire"),
    };
    sheet.boxed((EDGE, top), (ROOM, HIGH), tone, stroke);
    let name = format!("{}: above {}", rule.name, plain(rule.rate));
    let y = top + 20.0;
    let at = (EDGE + 10.0, y);
    sheet.text(at, Anchor::Start, Face::Bold, Tone::Plain, &name);
    let ink = if fires { Tone::Accent } else { Tone::Soft };
    sheet.text((RIGHT - 10.0, y), Anchor::End, Face::Plain, ink, verdict);
    sheet.say(format!("{name}, {verdict}."));
    for (place, window) in [rule.long, rule.short].into_iter().enumerate() {
        let y = top + 43.0 + 22.0 * place as f64;
        rate(sheet, y, WINDOWS[window], rates[window], rule.rate);
    }
    let [_, _, limit] = BARS;
    let line = [(limit, top + 29.0), (limit, top + HIGH - 6.0)];
    sheet.line(&line, Tone::Plain, Stroke::Dashed);
}

/// The burn rate over a window, as long as it is beside the rate of its rule.
fn rate(sheet: &mut Sheet, y: f64, window: &str, rate: Ratio, limit: Ratio) {
    let [left, right, middle] = BARS;
    let is_above = rate > limit;
    let times = rate / limit;
    let times = *times.numer() as f64 / *times.denom() as f64;
    let end = left + (middle - left) * times;
    // What is longer than there is room for ends in a point: it goes on.
    let tip = if end > right { 7.0 } else { 0.0 };
    let end = end.clamp(left + 2.0, right);
    let corners = [
        (left, y - 10.0),
        (end - tip, y - 10.0),
        (end, y - 4.5),
        (end - tip, y + 1.0),
        (left, y + 1.0),
    ];
    let tone = if is_above { Tone::Bad } else { Tone::Good };
    sheet.area(&corners, tone);
    sheet.label((EDGE + 10.0, y), window);
    let told = plain(rate);
    let at = (RIGHT - 10.0, y);
    let (face, sign) = if is_above {
        (Face::Bold, "above")
    } else {
        (Face::Plain, "not above")
    };
    sheet.text(at, Anchor::End, face, tone, &told);
    sheet.say(format!(
        "Over {window} the burn rate is {told}, {sign} {}.",
        plain(limit)
    ));
}
