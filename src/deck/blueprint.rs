//! What follows from a track's blueprint: which task belongs to which domain and what it weighs.

use super::track::{Domain, Task, Track};

impl Track {
    /// The domain and task of a number, if the track has it.
    pub fn task(&self, number: &str) -> Option<(&Domain, &Task)> {
        self.domains.iter().find_map(|domain| {
            let task = domain.tasks.iter().find(|task| task.id == number)?;
            Some((domain, task))
        })
    }

    /// Every task with its domain, in the order of the blueprint.
    pub fn tasks(&self) -> impl Iterator<Item = (&Domain, &Task)> {
        self.domains
            .iter()
            .flat_map(|domain| domain.tasks.iter().map(move |task| (domain, task)))
    }

    /// The share of the exam's score that rests on a task, 0 to 1: its domain's weight, shared evenly
    /// by the domain's tasks, since vendors publish weights of domains only.
    pub fn weight_of(&self, number: &str) -> f64 {
        let total: u32 = self.domains.iter().map(|d| u32::from(d.weight)).sum();
        match self.task(number) {
            Some((domain, _)) if total > 0 => {
                f64::from(domain.weight) / f64::from(total) / domain.tasks.len() as f64
            }
            _ => 0.0,
        }
    }
}
