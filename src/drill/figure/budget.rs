//! Error budgets: how small a part of the window one is, what is left of it, and how it burns beside the even pace.

use super::sheet::{EDGE, LINE, RIGHT, ROOM, Sheet, width};
use super::{Anchor, Face, Figures, Stroke, Tone, alerts};
use crate::drill::number::{Ratio, plain, rounded, whole};
use crate::drill::types::slo_budget::{Case, lost};

pub(super) fn figures(case: &Case) -> Figures {
    match case {
        Case::Minutes { slo, days } => {
            let all = whole(days * 1_440);
            let phrases = ["available", "may be down"];
            part(*slo, all, "minutes", &format!("In {days} days"), phrases)
        }
        Case::Requests { slo, count } => {
            let phrases = ["must succeed", "may fail"];
            part(*slo, whole(*count), "requests", "In the window", phrases)
        }
        Case::Burn { slo, errors, days } => {
            let rate = *errors / (whole(100) - *slo);
            burn(&Burn {
                spent: 0,
                rate,
                window: whole(*days),
                unit: "days",
                from: "0",
                even: "even pace: burn rate 1",
            })
        }
        Case::Left { slo, days, outage } => left(*slo, *days, *outage),
        Case::Exhausted {
            slo,
            days,
            spent,
            errors,
        } => burn(&Burn {
            spent: *spent,
            rate: *errors / (whole(100) - *slo),
            window: whole(days * 24) * whole(100 - spent) / whole(100),
            unit: "hours",
            from: "now",
            even: "at burn rate 1",
        }),
        Case::Alert { slo, errors } => alerts::figures(*slo, *errors),
    }
}

/// For places alone.
fn float(value: Ratio) -> f64 {
    *value.numer() as f64 / *value.denom() as f64
}

/// To one place, as people say it.
fn about(value: Ratio) -> String {
    plain(rounded(value, 1))
}

/// The budget as a part of everything: a sliver, and under the glass what it is.
fn part(slo: Ratio, all: Ratio, unit: &str, of: &str, phrases: [&str; 2]) -> Figures {
    const HIGH: f64 = 26.0;
    const DOWN: f64 = 66.0;
    let share = plain(whole(100) - slo);
    let budget = plain(rounded(all * lost(slo), 2));
    let mut sheet = Sheet::default();
    let total = format!("{} {unit}", plain(all));
    sheet.heading(14.0, of, &total);
    let sliver = (ROOM * float(lost(slo))).max(2.5);
    let x = RIGHT - sliver;
    sheet.boxed((EDGE, 24.0), (ROOM, HIGH), Tone::Soft, Stroke::Thin);
    sheet.area(
        &[
            (x, 24.0),
            (RIGHT, 24.0),
            (RIGHT, 24.0 + HIGH),
            (x, 24.0 + HIGH),
        ],
        Tone::Accent,
    );
    let demanded = format!("{} % {}", plain(slo), phrases[0]);
    sheet.label((EDGE + 10.0, 41.5), &demanded);
    let (from, to) = (24.0 + HIGH + 3.0, 24.0 + DOWN - 3.0);
    for (top, bottom) in [(x, EDGE + 40.0), (RIGHT, RIGHT)] {
        sheet.line(&[(top, from), (bottom, to)], Tone::Soft, Stroke::Dashed);
    }
    let top = 24.0 + DOWN;
    let left = EDGE + 40.0;
    sheet.boxed(
        (left, top),
        (RIGHT - left, 50.0),
        Tone::Accent,
        Stroke::Bold,
    );
    let at = (f64::midpoint(left, RIGHT), top + 21.0);
    let told = format!("Error budget: {budget} {unit}");
    sheet.text(at, Anchor::Middle, Face::Bold, Tone::Plain, &told);
    let may = format!("{share} % {}", phrases[1]);
    sheet.text(
        (at.0, at.1 + LINE - 1.0),
        Anchor::Middle,
        Face::Plain,
        Tone::Plain,
        &may,
    );
    sheet.say(format!(
        "{of}: {total}. {demanded}, {may}. {told}, the small end of the bar."
    ));
    sheet.worked(top + 50.0 + EDGE)
}

