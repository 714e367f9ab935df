//! What the learner chose. Settings are facts; the last one written holds.

use serde::{Deserialize, Serialize};

use super::spread::{DayLoad, Spreading};
use super::{FactId, Register};
use crate::memory::RETENTION;
#[cfg(feature = "whole")]
use crate::time::Day;
use crate::time::{Moment, ROLLOVER_HOUR, Stamp};

/// A setting and its new value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    /// Items of a track introduced in one day, 0 to 999.
    NewPerDay(u16),
    /// Desired retention in thousandths, 700 to 970.
    Retention(u16),
    /// The hour at which a study day begins, 0 to 23.
    RolloverHour(u8),
    /// Minutes for studying on a weekday (0 Monday to 6 Sunday), 0 to 1,440.
    Minutes(u8, u16),
    /// Lapses that make an item a leech, 0 to 99; 0: nothing is one.
    Leech(u16),
    /// How much to do on a weekday (0 Monday to 6 Sunday), where no exam is booked.
    EasyDay(u8, DayLoad),
    /// Whether days with much to do are avoided.
    Balanced(bool),
}

impl Setting {
    /// Whether it has a part in the day on which an item is asked again.
    pub(super) fn spreads(self) -> bool {
        matches!(
            self,
            Self::Retention(_) | Self::EasyDay(..) | Self::Balanced(_)
        )
    }
}

/// New items a day unless the learner chose another number (tunable; Anki's default).
const NEW_PER_DAY: u16 = 20;

/// Lapses that make an item a leech unless the learner chose another number (tunable; Anki's default).
const LEECH: u16 = 8;

/// Minutes a day unless the learner chose others (tunable).
const MINUTES: u16 = 20;

/// All settings; values outside their range are clamped when read.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Settings {
    new_per_day: Register<u16>,
    retention: Register<u16>,
    rollover_hour: Register<u8>,
    minutes: [Register<u16>; 7],
    leech: Register<u16>,
    easy_days: [Register<DayLoad>; 7],
    balanced: Register<bool>,
    /// Whether something that answers are spread by was ever chosen.
    is_chosen: bool,
}

impl Settings {
    /// Notes a change.
    pub fn set(&mut self, at: Stamp, id: FactId, setting: Setting) {
        self.is_chosen |= setting.spreads();
        match setting {
            Setting::NewPerDay(n) => self.new_per_day.set(at, id, n),
            Setting::Retention(r) => self.retention.set(at, id, r),
            Setting::RolloverHour(h) => self.rollover_hour.set(at, id, h),
            Setting::Minutes(weekday, minutes) => {
                if let Some(register) = self.minutes.get_mut(usize::from(weekday)) {
                    register.set(at, id, minutes);
                }
            }
            Setting::Leech(lapses) => self.leech.set(at, id, lapses),
            Setting::EasyDay(weekday, load) => {
                if let Some(register) = self.easy_days.get_mut(usize::from(weekday)) {
                    register.set(at, id, load);
                }
            }
            Setting::Balanced(on) => self.balanced.set(at, id, on),
        }
    }

    /// Takes a change back; whether it was here.
    pub fn retract(&mut self, id: FactId) -> bool {
        let mut found = self.new_per_day.retract(id)
            | self.retention.retract(id)
            | self.rollover_hour.retract(id)
            | self.leech.retract(id)
            | self.balanced.retract(id);
        for register in &mut self.minutes {
            found |= register.retract(id);
        }
        for register in &mut self.easy_days {
            found |= register.retract(id);
        }
        found
    }

    /// Minutes for studying on a weekday (0 Monday to 6 Sunday).
    pub fn minutes(&self, weekday: u8) -> u16 {
        let register = self.minutes.get(usize::from(weekday));
        let chosen = register.and_then(Register::get).copied();
        chosen.unwrap_or(MINUTES).min(1_440)
    }

    /// Minutes for studying on a weekday as it was planned at the end of a study day: what was chosen later does not count.
    #[cfg(feature = "whole")]
    pub fn minutes_then(&self, weekday: u8, day: Day, rollover: u8) -> u16 {
        let register = self.minutes.get(usize::from(weekday));
        let writes = register.map_or(&[][..], Register::writes).iter().rev();
        let mut then = writes.filter(|(at, ..)| at.day(rollover) <= day);
        then.next().map_or(MINUTES, |write| write.2).min(1_440)
    }

    /// Items of a track introduced in one day.
    pub fn new_per_day(&self) -> u16 {
        self.new_per_day
            .get()
            .copied()
            .unwrap_or(NEW_PER_DAY)
            .min(999)
    }

    /// How much to do on each weekday, Monday first, where no exam is booked.
    pub fn easy_days(&self) -> [DayLoad; 7] {
        std::array::from_fn(|weekday| self.easy_days[weekday].get().copied().unwrap_or_default())
    }

    /// Whether days with much to do are avoided.
    pub fn is_balanced(&self) -> bool {
        self.balanced.get().copied().unwrap_or(true)
    }

    /// What an answer is spread by: as it stood before a fact of this time and name.
    pub(super) fn spreading(&self, at: Moment, id: FactId) -> Spreading {
        if !self.is_chosen {
            return Spreading::default();
        }
        let load = |register: &Register<DayLoad>| register.before(at, id).copied();
        Spreading {
            retention: retention(self.retention.before(at, id)),
            is_balanced: self.balanced.before(at, id).copied().unwrap_or(true),
            weekdays: std::array::from_fn(|day| load(&self.easy_days[day]).unwrap_or_default()),
        }
    }

    /// Lapses that make an item a leech; 0: nothing is one.
    pub fn leech(&self) -> u16 {
        self.leech.get().copied().unwrap_or(LEECH).min(99)
    }

    /// Desired retention, .7 to .97.
    pub fn retention(&self) -> f64 {
        retention(self.retention.get())
    }

    /// The hour at which a study day begins.
    pub fn rollover_hour(&self) -> u8 {
        self.rollover_hour
            .get()
            .copied()
            .unwrap_or(ROLLOVER_HOUR)
            .min(23)
    }
}

fn retention(thousandths: Option<&u16>) -> f64 {
    thousandths.map_or(RETENTION, |r| f64::from((*r).clamp(700, 970)) / 1000.0)
}
