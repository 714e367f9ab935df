//! The sheet that a figure is drawn on: boxes, lines, arrows, signs, texts, and the words beside them.

use super::{Anchor, Drawing, Face, Figures, LETTERS, Mark, Point, Stroke, Tone, WIDTH};

/// Half of the boldest outline, so that none is cut off at the edge.
pub(super) const EDGE: f64 = 1.5;
/// The right end of what is drawn.
pub(super) const RIGHT: f64 = WIDTH - EDGE;
/// How wide that is.
pub(super) const ROOM: f64 = RIGHT - EDGE;
/// From one line of text to the next.
pub(super) const LINE: f64 = 19.0;
/// How much of a letter's size it is wide, on the safe side.
const LETTER: f64 = 0.6;
const HEAD: f64 = 7.0;
const CHIP: f64 = 11.0;

/// What was drawn so far.
#[derive(Default)]
pub(super) struct Sheet {
    marks: Vec<Mark>,
    words: Vec<String>,
}

/// How wide a text is at most.
pub(super) fn width(text: &str) -> f64 {
    text.chars().count() as f64 * LETTERS * LETTER
}

impl Sheet {
    pub(super) fn boxed(&mut self, at: Point, size: Point, tone: Tone, stroke: Stroke) {
        self.marks.push(Mark::Box {
            at,
            size,
            tone,
            stroke,
        });
    }

    pub(super) fn line(&mut self, points: &[Point], tone: Tone, stroke: Stroke) {
        self.marks.push(Mark::Line {
            points: points.to_vec(),
            tone,
            stroke,
        });
    }

    pub(super) fn area(&mut self, points: &[Point], tone: Tone) {
        self.marks.push(Mark::Area {
            points: points.to_vec(),
            tone,
        });
    }

    /// A line with a head at its end.
    pub(super) fn arrow(&mut self, points: &[Point], tone: Tone, stroke: Stroke) {
        let [.., from, to] = points else {
            return;
        };
        let (x, y) = (to.0 - from.0, to.1 - from.1);
        let long = x.hypot(y).max(f64::EPSILON);
        let (x, y) = (x / long * HEAD, y / long * HEAD);
        let neck = (to.0 - x, to.1 - y);
        let mut shaft = points.to_vec();
        // A bold line would stick out beyond the tip.
        shaft[points.len() - 1] = neck;
        self.line(&shaft, tone, stroke);
        let side = |way: f64| (neck.0 - y * way * 0.55, neck.1 + x * way * 0.55);
        self.area(&[*to, side(1.0), side(-1.0)], tone);
    }

    pub(super) fn text(&mut self, at: Point, anchor: Anchor, face: Face, tone: Tone, text: &str) {
        self.marks.push(Mark::Text {
            at,
            text: text.to_owned(),
            anchor,
            face,
            tone,
        });
    }

    /// A plain text that begins here.
    pub(super) fn label(&mut self, at: Point, text: &str) {
        self.text(at, Anchor::Start, Face::Plain, Tone::Plain, text);
    }

    /// A heading: bold at the left, and quiet at the right what it is about.
    pub(super) fn heading(&mut self, y: f64, left: &str, right: &str) {
        if !left.is_empty() {
            self.text((EDGE, y), Anchor::Start, Face::Bold, Tone::Plain, left);
        }
        if !right.is_empty() {
            self.text((RIGHT, y), Anchor::End, Face::Plain, Tone::Soft, right);
        }
    }

    /// A tick around this point.
    pub(super) fn tick(&mut self, (x, y): Point) {
        let points = [(x - 5.0, y), (x - 1.5, y + 4.0), (x + 5.0, y - 5.0)];
        self.line(&points, Tone::Good, Stroke::Bold);
    }

    /// A cross around this point.
    pub(super) fn cross(&mut self, (x, y): Point) {
        for way in [1.0, -1.0] {
            let points = [(x - 4.5, y - 4.5 * way), (x + 4.5, y + 4.5 * way)];
            self.line(&points, Tone::Bad, Stroke::Bold);
        }
    }

    /// A chip and what it stands for, one after the other from the left; gives the line after the last.
    pub(super) fn legend(&mut self, y: f64, all: &[(Tone, Stroke, String)]) -> f64 {
        let (mut x, mut y) = (EDGE, y);
        for (tone, stroke, text) in all {
            let wide = CHIP + 6.0 + width(text);
            if x > EDGE && x + wide > RIGHT {
                (x, y) = (EDGE, y + LINE);
            }
            self.boxed((x, y - CHIP + 1.0), (CHIP, CHIP), *tone, *stroke);
            self.label((x + CHIP + 6.0, y), text);
            x += wide + 10.0;
        }
        y + LINE
    }

    /// The same with pieces of line.
    pub(super) fn lines_legend(&mut self, y: f64, all: &[(Tone, Stroke, String)]) -> f64 {
        let mut y = y;
        for (tone, stroke, text) in all {
            self.line(&[(EDGE, y - 4.5), (EDGE + 26.0, y - 4.5)], *tone, *stroke);
            self.label((EDGE + 34.0, y), text);
            y += LINE;
        }
        y
    }

    /// A whole sentence for those who do not see the drawing.
    pub(super) fn say(&mut self, sentence: impl Into<String>) {
        self.words.push(sentence.into());
    }

    pub(super) fn drawing(self, height: f64) -> Drawing {
        Drawing {
            width: WIDTH,
            height,
            marks: self.marks,
            words: self.words.join(" "),
        }
    }

    /// Shown with the answer alone.
    pub(super) fn worked(self, height: f64) -> Figures {
        Figures {
            asked: None,
            worked: Some(self.drawing(height)),
        }
    }
}