/// What an outage has used up, and what is left.
fn left(slo: Ratio, days: i64, outage: i64) -> Figures {
    let budget = lost(slo) * whole(days * 1_440);
    let used = whole(outage) / budget;
    let rest = budget - whole(outage);
    let percent = |of: Ratio| format!("{} %", about(of * whole(100)));
    let mut sheet = Sheet::default();
    let title = format!("Error budget of {days} days");
    let all = format!("{} minutes", plain(rounded(budget, 2)));
    sheet.heading(14.0, &title, &all);
    let wide = ROOM * float(used);
    let high = 36.0;
    sheet.boxed((EDGE, 24.0), (wide, high), Tone::Bad, Stroke::Dashed);
    let good = (ROOM - wide, high);
    sheet.boxed((EDGE + wide, 24.0), good, Tone::Good, Stroke::Bold);
    let spent = format!("{outage} minutes used, {}", percent(used));
    let free = format!(
        "{} minutes left, {}",
        plain(rounded(rest, 2)),
        percent(whole(1) - used)
    );
    let end = sheet.legend(
        24.0 + high + LINE + 2.0,
        &[
            (Tone::Bad, Stroke::Dashed, spent.clone()),
            (Tone::Good, Stroke::Bold, free.clone()),
        ],
    );
    sheet.say(format!("{title}: {all}. {spent}. {free}."));
    sheet.worked(end - 8.0)
}

/// A budget that burns.
struct Burn<'a> {
    /// Percent that is used up when it begins.
    spent: i64,
    /// How many times as fast as the even pace.
    rate: Ratio,
    /// How long the rest lasts at the even pace.
    window: Ratio,
    unit: &'a str,
    /// The name of the beginning.
    from: &'a str,
    /// The name of the even pace.
    even: &'a str,
}

/// The plot: left, right, top and bottom.
const PLOT: [f64; 4] = [50.0, 326.0, 28.0, 158.0];

/// What is left of a budget over time, burning as it does and at the even pace.
fn burn(of: &Burn) -> Figures {
    let [x0, x1, y0, y1] = PLOT;
    let left = 100 - of.spent;
    let y = |percent: f64| y1 - (y1 - y0) * percent / 100.0;
    let gone = of.window / of.rate;
    let x = x0 + (x1 - x0) / float(of.rate);
    let begin = (x0, y(left as f64));
    let mut sheet = Sheet::default();
    sheet.heading(14.0, "Error budget left", "");
    sheet.say("Error budget left over time, from 100 % down to 0 %.");
    axes(&mut sheet, of, left);
    if of.spent > 0 {
        let high = begin.1 - y0;
        sheet.boxed((x0 - 4.0, y0), (8.0, high), Tone::Warn, Stroke::Dashed);
        let spent = format!("{} % used before", of.spent);
        sheet.label((x0 + 12.0, y0 + 12.0), &spent);
        sheet.say(format!("{spent}, so {left} % are left now."));
    } else {
        sheet.say("At 0 nothing is used; halfway at the even pace 50 % is left.");
    }
    sheet.line(&[begin, (x1, y1)], Tone::Plain, Stroke::Dashed);
    sheet.line(&[begin, (x, y1)], Tone::Bad, Stroke::Bold);
    sheet.cross((x, y1));
    // Where it is used up, below the axis and never outside.
    let told = format!("used up after {} {}", about(gone), of.unit);
    let half = width(&told) / 2.0;
    let at = x.clamp(EDGE + half, RIGHT - half);
    let line = y1 + 20.0 + LINE;
    sheet.line(&[(x, y1 + 8.0), (x, line - 14.0)], Tone::Bad, Stroke::Thin);
    sheet.text((at, line), Anchor::Middle, Face::Bold, Tone::Bad, &told);
    let burning = format!("burn rate {}", plain(of.rate));
    let even = format!("{}: {} {}", of.even, about(of.window), of.unit);
    let end = sheet.lines_legend(
        line + LINE + 6.0,
        &[
            (Tone::Bad, Stroke::Bold, burning.clone()),
            (Tone::Plain, Stroke::Dashed, even.clone()),
        ],
    );
    sheet.say(format!(
        "Bold line, {burning}: {told} from {}. Dashed line, {even} until 0 % are left.",
        of.from
    ));
    sheet.worked(end - 10.0)
}

fn axes(sheet: &mut Sheet, of: &Burn, left: i64) {
    let [x0, x1, y0, y1] = PLOT;
    sheet.line(
        &[(x0, y0 - 4.0), (x0, y1), (x1 + 6.0, y1)],
        Tone::Plain,
        Stroke::Thin,
    );
    let mut marks = vec![100, 0];
    if of.spent > 0 {
        marks.push(left);
    } else {
        marks.push(50);
    }
    for percent in marks {
        let y = y1 - (y1 - y0) * percent as f64 / 100.0;
        sheet.line(&[(x0 - 4.0, y), (x0, y)], Tone::Plain, Stroke::Thin);
        let text = format!("{percent} %");
        sheet.text(
            (x0 - 8.0, y + 4.5),
            Anchor::End,
            Face::Plain,
            Tone::Soft,
            &text,
        );
    }
    let end = format!("{} {}", about(of.window), of.unit);
    let y = y1 + 20.0;
    let end_x = (x1 + width(&end) / 2.0).min(RIGHT);
    sheet.text((end_x, y), Anchor::End, Face::Plain, Tone::Soft, &end);
    sheet.text((x0, y), Anchor::Middle, Face::Plain, Tone::Soft, of.from);
}
