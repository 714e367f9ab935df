//! Statistics: what must hold of any log, and the figures of a real one.

mod properties;
mod real;
