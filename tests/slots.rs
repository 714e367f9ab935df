//! The contract of slots, on the ones in memory.

mod contract;

use std::cell::RefCell;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use cairn::store::{MemorySlots, SlotError, Slots};

/// Memory that, like a browser's, is the same whoever holds it.
#[derive(Clone)]
struct Shared(Rc<RefCell<MemorySlots>>);

impl Slots for Shared {
    fn keys(&self) -> Result<Vec<String>, SlotError> {
        self.0.borrow().keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, SlotError> {
        self.0.borrow().get(key)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), SlotError> {
        self.0.borrow_mut().set(key, value)
    }

    fn remove(&mut self, key: &str) -> Result<(), SlotError> {
        self.0.borrow_mut().remove(key)
    }
}

fn memory() -> Shared {
    Shared(Rc::new(RefCell::new(MemorySlots::default())))
}

/// Nothing in memory has to be waited for.
fn at_once<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits"),
    }
}

#[test]
fn slots_in_memory_keep_the_contract() {
    let slots = memory();
    slots.0.borrow_mut().limit = Some(5_242_880);
    let outcomes = at_once(contract::slots(slots));
    assert!(outcomes.len() > 6);
    for (name, outcome) in outcomes {
        assert_eq!(outcome, Ok(()), "{name}");
    }
}

#[test]
fn the_contract_can_be_broken() {
    let slots = memory();
    slots.0.borrow_mut().broken = Some(SlotError::Denied);
    let outcomes = at_once(contract::slots(slots));
    assert!(outcomes.iter().all(|(_, outcome)| outcome.is_err()));
}
