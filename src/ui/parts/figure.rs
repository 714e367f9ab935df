//! A drawing of a question. What its marks mean the style sheet says, by classes alone; its words are its name for those who do not see it.

use leptos::prelude::*;

use crate::app::view::drawing::{Anchor, Drawing, Face, Mark, Point, Stroke, Tone};

/// A drawing.
pub(crate) fn figure(drawing: Drawing) -> impl IntoView {
    let Drawing {
        width,
        height,
        marks,
        words,
    } = drawing;
    view! {
        <figure class="drawing">
            <svg viewBox=format!("0 0 {width} {height:.1}") role="img" aria-label=words>
                {marks.into_iter().map(mark).collect_view()}
            </svg>
        </figure>
    }
}

fn mark(mark: Mark) -> AnyView {
    match mark {
        Mark::Box {
            at,
            size,
            tone,
            stroke,
        } => view! {
            <rect class=format!("{} {}", tone_class(tone), stroke_class(stroke))
                x=place(at.0) y=place(at.1) width=place(size.0) height=place(size.1) rx="3"/>
        }
        .into_any(),
        Mark::Line {
            points,
            tone,
            stroke,
        } => view! {
            <polyline class=format!("{} {}", tone_class(tone), stroke_class(stroke)) points=places(&points)/>
        }
        .into_any(),
        Mark::Area { points, tone } => {
            view! { <polygon class=tone_class(tone) points=places(&points)/> }.into_any()
        }
        Mark::Text {
            at,
            text,
            anchor,
            face,
            tone,
        } => view! {
            <text class=format!("{} {}", tone_class(tone), face_class(face)) x=place(at.0) y=place(at.1) text-anchor=side(anchor)>
                {text}
            </text>
        }
        .into_any(),
    }
}

/// A tenth of a unit is finer than any screen.
fn place(of: f64) -> String {
    format!("{of:.1}")
}

fn places(points: &[Point]) -> String {
    let places: Vec<String> = points
        .iter()
        .map(|(x, y)| format!("{x:.1},{y:.1}"))
        .collect();
    places.join(" ")
}

fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "plain",
        Tone::Soft => "soft",
        Tone::Good => "good",
        Tone::Bad => "bad",
        Tone::Accent => "accent",
        Tone::Warn => "warn",
    }
}

fn stroke_class(stroke: Stroke) -> &'static str {
    match stroke {
        Stroke::Thin => "thin",
        Stroke::Bold => "bold",
        Stroke::Dashed => "dashed",
    }
}

fn face_class(face: Face) -> &'static str {
    match face {
        Face::Plain => "letters",
        Face::Bold => "strong",
        Face::Code => "code",
    }
}

fn side(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}
