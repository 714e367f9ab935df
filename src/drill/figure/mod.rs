//! Pictures of questions, for what people would rather look at than read: blocks of addresses, the path of a packet, a budget that
//! burns, a network of activities.
//!
//! A drawing is plain data in its own coordinates. How its tones look the screen decides; nothing is told by a tone alone. The words of a
//! drawing say everything that it shows, for those who do not see it.
//!
//! Floats place marks and nothing else; what a figure says comes from the exact numbers of its case.

mod alerts;
mod blocks;
mod budget;
mod estimate;
mod hops;
mod layers;
mod network;
mod sheet;
mod tables;

use super::Type;
use super::dice::Dice;
use super::types::{cidr, nacl_sg_route, pert_cpm, slo_budget};
use crate::deck::item::Level;

/// The size of letters, in the units of a drawing.
pub const LETTERS: f64 = 13.0;
/// How wide every drawing is: on a telephone its letters are just large enough.
pub const WIDTH: f64 = 340.0;

/// To the right and down.
pub type Point = (f64, f64);

/// What is drawn of a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// What is shown with the question. It gives nothing of the answer away.
    pub asked: Option<Drawing>,
    /// What is shown with the answer.
    pub worked: Option<Drawing>,
}

/// A drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// What is drawn, the lowest first.
    pub marks: Vec<Mark>,
    /// The same in whole sentences.
    pub words: String,
}

/// What a mark means; the screen has a colour for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    Plain,
    /// In the background.
    Soft,
    /// Right, passed, left.
    Good,
    /// Wrong, stopped, used up.
    Bad,
    /// What it is about.
    Accent,
    /// Taken away, or to be careful with.
    Warn,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// Thin.
    Thin,
    /// Bold.
    Bold,
    /// Thin and dashed.
    Dashed,
}

/// Which part of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// The letters of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// As all others.
    Plain,
    /// Bold.
    Bold,
    /// Of one width each: addresses.
    Code,
}

/// Something that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A box.
    Box {
        /// Its upper left corner.
        at: Point,
        /// Width and height.
        size: Point,
        /// What it means.
        tone: Tone,
        /// Its outline.
        stroke: Stroke,
    },
    /// A line through points.
    Line {
        /// From the first to the last.
        points: Vec<Point>,
        /// What it means.
        tone: Tone,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// An area without an outline: the head of an arrow, a length.
    Area {
        /// Its corners.
        points: Vec<Point>,
        /// What it means.
        tone: Tone,
    },
    /// A text on one line.
    Text {
        /// Its place, on the line that letters stand on.
        at: Point,
        /// It.
        text: String,
        /// Which part of it is at its place.
        anchor: Anchor,
        /// Its letters.
        face: Face,
        /// What it means.
        tone: Tone,
    },
}

impl Type {
    /// What is drawn of the question of a seed; of most types nothing.
    pub fn figures(&self, level: Level, seed: u32) -> Figures {
        let mut dice = Dice::new(self.id, self.version, level, seed);
        match self.id {
            "cidr" => blocks::figures(&cidr::Case::draw(&mut dice, level)),
            "nacl-sg-route" => match nacl_sg_route::Case::draw(&mut dice, level) {
                nacl_sg_route::Case::Target { routes, to } => tables::target(&routes, to),
                nacl_sg_route::Case::Decides { rules, from, port } => {
                    tables::decides(&rules, from, port)
                }
                nacl_sg_route::Case::Works(connection) => hops::figures(&connection),
            },
            "slo-budget" => budget::figures(&slo_budget::Case::draw(&mut dice, level)),
            "pert-cpm" => match pert_cpm::Case::draw(&mut dice, level) {
                pert_cpm::Case::Points { days, is_mean } => estimate::figures(days, is_mean),
                plan => network::figures(&plan),
            },
            _ => Figures::default(),
        }
    }
}
