//! The timeline: bars that can be moved with the pointer, a finger, or the arrow keys.

use std::collections::BTreeMap;

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::Div;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::rituals::ReviewLane;
use super::{View, send};
use crate::app::view::road::{Bar, RitualRow, RoadBody, TimelineView};
use crate::app::{RoadPage, Roading, Route, Zoom};
use crate::ui::Shell;
use crate::ui::browser::page;

/// Height of a row, of the head of a lane and of a row of reviews, in rem.
const ROW: f64 = 2.1;
const LANE: f64 = 1.9;
const REVIEWS: f64 = 1.2;

/// A pointer that moved no further than this, in pixels, was a click.
const CLICK: f64 = 4.0;

/// A bar and where it is drawn.
#[derive(Clone, Debug, PartialEq)]
struct Placed {
    bar: Bar,
    /// Rows from the top, in rem.
    top: f64,
    /// Its place in the order of the keys.
    order: usize,
}

/// Where everything is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
struct Drawing {
    bars: BTreeMap<(String, String), Placed>,
    lanes: Vec<(&'static str, f64)>,
    /// The reviews, and where their head and their rows are.
    rituals: Vec<(RitualRow, f64)>,
    reviews: f64,
    height: f64,
}

impl Drawing {
    fn of(view: &TimelineView) -> Self {
        let mut drawing = Self::default();
        let mut top = 1.8;
        for lane in &view.lanes {
            drawing.lanes.push((lane.name, top));
            top += LANE;
            for row in &lane.rows {
                for bar in row {
                    let order = drawing.bars.len();
                    let placed = Placed {
                        bar: bar.clone(),
                        top,
                        order,
                    };
                    drawing
                        .bars
                        .insert((bar.path.clone(), bar.id.clone()), placed);
                }
                top += ROW;
            }
        }
        drawing.reviews = top;
        top += LANE;
        for row in &view.rituals {
            drawing.rituals.push((row.clone(), top));
            top += REVIEWS;
        }
        drawing.height = top + 0.5;
        drawing
    }
}

/// What is dragged: its key, where the pointer took it, pixels of a day, and by how many days it was moved so far.
#[derive(Clone, Debug, PartialEq)]
struct Drag {
    key: (String, String),
    from: f64,
    day: f64,
    by: i32,
    moved: bool,
}

#[component]
pub(super) fn Timeline(view: View) -> impl IntoView {
    let timeline = Memo::new(move |_| {
        view.with(|v| match v.as_ref().map(|v| &v.body) {
            Some(RoadBody::Timeline(timeline, _)) => Some((**timeline).clone()),
            _ => None,
        })
    });
    let drawing =
        Memo::new(move |_| timeline.with(|t| t.as_ref().map(Drawing::of).unwrap_or_default()));
    let keys = Memo::new(move |_| {
        drawing.with(|drawing| {
            let mut keys: Vec<_> = drawing.bars.iter().collect();
            keys.sort_by_key(|(_, placed)| placed.order);
            keys.into_iter()
                .map(|(key, _)| key.clone())
                .collect::<Vec<_>>()
        })
    });
    let frame = NodeRef::<Div>::new();
    let of = move |f: fn(&TimelineView) -> i32| {
        Memo::new(move |_| timeline.with(|t| t.as_ref().map_or(1, f)))
    };
    let reviews =
        Memo::new(move |_| drawing.with(|drawing| (drawing.rituals.clone(), drawing.reviews)));
    let (days, seen, now) = (of(|t| t.days), of(|t| t.seen), of(|t| t.today));
    let zoom = Memo::new(move |_| timeline.with(|t| t.as_ref().map(|t| t.zoom)));
    let share = move |at: i32| format!("{:.4}%", f64::from(at) / f64::from(days.get()) * 100.0);
    // Today is a quarter from the left, whatever the zoom.
    Effect::new(move |_| {
        zoom.track();
        // Once it is as wide as it will be.
        let Some(frame) = frame.get() else { return };
        request_animation_frame(move || {
            // The screen may be gone by now.
            let (Some(now), Some(days)) = (now.try_get_untracked(), days.try_get_untracked())
            else {
                return;
            };
            let width = f64::from(frame.scroll_width());
            let seen = f64::from(frame.client_width());
            let at = width * f64::from(now) / f64::from(days);
            frame.set_scroll_left((at - seen / 4.0).max(0.0) as i32);
        });
    });
    let scale = move || {
        let marks = timeline.with(|t| t.as_ref().map(|t| t.scale.clone()).unwrap_or_default());
        let mark = move |(at, words): (i32, String)| view! { <span class="mark" style:left=share(at)>{words}</span> };
        marks.into_iter().map(mark).collect_view()
    };
    let lanes = move || {
        let lanes = drawing.with(|drawing| drawing.lanes.clone());
        let lane = |(name, top): (&'static str, f64)| view! { <span class="lane" style:top=format!("{top}rem")>{name}</span> };
        lanes.into_iter().map(lane).collect_view()
    };
    let drag = RwSignal::new(None::<Drag>);
    let here = RwSignal::new(None::<(String, String)>);
    view! {
        <div class="zoom" role="group" aria-label="How much is seen at once">
            {Zoom::ALL.map(|to| view! {
                <a href=Route::Road(RoadPage::Timeline(to)).hash() aria-current=move || (zoom.get() == Some(to)).then_some("true")>{to.words()}</a>
            })}
        </div>
        <p class="quiet" id="timeline-keys">
            "Move what you like with the pointer or a finger. With the keyboard: arrows go from one to the next, Shift with an arrow moves it, Enter opens it."
        </p>
        <div class="timeline" node_ref=frame role="group" aria-label="Timeline" aria-describedby="timeline-keys" data-zoom=move || zoom.get().map(Zoom::words)>
            <div class="timeline-track" style:width=move || format!("{:.3}%", f64::from(days.get()) / f64::from(seen.get()) * 100.0)
                style:height=move || drawing.with(|d| format!("{}rem", d.height))>
                {scale}
                {lanes}
                <ReviewLane rows=reviews days/>
                <span class="now" style:left=move || share(now.get())><span class="visually-hidden">"Today"</span></span>
                <For each=move || keys.get() key=Clone::clone let:key>
                    <BarOf key drawing keys days seen drag here/>
                </For>
            </div>
        </div>
    }
}

#[component]
fn BarOf(
    key: (String, String),
    drawing: Memo<Drawing>,
    keys: Memo<Vec<(String, String)>>,
    days: Memo<i32>,
    seen: Memo<i32>,
    drag: RwSignal<Option<Drag>>,
    here: RwSignal<Option<(String, String)>>,
) -> impl IntoView {
    let shell = Shell::of_page();
    let own = key.clone();
    let placed = Memo::new(move |_| drawing.with(|d| d.bars.get(&own).cloned()));
    let own = StoredValue::new(key.clone());
    let by = Memo::new(move |_| {
        drag.with(|drag| match drag {
            Some(drag) if own.with_value(|own| *own == drag.key) => drag.by,
            _ => 0,
        })
    });
    let of = move |f: fn(&Placed) -> f64| placed.with(|p| p.as_ref().map_or(0.0, f));
    let share = move |at: f64| format!("{:.4}%", at / f64::from(days.get()) * 100.0);
    let fill = move || {
        let share = of(|p| f64::from(p.bar.days) / f64::from(p.bar.room.max(1)));
        format!("{:.3}%", share * 100.0)
    };
    let move_by = move |days: i32| {
        let (path, id) = own.get_value();
        send(shell, Roading::MovedBy(path, id, days));
    };
    let down = move |ev: PointerEvent| {
        if ev.button() != 0 {
            return;
        }
        let Some(bar) = target(&ev) else { return };
        let Some(track) = bar.parent_element() else {
            return;
        };
        let _ = bar.set_pointer_capture(ev.pointer_id());
        drag.set(Some(Drag {
            key: own.get_value(),
            from: f64::from(ev.client_x()),
            day: f64::from(track.client_width()) / f64::from(days.get_untracked()),
            by: 0,
            moved: false,
        }));
    };
    let moved = move |ev: PointerEvent| {
        let is_own = |drag: &Drag| own.with_value(|own| *own == drag.key);
        if drag.with_untracked(|drag| drag.as_ref().is_some_and(is_own)) {
            drag.update(|drag| {
                if let Some(drag) = drag {
                    let pixels = f64::from(ev.client_x()) - drag.from;
                    drag.moved |= pixels.abs() > CLICK;
                    drag.by = if drag.moved {
                        (pixels / drag.day).round() as i32
                    } else {
                        0
                    };
                }
            });
        }
    };
    let up = move |_: PointerEvent| {
        // What is let go of was moved, or clicked; the click comes next and looks at it.
        let by = drag.with_untracked(|drag| drag.as_ref().map_or(0, |drag| drag.by));
        if by != 0 {
            move_by(by);
        }
    };
    let click = move |ev: leptos::ev::MouseEvent| {
        let was_moved = drag.with_untracked(|drag| drag.as_ref().is_some_and(|drag| drag.moved));
        drag.set(None);
        if was_moved {
            ev.prevent_default();
        }
    };
    let press = move |ev: KeyboardEvent| {
        let way = match ev.key().as_str() {
            "ArrowRight" | "ArrowDown" => 1,
            "ArrowLeft" | "ArrowUp" => -1,
            _ => return,
        };
        ev.prevent_default();
        if ev.shift_key() {
            // A day where days can be told apart, else a week.
            let step = if seen.get_untracked() <= 100 { 1 } else { 7 };
            return move_by(way * step);
        }
        let next = keys.with_untracked(|keys| {
            let at = keys
                .iter()
                .position(|key| own.with_value(|own| own == key))?;
            keys.get(at.checked_add_signed(way as isize)?).cloned()
        });
        if let Some(next) = next {
            page::focus(&element_id(&next));
            here.set(Some(next));
        }
    };
    let is_first = move || {
        let first = keys.with(|keys| keys.first().cloned());
        let here = here
            .get()
            .filter(|here| keys.with(|keys| keys.contains(here)));
        own.with_value(|own| here.or(first).as_ref() == Some(own))
    };
    view! {
        <a class=move || placed.with(|p| p.as_ref().map(|p| format!("road-bar {}", p.bar.look.class())))
            id=element_id(&key) draggable="false" data-entry=key.1.clone()
            href=Route::Road(RoadPage::Entry(key.0.clone(), key.1.clone())).hash()
            class:dragged=move || by.get() != 0
            class:point=move || of(|p| f64::from(p.bar.days)) <= 1.0
            tabindex=move || if is_first() { "0" } else { "-1" }
            aria-label=move || placed.with(|p| p.as_ref().map(|p| p.bar.words.clone()))
            style:left=move || share(of(|p| f64::from(p.bar.at)) + f64::from(by.get()))
            style:top=move || format!("{}rem", of(|p| p.top))
            style:width=move || share(of(|p| f64::from(p.bar.room)))
            on:pointerdown=down on:pointermove=moved on:pointerup=up
            on:pointercancel=move |_| drag.set(None)
            on:click=click on:keydown=press
            on:focus=move |_| here.set(Some(own.get_value()))>
            <span class="fill" style:width=fill></span>
            <span class="bar-name">{move || placed.with(|p| p.as_ref().map(|p| p.bar.name.clone()))}</span>
        </a>
    }
}

fn element_id((path, id): &(String, String)) -> String {
    format!("bar-{path}-{id}")
}

fn target(ev: &PointerEvent) -> Option<HtmlElement> {
    ev.current_target()?.dyn_into().ok()
}
