//! Three points on a line of days: their mean, or the deviation as a sixth of their range.

use super::sheet::{EDGE, RIGHT, Sheet, width};
use super::{Anchor, Face, Figures, Stroke, Tone};
use crate::drill::number::{plain, ratio, rounded};

/// Where the best and the worst case stand, and the height of the line.
const ENDS: [f64; 2] = [24.0, 316.0];
const AXIS: f64 = 62.0;

pub(super) fn figures([low, likely, high]: [i64; 3], is_mean: bool) -> Figures {
    let [x0, x1] = ENDS;
    let place = |value: f64| x0 + (x1 - x0) * (value - low as f64) / (high - low) as f64;
    let mut sheet = Sheet::default();
    sheet.line(&[(x0, AXIS), (x1, AXIS)], Tone::Plain, Stroke::Bold);
    let mut point = |value: i64, what: &str, line: f64, anchor: Anchor| {
        let x = place(value as f64);
        let text = format!("{value} {what}");
        let at = match anchor {
            Anchor::End => RIGHT,
            _ => x - 6.0,
        };
        let from = (x, AXIS - 6.0);
        sheet.line(&[from, (x, line - 13.0)], Tone::Plain, Stroke::Thin);
        sheet.text((at, line), anchor, Face::Plain, Tone::Plain, &text);
        sheet.say(format!("{text}."));
    };
    // The likely value is in the lower half, so that there is room to its right.
    point(likely, "most likely", AXIS + 22.0, Anchor::Start);
    point(low, "at best", AXIS + 44.0, Anchor::Start);
    point(high, "at worst", AXIS + 44.0, Anchor::End);
    if is_mean {
        let value = ratio(low + 4 * likely + high, 6);
        let x = place(*value.numer() as f64 / *value.denom() as f64);
        let text = format!("expected: {}", plain(rounded(value, 1)));
        sheet.arrow(&[(x, 24.0), (x, AXIS - 3.0)], Tone::Accent, Stroke::Bold);
        let half = width(&text) / 2.0;
        let at = (x.clamp(EDGE + half, RIGHT - half), 16.0);
        sheet.text(at, Anchor::Middle, Face::Bold, Tone::Accent, &text);
        sheet.say(format!("{text}, since the likely value counts four times."));
    } else {
        let sixth = (x1 - x0) / 6.0;
        for part in 0..6 {
            let x = x0 + sixth * f64::from(part);
            let tone = if part == 0 { Tone::Accent } else { Tone::Soft };
            let stroke = if part == 0 {
                Stroke::Bold
            } else {
                Stroke::Thin
            };
            sheet.boxed((x, AXIS - 30.0), (sixth, 22.0), tone, stroke);
        }
        let text = format!("one deviation: {}", plain(ratio(high - low, 6)));
        sheet.text((EDGE, 20.0), Anchor::Start, Face::Bold, Tone::Accent, &text);
        sheet.say(format!("{text}, a sixth of the range."));
    }
    sheet.worked(AXIS + 50.0)
}
